"""The events of notes, tasks, comments, members and call recordings."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, ClassVar, TypeVar, overload

from attio.records.ids import CallRecordingId, CommentId, NoteId, TaskId, WorkspaceMemberId
from attio.records.model import identifier
from attio.values.types import RecordRef

from .event import Event
from .events_rows import UnderRecord, fetch_record

if TYPE_CHECKING:
    from attio.core.config import RequestOptions

    from .hydration import (
        BindsObjects,
        HasComments,
        HasEntries,
        HasMembers,
        HasNotes,
        HasRecordings,
        HasRecords,
        HasTasks,
    )

T = TypeVar("T")


class NoteEvent(UnderRecord):
    """Something happened to a note."""

    __slots__ = ()
    event_types: ClassVar[tuple[str, ...]] = (
        "note.created",
        "note.updated",
        "note-content.updated",
        "note.deleted",
    )
    id = identifier(NoteId, "Id of the note.")

    @property
    def note_id(self) -> str | None:
        """The note."""
        return self._member("note_id")

    @overload
    def note(self, client: HasNotes[T], *, options: RequestOptions | None = None) -> T: ...
    @overload
    def note(self, client: None = None, *, options: RequestOptions | None = None) -> Any: ...
    def note(self, client: Any = None, *, options: RequestOptions | None = None) -> Any:
        """Fetch the note as it is now; raises NotFoundError when it is gone. Costs one request."""
        return self._through(client).notes.get(self._needed("note_id"), options=options)


class NoteCreated(NoteEvent):
    """A note was written."""

    __slots__ = ()
    event_types = ("note.created",)


class NoteUpdated(NoteEvent):
    """The title of a note changed; its body is NoteContentUpdated."""

    __slots__ = ()
    event_types = ("note.updated",)


class NoteContentUpdated(NoteEvent):
    """The body of a note changed."""

    __slots__ = ()
    event_types = ("note-content.updated",)


class NoteDeleted(NoteEvent):
    """A note was deleted."""

    __slots__ = ()
    event_types = ("note.deleted",)


class TaskEvent(Event):
    """Something happened to a task."""

    __slots__ = ()
    event_types: ClassVar[tuple[str, ...]] = ("task.created", "task.updated", "task.deleted")
    id = identifier(TaskId, "Id of the task.")

    @property
    def task_id(self) -> str | None:
        """The task."""
        return self._member("task_id")

    @overload
    def task(self, client: HasTasks[T], *, options: RequestOptions | None = None) -> T: ...
    @overload
    def task(self, client: None = None, *, options: RequestOptions | None = None) -> Any: ...
    def task(self, client: Any = None, *, options: RequestOptions | None = None) -> Any:
        """Fetch the task as it is now; raises NotFoundError when it is gone. Costs one request."""
        return self._through(client).tasks.get(self._needed("task_id"), options=options)


class TaskCreated(TaskEvent):
    """A task was made."""

    __slots__ = ()
    event_types = ("task.created",)


class TaskUpdated(TaskEvent):
    """A task was changed or completed."""

    __slots__ = ()
    event_types = ("task.updated",)


class TaskDeleted(TaskEvent):
    """A task was deleted."""

    __slots__ = ()
    event_types = ("task.deleted",)


class CommentEvent(Event):
    """Something happened to a comment; on an entry it names list and entry besides the record."""

    __slots__ = ()
    event_types: ClassVar[tuple[str, ...]] = (
        "comment.created",
        "comment.resolved",
        "comment.unresolved",
        "comment.deleted",
    )
    id = identifier(CommentId, "Id of the comment.")

    @property
    def comment_id(self) -> str | None:
        """The comment."""
        return self._member("comment_id")

    @property
    def thread_id(self) -> str | None:
        """The thread that it is in; the same as the id of the thread's first comment."""
        return self._extra("thread_id")

    @property
    def ref(self) -> RecordRef:
        """The record that was commented on; its object is an id."""
        return RecordRef(self._extra("object_id") or "", self._extra("record_id") or "")

    @property
    def list_id(self) -> str | None:
        """The list of the entry that was commented on; None for a comment on a record."""
        return self._extra("list_id")

    @property
    def entry_id(self) -> str | None:
        """The entry that was commented on; None for a comment on a record."""
        return self._extra("entry_id")

    @overload
    def comment(self, client: HasComments[T], *, options: RequestOptions | None = None) -> T: ...
    @overload
    def comment(self, client: None = None, *, options: RequestOptions | None = None) -> Any: ...
    def comment(self, client: Any = None, *, options: RequestOptions | None = None) -> Any:
        """Fetch the comment as it is now; raises NotFoundError when it is gone. Costs one request."""
        return self._through(client).comments.get(self._needed("comment_id"), options=options)

    @overload
    def record(self, client: HasRecords[T], *, options: RequestOptions | None = None) -> T: ...
    @overload
    def record(
        self, client: BindsObjects | None = None, *, object: Any = None, options: RequestOptions | None = None
    ) -> Any: ...
    def record(self, client: Any = None, *, object: Any = None, options: RequestOptions | None = None) -> Any:
        """Fetch the record that was commented on; `object` as in `RecordEvent.record`. Costs one request."""
        return fetch_record(
            self._through(client), object, self._needed("object_id"), self._needed("record_id"), options
        )

    @overload
    def entry(self, client: HasEntries[T], *, options: RequestOptions | None = None) -> T: ...
    @overload
    def entry(self, client: None = None, *, options: RequestOptions | None = None) -> Any: ...
    def entry(self, client: Any = None, *, options: RequestOptions | None = None) -> Any:
        """Fetch the entry that was commented on, where it was one. Costs one request."""
        entries = self._through(client).entries
        return entries.get(self._needed("list_id"), self._needed("entry_id"), options=options)


class CommentCreated(CommentEvent):
    """A comment was written."""

    __slots__ = ()
    event_types = ("comment.created",)


class CommentResolved(CommentEvent):
    """A thread was resolved."""

    __slots__ = ()
    event_types = ("comment.resolved",)


class CommentUnresolved(CommentEvent):
    """A thread was opened again."""

    __slots__ = ()
    event_types = ("comment.unresolved",)


class CommentDeleted(CommentEvent):
    """A comment was deleted."""

    __slots__ = ()
    event_types = ("comment.deleted",)


class WorkspaceMemberEvent(Event):
    """Something happened to a member of the workspace."""

    __slots__ = ()
    event_types: ClassVar[tuple[str, ...]] = ("workspace-member.created",)
    id = identifier(WorkspaceMemberId, "Id of the member.")

    @property
    def workspace_member_id(self) -> str | None:
        """The member."""
        return self._member("workspace_member_id")

    @overload
    def member(self, client: HasMembers[T], *, options: RequestOptions | None = None) -> T: ...
    @overload
    def member(self, client: None = None, *, options: RequestOptions | None = None) -> Any: ...
    def member(self, client: Any = None, *, options: RequestOptions | None = None) -> Any:
        """Fetch the member as they are now. Costs one request."""
        members = self._through(client).workspace_members
        return members.get(self._needed("workspace_member_id"), options=options)


class WorkspaceMemberCreated(WorkspaceMemberEvent):
    """Somebody joined the workspace."""

    __slots__ = ()
    event_types = ("workspace-member.created",)


class CallRecordingEvent(Event):
    """Something happened to a call recording."""

    __slots__ = ()
    event_types: ClassVar[tuple[str, ...]] = ("call-recording.created",)
    id = identifier(CallRecordingId, "Id of the recording, with `.meeting_id` beside it.")

    @property
    def meeting_id(self) -> str | None:
        """The meeting that was recorded."""
        return self._member("meeting_id")

    @property
    def call_recording_id(self) -> str | None:
        """The recording."""
        return self._member("call_recording_id")

    @overload
    def call_recording(self, client: HasRecordings[T], *, options: RequestOptions | None = None) -> T: ...
    @overload
    def call_recording(self, client: None = None, *, options: RequestOptions | None = None) -> Any: ...
    def call_recording(self, client: Any = None, *, options: RequestOptions | None = None) -> Any:
        """Fetch the recording as it is now. Costs one request."""
        recordings = self._through(client).call_recordings
        meeting = self._needed("meeting_id")
        return recordings.get(meeting, self._needed("call_recording_id"), options=options)


class CallRecordingCreated(CallRecordingEvent):
    """A call recording was uploaded and processed."""

    __slots__ = ()
    event_types = ("call-recording.created",)
