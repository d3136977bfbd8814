"""Request builder of `upsert_activity_record`."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any
from urllib.parse import quote

from ... import Request, json_body

if TYPE_CHECKING:
    from collections.abc import Mapping

    from ...models.record_change_body import RecordChangeBody


def build_request(
    activity_slug_or_id: str,
    *,
    matching_attribute: str,
    body: Mapping[str, Any] | RecordChangeBody,
) -> Request:
    """Create or update the activity record that holds a unique value."""
    query: dict[str, str | int | float | bool] = {
        "matching_attribute": matching_attribute,
    }
    return Request(
        "upsert_activity_record",
        "PUT",
        "/v2/activities/{activity_slug_or_id}/records".format(
            activity_slug_or_id=quote(str(activity_slug_or_id), safe=""),
        ),
        query,
        json_body(body),
    )
