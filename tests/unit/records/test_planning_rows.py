"""Rows of a bulk call in every shape that they may have."""

from __future__ import annotations

import uuid

import pytest

from attio.core.errors import ArgumentError, ArgumentTypeError
from attio.records.data import EntryData, RecordData
from attio.records.planning_rows import equal_to_any, read_row
from attio.values.plain import RecordRef

OWN = "11111111-2222-4333-8444-555555555555"


def test_creates_and_upserts_are_mappings():
    """Values come through as they are; an upsert knows what it matches on."""
    row = {"email_addresses": ["Ada@X.example", "b@x.example"], "name": "Ada"}
    assert read_row("create", "record", row, None, "people") == (row, None, None, None, False, frozenset())
    work = read_row("upsert", "record", row, "email_addresses", "people")
    assert work.values is row
    assert work.targets == {"ada@x.example", "b@x.example"}
    assert read_row("upsert", "record", {"n": 5}, "n", "things").targets == {"5"}
    assert read_row("upsert", "record", {"d": {"domain": "X.example", "y": None}}, "d", "things").targets == {
        "x.example"
    }


def test_what_an_upsert_cannot_match_on_is_left_to_the_write():
    """No target where the attribute is missing or cannot be written: the write will say what is wrong."""
    assert read_row("upsert", "record", {"name": "x"}, "email_addresses", "people").targets == frozenset()
    assert (
        read_row("upsert", "record", {"email_addresses": "no"}, "email_addresses", "people").targets
        == frozenset()
    )


def test_updates_name_their_record_in_three_ways():
    """A pair, a mapping with record_id, or a record with unsaved changes."""
    work = read_row("update", "record", (OWN, {"a": 1}), None, "people")
    assert (work.own_id, work.values, work.is_saved, work.targets) == (OWN, {"a": 1}, False, {OWN})
    assert read_row("update", "record", [uuid.UUID(OWN), {"a": 1}], None, "people").own_id == OWN
    row = {"record_id": OWN, "a": 1}
    assert read_row("update", "record", row, None, "people").values == {"a": 1}
    assert row == {"record_id": OWN, "a": 1}
    record = RecordData({"id": {"record_id": OWN}, "values": {"job_title": []}})
    record["job_title"] = "CTO"
    work = read_row("update", "record", record, None, "people")
    assert (work.own_id, work.values, work.is_saved) == (OWN, {"job_title": "CTO"}, True)


def test_deletes_are_ids_records_or_mappings():
    """Whatever names the record will do."""
    record = RecordData({"id": {"record_id": OWN}})
    for row in (OWN, uuid.UUID(OWN), record, {"record_id": OWN}, {"record_id": record}):
        work = read_row("delete", "record", row, None, "people")
        assert (work.own_id, work.targets, work.is_saved) == (OWN, {OWN}, False)


def test_entries_name_their_parent_in_three_ways():
    """A record, reference or id alone, with values, or in Attio's own shape."""
    record, ref = RecordData({"id": {"record_id": OWN}}, scope="people"), RecordRef("people", OWN)
    for parent in (record, ref, OWN):
        work = read_row("upsert", "entry", parent, None, None)
        assert (work.parent, work.values, work.targets) == (parent, {}, {OWN})
        assert read_row("create", "entry", (parent, {"a": 1}), None, None).values == {"a": 1}
        assert read_row("create", "entry", (parent, None), None, None).values == {}
    work = read_row(
        "create",
        "entry",
        {"parent_record_id": OWN, "parent_object": "people", "entry_values": {"a": 1}},
        None,
        None,
    )
    assert (work.parent, work.parent_object, work.values, work.targets) == (
        OWN,
        "people",
        {"a": 1},
        frozenset(),
    )
    assert read_row("delete", "entry", EntryData({"id": {"entry_id": OWN}}), None, None).own_id == OWN
    assert read_row("update", "entry", {"entry_id": OWN, "a": 1}, None, None).values == {"a": 1}


@pytest.mark.parametrize(
    ("verb", "noun", "row", "problem"),
    [
        (
            "create",
            "record",
            "name",
            "a row of bulk_create must be a mapping of slugs to values (got 'name')",
        ),
        ("create", "record", None, "must be a mapping"),
        ("upsert", "record", [("name", "x")], "a row of bulk_upsert must be a mapping"),
        ("create", "record", RecordData({"id": {"record_id": OWN}}), "must be a mapping"),
        ("update", "record", {"name": "x"}, "a row of bulk_update names its record_id"),
        ("update", "record", OWN, "is not a row that says what to change"),
        ("update", "record", (OWN, {}, 1), "give (record_id, values)"),
        ("update", "record", (OWN, 5), "must be a mapping"),
        ("update", "record", ("", {}), "record_id: is empty"),
        ("update", "record", ("a/b", {}), "record_id: holds '/'"),
        ("delete", "record", 17, "record_id: cannot be int"),
        ("delete", "record", {"id": OWN}, "names its record_id"),
        ("delete", "record", RecordData({}), "record_id: is empty"),
        ("create", "entry", {"parent": OWN}, "has parent_record_id, parent_object, entry_values"),
        ("create", "entry", {"entry_values": {}}, "has parent_record_id"),
        ("upsert", "entry", (OWN,), "give (parent, values)"),
        ("upsert", "entry", (OWN, 5), "must be a mapping"),
        ("upsert", "entry", 7, "parent: cannot be int"),
    ],
)
def test_a_row_of_another_shape_is_refused(verb, noun, row, problem):
    """The message names what a row of this call looks like."""
    with pytest.raises((ArgumentError, ArgumentTypeError)) as caught:
        read_row(verb, noun, row, None, "people")
    assert problem in str(caught.value)


def test_a_look_up_asks_for_any_of_the_values():
    """One condition a value, by the property that filters know."""
    asked = equal_to_any(
        {"email_addresses": ["a@x.example", {"original_email_address": "b@x.example"}], "sku": [5]}
    )
    assert asked is not None
    assert asked.to_json(of="people") == {
        "$or": [
            {"email_addresses": {"$eq": "a@x.example"}},
            {"email_addresses": {"email_address": {"$eq": "b@x.example"}}},
            {"sku": {"$eq": 5}},
        ]
    }
    assert equal_to_any({"sku": []}) is None
