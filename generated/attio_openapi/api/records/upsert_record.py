"""Request builder of `upsert_record`."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any
from urllib.parse import quote

from ... import Request, json_body

if TYPE_CHECKING:
    from collections.abc import Mapping

    from ...models.record_change_body import RecordChangeBody


def build_request(
    object_slug_or_id: str,
    *,
    matching_attribute: str,
    body: Mapping[str, Any] | RecordChangeBody,
) -> Request:
    """Create or update the record that holds a unique value."""
    query: dict[str, str | int | float | bool] = {
        "matching_attribute": matching_attribute,
    }
    return Request(
        "upsert_record",
        "PUT",
        "/v2/objects/{object_slug_or_id}/records".format(
            object_slug_or_id=quote(str(object_slug_or_id), safe=""),
        ),
        query,
        json_body(body),
    )
