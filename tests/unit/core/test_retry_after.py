from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from attio.core.retry_after import MAX_RETRY_AFTER_S, parse_http_date, retry_after_s

NOW = 1_684_852_920.0  # Tue, 23 May 2023 14:42:00 GMT


@pytest.mark.parametrize(
    ("value", "date", "expected"),
    [
        (None, None, None),
        ("", None, None),
        ("3", None, 3.0),
        (" 0.5 ", None, 0.5),
        ("-3", None, 0.0),
        ("0", None, 0.0),
        ("1e9", None, MAX_RETRY_AFTER_S),
        ("inf", None, MAX_RETRY_AFTER_S),
        ("nan", None, None),
        ("soon", None, None),
        ("Tue, 23 May 2023 14:42:01 GMT", None, 1.0),
        ("Tue, 23 May 2023 14:41:01 GMT", None, 0.0),
        ("Tue, 23 May 2043 14:42:01 GMT", None, MAX_RETRY_AFTER_S),
        ("Tue, 23 May 2023 14:42:03 GMT", "Tue, 23 May 2023 14:42:01 GMT", 2.0),
        ("Tue, 23 May 2001 14:42:03 GMT", "Tue, 23 May 2001 14:42:01 GMT", 2.0),
        ("Tue, 23 May 2023 14:42:03 GMT", "yesterday", 3.0),
        ("Tue, 23 May 2023 16:42:03 +0200", None, 3.0),
        ("Tue, 99 May 2023 14:42:03 GMT", None, None),
    ],
)
def test_dates_and_seconds_are_both_read(value: str | None, date: str | None, expected: float | None) -> None:
    """Retry-After is a date or seconds; garbage is None; a past one is 0; the server's own Date beats our clock."""
    assert retry_after_s(value, date=date, now=NOW) == expected


@given(value=st.text(max_size=40), date=st.none() | st.text(max_size=40), now=st.floats(0, 4e9))
def test_no_text_breaks_it(value: str, date: str | None, now: float) -> None:
    """Whatever a server writes, the wait is None or between 0 and 60 seconds."""
    found = retry_after_s(value, date=date, now=now)
    assert found is None or 0.0 <= found <= MAX_RETRY_AFTER_S


@given(skew=st.integers(-(10**6), 10**6), wait=st.integers(0, 59))
def test_a_wrong_clock_here_changes_nothing(skew: int, wait: int) -> None:
    """With a Date beside it, a Retry-After means the same whatever the clock here says."""
    from email.utils import formatdate

    value, date = formatdate(NOW + wait, usegmt=True), formatdate(NOW, usegmt=True)
    assert retry_after_s(value, date=date, now=NOW + skew) == float(wait)


def test_dates_without_a_zone_are_utc() -> None:
    """An HTTP date is UTC also when it does not say so."""
    found = parse_http_date("Tue, 23 May 2023 14:42:01 -0000")
    assert found is not None
    assert found.timestamp() == NOW + 1
    assert parse_http_date(None) is None
