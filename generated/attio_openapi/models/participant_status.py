from __future__ import annotations

from enum import StrEnum


class ParticipantStatus(StrEnum):
    ACCEPTED = "accepted"
    DECLINED = "declined"
    PENDING = "pending"
    TENTATIVE = "tentative"

    @classmethod
    def _missing_(cls, value: object) -> ParticipantStatus | None:
        if not isinstance(value, str):
            return None
        member = str.__new__(cls, value)
        member._name_ = value
        member._value_ = value
        return member
