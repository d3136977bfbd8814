"""Filters compile to what Attio accepts: checked by type, or rewritten to an equivalent."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import Any

import pytest

from attio.core.errors import ArgumentError, ArgumentTypeError
from attio.records.filter_operators import (
    NO_DEFAULT,
    NOT_EMPTY,
    OPERATORS,
    RANGE,
    TEXT,
    TYPES,
    default_property,
    instead_of,
    operators_of,
    types_with,
)
from attio.records.filters import F, Filter, Raw, compile_filter
from attio.values.plain import ActorRef, RecordRef

ID = "891dcbfc-9141-415d-9b2a-2238a6cc012d"
OTHER = "0a3f5e7c-2d2e-4d5f-8f65-3a5c7d9e1b21"
SAMPLE: Mapping[str, Any] = {
    "text": "x",
    "folded": "x",
    "phone": "+44",
    "code": "GB",
    "id": ID,
    "name": "people",
    "choice": "Won",
    "number": 5,
    "flag": True,
    "date": "2024-01-31",
    "moment": "2024-01-31T12:00:00Z",
}
SECOND: Mapping[str, Any] = {"phone": "+45", "code": "DE", "number": 6, "date": "2024-02-01"}
CELLS = [
    (kind, field, operator) for kind, fields in TYPES.items() for field in fields for operator in OPERATORS
]


@pytest.mark.parametrize(("kind", "field", "operator"), CELLS)
def test_every_operator_of_every_type_is_sent_rewritten_or_refused(
    kind: str, field: str, operator: str
) -> None:
    """Each cell of the table compiles as it stands, becomes $or of $eq, or names the operators that there are."""
    rule = TYPES[kind][field]
    value: Any = SAMPLE[rule.kind]
    if operator in TEXT and rule.kind in {"number", "flag"}:
        value = "x"
    elif operator in RANGE and rule.kind == "flag":
        value = 1
    json = {
        "a": {field: {operator: [value] if operator == "$in" else True if operator == NOT_EMPTY else value}}
    }
    if field == "active_from" and operator in {"$in", "$eq"}:
        assert compile_filter(json, {"a": kind}) == {"a": {field: {"$gte": value, "$lte": value}}}
    elif operator == "$in" and "$in" not in rule.operators:
        other = SECOND.get(rule.kind, "z")
        assert compile_filter(json, {"a": kind}) == {"a": {field: {"$eq": value}}}
        if rule.kind not in {"moment", "flag"}:
            two = compile_filter({"a": {field: {"$in": [value, other]}}}, {"a": kind})
            assert two == {"$or": [{"a": {field: {"$eq": value}}}, {"a": {field: {"$eq": other}}}]}
    elif operator in (NOT_EMPTY, *rule.operators):
        assert compile_filter(json, {"a": kind}) == json
    else:
        with pytest.raises(ArgumentError) as refused:
            compile_filter(json, {"a": kind})
        assert refused.value.allowed == operators_of(kind, field)
        assert kind in str(refused.value)


@pytest.mark.parametrize("kind", [kind for kind in TYPES if kind not in NO_DEFAULT])
def test_the_default_property_is_left_to_attio(kind: str) -> None:
    """A condition without a field compiles without one, except where Attio's default would mean something else."""
    field = default_property(kind)
    assert field is not None
    value = SAMPLE[TYPES[kind][field].kind]
    if kind not in {"record-reference", "actor-reference"}:
        assert compile_filter({"a": value}, {"a": kind}) == {"a": {"$eq": value}}
    assert compile_filter(F("a").not_empty(), {"a": kind}) == {"a": {"$not_empty": True}}


def test_a_type_without_a_default_property_needs_a_field() -> None:
    """Locations and interactions are refused without a field, naming those there are."""
    with pytest.raises(ArgumentError, match=r"a location attribute needs a field.*'line_1'.*'country_code'"):
        compile_filter(F("place") == "London", {"place": "location"})
    with pytest.raises(ArgumentError, match="an interaction attribute needs a field.*'interacted_at'"):
        compile_filter(F("seen") > "2024-01-01", {"seen": "interaction"})
    assert compile_filter(F("seen").is_empty(), {"seen": "interaction"}) == {
        "$not": {"seen": {"interaction_type": {"$not_empty": True}}}
    }
    with pytest.raises(ArgumentError, match="no such field.*did you mean 'last_name'"):
        compile_filter(F("name").field("lastname") == "x", {"name": "personal-name"})


TYPED = {
    "text": "text",
    "amount": "currency",
    "count": "number",
    "vip": "checkbox",
    "day": "date",
    "at": "timestamp",
    "stage": "status",
    "tags": "select",
    "company": "record-reference",
    "owner": "actor-reference",
    "mail": "email-address",
    "site": "domain",
    "phone": "phone-number",
    "place": "location",
    "seen": "interaction",
}
REWRITTEN: list[tuple[Any, Any]] = [
    (F("stage") != "Won", {"$not": {"stage": {"$eq": "Won"}}}),
    (F("stage").in_("Won", "Lost"), {"$or": [{"stage": {"$eq": "Won"}}, {"stage": {"$eq": "Lost"}}]}),
    (
        ~F("stage").in_("Won", "Lost"),
        {"$and": [{"$not": {"stage": {"$eq": "Won"}}}, {"$not": {"stage": {"$eq": "Lost"}}}]},
    ),
    (F("text").in_("a", "b"), {"text": {"$in": ["a", "b"]}}),
    (F("mail") == "Ada@X.com", {"mail": {"$eq": "ada@x.com"}}),
    (F("mail").field("email_domain").in_("X.com"), {"mail": {"email_domain": {"$eq": "x.com"}}}),
    (F("phone") == "+44 (20) 7946-0000", {"phone": {"$eq": "+442079460000"}}),
    (F("phone").contains("0 79"), {"phone": {"$contains": "079"}}),
    (F("phone").field("country_code") == "gb", {"phone": {"country_code": {"$eq": "GB"}}}),
    (F("vip") == "True", {"vip": {"$eq": True}}),
    (F("amount") > "99.50", {"amount": {"$gt": "99.50"}}),
    (F("count") > "99.50", {"count": {"$gt": 99.5}}),
    (F("count") == "7", {"count": {"$eq": 7}}),
    (F("day") >= date(2024, 1, 31), {"day": {"$gte": "2024-01-31"}}),
    (F("company") == ID, {"company": {"target_record_id": {"$eq": ID}}}),
    (F("company").in_(ID, OTHER), {"company": {"target_record_id": {"$in": [ID, OTHER]}}}),
    (F("company").not_empty(), {"company": {"$not_empty": True}}),
    (
        F("owner") == ID,
        {"owner": {"referenced_actor_type": {"$eq": "workspace-member"}, "referenced_actor_id": {"$eq": ID}}},
    ),
    (
        ~F("owner").in_(ActorRef("workspace-member", ID)),
        {
            "$not": {
                "owner": {
                    "referenced_actor_type": {"$eq": "workspace-member"},
                    "referenced_actor_id": {"$eq": ID},
                }
            }
        },
    ),
    (
        ~F("count").between(1, 2),
        {"$or": [{"$not": {"count": {"$gte": 1}}}, {"$not": {"count": {"$lte": 2}}}]},
    ),
    (
        ~F("unknown").between(1, 2),
        {"$or": [{"$not": {"unknown": {"$gte": 1}}}, {"$not": {"unknown": {"$lte": 2}}}]},
    ),
    (
        ~F("tags").where({"option": "x", "active_from": {"$gte": "2024-01-01T00:00:00Z"}}),
        {"$not": {"tags": {"option": {"$eq": "x"}, "active_from": {"$gte": "2024-01-01T00:00:00Z"}}}},
    ),
    (
        F("unknown").in_("a", "b"),
        {"$or": [{"unknown": {"$eq": "a"}}, {"unknown": {"$eq": "b"}}]},
    ),
    (
        F("unknown").field("target_record_id").in_(ID),
        {"unknown": {"target_record_id": {"$in": [ID]}}},
    ),
    (F("record_id").in_(ID), {"record_id": {"$in": [ID]}}),
    (F("unknown").field("brand_new") == 1, {"unknown": {"brand_new": {"$eq": 1}}}),
]


@pytest.mark.parametrize(("filter", "json"), REWRITTEN)
def test_what_has_an_equivalent_is_rewritten(filter: Filter, json: object) -> None:
    """What Attio refuses is sent in the words it accepts, and stays so when compiled again."""
    assert compile_filter(filter, TYPED) == json
    assert compile_filter(Filter.parse(compile_filter(filter, TYPED)), TYPED) == json


DAY, NEXT = "2024-01-31T00:00:00.000000000Z", "2024-02-01T00:00:00.000000000Z"
LAST = "9999-12-31T23:59:59.999999999Z"


@pytest.mark.parametrize(
    ("filter", "asked"),
    [
        (F("at") == date(2024, 1, 31), {"$gte": DAY, "$lt": NEXT}),
        (F("at") < date(2024, 1, 31), {"$lt": DAY}),
        (F("at") <= date(2024, 1, 31), {"$lt": NEXT}),
        (F("at") > date(2024, 1, 31), {"$gte": NEXT}),
        (F("at") >= "2024-01-31", {"$gte": DAY}),
        (F("at").between("2024-01-31", "2024-01-31"), {"$gte": DAY, "$lt": NEXT}),
        (F("at") <= date.max, {"$lte": LAST}),
        (F("at") > date.max, {"$gt": LAST}),
        (F("at") == date.max, {"$gte": "9999-12-31T00:00:00.000000000Z", "$lte": LAST}),
        (F("at") >= "2024-01-31 12:00:00", {"$gte": "2024-01-31 12:00:00"}),
    ],
)
def test_a_day_against_a_timestamp_is_the_whole_day_in_utc(filter: Filter, asked: object) -> None:
    """Attio refuses days for timestamps; the day's range says what was meant."""
    assert compile_filter(filter, TYPED) == {"at": asked}
    assert compile_filter(filter, {"at": "interaction", **{}} | {"at": "timestamp"}) == {"at": asked}


def test_created_at_is_known_without_types() -> None:
    """Attributes that everything has need no schema."""
    assert (F.created_at >= date(2024, 1, 31)).to_json() == {"created_at": {"$gte": DAY}}
    assert (F.created_at >= date(2024, 1, 31)).to_json({"created_at": "date"}) == {
        "created_at": {"$gte": "2024-01-31"}
    }


def test_days_of_one_list_become_alternatives_with_their_own_ranges() -> None:
    """Each day of `in_` is a range of its own; two lists on one value are combined."""
    days = compile_filter(F("at").in_(date(2024, 1, 31), date(2024, 2, 1)), TYPED)
    assert [part["at"]["$gte"] for part in days["$or"]] == [DAY, NEXT]
    both = F("name").where({"first_name": {"$in": ["a", "b"]}, "last_name": {"$in": ["c", "d"]}})
    assert len(compile_filter(both, {"name": "personal-name"})["$or"]) == 4
    many = {
        "first_name": {"$in": list(map(str, range(200)))},
        "last_name": {"$in": list(map(str, range(200)))},
    }
    with pytest.raises(ArgumentError, match="too many alternatives"):
        compile_filter({"name": many}, {"name": "personal-name"})


def test_two_bounds_of_one_side_stay_two_conditions() -> None:
    """JSON has one place for an operator: a second bound gets a condition of its own."""
    twice = F("at").where({"$gt": "2024-01-30", "$gte": "2024-01-31T12:00:00Z"})
    assert compile_filter(twice, TYPED) == {
        "$and": [{"at": {"$gte": DAY}}, {"at": {"$gte": "2024-01-31T12:00:00Z"}}]
    }


@pytest.mark.parametrize(
    ("filter", "message"),
    [
        (F("stage").contains("x"), r"a status attribute has no such operator on status.*'\$eq'"),
        (F("count").contains("x"), "a number attribute has no such operator"),
        (F("company").contains("x"), "a record-reference attribute has no such operator"),
        (F("company") == "Acme", r'is no id.*ref\("companies", "name"\)'),
        (F("owner") == "me@x.com", "is no id.*no filter by e-mail"),
        (F("text") == 5, "compares with text.*pass '5'"),
        (F("count") == "many", "compares with a number"),
        (F("count") == "1_000", "compares with a number"),
        (F("count") == True, "compares with a number"),
        (F("vip") == 1, "is true or false"),
        (F("day") == "2024-01-31T10:00:00Z", r"no time of day.*value.date\(\)"),
        (F("day") == "2024", 'compares with a day.*pass a date, or "2024-01-31"'),
        (F("day") == 5, "compares with a day"),
        (F("day") == "2023-02-29", "compares with a day"),
        (F("at") > 1700000000, "no numbers for timestamps"),
        (F("at") > "yesterday", "is no time"),
        (F("phone") == "020 7946 0000", "international format"),
        (F("phone").contains("+ "), "international format"),
        (F("unknown").field("currency_value").contains("1"), "currency_value has no such operator, whatever"),
        (F("text").ref("companies", "name") == "x", "is a text attribute; only record references"),
        (F("parent_record") == ID, r"can only start a path.*F.parent\("),
        (F("parent_record").not_empty(), "can only start a path"),
    ],
)
def test_what_the_type_cannot_be_asked_is_refused(filter: Filter, message: str) -> None:
    """A mistake that Attio would answer with 400, or with nothing found, is an ArgumentError that says the fix."""
    with pytest.raises(ArgumentError, match=message):
        compile_filter(filter, TYPED, of="sales")


def test_negation_ends_up_on_single_conditions() -> None:
    """Attio negates plain conditions only, so De Morgan's laws carry $not inwards."""
    a, b, c = F("a") == 1, F("b") == 2, F("c").not_empty()
    assert (~(a & (b | ~c))).to_json() == {
        "$or": [
            {"$not": {"a": {"$eq": 1}}},
            {"$and": [{"$not": {"b": {"$eq": 2}}}, {"c": {"$not_empty": True}}]},
        ]
    }
    assert compile_filter({"$not": {"$or": [{"a": 1}, {"b": 2}]}}) == (~a & ~b).to_json()
    assert compile_filter({"$not": {"a": 1, "b": 2}}) == (~a | ~b).to_json()


def test_paths_start_at_what_is_queried() -> None:
    """A path names the queried object first, from `of=` of the call or of F."""
    asked = F("company").ref("companies", "name") == "Acme"
    path = {"path": [["people", "company"], ["companies", "name"]], "constraints": {"$eq": "Acme"}}
    assert compile_filter(asked, of="people") == path
    assert compile_filter(F("company", of="people").ref("companies", "name") == "Acme", of="x") == path
    assert compile_filter(~asked, of="people") == {"$not": path}
    with pytest.raises(ArgumentError, match='to_json\\(of="people"\\)'):
        asked.to_json()
    types = {"company": "record-reference", "companies.name": "text", "companies.team": "record-reference"}
    assert compile_filter(asked, types, of="people") == path
    with pytest.raises(ArgumentError, match="a text attribute has no such operator"):
        compile_filter(F("company").ref("companies", "name") > "A", types, of="people")
    with pytest.raises(ArgumentError, match="only record references"):
        compile_filter(F("company").ref("companies", "name").ref("x", "y") == "A", types, of="people")
    assert compile_filter(F("name", of="people") == "x") == {"name": {"$eq": "x"}}


def test_entries_reach_their_record_through_the_parent() -> None:
    """The parent is the first step of a path; comparing with it compares the record's id."""
    path = {
        "path": [["sales", "parent_record"], ["people", "name"]],
        "constraints": {"first_name": {"$eq": "A"}},
    }
    assert compile_filter(F.parent("people", "name").field("first_name") == "A", of="sales") == path
    by_id = {"path": [["sales", "parent_record"], ["people", "record_id"]], "constraints": {"$eq": ID}}
    assert compile_filter(F("parent_record") == RecordRef("people", ID), of="sales") == by_id
    assert compile_filter(F("parent_record").in_(RecordRef("people", ID)), of="sales")["constraints"] == {
        "$in": [ID]
    }
    assert compile_filter(F("parent_record") == "x", {"parent_record": "text"}) == {
        "parent_record": {"$eq": "x"}
    }


class Schema:
    """A schema that knows attributes by slug and id, here and elsewhere."""

    def find_attribute(self, attribute: str, of: str | None = None) -> tuple[str, str] | None:
        known = {(None, "stage"): "status", (None, ID): "status", ("companies", "name"): "text"}
        kind = known.get((of, attribute))
        return None if kind is None else ("stage" if of is None else attribute, kind)


def test_a_schema_tells_types() -> None:
    """Anything with find_attribute() tells types, also by id and of other objects."""
    for name in ("stage", ID):
        assert len(compile_filter(F(name).in_("a", "b"), Schema())["$or"]) == 2
    with pytest.raises(ArgumentError, match="no such operator"):
        compile_filter(F("c").ref("companies", "name") > "a", Schema(), of="people")
    with pytest.raises(ArgumentError, match="no attribute with this slug"):
        compile_filter(F("nope") == 1, Schema(), complete=True)
    with pytest.raises(ArgumentTypeError, match="cannot tell the types"):
        compile_filter(F("a") == 1, 5)  # type: ignore[arg-type]


def test_a_complete_schema_refuses_unknown_attributes_with_near_matches() -> None:
    """Only where the caller says that all attributes are known is another one refused."""
    types = {"job_title": "text", "companies.job": "text"}
    assert compile_filter(F("job_titel") == "x", types) == {"job_titel": {"$eq": "x"}}
    with pytest.raises(ArgumentError, match="did you mean 'job_title'"):
        compile_filter(F("job_titel") == "x", types, complete=True)
    for name in ("record_id", "created_by", ID):
        assert name in compile_filter(F(name).not_empty(), types, complete=True)
    compile_filter(F.parent("people", "name") == "x", types, of="sales", complete=True)


def test_an_unknown_type_is_no_knowledge() -> None:
    """A type that Attio invents tomorrow is neither checked nor an error."""
    assert compile_filter(F("a").contains("x"), {"a": "hologram"}) == {"a": {"$contains": "x"}}


def test_raw_is_never_checked() -> None:
    """Raw passes by all types."""
    assert compile_filter(Raw({"stage": {"$in": []}}), {"stage": "status"}) == {"stage": {"$in": []}}


def test_the_table_answers_for_what_it_does_not_know() -> None:
    """Unknown types, properties and operators have no entry, and asking for one is no error."""
    assert default_property("hologram") is None
    assert operators_of("hologram") == ()
    assert types_with("hologram") == ()
    assert instead_of("$hologram") is None
    assert operators_of("location") == ()
    assert operators_of("interaction") == ("$eq", "$not_empty")
