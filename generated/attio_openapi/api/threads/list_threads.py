"""Request builder of `list_threads`."""

from __future__ import annotations

from ... import Request


def build_request(
    *,
    entry_id: str | None = None,
    limit: int | None = None,
    list_: str | None = None,
    object_: str | None = None,
    offset: int | None = None,
    record_id: str | None = None,
) -> Request:
    """List the comment threads of a record or an entry."""
    query: dict[str, str | int | float | bool] = {}
    if entry_id is not None:
        query["entry_id"] = entry_id
    if limit is not None:
        query["limit"] = limit
    if list_ is not None:
        query["list"] = list_
    if object_ is not None:
        query["object"] = object_
    if offset is not None:
        query["offset"] = offset
    if record_id is not None:
        query["record_id"] = record_id
    return Request(
        "list_threads",
        "GET",
        "/v2/threads",
        query,
        None,
    )
