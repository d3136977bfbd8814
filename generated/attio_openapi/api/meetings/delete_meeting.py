"""Request builder of `delete_meeting`."""

from __future__ import annotations

from urllib.parse import quote

from ... import Request


def build_request(
    meeting_id: str,
) -> Request:
    """Delete a meeting that was not synced from a calendar."""
    return Request(
        "delete_meeting",
        "DELETE",
        "/v2/meetings/{meeting_id}".format(
            meeting_id=quote(str(meeting_id), safe=""),
        ),
        {},
        None,
    )
