"""Request builder of `list_list_views`."""

from __future__ import annotations

from urllib.parse import quote

from ... import Request


def build_request(
    list_slug_or_id: str,
    *,
    cursor: str | None = None,
    limit: int | None = None,
    show_archived: bool | None = None,
) -> Request:
    """List the saved views of a list, in order of view id."""
    query: dict[str, str | int | float | bool] = {}
    if cursor is not None:
        query["cursor"] = cursor
    if limit is not None:
        query["limit"] = limit
    if show_archived is not None:
        query["show_archived"] = show_archived
    return Request(
        "list_list_views",
        "GET",
        "/v2/lists/{list_slug_or_id}/views".format(
            list_slug_or_id=quote(str(list_slug_or_id), safe=""),
        ),
        query,
        None,
    )
