"""Transcripts of call recordings."""

from __future__ import annotations

from typing import TYPE_CHECKING

from attio_openapi.api.transcripts import get_transcript

from attio.core.arguments import segment, text
from attio.records.embedded_pages import embedded_rows, paged_data
from attio.records.meetings import SegmentData

from .listing import AsyncListing
from .models.transcripts import AsyncTranscript
from .resource import AsyncResource

if TYPE_CHECKING:
    from uuid import UUID

    from attio_openapi import Request

    from attio.core.client import Reply
    from attio.core.config import RequestOptions
    from attio.records.model import Model
    from attio.records.paging import PageQuery

    from .listing import AsyncRows


class AsyncTranscripts(AsyncResource):
    """Transcripts of call recordings: `client.transcripts`.

    Attio has deprecated this route: `client.call_recordings.get` brings the whole transcript in one request.
    """

    __slots__ = ()

    async def get(
        self,
        meeting_id: Model | str | UUID,
        call_recording_id: Model | str | UUID,
        *,
        cursor: str | None = None,
        options: RequestOptions | None = None,
    ) -> AsyncTranscript:
        """Fetch a page of a transcript's segments; what follows is at `cursor=transcript.next_cursor`.

        Deprecated by Attio: use `client.call_recordings.get`, which has no pages. Only a workspace's token may
        use this route. Scopes: meeting:read, call_recording:read.
        Source: GET /v2/meetings/{meeting_id}/call_recordings/{call_recording_id}/transcript.
        """
        meeting, recording = (
            segment(meeting_id, "meeting_id"),
            segment(call_recording_id, "call_recording_id"),
        )
        at = None if cursor is None else text(cursor, "cursor")
        request = get_transcript.build_request(meeting, recording, cursor=at)
        reply = await self._send(request, options)
        return AsyncTranscript(paged_data(reply), client=self._client, response=reply.response)

    def iterate(
        self,
        meeting_id: Model | str | UUID,
        call_recording_id: Model | str | UUID,
        *,
        max_items: int | None = None,
        prefetch: bool = False,
        options: RequestOptions | None = None,
    ) -> AsyncRows[SegmentData]:
        """Go through all segments of a transcript, page by page; Attio chooses the size of the pages.

        Deprecated by Attio: use `client.call_recordings.get`.
        Source: GET /v2/meetings/{meeting_id}/call_recordings/{call_recording_id}/transcript.
        """
        meeting, recording = (
            segment(meeting_id, "meeting_id"),
            segment(call_recording_id, "call_recording_id"),
        )

        def build(at: PageQuery) -> Request:
            return get_transcript.build_request(meeting, recording, cursor=at.cursor)

        async def decode(reply: Reply) -> tuple[list[SegmentData], str | None]:
            """Read the segments that a transcript carries."""
            rows, cursor = embedded_rows(reply, "transcript")
            return [SegmentData(row, response=reply.response) for row in rows], cursor

        listing = AsyncListing(self._client, "get_transcript", build, decode, options)
        return listing.rows(max_items=max_items, prefetch=prefetch)
