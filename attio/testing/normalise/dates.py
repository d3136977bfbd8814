"""Dates, timestamps and ISO 8601 durations."""

from __future__ import annotations

import calendar
import re
from datetime import UTC, date, datetime, timedelta
from typing import TYPE_CHECKING, Any, Final

from attio.testing.clock import microseconds, moment
from attio.testing.normalise.breaches import bad_value, unwrapped
from attio.testing.replies import problem
from attio.testing.shapes import wrong_type

if TYPE_CHECKING:
    from attio.testing.state.attributes import Attribute
    from attio.testing.state.workspace_state import WorkspaceState

_PARTIAL: Final = re.compile(r"(\d{4})(?:-(\d{2}))?")
_DURATION: Final = re.compile(
    r"P(?=.)(?:(\d+)Y)?(?:(\d+)M)?(?:(\d+)W)?(?:(\d+)D)?(?:T(?=.)(?:(\d+)H)?(?:(\d+)M)?(?:(\d+(?:\.\d+)?)S)?)?"
)
# Nanoseconds, as Attio itself writes them, are more than datetime reads before Python 3.11 and more than it keeps.
_EXTRA_DIGITS: Final = re.compile(r"(\.\d{6})\d+")
# What still is in the years 1 to 9999 once it is in UTC.
_FIRST_US: Final = microseconds(datetime.min.replace(tzinfo=UTC))
_LAST_US: Final = microseconds(datetime.max.replace(tzinfo=UTC))


def parse_moment(text: str) -> int | None:
    """Read an ISO 8601 date and time into microseconds; no zone means UTC. None when it is none."""
    try:
        at = datetime.fromisoformat(_EXTRA_DIGITS.sub(r"\1", text.strip()))
    except ValueError:
        return None
    us = microseconds(at if at.tzinfo is not None else at.replace(tzinfo=UTC))
    return us if _FIRST_US <= us <= _LAST_US else None


def parse_date(text: str) -> str | None:
    """Read a date; a year or a month means its first day, a time part is cut after conversion to UTC."""
    text = text.strip()
    partial = _PARTIAL.fullmatch(text)
    if partial is not None:
        text = f"{partial[1]}-{partial[2] or '01'}-01"
    if len(text) == 10:
        try:
            return date.fromisoformat(text).isoformat()
        except ValueError:
            return None
    us = parse_moment(text)
    return None if us is None else moment(us).date().isoformat()


def parse_duration(text: str) -> tuple[int, timedelta] | None:
    """Read an ISO 8601 duration into months and the rest; None when it is none."""
    found = _DURATION.fullmatch(text)
    if found is None:
        return None
    years, months, weeks, days, hours, minutes, seconds = (float(part or 0) for part in found.groups())
    rest = timedelta(weeks=weeks, days=days, hours=hours, minutes=minutes, seconds=seconds)
    return int(years * 12 + months), rest


def after(us: int, duration: str) -> int:
    """Add a duration to a time; a month later than the 31st is the last day of that month."""
    months, rest = parse_duration(duration) or (0, timedelta())
    at = moment(us)
    month = at.month - 1 + months
    year, month = at.year + month // 12, month % 12 + 1
    day = min(at.day, calendar.monthrange(year, month)[1])
    return microseconds(at.replace(year=year, month=month, day=day) + rest)


def date_text(_state: WorkspaceState, attribute: Attribute, raw: Any) -> str:
    """Take a date string or `{"value": ...}`."""
    value = unwrapped(attribute, raw, "value", "string")
    if not isinstance(value, str):
        raise bad_value(attribute, wrong_type(value, (), "string"))
    read = parse_date(value)
    if read is None:
        raise bad_value(attribute, problem((), "Invalid date value"))
    return read


def timestamp_us(_state: WorkspaceState, attribute: Attribute, raw: Any) -> int:
    """Take an ISO string or `{"value": ...}`; stored to the microsecond."""
    value = unwrapped(attribute, raw, "value", "string")
    if not isinstance(value, str):
        raise bad_value(attribute, problem((), "Invalid timestamp value"))
    read = parse_moment(value)
    if read is None:
        raise bad_value(attribute, problem((), "Invalid timestamp value"))
    return read
