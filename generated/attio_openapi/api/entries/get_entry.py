"""Request builder of `get_entry`."""

from __future__ import annotations

from urllib.parse import quote

from ... import Request


def build_request(
    list_slug_or_id: str,
    entry_id: str,
) -> Request:
    """Fetch one list entry with all of its values."""
    return Request(
        "get_entry",
        "GET",
        "/v2/lists/{list_slug_or_id}/entries/{entry_id}".format(
            list_slug_or_id=quote(str(list_slug_or_id), safe=""),
            entry_id=quote(str(entry_id), safe=""),
        ),
        {},
        None,
    )
