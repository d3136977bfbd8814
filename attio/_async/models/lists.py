"""`AsyncList`: a list that can act."""

from __future__ import annotations

from typing import ClassVar

from attio.records.structure import ListData

from .abilities import AsyncCreated, AsyncListed, AsyncRetrieved, AsyncUpdated


class AsyncList(ListData, AsyncListed, AsyncCreated, AsyncRetrieved, AsyncUpdated):
    """A list of entries that point at records; Attio has no way to delete one."""

    __slots__ = ()
    _resource: ClassVar[str] = "lists"
