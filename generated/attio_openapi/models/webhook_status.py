from __future__ import annotations

from enum import StrEnum


class WebhookStatus(StrEnum):
    ACTIVE = "active"
    DEGRADED = "degraded"
    INACTIVE = "inactive"

    @classmethod
    def _missing_(cls, value: object) -> WebhookStatus | None:
        if not isinstance(value, str):
            return None
        member = str.__new__(cls, value)
        member._name_ = value
        member._value_ = value
        return member
