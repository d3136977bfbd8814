"""Request builder of `list_record_entries`."""

from __future__ import annotations

from urllib.parse import quote

from ... import Request


def build_request(
    object_slug_or_id: str,
    record_id: str,
    *,
    limit: int | None = None,
    offset: int | None = None,
) -> Request:
    """List the list entries whose parent is this record."""
    query: dict[str, str | int | float | bool] = {}
    if limit is not None:
        query["limit"] = limit
    if offset is not None:
        query["offset"] = offset
    return Request(
        "list_record_entries",
        "GET",
        "/v2/objects/{object_slug_or_id}/records/{record_id}/entries".format(
            object_slug_or_id=quote(str(object_slug_or_id), safe=""),
            record_id=quote(str(record_id), safe=""),
        ),
        query,
        None,
    )
