"""Ids are strings with members."""

from __future__ import annotations

import copy
import json
import pickle
from uuid import UUID

import pytest

from attio.records import ids
from attio.records.ids import AttributeId, CallRecordingId, EntryId, Id, RecordId, WorkspaceId

RAW = {"workspace_id": "w-1", "object_id": "o-1", "record_id": "r-1", "shard": 7}
NOUNS = [
    kind for kind in vars(ids).values() if isinstance(kind, type) and issubclass(kind, Id) and kind is not Id
]


def test_an_id_is_the_entitys_own_string() -> None:
    """An id compares, hashes, formats and serialises as its own string."""
    record_id = RecordId.from_raw(RAW)
    assert record_id == "r-1"
    assert "r-1" == record_id
    assert hash(record_id) == hash("r-1")
    assert {record_id: 1}["r-1"] == 1
    assert json.dumps([record_id]) == '["r-1"]'
    assert f"/records/{record_id}" == "/records/r-1"
    assert type(str(record_id)) is str


def test_an_id_keeps_the_members_sent_beside_it() -> None:
    """Known members are attributes, unknown ones stay in raw, missing ones read as None."""
    record_id = RecordId.from_raw(RAW)
    assert (record_id.workspace_id, record_id.object_id, record_id.record_id) == ("w-1", "o-1", "r-1")
    assert record_id.raw == RAW
    assert RecordId.from_raw({"record_id": "r"}).object_id is None
    assert EntryId.from_raw({"list_id": "l", "entry_id": "e"}).list_id == "l"
    assert CallRecordingId.from_raw({"meeting_id": "m", "call_recording_id": "c"}).meeting_id == "m"
    attribute_id = AttributeId.from_raw({"list_id": "l", "attribute_id": "a"})
    assert (attribute_id.list_id, attribute_id.object_id, attribute_id) == ("l", None, "a")


@pytest.mark.parametrize(
    ("raw", "text"),
    [
        ("plain", "plain"),
        (None, ""),
        ({}, ""),
        ({"record_id": None}, ""),
        ({"record_id": 5}, "5"),
        (17, "17"),
        (UUID(int=1), "00000000-0000-0000-0000-000000000001"),
    ],
)
def test_odd_ids_still_read(raw: object, text: str) -> None:
    """A plain string, a missing or null member and an odd type never raise."""
    record_id = RecordId.from_raw(raw)
    assert record_id == text
    assert record_id.record_id == (text or None)
    assert record_id.workspace_id is None


def test_members_of_other_types_read_as_strings() -> None:
    """A member that is not a string is shown as one and kept as it came in raw."""
    record_id = RecordId.from_raw({"workspace_id": 3, "record_id": "r"})
    assert record_id.workspace_id == "3"
    assert record_id.raw["workspace_id"] == 3


def test_an_id_made_by_hand() -> None:
    """A string or UUID makes an id, members go in by keyword, and an id passes through from_raw."""
    record_id = RecordId("r-1", object_id="o-1")
    assert (record_id, record_id.object_id) == ("r-1", "o-1")
    assert RecordId("r-1").raw == {"record_id": "r-1"}
    assert RecordId.from_raw(record_id) is record_id
    assert RecordId(UUID(int=1)) == str(UUID(int=1))
    assert WorkspaceId("w").workspace_id == "w"


@pytest.mark.parametrize("kind", NOUNS)
def test_every_noun_copies_and_pickles(kind: type[Id]) -> None:
    """Every id survives pickle, copy and deepcopy with its type and its members."""
    original = kind.from_raw({kind.own: "x", "workspace_id": "x", "extra": [1]})
    clone = pickle.loads(pickle.dumps(original))
    assert type(clone) is kind
    assert (clone, clone.raw, clone.workspace_id) == (original, original.raw, "x")
    assert copy.copy(original) is original
    assert copy.deepcopy(original) is original
    assert getattr(original, kind.own) == "x"


@pytest.mark.parametrize("kind", NOUNS)
def test_ids_are_light(kind: type[Id]) -> None:
    """An id has no dict of its own, so nothing can be stuck onto it."""
    with pytest.raises(AttributeError):
        kind("x").colour = "red"  # type: ignore[attr-defined]


def test_repr_names_the_noun() -> None:
    """The repr says what the string identifies, and help() says what a member is."""
    assert repr(RecordId("r-1")) == "RecordId('r-1')"
    assert RecordId.object_id == "The object that the record is of."
