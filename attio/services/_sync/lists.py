# Derived from attio/services/_async by scripts/unasync: edit there.
"""`ListService`: records in lists, each of them once."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, TypeVar, overload

from attio.core.errors import MultipleMatchError, NotFoundError
from attio.records.bodies_records import object_of
from attio.records.filters import F
from attio.services.keys import parent_id

from .service import Service

if TYPE_CHECKING:
    from collections.abc import Mapping
    from uuid import UUID

    from attio._sync.bound_entries import BoundEntries
    from attio._sync.models.entries import Entry
    from attio.core.config import RequestOptions
    from attio.records.data import RecordData
    from attio.records.filters import Filter
    from attio.records.structure import ListData
    from attio.values.types import RecordRef

EntryT = TypeVar("EntryT", bound="Entry")


class ListService(Service):
    """Records in lists, each of them once, where Attio itself lets a record be in a list several times.

    A list is given by slug, id, model, or a class that typegen wrote; a record by itself, a reference or its id.
    """

    __slots__ = ()

    @overload
    def find(
        self,
        list: type[EntryT],
        record: RecordData | RecordRef | str | UUID,
        *,
        options: RequestOptions | None = None,
    ) -> EntryT | None: ...
    @overload
    def find(
        self,
        list: ListData | str | UUID,
        record: RecordData | RecordRef | str | UUID,
        *,
        options: RequestOptions | None = None,
    ) -> Entry | None: ...
    def find(
        self,
        list: ListData | type[EntryT] | str | UUID,
        record: RecordData | RecordRef | str | UUID,
        *,
        options: RequestOptions | None = None,
    ) -> Entry | None:
        """Return the entry of a record in a list, the oldest of several, None when it is not in it.

        Costs one request, and one more the first time where the record is given by its id alone.
        """
        return self._first(self._entries(list), record, options)

    @overload
    def add(
        self,
        list: type[EntryT],
        record: RecordData | RecordRef | str | UUID,
        values: Mapping[str, Any] | None = None,
        *,
        options: RequestOptions | None = None,
    ) -> EntryT: ...
    @overload
    def add(
        self,
        list: ListData | str | UUID,
        record: RecordData | RecordRef | str | UUID,
        values: Mapping[str, Any] | None = None,
        *,
        options: RequestOptions | None = None,
    ) -> Entry: ...
    def add(
        self,
        list: ListData | type[EntryT] | str | UUID,
        record: RecordData | RecordRef | str | UUID,
        values: Mapping[str, Any] | None = None,
        *,
        options: RequestOptions | None = None,
    ) -> Entry:
        """Return the entry of a record in a list, added with these values when it is not in it.

        An entry that exists comes back unchanged. Two callers at once end with one entry, because adding is an
        upsert. Costs one request, two for a new entry. Scopes: list_entry:read-write, list_configuration:read,
        object_configuration:read, record_permission:read.
        """
        entries = self._entries(list)
        found = self._first(entries, record, options)
        if found is not None:
            return found
        try:
            return entries.upsert(record, values, options=options)
        except MultipleMatchError:
            # Somebody added it twice since we looked.
            found = self._first(entries, record, options)
            if found is None:
                raise
            return found

    def remove(
        self,
        list: ListData | type[EntryT] | str | UUID,
        record: RecordData | RecordRef | str | UUID,
        *,
        options: RequestOptions | None = None,
    ) -> int:
        """Take a record out of a list, all of its entries, and return how many those were; the record stays.

        A record that is not in the list is none, and no error. Costs one request, and one for each entry.
        """
        entries = self._entries(list)
        wanted = self._of(entries, record, options)
        removed = 0
        for entry in entries.iterate(filter=wanted, options=options):
            try:
                entries.delete(entry, options=options)
            except NotFoundError:
                continue  # somebody else was quicker
            removed += 1
        return removed

    def _entries(self, list: ListData | type[EntryT] | str | UUID) -> BoundEntries[Entry]:
        given: Any = list
        return self.client.entries_in(given)

    def _first(
        self,
        entries: BoundEntries[Entry],
        record: RecordData | RecordRef | str | UUID,
        options: RequestOptions | None,
    ) -> Entry | None:
        wanted = self._of(entries, record, options)
        page = entries.list(filter=wanted, sorts=["created_at"], limit=1, options=options)
        return next(iter(page), None)

    def _of(
        self,
        entries: BoundEntries[Entry],
        record: RecordData | RecordRef | str | UUID,
        options: RequestOptions | None,
    ) -> Filter:
        own = parent_id(record)
        known = object_of(record) or self.client.schemas.parent_object(entries.list_slug, options)
        return F.parent(known, "record_id") == own
