"""Drift: every difference found, and called breaking only when a client that worked may stop working."""

from __future__ import annotations

import copy
from collections.abc import Callable
from typing import Any

import pytest

from scripts.normalize.drift import Change, compare, describe

REF = "#/components/schemas/"


def build() -> dict[str, Any]:
    """Return a normalised spec: a note that comes back, a body that is sent, a member that is in both."""
    return {
        "paths": {
            "/v2/notes/{note_id}": {
                "get": {
                    "operationId": "get_note",
                    "parameters": [
                        {"in": "path", "name": "note_id", "required": True, "schema": {"type": "string"}},
                        {
                            "in": "query",
                            "name": "limit",
                            "required": False,
                            "schema": {"type": "integer", "maximum": 50},
                        },
                    ],
                    "responses": {
                        "200": {"content": {"application/json": {"schema": {"$ref": f"{REF}Note"}}}}
                    },
                },
                "patch": {
                    "operationId": "update_note",
                    "requestBody": {
                        "required": True,
                        "content": {"application/json": {"schema": {"$ref": f"{REF}Update"}}},
                    },
                    "responses": {"204": {}},
                },
            }
        },
        "components": {
            "schemas": {
                "Note": {
                    "type": "object",
                    "properties": {
                        "title": {"type": "string"},
                        "kind": {"$ref": f"{REF}Kind"},
                        "tags": {"type": "array", "items": {"type": "string"}},
                        "by": {"anyOf": [{"$ref": f"{REF}Kind"}, {"type": "null"}]},
                    },
                    "required": ["title", "kind"],
                },
                "Update": {
                    "type": "object",
                    "properties": {
                        "title": {"type": "string", "maxLength": 10},
                        "kind": {"$ref": f"{REF}Kind"},
                    },
                    "required": ["title"],
                },
                "Kind": {"type": "string", "enum": ["a", "b"]},
            }
        },
    }


def note(spec: dict[str, Any]) -> dict[str, Any]:
    """Return the schema that comes back."""
    return spec["components"]["schemas"]["Note"]


def update(spec: dict[str, Any]) -> dict[str, Any]:
    """Return the schema that is sent."""
    return spec["components"]["schemas"]["Update"]


def read(spec: dict[str, Any]) -> dict[str, Any]:
    """Return the reading operation."""
    return spec["paths"]["/v2/notes/{note_id}"]["get"]


def write(spec: dict[str, Any]) -> dict[str, Any]:
    """Return the writing operation."""
    return spec["paths"]["/v2/notes/{note_id}"]["patch"]


Edit = Callable[[dict[str, Any]], Any]
CASES: list[tuple[str, Edit, str, bool]] = [
    ("operation added", lambda s: s["paths"].update({"/v2/x": {"get": {"operationId": "list_x", "responses": {}}}}), "operation list_x added", False),
    ("operation removed", lambda s: s["paths"]["/v2/notes/{note_id}"].pop("patch"), "operation update_note removed", True),
    ("operation renamed", lambda s: read(s).update(operationId="fetch_note"), "renamed from get_note to fetch_note", True),
    ("optional parameter", lambda s: read(s)["parameters"].append({"in": "query", "name": "q", "schema": {}}), "query parameter q added", False),
    ("required parameter", lambda s: read(s)["parameters"].append({"in": "query", "name": "q", "required": True}), "required query parameter q added", True),
    ("parameter removed", lambda s: read(s)["parameters"].pop(), "query parameter limit removed", True),
    ("parameter required", lambda s: read(s)["parameters"][1].update(required=True), "is now required", True),
    ("parameter optional", lambda s: read(s)["parameters"][0].update(required=False), "is no longer required", False),
    ("bound tightened", lambda s: read(s)["parameters"][1]["schema"].update(maximum=10), "maximum changed from 50 to 10", True),
    ("bound loosened", lambda s: read(s)["parameters"][1]["schema"].update(maximum=100), "maximum changed from 50 to 100", False),
    ("bound added", lambda s: read(s)["parameters"][1]["schema"].update(minimum=1), "minimum changed from nothing to 1", True),
    ("bound removed", lambda s: update(s)["properties"]["title"].pop("maxLength"), "maxLength changed from 10 to nothing", False),
    ("default noted", lambda s: read(s)["parameters"][1]["schema"].update({"x-default": 5}), "x-default changed from nothing to 5", False),
    ("bound of an answer", lambda s: note(s)["properties"]["title"].update(maxLength=5), "maxLength changed from nothing to 5", False),
    ("body no longer needed", lambda s: write(s)["requestBody"].update(required=False), "body is no longer required", False),
    ("body gone", lambda s: write(s)["requestBody"].update(content={}), "body application/json removed", True),
    ("answer added", lambda s: read(s)["responses"].update({"202": {}}), "response 202 added", False),
    ("answer removed", lambda s: write(s)["responses"].pop("204"), "response 204 removed", True),
    ("member added", lambda s: note(s)["properties"].update(new={"type": "string"}), "member added", False),
    ("member removed", lambda s: note(s)["properties"].pop("title"), "member removed", True),
    ("member may be absent", lambda s: note(s)["required"].remove("title"), "is no longer required", True),
    ("member always there", lambda s: note(s)["required"].append("by"), "is now required", False),
    ("member to send", lambda s: update(s)["properties"].update(new={"type": "string"}), "member added", False),
    ("member that must be sent", lambda s: (update(s)["properties"].update(new={}), update(s)["required"].append("new")), "required member added", True),
    ("member must be sent now", lambda s: update(s)["required"].append("kind"), "is now required", True),
    ("member need not be sent", lambda s: update(s)["required"].remove("title"), "is no longer required", False),
    ("null comes back", lambda s: note(s)["properties"]["title"].update(type=["string", "null"]), "type changed from string to string | null", True),
    ("null may be sent", lambda s: update(s)["properties"]["title"].update(type=["string", "null"]), "type changed from string to string | null", False),
    ("item type", lambda s: note(s)["properties"]["tags"].update(items={"type": "number"}), "type changed from [string] to [number]", True),
    ("item bound", lambda s: note(s)["properties"]["tags"]["items"].update(format="date"), "format changed from nothing to 'date'", False),
    ("branch added", lambda s: note(s)["properties"]["by"]["anyOf"].append({"type": "string"}), "type changed: now also string", True),
    ("branch removed", lambda s: note(s)["properties"]["by"].update(anyOf=[{"$ref": f"{REF}Kind"}, {"type": "number"}]), "no longer null, now also number", True),
    ("value added", lambda s: s["components"]["schemas"]["Kind"]["enum"].append("c"), "value 'c' added", False),
    ("value removed", lambda s: s["components"]["schemas"]["Kind"]["enum"].remove("a"), "value 'a' removed", True),
    ("closed", lambda s: update(s).update(additionalProperties=False), "no longer takes other members", True),
    ("schema added", lambda s: s["components"]["schemas"].update(New={}), "schema added", False),
    ("schema removed", lambda s: s["components"]["schemas"].pop("Kind"), "schema removed", True),
]  # fmt: skip


@pytest.mark.parametrize(
    ("edit", "said", "breaking"), [case[1:] for case in CASES], ids=[case[0] for case in CASES]
)
def test_a_difference_is_found_and_judged(edit: Edit, said: str, breaking: bool) -> None:
    """Each difference is told in words, and breaking means that a client that worked may stop working."""
    old, new = build(), build()
    edit(new)
    found = [change for change in compare(old, new) if said in change.what]
    assert found, compare(old, new)
    assert found[0].breaking is breaking


def test_equal_specs_do_not_drift() -> None:
    """Nothing changed, nothing is told."""
    assert compare(build(), copy.deepcopy(build())) == []


def test_an_opened_body_is_additive() -> None:
    """A body that takes other members now breaks nobody."""
    old = build()
    update(old)["additionalProperties"] = False
    assert compare(old, build()) == [Change("Update", "now takes other members", breaking=False)]


@pytest.mark.parametrize(
    ("schema", "text"),
    [
        ({}, "any"),
        ({"const": "a"}, "'a'"),
        ({"type": "object", "additionalProperties": {"$ref": f"{REF}Value"}}, "{Value}"),
        ({"type": "array"}, "[any]"),
        ({"anyOf": [{"type": "string"}, {"$ref": f"{REF}A"}, {"type": "null"}]}, "A | string | null"),
    ],
)
def test_types_are_described_briefly(schema: dict[str, Any], text: str) -> None:
    """A type takes a few characters in the report."""
    assert describe(schema) == text
