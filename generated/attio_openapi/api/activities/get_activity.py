"""Request builder of `get_activity`."""

from __future__ import annotations

from urllib.parse import quote

from ... import Request


def build_request(
    activity_slug_or_id: str,
) -> Request:
    """Fetch one activity type by slug or id."""
    return Request(
        "get_activity",
        "GET",
        "/v2/activities/{activity_slug_or_id}".format(
            activity_slug_or_id=quote(str(activity_slug_or_id), safe=""),
        ),
        {},
        None,
    )
