"""Request builder of `create_list`."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from ... import Request, json_body

if TYPE_CHECKING:
    from collections.abc import Mapping

    from ...models.list_create_body import ListCreateBody


def build_request(
    *,
    body: Mapping[str, Any] | ListCreateBody,
) -> Request:
    """Create a list of records of one object."""
    return Request(
        "create_list",
        "POST",
        "/v2/lists",
        {},
        json_body(body),
    )
