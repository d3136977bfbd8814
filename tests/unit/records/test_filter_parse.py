"""Filters are read from every form of Attio's JSON, from plain Python and from the spellings people bring along."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import UTC, date, datetime
from types import MappingProxyType
from typing import Any

import pytest

from attio.core.errors import ArgumentError
from attio.records.filters import F, Filter, Raw, parse_filter
from attio.records.ids import AttributeId
from attio.values.plain import RecordRef

PATH = {
    "path": [["people", "company"], ["companies", "domains"]],
    "constraints": {"root_domain": {"$eq": "x.com"}},
}


@pytest.mark.parametrize(
    ("json", "filter"),
    [
        ({}, F.all_of()),
        ({"name": "Ada"}, F("name") == "Ada"),
        ({"name": "Ada", "vip": True}, (F("name") == "Ada") & (F("vip") == True)),
        ({"name": {"$contains": "Ada"}}, F("name").contains("Ada")),
        ({"name": {"last_name": {"$eq": "L"}}}, F("name").field("last_name") == "L"),
        ({"name": {"last_name": "L"}}, F("name").field("last_name") == "L"),
        ({"value": {"$gte": 10, "$lte": 20}}, F("value").between(10, 20)),
        (
            {"value": {"currency_value": {"$gte": 10, "$lt": 20}}},
            F("value").where({"currency_value": {"$gte": 10, "$lt": 20}}),
        ),
        ({"record_id": {"$in": ["a", "b"]}}, F.record_id.in_("a", "b")),
        ({"$and": [{"a": 1}, {"b": 2}]}, (F("a") == 1) & (F("b") == 2)),
        ({"$or": [{"a": 1}, {"b": 2}]}, (F("a") == 1) | (F("b") == 2)),
        ({"$and": []}, F.all_of()),
        ({"$and": [{}, {"a": 1}]}, F("a") == 1),
        ({"$or": [{"a": 1}, {}]}, F.all_of()),
        ({"$not": {"a": 1}}, F("a") != 1),
        ({"$not": {"$or": [{"a": 1}, {"b": 2}]}}, ~((F("a") == 1) | (F("b") == 2))),
        ({"$not": {"$not": {"a": 1}}}, F("a") == 1),
        ({"x": 1, "$or": [{"a": 1}, {"b": 2}]}, (F("x") == 1) & ((F("a") == 1) | (F("b") == 2))),
        (PATH, F("company", of="people").ref("companies", "domains").field("root_domain") == "x.com"),
        ({"$and": [PATH, {"a": 1}]}, parse_filter(PATH) & (F("a") == 1)),
        ({**PATH, "a": 1}, parse_filter(PATH) & (F("a") == 1)),
        (
            {"path": [["sales", "parent_record"], ["people", "name"]], "constraints": {"$contains": "x"}},
            F.parent("people", "name", of="sales").contains("x"),
        ),
        ({"path": [["people", "name"]], "constraints": {"$eq": "x"}}, F("name", of="people") == "x"),
        ({"path": "a/b"}, F("path") == "a/b"),
        ({"constraints": 1, "path": 2}, (F("constraints") == 1) & (F("path") == 2)),
    ],
)
def test_every_form_of_the_grammar_is_read(json: Mapping[str, Any], filter: Filter) -> None:
    """Shorthand, verbose, nested, logical, path and several keys read, also from mappings that are no dicts."""
    assert Filter.parse(json) == filter
    assert Filter.parse(MappingProxyType(json)) == filter
    again = Filter.parse(json).to_json(of="people")
    assert Filter.parse(again).to_json(of="people") == again


@pytest.mark.parametrize(
    ("json", "filter"),
    [
        (
            {"email_addresses.email_address": {"$contains": "@x"}},
            F("email_addresses").field("email_address").contains("@x"),
        ),
        ({"name.last_name": "L"}, F("name").field("last_name") == "L"),
        ({"tags": {"$includes": "technical"}}, F("tags") == "technical"),
        ({"tags": {"option": {"$includes": "technical"}}}, F("tags").field("option") == "technical"),
        ({"a": None}, F("a").is_empty()),
        ({"a": {"$eq": None}}, F("a").is_empty()),
        ({"a": {"$not_empty": False}}, F("a").is_empty()),
        ({"a": {"$gte": 1, "$eq": None}}, (F("a") >= 1) & F("a").is_empty()),
        ({"a": {"$in": ["x", None]}}, F("a").in_("x") | F("a").is_empty()),
        ({"a": {"$in": {"x", "y"}}}, F("a").in_("x", "y")),
        ({"a": date(2024, 1, 1)}, F("a") == "2024-01-01"),
        ({"a": {"$gte": datetime(2024, 1, 1, tzinfo=UTC)}}, F("a") >= datetime(2024, 1, 1, tzinfo=UTC)),
        ({"company": RecordRef("companies", "r-1")}, F("company") == RecordRef("companies", "r-1")),
        (
            {"company": {"target_object": "people", "$eq": RecordRef("companies", "r-1")}},
            F("company").where({"target_object": "people", "target_record_id": "r-1"})
            & (F("company").field("target_object") == "companies"),
        ),
        ({"$and": [F("a") == 1, Raw({"b": 1})]}, (F("a") == 1) & Raw({"b": 1})),
        ({"$not": F("a") == 1}, F("a") != 1),
        ({AttributeId("b-1"): "x"}, F("b-1") == "x"),
    ],
)
def test_friendlier_spellings_are_rewritten(json: Mapping[str, Any], filter: Filter) -> None:
    """Dotted keys, $includes, None and plain Python values mean what their writer meant."""
    assert Filter.parse(json) == filter


def test_the_seeds_example_compiles() -> None:
    """The advanced filter of the original design becomes what Attio runs."""
    seed = {
        "$and": [
            {"created_at": {"$gte": "2024-01-01"}},
            {"job_title": {"$contains": "Engineer"}},
            {
                "$or": [
                    {"email_addresses.email_address": {"$contains": "@tech.com"}},
                    {"tags": {"$includes": "technical"}},
                ]
            },
        ]
    }
    assert Filter.parse(seed).to_json({"tags": "select", "job_title": "text"}) == {
        "$and": [
            {"created_at": {"$gte": "2024-01-01T00:00:00.000000000Z"}},
            {"job_title": {"$contains": "Engineer"}},
            {
                "$or": [
                    {"email_addresses": {"email_address": {"$contains": "@tech.com"}}},
                    {"tags": {"$eq": "technical"}},
                ]
            },
        ]
    }


class Slug(str):
    """A text that shows itself differently."""

    def __str__(self) -> str:
        return "shown"


def test_subclasses_of_str_are_the_text_that_they_are() -> None:
    """Slugs, fields and values lose their class, so that filters pickle, print and compare as text."""
    filter = Filter.parse({Slug("a"): {Slug("last_name"): {Slug("$eq"): Slug("x")}}})
    assert filter == (F("a").field("last_name") == "x")
    assert repr(filter) == 'F("a").field("last_name") == "x"'
    assert type(next(iter(filter.to_json()))) is str


def test_a_filter_is_itself() -> None:
    """Parsing what is a filter already returns it."""
    filter = F("a") == 1
    assert Filter.parse(filter) is filter


BOTTOMLESS: dict[str, Any] = {}
BOTTOMLESS["$not"] = BOTTOMLESS


@pytest.mark.parametrize(
    ("json", "message"),
    [
        ([], "is no filter"),
        ("name", "is no filter"),
        (F("a"), r'names an attribute and asks nothing.*write F\("a"\) =='),
        ({"$and": {"a": 1}}, r"\$and takes a list of filters"),
        ({"$or": []}, "nothing is any of no filters"),
        ({"$or": [5]}, r"filter\['\$or'\]\[0\]: is no filter"),
        ({"$not": {}}, "the opposite of everything"),
        ({"$nor": [{}]}, "no such operator on filters"),
        ({"$eq": 1}, "says nothing about which attribute"),
        ({1: 2}, "no slug of an attribute"),
        ({"": 2}, "has a slug or an id"),
        ({"company.name": "x"}, "'name' is no property of any attribute type"),
        ({".name": "x"}, "is no property"),
        ({"a.original_phone_number": "x"}, "does not filter by this"),
        ({"domains": ["x.com"]}, r"an array for \$in only.*in_\("),
        ({"domains": {"$eq": ["x.com"]}}, r"an array for \$in only"),
        ({"domains": {"domain": ["x.com"]}}, r"an array for \$in only"),
        ({"tags": {"$includes": ["x"]}}, r"an array for \$in only"),
        ({"a": {}}, "asks nothing"),
        ({"a": {"last_name": {}}}, "asks nothing of last_name"),
        ({"a": {"last_name": {"first_name": 1}}}, "is no operator on last_name"),
        ({"a": {"last_name": {5: 1}}}, "is no operator on last_name"),
        ({"a": {5: 1}}, "is no operator and no property"),
        ({"a": {"": 1}}, "is no name of a property"),
        ({"a": {"$ne": 1}}, r'there is no "not equal".*\$not'),
        ({"a": {"$not_in": [1]}}, r"\$not.*\$in"),
        ({"a": {"$regex": "x"}}, r"use \$contains"),
        ({"a": {"$is_empty": True}}, "is_empty"),
        ({"a": {"$between": [1, 2]}}, r"\$gte"),
        ({"a": {"$contain": "x"}}, r"did you mean '\$contains'"),
        ({"a": {"$or": [{"$eq": 1}]}}, "joins filters.*put it outside"),
        ({"a": {"$in": "x"}}, r"takes a list.*\[value\]"),
        ({"a": {"$in": []}}, "nothing is in an empty list"),
        ({"a": {"$not_empty": "yes"}}, "takes true"),
        ({"a": {"$not_empty": None}}, "takes true"),
        ({"a": {"$gt": None}}, "cannot compare with None"),
        ({"a": {"latitude": "1"}}, "does not filter by this"),
        ({"path": [], "constraints": {"$eq": 1}}, "leads nowhere"),
        ({"path": [["a"]], "constraints": {"$eq": 1}}, r"is no \[object or list, attribute\]"),
        ({"path": [["a", 5]], "constraints": {"$eq": 1}}, r"is no \[object or list, attribute\]"),
        ({"path": [["a", ""]], "constraints": {"$eq": 1}}, r"is no \[object or list, attribute\]"),
        ({"path": [["a", "b"]] * 6, "constraints": {"$eq": 1}}, "at most 5 steps"),
        ({"path": [["a", "b"]], "constraints": 5}, "takes an object of operators"),
        (BOTTOMLESS, "nested deeper than 64 levels"),
    ],
)
def test_what_attio_would_refuse_is_refused_with_place_and_fix(json: Any, message: str) -> None:
    """A wrong shape, an operator that does not exist or an array raises ArgumentError that says what to write."""
    with pytest.raises(ArgumentError, match=message):
        Filter.parse(json)
