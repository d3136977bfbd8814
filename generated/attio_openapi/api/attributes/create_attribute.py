"""Request builder of `create_attribute`."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any
from urllib.parse import quote

from ... import Request, json_body

if TYPE_CHECKING:
    from collections.abc import Mapping

    from ...models.attribute_create_body import AttributeCreateBody


def build_request(
    target: str,
    identifier: str,
    *,
    body: Mapping[str, Any] | AttributeCreateBody,
) -> Request:
    """Add an attribute to an object or a list."""
    return Request(
        "create_attribute",
        "POST",
        "/v2/{target}/{identifier}/attributes".format(
            target=quote(str(target), safe=""),
            identifier=quote(str(identifier), safe=""),
        ),
        {},
        json_body(body),
    )
