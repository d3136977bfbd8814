"""`AsyncNote`: a note that can act."""

from __future__ import annotations

from typing import ClassVar

from attio.records.collaboration import NoteData

from .abilities import AsyncCreated, AsyncDeleted, AsyncListed, AsyncRetrieved, AsyncUpdated


class AsyncNote(NoteData, AsyncListed, AsyncCreated, AsyncRetrieved, AsyncUpdated, AsyncDeleted):
    """A note on a record."""

    __slots__ = ()
    _resource: ClassVar[str] = "notes"
