"""Request bodies from plain arguments (no I/O)."""

from __future__ import annotations

import enum
from typing import TYPE_CHECKING, Any, Final, cast

from attio.core.errors import ArgumentError, ArgumentTypeError

if TYPE_CHECKING:
    from collections.abc import Mapping
    from datetime import date, datetime


class NotGiven(enum.Enum):
    """Type of NOT_GIVEN, which tells 'leave it alone' from None, which clears."""

    NOT_GIVEN = "not given"

    def __repr__(self) -> str:
        return "NOT_GIVEN"

    def __bool__(self) -> bool:
        return False


NOT_GIVEN: Final = NotGiven.NOT_GIVEN


def given(**values: Any) -> dict[str, Any]:
    """Return the arguments that the caller gave, as JSON; None stays and becomes null."""
    return {key: plain(value) for key, value in values.items() if value is not NOT_GIVEN}


def not_none(**values: Any) -> dict[str, Any]:
    """Return the arguments that are not None, as JSON."""
    return {key: plain(value) for key, value in values.items() if value is not None}


def some(what: str, **values: Any) -> dict[str, Any]:
    """Return what the caller gave to an update; refuses an update of nothing, which Attio answers with 400."""
    body = given(**values)
    if not body:
        raise ArgumentError(
            what, None, "there is nothing to change", fix=f"give one of {', '.join(sorted(values))}"
        )
    return body


def plain(value: Any) -> Any:
    """Return a value as JSON has it: models as their ids, times as ISO text, enum members as their values."""
    from attio.records.model import Model

    if isinstance(value, Model):
        own = value._own_id()
        return value.to_dict() if own is None else str(own)
    if isinstance(value, enum.Enum):
        return value.value
    if isinstance(value, str):
        return str(value)
    if isinstance(value, dict):
        return {str(key): plain(item) for key, item in cast("dict[object, Any]", value).items()}
    if isinstance(value, (list, tuple)):
        return [plain(item) for item in cast("list[Any]", value)]
    return value.isoformat() if hasattr(value, "isoformat") else value


def moment_text(argument: str, value: datetime | str | None) -> str | None:
    """Return a time as Attio reads it; refuses a datetime without a zone, whose instant nobody knows."""
    if value is None:
        return None
    if isinstance(value, str):
        return _iso_text(argument, value)
    if not hasattr(value, "tzinfo"):
        raise ArgumentTypeError(argument, value, f"cannot be {type(value).__name__}", fix=_MOMENT)
    if value.tzinfo is None:
        raise ArgumentError(
            argument,
            value,
            "a datetime without a time zone does not say which moment is meant",
            fix="use datetime(..., tzinfo=timezone.utc) or another zone",
        )
    from attio.values.timestamps import format_timestamp

    return format_timestamp(value)


_MOMENT: Final = 'give an aware datetime, or a text such as "2026-01-31T12:00:00Z"'


def _iso_text(argument: str, value: str) -> str:
    from datetime import datetime

    try:
        datetime.fromisoformat(value)
    except ValueError:
        raise ArgumentError(argument, value, "is no time of ISO 8601", fix=_MOMENT) from None
    return str(value)


def day_or_moment(argument: str, value: date | datetime | Mapping[str, Any] | str) -> dict[str, Any]:
    """Return an edge of a meeting: `{"date": ...}` for a date, `{"datetime": ...}` for a time."""
    from datetime import date, datetime

    if isinstance(value, datetime):
        return {"datetime": moment_text(argument, value), "timezone": _zone_name(value)}
    if isinstance(value, date):
        return {"date": value.isoformat()}
    if isinstance(value, str):
        key = "date" if len(value) == len("2026-01-01") else "datetime"
        return {key: _iso_text(argument, value)}
    if isinstance(value, dict):
        if not {"date", "datetime"} & set(value):
            raise ArgumentError(argument, value, "has neither date nor datetime")
        return dict(value)
    raise ArgumentTypeError(argument, value, "a date, an aware datetime or Attio's own object is needed")


def _zone_name(value: datetime) -> str | None:
    return getattr(value.tzinfo, "key", None)


def slug_from(name: str) -> str:
    """Return a slug for a name, as the app would suggest: lower case, words joined by underscores."""
    words = "".join(char.lower() if char.isalnum() and char.isascii() else " " for char in name).split()
    if not words:
        raise ArgumentError(
            "name", name, "no slug can be made of it", fix="give api_slug= with letters and digits"
        )
    slug = "_".join(words)
    return slug if slug[0].isalpha() else f"n_{slug}"
