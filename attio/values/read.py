"""From Attio's JSON to typed values and plain Python. Nothing in here raises on odd input."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, cast

import msgspec

from attio.core.decoding import decode_json

from .simple_values import NumberValue
from .types import VALUE_TYPES
from .value import UnknownValue, Value

if TYPE_CHECKING:
    from collections.abc import Sequence


def read_value(raw: Any) -> Value:
    """Read one value; of a type that is not known, or of no type at all, it is an UnknownValue."""
    if type(raw) is not dict:
        return UnknownValue({"value": raw})
    fields = cast("dict[str, Any]", raw)
    kind = fields.get("attribute_type")
    return (VALUE_TYPES.get(kind, UnknownValue) if type(kind) is str else UnknownValue)(fields)


def read_values(raw: Any) -> tuple[Value, ...]:
    """Read all values of one attribute, from JSON bytes or decoded; null is none, a lone value is one."""
    found = decode_json(raw) if isinstance(raw, (msgspec.Raw, bytes)) else raw
    if type(found) is list:
        return tuple([read_value(item) for item in cast("Sequence[Any]", found)])
    return () if found is None else (read_value(found),)


def plain_value(value: Value, *, decimals: bool = False) -> Any:
    """Give a value's content as plain Python; with `decimals`, numbers come as Decimal.

    >>> plain_value(read_value({"attribute_type": "date", "value": "2026-01-31"}))
    datetime.date(2026, 1, 31)
    """
    if decimals and isinstance(value, NumberValue):
        exact = value.decimal
        return value.plain if exact is None else exact
    return value.plain
