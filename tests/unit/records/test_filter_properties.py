"""What holds for every filter: forms agree, and nothing that anyone can pass in breaks out."""

from __future__ import annotations

import pickle
from typing import Any

from hypothesis import given, settings
from hypothesis import strategies as st

from attio.core.errors import ArgumentError
from attio.records.filter_nodes import AllOf, AnyOf, Condition, Negation
from attio.records.filter_operators import NOT_EMPTY, RANGE, SINGLE_VALUED, TYPES, default_property
from attio.records.filters import (
    F,
    Filter,
    FilterProblem,
    Raw,
    compile_filter,
    compile_predicate,
    equality_hint,
    evaluate,
    index_keys,
)
from attio.records.sorts import Sort, compile_sorts

SCHEMA = {kind.replace("-", "_"): kind for kind in TYPES}
IDS = ["891dcbfc-9141-415d-9b2a-2238a6cc012d", "0a3f5e7c-2d2e-4d5f-8f65-3a5c7d9e1b21"]
SAMPLES: dict[str, list[Any]] = {
    "text": ["", "Ada", "ada", "Ada Lovelace", "é", "%"],
    "folded": ["a@x.com", "X.com", "shop.x.com"],
    "phone": ["+442079", "442079", "79"],
    "code": ["GB", "de"],
    "id": [*IDS, IDS[0].upper()],
    "name": ["people", "workspace-member"],
    "choice": ["Won 🎉", "Lead", *IDS],
    "number": [0, 1, 1.0, -2.5, 10**9],
    "flag": [True, False],
    "date": ["2024-01-31", "2024-02-01"],
    "moment": ["2024-01-31T12:00:00Z", "2024-01-31T14:00:00.000000001+02:00", "2024-02-01T00:00"],
}
PATHS = [(("people", "company"), ("companies", "text")), (("people", "company"), ("companies", "domain"))]
settings.register_profile("filters", max_examples=120, deadline=None)
MODEST = settings.get_profile("filters")


@st.composite
def leaves(draw: st.DrawFn) -> Filter:
    """One condition that the type of its attribute allows."""
    slug = draw(st.sampled_from(sorted(SCHEMA)))
    kind = SCHEMA[slug]
    field = draw(st.sampled_from(sorted(TYPES[kind])))
    rule = TYPES[kind][field]
    samples = st.sampled_from(SAMPLES[rule.kind])
    operator = draw(
        st.sampled_from([*rule.operators, NOT_EMPTY, *(["$in"] if "$eq" in rule.operators else [])])
    )
    asked: dict[str, Any] = {operator: draw(_operand(operator, samples))}
    if operator in RANGE and draw(st.booleans()):
        asked["$lte"] = draw(samples)
    bare = field == default_property(kind) and kind not in {"record-reference", "actor-reference"}
    body = asked if bare and draw(st.booleans()) else {field: asked}
    if draw(st.integers(0, 9)) == 0:
        path = draw(st.sampled_from(PATHS))
        return Filter.parse({"path": path, "constraints": {"$eq": "x.com"}})
    return Filter.parse({slug: body})


def _operand(operator: str, samples: st.SearchStrategy[Any]) -> st.SearchStrategy[Any]:
    if operator == NOT_EMPTY:
        return st.just(True)
    return st.lists(samples, min_size=1, max_size=3) if operator == "$in" else samples


def _joined(parts: st.SearchStrategy[Filter]) -> st.SearchStrategy[Filter]:
    pairs = st.tuples(parts, parts)
    return st.one_of(
        parts.map(lambda part: ~part),
        pairs.map(lambda pair: pair[0] & pair[1]),
        pairs.map(lambda pair: pair[0] | pair[1]),
    )


FILTERS = st.recursive(leaves(), _joined, max_leaves=6)


@st.composite
def raw_values(draw: st.DrawFn, kind: str) -> dict[str, Any]:
    """One raw value as Attio stores it."""
    raw: dict[str, Any] = {"attribute_type": kind, "active_from": draw(st.sampled_from(SAMPLES["moment"]))}
    for field, rule in TYPES[kind].items():
        found = draw(st.sampled_from([*SAMPLES[rule.kind], None]))
        if rule.kind == "choice":
            own = draw(st.sampled_from(IDS))
            raw[field] = {"title": found, "id": {f"{field}_id": own}}
        elif field == "owner_member_id":
            raw["owner_actor"] = {"type": "workspace-member", "id": found}
        else:
            raw[field] = found if found is not None or field != "active_from" else raw["active_from"]
    raw["active_until"] = draw(st.sampled_from([None, None, "2024-06-01T00:00:00Z"]))
    return raw


@st.composite
def records(draw: st.DrawFn) -> dict[str, Any]:
    """The raw values of one record: single-valued attributes hold one value at most."""
    found: dict[str, Any] = {"company": []}
    for slug, kind in SCHEMA.items():
        most = 1 if kind in SINGLE_VALUED else 3
        found[slug] = draw(st.lists(raw_values(kind), max_size=most))
    if draw(st.booleans()):
        found["company"] = [
            {"attribute_type": "record-reference", "target_object": "companies", "target_record_id": "c"}
        ]
    return found


KNOWN = {
    **SCHEMA,
    "company": "record-reference",
    "companies.text": "text",
    "companies.domain": "domain",
}
COMPANY = {
    "text": [{"attribute_type": "text", "value": "x.com"}],
    "domain": [{"attribute_type": "domain", "domain": "shop.x.com", "root_domain": "x.com"}],
}


def fetch(object: str, record_id: str) -> Any:
    return COMPANY


def run(filter: Any, record: Any, types: Any = KNOWN) -> bool:
    return evaluate(filter, record, types=types, resolve=fetch, of="people")


def naive(filter: Filter, record: Any) -> bool:
    """Decide by the shape of the filter as it was built, without compiling more than one condition."""
    if isinstance(filter, Negation):
        return not naive(filter.part, record)
    if isinstance(filter, AllOf):
        return all([naive(part, record) for part in filter.parts])
    if isinstance(filter, AnyOf):
        return any([naive(part, record) for part in filter.parts])
    assert isinstance(filter, Condition)
    return run(filter, record)


@given(FILTERS)
@MODEST
def test_compiling_is_a_fixpoint(filter: Filter) -> None:
    """What a filter compiles to, parsed and compiled again, is the same JSON: with types and without."""
    for types in (KNOWN, None):
        json = compile_filter(filter, types, of="people")
        again = Filter.parse(json)
        assert compile_filter(again, types, of="people") == json
        assert compile_filter(json, types, of="people") == json


def _negated_keys(json: Any) -> Any:
    if isinstance(json, dict):
        for name, part in json.items():
            if name == "$not":
                yield from part
            yield from _negated_keys(part)
    elif isinstance(json, list):
        for part in json:
            yield from _negated_keys(part)


@given(FILTERS)
@MODEST
def test_not_stands_on_single_conditions_only(filter: Filter) -> None:
    """However a filter is built, $not never holds $and, $or or $not."""
    assert not [name for name in _negated_keys(filter.to_json(KNOWN, of="people")) if name.startswith("$")]


@given(FILTERS, records())
@MODEST
def test_all_forms_of_a_filter_agree(filter: Filter, record: Any) -> None:
    """The filter, its JSON with and without types, its parsed form and its negation decide alike on every record."""
    expected = naive(filter, record)
    assert run(filter, record) is expected
    assert run(filter, record, None) is expected
    assert run(filter.to_json(KNOWN, of="people"), record) is expected
    assert run(filter.to_json(of="people"), record) is expected
    assert run(Filter.parse(filter.to_json(KNOWN, of="people")), record) is expected
    assert run(~filter, record) is not expected
    assert compile_predicate(filter, KNOWN, resolve=fetch)(record) is expected


@given(FILTERS)
@MODEST
def test_a_printed_filter_builds_an_equal_one(filter: Filter) -> None:
    """repr is Python, pickle is faithful, equal filters have equal hashes."""
    again = eval(repr(filter), {"F": F, "Raw": Raw})
    assert again == filter
    assert hash(again) == hash(filter)
    assert repr(again) == repr(filter)
    assert pickle.loads(pickle.dumps(filter)) == filter


@given(FILTERS, FILTERS, records())
@MODEST
def test_an_index_never_misses_a_match(one: Filter, other: Filter, record: Any) -> None:
    """A record that a filter finds is filed under the filter's equality hint."""
    for filter in (one, one & other):
        hint = equality_hint(filter, SCHEMA)
        if hint is not None and run(filter, record):
            slug, field, wanted = hint
            active = [raw for raw in record[slug] if raw["active_until"] is None]
            assert any(wanted in index_keys(raw, field) for raw in active)


WORDS = st.sampled_from(
    ["$and", "$or", "$not", "$eq", "$in", "$gte", "$contains", "$not_empty", "$includes", "$ne", "$", "", "path",
     "constraints", "value", "option", "a.value", "a.b.c", *SCHEMA]
)  # fmt: skip
ODD = st.recursive(
    st.one_of(
        st.none(), st.booleans(), st.integers(), st.floats(), st.text(max_size=3), WORDS, st.binary(max_size=2),
        st.sampled_from([object(), int, F("a"), F("a") == 1, ..., 1j, frozenset({1})]),
    ),
    lambda inner: st.one_of(
        st.lists(inner, max_size=3),
        st.tuples(inner, inner),
        st.dictionaries(st.one_of(WORDS, st.integers(), st.none(), st.tuples(st.text(max_size=1))), inner, max_size=3),
    ),
    max_leaves=12,
)  # fmt: skip


@given(ODD)
@settings(MODEST, max_examples=400)
def test_whatever_is_passed_in_only_our_errors_come_out(odd: Any) -> None:
    """Wrong shapes, values and keys end in ArgumentError or FilterProblem, never in an error from inside."""
    for attempt in (
        lambda: Filter.parse(odd).to_json(SCHEMA, of="people"),
        lambda: compile_filter(odd, None, of="people"),
        lambda: evaluate(
            odd, {"text": [{"attribute_type": "text", "value": "x"}]}, types=KNOWN, resolve=fetch
        ),
        lambda: evaluate(odd, {"text": odd, "company": [odd]}, resolve=fetch),
        lambda: F("text").eq(odd),
        lambda: F("text").in_(odd),
        lambda: F("text").where(odd),
        lambda: F.all_of(odd),
        lambda: Sort.parse(odd),
        lambda: compile_sorts(odd, SCHEMA),
        lambda: equality_hint(odd, SCHEMA),
    ):
        try:
            attempt()
        except (ArgumentError, FilterProblem) as problem:
            assert str(problem)


@given(st.text(max_size=40))
@MODEST
def test_any_text_is_a_value_or_is_refused(text: str) -> None:
    """Text that can be sent goes out letter for letter and comes back from print."""
    filter = F("a") == text
    assert filter.to_json() == {"a": {"$eq": text}}
    assert eval(repr(filter), {"F": F}) == filter
    assert evaluate(filter, {"a": [{"attribute_type": "text", "value": text}]})
