"""Sorts are read from every spelling, checked by type and run here."""

from __future__ import annotations

import copy
import pickle
from typing import Any

import pytest

from attio.core.errors import ArgumentError
from attio.records.filter_ordering import sort_rows
from attio.records.filters import F, FilterProblem
from attio.records.sorts import Sort, compile_sorts, parse_sorts

ID = "891dcbfc-9141-415d-9b2a-2238a6cc012d"
OTHER = "0a3f5e7c-2d2e-4d5f-8f65-3a5c7d9e1b21"
STEPS = [("sales", "parent_record"), ("companies", "name")]


@pytest.mark.parametrize(
    ("given", "sort", "text"),
    [
        ("a", Sort("a"), 'Sort("a")'),
        ("-a", Sort("a", "desc"), 'Sort("a", "desc")'),
        ("name.last_name", Sort("name", field="last_name"), 'Sort("name", field="last_name")'),
        (
            "-name.last_name",
            Sort("name", "desc", field="last_name"),
            'Sort("name", "desc", field="last_name")',
        ),
        ({"attribute": "a"}, Sort("a"), 'Sort("a")'),
        ({"attribute": "a", "direction": "desc"}, Sort("a", "desc"), 'Sort("a", "desc")'),
        ({"attribute": "a", "direction": None, "field": "b"}, Sort("a", field="b"), 'Sort("a", field="b")'),
        (
            {"path": [list(step) for step in STEPS], "direction": "desc"},
            Sort(path=STEPS, direction="desc"),
            'Sort(direction="desc", path=[["sales", "parent_record"], ["companies", "name"]])',
        ),
        (Sort("a"), Sort("a"), 'Sort("a")'),
    ],
)
def test_every_spelling_is_read_and_printed(given: Any, sort: Sort, text: str) -> None:
    """Text, objects and Sorts mean the same; a Sort prints as the Python that builds it."""
    assert Sort.parse(given) == sort
    assert repr(sort) == text
    assert eval(text, {"Sort": Sort}) == sort
    assert Sort.parse(sort.to_json()) == sort
    assert parse_sorts(given) == (sort,)
    assert parse_sorts([given, "z"]) == (sort, Sort("z"))


def test_sorts_compile_to_attios_json() -> None:
    """The direction is always sent; a field and a path where there is one."""
    assert compile_sorts(["-created_at", "name.last_name"]) == [
        {"direction": "desc", "attribute": "created_at"},
        {"direction": "asc", "attribute": "name", "field": "last_name"},
    ]
    assert compile_sorts(Sort(path=STEPS)) == [{"direction": "asc", "path": [list(step) for step in STEPS]}]
    assert compile_sorts([]) == []


TYPES = {
    "name": "personal-name",
    "place": "location",
    "seen": "interaction",
    "job": "text",
    "companies.place": "location",
}


@pytest.mark.parametrize(
    ("sorts", "message"),
    [
        ("name", "personal-name attribute is ordered by one of its fields.*'name.last_name'"),
        ("place", "'place.line_1'"),
        ("-seen", "'seen.interacted_at'"),
        ("name.locality", "has no such field.*allowed: 'full_name'"),
        (Sort(path=[("people", "company"), ("companies", "place")]), "location attribute is ordered"),
        ("company.name", "no property of any attribute type"),
        ("", "is no slug"),
        ("--a", "is no slug"),
        ("+a", "is no slug"),
        (5, "is no sort"),
        ([5], "is no sort"),
        (F("a"), "is no sort"),
        ({"attribute": 5}, "is no slug"),
        ({}, "orders by an attribute or along a path"),
        ({"attribute": "a", "path": STEPS}, "orders by an attribute or along a path"),
        ({"attribute": "a", "order": "asc"}, "is no key of a sort"),
        ({"attribute": "a", "direction": "up"}, "is no direction.*allowed: 'asc', 'desc'"),
        ({"attribute": "a", "direction": ["asc"]}, "is no direction"),
        ({"attribute": "a", "field": 5}, "is no slug"),
        ({"path": 5}, "has 1 to 5 steps"),
        ({"path": []}, "has 1 to 5 steps"),
        ({"path": STEPS * 3}, "has 1 to 5 steps"),
        ({"path": ["sales"]}, r"is no \(object or list, attribute\)"),
        ({"path": [("sales", 5)]}, "is no slug"),
    ],
)
def test_what_cannot_be_ordered_by_is_refused_with_the_fix(sorts: Any, message: str) -> None:
    """A wrong shape, a missing or an unknown field raises ArgumentError."""
    with pytest.raises(ArgumentError, match=message):
        compile_sorts(sorts, TYPES)


def test_a_complete_schema_refuses_unknown_attributes() -> None:
    """Only where the caller says that all attributes are known; system attributes, ids and parents always are."""
    assert compile_sorts("jbo", TYPES)
    with pytest.raises(ArgumentError, match="did you mean 'job'"):
        compile_sorts("jbo", TYPES, complete=True)
    assert (
        len(compile_sorts(["created_at", ID, Sort(path=STEPS), "name.first_name"], TYPES, complete=True)) == 4
    )


def test_a_sort_is_a_frozen_value() -> None:
    """A Sort pickles, hashes, compares by content and cannot be changed."""
    sort = Sort("a", "desc", field="b")
    assert pickle.loads(pickle.dumps(sort)) == sort
    assert pickle.loads(pickle.dumps(Sort(path=STEPS))) == Sort(path=STEPS)
    assert copy.copy(sort) is sort
    assert copy.deepcopy(sort) is sort
    assert len({sort, Sort("a", "desc", field="b"), Sort("a")}) == 2
    assert sort != "a"
    with pytest.raises(AttributeError, match="cannot be changed"):
        sort.field = None  # type: ignore[misc]
    with pytest.raises(AttributeError, match="cannot be changed"):
        del sort.field


def row(kind: str, *contents: Any, key: str = "value", slug: str = "a") -> dict[str, Any]:
    return {slug: [{"attribute_type": kind, key: content} for content in contents]}


def order(rows: list[dict[str, Any]], sorts: Any, **settings: Any) -> list[int]:
    return [rows.index(found) for found in sort_rows(rows, sorts, **settings)]


@pytest.mark.parametrize(
    ("rows", "ascending"),
    [
        ([row("number", 3), row("number", 10), row("number", 2.5)], [2, 0, 1]),
        ([row("currency", "30", key="currency_value"), row("currency", 4, key="currency_value")], [1, 0]),
        ([row("text", "b"), row("text", "C"), row("text", "a")], [2, 0, 1]),
        (
            [
                row("timestamp", "2024-01-01T12:00:00+05:00"),
                row("timestamp", "2024-01-01T08:00:00.000000000Z"),
            ],
            [0, 1],
        ),
        ([row("checkbox", True), row("checkbox", False)], [1, 0]),
        ([row("hologram", "b"), row("hologram", 1), row("hologram", "a")], [1, 2, 0]),
        ([row("select", {"title": "b"}, key="option"), row("select", {"title": "a"}, key="option")], [1, 0]),
    ],
)
def test_rows_come_in_the_order_of_their_values(rows: list[dict[str, Any]], ascending: list[int]) -> None:
    """Numbers, texts, times and choices are ordered as what they are, with or without the schema's types."""
    kind = rows[0]["a"][0]["attribute_type"]
    for types in (None, {"a": kind}):
        assert order(rows, "a", types=types) == ascending
        assert order(rows, "-a", types=types) == ascending[::-1]


def test_rows_without_a_value_come_last_in_both_directions() -> None:
    """Empty, missing, past and odd values have no place."""
    past = {"a": [{"attribute_type": "number", "value": 0, "active_until": "2024-01-01T00:00:00Z"}]}
    rows = [{}, row("number", 2), {"a": []}, row("number", 1), past, row("number", "x"), row("text", "")]
    assert order(rows, "a") == [3, 1, 0, 2, 4, 5, 6]
    assert order(rows, "-a") == [1, 3, 0, 2, 4, 5, 6]
    empty = [row("select", {"title": None}, key="option"), row("select", {"title": "x"}, key="option")]
    assert order(empty, "a") == [1, 0]


def test_order_is_stable_and_the_first_sort_is_primary() -> None:
    """Equal rows keep their order, in both directions, and later sorts decide among equals."""
    rows = [
        {**row("text", name), **row("number", count, slug="b")}
        for name, count in [("x", 1), ("y", 2), ("x", 2), ("y", 1)]
    ]
    assert order(rows, "a") == [0, 2, 1, 3]
    assert order(rows, "-a") == [1, 3, 0, 2]
    assert order(rows, ["a", "-b"]) == [2, 0, 1, 3]
    assert order(rows, []) == [0, 1, 2, 3]


def test_choices_come_in_the_order_of_the_schema() -> None:
    """With the schema's titles, statuses stand in its order, also under a title from before a rename."""

    def status(title: str, own: str) -> dict[str, Any]:
        return row("status", {"title": title, "id": {"status_id": own}}, key="status")

    rows = [status("Won", "w"), status("Lead, long ago", "L"), status("Gone", "g")]
    assert order(rows, "a", options={"a": {"Lead": "l", "Won": "w"}}) == [1, 0, 2]
    assert order(rows, "a") == [2, 1, 0]


def test_rows_can_be_anything_with_raw_values() -> None:
    """`values` reads the raw values of a row."""
    rows = [{"values": row("number", 2)}, {"values": row("number", 1)}]
    assert order(rows, "a", values=lambda found: found["values"]) == [1, 0]


def test_fields_and_paths_are_followed() -> None:
    """A field names the property, a path leads to another record's attribute."""
    rows = [
        {"name": [{"attribute_type": "personal-name", "last_name": "b", "first_name": "a"}], **ref(ID)},
        {"name": [{"attribute_type": "personal-name", "last_name": "a", "first_name": "b"}], **ref(OTHER)},
        {**ref("gone"), **{"company": [{"target_object": "deals", "target_record_id": ID}]}},
    ]
    far = {ID: row("text", "z", slug="name"), OTHER: row("text", "y", slug="name")}
    path = Sort(path=[("people", "company"), ("companies", "name")])

    def fetch(object: str, record_id: str) -> Any:
        return far.get(record_id)

    assert order(rows, "name.last_name") == [1, 0, 2]
    assert order(rows, "name.first_name") == [0, 1, 2]
    types = {"name": "personal-name", "company": "record-reference", "companies.name": "text"}
    assert order(rows, path, resolve=fetch) == order(rows, path, types=types, resolve=fetch) == [1, 0, 2]
    assert order(rows, Sort(path=[("people", "name")], field="last_name")) == [1, 0, 2]
    parent = Sort(path=[("sales", "parent_record"), ("companies", "name")])
    entries = [{"parent_record": ref(ID)["company"]}, {"parent_record": ref(OTHER)["company"]}]
    assert order(entries, parent, resolve=fetch) == [1, 0]
    several = [{"company": [*ref("gone")["company"], *ref(ID)["company"]]}, ref(OTHER)]
    assert order(several, path, resolve=fetch) == [1, 0]
    with pytest.raises(ArgumentError, match="pass resolve="):
        sort_rows(rows, path)


def ref(record_id: str) -> dict[str, Any]:
    return {
        "company": [
            {
                "attribute_type": "record-reference",
                "target_object": "companies",
                "target_record_id": record_id,
            }
        ]
    }


@pytest.mark.parametrize(
    ("sorts", "code"),
    [
        ("nope", "unknown_filter_attribute_slug"),
        ("name", "missing_sort_field"),
        ("name.locality", "invalid_filter_field"),
    ],
)
def test_what_attio_answers_with_400(sorts: Any, code: str) -> None:
    """Unknown attributes, missing and unknown fields are FilterProblems, before any row is looked at."""
    with pytest.raises(FilterProblem) as problem:
        sort_rows([], sorts, {"name": "personal-name"})
    assert problem.value.code == code
    with pytest.raises(FilterProblem):
        sort_rows([{"name": [{"attribute_type": "personal-name"}]}], "name")
