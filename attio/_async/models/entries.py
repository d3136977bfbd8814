"""`AsyncEntry`: an entry of a list that acts."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, ClassVar, cast

from attio._async.binding import bound, client_for
from attio.core.errors import ArgumentError
from attio.records.data import EntryData

from .rows import AsyncRow

if TYPE_CHECKING:
    from collections.abc import Mapping
    from typing import Self
    from uuid import UUID

    from attio._async.bound_entries import AsyncBoundEntries
    from attio._async.client import AsyncAttio
    from attio._async.listing import AsyncPage, AsyncRows
    from attio.core.config import RequestOptions
    from attio.records.data import RecordData
    from attio.records.structure import ListData
    from attio.values.types import RecordRef

    from .records import AsyncRecord


class AsyncEntry(EntryData, AsyncRow):
    """An entry of any list: a record's place in it, with values of its own.

    Class methods say in `list` which one; classes that typegen wrote know it.
    """

    __slots__ = ()
    __attio_slug__: ClassVar[str | None] = None

    @classmethod
    def _of(cls, list: ListData | str | None, client: AsyncAttio | None) -> AsyncBoundEntries[Self]:
        acting = client_for(client, cls)
        if cls.__attio_slug__ is not None:
            own: AsyncBoundEntries[Self] = acting.entries_in(cls)
            return own
        if list is None:
            raise ArgumentError("list_id", None, "entries are of a list", fix='give list_id="sales"')
        return cast("AsyncBoundEntries[Self]", acting.entries_in(list))

    @classmethod
    async def list(
        cls, *, list_id: ListData | str | None = None, client: AsyncAttio | None = None, **arguments: Any
    ) -> AsyncPage[Self]:
        """Fetch one page of the entries of the list `list_id` (slug or id); takes filter, sorts, limit, ..."""
        return await cls._of(list_id, client).list(**arguments)

    @classmethod
    def iterate(
        cls, *, list_id: ListData | str | None = None, client: AsyncAttio | None = None, **arguments: Any
    ) -> AsyncRows[Self]:
        """Go through all entries of a list."""
        return cls._of(list_id, client).iterate(**arguments)

    @classmethod
    async def create(
        cls,
        record_id: RecordData | RecordRef | str | UUID,
        values: Mapping[str, Any] | None = None,
        *,
        list_id: ListData | str | None = None,
        client: AsyncAttio | None = None,
        **arguments: Any,
    ) -> Self:
        """Add a record to a list; the parent's object is taken from the record or from the list."""
        return await cls._of(list_id, client).create(record_id, values, **arguments)

    @classmethod
    async def upsert(
        cls,
        record_id: RecordData | RecordRef | str | UUID,
        values: Mapping[str, Any] | None = None,
        *,
        list_id: ListData | str | None = None,
        client: AsyncAttio | None = None,
        **arguments: Any,
    ) -> Self:
        """Update the entry of a record, or add the record to the list."""
        return await cls._of(list_id, client).upsert(record_id, values, **arguments)

    @classmethod
    async def retrieve(
        cls,
        entry_id: str,
        *,
        list_id: ListData | str | None = None,
        client: AsyncAttio | None = None,
        options: RequestOptions | None = None,
    ) -> Self:
        """Fetch one by its id; raises NotFoundError."""
        return await cls._of(list_id, client).get(entry_id, options=options)

    def _own(self) -> AsyncBoundEntries[Any]:
        from attio._async.bound_entries import AsyncBoundEntries

        return AsyncBoundEntries(bound(self), self.list_slug, type(self))

    async def record(self, *, options: RequestOptions | None = None) -> AsyncRecord:
        """Fetch the record that the entry stands for. Costs one request."""
        return await bound(self).records.get(self.parent_object, self.parent_record_id, options=options)
