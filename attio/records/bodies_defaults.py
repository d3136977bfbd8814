"""Default values of attributes from plain arguments (no I/O)."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date, datetime
from decimal import Decimal
from typing import Any, Final, cast

from attio.core.arguments import mapping, one_of, segment
from attio.core.errors import ArgumentError, ArgumentTypeError

from .bodies import moment_text, plain
from .durations import duration_text, is_duration

_STATIC_KEYS: Final[Mapping[str, str]] = {
    "text": "value",
    "number": "value",
    "checkbox": "value",
    "date": "value",
    "timestamp": "value",
    "rating": "value",
    "currency": "currency_value",
    "select": "option",
    "status": "status",
    "domain": "domain",
    "email-address": "email_address",
    "phone-number": "original_phone_number",
}
"""Under which key a default of one plain value is written, by attribute type."""

_TIMES: Final = ("date", "timestamp")
_CURRENT_USER: Final = "current-user"


def default_value_body(value: Any, type: str | None) -> dict[str, Any]:
    """Return a default value as Attio has it; `type` is the attribute's, None where it is unknown.

    Takes Attio's own object (`{"type": "static" or "dynamic", "template": ...}`), "current-user" for actor
    references, a duration (timedelta, relativedelta, ISO text) from now for dates and timestamps, and
    otherwise one value or a list of them, plain or in Attio's shape.
    """
    if isinstance(value, Mapping) and ("template" in value or "type" in value):
        return _checked(mapping(cast("object", value), "default_value"))
    dynamic = _dynamic(value, type)
    if dynamic is not None:
        return {"type": "dynamic", "template": dynamic}
    rows: list[Any] = list(cast("list[Any]", value)) if isinstance(value, (list, tuple)) else [value]
    if not rows:
        raise ArgumentError("default_value", rows, "is empty", fix="None means no default")
    return {"type": "static", "template": [_static(row, type) for row in rows]}


def _checked(entry: dict[str, Any]) -> dict[str, Any]:
    kind, template = one_of(entry.get("type"), "default_value", ("static", "dynamic")), entry.get("template")
    if not template or not isinstance(template, list if kind == "static" else str):
        needed = "a list of values" if kind == "static" else f"{_CURRENT_USER!r} or a duration such as 'P1M'"
        raise ArgumentError("default_value", template, f"the template of a {kind} default is {needed}")
    return {"type": kind, "template": plain(template)}


def _dynamic(value: Any, type: str | None) -> str | None:
    if is_duration(value):
        if type not in (None, *_TIMES):
            problem = f"attributes of type {type!r} take no duration, only dates and timestamps do"
            raise ArgumentError("default_value", value, problem)
        return duration_text("default_value", value)
    if not isinstance(value, str):
        return None
    if value == _CURRENT_USER:
        return _CURRENT_USER if type in (None, "actor-reference") else None
    from attio.values.timestamps import read_duration

    return value if type in (None, *_TIMES) and read_duration(value) is not None else None


def _static(row: Any, type: str | None) -> Any:
    if isinstance(row, Mapping):
        return plain(mapping(cast("object", row), "default_value"))
    if type == "actor-reference":
        return _member(row)
    if not isinstance(row, (str, int, float, Decimal, date)):
        raise ArgumentTypeError("default_value", row, f"cannot be {row.__class__.__name__}")
    key = _STATIC_KEYS.get(type or "")
    if key is None:
        what = "an attribute whose type is not known here" if type is None else f"type {type!r}"
        raise ArgumentError(
            "default_value",
            row,
            f"a plain value cannot be the default of {what}",
            fix='give Attio\'s own shape: {"type": "static", "template": [{...}]}',
        )
    if isinstance(row, datetime):
        return {key: row.date().isoformat() if type == "date" else moment_text("default_value", row)}
    return {key: plain(row)}


def _member(row: Any) -> dict[str, str]:
    if isinstance(row, str) and "@" in row:
        return {"workspace_member_email_address": row}
    actor = segment(row, "default_value")
    return {"referenced_actor_type": "workspace-member", "referenced_actor_id": actor}
