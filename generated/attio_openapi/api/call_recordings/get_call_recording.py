"""Request builder of `get_call_recording`."""

from __future__ import annotations

from urllib.parse import quote

from ... import Request


def build_request(
    meeting_id: str,
    call_recording_id: str,
) -> Request:
    """Fetch one call recording with its transcript and video link."""
    return Request(
        "get_call_recording",
        "GET",
        "/v2/meetings/{meeting_id}/call_recordings/{call_recording_id}".format(
            meeting_id=quote(str(meeting_id), safe=""),
            call_recording_id=quote(str(call_recording_id), safe=""),
        ),
        {},
        None,
    )
