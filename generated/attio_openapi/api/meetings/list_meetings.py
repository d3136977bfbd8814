"""Request builder of `list_meetings`."""

from __future__ import annotations

from ... import Request


def build_request(
    *,
    cursor: str | None = None,
    ends_from: str | None = None,
    limit: int | None = None,
    linked_object: str | None = None,
    linked_record_id: str | None = None,
    participants: str | None = None,
    sort: str | None = None,
    starts_before: str | None = None,
    timezone: str | None = None,
) -> Request:
    """List meetings by participant, linked record or time."""
    query: dict[str, str | int | float | bool] = {}
    if cursor is not None:
        query["cursor"] = cursor
    if ends_from is not None:
        query["ends_from"] = ends_from
    if limit is not None:
        query["limit"] = limit
    if linked_object is not None:
        query["linked_object"] = linked_object
    if linked_record_id is not None:
        query["linked_record_id"] = linked_record_id
    if participants is not None:
        query["participants"] = participants
    if sort is not None:
        query["sort"] = sort
    if starts_before is not None:
        query["starts_before"] = starts_before
    if timezone is not None:
        query["timezone"] = timezone
    return Request(
        "list_meetings",
        "GET",
        "/v2/meetings",
        query,
        None,
    )
