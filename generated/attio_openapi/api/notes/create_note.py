"""Request builder of `create_note`."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from ... import Request, json_body

if TYPE_CHECKING:
    from collections.abc import Mapping

    from ...models.note_create_body import NoteCreateBody


def build_request(
    *,
    body: Mapping[str, Any] | NoteCreateBody,
) -> Request:
    """Write a note on a record."""
    return Request(
        "create_note",
        "POST",
        "/v2/notes",
        {},
        json_body(body),
    )
