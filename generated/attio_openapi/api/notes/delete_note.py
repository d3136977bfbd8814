"""Request builder of `delete_note`."""

from __future__ import annotations

from urllib.parse import quote

from ... import Request


def build_request(
    note_id: str,
) -> Request:
    """Delete a note."""
    return Request(
        "delete_note",
        "DELETE",
        "/v2/notes/{note_id}".format(
            note_id=quote(str(note_id), safe=""),
        ),
        {},
        None,
    )
