"""Notes, tasks and threads of a seed document.

    notes: [{parent: ada, title: First call, content: "**Keen**", format: markdown, created_at, created_by, meeting}]
    tasks: [{content: Call back, deadline_at, completed_at, linked_records: [ada], assignees: [mira@x.example]}]
    threads: [{record: ada, comments: [{content, author, created_at}], resolved_at, resolved_by}]

A thread is about a `record`, or about the entry of one on a `list` besides.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from attio.core.errors import ArgumentError
from attio.testing.json_types import is_object
from attio.testing.note_text import from_markdown, from_plaintext
from attio.testing.seeds import section
from attio.testing.seeds.linked import each_of, link_to, links_of, maker, member_id, need, parent_of
from attio.testing.seeds.reading import own_id
from attio.testing.state.meetings import Meetings
from attio.testing.state.notes import Note, Notes
from attio.testing.state.tasks import Task, Tasks
from attio.testing.state.threads import Comment, Place, Thread, Threads

if TYPE_CHECKING:
    from attio.testing.access import Actor
    from attio.testing.note_text import NoteText
    from attio.testing.seeds.planter import Planter


@section("notes")
def plant_notes(planter: Planter, given: Any) -> None:
    """Write the notes of a document."""
    store = planter.state.store(Notes)
    for raw in each_of("notes", given):
        note = Note(
            own_id(raw, "note_id") or planter.state.ids.uuid(),
            parent_of(planter, "notes", raw),
            need("notes", raw, "title"),
            _text(raw),
            created_us=planter.time(raw),
            actor=maker(planter, raw),
            meeting_id=_meeting_id(planter, raw),
        )
        note.tags = list(raw.get("tags", ()))
        store.by_id[note.id] = note


def _text(raw: dict[str, Any]) -> NoteText:
    if "content_markdown" in raw:
        return from_markdown(raw["content_markdown"])
    content = need("notes", raw, "content")
    return from_markdown(content) if raw.get("format") == "markdown" else from_plaintext(content)


def _meeting_id(planter: Planter, raw: dict[str, Any]) -> str | None:
    wanted = raw.get("meeting", raw.get("meeting_id"))
    if wanted is None:
        return None
    for meeting in planter.state.store(Meetings).by_id.values():
        if wanted in {meeting.id, meeting.title}:
            return meeting.id
    raise ArgumentError("seed", wanted, "is neither id nor title of a meeting")


@section("tasks")
def plant_tasks(planter: Planter, given: Any) -> None:
    """Set the tasks of a document."""
    store = planter.state.store(Tasks)
    for raw in each_of("tasks", given):
        task = Task(
            own_id(raw, "task_id") or planter.state.ids.uuid(),
            raw["content_plaintext"] if "content_plaintext" in raw else need("tasks", raw, "content"),
            created_us=planter.time(raw),
            actor=maker(planter, raw),
        )
        task.links = links_of(planter, raw)
        task.assignees = [member_id(planter, each) for each in raw.get("assignees", ())]
        if raw.get("deadline_at") is not None:
            task.deadline_us = planter.time(raw, "deadline_at")
        if raw.get("completed_at") is not None or raw.get("is_completed"):
            task.completed_us = planter.time(raw, "completed_at")
        store.by_id[task.id] = task


@section("threads")
def plant_threads(planter: Planter, given: Any) -> None:
    """Hold the conversations of a document."""
    store = planter.state.store(Threads)
    for raw in each_of("threads", given):
        comments = [_comment(planter, each) for each in each_of("threads", need("threads", raw, "comments"))]
        if not comments:
            raise ArgumentError("seed", dict(raw), "is a thread without a comment")
        thread = Thread(comments[0], _place(planter, raw))
        for reply in comments[1:]:
            thread.reply(reply)
        if raw.get("resolved_at") is not None:
            thread.resolved_us = planter.time(raw, "resolved_at")
            thread.resolved_by = planter.actor(raw.get("resolved_by"))
        store.by_id[thread.id] = thread


def _comment(planter: Planter, raw: dict[str, Any]) -> Comment:
    content = raw["content_plaintext"] if "content_plaintext" in raw else need("threads", raw, "content")
    author: Actor = planter.actor(raw.get("author"))
    return Comment(
        own_id(raw, "comment_id") or planter.state.ids.uuid(),
        content,
        created_us=planter.time(raw),
        author=author,
    )


def _place(planter: Planter, raw: dict[str, Any]) -> Place:
    first = raw["comments"][0]
    named = raw.get("record", first.get("record") if is_object(first) else None)
    if named is None:
        raise ArgumentError("seed", dict(raw), "lacks 'record', in 'threads'")
    record = link_to(planter, named)
    entry = first.get("entry")
    if entry is not None:
        return Place(record, entry["list_id"], entry["entry_id"])
    if "list" not in raw:
        return Place(record)
    home = planter.state.find_list(raw["list"])
    entries = [] if home is None else home.by_parent.get(record.record_id, [])
    if home is None or not entries:
        raise ArgumentError("seed", raw["list"], "is no list that the record is on")
    return Place(record, home.id, entries[0])
