"""What people write around records: notes, tasks, threads, comments (no I/O)."""

from __future__ import annotations

from typing import Any, ClassVar

from attio.values.types import ActorRef, RecordRef

from .ids import CommentId, NoteId, TaskId, ThreadId
from .model import (
    Field,
    Model,
    actor,
    flag,
    identifier,
    json_value,
    moment,
    nested_list,
    optional_moment,
    optional_text,
    record_links,
    text,
)


class NoteData(Model):
    """A note on a record, readable as plain text and as Markdown."""

    __slots__ = ()
    kind: ClassVar[str] = "note"

    id = identifier(NoteId, "Id of the note.")
    title = text("Title, plain text.")
    content_plaintext = text("Body without markup.")
    content_markdown = text("Body as Markdown.")
    parent_object = text("Slug of the object of the record it belongs to.")
    parent_record_id = text("Id of the record it belongs to.")
    meeting_id = optional_text("Id of the meeting it was taken in, or None.")
    tags = json_value("Members and records that the body mentions.")
    created_by = actor("Who wrote it.", key="created_by_actor")
    created_at = moment("When it was written.")

    @property
    def parent(self) -> RecordRef:
        """The record that the note belongs to."""
        return RecordRef(self.parent_object, self.parent_record_id)


def _assignees(value: Any) -> tuple[ActorRef, ...]:
    return tuple(
        ActorRef(row.get("referenced_actor_type"), row.get("referenced_actor_id")) for row in value or ()
    )


class TaskData(Model):
    """A task, linked to any number of records and members."""

    __slots__ = ()
    kind: ClassVar[str] = "task"

    id = identifier(TaskId, "Id of the task.")
    content_plaintext = text("What is to be done; Attio has no way to change it.")
    deadline_at = optional_moment("When it is due, or None.")
    is_completed = flag("Whether it is done.")
    completed_at = optional_moment("When it was done, or None.")
    linked_records = record_links(
        "Records that it is about.", object_keys=("target_object_id",), id_key="target_record_id"
    )
    assignees = Field(_assignees, "Who is to do it.")
    created_by = actor("Who made it.", key="created_by_actor")
    created_at = moment("When it was made.")


class CommentData(Model):
    """A comment in the thread of a record or of an entry."""

    __slots__ = ()
    kind: ClassVar[str] = "comment"

    id = identifier(CommentId, "Id of the comment; the first one of a thread shares its id with the thread.")
    thread_id = text("Id of the thread it stands in.")
    content_plaintext = text("Body without markup.")
    record = json_value("Record that the thread is about: {object_id, record_id}.")
    entry = json_value("Entry that the thread is about: {list_id, entry_id}, or None.")
    author = actor("Who wrote it.")
    created_at = moment("When it was written.")
    resolved_at = optional_moment("When the thread was resolved, or None while it is open.")
    resolved_by = actor("Who resolved it, or None.")


class ThreadData(Model):
    """A conversation on a record or on an entry."""

    __slots__ = ()
    kind: ClassVar[str] = "thread"

    id = identifier(ThreadId, "Id of the thread.")
    comments = nested_list(CommentData, "Comments, oldest first; a long thread comes in pages.")
    has_more_comments = flag("Whether Attio left later comments out.")
    created_at = moment("When it began.")
