from __future__ import annotations

from enum import StrEnum


class MeetingSort(StrEnum):
    START_ASC = "start_asc"
    START_DESC = "start_desc"

    @classmethod
    def _missing_(cls, value: object) -> MeetingSort | None:
        if not isinstance(value, str):
            return None
        member = str.__new__(cls, value)
        member._name_ = value
        member._value_ = value
        return member
