"""Request builder of `list_call_recordings`."""

from __future__ import annotations

from urllib.parse import quote

from ... import Request


def build_request(
    meeting_id: str,
    *,
    cursor: str | None = None,
    limit: int | None = None,
) -> Request:
    """List the call recordings of a meeting."""
    query: dict[str, str | int | float | bool] = {}
    if cursor is not None:
        query["cursor"] = cursor
    if limit is not None:
        query["limit"] = limit
    return Request(
        "list_call_recordings",
        "GET",
        "/v2/meetings/{meeting_id}/call_recordings".format(
            meeting_id=quote(str(meeting_id), safe=""),
        ),
        query,
        None,
    )
