"""Request builder of `delete_entry`."""

from __future__ import annotations

from urllib.parse import quote

from ... import Request


def build_request(
    list_slug_or_id: str,
    entry_id: str,
) -> Request:
    """Remove an entry from its list; the record stays."""
    return Request(
        "delete_entry",
        "DELETE",
        "/v2/lists/{list_slug_or_id}/entries/{entry_id}".format(
            list_slug_or_id=quote(str(list_slug_or_id), safe=""),
            entry_id=quote(str(entry_id), safe=""),
        ),
        {},
        None,
    )
