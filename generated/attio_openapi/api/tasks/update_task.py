"""Request builder of `update_task`."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any
from urllib.parse import quote

from ... import Request, json_body

if TYPE_CHECKING:
    from collections.abc import Mapping

    from ...models.task_update_body import TaskUpdateBody


def build_request(
    task_id: str,
    *,
    body: Mapping[str, Any] | TaskUpdateBody,
) -> Request:
    """Change a task's deadline, state, links or assignees; its text is fixed."""
    return Request(
        "update_task",
        "PATCH",
        "/v2/tasks/{task_id}".format(
            task_id=quote(str(task_id), safe=""),
        ),
        {},
        json_body(body),
    )
