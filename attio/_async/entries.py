"""Entries of any list."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from attio.core.arguments import segment

from .bound_entries import AsyncBoundEntries
from .models.entries import AsyncEntry
from .resource import AsyncResource

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from uuid import UUID

    from attio.core.config import RequestOptions
    from attio.records.data import EntryData, RecordData
    from attio.records.filters import FilterInput
    from attio.records.sorts import SortsInput
    from attio.records.structure import AttributeData, ListData, ViewData
    from attio.values.types import RecordRef, Value

    from .listing import AsyncPage, AsyncRows


class AsyncEntries(AsyncResource):
    """Entries of any list: `client.entries`. Every method says in `list` which one.

    `client.entries_in("sales")` is the same, bound to one list, and documents the details.
    """

    __slots__ = ()

    def of(self, list: ListData | str) -> AsyncBoundEntries[AsyncEntry]:
        """Return the entries of one list; the same as `client.entries_in(list)`."""
        slug = segment(getattr(list, "api_slug", list), "list")
        return AsyncBoundEntries(self._client, slug, AsyncEntry)

    async def list(
        self,
        list: ListData | str,
        *,
        filter: FilterInput | None = None,
        sorts: SortsInput | None = None,
        filter_view_id: ViewData | str | UUID | None = None,
        limit: int | None = None,
        offset: int | None = None,
        options: RequestOptions | None = None,
    ) -> AsyncPage[AsyncEntry]:
        """Fetch one page of entries of a list. Source: POST /v2/lists/{list}/entries/query."""
        return await self.of(list).list(
            filter=filter,
            sorts=sorts,
            filter_view_id=filter_view_id,
            limit=limit,
            offset=offset,
            options=options,
        )

    def iterate(
        self,
        list: ListData | str,
        *,
        filter: FilterInput | None = None,
        sorts: SortsInput | None = None,
        filter_view_id: ViewData | str | UUID | None = None,
        page_size: int | None = None,
        max_items: int | None = None,
        prefetch: bool = False,
        options: RequestOptions | None = None,
    ) -> AsyncRows[AsyncEntry]:
        """Go through all entries of a list, page by page, with the promises of records."""
        return self.of(list).iterate(
            filter=filter,
            sorts=sorts,
            filter_view_id=filter_view_id,
            page_size=page_size,
            max_items=max_items,
            prefetch=prefetch,
            options=options,
        )

    async def get(
        self, list: ListData | str, entry_id: EntryData | str | UUID, *, options: RequestOptions | None = None
    ) -> AsyncEntry:
        """Fetch one entry. Source: GET /v2/lists/{list}/entries/{entry_id}."""
        return await self.of(list).get(entry_id, options=options)

    async def create(
        self,
        list: ListData | str,
        parent: RecordData | RecordRef | str | UUID,
        values: Mapping[str, Any] | None = None,
        *,
        parent_object: str | None = None,
        options: RequestOptions | None = None,
    ) -> AsyncEntry:
        """Add a record to a list; it may be in it several times. Source: POST /v2/lists/{list}/entries."""
        return await self.of(list).create(parent, values, parent_object=parent_object, options=options)

    async def upsert(
        self,
        list: ListData | str,
        parent: RecordData | RecordRef | str | UUID,
        values: Mapping[str, Any] | None = None,
        *,
        parent_object: str | None = None,
        options: RequestOptions | None = None,
    ) -> AsyncEntry:
        """Update the entry of a record, or add the record. Source: PUT /v2/lists/{list}/entries."""
        return await self.of(list).upsert(parent, values, parent_object=parent_object, options=options)

    async def update(
        self,
        list: ListData | str,
        entry_id: EntryData | str | UUID,
        values: Mapping[str, Any],
        *,
        options: RequestOptions | None = None,
    ) -> AsyncEntry:
        """Change values of an entry; multi-valued attributes are ADDED to.

        Source: PATCH /v2/lists/{list}/entries/{entry_id}.
        """
        return await self.of(list).update(entry_id, values, options=options)

    async def replace(
        self,
        list: ListData | str,
        entry_id: EntryData | str | UUID,
        values: Mapping[str, Any],
        *,
        options: RequestOptions | None = None,
    ) -> AsyncEntry:
        """Change values of an entry; multi-valued attributes are OVERWRITTEN.

        Source: PUT /v2/lists/{list}/entries/{entry_id}.
        """
        return await self.of(list).replace(entry_id, values, options=options)

    async def delete(
        self, list: ListData | str, entry_id: EntryData | str | UUID, *, options: RequestOptions | None = None
    ) -> None:
        """Take an entry out of a list; the record stays. Source: DELETE /v2/lists/{list}/entries/{entry_id}."""
        await self.of(list).delete(entry_id, options=options)

    async def history(
        self,
        list: ListData | str,
        entry_id: EntryData | str | UUID,
        attribute: AttributeData | str,
        *,
        show_historic: bool = True,
        limit: int | None = None,
        offset: int | None = None,
        options: RequestOptions | None = None,
    ) -> AsyncPage[Value]:
        """Fetch the values that an attribute of an entry has had, oldest first.

        Source: GET /v2/lists/{list}/entries/{entry_id}/attributes/{attribute}/values.
        """
        return await self.of(list).history(
            entry_id, attribute, show_historic=show_historic, limit=limit, offset=offset, options=options
        )

    async def write_history(
        self,
        list: ListData | str,
        entry_id: EntryData | str | UUID,
        attribute: AttributeData | str,
        values: Sequence[Mapping[str, Any]],
        *,
        options: RequestOptions | None = None,
    ) -> tuple[Value, ...]:
        """REPLACE the whole history of an attribute of an entry (1 to 400 values).

        Source: PUT /v2/lists/{list}/entries/{entry_id}/attributes/{attribute}/values.
        """
        return await self.of(list).write_history(entry_id, attribute, values, options=options)
