from __future__ import annotations

from enum import StrEnum


class InteractionType(StrEnum):
    ACTIVITY = "activity"
    CALENDAR_EVENT = "calendar-event"
    EMAIL = "email"
    MEETING = "meeting"

    @classmethod
    def _missing_(cls, value: object) -> InteractionType | None:
        if not isinstance(value, str):
            return None
        member = str.__new__(cls, value)
        member._name_ = value
        member._value_ = value
        return member
