"""Request builder of `get_thread`."""

from __future__ import annotations

from urllib.parse import quote

from ... import Request


def build_request(
    thread_id: str,
    *,
    created_after: str | None = None,
    cursor: str | None = None,
    limit: int | None = None,
) -> Request:
    """Fetch a thread with a page of its comments, oldest first."""
    query: dict[str, str | int | float | bool] = {}
    if created_after is not None:
        query["created_after"] = created_after
    if cursor is not None:
        query["cursor"] = cursor
    if limit is not None:
        query["limit"] = limit
    return Request(
        "get_thread",
        "GET",
        "/v2/threads/{thread_id}".format(
            thread_id=quote(str(thread_id), safe=""),
        ),
        query,
        None,
    )
