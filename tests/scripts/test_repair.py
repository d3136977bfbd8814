"""Repairs: what the generator misreads is written so that it reads it right, and means the same."""

from __future__ import annotations

from functools import reduce
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from scripts.normalize import repair as step
from scripts.normalize.problems import SpecError
from scripts.normalize.schema import NULL, rebuild


def fix(schema: dict[str, Any], place: str = "response") -> dict[str, Any]:
    """Run all repairs on one schema, as part of a spec."""
    content = {"content": {"application/json": {"schema": schema}}}
    operation = (
        {"responses": {"200": content}} if place == "response" else {"requestBody": content, "responses": {}}
    )
    fixed = step.repair({"paths": {"/x": {"post": operation}}})["paths"]["/x"]["post"]
    holder = fixed["responses"]["200"] if place == "response" else fixed["requestBody"]
    return holder["content"]["application/json"]["schema"]


@pytest.mark.parametrize(
    ("schema", "fixed"),
    [
        ({"type": "array"}, {"type": "array", "items": {}}),
        ({"type": "string", "nullable": True}, {"type": ["string", "null"]}),
        ({"type": "string", "nullable": False}, {"type": "string"}),
        ({"type": ["string", "null"], "nullable": True}, {"type": ["string", "null"]}),
        ({"enum": ["b", "a"], "nullable": True}, {"anyOf": [{"enum": ["a", "b"]}, NULL]}),
        (
            {"type": ["string", "null"], "enum": ["b", "a", None]},
            {"anyOf": [{"type": "string", "enum": ["a", "b"]}, NULL]},
        ),
        (
            {"type": "string", "nullable": True, "enum": ["b", "a"]},
            {"anyOf": [{"type": "string", "enum": ["a", "b"]}, NULL]},
        ),
        ({"enum": ["b", None]}, {"anyOf": [{"type": "string", "enum": ["b"]}, NULL]}),
        ({"type": ["string"]}, {"type": "string"}),
        ({"type": "string", "format": "uuid"}, {"type": "string", "x-format": "uuid"}),
        ({"type": "string", "format": "date-time"}, {"type": "string", "format": "date-time"}),
        ({"type": "object", "properties": {}, "required": []}, {"type": "object"}),
        ({"properties": {"a": {}}}, {"type": "object", "properties": {"a": {}}}),
        ({"type": "object", "additionalProperties": True}, {"type": "object"}),
        ({"type": "object", "additionalProperties": {}}, {"type": "object"}),
        ({"type": ["object", "null"]}, {"anyOf": [{"type": "object"}, NULL]}),
        (
            {"type": ["array", "string", "null"], "items": {"type": "string"}},
            {"anyOf": [{"type": "array", "items": {"type": "string"}}, {"type": "string"}, NULL]},
        ),
        ({"anyOf": [{"type": "string"}, {"type": "string"}]}, {"type": "string"}),
        (
            {"oneOf": [{"type": "string"}, {"type": "number"}], "discriminator": {"propertyName": "a"}},
            {"anyOf": [{"type": "number"}, {"type": "string"}]},
        ),
        ({"anyOf": [{"type": "string"}, {}]}, {}),
        ({"anyOf": [NULL, {"oneOf": [{"type": "number"}, NULL]}]}, {"anyOf": [{"type": "number"}, NULL]}),
        (
            {
                "anyOf": [
                    {"type": "array", "items": {"type": "string"}},
                    {"type": "array", "items": {"type": "number"}},
                    NULL,
                ]
            },
            {
                "anyOf": [
                    {"type": "array", "items": {"anyOf": [{"type": "number"}, {"type": "string"}]}},
                    NULL,
                ]
            },
        ),
        (
            {"anyOf": [{"type": "string"}, {"type": "string", "enum": ["current-user"]}]},
            {"type": "string"},
        ),
        (
            {
                "anyOf": [
                    {"type": "boolean"},
                    {"type": "string", "enum": ["true"]},
                    {"type": "string", "enum": ["false"]},
                ]
            },
            {"anyOf": [{"type": "string", "enum": ["false", "true"]}, {"type": "boolean"}]},
        ),
    ],
)
def test_each_construct_is_repaired(schema: dict[str, Any], fixed: dict[str, Any]) -> None:
    """The form that the generator misreads becomes the one it reads."""
    assert fix(schema) == fixed


def test_answers_are_open_and_requests_stay_closed() -> None:
    """An answer keeps what Attio adds later; a request that refuses other members still says so."""
    closed = {"type": "object", "properties": {"a": {"type": "string"}}, "additionalProperties": False}
    assert "additionalProperties" not in fix(closed)
    assert fix(closed, "body")["additionalProperties"] is False


def test_a_request_sends_no_default() -> None:
    """A default moves out of the generator's sight in a request, where a model would send it, and stays in an answer."""
    schema = {"type": "boolean", "default": False}
    assert fix(schema, "body") == {"type": "boolean", "x-default": False}
    assert fix(schema) == schema


def test_constants_that_are_no_tag_are_open_in_answers() -> None:
    """A constant stays one where it tells branches apart or where we send it; elsewhere another value is no error."""
    single = {
        "type": "object",
        "properties": {"kind": {"type": "string", "enum": ["a"]}},
        "required": ["kind"],
    }
    assert fix(single)["properties"]["kind"] == {"type": "string", "x-const": "a"}
    assert fix(single, "body")["properties"]["kind"] == {"type": "string", "const": "a"}
    other = {
        "type": "object",
        "properties": {"kind": {"type": "string", "enum": ["b"]}},
        "required": ["kind"],
    }
    tags = fix({"type": "array", "items": {"oneOf": [single, other]}})["items"]["anyOf"]
    assert [branch["properties"]["kind"]["const"] for branch in tags] == ["a", "b"]
    assert fix({"type": "object", "additionalProperties": {"enum": ["a"], "type": "string"}})[
        "additionalProperties"
    ] == {
        "type": "string",
        "x-const": "a",
    }


def test_all_of_is_refused() -> None:
    """allOf does not occur; the day it does, the steps for it come first."""
    with pytest.raises(SpecError, match="allOf"):
        fix({"allOf": [{"type": "object"}]})


def test_a_member_called_d_is_refused() -> None:
    """A member that would shadow the generated from_dict's own variable is refused with its place."""
    with pytest.raises(SpecError, match=r"'d' at \.a"):
        fix({"type": "object", "properties": {"a": {"type": "object", "properties": {"d": {}}}}})


SCALARS = st.sampled_from(["string", "number", "boolean", "integer"])
LEAVES = st.one_of(
    st.builds(lambda kind: {"type": kind}, SCALARS),
    st.builds(lambda kind: {"type": [kind, "null"]}, SCALARS),
    st.builds(
        lambda values: {"type": "string", "enum": values},
        st.lists(st.sampled_from("abc"), min_size=1, unique=True),
    ),
    st.just({"type": "array"}),
)
SCHEMAS = st.recursive(
    LEAVES,
    lambda inner: st.one_of(
        st.builds(lambda child: {"type": "array", "items": child}, inner),
        st.builds(lambda found: {"anyOf": found}, st.lists(inner, min_size=1, max_size=3)),
        st.builds(
            lambda members: {"type": "object", "properties": members, "required": sorted(members)},
            st.dictionaries(st.sampled_from("xyz"), inner, max_size=3),
        ),
    ),
    max_leaves=8,
)


@settings(max_examples=60, deadline=None)
@given(SCHEMAS, st.sampled_from(["response", "body"]))
def test_repairing_twice_changes_nothing(schema: dict[str, Any], place: str) -> None:
    """Whatever comes in, the repaired form is its own repaired form."""
    once = fix(schema, place)
    assert fix(once, place) == once


@settings(max_examples=60, deadline=None)
@given(SCHEMAS)
def test_no_union_hides_in_a_union(schema: dict[str, Any]) -> None:
    """After the repairs no union has one branch, holds another union or says oneOf."""

    def look(part: dict[str, Any]) -> dict[str, Any]:
        assert "oneOf" not in part
        if "anyOf" in part:
            assert len(part["anyOf"]) > 1
            assert not any("anyOf" in branch for branch in part["anyOf"])
        return part

    reduce(rebuild, [look], fix(schema))
