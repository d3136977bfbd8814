"""Times, days and durations as Attio writes them."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta, timezone

import pytest
from dateutil.relativedelta import relativedelta
from hypothesis import given
from hypothesis import strategies as st

from attio.values.timestamps import (
    format_duration,
    format_timestamp,
    read_date,
    read_duration,
    read_timestamp,
)


@pytest.mark.parametrize(
    ("text", "moment"),
    [
        ("2026-05-09T21:43:08.480000000Z", datetime(2026, 5, 9, 21, 43, 8, 480000, UTC)),
        ("2026-05-16T01:12:25.376553999Z", datetime(2026, 5, 16, 1, 12, 25, 376553, UTC)),
        ("2026-05-16T01:12:25Z", datetime(2026, 5, 16, 1, 12, 25, 0, UTC)),
        ("2026-05-16T01:12:25.5+02:00", datetime(2026, 5, 15, 23, 12, 25, 500000, UTC)),
        ("2026-05-16T01:12:25", datetime(2026, 5, 16, 1, 12, 25, 0, UTC)),
        ("2026-05-16", datetime(2026, 5, 16, 0, 0, 0, 0, UTC)),
    ],
)
def test_moments_read_in_utc(text: str, moment: datetime) -> None:
    """Nine digits, other offsets and a missing zone all read as the same kind of aware UTC datetime."""
    found = read_timestamp(text)
    assert found == moment
    assert found is not None and found.tzinfo is UTC


@pytest.mark.parametrize(
    "odd", [None, "", "soon", 5, 1.5, [], {}, "0000-01-01T00:00:00Z", "0001-01-01T00:00:00+23:00"]
)
def test_what_is_no_moment_reads_as_none(odd: object) -> None:
    """Odd content never raises."""
    assert read_timestamp(odd) is None


@given(
    st.datetimes(
        timezones=st.sampled_from([UTC, timezone(timedelta(hours=5, minutes=30))]),
        min_value=datetime(2, 1, 1),
    )
)
def test_written_moments_read_back(moment: datetime) -> None:
    """Every moment survives being written and read, with nine digits and a Z."""
    text = format_timestamp(moment)
    assert text.endswith("000Z") and len(text) == 30
    assert read_timestamp(text) == moment


def test_a_naive_moment_is_not_written() -> None:
    """Nobody knows which moment a naive datetime means."""
    with pytest.raises(ValueError, match="naive"):
        format_timestamp(datetime(2026, 1, 1))


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("2025-12-16", date(2025, 12, 16)),
        ("2025-12-16T23:59:59.000000000Z", date(2025, 12, 16)),
        ("someday", None),
        (None, None),
        (20251216, None),
    ],
)
def test_days(text: object, day: date | None) -> None:
    """A day reads from a day or a full timestamp, and from nothing else."""
    assert read_date(text) == day


@pytest.mark.parametrize(
    ("text", "duration"),
    [
        ("P1M", relativedelta(months=1)),
        ("P1Y2M3W4DT5H6M7S", relativedelta(years=1, months=2, days=25, hours=5, minutes=6, seconds=7)),
        ("PT0S", relativedelta()),
        ("PT36H", relativedelta(days=1, hours=12)),
        ("P0.5D", relativedelta(hours=12)),
        ("-P2D", relativedelta(days=-2)),
        ("PT1,5S", relativedelta(seconds=1, microseconds=500000)),
    ],
)
def test_durations_read(text: str, duration: relativedelta) -> None:
    """An ISO duration reads as a relativedelta, since months have no fixed length."""
    found = read_duration(text)
    assert found is not None
    assert found.normalized() == duration


@pytest.mark.parametrize("odd", [None, "", "P", "PT", "1M", "P1H", "P1.5M", 5, [], "P99999999999D"])
def test_what_is_no_duration_reads_as_none(odd: object) -> None:
    """Odd content never raises."""
    assert read_duration(odd) is None


@pytest.mark.parametrize(
    ("duration", "text"),
    [
        (timedelta(days=2, hours=3), "P2DT3H"),
        (timedelta(0), "PT0S"),
        (timedelta(seconds=90, microseconds=250000), "PT1M30.25S"),
        (timedelta(seconds=20), "PT20S"),
        (timedelta(days=-1), "-P1D"),
        (relativedelta(months=1), "P1M"),
        (relativedelta(years=1, months=3, days=2), "P1Y3M2D"),
        (relativedelta(months=-2), "-P2M"),
        ("P1M", "P1M"),
    ],
)
def test_durations_are_written(duration: timedelta | relativedelta | str, text: str) -> None:
    """Durations are written as ISO 8601."""
    assert format_duration(duration) == text


@pytest.mark.parametrize("mixed", [relativedelta(months=1, days=-1), relativedelta(months=-1, days=1)])
def test_a_duration_of_mixed_signs_is_refused(mixed: relativedelta) -> None:
    """ISO 8601 cannot say plus a month, minus a day."""
    with pytest.raises(ValueError, match="different signs"):
        format_duration(mixed)


@given(st.timedeltas(min_value=timedelta(days=-9999), max_value=timedelta(days=9999)))
def test_durations_round_trip(duration: timedelta) -> None:
    """What is written reads back to the same length of time."""
    found = read_duration(format_duration(duration))
    assert found is not None
    start = datetime(2100, 1, 1)
    assert start + found == start + duration
