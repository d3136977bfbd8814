"""The first step: Attio's file and no other, structure and no prose."""

from __future__ import annotations

import json
from typing import Any

import pytest

from scripts.normalize.problems import SpecError
from scripts.normalize.strip import check_document, strip_prose, strip_schema


@pytest.mark.parametrize(
    ("change", "said"),
    [
        ({"openapi": "3.0.3"}, "openapi 3.0.3"),
        ({"openapi": None}, "openapi None"),
        ({"info": {"title": "Other API"}}, "'Other API'"),
        ({"paths": {}}, "no paths"),
    ],
)
def test_another_file_is_refused(spec: dict[str, Any], change: dict[str, Any], said: str) -> None:
    """A file that is not Attio's OpenAPI 3.1 spec is refused, and the message says why."""
    with pytest.raises(SpecError, match=said):
        check_document({**spec, **change})


def test_something_else_than_an_object_is_refused() -> None:
    """A JSON list is no spec."""
    with pytest.raises(SpecError, match="not a JSON object"):
        check_document([])


def test_no_prose_is_left(spec: dict[str, Any]) -> None:
    """No description, summary, example or vendor key survives, except the empty description that OpenAPI demands."""
    text = json.dumps(strip_prose(spec))
    for word in (
        "Lists records",
        "List records",
        "About records",
        "View records",
        "example",
        "x-mint",
        "x-hidden",
        "An id",
    ):
        assert word not in text
    assert '"description": ""' in text


def test_properties_named_like_prose_stay(spec: dict[str, Any]) -> None:
    """A property that is called description or title is structure."""
    stripped = strip_prose(spec)
    response = stripped["paths"]["/v2/objects/{object}/records"]["post"]["responses"]["200"]
    record = response["content"]["application/json"]["schema"]["properties"]["data"]
    assert record["properties"]["description"] == {"type": "string"}
    assert record["properties"]["title"] == {"type": ["string", "null"]}


def test_stripping_twice_changes_nothing(spec: dict[str, Any]) -> None:
    """The stripped spec is its own stripped form, so attio.json can be read again."""
    stripped = strip_prose(spec)
    assert strip_prose(stripped) == stripped


def test_the_structure_of_the_vendor_keys_we_use_stays() -> None:
    """Token levels, stability, limits and scopes of an operation are facts and stay."""
    facts = {
        "x-token-levels": ["user"],
        "x-stability": "beta",
        "x-rate-limit": "1/second",
        "security": [{"oauth2": []}],
    }
    document = {
        "openapi": "3.1.0", "info": {"title": "Attio API"},
        "paths": {"/v2/x": {"get": {**facts, "summary": "No", "responses": {}}, "summary": "No"}},
    }  # fmt: skip
    assert strip_prose(document)["paths"]["/v2/x"]["get"] == {**facts, "responses": {}}


def test_shared_answers_and_bodies_are_stripped_too() -> None:
    """Components of every kind keep their structure only."""
    document = {
        "openapi": "3.1.0", "info": {"title": "Attio API"}, "paths": {"/v2/x": {"get": {"responses": {"200": {"$ref": "#/components/responses/ok"}}}}},
        "components": {
            "responses": {"ok": {"description": "Fine", "content": {"application/json": {"example": 1}}}},
            "requestBodies": {"in": {"description": "In", "required": True, "content": {}}},
            "securitySchemes": {"key": {"type": "http", "scheme": "bearer", "description": "A key"}},
        },
    }  # fmt: skip
    stripped = strip_prose(document)
    assert stripped["components"] == {
        "responses": {"ok": {"content": {"application/json": {}}}},
        "requestBodies": {"in": {"required": True, "content": {}}},
        "securitySchemes": {"key": {"type": "http", "scheme": "bearer"}},
    }


def test_a_keyword_that_nobody_knows_stays() -> None:
    """A schema keyword that is new to us is kept, so that it shows up in the diff."""
    assert strip_schema({"type": "object", "patternProperties": {"a": {}}, "title": "x"}) == {
        "type": "object",
        "patternProperties": {"a": {}},
    }
    assert strip_schema(True) is True
