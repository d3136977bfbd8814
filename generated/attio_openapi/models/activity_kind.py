from __future__ import annotations

from enum import StrEnum


class ActivityKind(StrEnum):
    ACTIVITIES = "activities"
    CALLS = "calls"
    EMAILS = "emails"
    INTERACTIONS = "interactions"

    @classmethod
    def _missing_(cls, value: object) -> ActivityKind | None:
        if not isinstance(value, str):
            return None
        member = str.__new__(cls, value)
        member._name_ = value
        member._value_ = value
        return member
