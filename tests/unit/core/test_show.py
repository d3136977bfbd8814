from __future__ import annotations

import uuid

import pytest
from hypothesis import given
from hypothesis import strategies as st

from attio.core.show import listing, nearest, short


class Broken:
    def __repr__(self) -> str:
        raise RuntimeError("no repr")


@pytest.mark.parametrize(
    ("value", "shown"),
    [
        (0, "0"),
        ("x", "'x'"),
        (None, "None"),
        ([1, 2], "list([1, 2])"),
        ([1, 2, 3, 4], "list([1, 2, 3, ...])"),
        ({"a": {"b": {"c": 1}}}, "{'a': {'b': dict of 1}}"),
        ({"a": 1, "b": 2, "c": 3, "d": 4}, "{'a': 1, 'b': 2, 'c': 3, ...}"),
        (Broken(), "<Broken>"),
        (10**500, "an int of 1661 bits"),
        (b"ab", "b'ab'"),
    ],
)
def test_values_are_shown_short(value: object, shown: str) -> None:
    """A value is shown as one would write it, cut where it is long or deep."""
    assert short(value) == shown


def test_a_value_with_a_secret_name_is_hidden() -> None:
    """A text whose name sounds secret is not shown, at any depth."""
    assert short("abc", "client_secret") == "[redacted]"
    assert "abc" not in short({"authorization": "abc"})
    assert short("", "token") == "''"


@given(
    st.recursive(
        st.none() | st.text() | st.integers() | st.binary(),
        lambda inner: st.lists(inner) | st.dictionaries(st.text(), inner),
    )
)
def test_nothing_is_long(value: object) -> None:
    """Whatever it is, it takes at most 80 characters."""
    assert len(short(value)) <= 80


def test_a_huge_value_costs_nothing() -> None:
    """Showing a value looks at its beginning only."""
    assert len(short("x" * 10**7)) == 80
    assert short(str(uuid.UUID(int=1))) == "'00000000-0000-0000-0000-000000000001'"


def test_the_nearest_value_ignores_case() -> None:
    """A misspelling finds what was meant; something else finds nothing."""
    assert nearest("IN progres", ["Lead", "In Progress"]) == "In Progress"
    assert nearest("zzz", ["Lead"]) is None
    assert nearest(5, ["Lead"]) is None


def test_long_lists_are_cut() -> None:
    """A dozen choices are listed, and how many more there are."""
    assert listing(["a", "b"]) == "'a', 'b'"
    assert listing([str(n) for n in range(14)]).endswith("'11' and 2 more")
