"""Request builder of `delete_activity_record`."""

from __future__ import annotations

from urllib.parse import quote

from ... import Request


def build_request(
    activity_slug_or_id: str,
    record_id: str,
) -> Request:
    """Delete an activity record."""
    return Request(
        "delete_activity_record",
        "DELETE",
        "/v2/activities/{activity_slug_or_id}/records/{record_id}".format(
            activity_slug_or_id=quote(str(activity_slug_or_id), safe=""),
            record_id=quote(str(record_id), safe=""),
        ),
        {},
        None,
    )
