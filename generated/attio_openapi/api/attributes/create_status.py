"""Request builder of `create_status`."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any
from urllib.parse import quote

from ... import Request, json_body

if TYPE_CHECKING:
    from collections.abc import Mapping

    from ...models.status_create_body import StatusCreateBody


def build_request(
    target: str,
    identifier: str,
    attribute_slug_or_id: str,
    *,
    body: Mapping[str, Any] | StatusCreateBody,
) -> Request:
    """Add a status to a status attribute."""
    return Request(
        "create_status",
        "POST",
        "/v2/{target}/{identifier}/attributes/{attribute_slug_or_id}/statuses".format(
            target=quote(str(target), safe=""),
            identifier=quote(str(identifier), safe=""),
            attribute_slug_or_id=quote(str(attribute_slug_or_id), safe=""),
        ),
        {},
        json_body(body),
    )
