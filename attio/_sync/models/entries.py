# Derived from attio/_async by scripts/unasync: edit there.
"""`Entry`: an entry of a list that acts."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, ClassVar, cast

from attio._sync.binding import bound, client_for
from attio.core.errors import ArgumentError
from attio.records.data import EntryData

from .rows import Row

if TYPE_CHECKING:
    from collections.abc import Mapping
    from typing import Self
    from uuid import UUID

    from attio._sync.bound_entries import BoundEntries
    from attio._sync.client import Attio
    from attio._sync.listing import Page, Rows
    from attio.core.config import RequestOptions
    from attio.records.data import RecordData
    from attio.records.structure import ListData
    from attio.values.types import RecordRef

    from .records import Record


class Entry(EntryData, Row):
    """An entry of any list: a record's place in it, with values of its own.

    Class methods say in `list` which one; classes that typegen wrote know it.
    """

    __slots__ = ()
    __attio_slug__: ClassVar[str | None] = None

    @classmethod
    def _of(cls, list: ListData | str | None, client: Attio | None) -> BoundEntries[Self]:
        acting = client_for(client, cls)
        if cls.__attio_slug__ is not None:
            own: BoundEntries[Self] = acting.entries_in(cls)
            return own
        if list is None:
            raise ArgumentError("list_id", None, "entries are of a list", fix='give list_id="sales"')
        return cast("BoundEntries[Self]", acting.entries_in(list))

    @classmethod
    def list(
        cls, *, list_id: ListData | str | None = None, client: Attio | None = None, **arguments: Any
    ) -> Page[Self]:
        """Fetch one page of the entries of the list `list_id` (slug or id); takes filter, sorts, limit, ..."""
        return cls._of(list_id, client).list(**arguments)

    @classmethod
    def iterate(
        cls, *, list_id: ListData | str | None = None, client: Attio | None = None, **arguments: Any
    ) -> Rows[Self]:
        """Go through all entries of a list."""
        return cls._of(list_id, client).iterate(**arguments)

    @classmethod
    def create(
        cls,
        record_id: RecordData | RecordRef | str | UUID,
        values: Mapping[str, Any] | None = None,
        *,
        list_id: ListData | str | None = None,
        client: Attio | None = None,
        **arguments: Any,
    ) -> Self:
        """Add a record to a list; the parent's object is taken from the record or from the list."""
        return cls._of(list_id, client).create(record_id, values, **arguments)

    @classmethod
    def upsert(
        cls,
        record_id: RecordData | RecordRef | str | UUID,
        values: Mapping[str, Any] | None = None,
        *,
        list_id: ListData | str | None = None,
        client: Attio | None = None,
        **arguments: Any,
    ) -> Self:
        """Update the entry of a record, or add the record to the list."""
        return cls._of(list_id, client).upsert(record_id, values, **arguments)

    @classmethod
    def retrieve(
        cls,
        entry_id: str,
        *,
        list_id: ListData | str | None = None,
        client: Attio | None = None,
        options: RequestOptions | None = None,
    ) -> Self:
        """Fetch one by its id; raises NotFoundError."""
        return cls._of(list_id, client).get(entry_id, options=options)

    def _own(self) -> BoundEntries[Any]:
        from attio._sync.bound_entries import BoundEntries

        return BoundEntries(bound(self), self.list_slug, type(self))

    def record(self, *, options: RequestOptions | None = None) -> Record:
        """Fetch the record that the entry stands for. Costs one request."""
        return bound(self).records.get(self.parent_object, self.parent_record_id, options=options)
