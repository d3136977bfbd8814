"""Request builder of `get_note`."""

from __future__ import annotations

from urllib.parse import quote

from ... import Request


def build_request(
    note_id: str,
) -> Request:
    """Fetch one note as plain text and as markdown."""
    return Request(
        "get_note",
        "GET",
        "/v2/notes/{note_id}".format(
            note_id=quote(str(note_id), safe=""),
        ),
        {},
        None,
    )
