# Derived from attio/_async by scripts/unasync: edit there.
"""`Record` and the records of standard objects: records that act."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, ClassVar, cast

from attio._sync.binding import bound, client_for
from attio.core.errors import ArgumentError
from attio.records.data import ActivityRecordData, RecordData

from .rows import Row

if TYPE_CHECKING:
    from collections.abc import Mapping
    from typing import Self

    from attio._sync.bound_records import BoundRecords
    from attio._sync.client import Attio
    from attio._sync.listing import Page, Rows
    from attio.core.config import RequestOptions
    from attio.records.results import RecordEntryData
    from attio.records.structure import ObjectData


class Record(RecordData, Row):
    """A record of any object.

    Class methods say in `object` which one; classes of one object (`Person`, typegen's) know it.
    """

    __slots__ = ()
    __attio_slug__: ClassVar[str | None] = None

    @classmethod
    def _of(cls, object: ObjectData | str | None, client: Attio | None) -> BoundRecords[Self]:
        acting = client_for(client, cls)
        if cls.__attio_slug__ is not None:
            own: BoundRecords[Self] = acting.object(cls)
            return own
        if object is None:
            raise ArgumentError("object", None, "records are of an object", fix='give object="people"')
        return cast("BoundRecords[Self]", acting.object(object))

    @classmethod
    def list(
        cls, *, object: ObjectData | str | None = None, client: Attio | None = None, **arguments: Any
    ) -> Page[Self]:
        """Fetch one page; takes what `client.records.list` takes: filter, sorts, limit, offset, ..."""
        return cls._of(object, client).list(**arguments)

    @classmethod
    def iterate(
        cls, *, object: ObjectData | str | None = None, client: Attio | None = None, **arguments: Any
    ) -> Rows[Self]:
        """Go through all of them; takes what `client.records.iterate` takes."""
        return cls._of(object, client).iterate(**arguments)

    @classmethod
    def create(
        cls,
        values: Mapping[str, Any],
        *,
        object: ObjectData | str | None = None,
        client: Attio | None = None,
        options: RequestOptions | None = None,
    ) -> Self:
        """Create one from plain Python values; see `client.people.create`."""
        return cls._of(object, client).create(values, options=options)

    @classmethod
    def upsert(
        cls,
        values: Mapping[str, Any],
        *,
        matching: str,
        object: ObjectData | str | None = None,
        client: Attio | None = None,
        options: RequestOptions | None = None,
    ) -> Self:
        """Update the one that shares a value of `matching`, or create it; see `client.people.upsert`."""
        return cls._of(object, client).upsert(values, matching=matching, options=options)

    @classmethod
    def retrieve(
        cls,
        record_id: str,
        *,
        object: ObjectData | str | None = None,
        client: Attio | None = None,
        options: RequestOptions | None = None,
    ) -> Self:
        """Fetch one by its id; raises NotFoundError."""
        return cls._of(object, client).get(record_id, options=options)

    def _own(self) -> BoundRecords[Any]:
        from attio._sync.bound_records import BoundRecords

        return BoundRecords(bound(self), self.object, type(self))

    def entries(self, **arguments: Any) -> Page[RecordEntryData]:
        """Fetch one page of the lists that it is an entry of; takes `limit`, `offset`, `options`."""
        return self._own().entries(self.id, **arguments)


class ActivityRecord(ActivityRecordData, Row):
    """A record of an activity: an event on a timeline."""

    __slots__ = ()

    def _own(self) -> Any:
        return ActivityPlace(bound(self), self.activity)


class ActivityPlace:
    """The records of one activity, as an event sees them."""

    __slots__ = ("_activity", "_client")

    def __init__(self, client: Attio, activity: str) -> None:
        self._client = client
        self._activity = activity

    def __getattr__(self, verb: str) -> Any:
        call = getattr(self._client.activity_records, verb)

        def bound_to_activity(*values: Any, **arguments: Any) -> Any:
            return call(self._activity, *values, **arguments)

        return bound_to_activity


def record_kind(object: str) -> type[Record]:
    """Return the class that records of an object come as: a typed one for standard objects."""
    from .standard import KINDS

    return KINDS.get(object, Record)
