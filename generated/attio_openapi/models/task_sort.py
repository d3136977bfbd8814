from __future__ import annotations

from enum import StrEnum


class TaskSort(StrEnum):
    COMPLETED_ATASC = "completed_at:asc"
    COMPLETED_ATDESC = "completed_at:desc"
    CREATED_ATASC = "created_at:asc"
    CREATED_ATDESC = "created_at:desc"

    @classmethod
    def _missing_(cls, value: object) -> TaskSort | None:
        if not isinstance(value, str):
            return None
        member = str.__new__(cls, value)
        member._name_ = value
        member._value_ = value
        return member
