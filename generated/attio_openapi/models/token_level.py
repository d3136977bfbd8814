from __future__ import annotations

from enum import StrEnum


class TokenLevel(StrEnum):
    USER = "user"
    WORKSPACE = "workspace"

    @classmethod
    def _missing_(cls, value: object) -> TokenLevel | None:
        if not isinstance(value, str):
            return None
        member = str.__new__(cls, value)
        member._name_ = value
        member._value_ = value
        return member
