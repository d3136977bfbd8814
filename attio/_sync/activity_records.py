# Derived from attio/_async by scripts/unasync: edit there.
"""Records of activities: the events on timelines."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from attio_openapi.api.activity_records import (
    create_activity_record,
    delete_activity_record,
    get_activity_record,
    list_activity_records,
    replace_activity_record,
    update_activity_record,
    upsert_activity_record,
)

from attio.core.arguments import segment
from attio.records.bodies_records import RecordQuery, values_body

from .listing import Listing
from .models.records import ActivityRecord
from .resource import Resource
from .row_answers import row_in, rows_in

if TYPE_CHECKING:
    import builtins
    from collections.abc import Mapping
    from uuid import UUID

    from attio_openapi import Request

    from attio.core.client import Reply
    from attio.core.config import RequestOptions
    from attio.records.activities import ActivityData
    from attio.records.data import RecordData
    from attio.records.filters import FilterInput
    from attio.records.paging import PageQuery
    from attio.records.sorts import SortsInput

    from .listing import Page, Rows


class ActivityRecords(Resource):
    """Records of activities: `client.activity_records`. Every method says in `activity` which one (alpha)."""

    __slots__ = ()

    def _query(
        self,
        activity: ActivityData | str,
        filter: FilterInput | None,
        sorts: SortsInput | None,
        options: RequestOptions | None,
    ) -> Listing[ActivityRecord]:
        slug = _slug(activity)
        place, query = ("activities", slug), RecordQuery(filter, sorts)

        def decode(reply: Reply) -> tuple[builtins.list[ActivityRecord], str | None]:
            return rows_in(reply, ActivityRecord, place, self._client, options), None

        def build(at: PageQuery) -> Request:
            return list_activity_records.build_request(slug, body=query.body(at))

        return Listing(self._client, "list_activity_records", build, decode, options, query=query)

    def _read(self, activity: str, request: Request, options: RequestOptions | None) -> ActivityRecord:
        reply = self._send(request, options)
        return row_in(reply, ActivityRecord, ("activities", activity), self._client, options)

    def list(
        self,
        activity: ActivityData | str,
        *,
        filter: FilterInput | None = None,
        sorts: SortsInput | None = None,
        limit: int | None = None,
        offset: int | None = None,
        options: RequestOptions | None = None,
    ) -> Page[ActivityRecord]:
        """Fetch one page of events; `limit` is 500 unless given. Filters and sorts are those of records.

        Raises FilterError, NotFoundError. Scopes: activity_record:read, activity_configuration:read,
        object_configuration:read, record_permission:read.
        Source: POST /v2/activities/{activity}/records/query.
        """
        return self._query(activity, filter, sorts, options).page(limit=limit, offset=offset)

    def iterate(
        self,
        activity: ActivityData | str,
        *,
        filter: FilterInput | None = None,
        sorts: SortsInput | None = None,
        page_size: int | None = None,
        max_items: int | None = None,
        prefetch: bool = False,
        options: RequestOptions | None = None,
    ) -> Rows[ActivityRecord]:
        """Go through all events, page by page; promises and prefetch are those of records."""
        return self._query(activity, filter, sorts, options).rows(
            page_size=page_size, max_items=max_items, prefetch=prefetch
        )

    def get(
        self,
        activity: ActivityData | str,
        record_id: RecordData | str | UUID,
        *,
        options: RequestOptions | None = None,
    ) -> ActivityRecord:
        """Fetch one event; raises NotFoundError.

        Source: GET /v2/activities/{activity}/records/{record_id}.
        """
        slug = _slug(activity)
        request = get_activity_record.build_request(slug, segment(record_id, "record_id"))
        return self._read(slug, request, options)

    def create(
        self,
        activity: ActivityData | str,
        values: Mapping[str, Any],
        *,
        options: RequestOptions | None = None,
    ) -> ActivityRecord:
        """Create an event from plain Python values.

        Raises ValueNotFoundError, BillingError, ConcurrentWriteError (try again). Not sent again when its
        outcome is unknown (MaybeSentError). Source: POST /v2/activities/{activity}/records.
        """
        slug = _slug(activity)
        request = create_activity_record.build_request(slug, body=values_body(values))
        return self._read(slug, request, options)

    def upsert(
        self,
        activity: ActivityData | str,
        values: Mapping[str, Any],
        *,
        matching: str,
        options: RequestOptions | None = None,
    ) -> ActivityRecord:
        """Update the event that shares a value of the unique attribute `matching`, or create one.

        Values of `matching` are added, other multi-valued attributes OVERWRITTEN.
        Source: PUT /v2/activities/{activity}/records?matching_attribute=...
        """
        slug, attribute = _slug(activity), segment(matching, "matching")
        body = values_body(values, matching=attribute)
        request = upsert_activity_record.build_request(slug, matching_attribute=attribute, body=body)
        return self._read(slug, request, options)

    def update(
        self,
        activity: ActivityData | str,
        record_id: RecordData | str | UUID,
        values: Mapping[str, Any],
        *,
        options: RequestOptions | None = None,
    ) -> ActivityRecord:
        """Change values of an event; multi-valued attributes are ADDED to.

        Source: PATCH /v2/activities/{activity}/records/{record_id}.
        """
        slug, record = _slug(activity), segment(record_id, "record_id")
        request = update_activity_record.build_request(slug, record, body=values_body(values))
        return self._read(slug, request, options)

    def replace(
        self,
        activity: ActivityData | str,
        record_id: RecordData | str | UUID,
        values: Mapping[str, Any],
        *,
        options: RequestOptions | None = None,
    ) -> ActivityRecord:
        """Change values of an event; multi-valued attributes are OVERWRITTEN.

        Source: PUT /v2/activities/{activity}/records/{record_id}.
        """
        slug, record = _slug(activity), segment(record_id, "record_id")
        request = replace_activity_record.build_request(slug, record, body=values_body(values))
        return self._read(slug, request, options)

    def delete(
        self,
        activity: ActivityData | str,
        record_id: RecordData | str | UUID,
        *,
        options: RequestOptions | None = None,
    ) -> None:
        """Delete an event for good; raises NotFoundError.

        Source: DELETE /v2/activities/{activity}/records/{record_id}.
        """
        request = delete_activity_record.build_request(_slug(activity), segment(record_id, "record_id"))
        self._send(request, options)


def _slug(activity: ActivityData | str) -> str:
    return segment(getattr(activity, "api_slug", activity), "activity")
