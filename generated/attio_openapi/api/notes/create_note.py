"""Request builder of `create_note`."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from ... import Request, json_body

if TYPE_CHECKING:
    from collections.abc import Mapping

    from ...models.create_note_body import CreateNoteBody


def build_request(
    *,
    body: Mapping[str, Any] | CreateNoteBody,
) -> Request:
    """Write a note on a record."""
    return Request(
        "create_note",
        "POST",
        "/v2/notes",
        {},
        json_body(body),
    )
