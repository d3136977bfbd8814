"""Request builder of `get_transcript`."""

from __future__ import annotations

from urllib.parse import quote

from ... import Request


def build_request(
    meeting_id: str,
    call_recording_id: str,
    *,
    cursor: str | None = None,
) -> Request:
    """Page through a transcript; deprecated, the call recording itself has it whole."""
    query: dict[str, str | int | float | bool] = {}
    if cursor is not None:
        query["cursor"] = cursor
    return Request(
        "get_transcript",
        "GET",
        "/v2/meetings/{meeting_id}/call_recordings/{call_recording_id}/transcript".format(
            meeting_id=quote(str(meeting_id), safe=""),
            call_recording_id=quote(str(call_recording_id), safe=""),
        ),
        query,
        None,
    )
