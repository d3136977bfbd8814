"""Request builder of `create_option`."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any
from urllib.parse import quote

from ... import Request, json_body

if TYPE_CHECKING:
    from collections.abc import Mapping

    from ...models.option_create_body import OptionCreateBody


def build_request(
    target: str,
    identifier: str,
    attribute_slug_or_id: str,
    *,
    body: Mapping[str, Any] | OptionCreateBody,
) -> Request:
    """Add an option to a select attribute."""
    return Request(
        "create_option",
        "POST",
        "/v2/{target}/{identifier}/attributes/{attribute_slug_or_id}/options".format(
            target=quote(str(target), safe=""),
            identifier=quote(str(identifier), safe=""),
            attribute_slug_or_id=quote(str(attribute_slug_or_id), safe=""),
        ),
        {},
        json_body(body),
    )
