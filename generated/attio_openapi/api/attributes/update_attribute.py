"""Request builder of `update_attribute`."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any
from urllib.parse import quote

from ... import Request, json_body

if TYPE_CHECKING:
    from collections.abc import Mapping

    from ...models.attribute_update_body import AttributeUpdateBody


def build_request(
    target: str,
    identifier: str,
    attribute_slug_or_id: str,
    *,
    body: Mapping[str, Any] | AttributeUpdateBody,
) -> Request:
    """Change or archive an attribute; its type is fixed."""
    return Request(
        "update_attribute",
        "PATCH",
        "/v2/{target}/{identifier}/attributes/{attribute_slug_or_id}".format(
            target=quote(str(target), safe=""),
            identifier=quote(str(identifier), safe=""),
            attribute_slug_or_id=quote(str(attribute_slug_or_id), safe=""),
        ),
        {},
        json_body(body),
    )
