"""Request builder of `update_note`."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any
from urllib.parse import quote

from ... import Request, json_body

if TYPE_CHECKING:
    from collections.abc import Mapping

    from ...models.note_update_body import NoteUpdateBody


def build_request(
    note_id: str,
    *,
    body: Mapping[str, Any] | NoteUpdateBody,
) -> Request:
    """Change the title or the whole content of a note."""
    return Request(
        "update_note",
        "PATCH",
        "/v2/notes/{note_id}".format(
            note_id=quote(str(note_id), safe=""),
        ),
        {},
        json_body(body),
    )
