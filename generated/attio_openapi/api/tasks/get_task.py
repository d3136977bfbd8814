"""Request builder of `get_task`."""

from __future__ import annotations

from urllib.parse import quote

from ... import Request


def build_request(
    task_id: str,
) -> Request:
    """Fetch one task."""
    return Request(
        "get_task",
        "GET",
        "/v2/tasks/{task_id}".format(
            task_id=quote(str(task_id), safe=""),
        ),
        {},
        None,
    )
