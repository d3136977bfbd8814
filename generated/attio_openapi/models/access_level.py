from __future__ import annotations

from enum import StrEnum


class AccessLevel(StrEnum):
    FULL_ACCESS = "full-access"
    READ_AND_WRITE = "read-and-write"
    READ_ONLY = "read-only"

    @classmethod
    def _missing_(cls, value: object) -> AccessLevel | None:
        if not isinstance(value, str):
            return None
        member = str.__new__(cls, value)
        member._name_ = value
        member._value_ = value
        return member
