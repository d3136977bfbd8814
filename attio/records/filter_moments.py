"""Dates and times as text that compares like the moments it stands for."""

from __future__ import annotations

import re
from datetime import UTC, date, datetime, timedelta
from typing import Final

_DAY: Final = re.compile(r"\d{4}-\d{2}-\d{2}")
_MOMENT: Final = re.compile(
    r"(\d{4}-\d{2}-\d{2})[Tt ](\d{2}:\d{2})(?::(\d{2})(?:[.,](\d{1,9})\d*)?)?\s*([Zz]|[+-]\d{2}:?\d{2})?"
)
_CANONICAL_LENGTH: Final = len("2024-01-01T00:00:00.000000000Z")


def day_of(text: str) -> str | None:
    """Return the text of a real calendar day, YYYY-MM-DD, or None.

    >>> day_of("2024-02-29"), day_of("2023-02-29"), day_of("2024")
    ('2024-02-29', None, None)
    """
    if not text.isascii() or _DAY.fullmatch(text) is None:
        return None
    try:
        date.fromisoformat(text)
    except ValueError:
        return None
    return text


def moment_of(text: str) -> str | None:
    """Return a time as UTC with nine fraction digits, whose order as text is that in time; None for no time.

    Attio reads a time without zone as UTC, and so does this. A day without a time is no moment.

    >>> moment_of("2024-01-01T01:00+02:00")
    '2023-12-31T23:00:00.000000000Z'
    """
    if not text.isascii() or (found := _MOMENT.fullmatch(text)) is None:
        return None
    day, minute, second, fraction, zone = found.groups()
    try:
        moment = datetime.fromisoformat(f"{day}T{minute}:{second or '00'}{_zone(zone)}").astimezone(UTC)
    except (ValueError, OverflowError):
        return None
    whole = moment.replace(tzinfo=None).isoformat(timespec="seconds")
    return f"{whole}.{(fraction or '').ljust(9, '0')}Z"


def stored_moment(text: str) -> str | None:
    """Return a stored time in the form of `moment_of`; quick for the one that Attio writes."""
    # 2026-05-09T21:43:08.480000000Z is the form of every recorded response.
    if len(text) == _CANONICAL_LENGTH and text[-1] == "Z" and text[10] == "T":
        return text
    return moment_of(text)


def day_in_utc(text: str) -> str | None:
    """Return the day that a date, or a time once it is in UTC, falls on; None for neither."""
    if (day := day_of(text)) is not None:
        return day
    moment = moment_of(text)
    return None if moment is None else moment[:10]


def day_after(day: str) -> str | None:
    """Return the next day, or None after the last one that exists."""
    try:
        return (date.fromisoformat(day) + timedelta(days=1)).isoformat()
    except OverflowError:
        return None


def _zone(zone: str | None) -> str:
    if zone is None or zone in {"Z", "z"}:
        return "+00:00"
    return zone if ":" in zone else f"{zone[:3]}:{zone[3:]}"
