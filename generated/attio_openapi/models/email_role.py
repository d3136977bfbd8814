from __future__ import annotations

from enum import StrEnum


class EmailRole(StrEnum):
    BCC = "bcc"
    CC = "cc"
    FROM = "from"
    REPLY_TO = "reply-to"
    TO = "to"

    @classmethod
    def _missing_(cls, value: object) -> EmailRole | None:
        if not isinstance(value, str):
            return None
        member = str.__new__(cls, value)
        member._name_ = value
        member._value_ = value
        return member
