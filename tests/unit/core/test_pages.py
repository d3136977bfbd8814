from __future__ import annotations

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from attio.core.pages import PageData, cursor_of, next_page, sliced


@given(st.lists(st.integers(), max_size=20), st.integers(-25, 25), st.integers(-25, 25))
def test_a_page_is_a_sequence_of_its_rows(rows: list[int], start: int, stop: int) -> None:
    """Length, indices, negative ones, slices, membership, order and reversal are those of a list."""
    page = PageData(rows)
    assert list(page) == rows
    assert len(page) == len(rows)
    assert page[start:stop] == rows[start:stop]
    assert list(reversed(page)) == rows[::-1]
    assert bool(page) == bool(rows)
    for index in range(-len(rows), len(rows)):
        assert page[index] == rows[index]
    with pytest.raises(IndexError):
        page[len(rows)]
    assert page.first() == (rows[0] if rows else None)
    assert page.first("none") == (rows[0] if rows else "none")
    assert page.data == rows
    assert page.data is not rows


def test_a_page_prints_its_beginning() -> None:
    """The repr shows at most three rows, how many there are, and whether there are more."""
    assert repr(PageData([1, 2, 3, 4], has_more=True)) == "<PageData of 4 and more: [1, 2, 3, ...]>"
    assert repr(PageData([])) == "<PageData of 0: []>"


@pytest.mark.parametrize(
    ("paging", "query", "count", "default", "cursor", "expected"),
    [
        ("none", {}, 500, None, None, None),
        ("offset", {}, 10, 10, None, {"limit": 10, "offset": 10}),
        ("offset", {}, 9, 10, None, None),
        ("offset", {"limit": 5}, 5, 10, None, {"limit": 5, "offset": 5}),
        ("offset", {"limit": 5, "offset": 10}, 5, 10, None, {"limit": 5, "offset": 15}),
        ("offset", {"limit": 5, "offset": 10}, 0, 10, None, None),
        ("offset", {}, 50, None, None, None),
        ("offset-body", {"filter": {}, "limit": 2}, 2, 500, None, {"filter": {}, "limit": 2, "offset": 2}),
        ("cursor", {"limit": 2}, 2, 50, "abc", {"limit": 2, "cursor": "abc"}),
        ("cursor", {"cursor": "abc"}, 0, 50, "def", {"cursor": "def"}),
        ("cursor", {}, 2, 50, None, None),
    ],
)
def test_the_next_page(
    paging: Any, query: dict[str, Any], count: int, default: int | None, cursor: str | None, expected: Any
) -> None:
    """By offset a short page is the last, by cursor one without a next cursor; other arguments stay."""
    before = dict(query)
    assert next_page(paging, query, count=count, default=default, next_cursor=cursor) == expected
    assert query == before


@pytest.mark.parametrize(
    ("answer", "cursor"),
    [
        ({"pagination": {"next_cursor": "x"}}, "x"),
        ({"pagination": {"next_cursor": None}}, None),
        ({"pagination": {"next_cursor": ""}}, None),
        ({"pagination": None}, None),
        ({"pagination": {}}, None),
        ({}, None),
    ],
)
def test_the_cursor_of_an_answer(answer: dict[str, Any], cursor: str | None) -> None:
    """A cursor is a text that is there; anything else is the end."""
    assert cursor_of(answer) == cursor


@given(st.lists(st.integers(), max_size=12), st.none() | st.integers(1, 5), st.none() | st.integers(0, 15))
def test_local_slices_cover_all_rows_once(rows: list[int], limit: int | None, offset: int | None) -> None:
    """Routes without paging are sliced here: pages follow each other without loss, and the last one knows it."""
    seen: list[int] = []
    at = offset or 0
    while True:
        page, more = sliced(rows, limit=limit, offset=at)
        seen += page
        if not more:
            break
        at += len(page)
    assert seen == rows[offset or 0 :]
