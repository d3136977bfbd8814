"""Many entries of one list at once: the `bulk_...` calls."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Generic, Literal, TypeVar, cast

from .resource import AsyncResource

if TYPE_CHECKING:
    from collections.abc import Mapping
    from typing import Unpack
    from uuid import UUID

    from attio.bulk.settings import BulkOptions
    from attio.core.gather import AsyncInput
    from attio.records.data import EntryData
    from attio.records.planning import Mode, Verb

    from .bound_entries import AsyncBoundEntries
    from .bulk import AsyncBulkReport
    from .models.entries import AsyncEntry

EntryT = TypeVar("EntryT", bound="AsyncEntry")


class AsyncManyEntries(AsyncResource, Generic[EntryT]):
    """What `client.entries_in(...)` can do with many entries; `AsyncManyRecords` says how such runs go."""

    __slots__ = ()

    async def bulk_create(self, rows: AsyncInput[Any], **settings: Unpack[BulkOptions]) -> AsyncBulkReport:
        """Add the record that each row names to the list; takes `BulkOptions`.

        A row is a record, a reference or an id, a pair `(parent, values)`, or a mapping with `parent_record_id`,
        `parent_object` and `entry_values`. The same record may be in a list several times, and nothing of an entry
        is unique: a create whose answer was lost stays `unknown`. `bulk_upsert` keeps each record in it once.
        Scopes: list_entry:read-write, list_configuration:read. Source: POST /v2/lists/{list}/entries.
        """
        return await self._bulk("create", rows, settings)

    async def bulk_upsert(
        self, rows: AsyncInput[Any], *, mode: Mode = "replace", **settings: Unpack[BulkOptions]
    ) -> AsyncBulkReport:
        """Update the entry of the record that each row names, or add it to the list; takes `BulkOptions`.

        Rows are those of `bulk_create`; what `mode` means is told by `AsyncManyRecords.bulk_upsert`.
        Scopes: list_entry:read-write, list_configuration:read. Source: PUT /v2/lists/{list}/entries.
        """
        return await self._bulk("upsert", rows, settings, mode=mode)

    async def bulk_update(
        self,
        rows: AsyncInput[Any],
        *,
        mode: Literal["append", "replace"] = "append",
        **settings: Unpack[BulkOptions],
    ) -> AsyncBulkReport:
        """Change the entry that each row names; takes `BulkOptions`.

        A row is `(entry_id, values)`, a mapping with `entry_id` among its keys, or an entry with unsaved changes.
        "append" adds to multi-valued attributes, "replace" overwrites them.
        Scopes: list_entry:read-write, list_configuration:read.
        Source: PATCH or PUT /v2/lists/{list}/entries/{entry_id}.
        """
        return await self._bulk("update", rows, settings, mode=mode)

    async def bulk_delete(
        self, rows: AsyncInput[EntryData | Mapping[str, Any] | UUID | str], **settings: Unpack[BulkOptions]
    ) -> AsyncBulkReport:
        """Take the entry that each row is or names out of the list; takes `BulkOptions`.

        Scopes: list_entry:read-write, list_configuration:read. Source: DELETE /v2/lists/{list}/entries/{entry_id}.
        """
        return await self._bulk("delete", rows, settings)

    async def _bulk(
        self, verb: Verb, rows: AsyncInput[Any], settings: BulkOptions, *, mode: str = "replace"
    ) -> AsyncBulkReport:
        from .bulk_entries import AsyncEntryTarget
        from .bulk_records import run_rows

        target = AsyncEntryTarget(cast("AsyncBoundEntries[Any]", self))
        return await run_rows(target, target.place, verb, rows, settings, mode=mode)
