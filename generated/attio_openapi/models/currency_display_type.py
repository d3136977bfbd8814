from __future__ import annotations

from enum import StrEnum


class CurrencyDisplayType(StrEnum):
    CODE = "code"
    NAME = "name"
    NARROWSYMBOL = "narrowSymbol"
    SYMBOL = "symbol"

    @classmethod
    def _missing_(cls, value: object) -> CurrencyDisplayType | None:
        if not isinstance(value, str):
            return None
        member = str.__new__(cls, value)
        member._name_ = value
        member._value_ = value
        return member
