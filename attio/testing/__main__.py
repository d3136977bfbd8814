"""`python -m attio.testing serve`: a local workspace on a port of this machine."""

from __future__ import annotations

import argparse
import sys
from contextlib import suppress
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

    from attio.testing.serving import Server

_PORT = 8787


def main(arguments: Sequence[str] | None = None) -> int:
    """Run the command; gives the exit status: 0 when it was ended, 1 when it could not start."""
    parser = argparse.ArgumentParser(
        prog="python -m attio.testing", description="Attio on this machine, for tests."
    )
    commands = parser.add_subparsers(required=True, metavar="command")
    serving = commands.add_parser("serve", help="serve a local workspace to clients in any language")
    serving.add_argument(
        "--port", type=int, default=_PORT, help="the port; 0 takes a free one (default: %(default)s)"
    )
    serving.add_argument("--host", default="127.0.0.1", help="the address to serve at (default: %(default)s)")
    serving.add_argument(
        "--seed", help='what fills it: "demo", "big", or a JSON or YAML file (default: nothing)'
    )
    given = parser.parse_args(arguments)
    return _serve(given.host, given.port, given.seed)


def _serve(host: str, port: int, seed: str | None) -> int:
    from attio.core.errors import Error
    from attio.testing.serving import Server, checked_host, checked_port, is_open_to_others, workspace_for

    try:
        server = Server(workspace_for(seed, None, {}), checked_host(host), checked_port(port))
    except Error as error:
        sys.stderr.write(f"attio.testing: {error}\n")
        return 1
    if is_open_to_others(host):
        sys.stderr.write(f"attio.testing: whoever reaches {host} can read and write this workspace\n")
    sys.stdout.write(_greeting(server) + "\n")
    sys.stdout.flush()
    with suppress(KeyboardInterrupt):  # uvicorn has ended in good order, and passes on what ended it
        server.run()
    return 0


def _greeting(server: Server) -> str:
    url, token = server.url, server.token
    return "\n".join(
        [
            f"{server.workspace!r}",
            f"  page    {url}/",
            f"  token   {token}",
            f'  curl    curl -H "Authorization: Bearer {token}" {url}/v2/self',
            f'  Python  Attio(base_url="{url}", api_key="{token}")',
            "Ctrl-C ends it, and what was written is gone.",
        ]
    )


if __name__ == "__main__":
    sys.exit(main())
