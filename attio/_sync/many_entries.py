# Derived from attio/_async by scripts/unasync: edit there.
"""Many entries of one list at once: the `bulk_...` calls."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Generic, Literal, TypeVar, cast

from .resource import Resource

if TYPE_CHECKING:
    from collections.abc import Mapping
    from typing import Unpack
    from uuid import UUID

    from attio.bulk.settings import BulkOptions
    from attio.core.gather import Input
    from attio.records.data import EntryData
    from attio.records.planning import Mode, Verb

    from .bound_entries import BoundEntries
    from .bulk import BulkReport
    from .models.entries import Entry

EntryT = TypeVar("EntryT", bound="Entry")


class ManyEntries(Resource, Generic[EntryT]):
    """What `client.entries_in(...)` can do with many entries; `ManyRecords` says how such runs go."""

    __slots__ = ()

    def bulk_create(self, rows: Input[Any], **settings: Unpack[BulkOptions]) -> BulkReport:
        """Add the record that each row names to the list; takes `BulkOptions`.

        A row is a record, a reference or an id, a pair `(parent, values)`, or a mapping with `parent_record_id`,
        `parent_object` and `entry_values`. The same record may be in a list several times, and nothing of an entry
        is unique: a create whose answer was lost stays `unknown`. `bulk_upsert` keeps each record in it once.
        Scopes: list_entry:read-write, list_configuration:read. Source: POST /v2/lists/{list}/entries.
        """
        return self._bulk("create", rows, settings)

    def bulk_upsert(
        self, rows: Input[Any], *, mode: Mode = "replace", **settings: Unpack[BulkOptions]
    ) -> BulkReport:
        """Update the entry of the record that each row names, or add it to the list; takes `BulkOptions`.

        Rows are those of `bulk_create`; what `mode` means is told by `ManyRecords.bulk_upsert`.
        Scopes: list_entry:read-write, list_configuration:read. Source: PUT /v2/lists/{list}/entries.
        """
        return self._bulk("upsert", rows, settings, mode=mode)

    def bulk_update(
        self,
        rows: Input[Any],
        *,
        mode: Literal["append", "replace"] = "append",
        **settings: Unpack[BulkOptions],
    ) -> BulkReport:
        """Change the entry that each row names; takes `BulkOptions`.

        A row is `(entry_id, values)`, a mapping with `entry_id` among its keys, or an entry with unsaved changes.
        "append" adds to multi-valued attributes, "replace" overwrites them.
        Scopes: list_entry:read-write, list_configuration:read.
        Source: PATCH or PUT /v2/lists/{list}/entries/{entry_id}.
        """
        return self._bulk("update", rows, settings, mode=mode)

    def bulk_delete(
        self, rows: Input[EntryData | Mapping[str, Any] | UUID | str], **settings: Unpack[BulkOptions]
    ) -> BulkReport:
        """Take the entry that each row is or names out of the list; takes `BulkOptions`.

        Scopes: list_entry:read-write, list_configuration:read. Source: DELETE /v2/lists/{list}/entries/{entry_id}.
        """
        return self._bulk("delete", rows, settings)

    def _bulk(
        self, verb: Verb, rows: Input[Any], settings: BulkOptions, *, mode: str = "replace"
    ) -> BulkReport:
        from .bulk_entries import EntryTarget
        from .bulk_records import run_rows

        target = EntryTarget(cast("BoundEntries[Any]", self))
        return run_rows(target, target.place, verb, rows, settings, mode=mode)
