"""Request builder of `list_notes`."""

from __future__ import annotations

from ... import Request


def build_request(
    *,
    limit: int | None = None,
    offset: int | None = None,
    parent_object: str | None = None,
    parent_record_id: str | None = None,
) -> Request:
    """List notes, of one record or of the whole workspace."""
    query: dict[str, str | int | float | bool] = {}
    if limit is not None:
        query["limit"] = limit
    if offset is not None:
        query["offset"] = offset
    if parent_object is not None:
        query["parent_object"] = parent_object
    if parent_record_id is not None:
        query["parent_record_id"] = parent_record_id
    return Request(
        "list_notes",
        "GET",
        "/v2/notes",
        query,
        None,
    )
