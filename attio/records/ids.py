"""Ids: strings that remember the members Attio sends beside them.

Attio identifies everything by an object of several UUIDs. What a program passes around is the entity's own
one, so that is what an `Id` is: a `str`, equal to and hashed like that one string, with the other members as
attributes.
"""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType
from typing import TYPE_CHECKING, Any, ClassVar, Self, cast

if TYPE_CHECKING:
    from collections.abc import Callable
    from uuid import UUID

_NO_MEMBERS: Mapping[str, Any] = MappingProxyType({})


# One member of a composite id, None when Attio did not send it. A comment and not a docstring, because
# `__doc__` is a slot: `help(RecordId)` then shows what each member is.
class _Member:
    __slots__ = ("__doc__", "_name")

    def __init__(self, doc: str) -> None:
        self._name = ""
        self.__doc__ = doc

    def __set_name__(self, owner: type[Id], name: str) -> None:
        self._name = name

    def __get__(self, instance: Id | None, owner: type[Id]) -> str | None:
        if instance is None:
            return self.__doc__
        if self._name == instance.own:
            return str(instance) or None
        value = instance._members.get(self._name)
        return value if value is None or type(value) is str else str(value)


def _restore(cls: type[Id], value: str, members: dict[str, Any]) -> Id:
    return cls(value, **members)


class Id(str):
    """Hold one entity's own id, as a string, and the members sent beside it.

    Compares, hashes and serialises as its own string. It is never parsed as a UUID, so a shape that Attio
    invents tomorrow still reads.

    >>> record_id = RecordId.from_raw({"workspace_id": "w-1", "object_id": "o-1", "record_id": "r-1"})
    >>> record_id == "r-1", record_id.workspace_id, record_id.object_id
    (True, 'w-1', 'o-1')
    """

    __slots__ = ("_members",)

    own: ClassVar[str] = "id"
    """Name of the member that is the entity's own id."""

    _members: Mapping[str, Any]

    workspace_id = _Member("The workspace that the entity belongs to.")

    def __new__(cls, value: str | UUID = "", /, **members: Any) -> Self:
        """Build an id from its own string and, by keyword, the members beside it."""
        self = super().__new__(cls, value)
        self._members = members or _NO_MEMBERS
        return self

    @classmethod
    def from_raw(cls, raw: object) -> Self:
        """Read an id as Attio sent it: an object of members, or a plain string.

        Missing members read as None, extra ones are kept in `.raw`; without its own member the id is empty
        (and therefore false), never an error.
        """
        if isinstance(raw, cls):
            return raw
        if isinstance(raw, Mapping):
            members = cast("Mapping[str, Any]", raw)
            value = members.get(cls.own)
            self = super().__new__(cls, "" if value is None else value)
            self._members = members
            return self
        return cls("" if raw is None else str(raw))

    @property
    def raw(self) -> dict[str, Any]:
        """The members as Attio sent them; only the entity's own one for an id made from a string."""
        return dict(self._members) or {self.own: str(self)}

    def __repr__(self) -> str:
        return f"{type(self).__name__}({str(self)!r})"

    def __reduce__(self) -> tuple[Callable[..., Id], tuple[type[Id], str, dict[str, Any]]]:
        return _restore, (type(self), str(self), dict(self._members))

    def __copy__(self) -> Self:
        return self

    def __deepcopy__(self, memo: dict[int, Any]) -> Self:
        return self


class WorkspaceId(Id):
    """Identify a workspace."""

    __slots__ = ()
    own = "workspace_id"


class ObjectId(Id):
    """Identify an object such as people."""

    __slots__ = ()
    own = "object_id"
    object_id = _Member("The object's own id.")


class AttributeId(Id):
    """Identify an attribute of an object or a list.

    Attio puts a list's id into `object_id` in some answers; `list_id` is set only where Attio names it so.
    """

    __slots__ = ()
    own = "attribute_id"
    object_id = _Member("The object that has the attribute.")
    list_id = _Member("The list that has the attribute.")
    attribute_id = _Member("The attribute's own id.")


class OptionId(Id):
    """Identify one option of a select attribute."""

    __slots__ = ()
    own = "option_id"
    object_id = _Member("The object that has the attribute.")
    attribute_id = _Member("The select attribute.")
    option_id = _Member("The option's own id.")


class StatusId(Id):
    """Identify one status of a status attribute."""

    __slots__ = ()
    own = "status_id"
    object_id = _Member("The object that has the attribute.")
    attribute_id = _Member("The status attribute.")
    status_id = _Member("The status's own id.")


class RecordId(Id):
    """Identify a record."""

    __slots__ = ()
    own = "record_id"
    object_id = _Member("The object that the record is of.")
    record_id = _Member("The record's own id.")


class ListId(Id):
    """Identify a list."""

    __slots__ = ()
    own = "list_id"
    list_id = _Member("The list's own id.")


class EntryId(Id):
    """Identify an entry of a list."""

    __slots__ = ()
    own = "entry_id"
    list_id = _Member("The list that the entry is in.")
    entry_id = _Member("The entry's own id.")


class ViewId(Id):
    """Identify a saved view of an object or a list."""

    __slots__ = ()
    own = "view_id"
    object_id = _Member("The object that the view shows.")
    list_id = _Member("The list that the view shows.")
    view_id = _Member("The view's own id.")


class NoteId(Id):
    """Identify a note."""

    __slots__ = ()
    own = "note_id"
    note_id = _Member("The note's own id.")


class TaskId(Id):
    """Identify a task."""

    __slots__ = ()
    own = "task_id"
    task_id = _Member("The task's own id.")


class ThreadId(Id):
    """Identify a thread of comments."""

    __slots__ = ()
    own = "thread_id"
    thread_id = _Member("The thread's own id.")


class CommentId(Id):
    """Identify a comment."""

    __slots__ = ()
    own = "comment_id"
    comment_id = _Member("The comment's own id.")


class MeetingId(Id):
    """Identify a meeting."""

    __slots__ = ()
    own = "meeting_id"
    meeting_id = _Member("The meeting's own id.")


class CallRecordingId(Id):
    """Identify a call recording of a meeting."""

    __slots__ = ()
    own = "call_recording_id"
    meeting_id = _Member("The meeting that was recorded.")
    call_recording_id = _Member("The recording's own id.")


class FileId(Id):
    """Identify a file or folder."""

    __slots__ = ()
    own = "file_id"
    file_id = _Member("The file's own id.")


class EmailId(Id):
    """Identify an email of a mailbox."""

    __slots__ = ()
    own = "email_id"
    mailbox_id = _Member("The mailbox that holds the email.")
    email_id = _Member("The email's own id.")


class ActivityId(Id):
    """Identify an activity type."""

    __slots__ = ()
    own = "activity_id"
    activity_id = _Member("The activity's own id.")


class ActivityRecordId(Id):
    """Identify one record of an activity."""

    __slots__ = ()
    own = "record_id"
    activity_id = _Member("The activity that the record is of.")
    record_id = _Member("The record's own id.")


class WebhookId(Id):
    """Identify a webhook."""

    __slots__ = ()
    own = "webhook_id"
    webhook_id = _Member("The webhook's own id.")


class WorkspaceMemberId(Id):
    """Identify a member of a workspace."""

    __slots__ = ()
    own = "workspace_member_id"
    workspace_member_id = _Member("The member's own id.")
