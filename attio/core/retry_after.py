"""Read Retry-After: an HTTP date (what Attio sends) or seconds, whatever the two clocks say."""

from __future__ import annotations

import math
from datetime import UTC, datetime
from typing import Final

MAX_RETRY_AFTER_S: Final = 60.0
"""The longest wait that a Retry-After can impose; Attio names the next whole second."""


def parse_http_date(text: str | None) -> datetime | None:
    """Read an HTTP date as an aware UTC datetime; None when there is none or it is not one."""
    if not text:
        return None
    from email.utils import parsedate_to_datetime

    try:
        parsed = parsedate_to_datetime(text)
        return parsed.replace(tzinfo=UTC) if parsed.tzinfo is None else parsed.astimezone(UTC)
    except (TypeError, ValueError, IndexError, OverflowError):
        return None


def retry_after_s(value: str | None, *, date: str | None = None, now: float) -> float | None:
    """Give the seconds to wait that a Retry-After asks for, between 0 and 60; None when it is absent or garbage.

    A date is compared with the response's own ``Date``, so a clock that is wrong here cannot make the wait
    negative or unbounded; ``now`` (seconds since the epoch) serves only when the response has none.
    """
    text = (value or "").strip()
    if not text:
        return None
    try:
        seconds = float(text)
    except ValueError:
        until = parse_http_date(text)
        if until is None:
            return None
        sent = parse_http_date(date)
        seconds = until.timestamp() - (now if sent is None else sent.timestamp())
    if math.isnan(seconds):
        return None
    return min(max(seconds, 0.0), MAX_RETRY_AFTER_S)
