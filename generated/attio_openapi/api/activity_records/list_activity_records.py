"""Request builder of `list_activity_records`."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any
from urllib.parse import quote

from ... import Request, json_body

if TYPE_CHECKING:
    from collections.abc import Mapping

    from ...models.activity_record_query import ActivityRecordQuery


def build_request(
    activity_slug_or_id: str,
    *,
    body: Mapping[str, Any] | ActivityRecordQuery,
) -> Request:
    """List the records of an activity type, filtered and sorted."""
    return Request(
        "list_activity_records",
        "POST",
        "/v2/activities/{activity_slug_or_id}/records/query".format(
            activity_slug_or_id=quote(str(activity_slug_or_id), safe=""),
        ),
        {},
        json_body(body),
    )
