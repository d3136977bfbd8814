from __future__ import annotations

from enum import StrEnum


class MemberRole(StrEnum):
    ADMIN = "admin"
    MEMBER = "member"
    SUSPENDED = "suspended"

    @classmethod
    def _missing_(cls, value: object) -> MemberRole | None:
        if not isinstance(value, str):
            return None
        member = str.__new__(cls, value)
        member._name_ = value
        member._value_ = value
        return member
