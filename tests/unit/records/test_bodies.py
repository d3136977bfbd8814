"""What all request bodies are made of: times, plain JSON, what was given and what was not."""

from __future__ import annotations

import enum
from datetime import UTC, date, datetime
from typing import Any
from zoneinfo import ZoneInfo

import pytest

from attio.core.errors import ArgumentError, ArgumentTypeError
from attio.records.bodies import (
    NOT_GIVEN,
    day_or_moment,
    given,
    moment_text,
    not_none,
    plain,
    slug_from,
    some,
)
from attio.records.bodies_names import flags, names, texts_or_none
from attio.records.collaboration import NoteData
from attio.records.model import Model


class Colour(enum.Enum):
    """An enum of the caller's."""

    RED = "red"


def test_not_given_is_no_value() -> None:
    """It is false, names itself, and differs from None, which is given."""
    assert not NOT_GIVEN
    assert repr(NOT_GIVEN) == "NOT_GIVEN"
    assert given(a=1, b=None, c=NOT_GIVEN) == {"a": 1, "b": None}
    assert not_none(a=1, b=None) == {"a": 1}
    with pytest.raises(ArgumentError, match="^note: there is nothing to change .*give one of content, title"):
        some("note", title=NOT_GIVEN, content=NOT_GIVEN)


def test_plain_is_what_json_has() -> None:
    """Models become their ids (or their JSON), enum members their values, times text; all the way down."""
    note = NoteData({"id": {"note_id": "n-1"}})
    whole = {"a": [note, Colour.RED, date(2026, 1, 2)], 5: (note.id, None, True, 1.5), "b": Model({"x": 1})}
    assert plain(whole) == {
        "a": ["n-1", "red", "2026-01-02"],
        "5": ["n-1", None, True, 1.5],
        "b": {"x": 1},
    }
    assert type(plain(note.id)) is str


@pytest.mark.parametrize(
    ("value", "expected"),
    [
        (None, None),
        ("2026-01-31T12:00:00Z", "2026-01-31T12:00:00Z"),
        ("2026-01-31", "2026-01-31"),
        (datetime(2026, 1, 31, 12, tzinfo=UTC), "2026-01-31T12:00:00.000000000Z"),
        (datetime(2026, 1, 31, 13, tzinfo=ZoneInfo("Europe/Berlin")), "2026-01-31T12:00:00.000000000Z"),
    ],
)
def test_a_time_is_text(value: Any, expected: str | None) -> None:
    """An aware datetime, or text of ISO 8601 as it is."""
    assert moment_text("when", value) == expected


@pytest.mark.parametrize("value", ["", "yesterday", "2026-13-01", datetime(2026, 1, 1)])
def test_what_is_no_moment_is_refused(value: Any) -> None:
    """Naming the argument and what to write."""
    with pytest.raises(ArgumentError, match="^when: "):
        moment_text("when", value)


@pytest.mark.parametrize("value", [5, 1.5, True, b"x", [], date(2026, 1, 1)])
def test_what_is_no_time_is_of_a_wrong_type(value: Any) -> None:
    """A date is no moment: nobody knows of which day's hour it is."""
    with pytest.raises(ArgumentTypeError, match="^when: cannot be "):
        moment_text("when", value)


def test_an_edge_is_a_day_or_a_time() -> None:
    """Dates, datetimes with their zone, texts of either, and Attio's own object."""
    berlin = datetime(2026, 1, 31, 13, tzinfo=ZoneInfo("Europe/Berlin"))
    assert day_or_moment("start", date(2026, 1, 31)) == {"date": "2026-01-31"}
    assert day_or_moment("start", "2026-01-31") == {"date": "2026-01-31"}
    assert day_or_moment("start", "2026-01-31T12:00:00Z") == {"datetime": "2026-01-31T12:00:00Z"}
    assert day_or_moment("start", berlin) == {
        "datetime": "2026-01-31T12:00:00.000000000Z",
        "timezone": "Europe/Berlin",
    }
    own = {"datetime": "x", "timezone": "UTC"}
    assert day_or_moment("start", own) == own
    for odd in ("", "tomorrow!!", {}, {"day": "x"}):
        with pytest.raises(ArgumentError, match="^start: "):
            day_or_moment("start", odd)
    with pytest.raises(ArgumentTypeError, match="^start: "):
        day_or_moment("start", 5)  # type: ignore[arg-type]


def test_names_and_switches_are_checked() -> None:
    """Names hold something, descriptions may not; a switch is True or False; NOT_GIVEN passes through."""
    assert names(title="x", slug=NOT_GIVEN) == {"title": "x", "slug": NOT_GIVEN}
    assert texts_or_none(a="", b=None, c=NOT_GIVEN) == {"a": "", "b": None, "c": NOT_GIVEN}
    assert flags(a=True, b=NOT_GIVEN) == {"a": True, "b": NOT_GIVEN}
    with pytest.raises(ArgumentError, match="^title: is empty"):
        names(title=" ")
    with pytest.raises(ArgumentTypeError, match="^a: must be a str"):
        texts_or_none(a=5)  # type: ignore[arg-type]
    with pytest.raises(ArgumentTypeError, match="^a: must be True or False"):
        flags(a="yes")  # type: ignore[arg-type]


def test_a_slug_is_made_of_a_name() -> None:
    """Lower case, letters and digits of ASCII, joined by underscores; never with a digit in front."""
    assert slug_from("VIP Customers (2026)") == "vip_customers_2026"
    assert slug_from("2026 deals") == "n_2026_deals"
    with pytest.raises(ArgumentError, match="^name: no slug can be made of it"):
        slug_from("!!!")
