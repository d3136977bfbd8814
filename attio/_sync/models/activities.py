# Derived from attio/_async by scripts/unasync: edit there.
"""`Activity`: a kind of activity that can act."""

from __future__ import annotations

from typing import ClassVar

from attio.records.activities import ActivityData

from .abilities import Created, Deleted, Listed, Retrieved, Updated


class Activity(ActivityData, Listed, Created, Retrieved, Updated, Deleted):
    """A kind of activity; its events are the records of `client.activity_records`."""

    __slots__ = ()
    _resource: ClassVar[str] = "activities"
