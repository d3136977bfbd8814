"""Request builder of `get_attribute`."""

from __future__ import annotations

from urllib.parse import quote

from ... import Request


def build_request(
    target: str,
    identifier: str,
    attribute_slug_or_id: str,
) -> Request:
    """Fetch one attribute of an object or a list."""
    return Request(
        "get_attribute",
        "GET",
        "/v2/{target}/{identifier}/attributes/{attribute_slug_or_id}".format(
            target=quote(str(target), safe=""),
            identifier=quote(str(identifier), safe=""),
            attribute_slug_or_id=quote(str(attribute_slug_or_id), safe=""),
        ),
        {},
        None,
    )
