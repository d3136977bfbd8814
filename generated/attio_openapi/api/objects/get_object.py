"""Request builder of `get_object`."""

from __future__ import annotations

from urllib.parse import quote

from ... import Request


def build_request(
    object_slug_or_id: str,
) -> Request:
    """Fetch one object by slug or id."""
    return Request(
        "get_object",
        "GET",
        "/v2/objects/{object_slug_or_id}".format(
            object_slug_or_id=quote(str(object_slug_or_id), safe=""),
        ),
        {},
        None,
    )
