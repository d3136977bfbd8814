"""Request builder of `list_activities`."""

from __future__ import annotations

from ... import Request


def build_request(
    *,
    cursor: str | None = None,
    limit: int | None = None,
) -> Request:
    """List the activity types of the workspace."""
    query: dict[str, str | int | float | bool] = {}
    if cursor is not None:
        query["cursor"] = cursor
    if limit is not None:
        query["limit"] = limit
    return Request(
        "list_activities",
        "GET",
        "/v2/activities",
        query,
        None,
    )
