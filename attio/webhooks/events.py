"""Every class of events, and which type of event is of which class.

Every type that Attio sends has a class, and the types of one noun have a class in common: match on
`RecordUpdated`, or on `RecordEvent` for all that happens to records. What is in each, and how well that is
known, is in `openapi/webhooks.yaml`.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final

from .event import Event
from .events_activities import (
    ActivityAttributeCreated,
    ActivityAttributeEvent,
    ActivityAttributeUpdated,
    ActivityCreated,
    ActivityDeleted,
    ActivityEvent,
    ActivityRecordCreated,
    ActivityRecordDeleted,
    ActivityRecordEvent,
    ActivityUpdated,
)
from .events_rows import (
    ListEntryCreated,
    ListEntryDeleted,
    ListEntryEvent,
    ListEntryUpdated,
    RecordCreated,
    RecordDeleted,
    RecordEvent,
    RecordMerged,
    RecordUpdated,
)
from .events_structure import (
    ListAttributeCreated,
    ListAttributeEvent,
    ListAttributeUpdated,
    ListCreated,
    ListDeleted,
    ListEvent,
    ListUpdated,
    ObjectAttributeCreated,
    ObjectAttributeEvent,
    ObjectAttributeUpdated,
)
from .events_work import (
    CallRecordingCreated,
    CallRecordingEvent,
    CommentCreated,
    CommentDeleted,
    CommentEvent,
    CommentResolved,
    CommentUnresolved,
    NoteContentUpdated,
    NoteCreated,
    NoteDeleted,
    NoteEvent,
    NoteUpdated,
    TaskCreated,
    TaskDeleted,
    TaskEvent,
    TaskUpdated,
    WorkspaceMemberCreated,
    WorkspaceMemberEvent,
)

if TYPE_CHECKING:
    from collections.abc import Mapping

    from .delivery import WebhookDelivery

__all__ = [
    "EVENT_CLASSES",
    "EVENT_TYPES",
    "ActivityAttributeCreated",
    "ActivityAttributeEvent",
    "ActivityAttributeUpdated",
    "ActivityCreated",
    "ActivityDeleted",
    "ActivityEvent",
    "ActivityRecordCreated",
    "ActivityRecordDeleted",
    "ActivityRecordEvent",
    "ActivityUpdated",
    "CallRecordingCreated",
    "CallRecordingEvent",
    "CommentCreated",
    "CommentDeleted",
    "CommentEvent",
    "CommentResolved",
    "CommentUnresolved",
    "Event",
    "ListAttributeCreated",
    "ListAttributeEvent",
    "ListAttributeUpdated",
    "ListCreated",
    "ListDeleted",
    "ListEntryCreated",
    "ListEntryDeleted",
    "ListEntryEvent",
    "ListEntryUpdated",
    "ListEvent",
    "ListUpdated",
    "NoteContentUpdated",
    "NoteCreated",
    "NoteDeleted",
    "NoteEvent",
    "NoteUpdated",
    "ObjectAttributeCreated",
    "ObjectAttributeEvent",
    "ObjectAttributeUpdated",
    "RecordCreated",
    "RecordDeleted",
    "RecordEvent",
    "RecordMerged",
    "RecordUpdated",
    "TaskCreated",
    "TaskDeleted",
    "TaskEvent",
    "TaskUpdated",
    "WorkspaceMemberCreated",
    "WorkspaceMemberEvent",
    "read_event",
]

EVENT_CLASSES: Final[dict[str, type[Event]]] = {
    kind.event_types[0]: kind
    for kind in (
        RecordCreated,
        RecordUpdated,
        RecordDeleted,
        RecordMerged,
        ListEntryCreated,
        ListEntryUpdated,
        ListEntryDeleted,
        ObjectAttributeCreated,
        ObjectAttributeUpdated,
        ListAttributeCreated,
        ListAttributeUpdated,
        ListCreated,
        ListUpdated,
        ListDeleted,
        NoteCreated,
        NoteUpdated,
        NoteContentUpdated,
        NoteDeleted,
        TaskCreated,
        TaskUpdated,
        TaskDeleted,
        CommentCreated,
        CommentResolved,
        CommentUnresolved,
        CommentDeleted,
        WorkspaceMemberCreated,
        CallRecordingCreated,
        ActivityCreated,
        ActivityUpdated,
        ActivityDeleted,
        ActivityAttributeCreated,
        ActivityAttributeUpdated,
        ActivityRecordCreated,
        ActivityRecordDeleted,
    )
}
"""The class of each type of event."""

EVENT_TYPES: Final = tuple(EVENT_CLASSES)
"""Every type of event that Attio sends."""


def read_event(
    raw: Mapping[str, Any], *, client: Any = None, delivery: WebhookDelivery | None = None
) -> Event:
    """Return the event that a JSON object stands for; a type that is not known here is a plain `Event`."""
    name = raw.get("event_type")
    # The type is whatever was sent, also what is no key.
    kind = EVENT_CLASSES.get(name, Event) if isinstance(name, str) else Event
    return kind(raw, client=client, delivery=delivery)
