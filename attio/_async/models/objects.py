"""`AsyncObject`: an object that can act."""

from __future__ import annotations

from typing import ClassVar

from attio.records.structure import ObjectData

from .abilities import AsyncCreated, AsyncDeleted, AsyncListed, AsyncRetrieved, AsyncUpdated


class AsyncObject(ObjectData, AsyncListed, AsyncCreated, AsyncRetrieved, AsyncUpdated, AsyncDeleted):
    """An object: a kind of record."""

    __slots__ = ()
    _resource: ClassVar[str] = "objects"
