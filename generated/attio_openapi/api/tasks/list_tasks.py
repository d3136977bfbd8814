"""Request builder of `list_tasks`."""

from __future__ import annotations

from ... import Request


def build_request(
    *,
    assignee: str | None = None,
    is_completed: bool | None = None,
    limit: int | None = None,
    linked_object: str | None = None,
    linked_record_id: str | None = None,
    offset: int | None = None,
    sort: str | None = None,
) -> Request:
    """List tasks by record, assignee or completion."""
    query: dict[str, str | int | float | bool] = {}
    if assignee is not None:
        query["assignee"] = assignee
    if is_completed is not None:
        query["is_completed"] = is_completed
    if limit is not None:
        query["limit"] = limit
    if linked_object is not None:
        query["linked_object"] = linked_object
    if linked_record_id is not None:
        query["linked_record_id"] = linked_record_id
    if offset is not None:
        query["offset"] = offset
    if sort is not None:
        query["sort"] = sort
    return Request(
        "list_tasks",
        "GET",
        "/v2/tasks",
        query,
        None,
    )
