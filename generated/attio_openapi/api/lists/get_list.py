"""Request builder of `get_list`."""

from __future__ import annotations

from urllib.parse import quote

from ... import Request


def build_request(
    list_slug_or_id: str,
) -> Request:
    """Fetch one list by slug or id."""
    return Request(
        "get_list",
        "GET",
        "/v2/lists/{list_slug_or_id}".format(
            list_slug_or_id=quote(str(list_slug_or_id), safe=""),
        ),
        {},
        None,
    )
