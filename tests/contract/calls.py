"""One table: how each operation is called through the public client, and what it gives.

A row holds several calls: the first one is what most tests send; all of them together send everything that the
operation takes. `client` is where the operation is in the client, as docs/operations.md says.
"""

from __future__ import annotations


from tests.contract.calls_collaboration import COLLABORATION
from tests.contract.calls_records import RECORDS
from tests.contract.calls_rows import Call, Row
from tests.contract.calls_structure import STRUCTURE

__all__ = ["CALLS", "Call", "Row"]

CALLS: dict[str, Row] = {**STRUCTURE, **RECORDS, **COLLABORATION}
