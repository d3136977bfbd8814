"""What tells rows apart from run to run."""

from __future__ import annotations

import copy
import enum
import os
import subprocess
import sys
import uuid
from datetime import UTC, date, datetime, time
from decimal import Decimal

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from attio.core.errors import ArgumentError, ArgumentTypeError
from attio.records.collaboration import NoteData
from attio.records.data import RecordData
from attio.records.planning_identity import content_hash, key_text
from attio.records.planning_rows import Work
from attio.values.plain import Location, Money, PersonalName
from attio.values.read import read_value


class Tier(enum.Enum):
    GOLD = "gold"


SCALARS = (
    st.none()
    | st.booleans()
    | st.integers()
    | st.floats()
    | st.text()
    | st.binary()
    | st.dates()
    | st.decimals()
)
INNER = st.recursive(
    SCALARS,
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=3), inner, max_size=3),
    max_leaves=4,
)
ROWS = st.dictionaries(st.text(max_size=5), INNER, max_size=3)


@given(ROWS)
@settings(max_examples=40, deadline=None)
def test_the_same_content_has_the_same_hash(row):
    """A copy in another order of keys is the same row."""
    other = dict(reversed(list(copy.deepcopy(row).items())))
    assert content_hash(row) == content_hash(other)


def test_different_content_has_different_hashes():
    """Nothing that is written differently is taken for the same."""
    moment = datetime(2026, 1, 1, tzinfo=UTC)
    rows = [
        {},
        {"a": None},
        {"a": ""},
        {"a": 0},
        {"a": False},
        {"a": 0.0},
        {"a": Decimal(0)},
        {"a": b""},
        {"a": []},
        {"a": {}},
        {"a": "0"},
        {"a": ["0"]},
        {"a": [["0"]]},
        {"a": ["0", "0"]},
        {"a": "00"},
        {"b": "0"},
        {"a": {"0"}},
        {"a": set()},
        {"a": date(2026, 1, 1)},
        {"a": moment},
        {"a": "2026-01-01"},
        {"a": time(1)},
        {"a": "é"},
        {"a": "\ud800"},
        {"a": float("nan")},
        {"a": float("inf")},
        {"a": 10**5000},
        {"a": Money(1)},
        {"a": Money(1, "EUR")},
        {"a": PersonalName("1")},
        {"a": Location(locality="1")},
        {"a": {"b": 1, "c": 2}},
        {"a": {"b": 1}, "c": 2},
        {"a": ["b", "c"]},
        {"a": ["bc"]},
        {"a": ("b", ["c"])},
        {1: "0"},
        {"1": "0"},
        {"a": RecordData({"id": {"record_id": "1"}})},
        {"a": RecordData({"id": {"record_id": "2"}})},
        {"a": NoteData({"id": {"note_id": "1"}})},
        {"a": NoteData({"title": "no id"})},
        {"a": read_value({"attribute_type": "text", "value": "x"})},
    ]
    hashes = [content_hash(row) for row in rows]
    assert len(set(hashes)) == len(hashes)
    assert {len(one) for one in hashes} == {16}


def test_what_means_the_same_hashes_the_same():
    """Tuples and lists, enum members and their values, UUIDs and their texts, sets in any order."""
    own = uuid.uuid4()
    assert content_hash({"a": ("b", 1)}) == content_hash({"a": ["b", 1]})
    assert content_hash({"a": Tier.GOLD}) == content_hash({"a": "gold"})
    assert content_hash({"a": own}) == content_hash({"a": str(own)})
    assert content_hash({"a": {1, 2, 3}}) == content_hash({"a": frozenset([3, 2, 1])})
    assert content_hash({"a": bytearray(b"x")}) == content_hash({"a": b"x"})


def test_changes_of_a_record_are_part_of_what_it_is():
    """A record with an unsaved change is another row than without."""
    record = RecordData({"id": {"record_id": "1"}, "values": {"job_title": []}})
    before = content_hash(record)
    record["job_title"] = "CTO"
    assert content_hash(record) != before


def test_hashes_are_the_same_in_every_process():
    """The seed of Python's own hashes has no part in it: a journal outlives the process."""
    code = (
        "from attio.records.planning_identity import content_hash as h; from decimal import Decimal;"
        "print(h({'tags': {'a', 'b', 'c', 'd'}, 'n': 1.5, 'd': Decimal('1.50')}).hex())"
    )
    found = {
        subprocess.run(
            [sys.executable, "-c", code],
            env={**os.environ, "PYTHONHASHSEED": seed},
            capture_output=True,
            check=True,
        ).stdout
        for seed in ("1", "2")
    }
    assert len(found) == 1


@pytest.mark.parametrize("value", [object(), iter([1]), lambda: 1, (x for x in "ab")])
def test_what_has_no_content_is_refused(value):
    """An iterator or a stranger's object cannot be recognised, and the fix is named."""
    with pytest.raises(ArgumentTypeError, match="has no content that tells rows apart.*give key="):
        content_hash({"a": value})


def test_endless_nesting_is_refused():
    """A list that holds itself is an error, not the end of the stack."""
    loop: list = []
    loop.append(loop)
    with pytest.raises(ArgumentError, match="nested too deeply"):
        content_hash({"a": loop})


def _key(key, row, **work):
    return key_text(key, row, Work(row, **work))


def test_a_key_is_a_field_or_a_function():
    """Texts, numbers and UUIDs are keys as they are; a list of one is what is in it."""
    own = uuid.uuid4()
    assert _key("external_id", {"external_id": "x-1"}) == "x-1"
    assert _key("external_id", {"external_id": 17}) == "17"
    assert _key("external_id", {"external_id": own}) == str(own)
    assert _key("email_addresses", {"email_addresses": ["a@x.example"]}) == "a@x.example"
    assert _key(lambda row: row["a"] + row["b"], {"a": "1", "b": "2"}) == "12"
    assert _key("record_id", {"job_title": "x"}, own_id="r-1") == "r-1"
    assert _key("entry_id", {}, own_id="e-1") == "e-1"
    parent = RecordData({"id": {"record_id": "p-1"}})
    assert _key("parent_record_id", {}, parent=parent) == "p-1"


def test_a_long_or_odd_key_is_shortened_without_mixing_up():
    """Whatever the key is, it stays short in the journal and its own."""
    long, other = "x" * 500, "x" * 499 + "y"
    keys = [_key("k", {"k": value}) for value in (long, other, ["a", "b"], {"a": 1}, "line\nbreak", True)]
    assert len(set(keys)) == len(keys)
    assert all(len(key) == 33 and key.startswith("#") for key in keys)


@pytest.mark.parametrize(
    ("key", "row", "problem"),
    [
        ("external_id", {"name": "x"}, "names 'external_id', which this row does not have"),
        ("external_id", {"external_id": None}, "names 'external_id'"),
        ("external_id", {"external_id": ""}, "names 'external_id'"),
        (lambda row: None, {}, "returned nothing"),
        (lambda row: row["id"], {}, "key=... raised KeyError: 'id'"),
    ],
)
def test_a_row_without_its_key_is_refused(key, row, problem):
    """A row that cannot be known by its key says so."""
    with pytest.raises(ArgumentError) as caught:
        _key(key, row)
    assert problem in str(caught.value)
    assert caught.value.argument == "key"
