"""`AsyncActivity`: a kind of activity that can act."""

from __future__ import annotations

from typing import ClassVar

from attio.records.activities import ActivityData

from .abilities import AsyncCreated, AsyncDeleted, AsyncListed, AsyncRetrieved, AsyncUpdated


class AsyncActivity(ActivityData, AsyncListed, AsyncCreated, AsyncRetrieved, AsyncUpdated, AsyncDeleted):
    """A kind of activity; its events are the records of `client.activity_records`."""

    __slots__ = ()
    _resource: ClassVar[str] = "activities"
