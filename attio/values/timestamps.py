"""Times as Attio writes them: ISO 8601 with nine fraction digits, plain dates, ISO durations.

Reading never fails: text that is no time reads as None, and the raw value keeps it. Writing is strict.
"""

from __future__ import annotations

import re
from datetime import UTC, date, datetime, timedelta
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from dateutil.relativedelta import relativedelta


def read_timestamp(text: Any) -> datetime | None:
    """Read a moment as an aware UTC datetime, or None when `text` is not one.

    Attio sends nine fraction digits; Python keeps six, so what is below a microsecond is cut. A missing zone
    means UTC, as it does to Attio.

    >>> read_timestamp("2026-05-16T01:12:25.376553000Z")
    datetime.datetime(2026, 5, 16, 1, 12, 25, 376553, tzinfo=datetime.timezone.utc)
    """
    if type(text) is not str:
        return None
    try:
        moment = datetime.fromisoformat(text)
        if moment.tzinfo is UTC:
            return moment
        return moment.replace(tzinfo=UTC) if moment.tzinfo is None else moment.astimezone(UTC)
    except (ValueError, OverflowError):
        return None


def read_date(text: Any) -> date | None:
    """Read a calendar day, or None when `text` is not one; the time part of a full timestamp is dropped."""
    if type(text) is not str:
        return None
    try:
        return date.fromisoformat(text)
    except ValueError:
        moment = read_timestamp(text)
        return None if moment is None else moment.date()


def format_timestamp(moment: datetime) -> str:
    """Write an aware datetime the way Attio does: in UTC with nine fraction digits and a Z.

    Raises ValueError for a naive one: nobody knows which moment it means.

    >>> format_timestamp(datetime(2026, 1, 1, tzinfo=UTC))
    '2026-01-01T00:00:00.000000000Z'
    """
    if moment.utcoffset() is None:
        raise ValueError(
            "a naive datetime names no moment; give it a zone: value.replace(tzinfo=timezone.utc)"
        )
    return moment.astimezone(UTC).replace(tzinfo=None).isoformat(timespec="microseconds") + "000Z"


_DURATION = re.compile(
    r"(?P<sign>[+-]?)P(?!$)"
    r"(?:(?P<years>\d+)Y)?(?:(?P<months>\d+)M)?(?:(?P<weeks>\d+(?:[.,]\d+)?)W)?(?:(?P<days>\d+(?:[.,]\d+)?)D)?"
    r"(?:T(?!$)(?:(?P<hours>\d+(?:[.,]\d+)?)H)?(?:(?P<minutes>\d+(?:[.,]\d+)?)M)?(?:(?P<seconds>\d+(?:[.,]\d+)?)S)?)?"
)


def read_duration(text: Any) -> relativedelta | None:
    """Read an ISO 8601 duration such as 'P1M' or 'PT36H', or None when `text` is not one.

    Months and years have no fixed length, so the result is a `dateutil.relativedelta`: add it to a datetime.

    >>> read_duration("P1M").months
    1
    """
    match = _DURATION.fullmatch(text) if type(text) is str else None
    if match is None:
        return None
    from dateutil.relativedelta import relativedelta

    sign = -1 if match["sign"] == "-" else 1
    units = ("weeks", "days", "hours", "minutes", "seconds")
    amounts = {unit: float((match[unit] or "0").replace(",", ".")) for unit in units}
    try:
        exact = timedelta(**amounts)
        return relativedelta(
            years=sign * int(match["years"] or 0),
            months=sign * int(match["months"] or 0),
            days=sign * exact.days,
            seconds=sign * exact.seconds,
            microseconds=sign * exact.microseconds,
        )
    except OverflowError:
        return None


def format_duration(duration: relativedelta | timedelta | str) -> str:
    """Write a duration as ISO 8601; text passes through.

    Raises ValueError when its months and its days point in different directions, which ISO 8601 cannot say.

    >>> format_duration(timedelta(days=2, hours=3))
    'P2DT3H'
    """
    if isinstance(duration, str):
        return duration
    months = 0
    exact = duration
    if not isinstance(exact, timedelta):
        months = int(exact.years) * 12 + int(exact.months)
        exact = timedelta(
            days=exact.days,
            hours=exact.hours,
            minutes=exact.minutes,
            seconds=exact.seconds,
            microseconds=exact.microseconds,
        )
    zero = timedelta(0)
    if months < 0 < exact.total_seconds() or (exact < zero and months > 0):
        raise ValueError("a duration whose months and days have different signs cannot be written")
    sign = "-" if months < 0 or exact < zero else ""
    years, months = divmod(abs(months), 12)
    exact = abs(exact)
    minutes, seconds = divmod(exact.seconds, 60)
    hours, minutes = divmod(minutes, 60)
    day_part = _counts((years, "Y"), (months, "M"), (exact.days, "D"))
    time_part = _counts((hours, "H"), (minutes, "M"))
    if seconds or exact.microseconds:
        time_part += f"{seconds}.{exact.microseconds:06d}".rstrip("0").rstrip(".") + "S"
    if not day_part and not time_part:
        return "PT0S"
    return f"{sign}P{day_part}" + (f"T{time_part}" if time_part else "")


def _counts(*parts: tuple[int, str]) -> str:
    return "".join(f"{count}{unit}" for count, unit in parts if count)
