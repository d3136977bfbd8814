"""What a bulk call is set to."""

from __future__ import annotations

import asyncio
import threading

import pytest

from attio.bulk.found import FoundRows, chunked, ids_in
from attio.bulk.settings import Settings, checked_settings
from attio.core.errors import ArgumentError, ArgumentTypeError


def test_defaults():
    """Eight rows at once, failures collected, no journal."""
    assert checked_settings({}) == Settings(8, None, None, "collect", False, None, None, None)


def test_everything_that_is_allowed(tmp_path):
    """Paths, keys, functions and events of every kind."""
    for cancel in (threading.Event(), asyncio.Event()):
        made = checked_settings(
            {
                "concurrency": 64,
                "journal": tmp_path / "j.db",
                "key": len,
                "on_error": print,
                "progress": print,
                "cancel": cancel,
            }
        )
        assert made.cancel is cancel
    assert checked_settings({"on_error": "raise", "key": "sku", "dry_run": True}).key == "sku"


async def _coroutine(row):
    return row


@pytest.mark.parametrize(
    ("given", "problem"),
    [
        ({"concurrency": 0}, "concurrency: is out of range (got 0); give 1 to 64"),
        ({"concurrency": 65}, "concurrency: is out of range"),
        ({"concurrency": 1.0}, "concurrency: must be an int"),
        ({"concurrency": True}, "concurrency: must be an int"),
        ({"dry_run": 1}, "dry_run: must be True or False"),
        ({"journal": 5}, "journal: must be a path"),
        ({"journal": ":memory:"}, "journal: is no path of a file"),
        ({"key": 5}, "key: must be a slug or a function of the row"),
        ({"key": ""}, "key: must be a slug"),
        ({"on_error": "ignore"}, 'on_error: must be "collect", "raise" or a function'),
        ({"on_error": None}, "on_error: must be"),
        ({"on_error": _coroutine}, "on_error: is a coroutine function"),
        ({"progress": "yes"}, "progress: must be a function, not str"),
        ({"progress": _coroutine}, "progress: is a coroutine function"),
        ({"cancel": True}, "cancel: must be an event"),
        ({"concurency": 5}, "concurency: is no option of a bulk call"),
    ],
)
def test_what_is_wrong_is_named(given, problem):
    """Before anything is sent, with the fix."""
    with pytest.raises(ArgumentError) as caught:
        checked_settings(given)
    assert problem in str(caught.value)


def test_a_slip_of_the_pen_gets_a_hint():
    """The nearest option is suggested."""
    with pytest.raises(ArgumentTypeError, match="concurrency"):
        checked_settings({"concurency": 5})


def test_found_rows_keep_the_order_of_the_ids():
    """Twice asked for, twice there; missing ids once each."""
    found = FoundRows(["b", "x", "a", "b", "x"], {"a": 1, "b": 2})
    assert list(found) == [2, 1, 2]
    assert found.missing == ("x",)
    assert found[0] == 2
    assert found[1:] == [1, 2]
    assert found.data == [2, 1, 2]
    assert repr(found) == "<FoundRows: 3, 1 missing>"
    assert repr(FoundRows(["a"], {"a": 1})) == "<FoundRows: 1>"


def test_ids_are_asked_for_once_in_portions():
    """A hundred at a time, duplicates left out."""
    ids = [f"{number}" for number in range(250)] + ["0", "1"]
    portions = list(chunked(ids))
    assert [len(portion) for portion in portions] == [100, 100, 50]
    assert [one for portion in portions for one in portion] == ids[:250]
    assert ids_in((own for own in ("A", "b")), "record_ids", 4) == ["a", "b"]


@pytest.mark.parametrize("given", ["abc", b"abc", {"a": 1}, 5, None])
def test_one_id_is_no_list_of_ids(given):
    """A text would be taken letter by letter."""
    with pytest.raises(ArgumentTypeError, match="record_ids: must be an iterable of ids"):
        ids_in(given, "record_ids", 4)


def test_a_wrong_id_is_named_by_its_place():
    """The third of a thousand is the third."""
    with pytest.raises(ArgumentError, match=r"record_ids\[2\]: is empty"):
        ids_in(["a", "b", ""], "record_ids", 4)
    with pytest.raises(ArgumentError, match="concurrency: is out of range"):
        ids_in([], "record_ids", 0)
