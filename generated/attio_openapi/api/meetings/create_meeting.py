"""Request builder of `create_meeting`."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from ... import Request, json_body

if TYPE_CHECKING:
    from collections.abc import Mapping

    from ...models.meeting_create_body import MeetingCreateBody


def build_request(
    *,
    body: Mapping[str, Any] | MeetingCreateBody,
) -> Request:
    """Create a meeting; nothing checks for one that exists."""
    return Request(
        "create_meeting",
        "POST",
        "/v2/meetings",
        {},
        json_body(body),
    )
