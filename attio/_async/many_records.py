"""Many records of one object at once: the `bulk_...` calls and `get_many`."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Generic, Literal, TypeVar, cast

from .resource import AsyncResource

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence
    from typing import Unpack
    from uuid import UUID

    from attio.bulk.found import FoundRows
    from attio.bulk.settings import BulkOptions
    from attio.core.config import RequestOptions
    from attio.core.gather import AsyncInput
    from attio.records.data import RecordData
    from attio.records.planning import Mode, Verb

    from .bound_records import AsyncBoundRecords
    from .bulk import AsyncBulkReport
    from .models.records import AsyncRecord

RecordT = TypeVar("RecordT", bound="AsyncRecord")


class AsyncManyRecords(AsyncResource, Generic[RecordT]):
    """What `client.people` and its like can do with many records.

    Attio has no bulk endpoint: these run at its limit of 25 writes a second and not above it, in bounded memory,
    from any iterable. Rows about the same record are written one after the other, in their order. A row that
    fails does not stop the others, unless the token is refused or Attio cannot be reached at all: then the
    error is raised, and a journal (see `attio.bulk.settings.BulkOptions`) lets the next call go on.
    """

    __slots__ = ()
    object: str

    async def bulk_create(
        self, rows: AsyncInput[Mapping[str, Any]], **settings: Unpack[BulkOptions]
    ) -> AsyncBulkReport:
        """Create a record from each row of values; takes `BulkOptions`.

        Creates are not safe to send again: one whose answer was lost counts as `unknown`, is in
        `report.unresolved`, and is looked up by its unique attributes when the run is resumed. One write a row.
        Scopes: record_permission:read-write, object_configuration:read. Source: POST /v2/objects/{object}/records.
        """
        return await self._bulk("create", rows, settings)

    async def bulk_upsert(
        self,
        rows: AsyncInput[Mapping[str, Any]],
        *,
        matching: str,
        mode: Mode = "replace",
        **settings: Unpack[BulkOptions],
    ) -> AsyncBulkReport:
        """Update the record that shares a value of `matching`, or create one, for each row; takes `BulkOptions`.

        `mode` says what happens to a record that exists. "replace" is Attio's own upsert: what is sent for a
        multi-valued attribute overwrites it, except that values of `matching` are added. "append" adds to all of
        them. "fill_empty" writes only what the record has no value for. "only_if_changed" writes only what
        differs, and nothing where nothing does. The last three read the record first: one read a row, beside one
        write. Whether a record was created or updated is told by its created_at against the answer's date.
        Scopes: record_permission:read-write, object_configuration:read.
        Source: PUT /v2/objects/{object}/records?matching_attribute=...
        """
        from attio.core.arguments import segment

        return await self._bulk("upsert", rows, settings, mode=mode, matching=segment(matching, "matching"))

    async def bulk_update(
        self,
        rows: AsyncInput[Any],
        *,
        mode: Literal["append", "replace"] = "append",
        **settings: Unpack[BulkOptions],
    ) -> AsyncBulkReport:
        """Change the record that each row names; takes `BulkOptions`.

        A row is `(record_id, values)`, a mapping with `record_id` among its keys, or a record with unsaved
        changes, which is saved. "append" adds to multi-valued attributes (PATCH), "replace" overwrites them (PUT).
        One write a row. Scopes: record_permission:read-write, object_configuration:read.
        Source: PATCH or PUT /v2/objects/{object}/records/{record_id}.
        """
        return await self._bulk("update", rows, settings, mode=mode)

    async def bulk_delete(
        self, rows: AsyncInput[RecordData | Mapping[str, Any] | UUID | str], **settings: Unpack[BulkOptions]
    ) -> AsyncBulkReport:
        """Delete the record that each row is or names, for good; takes `BulkOptions`.

        A record that is not there fails with NotFoundError, unless this run deleted it before it was killed.
        One write a row. Scopes: record_permission:read-write, object_configuration:read.
        Source: DELETE /v2/objects/{object}/records/{record_id}.
        """
        return await self._bulk("delete", rows, settings)

    async def get_many(
        self,
        record_ids: Iterable[RecordData | UUID | str],
        *,
        concurrency: int = 4,
        options: RequestOptions | None = None,
    ) -> FoundRows[RecordT]:
        """Fetch records by their ids: a sequence in the order of the ids, with `.missing` beside it.

        An id that is given twice is there twice. Ids that Attio knows no record of are in `.missing`. Costs one
        request for each 100 ids. Scopes: record_permission:read, object_configuration:read.
        Source: POST /v2/objects/{object}/records/query.
        """
        from functools import partial

        from attio.bulk.found import FoundRows, chunked, ids_in
        from attio.core.gather import AsyncCrew

        wanted = ids_in(record_ids, "record_ids", concurrency)
        found: dict[str, RecordT] = {}
        crew: AsyncCrew[Sequence[RecordT]] = AsyncCrew(concurrency)
        async with crew:
            for chunk in chunked(wanted):
                if crew.busy == crew.size:
                    found.update((str(record.id), record) for record in await crew.finished())
                crew.start(partial(self._fetch, chunk, options))
            while crew.busy:
                found.update((str(record.id), record) for record in await crew.finished())
        return FoundRows(wanted, found)

    async def _fetch(self, record_ids: Sequence[str], options: RequestOptions | None) -> Sequence[RecordT]:
        from attio.records.filters import F

        own = cast("AsyncBoundRecords[RecordT]", self)
        return await own.list(filter=F.record_id.in_(record_ids), limit=len(record_ids), options=options)

    async def _bulk(
        self,
        verb: Verb,
        rows: AsyncInput[Any],
        settings: BulkOptions,
        *,
        mode: str = "replace",
        matching: str | None = None,
    ) -> AsyncBulkReport:
        from .bulk_records import AsyncRecordTarget, run_rows

        target = AsyncRecordTarget(cast("AsyncBoundRecords[Any]", self), matching)
        return await run_rows(target, target.place, verb, rows, settings, mode=mode, matching=matching)
