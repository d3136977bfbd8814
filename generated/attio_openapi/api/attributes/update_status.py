"""Request builder of `update_status`."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any
from urllib.parse import quote

from ... import Request, json_body

if TYPE_CHECKING:
    from collections.abc import Mapping

    from ...models.status_update_body import StatusUpdateBody


def build_request(
    target: str,
    identifier: str,
    attribute_slug_or_id: str,
    status_id_or_title: str,
    *,
    body: Mapping[str, Any] | StatusUpdateBody,
) -> Request:
    """Rename, retime or archive a status."""
    return Request(
        "update_status",
        "PATCH",
        "/v2/{target}/{identifier}/attributes/{attribute_slug_or_id}/statuses/{status_id_or_title}".format(
            target=quote(str(target), safe=""),
            identifier=quote(str(identifier), safe=""),
            attribute_slug_or_id=quote(str(attribute_slug_or_id), safe=""),
            status_id_or_title=quote(str(status_id_or_title), safe=""),
        ),
        {},
        json_body(body),
    )
