"""`AsyncRecord` and the records of standard objects: records that act."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, ClassVar, cast

from attio._async.binding import bound, client_for
from attio.core.errors import ArgumentError
from attio.records.data import ActivityRecordData, RecordData

from .rows import AsyncRow

if TYPE_CHECKING:
    from collections.abc import Mapping
    from typing import Self

    from attio._async.bound_records import AsyncBoundRecords
    from attio._async.client import AsyncAttio
    from attio._async.listing import AsyncPage, AsyncRows
    from attio.core.config import RequestOptions
    from attio.records.results import RecordEntryData
    from attio.records.structure import ObjectData


class AsyncRecord(RecordData, AsyncRow):
    """A record of any object.

    Class methods say in `object` which one; classes of one object (`AsyncPerson`, typegen's) know it.
    """

    __slots__ = ()
    __attio_slug__: ClassVar[str | None] = None

    @classmethod
    def _of(cls, object: ObjectData | str | None, client: AsyncAttio | None) -> AsyncBoundRecords[Self]:
        acting = client_for(client, cls)
        if cls.__attio_slug__ is not None:
            own: AsyncBoundRecords[Self] = acting.object(cls)
            return own
        if object is None:
            raise ArgumentError("object", None, "records are of an object", fix='give object="people"')
        return cast("AsyncBoundRecords[Self]", acting.object(object))

    @classmethod
    async def list(
        cls, *, object: ObjectData | str | None = None, client: AsyncAttio | None = None, **arguments: Any
    ) -> AsyncPage[Self]:
        """Fetch one page; takes what `client.records.list` takes: filter, sorts, limit, offset, ..."""
        return await cls._of(object, client).list(**arguments)

    @classmethod
    def iterate(
        cls, *, object: ObjectData | str | None = None, client: AsyncAttio | None = None, **arguments: Any
    ) -> AsyncRows[Self]:
        """Go through all of them; takes what `client.records.iterate` takes."""
        return cls._of(object, client).iterate(**arguments)

    @classmethod
    async def create(
        cls,
        values: Mapping[str, Any],
        *,
        object: ObjectData | str | None = None,
        client: AsyncAttio | None = None,
        options: RequestOptions | None = None,
    ) -> Self:
        """Create one from plain Python values; see `client.people.create`."""
        return await cls._of(object, client).create(values, options=options)

    @classmethod
    async def upsert(
        cls,
        values: Mapping[str, Any],
        *,
        matching: str,
        object: ObjectData | str | None = None,
        client: AsyncAttio | None = None,
        options: RequestOptions | None = None,
    ) -> Self:
        """Update the one that shares a value of `matching`, or create it; see `client.people.upsert`."""
        return await cls._of(object, client).upsert(values, matching=matching, options=options)

    @classmethod
    async def retrieve(
        cls,
        record_id: str,
        *,
        object: ObjectData | str | None = None,
        client: AsyncAttio | None = None,
        options: RequestOptions | None = None,
    ) -> Self:
        """Fetch one by its id; raises NotFoundError."""
        return await cls._of(object, client).get(record_id, options=options)

    def _own(self) -> AsyncBoundRecords[Any]:
        from attio._async.bound_records import AsyncBoundRecords

        return AsyncBoundRecords(bound(self), self.object, type(self))

    async def entries(self, **arguments: Any) -> AsyncPage[RecordEntryData]:
        """Fetch one page of the lists that it is an entry of; takes `limit`, `offset`, `options`."""
        return await self._own().entries(self.id, **arguments)


class AsyncActivityRecord(ActivityRecordData, AsyncRow):
    """A record of an activity: an event on a timeline."""

    __slots__ = ()

    def _own(self) -> Any:
        return AsyncActivityPlace(bound(self), self.activity)


class AsyncActivityPlace:
    """The records of one activity, as an event sees them."""

    __slots__ = ("_activity", "_client")

    def __init__(self, client: AsyncAttio, activity: str) -> None:
        self._client = client
        self._activity = activity

    def __getattr__(self, verb: str) -> Any:
        call = getattr(self._client.activity_records, verb)

        def bound_to_activity(*values: Any, **arguments: Any) -> Any:
            return call(self._activity, *values, **arguments)

        return bound_to_activity


def record_kind(object: str) -> type[AsyncRecord]:
    """Return the class that records of an object come as: a typed one for standard objects."""
    from .standard import KINDS

    return KINDS.get(object, AsyncRecord)
