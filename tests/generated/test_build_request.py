"""Every build_request against the corrected spec: method, path, query and body."""

from __future__ import annotations

import importlib
import inspect
import json
import string
from pathlib import Path
from typing import Any
from urllib.parse import unquote

import pytest
from attio_openapi import Request, json_body
from attio_openapi.models import NoteCreate, NoteCreateBody, NoteFormat
from attio_openapi.operations import OPERATIONS
from hypothesis import given, settings
from hypothesis import strategies as st
from jsonschema import Draft202012Validator
from jsonschema.exceptions import ValidationError

REPOSITORY = Path(__file__).resolve().parents[2]
SPEC: dict[str, Any] = json.loads((REPOSITORY / "openapi" / "normalized.json").read_text(encoding="utf-8"))
CALLS = {
    operation["operationId"]: (method, path, operation)
    for path, item in SPEC["paths"].items()
    for method, operation in item.items()
}
IDS = sorted(CALLS)


def builder(operation_id: str) -> Any:
    """Return the build_request of an operation."""
    tag = OPERATIONS[operation_id].tag.lower().replace(" ", "_")
    return importlib.import_module(f"attio_openapi.api.{tag}.{operation_id}").build_request


def parameters(operation_id: str, place: str) -> list[dict[str, Any]]:
    """Return the parameters of an operation in the path or the query."""
    return [item for item in CALLS[operation_id][2].get("parameters", ()) if item["in"] == place]


def resolved(schema: dict[str, Any]) -> dict[str, Any]:
    """Follow a reference."""
    return SPEC["components"]["schemas"][schema["$ref"].rsplit("/", 1)[1]] if "$ref" in schema else schema


def sample(schema: dict[str, Any], *, full: bool) -> Any:
    """Return a value that a schema allows; `full` gives the optional members too."""
    schema = resolved(schema)
    if "const" in schema:
        return schema["const"]
    if "enum" in schema:
        return schema["enum"][0]
    if "anyOf" in schema:
        return sample(schema["anyOf"][0], full=full)
    kind = schema.get("type", "string")
    kind = kind[0] if isinstance(kind, list) else kind
    if kind == "object":
        names = schema.get("properties", {}) if full else schema.get("required", [])
        return {name: sample(schema["properties"][name], full=full) for name in names}
    if kind == "array":
        return [sample(schema["items"], full=full)] * max(int(full), schema.get("minItems", 0))
    text = "https://x" if "https" in schema.get("pattern", "") else "x"
    return {"string": text, "integer": 7, "number": 7, "boolean": True}[kind]


def body_schema(operation_id: str) -> dict[str, Any] | None:
    """Return the schema of the JSON body of an operation, if it has one."""
    content = CALLS[operation_id][2].get("requestBody", {}).get("content", {})
    return content["application/json"]["schema"] if "application/json" in content else None


def validator(schema: dict[str, Any]) -> Draft202012Validator:
    """Return a validator that knows the components."""
    return Draft202012Validator({**schema, "components": SPEC["components"]})


def python_name(name: str) -> str:
    """Return the keyword of a query parameter: reserved words get an underscore."""
    return f"{name}_" if name in {"object", "list"} else name


def call(operation_id: str, *, full: bool) -> Request:
    """Call a build_request with ids from the alphabet and sample values."""
    path = list(string.ascii_lowercase[: len(parameters(operation_id, "path"))])
    query = {
        python_name(item["name"]): sample(item["schema"], full=full)
        for item in parameters(operation_id, "query")
        if full or item["required"]
    }
    schema = body_schema(operation_id)
    body = {} if schema is None else {"body": sample(schema, full=full)}
    return builder(operation_id)(*path, **query, **body)


def test_the_spec_and_the_table_hold_the_same_operations() -> None:
    """97 operations, by the same ids, methods and templates."""
    assert len(IDS) == 97
    assert set(IDS) == set(OPERATIONS)


@pytest.mark.parametrize("full", [False, True], ids=["required", "everything"])
@pytest.mark.parametrize("operation_id", IDS)
def test_a_request_is_what_the_spec_says(operation_id: str, full: bool) -> None:
    """Method, path, query and body of a request match the spec, with required members only and with all of them."""
    method, template, _ = CALLS[operation_id]
    request = call(operation_id, full=full)
    row = OPERATIONS[operation_id]
    assert (request.operation, request.method) == (operation_id, method.upper()) == (row.id, row.method)
    expected = template
    for letter, item in zip(string.ascii_lowercase, parameters(operation_id, "path"), strict=False):
        expected = expected.replace(f"{{{item['name']}}}", letter)
    assert request.path == expected
    assert "{" not in request.path
    wanted = {
        item["name"]: item["schema"] for item in parameters(operation_id, "query") if full or item["required"]
    }
    assert set(request.query) == set(wanted)
    for name, schema in wanted.items():
        validator(schema).validate(request.query[name])
    schema = body_schema(operation_id)
    if schema is None:
        assert request.body is None
    else:
        validator(schema).validate(request.body)
        json.dumps(request.body)


@pytest.mark.parametrize("operation_id", IDS)
def test_a_signature_is_what_the_contract_says(operation_id: str) -> None:
    """Path parameters are positional and in order, the rest keywords; optional ones default to None, the body to nothing."""
    signature = inspect.signature(builder(operation_id)).parameters
    in_path = [item["name"] for item in parameters(operation_id, "path")]
    assert [name for name, item in signature.items() if item.kind is item.POSITIONAL_OR_KEYWORD] == in_path
    optional = {
        python_name(item["name"]) for item in parameters(operation_id, "query") if not item["required"]
    }
    assert {name for name, item in signature.items() if item.default is None} == optional
    assert ("body" in signature) is (body_schema(operation_id) is not None)


def test_path_parameters_say_what_they_take() -> None:
    """No builder has a parameter that is called like a builtin, and slugs, titles and ids are told apart."""
    names = {name for operation_id in IDS for name in inspect.signature(builder(operation_id)).parameters}
    assert not names & {"object", "list", "attribute", "option", "status", "activity", "filter", "type", "id"}
    assert {"object_slug_or_id", "list_slug_or_id", "option_id_or_title", "status_id_or_title"} <= names


@settings(max_examples=60, deadline=None)
@given(st.text(max_size=30))
def test_a_path_value_stays_in_its_segment(value: str) -> None:
    """Whatever an id holds, it is one segment of the path and decodes to itself."""
    request = builder("get_record")("people", value)
    assert request.path.count("/") == 5
    assert request.path.isascii()
    assert not set(request.path) & set("?# ")
    assert unquote(request.path.rsplit("/", 1)[1]) == value


def test_none_is_left_out_and_false_is_sent() -> None:
    """None means that a query parameter is not sent; False, zero and the empty string are values."""
    request = builder("list_tasks")(limit=None, offset=0, is_completed=False, assignee="")
    assert request.query == {"offset": 0, "is_completed": False, "assignee": ""}


def test_a_model_is_a_body_too() -> None:
    """A generated model is sent as its dict; a mapping goes through as it is."""
    note = NoteCreate(
        content="text", format_=NoteFormat.PLAINTEXT, parent_object="people", parent_record_id="1", title="t"
    )
    request = builder("create_note")(body=NoteCreateBody(data=note))
    assert request.body == {
        "data": {
            "content": "text",
            "format": "plaintext",
            "parent_object": "people",
            "parent_record_id": "1",
            "title": "t",
        }
    }
    given_body = {"data": {"values": {}}}
    assert builder("create_record")("people", body=given_body).body is given_body
    assert json_body(None) is None


def test_a_model_sends_no_default_of_its_own() -> None:
    """A member that is not given is not sent, though Attio has a default for it: in a PATCH it would overwrite."""
    models = importlib.import_module("attio_openapi.models")
    assert models.StatusUpdate(title="Won").to_dict() == {"title": "Won"}
    assert models.RecordQuery().to_dict() == {}


def test_the_check_itself_refuses_a_wrong_body() -> None:
    """The validator that the tests above rely on does tell a wrong body from a right one."""
    schema = body_schema("create_note")
    assert schema is not None
    with pytest.raises(ValidationError):
        validator(schema).validate({"data": {"title": 1}})


def test_an_upload_leaves_its_parts_to_the_sender() -> None:
    """The multipart upload has no JSON body; its parts go through httpx."""
    request = builder("upload_file")()
    assert request == ("upload_file", "POST", "/v2/files/upload", {}, None)
