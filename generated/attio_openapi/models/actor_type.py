from __future__ import annotations

from enum import StrEnum


class ActorType(StrEnum):
    API_TOKEN = "api-token"
    APP = "app"
    SYSTEM = "system"
    WORKSPACE_MEMBER = "workspace-member"

    @classmethod
    def _missing_(cls, value: object) -> ActorType | None:
        if not isinstance(value, str):
            return None
        member = str.__new__(cls, value)
        member._name_ = value
        member._value_ = value
        return member
