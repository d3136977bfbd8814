# Derived from attio/_async by scripts/unasync: edit there.
"""Many records of one object at once: the `bulk_...` calls and `get_many`."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Generic, Literal, TypeVar, cast

from .resource import Resource

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence
    from typing import Unpack
    from uuid import UUID

    from attio.bulk.found import FoundRows
    from attio.bulk.settings import BulkOptions
    from attio.core.config import RequestOptions
    from attio.core.gather import Input
    from attio.records.data import RecordData
    from attio.records.planning import Mode, Verb

    from .bound_records import BoundRecords
    from .bulk import BulkReport
    from .models.records import Record

RecordT = TypeVar("RecordT", bound="Record")


class ManyRecords(Resource, Generic[RecordT]):
    """What `client.people` and its like can do with many records.

    Attio has no bulk endpoint: these run at its limit of 25 writes a second and not above it, in bounded memory,
    from any iterable. Rows about the same record are written one after the other, in their order. A row that
    fails does not stop the others, unless the token is refused or Attio cannot be reached at all: then the
    error is raised, and a journal (see `attio.bulk.settings.BulkOptions`) lets the next call go on.
    """

    __slots__ = ()
    object: str

    def bulk_create(self, rows: Input[Mapping[str, Any]], **settings: Unpack[BulkOptions]) -> BulkReport:
        """Create a record from each row of values; takes `BulkOptions`.

        Creates are not safe to send again: one whose answer was lost counts as `unknown`, is in
        `report.unresolved`, and is looked up by its unique attributes when the run is resumed. One write a row.
        Scopes: record_permission:read-write, object_configuration:read. Source: POST /v2/objects/{object}/records.
        """
        return self._bulk("create", rows, settings)

    def bulk_upsert(
        self,
        rows: Input[Mapping[str, Any]],
        *,
        matching: str,
        mode: Mode = "replace",
        **settings: Unpack[BulkOptions],
    ) -> BulkReport:
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

        return self._bulk("upsert", rows, settings, mode=mode, matching=segment(matching, "matching"))

    def bulk_update(
        self,
        rows: Input[Any],
        *,
        mode: Literal["append", "replace"] = "append",
        **settings: Unpack[BulkOptions],
    ) -> BulkReport:
        """Change the record that each row names; takes `BulkOptions`.

        A row is `(record_id, values)`, a mapping with `record_id` among its keys, or a record with unsaved
        changes, which is saved. "append" adds to multi-valued attributes (PATCH), "replace" overwrites them (PUT).
        One write a row. Scopes: record_permission:read-write, object_configuration:read.
        Source: PATCH or PUT /v2/objects/{object}/records/{record_id}.
        """
        return self._bulk("update", rows, settings, mode=mode)

    def bulk_delete(
        self, rows: Input[RecordData | Mapping[str, Any] | UUID | str], **settings: Unpack[BulkOptions]
    ) -> BulkReport:
        """Delete the record that each row is or names, for good; takes `BulkOptions`.

        A record that is not there fails with NotFoundError, unless this run deleted it before it was killed.
        One write a row. Scopes: record_permission:read-write, object_configuration:read.
        Source: DELETE /v2/objects/{object}/records/{record_id}.
        """
        return self._bulk("delete", rows, settings)

    def get_many(
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
        from attio.core.gather import Crew

        wanted = ids_in(record_ids, "record_ids", concurrency)
        found: dict[str, RecordT] = {}
        crew: Crew[Sequence[RecordT]] = Crew(concurrency)
        with crew:
            for chunk in chunked(wanted):
                if crew.busy == crew.size:
                    found.update((str(record.id), record) for record in crew.finished())
                crew.start(partial(self._fetch, chunk, options))
            while crew.busy:
                found.update((str(record.id), record) for record in crew.finished())
        return FoundRows(wanted, found)

    def _fetch(self, record_ids: Sequence[str], options: RequestOptions | None) -> Sequence[RecordT]:
        from attio.records.filters import F

        own = cast("BoundRecords[RecordT]", self)
        return own.list(filter=F.record_id.in_(record_ids), limit=len(record_ids), options=options)

    def _bulk(
        self,
        verb: Verb,
        rows: Input[Any],
        settings: BulkOptions,
        *,
        mode: str = "replace",
        matching: str | None = None,
    ) -> BulkReport:
        from .bulk_records import RecordTarget, run_rows

        target = RecordTarget(cast("BoundRecords[Any]", self), matching)
        return run_rows(target, target.place, verb, rows, settings, mode=mode, matching=matching)
