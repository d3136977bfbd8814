"""Request builder of `delete_call_recording`."""

from __future__ import annotations

from urllib.parse import quote

from ... import Request


def build_request(
    meeting_id: str,
    call_recording_id: str,
) -> Request:
    """Delete a call recording."""
    return Request(
        "delete_call_recording",
        "DELETE",
        "/v2/meetings/{meeting_id}/call_recordings/{call_recording_id}".format(
            meeting_id=quote(str(meeting_id), safe=""),
            call_recording_id=quote(str(call_recording_id), safe=""),
        ),
        {},
        None,
    )
