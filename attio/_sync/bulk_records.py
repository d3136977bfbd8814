# Derived from attio/_async by scripts/unasync: edit there.
"""What a bulk run does with the records of an object."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from attio_openapi.api.records import (
    create_record,
    delete_record,
    replace_record,
    update_record,
    upsert_record,
)

from attio.core.arguments import one_of
from attio.core.errors import ForbiddenError
from attio.records.data import RecordData, decode_one
from attio.records.planning import UPDATE_MODES, UPSERT_MODES, Rules
from attio.records.planning_rows import encoded, equal_to_any
from attio.records.planning_steps import Prepared
from attio.values.standard import standard_object

from .bulk import BulkRun

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from datetime import datetime

    from attio_openapi import Request

    from attio.bulk.settings import BulkOptions
    from attio.core.client import Reply
    from attio.core.config import RequestOptions
    from attio.core.gather import Input
    from attio.records.planning import Verb
    from attio.records.planning_rows import Work
    from attio.records.planning_steps import Prepare
    from attio.records.row import RowData
    from attio.records.shape import ShapeRule
    from attio.values.attribute_info import AttributeInfo, AttributeLookup

    from .bound_records import BoundRecords
    from .bulk import BulkReport
    from .bulk_steps import BulkTarget

_MATCHES_LOOKED_AT = 20


def run_rows(
    target: BulkTarget,
    place: tuple[str, str],
    verb: Verb,
    rows: Input[Any],
    given: BulkOptions,
    *,
    mode: str,
    matching: str | None = None,
) -> BulkReport:
    """Check what a bulk call was given, and run it."""
    from attio.bulk.settings import checked_settings

    if verb in {"upsert", "update"}:
        one_of(mode, "mode", UPSERT_MODES if verb == "upsert" else UPDATE_MODES)
    settings = checked_settings(given)
    rules = Rules(
        verb,
        "record" if place[0] == "objects" else "entry",
        place,
        mode=mode,
        matching=matching,
        key=settings.key,
        journalled=settings.journal is not None,
        dry_run=settings.dry_run,
        stop_on_failure=settings.on_error == "raise",
    )
    return BulkRun(target, rules, settings, rows).run()


def row_told(reply: Reply, kind: type[RowData]) -> tuple[str, datetime | None]:
    """Read what an answer tells about its row: id and created_at."""
    try:
        row = decode_one(reply.content, kind, response=reply.response)
    except ValueError as error:
        raise reply.decode_error(str(error)) from error
    own = str(row._own_id())
    if not own:
        raise reply.decode_error("the row has no id")
    return own, row.created_at


class RecordTarget:
    """The records of one object, as a bulk run sees them."""

    def __init__(self, records: BoundRecords[Any], matching: str | None = None) -> None:
        self._records = records
        self._matching = matching
        self._client = records._client
        self.place = records._place

    def _bulk_rule(self, options: RequestOptions | None) -> ShapeRule:
        from attio.records.shape import default_rule

        schema = self._client.schemas.known(*self.place, options)
        return default_rule(self.place[1]) if schema is None else schema.shape()

    def _bulk_prepare(self, step: Prepare, work: Work, options: RequestOptions | None) -> Prepared:  # noqa: ARG002
        if step.action == "delete":
            return Prepared(self._request(step, {}, None), {})
        matching = self._matching if step.action == "upsert" else None
        body = self._records._body(step.values, options, creating=step.action == "create", matching=matching)
        return Prepared(self._request(step, body, matching), body["data"]["values"])

    def _request(self, step: Prepare, body: dict[str, Any], matching: str | None) -> Request:
        place, own = self.place[1], step.own_id or ""
        if step.action == "create":
            return create_record.build_request(place, body=body)
        if step.action == "upsert":
            return upsert_record.build_request(place, matching_attribute=matching or "", body=body)
        if step.action == "delete":
            return delete_record.build_request(place, own)
        if step.action == "replace":
            return replace_record.build_request(place, own, body=body)
        return update_record.build_request(place, own, body=body)

    def _bulk_find(
        self,
        wanted: Mapping[str, list[Any]],
        work: Work,  # noqa: ARG002
        options: RequestOptions | None,
    ) -> Sequence[RowData]:
        asked = equal_to_any(wanted)
        if asked is None:
            return []
        return self._records.list(filter=asked, limit=_MATCHES_LOOKED_AT, options=options)

    def _bulk_unique(
        self, values: Mapping[str, Any], options: RequestOptions | None
    ) -> Mapping[str, list[Any]]:
        known: AttributeLookup | None
        try:
            known = self._client.schemas.load(*self.place, options, complete=False)
        except ForbiddenError:
            known = standard_object(self.place[1])
        unique = {slug for slug in values if known is not None and _is_unique(known.find(slug))}
        found = {slug: encoded(values[slug], slug, self.place[1]) for slug in unique}
        return {slug: items for slug, items in found.items() if items}

    def _bulk_answer(self, reply: Reply) -> tuple[str, datetime | None]:
        return row_told(reply, RecordData)


def _is_unique(info: AttributeInfo | None) -> bool:
    return info is not None and info.is_unique
