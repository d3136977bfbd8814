# Derived from attio/_async by scripts/unasync: edit there.
"""Entries of any list."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from attio.core.arguments import segment

from .bound_entries import BoundEntries
from .models.entries import Entry
from .resource import Resource

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from uuid import UUID

    from attio.core.config import RequestOptions
    from attio.records.data import EntryData, RecordData
    from attio.records.filters import FilterInput
    from attio.records.sorts import SortsInput
    from attio.records.structure import AttributeData, ListData, ViewData
    from attio.values.types import RecordRef, Value

    from .listing import Page, Rows


class Entries(Resource):
    """Entries of any list: `client.entries`. Every method says in `list` which one.

    `client.entries_in("sales")` is the same, bound to one list, and documents the details.
    """

    __slots__ = ()

    def of(self, list: ListData | str) -> BoundEntries[Entry]:
        """Return the entries of one list; the same as `client.entries_in(list)`."""
        slug = segment(getattr(list, "api_slug", list), "list")
        return BoundEntries(self._client, slug, Entry)

    def list(
        self,
        list: ListData | str,
        *,
        filter: FilterInput | None = None,
        sorts: SortsInput | None = None,
        filter_view_id: ViewData | str | UUID | None = None,
        limit: int | None = None,
        offset: int | None = None,
        options: RequestOptions | None = None,
    ) -> Page[Entry]:
        """Fetch one page of entries of a list. Source: POST /v2/lists/{list}/entries/query."""
        return self.of(list).list(
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
    ) -> Rows[Entry]:
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

    def get(
        self, list: ListData | str, entry_id: EntryData | str | UUID, *, options: RequestOptions | None = None
    ) -> Entry:
        """Fetch one entry. Source: GET /v2/lists/{list}/entries/{entry_id}."""
        return self.of(list).get(entry_id, options=options)

    def create(
        self,
        list: ListData | str,
        parent: RecordData | RecordRef | str | UUID,
        values: Mapping[str, Any] | None = None,
        *,
        parent_object: str | None = None,
        options: RequestOptions | None = None,
    ) -> Entry:
        """Add a record to a list; it may be in it several times. Source: POST /v2/lists/{list}/entries."""
        return self.of(list).create(parent, values, parent_object=parent_object, options=options)

    def upsert(
        self,
        list: ListData | str,
        parent: RecordData | RecordRef | str | UUID,
        values: Mapping[str, Any] | None = None,
        *,
        parent_object: str | None = None,
        options: RequestOptions | None = None,
    ) -> Entry:
        """Update the entry of a record, or add the record. Source: PUT /v2/lists/{list}/entries."""
        return self.of(list).upsert(parent, values, parent_object=parent_object, options=options)

    def update(
        self,
        list: ListData | str,
        entry_id: EntryData | str | UUID,
        values: Mapping[str, Any],
        *,
        options: RequestOptions | None = None,
    ) -> Entry:
        """Change values of an entry; multi-valued attributes are ADDED to.

        Source: PATCH /v2/lists/{list}/entries/{entry_id}.
        """
        return self.of(list).update(entry_id, values, options=options)

    def replace(
        self,
        list: ListData | str,
        entry_id: EntryData | str | UUID,
        values: Mapping[str, Any],
        *,
        options: RequestOptions | None = None,
    ) -> Entry:
        """Change values of an entry; multi-valued attributes are OVERWRITTEN.

        Source: PUT /v2/lists/{list}/entries/{entry_id}.
        """
        return self.of(list).replace(entry_id, values, options=options)

    def delete(
        self, list: ListData | str, entry_id: EntryData | str | UUID, *, options: RequestOptions | None = None
    ) -> None:
        """Take an entry out of a list; the record stays. Source: DELETE /v2/lists/{list}/entries/{entry_id}."""
        self.of(list).delete(entry_id, options=options)

    def history(
        self,
        list: ListData | str,
        entry_id: EntryData | str | UUID,
        attribute: AttributeData | str,
        *,
        show_historic: bool = True,
        limit: int | None = None,
        offset: int | None = None,
        options: RequestOptions | None = None,
    ) -> Page[Value]:
        """Fetch the values that an attribute of an entry has had, oldest first.

        Source: GET /v2/lists/{list}/entries/{entry_id}/attributes/{attribute}/values.
        """
        return self.of(list).history(
            entry_id, attribute, show_historic=show_historic, limit=limit, offset=offset, options=options
        )

    def write_history(
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
        return self.of(list).write_history(entry_id, attribute, values, options=options)
