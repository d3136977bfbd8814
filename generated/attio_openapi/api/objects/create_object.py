"""Request builder of `create_object`."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from ... import Request, json_body

if TYPE_CHECKING:
    from collections.abc import Mapping

    from ...models.object_create_body import ObjectCreateBody


def build_request(
    *,
    body: Mapping[str, Any] | ObjectCreateBody,
) -> Request:
    """Create a custom object."""
    return Request(
        "create_object",
        "POST",
        "/v2/objects",
        {},
        json_body(body),
    )
