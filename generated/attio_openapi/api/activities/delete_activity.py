"""Request builder of `delete_activity`."""

from __future__ import annotations

from urllib.parse import quote

from ... import Request


def build_request(
    activity_slug_or_id: str,
) -> Request:
    """Delete a custom activity type together with its records."""
    return Request(
        "delete_activity",
        "DELETE",
        "/v2/activities/{activity_slug_or_id}".format(
            activity_slug_or_id=quote(str(activity_slug_or_id), safe=""),
        ),
        {},
        None,
    )
