# Derived from attio/_async by scripts/unasync: edit there.
"""`Note`: a note that can act."""

from __future__ import annotations

from typing import ClassVar

from attio.records.collaboration import NoteData

from .abilities import Created, Deleted, Listed, Retrieved, Updated


class Note(NoteData, Listed, Created, Retrieved, Updated, Deleted):
    """A note on a record."""

    __slots__ = ()
    _resource: ClassVar[str] = "notes"
