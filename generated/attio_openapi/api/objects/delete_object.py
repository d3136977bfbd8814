"""Request builder of `delete_object`."""

from __future__ import annotations

from urllib.parse import quote

from ... import Request


def build_request(
    object_slug_or_id: str,
) -> Request:
    """Delete a custom object together with its records."""
    return Request(
        "delete_object",
        "DELETE",
        "/v2/objects/{object_slug_or_id}".format(
            object_slug_or_id=quote(str(object_slug_or_id), safe=""),
        ),
        {},
        None,
    )
