"""Request bodies of notes (no I/O)."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from attio.core.arguments import one_of, segment, text
from attio.core.errors import ArgumentError
from attio.records.bodies import NOT_GIVEN, NotGiven, moment_text, not_none, some
from attio.records.bodies_links import by_ids

if TYPE_CHECKING:
    from datetime import datetime

FORMATS = ("plaintext", "markdown")


def note_body(
    *,
    parent_object: Any,
    parent_record_id: Any,
    content: str,
    title: str | None,
    format: str,
    created_at: datetime | str | None,
    meeting_id: Any,
) -> dict[str, Any]:
    """Return the body of a create."""
    place, record = by_ids("parent_object", parent_object, "parent_record_id", parent_record_id)
    written = text(content, "content", empty=True)
    meeting = None if meeting_id is None else segment(meeting_id, "meeting_id")
    return {
        "parent_object": place,
        "parent_record_id": record,
        "title": first_line(written, format) if title is None else text(title, "title", empty=True),
        "format": one_of(format, "format", FORMATS),
        "content": written,
        **not_none(created_at=moment_text("created_at", created_at), meeting_id=meeting),
    }


def texts(**values: str | NotGiven) -> dict[str, Any]:
    """Return texts by argument, also empty ones; NOT_GIVEN stays what it is."""
    return {
        name: value if value is NOT_GIVEN else text(value, name, empty=True) for name, value in values.items()
    }


def first_line(content: str, format: str) -> str:
    """Return the first line of a note as a title, without what makes it a heading in Markdown."""
    line = content.strip().partition("\n")[0].strip()
    return line.lstrip("#").strip() if format == "markdown" and line.startswith("#") else line


def note_changes(*, title: str | NotGiven, content: str | NotGiven, format: str | NotGiven) -> dict[str, Any]:
    """Return the body of an update; Attio is told the format whenever there is content."""
    if format is not NOT_GIVEN:
        one_of(format, "format", FORMATS)
        if content is NOT_GIVEN:
            raise ArgumentError("content", None, "format says what content is", fix="give content= with it")
    kind = "plaintext" if format is NOT_GIVEN and content is not NOT_GIVEN else format
    return some("note", **texts(title=title, content=content), format=kind)
