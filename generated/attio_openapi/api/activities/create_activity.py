"""Request builder of `create_activity`."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from ... import Request, json_body

if TYPE_CHECKING:
    from collections.abc import Mapping

    from ...models.activity_create_body import ActivityCreateBody


def build_request(
    *,
    body: Mapping[str, Any] | ActivityCreateBody,
) -> Request:
    """Create a custom activity type."""
    return Request(
        "create_activity",
        "POST",
        "/v2/activities",
        {},
        json_body(body),
    )
