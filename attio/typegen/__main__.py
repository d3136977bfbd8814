"""`python -m attio.typegen`."""

import sys

from attio.typegen.command import main

if __name__ == "__main__":
    sys.exit(main())
