"""Entries of one list: where all entry operations are carried out."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, TypeVar

from attio_openapi.api.entries import (
    create_entry,
    delete_entry,
    get_entry,
    list_entries,
    list_entry_values,
    replace_entry,
    update_entry,
    upsert_entry,
    write_entry_values,
)

from attio.core.arguments import flag, segment
from attio.records.bodies_records import (
    RecordQuery,
    entry_body,
    entry_values_body,
    history_body,
    object_of,
    parent_id,
)

from .listing import AsyncListing
from .many_entries import AsyncManyEntries
from .row_answers import row_in, rows_in, values_in, values_page

if TYPE_CHECKING:
    import builtins
    from collections.abc import Mapping, Sequence
    from uuid import UUID

    from attio_openapi import Request

    from attio.core.client import Reply
    from attio.core.config import RequestOptions
    from attio.records.data import EntryData, RecordData
    from attio.records.filters import FilterInput
    from attio.records.paging import PageQuery
    from attio.records.schema import Schema
    from attio.records.sorts import SortsInput
    from attio.records.structure import AttributeData, ViewData
    from attio.values.types import RecordRef, Value

    from .client import AsyncAttio
    from .listing import AsyncPage, AsyncRows
    from .models.entries import AsyncEntry

EntryT = TypeVar("EntryT", bound="AsyncEntry")


class AsyncBoundEntries(AsyncManyEntries[EntryT]):
    """Entries of one list: `client.entries_in("sales")`, `client.entries_in(SalesEntry)`."""

    __slots__ = ("_kind", "list_slug")

    def __init__(self, client: AsyncAttio, list: str, kind: type[EntryT]) -> None:
        super().__init__(client)
        self.list_slug = segment(list, "list")
        self._kind = kind

    def __repr__(self) -> str:
        return f"<{type(self).__name__} of {self.list_slug!r}>"

    @property
    def _place(self) -> tuple[str, str]:
        return ("lists", self.list_slug)

    async def _read(self, request: Request, options: RequestOptions | None) -> EntryT:
        reply = await self._send(request, options)
        return await row_in(reply, self._kind, self._place, self._client, options)

    def _query(
        self,
        filter: FilterInput | None,
        sorts: SortsInput | None,
        filter_view_id: ViewData | str | UUID | None,
        options: RequestOptions | None,
    ) -> AsyncListing[EntryT]:
        schema = self._client.schemas.known(*self._place, options)
        query = RecordQuery(filter, sorts, filter_view_id, of=self.list_slug, entries=True, schema=schema)

        async def decode(reply: Reply) -> tuple[builtins.list[EntryT], str | None]:
            return await rows_in(reply, self._kind, self._place, self._client, options), None

        def build(at: PageQuery) -> Request:
            return list_entries.build_request(self.list_slug, body=query.body(at))

        return AsyncListing(self._client, "list_entries", build, decode, options, query=query)

    async def schema(self, *, refresh: bool = False, options: RequestOptions | None = None) -> Schema:
        """Return the attributes of the list with their options and statuses; kept as those of objects are.

        Scope: list_configuration:read.
        """
        return await self._client.schemas.load(*self._place, options, refresh=refresh)

    async def list(
        self,
        *,
        filter: FilterInput | None = None,
        sorts: SortsInput | None = None,
        filter_view_id: ViewData | str | UUID | None = None,
        limit: int | None = None,
        offset: int | None = None,
        options: RequestOptions | None = None,
    ) -> AsyncPage[EntryT]:
        """Fetch one page of entries.

        `filter` is a `Filter`, or a dict in Attio's shape; it excludes `filter_view_id`, which applies the
        filter of a saved view. Attributes of the parent record are reached by `F.parent(...)`. `sorts` takes
        "slug", "-slug", dicts and `Sort` objects. `limit` is 500 unless given. Raises FilterError,
        NotFoundError. Scopes: list_entry:read, list_configuration:read.
        Source: POST /v2/lists/{list}/entries/query.
        """
        return await self._query(filter, sorts, filter_view_id, options).page(limit=limit, offset=offset)

    def iterate(
        self,
        *,
        filter: FilterInput | None = None,
        sorts: SortsInput | None = None,
        filter_view_id: ViewData | str | UUID | None = None,
        page_size: int | None = None,
        max_items: int | None = None,
        prefetch: bool = False,
        options: RequestOptions | None = None,
    ) -> AsyncRows[EntryT]:
        """Go through all entries, page by page (500 a page unless `page_size` says otherwise).

        Promises and prefetch are those of records: see `AsyncBoundRecords.iterate`.
        """
        listing = self._query(filter, sorts, filter_view_id, options)
        return listing.rows(page_size=page_size, max_items=max_items, prefetch=prefetch)

    async def get(self, entry_id: EntryData | str | UUID, *, options: RequestOptions | None = None) -> EntryT:
        """Fetch one entry; raises NotFoundError.

        Scopes: list_entry:read, list_configuration:read. Source: GET /v2/lists/{list}/entries/{entry_id}.
        """
        return await self._read(
            get_entry.build_request(self.list_slug, segment(entry_id, "entry_id")), options
        )

    async def create(
        self,
        parent: RecordData | RecordRef | str | UUID,
        values: Mapping[str, Any] | None = None,
        *,
        parent_object: str | None = None,
        options: RequestOptions | None = None,
    ) -> EntryT:
        """Add a record to the list; the same record may be in it several times (`upsert` keeps it single).

        `parent` is a record, a reference or an id; `parent_object` is taken from the record or the reference,
        else from the list itself (one request, the first time). Raises ValueNotFoundError for an unknown
        record or option. Not sent again when its outcome is unknown (MaybeSentError).
        Scopes: list_entry:read-write, list_configuration:read. Source: POST /v2/lists/{list}/entries.
        """
        body = await self._added(parent, parent_object, values, options, creating=True)
        return await self._read(create_entry.build_request(self.list_slug, body=body), options)

    async def upsert(
        self,
        parent: RecordData | RecordRef | str | UUID,
        values: Mapping[str, Any] | None = None,
        *,
        parent_object: str | None = None,
        options: RequestOptions | None = None,
    ) -> EntryT:
        """Update the entry of a record, or add the record to the list; multi-selects are OVERWRITTEN.

        Raises MultipleMatchError where the record is in the list several times. Safe to send again.
        Arguments are those of `create`. Source: PUT /v2/lists/{list}/entries.
        """
        body = await self._added(parent, parent_object, values, options)
        return await self._read(upsert_entry.build_request(self.list_slug, body=body), options)

    async def _added(
        self,
        parent: RecordData | RecordRef | str | UUID,
        parent_object: str | None,
        values: Mapping[str, Any] | None,
        options: RequestOptions | None,
        *,
        creating: bool = False,
    ) -> dict[str, Any]:
        parent_id(parent)  # before anything is asked because of it
        known = object_of(parent) if parent_object is None else segment(parent_object, "parent_object")
        held = known or await self._client.schemas.parent_object(self.list_slug, options)

        def encode(values: Mapping[str, Any], schema: Schema | None) -> dict[str, Any]:
            return entry_body(parent, held, values, schema, creating=creating)

        return await self._client.schemas.checked(
            *self._place, {} if values is None else values, encode, options
        )

    async def _changed(self, values: Mapping[str, Any], options: RequestOptions | None) -> dict[str, Any]:
        return await self._client.schemas.checked(*self._place, values, entry_values_body, options)

    async def update(
        self,
        entry_id: EntryData | str | UUID,
        values: Mapping[str, Any],
        *,
        options: RequestOptions | None = None,
    ) -> EntryT:
        """Change values of an entry; multi-valued attributes are ADDED to. The parent cannot change.

        Raises NotFoundError. Source: PATCH /v2/lists/{list}/entries/{entry_id}.
        """
        entry = segment(entry_id, "entry_id")
        body = await self._changed(values, options)
        return await self._read(update_entry.build_request(self.list_slug, entry, body=body), options)

    async def replace(
        self,
        entry_id: EntryData | str | UUID,
        values: Mapping[str, Any],
        *,
        options: RequestOptions | None = None,
    ) -> EntryT:
        """Change values of an entry; multi-valued attributes are OVERWRITTEN.

        Raises NotFoundError. Source: PUT /v2/lists/{list}/entries/{entry_id}.
        """
        entry = segment(entry_id, "entry_id")
        body = await self._changed(values, options)
        return await self._read(replace_entry.build_request(self.list_slug, entry, body=body), options)

    async def delete(
        self, entry_id: EntryData | str | UUID, *, options: RequestOptions | None = None
    ) -> None:
        """Take an entry out of the list for good; the record stays. Raises NotFoundError.

        Source: DELETE /v2/lists/{list}/entries/{entry_id}.
        """
        await self._send(delete_entry.build_request(self.list_slug, segment(entry_id, "entry_id")), options)

    def _history(
        self,
        entry_id: EntryData | str | UUID,
        attribute: AttributeData | str,
        options: RequestOptions | None,
        *,
        show_historic: bool,
    ) -> AsyncListing[Value]:
        entry, slug = segment(entry_id, "entry_id"), segment(attribute, "attribute")
        historic = flag(show_historic, "show_historic")

        def build(at: PageQuery) -> Request:
            return list_entry_values.build_request(
                self.list_slug, entry, slug, show_historic=historic, limit=at.limit, offset=at.offset
            )

        return AsyncListing(self._client, "list_entry_values", build, values_page, options)

    async def history(
        self,
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
        listing = self._history(entry_id, attribute, options, show_historic=show_historic)
        return await listing.page(limit=limit, offset=offset)

    async def write_history(
        self,
        entry_id: EntryData | str | UUID,
        attribute: AttributeData | str,
        values: Sequence[Mapping[str, Any]],
        *,
        options: RequestOptions | None = None,
    ) -> tuple[Value, ...]:
        """REPLACE the whole history of an attribute of an entry (1 to 400 values), as records do.

        Scopes: list_entry:read-write, list_configuration:read.
        Source: PUT /v2/lists/{list}/entries/{entry_id}/attributes/{attribute}/values.
        """
        entry, slug = segment(entry_id, "entry_id"), segment(attribute, "attribute")
        body = history_body(values)
        request = write_entry_values.build_request(self.list_slug, entry, slug, body=body)
        return values_in(await self._send(request, options))
