from __future__ import annotations

from enum import StrEnum


class WebhookEventType(StrEnum):
    ACTIVITY_ATTRIBUTE_CREATED = "activity-attribute.created"
    ACTIVITY_ATTRIBUTE_UPDATED = "activity-attribute.updated"
    ACTIVITY_CREATED = "activity.created"
    ACTIVITY_DELETED = "activity.deleted"
    ACTIVITY_RECORD_CREATED = "activity-record.created"
    ACTIVITY_RECORD_DELETED = "activity-record.deleted"
    ACTIVITY_UPDATED = "activity.updated"
    CALL_RECORDING_CREATED = "call-recording.created"
    COMMENT_CREATED = "comment.created"
    COMMENT_DELETED = "comment.deleted"
    COMMENT_RESOLVED = "comment.resolved"
    COMMENT_UNRESOLVED = "comment.unresolved"
    LIST_ATTRIBUTE_CREATED = "list-attribute.created"
    LIST_ATTRIBUTE_UPDATED = "list-attribute.updated"
    LIST_CREATED = "list.created"
    LIST_DELETED = "list.deleted"
    LIST_ENTRY_CREATED = "list-entry.created"
    LIST_ENTRY_DELETED = "list-entry.deleted"
    LIST_ENTRY_UPDATED = "list-entry.updated"
    LIST_UPDATED = "list.updated"
    NOTE_CONTENT_UPDATED = "note-content.updated"
    NOTE_CREATED = "note.created"
    NOTE_DELETED = "note.deleted"
    NOTE_UPDATED = "note.updated"
    OBJECT_ATTRIBUTE_CREATED = "object-attribute.created"
    OBJECT_ATTRIBUTE_UPDATED = "object-attribute.updated"
    RECORD_CREATED = "record.created"
    RECORD_DELETED = "record.deleted"
    RECORD_MERGED = "record.merged"
    RECORD_UPDATED = "record.updated"
    TASK_CREATED = "task.created"
    TASK_DELETED = "task.deleted"
    TASK_UPDATED = "task.updated"
    WORKSPACE_MEMBER_CREATED = "workspace-member.created"

    @classmethod
    def _missing_(cls, value: object) -> WebhookEventType | None:
        if not isinstance(value, str):
            return None
        member = str.__new__(cls, value)
        member._name_ = value
        member._value_ = value
        return member
