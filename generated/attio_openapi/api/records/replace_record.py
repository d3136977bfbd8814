"""Request builder of `replace_record`."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any
from urllib.parse import quote

from ... import Request, json_body

if TYPE_CHECKING:
    from collections.abc import Mapping

    from ...models.record_change_body import RecordChangeBody


def build_request(
    object_slug_or_id: str,
    record_id: str,
    *,
    body: Mapping[str, Any] | RecordChangeBody,
) -> Request:
    """Update a record; multi-values are overwritten."""
    return Request(
        "replace_record",
        "PUT",
        "/v2/objects/{object_slug_or_id}/records/{record_id}".format(
            object_slug_or_id=quote(str(object_slug_or_id), safe=""),
            record_id=quote(str(record_id), safe=""),
        ),
        {},
        json_body(body),
    )
