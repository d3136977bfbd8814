"""Request builder of `list_attributes`."""

from __future__ import annotations

from urllib.parse import quote

from ... import Request


def build_request(
    target: str,
    identifier: str,
    *,
    limit: int | None = None,
    offset: int | None = None,
    show_archived: bool | None = None,
) -> Request:
    """List the attributes of an object or a list."""
    query: dict[str, str | int | float | bool] = {}
    if limit is not None:
        query["limit"] = limit
    if offset is not None:
        query["offset"] = offset
    if show_archived is not None:
        query["show_archived"] = show_archived
    return Request(
        "list_attributes",
        "GET",
        "/v2/{target}/{identifier}/attributes".format(
            target=quote(str(target), safe=""),
            identifier=quote(str(identifier), safe=""),
        ),
        query,
        None,
    )
