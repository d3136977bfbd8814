"""What tells the rows of a listing apart, whatever they are (no I/O)."""

from __future__ import annotations

import json

from attio.records.data import RowData, created_at_key, identity_of


def identify(row: object) -> str:
    """Return a text that is the same for the same row and for no other: its id, else its content."""
    if isinstance(row, RowData):
        return identity_of(row)
    own = getattr(row, "id", None)
    # Values of a history have no id; what they are and when they held tells them apart.
    return str(own) if own else json.dumps(getattr(row, "raw", repr(row)), sort_keys=True, default=str)


def created_at_of(row: object) -> str | None:
    """Return the creation time of a record or entry as Attio sorts by it; None for other rows."""
    return created_at_key(row) if isinstance(row, RowData) else None
