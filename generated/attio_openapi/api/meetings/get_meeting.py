"""Request builder of `get_meeting`."""

from __future__ import annotations

from urllib.parse import quote

from ... import Request


def build_request(
    meeting_id: str,
) -> Request:
    """Fetch one meeting."""
    return Request(
        "get_meeting",
        "GET",
        "/v2/meetings/{meeting_id}".format(
            meeting_id=quote(str(meeting_id), safe=""),
        ),
        {},
        None,
    )
