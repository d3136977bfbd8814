"""A page is cut into rows once; rows decode at the first look and never keep the page alive."""

from __future__ import annotations

import gc
import json
import tracemalloc
from typing import Any

import pytest

from attio.records.data import (
    EntryData,
    RecordData,
    ShapeRule,
    created_at_key,
    decode_one,
    decode_page,
    identity_of,
    schema_slugs,
    set_rule,
)
from attio.records.raw_page import to_bytes


def text(value: str) -> dict[str, Any]:
    return {"attribute_type": "text", "value": value}


def row(number: int, **values: Any) -> dict[str, Any]:
    return {
        "id": {"object_id": "o", "record_id": f"r-{number}"},
        "created_at": "2026-01-01T00:00:00Z",
        "values": values,
    }


def body(*rows: Any) -> bytes:
    return json.dumps({"data": rows}).encode()


def test_a_page_is_a_list_of_rows() -> None:
    """Every row becomes a record of the kind that was asked for, with what it was given."""
    records = decode_page(body(row(1, name=[text("a")]), row(2)), RecordData, scope="deals", client="c")
    assert [record.id for record in records] == ["r-1", "r-2"]
    assert records[0]["name"] == "a"
    assert records[0].object == "deals" and records[0]._client == "c"
    assert type(decode_page(body({}), EntryData)[0]) is EntryData


@pytest.mark.parametrize(
    ("raw", "count"),
    [
        (b"{}", 0),
        (b'{"data": null}', 0),
        (b'{"data": []}', 0),
        (b"[]", 0),
        (b'{"data": {"id": "r-1"}}', 1),
        (b'{"data": [null, 7, {"id": "r"}], "pagination": {}}', 3),
        (b' { "data" : [ { "values" : { "a" : [ ] } } ] } ', 1),
    ],
)
def test_odd_pages_read(raw: bytes, count: int) -> None:
    """Other envelopes than promised give the rows that are there."""
    rows = decode_page(raw, RecordData)
    assert len(rows) == count
    for one in rows:
        assert isinstance(one.id, str)
        assert isinstance(dict(one), dict)


@pytest.mark.parametrize("raw", [b"", b"<html>", b'{"data": [', b"\xff\xfe"])
def test_what_is_not_json_raises(raw: bytes) -> None:
    """A body that is not JSON is a ValueError, for a page and for one."""
    with pytest.raises(ValueError):
        decode_page(raw, RecordData)
    with pytest.raises(ValueError):
        decode_one(raw, RecordData)


def test_one_row() -> None:
    """A single answer reads like a row of a page."""
    record = decode_one(json.dumps({"data": row(1, name=[text("a")])}).encode(), RecordData, scope="deals")
    assert (record.id, record["name"], record.object) == ("r-1", "a", "deals")
    assert decode_one(b'{"data": null}', RecordData).id == ""
    assert decode_one(b"{}", RecordData).id == ""
    assert decode_one(b"[1]", RecordData).id == ""


SELECT = {"attribute_type": "select", "option": {"title": "x"}}
REFERENCE = {"attribute_type": "record-reference", "target_object": "people", "target_record_id": "1"}
ACTOR = {"attribute_type": "actor-reference", "referenced_actor_type": "system"}
QUOTING = text('{"attribute_type": "select"}')


@pytest.mark.parametrize(
    ("values", "slugs"),
    [
        ({}, set()),
        ({"name": [text("a")], "created_by": [ACTOR]}, set()),
        ({"categories": [SELECT], "team": [REFERENCE], "strongest_connection_user": [ACTOR]}, set()),
        ({"tags": [SELECT]}, {"tags"}),
        (
            {"tags": [SELECT], "friend": [REFERENCE], "helper": [ACTOR], "n": [text("x")]},
            {"tags", "friend", "helper"},
        ),
        ({"tags": [], "other": None, "categories": []}, {"tags", "other"}),
        ({"nick": [text("a")]}, set()),
        ({"prose": [QUOTING]}, set()),
        ({"odd": "select"}, set()),
    ],
)
@pytest.mark.parametrize("read_first", [False, True])
def test_which_pages_need_the_schema(values: dict[str, Any], slugs: set[str], read_first: bool) -> None:
    """A select, record reference or actor reference outside the built-in table asks for the schema.

    So does an attribute that is empty in all rows, for it may be one of those.
    """
    records = decode_page(
        body(row(1, nick=[]), row(2, **{"nick": [text("b")], **values}), row(3, team=[])),
        RecordData,
        scope="companies",
    )
    if read_first:
        for record in records:
            dict(record)
    assert schema_slugs(records) == slugs


def test_pages_that_need_no_schema_any_more() -> None:
    """What the schema's rule knows is settled; a rule that is given before reading is kept."""
    assert schema_slugs([]) == set()
    records = decode_page(body(row(1, tags=[SELECT])), RecordData, scope="companies")
    set_rule(records, ShapeRule("companies", multi={"tags": False}))
    assert schema_slugs(records) == set()
    assert records[0]["tags"] == "x"
    entries = decode_page(body({"entry_values": {"tags": [SELECT]}}), EntryData, scope="companies")
    assert schema_slugs(entries) == {"tags"}


def test_an_object_that_is_known_by_id_is_found_out() -> None:
    """Asked for by its id, an object's records still read by the built-in table."""
    own = "891dcbfc-9141-415d-9b2a-2238a6cc012d"
    domain = {"attribute_type": "domain", "domain": "x.com"}
    url = "https://app.attio.com/acme/company/r-1"
    records = decode_page(body({**row(1, domains=[domain]), "web_url": url}), RecordData, scope=own)
    set_rule(records, ShapeRule(own, multi={"tags": False}, decimals=True))
    assert records[0]["domains"] == ["x.com"] and records[0].object == "companies"
    assert records[0].rule == ShapeRule("companies", multi={"tags": False}, decimals=True)
    unknown = decode_page(body(row(1)), RecordData, scope=own)
    set_rule(unknown, ShapeRule(own))
    assert unknown[0].object == own and unknown[0].rule == ShapeRule(own)
    set_rule([], ShapeRule(own))


def test_a_list_that_is_called_like_an_object() -> None:
    """The slug of a list says nothing about its attributes: only the schema does."""
    domain = {"attribute_type": "domain", "domain": "x.com"}
    entries = decode_page(body({"entry_values": {"domains": [domain]}}), EntryData, scope="companies")
    set_rule(entries, ShapeRule("companies", decimals=True))
    assert entries[0]["domains"] == "x.com"
    assert entries[0].rule == ShapeRule(decimals=True)
    records = decode_page(body(row(1)), RecordData)
    set_rule(records, ShapeRule("companies"))
    assert records[0].rule == ShapeRule("companies")


def test_keys_to_page_by() -> None:
    """Rows are told apart by id and ordered by the attribute created_at, not by the envelope's."""
    stamp = "2026-05-05T00:00:00.123000000Z"
    with_attribute = RecordData(row(1, created_at=[{"attribute_type": "timestamp", "value": stamp}]))
    assert identity_of(with_attribute) == "r-1" and type(identity_of(with_attribute)) is str
    assert created_at_key(with_attribute) == stamp
    assert created_at_key(RecordData(row(1))) is None
    assert created_at_key(RecordData(row(1, created_at=[{"value": 5}]))) is None
    assert created_at_key(RecordData({})) is None


def test_decoding_waits_for_the_first_look() -> None:
    """Nothing of a row is parsed before it is read, and one attribute does not decode the others."""
    (record,) = decode_page(body(row(1, a=[text("x")], b=[text("y")])), RecordData)
    assert record._head is None
    record["a"]
    assert type(record._values["a"]) is tuple
    assert type(record._values["b"]) is not tuple


def test_a_kept_row_does_not_keep_its_page() -> None:
    """One row of a big page costs its own size, not the page's."""
    rows = [row(number, name=[text("x" * 1000)]) for number in range(1000)]
    page = body(*rows)
    tracemalloc.start()
    kept = [decode_page(bytes(bytearray(page)), RecordData)[500] for _ in range(5)]
    for record in kept:
        record["name"]
    gc.collect()
    size = tracemalloc.get_traced_memory()[0]
    tracemalloc.stop()
    assert size < len(page) / 2


def test_rows_encode_text_of_any_kind() -> None:
    """A row that is made from Python is kept as JSON."""
    assert json.loads(to_bytes({"a": "é🎉\ud83c"})) == {"a": "é🎉\ud83c"}
