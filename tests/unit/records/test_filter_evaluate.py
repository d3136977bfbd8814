"""Filters run here with Attio's meaning and Attio's errors."""

from __future__ import annotations

import json
import pickle
from typing import Any

import pytest

from attio.core.errors import ArgumentError, ArgumentTypeError
from attio.records.filter_operators import NO_DEFAULT, NOT_EMPTY, OPERATORS, TYPES
from attio.records.filters import F, FilterProblem, Raw, compile_predicate, entry_values, evaluate

ID = "891dcbfc-9141-415d-9b2a-2238a6cc012d"
OTHER = "0a3f5e7c-2d2e-4d5f-8f65-3a5c7d9e1b21"
ACTIVE = {"active_from": "2024-03-01T00:00:00.000000000Z", "active_until": None}


def choice(kind: str, title: str | None, own: str) -> dict[str, Any]:
    return {
        **ACTIVE,
        "attribute_type": kind,
        {"select": "option"}.get(kind, kind): {
            "id": {{"select": "option_id"}.get(kind, "status_id"): own},
            "title": title,
        },
    }


def value(kind: str, **content: Any) -> dict[str, Any]:
    return {**ACTIVE, "attribute_type": kind, **content}


PERSON: dict[str, Any] = {
    "record_id": [value("text", value=ID)],
    "name": [value("personal-name", first_name="Ada", last_name="Lovelace", full_name="Ada Lovelace")],
    "job": [value("text", value="Chief Engineer")],
    "old": [{**value("text", value="Clerk"), "active_until": "2024-05-01T00:00:00.000000000Z"}],
    "nick": [],
    "count": [value("number", value=12)],
    "stars": [value("rating", value=4)],
    "vip": [value("checkbox", value=True)],
    "amount": [value("currency", currency_value="499.00", currency_code="USD")],
    "paid": [value("currency", currency_value=10000, currency_code="USD")],
    "day": [value("date", value="2024-01-31")],
    "at": [value("timestamp", value="2024-01-31T12:00:00.123456789Z")],
    "stage": [choice("status", "Won 🎉", OTHER)],
    "tags": [choice("select", "VIP", ID), choice("select", "new", OTHER)],
    "company": [value("record-reference", target_object="companies", target_record_id=OTHER)],
    "owner": [value("actor-reference", referenced_actor_type="workspace-member", referenced_actor_id=ID)],
    "emails": [
        value(
            "email-address",
            email_address="ada@shop.x.com",
            original_email_address="Ada@Shop.X.com",
            email_domain="shop.x.com",
            email_root_domain="x.com",
            email_local_specifier="ada",
        ),
        value(
            "email-address",
            email_address="al@y.org",
            email_domain="y.org",
            email_root_domain="y.org",
            email_local_specifier="al",
        ),
    ],
    "domains": [value("domain", domain="app.x.com", root_domain="x.com")],
    "phones": [
        value(
            "phone-number",
            phone_number="+442079460000",
            original_phone_number="020 7946 0000",
            country_code="GB",
        )
    ],
    "place": [value("location", line_1="1 High St", locality="London", region=None, country_code="GB")],
    "seen": [
        value(
            "interaction",
            interaction_type="email",
            interacted_at="2024-02-01T00:00:00.000000000Z",
            owner_actor={"type": "workspace-member", "id": ID},
        )
    ],
    "future": [value("hologram", value="x", depth=3)],
}
TYPED = {slug: values[0]["attribute_type"] if values else "text" for slug, values in PERSON.items()}

HOLDS: list[Any] = [
    {"job": "Chief Engineer"}, {"job": {"$contains": "ENGIN"}}, {"job": {"$starts_with": "chief"}},
    {"job": {"$ends_with": "eer"}}, {"job": {"$in": ["x", "Chief Engineer"]}}, {"job": {"$not_empty": True}},
    {"name": "Ada Lovelace"}, {"name": {"last_name": "Lovelace"}}, {"name": {"first_name": {"$starts_with": "A"}}},
    {"count": {"$gte": 12, "$lt": 13}}, {"count": 12.0}, {"stars": {"$gt": 3}}, {"vip": True}, {"vip": "true"},
    {"amount": 499}, {"amount": "499.0"}, {"amount": {"$lte": 499.0}}, {"paid": {"$gt": "9999.99"}},
    {"day": "2024-01-31"}, {"day": {"$lt": "2024-02-01"}}, {"day": {"$eq": "2024-01-31T23:00:00Z"}},
    {"at": "2024-01-31T14:00:00.123456789+02:00"}, {"at": {"$gt": "2024-01-31T12:00:00.123456788Z"}},
    {"at": {"$lt": "2024-01-31T12:00:01"}}, {"at": {"$gte": "2024-01-31T12:00Z"}},
    {"stage": "Won 🎉"}, {"stage": OTHER}, {"stage": {"status": {"$eq": OTHER.upper()}}},
    {"stage": {"active_from": {"$gte": "2024-03-01T00:00:00Z"}}}, {"tags": "new"}, {"tags": {"option": "VIP"}},
    {"company": {"target_record_id": {"$in": [OTHER.upper(), ID]}}}, {"company": {"target_object": "companies"}},
    {"owner": {"referenced_actor_type": "workspace-member", "referenced_actor_id": ID}},
    {"emails": "ADA@shop.x.com"}, {"emails": {"email_root_domain": "y.org"}}, {"emails": {"$contains": "@Y"}},
    {"emails": {"email_domain": "shop.x.com", "email_local_specifier": "ada"}},
    {"domains": {"root_domain": {"$eq": "X.com"}}}, {"domains": {"$in": ["app.x.com"]}},
    {"phones": "442079460000"}, {"phones": "+442079460000"}, {"phones": {"$starts_with": "+44"}},
    {"phones": {"country_code": "gb"}}, {"place": {"locality": {"$contains": "lond"}}},
    {"place": {"country_code": {"$starts_with": "g"}}}, {"seen": {"interaction_type": "email"}},
    {"seen": {"owner_member_id": {"$eq": ID}}}, {"seen": {"interacted_at": {"$lt": "2024-03-01T00:00:00Z"}}},
    {"seen": {"interaction_type": {"$not_empty": True}}},
    {}, {"$and": []}, {"$and": [{"vip": True}, {"count": 12}]}, {"$or": [{"vip": False}, {"count": 12}]},
    {"$not": {"job": "Clerk"}}, {"$not": {"nick": {"$not_empty": True}}}, {"vip": True, "count": 12},
    {"$not": {"vip": True, "count": 13}},
    {"future": {"$eq": "x"}}, {"future": {"depth": {"$gt": 2}}}, {"future": {"$contains": "X"}},
    {"future": {"depth": {"$in": [1, 3]}}},
]  # fmt: skip
FAILS: list[Any] = [
    {"job": "chief engineer"}, {"job": {"$in": ["x"]}}, {"job": {"$in": []}}, {"old": "Clerk"},
    {"old": {"$not_empty": True}}, {"nick": "x"}, {"nick": {"$contains": ""}}, {"name": {"last_name": "Ada"}},
    {"count": {"$gt": 12}}, {"vip": False}, {"amount": {"$gt": 499}}, {"day": {"$gt": "2024-01-31"}},
    {"at": {"$gt": "2024-01-31T12:00:00.123456789Z"}}, {"stage": "won 🎉"}, {"stage": ID},
    {"stage": {"active_from": {"$lt": "2024-03-01T00:00:00Z"}}}, {"tags": "vip"},
    {"tags": {"option": "VIP", "active_from": {"$lt": "2024-01-01T00:00:00Z"}}},
    {"emails": {"email_domain": "y.org", "email_local_specifier": "ada"}}, {"phones": "020 7946 0000"},
    {"phones": "2079460000"}, {"place": {"region": "x"}}, {"place": {"region": {"$not_empty": True}}},
    {"$or": []}, {"$not": {"vip": True}}, {"$and": [{"vip": True}, {"count": 13}]},
    {"future": {"$eq": 1}}, {"future": {"depth": {"$lt": "4"}}}, {"future": {"depth": {"$eq": True}}},
    {"future": {"nothing": {"$eq": "x"}}}, {"future": {"depth": {"$contains": "3"}}},
]  # fmt: skip


@pytest.mark.parametrize("filter", HOLDS, ids=json.dumps)
def test_filters_that_hold(filter: Any) -> None:
    """Every type and operator matches as Attio documents it, with the schema's types or the values' own."""
    assert evaluate(filter, PERSON, types=TYPED)
    assert evaluate(filter, PERSON)


@pytest.mark.parametrize("filter", FAILS, ids=json.dumps)
def test_filters_that_do_not_hold(filter: Any) -> None:
    """What is nearly equal, inactive, empty or of another value does not match."""
    assert not evaluate(filter, PERSON, types=TYPED)
    assert not evaluate(filter, PERSON)


PROBLEMS: list[tuple[Any, str, str, list[str]]] = [
    ({"$or": [{"job": "x"}, {"email": "x"}]}, "unknown_filter_attribute_slug", "Unknown attribute slug: email.", ["$or", "1", "email"]),
    ({"first_name": "x"}, "unknown_filter_attribute_slug", "Unknown attribute slug: first_name.", ["first_name"]),
    ({"$not": {"$or": [{"job": "x"}]}}, "unknown_filter_attribute_slug", "Unknown attribute slug: $or.", ["$not", "$or"]),
    ({"$nor": []}, "unknown_filter_attribute_slug", "Unknown attribute slug: $nor.", ["$nor"]),
    ({"stage": {"$in": ["x"]}}, "invalid_filter_operator", "", ["stage", "$in"]),
    ({"job": {"$ne": "x"}}, "invalid_filter_operator", "", ["job", "$ne"]),
    ({"job": {"$includes": "x"}}, "invalid_filter_operator", "", ["job", "$includes"]),
    ({"job": {"$or": []}}, "invalid_filter_operator", "", ["job", "$or"]),
    ({"future": {"$ne": "x"}}, "invalid_filter_operator", "", ["future", "$ne"]),
    ({"phones": {"original_phone_number": "x"}}, "invalid_filter_field", "", ["phones", "original_phone_number"]),
    ({"seen": {"$gt": "2024-01-01T00:00:00Z"}}, "missing_sort_field", "Filter cannot omit field for Attribute: seen.", ["seen", "$gt"]),
    ({"place": "London"}, "missing_sort_field", "Filter cannot omit field for Attribute: place.", ["place"]),
    ({"domains": ["x.com"]}, "filter_error", "Error in filter.", ["domains"]),
    ({"domains": {"$eq": ["x.com"]}}, "filter_error", "Error in filter.", ["domains", "$eq"]),
    ({"job": {"$in": "x"}}, "filter_error", "Error in filter.", ["job", "$in"]),
    ({"job": {"$in": [["x"]]}}, "filter_error", "Error in filter.", ["job", "$in"]),
    ({"job": None}, "filter_error", "Error in filter.", ["job"]),
    ({"job": 5}, "filter_error", "Error in filter.", ["job"]),
    ({"job": {"$not_empty": False}}, "filter_error", "Error in filter.", ["job", "$not_empty"]),
    ({"job": {}}, "filter_error", "Error in filter.", ["job"]),
    ({"job": {"value": {}}}, "filter_error", "Error in filter.", ["job", "value"]),
    ({"job": {"value": {5: "x"}}}, "filter_error", "Error in filter.", ["job", "value"]),
    ({"job": {5: "x"}}, "filter_error", "Error in filter.", ["job"]),
    ({5: "x"}, "filter_error", "Error in filter.", []),
    ({"count": "many"}, "filter_error", "Error in filter.", ["count"]),
    ({"count": float("nan")}, "filter_error", "Error in filter.", ["count"]),
    ({"count": True}, "filter_error", "Error in filter.", ["count"]),
    ({"vip": "yes"}, "filter_error", "Error in filter.", ["vip"]),
    ({"day": "2024"}, "filter_error", "Error in filter.", ["day"]),
    ({"at": 1700000000}, "filter_error", "Invalid timestamp value", ["at"]),
    ({"at": "2024-01-31"}, "filter_error", "Invalid timestamp value", ["at"]),
    ({"at": "2024-13-31T00:00:00Z"}, "filter_error", "Invalid timestamp value", ["at"]),
    ({"future": {"depth": {"$contains": 3}}}, "filter_error", "Error in filter.", ["future", "depth", "$contains"]),
    ({"$and": {"job": "x"}}, "filter_error", "Error in filter.", ["$and"]),
    ({"$and": ["x"]}, "filter_error", "Error in filter.", ["$and", "0"]),
    ({"$not": "x"}, "filter_error", "Error in filter.", ["$not"]),
    ({"$not": {}}, "filter_error", "Error in filter.", ["$not"]),
    ({"path": [], "constraints": {"$eq": 1}}, "filter_error", "Error in filter.", ["path"]),
    ({"path": ["x"], "constraints": {"$eq": 1}}, "filter_error", "Error in filter.", ["path", "0"]),
    ({"path": [["people", "job"]] * 6, "constraints": {"$eq": 1}}, "filter_error", "Error in filter.", ["path"]),
    ({"path": [["people", "job"]], "constraints": 5}, "filter_error", "Error in filter.", ["constraints"]),
    ({"path": [["deals", "job"]], "constraints": {"$eq": "x"}}, "filter_error", "Error in filter.", ["path", "0", "0"]),
    ({"path": [["people", "nope"]], "constraints": {"$eq": "x"}}, "unknown_filter_attribute_slug", "Unknown attribute slug: nope.", ["constraints"]),
    ({"path": [["people", "nope"], ["x", "y"]], "constraints": {"$eq": "x"}}, "unknown_filter_attribute_slug", "Unknown attribute slug: y.", ["constraints"]),
    ({"path": [["people", "nope"], ["companies", "name"]], "constraints": {"$eq": "x"}}, "unknown_filter_attribute_slug", "Unknown attribute slug: nope.", ["path", "0", "1"]),
    ({"path": [["people", "job"], ["companies", "name"]], "constraints": {"$eq": "x"}}, "filter_error", "Error in filter.", ["path", "0", "1"]),
]  # fmt: skip


@pytest.mark.parametrize(("filter", "code", "message", "path"), PROBLEMS)
def test_what_attio_answers_with_400(filter: Any, code: str, message: str, path: list[str]) -> None:
    """Code, words and path of a problem are Attio's own, found before any record is looked at."""
    with pytest.raises(FilterProblem) as problem:
        compile_predicate(filter, {**TYPED, "companies.name": "text"}, of="people", resolve=lambda *_: None)
    assert problem.value.code == code
    assert problem.value.message == (message or problem.value.message)
    assert problem.value.path == tuple(path)
    body = problem.value.to_json()
    assert (body["status_code"], body["type"], body.get("path", [])) == (400, "invalid_request_error", path)
    again = pickle.loads(pickle.dumps(problem.value))
    assert (again.code, again.message, again.path, str(again)) == (
        code,
        problem.value.message,
        tuple(path),
        again.message,
    )


@pytest.mark.parametrize("kind", TYPES)
def test_every_operator_of_every_type_is_run_or_refused(kind: str) -> None:
    """The local workspace takes what the table has, unverified operators too, and refuses the others."""
    for field, rule in TYPES[kind].items():
        sample: Any = {"number": 1, "flag": True, "date": "2024-01-31", "moment": "2024-01-31T00:00:00Z"}.get(
            rule.kind, "x"
        )
        for operator in OPERATORS:
            asked = {"$in": [sample], NOT_EMPTY: True}.get(operator, sample)
            filter = {"a": {field: {operator: asked}}}
            if operator in (*rule.operators, *rule.unverified, NOT_EMPTY):
                assert evaluate(filter, {"a": []}, types={"a": kind}) is False
            else:
                with pytest.raises(FilterProblem) as problem:
                    compile_predicate(filter, {"a": kind})
                assert problem.value.code == "invalid_filter_operator"
    if kind in NO_DEFAULT:
        with pytest.raises(FilterProblem, match="cannot omit field"):
            compile_predicate({"a": {"$not_empty": True}}, {"a": kind})


def test_without_types_problems_show_when_a_value_is_met() -> None:
    """A value tells its own type; where there is none nothing can be wrong."""
    wrong = compile_predicate({"stage": {"$contains": "x"}})
    assert wrong({}) is False
    with pytest.raises(FilterProblem, match="Invalid operator"):
        wrong(PERSON)


COMPANIES = {
    OTHER: {
        "name": [value("text", value="Acme")],
        "team": [value("record-reference", target_object="people", target_record_id=ID)],
    }
}
ROUTE = {"path": [["people", "company"], ["companies", "name"]], "constraints": {"$eq": "Acme"}}


def fetch(object: str, record_id: str) -> dict[str, Any] | None:
    if object in {"companies", ID}:
        return COMPANIES.get(record_id)
    return PERSON if record_id == ID else None


def test_paths_walk_from_record_to_record() -> None:
    """A path leads through references, several of them, to the attribute that is tested."""
    types = {**TYPED, "companies.name": "text", "companies.team": "record-reference", "people.job": "text"}
    for known in (types, None):
        assert evaluate(ROUTE, PERSON, types=known, resolve=fetch, of="people")
        assert evaluate(ROUTE, PERSON, types=known, resolve=fetch, of=ID)
        assert evaluate({"$not": {**ROUTE, "constraints": {"$eq": "x"}}}, PERSON, types=known, resolve=fetch)
        assert not evaluate(ROUTE, PERSON, types=known, resolve=lambda *_: None)
        assert not evaluate(ROUTE, {}, types=known, resolve=fetch)
        far = {
            "path": [*ROUTE["path"][:1], ["companies", "team"], ["people", "job"]],
            "constraints": {"$contains": "chief"},
        }
        assert evaluate(far, PERSON, types=known, resolve=fetch)
        asked = F("company").ref("companies", "team").ref("people", "job").contains("chief")
        assert evaluate(asked, PERSON, types=known, resolve=fetch)
        assert evaluate(asked, PERSON, types=known, resolve=fetch, of="people")
    by_id = {"path": [["people", "company"], [ID, "name"]], "constraints": {"$eq": "Acme"}}
    assert evaluate(by_id, PERSON, resolve=fetch)
    elsewhere = {"path": [["people", "company"], ["deals", "name"]], "constraints": {"$eq": "Acme"}}
    assert not evaluate(elsewhere, PERSON, resolve=fetch)
    broken = {"company": [{"target_object": "companies", "target_record_id": None}, "odd"]}
    assert not evaluate(ROUTE, broken, resolve=fetch)
    with pytest.raises(ArgumentError, match="pass resolve="):
        evaluate(ROUTE, PERSON)


def test_entries_are_filtered_by_their_own_and_their_records_values() -> None:
    """`entry_values` adds the parent, so that paths start from entries too."""
    entry = {"parent_object": "people", "parent_record_id": ID, "entry_values": {"stage": PERSON["stage"]}}
    values = entry_values(entry)
    types = {"stage": "status", "people.job": "text", "people.record_id": "text"}
    asked = F.parent("people", "job").contains("engineer") & (F("stage") == "Won 🎉")
    assert evaluate(asked, values, types=types, resolve=fetch, of="sales")
    assert evaluate(F.parent("people", "record_id") == ID, values, types=types, resolve=fetch, of="sales")
    assert list(entry_values({})) == ["parent_record"]


class Schema:
    """Finds attributes by slug and id."""

    def find_attribute(self, attribute: str, of: str | None = None) -> tuple[str, str] | None:
        slug = {ID: "job"}.get(attribute, attribute)
        return (slug, TYPED[slug]) if slug in TYPED and of is None else None


def test_attributes_are_found_by_id() -> None:
    """A schema that knows ids lets filters name attributes by id."""
    assert evaluate({ID: {"$contains": "chief"}}, PERSON, types=Schema())
    with pytest.raises(FilterProblem, match="Unknown attribute slug: nope"):
        evaluate({"nope": 1}, PERSON, types=Schema())


def test_renamed_options_are_found_by_their_new_title() -> None:
    """With the schema's titles the id decides, so an old title in a stored value does not matter."""
    titles = {"tags": {"Very important": ID, "VIP": OTHER}}
    assert evaluate({"tags": "Very important"}, PERSON, options=titles)
    assert evaluate({"tags": "VIP"}, PERSON, options=titles)
    assert not evaluate({"tags": "VIP"}, {"tags": PERSON["tags"][:1]}, options=titles)
    assert evaluate(
        {"tags": "loose"}, {"tags": [{"attribute_type": "select", "option": "loose"}]}, options=titles
    )
    assert evaluate({"tags": ID}, {"tags": [{"attribute_type": "select", "option": {"id": ID}}]})


def test_odd_values_match_nothing() -> None:
    """What is no value of its type is skipped, never an error."""
    odd: dict[str, Any] = {
        "a": [
            "x",
            None,
            {"value": "x", "attribute_type": 5},
            value("number", value="1e"),
            value("number", value=True),
            value("timestamp", value="never"),
            value("date", value=5),
            value("select", option=5),
            value("interaction", owner_actor=5),
            value("checkbox", value="true"),
        ],
        "b": None,
        "c": value("text", value="x"),
    }
    assert not evaluate({"a": {"$eq": "y"}}, {"a": odd["a"][:3]})
    for index, wanted in (
        (3, 1),
        (4, 1),
        (5, "2024-01-31T00:00:00Z"),
        (6, "2024-01-31"),
        (7, "x"),
        (9, True),
    ):
        assert not evaluate({"a": wanted}, {"a": [odd["a"][index]]})
        assert not evaluate(
            {"a": wanted}, {"a": [odd["a"][index]]}, types={"a": odd["a"][index]["attribute_type"]}
        )
    assert not evaluate({"a": {"owner_member_id": ID}}, {"a": [odd["a"][8]]})
    assert not evaluate({"b": 1}, odd)
    assert evaluate({"c": "x"}, odd)


def test_nesting_is_bounded() -> None:
    """Ten thousand levels are a problem, never a RecursionError."""
    deep: dict[str, Any] = {"job": "x"}
    for _ in range(10_000):
        deep = {"$and": [deep]}
    with pytest.raises(FilterProblem, match=r"Error in filter\."):
        evaluate(deep, PERSON)


def test_raw_is_run_as_attio_would() -> None:
    """What Raw holds is read strictly."""
    assert evaluate(Raw({"vip": True}), PERSON, types=TYPED)
    assert evaluate(~Raw({"vip": False}) & (F("count") > 1), PERSON, types=TYPED)
    with pytest.raises(FilterProblem):
        evaluate(Raw({"nope": True}), PERSON, types=TYPED)


def test_what_is_no_filter_or_no_values_is_refused() -> None:
    """Wrong arguments are ArgumentTypeErrors."""
    with pytest.raises(ArgumentTypeError, match="is no filter"):
        evaluate(5, PERSON)  # type: ignore[arg-type]
    with pytest.raises(ArgumentTypeError, match="are no raw values"):
        evaluate({}, 5)  # type: ignore[arg-type]
    with pytest.raises(ArgumentTypeError, match="types"):
        evaluate({}, PERSON, types=5)  # type: ignore[arg-type]
