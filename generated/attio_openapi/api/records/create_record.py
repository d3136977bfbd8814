"""Request builder of `create_record`."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any
from urllib.parse import quote

from ... import Request, json_body

if TYPE_CHECKING:
    from collections.abc import Mapping

    from ...models.record_write_body import RecordWriteBody


def build_request(
    object_slug_or_id: str,
    *,
    body: Mapping[str, Any] | RecordWriteBody,
) -> Request:
    """Create a record; a taken unique value is refused."""
    return Request(
        "create_record",
        "POST",
        "/v2/objects/{object_slug_or_id}/records".format(
            object_slug_or_id=quote(str(object_slug_or_id), safe=""),
        ),
        {},
        json_body(body),
    )
