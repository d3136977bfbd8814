"""Request builder of `write_record_values`."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any
from urllib.parse import quote

from ... import Request, json_body

if TYPE_CHECKING:
    from collections.abc import Mapping

    from ...models.value_history_body import ValueHistoryBody


def build_request(
    object_slug_or_id: str,
    record_id: str,
    attribute_slug_or_id: str,
    *,
    body: Mapping[str, Any] | ValueHistoryBody,
) -> Request:
    """Replace the whole value history of one record attribute."""
    return Request(
        "write_record_values",
        "PUT",
        "/v2/objects/{object_slug_or_id}/records/{record_id}/attributes/{attribute_slug_or_id}/values".format(
            object_slug_or_id=quote(str(object_slug_or_id), safe=""),
            record_id=quote(str(record_id), safe=""),
            attribute_slug_or_id=quote(str(attribute_slug_or_id), safe=""),
        ),
        {},
        json_body(body),
    )
