# Derived from attio/_async by scripts/unasync: edit there.
"""Call recordings of meetings."""

from __future__ import annotations

from typing import TYPE_CHECKING

from attio_openapi.api.call_recordings import (
    create_call_recording,
    delete_call_recording,
    get_call_recording,
    list_call_recordings,
)

from attio.core.arguments import segment
from attio.records.bodies_meetings import recording_body

from .models.call_recordings import CallRecording
from .resource import Resource

if TYPE_CHECKING:
    from uuid import UUID

    from attio_openapi import Request

    from attio.core.config import RequestOptions
    from attio.records.bodies_meetings import Segments
    from attio.records.model import Model
    from attio.records.paging import PageQuery

    from .listing import Listing, Page, Rows


class CallRecordings(Resource):
    """Call recordings of meetings: `client.call_recordings`."""

    __slots__ = ()

    def _recordings(
        self, meeting_id: Model | str | UUID, options: RequestOptions | None
    ) -> Listing[CallRecording]:
        meeting = segment(meeting_id, "meeting_id")

        def build(at: PageQuery) -> Request:
            return list_call_recordings.build_request(meeting, limit=at.limit, cursor=at.cursor)

        return self._listing(CallRecording, "list_call_recordings", build, options)

    def list(
        self,
        meeting_id: Model | str | UUID,
        *,
        limit: int | None = None,
        cursor: str | None = None,
        options: RequestOptions | None = None,
    ) -> Page[CallRecording]:
        """Fetch one page of a meeting's recordings, without their transcripts and video links.

        `limit` is 50 unless given, 200 at most. Scopes: meeting:read, call_recording:read.
        Source: GET /v2/meetings/{meeting_id}/call_recordings.
        """
        return self._recordings(meeting_id, options).page(limit=limit, cursor=cursor)

    def iterate(
        self,
        meeting_id: Model | str | UUID,
        *,
        page_size: int | None = None,
        max_items: int | None = None,
        prefetch: bool = False,
        options: RequestOptions | None = None,
    ) -> Rows[CallRecording]:
        """Go through all recordings of a meeting, page by page (200 at most a page).

        Source: GET /v2/meetings/{meeting_id}/call_recordings.
        """
        return self._recordings(meeting_id, options).rows(
            page_size=page_size, max_items=max_items, prefetch=prefetch
        )

    def get(
        self,
        meeting_id: Model | str | UUID,
        call_recording_id: Model | str | UUID,
        *,
        options: RequestOptions | None = None,
    ) -> CallRecording:
        """Fetch one recording with its transcript and a link to its video; raises NotFoundError.

        The link works for about an hour; fetch the recording again for a fresh one.
        Scopes: meeting:read, call_recording:read.
        Source: GET /v2/meetings/{meeting_id}/call_recordings/{call_recording_id}.
        """
        meeting, recording = (
            segment(meeting_id, "meeting_id"),
            segment(call_recording_id, "call_recording_id"),
        )
        return self._one(CallRecording, get_call_recording.build_request(meeting, recording), options)

    def create(
        self,
        meeting_id: Model | str | UUID,
        *,
        video_url: str | None = None,
        transcript: Segments | None = None,
        options: RequestOptions | None = None,
    ) -> CallRecording:
        """Add a recording to a meeting: a video that Attio fetches, what was said, or both.

        `video_url` is an https address of an .mp4 of up to 1 GB, whose server answers HEAD with the size.
        `transcript` has up to 4000 segments of speech, start_time, end_time (seconds from the beginning) and
        speaker, a name or {name, email_address}. Attio processes the video after answering: `status` says how
        far it is. Attio takes one of these requests a second. Not sent again when its outcome is unknown
        (MaybeSentError). Raises ValidationError, BillingError, QuotaExceededError, NotFoundError.
        Scopes: meeting:read, call_recording:read-write.
        Source: POST /v2/meetings/{meeting_id}/call_recordings.
        """
        body = recording_body(video_url=video_url, transcript=transcript)
        meeting = segment(meeting_id, "meeting_id")
        request = create_call_recording.build_request(meeting, body={"data": body})
        return self._one(CallRecording, request, options)

    def delete(
        self,
        meeting_id: Model | str | UUID,
        call_recording_id: Model | str | UUID,
        *,
        options: RequestOptions | None = None,
    ) -> None:
        """Delete a recording and its transcript for good; raises NotFoundError.

        Scopes: meeting:read, call_recording:read-write.
        Source: DELETE /v2/meetings/{meeting_id}/call_recordings/{call_recording_id}.
        """
        meeting, recording = (
            segment(meeting_id, "meeting_id"),
            segment(call_recording_id, "call_recording_id"),
        )
        self._send(delete_call_recording.build_request(meeting, recording), options)
