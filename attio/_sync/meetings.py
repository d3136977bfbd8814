# Derived from attio/_async by scripts/unasync: edit there.
"""Meetings."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from attio_openapi.api.meetings import (
    create_meeting,
    delete_meeting,
    get_meeting,
    list_meetings,
    replace_meeting,
    update_meeting,
)

from attio.core.arguments import segment
from attio.records.bodies_meetings import meeting_additions, meeting_body, meeting_query, meeting_records

from .models.meetings import Meeting
from .resource import Resource

if TYPE_CHECKING:
    from collections.abc import Iterable
    from datetime import datetime
    from uuid import UUID

    from attio_openapi import Request

    from attio.core.config import RequestOptions
    from attio.records.bodies_links import RecordLike
    from attio.records.bodies_meetings import Edge, Participants
    from attio.records.data import RecordData
    from attio.records.model import Model
    from attio.records.paging import PageQuery
    from attio.records.structure import ObjectData

    from .listing import Listing, Page, Rows


class Meetings(Resource):
    """Meetings: `client.meetings`."""

    __slots__ = ()

    def _meetings(self, options: RequestOptions | None, **filters: Any) -> Listing[Meeting]:
        query = meeting_query(**filters)

        def build(at: PageQuery) -> Request:
            return list_meetings.build_request(limit=at.limit, cursor=at.cursor, **query)

        return self._listing(Meeting, "list_meetings", build, options)

    def list(
        self,
        *,
        linked_object: ObjectData | str | None = None,
        linked_record_id: RecordData | str | UUID | None = None,
        participants: Iterable[str] | str | None = None,
        sort: str | None = None,
        ends_from: datetime | str | None = None,
        starts_before: datetime | str | None = None,
        timezone: str | None = None,
        limit: int | None = None,
        cursor: str | None = None,
        options: RequestOptions | None = None,
    ) -> Page[Meeting]:
        """Fetch one page of meetings, the earliest start first unless `sort` is "start_desc".

        `linked_object` and `linked_record_id` go together (a record model brings its object along);
        `participants` are e-mail addresses, any one of which matches. A meeting that matches either of the two
        filters is in. Meetings end at `ends_from` or later and start before `starts_before`; `timezone`, UTC
        unless given, says where all-day meetings begin. `limit` is 50 unless given, 200 at most.
        Only a workspace's token may list meetings; where they are switched off, NotFoundError.
        Scopes: meeting:read, record_permission:read. Source: GET /v2/meetings.
        """
        listing = self._meetings(
            options,
            linked_object=linked_object,
            linked_record_id=linked_record_id,
            participants=participants,
            sort=sort,
            ends_from=ends_from,
            starts_before=starts_before,
            timezone=timezone,
        )
        return listing.page(limit=limit, cursor=cursor)

    def iterate(
        self,
        *,
        linked_object: ObjectData | str | None = None,
        linked_record_id: RecordData | str | UUID | None = None,
        participants: Iterable[str] | str | None = None,
        sort: str | None = None,
        ends_from: datetime | str | None = None,
        starts_before: datetime | str | None = None,
        timezone: str | None = None,
        page_size: int | None = None,
        max_items: int | None = None,
        prefetch: bool = False,
        options: RequestOptions | None = None,
    ) -> Rows[Meeting]:
        """Go through all meetings, page by page (200 at most a page). Takes what `list` takes.

        Source: GET /v2/meetings.
        """
        listing = self._meetings(
            options,
            linked_object=linked_object,
            linked_record_id=linked_record_id,
            participants=participants,
            sort=sort,
            ends_from=ends_from,
            starts_before=starts_before,
            timezone=timezone,
        )
        return listing.rows(page_size=page_size, max_items=max_items, prefetch=prefetch)

    def get(self, meeting_id: Model | str | UUID, *, options: RequestOptions | None = None) -> Meeting:
        """Fetch one meeting; raises NotFoundError.

        Scopes: meeting:read, record_permission:read. Source: GET /v2/meetings/{meeting_id}.
        """
        request = get_meeting.build_request(segment(meeting_id, "meeting_id"))
        return self._one(Meeting, request, options)

    def create(
        self,
        *,
        title: str,
        start: Edge,
        end: Edge,
        description: str = "",
        is_all_day: bool | None = None,
        participants: Participants = (),
        linked_records: Iterable[RecordLike] | None = None,
        options: RequestOptions | None = None,
    ) -> Meeting:
        """Create a meeting.

        `start` and `end` are two dates for an all-day meeting, two aware datetimes for another; `is_all_day`
        follows from that and is only compared when it is given. `end` is exclusive: an all-day meeting of one
        day ends on the next. Attio refuses a meeting without description and participants, so what is left
        out is sent as an empty text and an empty list. A participant is an e-mail address, sent as pending and
        not organizing, or a dict of email_address or name, and status and is_organizer where they differ;
        addresses make people and companies. At most 500 participants, 50 linked records, 1000 characters of
        title, 10,000 of description. Creates a new meeting each time; not sent again when its outcome is
        unknown (MaybeSentError). Raises ValidationError.
        Scopes: meeting:read-write, record_permission:read. Source: POST /v2/meetings.
        """
        body = meeting_body(
            title=title,
            description=description,
            start=start,
            end=end,
            is_all_day=is_all_day,
            participants=participants,
            linked_records=linked_records,
        )
        return self._one(Meeting, create_meeting.build_request(body={"data": body}), options)

    def update(
        self,
        meeting_id: Model | str | UUID,
        linked_records: Iterable[RecordLike],
        *,
        options: RequestOptions | None = None,
    ) -> Meeting:
        """Link records to a meeting besides those it has; nothing else of a meeting can change.

        At most 50. A linked record is a record, a RecordRef, ("people", record_id) or {object, record_id}.
        Raises NotFoundError for an unknown meeting, ValueNotFoundError for an unknown record.
        Scopes: meeting:read-write, record_permission:read. Source: PATCH /v2/meetings/{meeting_id}.
        """
        body = {"linked_records": meeting_additions(linked_records)}
        request = update_meeting.build_request(segment(meeting_id, "meeting_id"), body={"data": body})
        return self._one(Meeting, request, options)

    def replace(
        self,
        meeting_id: Model | str | UUID,
        linked_records: Iterable[RecordLike],
        *,
        options: RequestOptions | None = None,
    ) -> Meeting:
        """Link exactly these records to a meeting; an empty list unlinks all, those that Attio linked too.

        Takes what `update` takes. Attio links the companies of the participants again, later.
        Raises NotFoundError for an unknown meeting, ValueNotFoundError for an unknown record.
        Scopes: meeting:read-write, record_permission:read. Source: PUT /v2/meetings/{meeting_id}.
        """
        body = {"linked_records": meeting_records(linked_records)}
        request = replace_meeting.build_request(segment(meeting_id, "meeting_id"), body={"data": body})
        return self._one(Meeting, request, options)

    def delete(self, meeting_id: Model | str | UUID, *, options: RequestOptions | None = None) -> None:
        """Delete a meeting for good; raises NotFoundError, SystemEditError for one synced from a calendar.

        Scopes: meeting:read-write. Source: DELETE /v2/meetings/{meeting_id}.
        """
        self._send(delete_meeting.build_request(segment(meeting_id, "meeting_id")), options)
