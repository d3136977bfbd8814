"""Request builder of `create_activity_record`."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any
from urllib.parse import quote

from ... import Request, json_body

if TYPE_CHECKING:
    from collections.abc import Mapping

    from ...models.record_write_body import RecordWriteBody


def build_request(
    activity_slug_or_id: str,
    *,
    body: Mapping[str, Any] | RecordWriteBody,
) -> Request:
    """Create an activity record."""
    return Request(
        "create_activity_record",
        "POST",
        "/v2/activities/{activity_slug_or_id}/records".format(
            activity_slug_or_id=quote(str(activity_slug_or_id), safe=""),
        ),
        {},
        json_body(body),
    )
