"""Notes: list, create, get, update, delete."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final

from attio.testing import links
from attio.testing.moments import moment_shape, past_us
from attio.testing.note_text import NoteText, from_markdown, from_plaintext
from attio.testing.pages import by_offset
from attio.testing.replies import invalid, invalid_body, missing, required
from attio.testing.router import route
from attio.testing.shapes import choice, closed, fields, nullable, optional, text, uuid
from attio.testing.state.meetings import Meetings
from attio.testing.state.notes import Note, Notes

if TYPE_CHECKING:
    from attio.testing.call import Call

_FORMAT: Final = choice("plaintext", "markdown")
_NEW: Final = fields(
    parent_object=text(1),
    parent_record_id=uuid(),
    title=text(),
    format=_FORMAT,
    content=text(),
    created_at=optional(moment_shape()),
    meeting_id=optional(nullable(uuid())),
)
_CHANGE: Final = closed(title=optional(text()), format=optional(_FORMAT), content=optional(text()))
# Attio answers 413 above a size that it does not tell.
MAX_CONTENT: Final = 1_000_000


def _text(format: str, content: str) -> NoteText:
    if len(content) > MAX_CONTENT:
        raise invalid(f"The content of a note has at most {MAX_CONTENT} characters.", status=413)
    return from_markdown(content) if format == "markdown" else from_plaintext(content)


def _note(call: Call) -> Note:
    wanted = call.params["note_id"]
    note = call.state.store(Notes).by_id.get(call.uuid(wanted))
    if note is None:
        raise missing("Note", wanted)
    return note


def _tell(call: Call, event_type: str, note: Note) -> None:
    parent = {"parent_object_id": note.parent.object_id, "parent_record_id": note.parent.record_id}
    call.state.emit(event_type, call.actor, extra=parent, note_id=note.id)


@route("list_notes")
def list_notes(call: Call) -> Any:
    """List the notes of a record or of the workspace, oldest first."""
    parent = links.queried(call, "parent_object", "parent_record_id", strict=True)
    rows = call.state.store(Notes).oldest_first(parent)
    return by_offset(call, rows, lambda note: note.render(call.state))


@route(
    "create_note",
    but="tags of people mentioned in the text; the size that Attio refuses (here above 1,000,000 characters)",
)
def create_note(call: Call) -> Any:
    """Write a note on a record, in plain text or markdown, readable as both; maybe dated back, maybe of a meeting."""
    body = call.data(_NEW)
    parent = links.existing(call, body["parent_object"], body["parent_record_id"])
    meeting_id = body.get("meeting_id")
    if meeting_id is not None and meeting_id.lower() not in call.state.store(Meetings).by_id:
        raise missing("Meeting", meeting_id)
    note = Note(
        call.state.ids.uuid(),
        parent,
        body["title"],
        _text(body["format"], body["content"]),
        created_us=past_us(call, body.get("created_at")),
        actor=call.actor,
        meeting_id=None if meeting_id is None else meeting_id.lower(),
    )
    call.state.store(Notes).by_id[note.id] = note
    _tell(call, "note.created", note)
    return {"data": note.render(call.state)}


@route("get_note")
def get_note(call: Call) -> Any:
    """Get one note."""
    return {"data": _note(call).render(call.state)}


@route("update_note", but="whether Attio wants a format with new content (here it must be there)")
def update_note(call: Call) -> Any:
    """Change the title, the content or both; each has its own event."""
    note = _note(call)
    body = call.data(_CHANGE)
    if "content" in body and "format" not in body:
        raise invalid_body([required(("data", "format"))])
    if not body.keys() - {"format"}:
        raise invalid("Give title, content or both.", [])
    changed = _text(body["format"], body["content"]) if "content" in body else note.text
    if body.get("title", note.title) != note.title:
        note.title = body["title"]
        _tell(call, "note.updated", note)
    if changed != note.text:
        note.text = changed
        _tell(call, "note-content.updated", note)
    return {"data": note.render(call.state)}


@route("delete_note")
def delete_note(call: Call) -> Any:
    """Delete a note."""
    note = _note(call)
    del call.state.store(Notes).by_id[note.id]
    _tell(call, "note.deleted", note)
    return {}
