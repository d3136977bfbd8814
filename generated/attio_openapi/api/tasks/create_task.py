"""Request builder of `create_task`."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from ... import Request, json_body

if TYPE_CHECKING:
    from collections.abc import Mapping

    from ...models.task_create_body import TaskCreateBody


def build_request(
    *,
    body: Mapping[str, Any] | TaskCreateBody,
) -> Request:
    """Create a task with its assignees and linked records."""
    return Request(
        "create_task",
        "POST",
        "/v2/tasks",
        {},
        json_body(body),
    )
