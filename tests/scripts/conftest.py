"""A small spec, written by us, with every construct that upstream's file has and the generator trips over."""

from __future__ import annotations

import copy
import json
import shutil
from pathlib import Path
from typing import Any

import pytest

from scripts.normalize.cli import main

REPOSITORY = Path(__file__).resolve().parents[2]
SHARED = REPOSITORY.parent / "shared"

ID = {
    "type": "string",
    "format": "uuid",
    "description": "An id.",
    "example": "97052eb9-e65e-443f-a297-f2d9a4a7f795",
}
ACTOR = {
    "type": "object",
    "description": "Who did it.",
    "properties": {
        "id": {"type": "string", "nullable": True, "description": "May be missing."},
        "type": {
            "type": "string",
            "nullable": True,
            "enum": ["api-token", "workspace-member", "system", "app"],
        },
    },
}


def value(tag: str, **members: Any) -> dict[str, Any]:
    """Return one variant of an attribute value, spelled out as upstream spells out all of them."""
    return {
        "type": "object",
        "properties": {
            "active_from": {"type": "string", "format": "date-time"},
            "active_until": {"type": ["string", "null"], "format": "date-time"},
            "created_by_actor": copy.deepcopy(ACTOR),
            "attribute_type": {"type": "string", "enum": [tag], "example": tag},
            **members,
        },
        "required": ["active_from", "active_until", "created_by_actor", "attribute_type", *members],
        "additionalProperties": False,
    }


def values() -> dict[str, Any]:
    """Return the map of values of a record."""
    variants = [
        value("text", value={"type": "string"}),
        value("timestamp", value={"type": "string", "format": "date"}),
        value("number", value={"type": "number"}),
        value("select", option={"$ref": "#/components/schemas/select-option"}),
        value("select", option={"type": "string", "format": "uuid"}),
        value(
            "location",
            country_code={"type": ["string", "null"], "enum": ["GB", "NL", "XK"]},
            latitude={"type": ["string", "null"], "pattern": "^[-+]?[0-9.]+$"},
        ),
    ]
    return {"type": "object", "additionalProperties": {"type": "array", "items": {"oneOf": variants}}}


def record() -> dict[str, Any]:
    """Return a record, spelled out."""
    return {
        "type": "object",
        "properties": {
            "id": {
                "type": "object",
                "properties": {"workspace_id": dict(ID), "record_id": dict(ID)},
                "required": ["workspace_id", "record_id"],
            },
            "created_at": {
                "type": "string",
                "description": "When.",
                "example": "2022-11-21T13:22:49.061281000Z",
            },
            "description": {"type": "string", "description": "A property that is called like prose."},
            "title": {"type": ["string", "null"]},
            "values": values(),
        },
        "required": ["id", "created_at", "description", "title", "values"],
    }


def body(schema: dict[str, Any]) -> dict[str, Any]:
    """Return a JSON request body."""
    return {"required": True, "content": {"application/json": {"schema": schema}}}


def answer(schema: dict[str, Any]) -> dict[str, Any]:
    """Return a JSON answer."""
    return {
        "description": "Success",
        "content": {"application/json": {"schema": schema, "example": {"data": 1}}},
    }


def wrapped(schema: dict[str, Any]) -> dict[str, Any]:
    """Return the schema inside the data envelope."""
    return {"type": "object", "properties": {"data": schema}, "required": ["data"]}


def error(status: int, kind: str, *codes: str, spelling: str = "status_code") -> dict[str, Any]:
    """Return an error answer as upstream declares them."""
    return answer(
        {
            "type": "object",
            "properties": {
                spelling: {"type": "number", "enum": [status]},
                "type": {"type": "string", "enum": [kind]},
                "code": {"type": "string", "enum": list(codes)},
                "message": {"type": "string", "example": "Something is wrong."},
            },
            "required": [spelling, "type", "code", "message"],
        }
    )


def build_spec() -> dict[str, Any]:
    """Return the sample: eight operations and one that is retired."""
    object_parameter = {
        "schema": {"type": "string", "example": "people"},
        "required": True,
        "name": "object",
        "in": "path",
    }
    list_parameter = {"schema": {"type": "string"}, "required": True, "name": "list", "in": "path"}
    identity = {
        "anyOf": [
            {
                "type": "object",
                "properties": {"active": {"type": "boolean", "enum": [False]}},
                "required": ["active"],
            },
            {
                "type": "object",
                "properties": {
                    "active": {"type": "boolean", "enum": [True]},
                    "scope": {"type": "string"},
                    "exp": {"type": ["number", "null"]},
                },
                "required": ["active", "scope", "exp"],
            },
        ]
    }
    moment = {
        "anyOf": [
            {
                "type": "object",
                "properties": {"datetime": {"type": "string"}, "timezone": {"type": ["string", "null"]}},
                "required": ["datetime", "timezone"],
            },
            {"type": "object", "properties": {"date": {"type": "string"}}, "required": ["date"]},
        ]
    }
    meeting = {
        "type": "object",
        "properties": {
            "start": moment,
            "end": copy.deepcopy(moment),
            "flag": {
                "anyOf": [
                    {"type": "boolean"},
                    {"type": "string", "enum": ["true"]},
                    {"type": "string", "enum": ["false"]},
                ]
            },
            "links": {
                "anyOf": [
                    {"type": "array", "items": {"type": "string"}},
                    {
                        "type": "array",
                        "items": {
                            "type": "object",
                            "properties": {"target": {"type": "string"}},
                            "required": ["target"],
                        },
                    },
                ]
            },
        },
        "required": ["start", "end"],
    }
    upload = {
        "type": "object",
        "properties": {"file": {"type": "string", "format": "binary"}, "object": {"type": "string"}},
        "required": ["file", "object"],
    }
    return {
        "openapi": "3.1.0",
        "info": {"title": "Attio API", "version": "2.0.0", "contact": {"name": "Support"}},
        "servers": [{"url": "https://api.attio.com", "description": "Production"}],
        "security": [{"oauth2": []}],
        "tags": [{"name": "Records", "description": "About records."}],
        "webhooks": {},
        "paths": {
            "/v2/objects/{object}/records/query": {
                "post": {
                    "summary": "List records",
                    "description": "Lists records.",
                    "tags": ["Records"],
                    "security": [{"oauth2": ["record_permission:read"]}],
                    "x-mint": {"metadata": {"tag": "BETA"}},
                    "parameters": [object_parameter],
                    "requestBody": body(
                        {
                            "type": "object",
                            "properties": {
                                "filter": {
                                    "type": "object",
                                    "additionalProperties": True,
                                    "description": "Which.",
                                },
                                "limit": {"type": "number", "default": 500},
                                "direction": {"type": "string", "enum": ["asc", "desc"]},
                            },
                        }
                    ),
                    "responses": {
                        "200": answer(wrapped({"type": "array", "items": record()})),
                        "400": error(400, "invalid_request_error", "filter_error", "validation_type"),
                        "404": error(404, "invalid_request_error", "not_found", spelling="statusCode"),
                    },
                }
            },
            "/v2/objects/{object}/records": {
                "post": {
                    "tags": ["Records"],
                    "security": [{"oauth2": ["record_permission:read-write"]}],
                    "parameters": [object_parameter],
                    "requestBody": body(
                        wrapped(
                            {
                                "type": "object",
                                "properties": {
                                    "values": {"type": "object", "additionalProperties": {"type": "array"}},
                                    "colour": {"type": "string", "default": "red"},
                                },
                                "required": ["values"],
                                "additionalProperties": False,
                            }
                        )
                    ),
                    "responses": {
                        "200": answer(wrapped(record())),
                        "202": answer(wrapped({"type": "object"})),
                    },
                }
            },
            "/v2/lists/{list}": {
                "get": {
                    "tags": ["Lists"],
                    "parameters": [
                        list_parameter,
                        {"$ref": "#/components/parameters/limit"},
                        {
                            "schema": {"type": "string", "enum": ["a", "b"]},
                            "required": False,
                            "name": "list",
                            "in": "query",
                        },
                        {
                            "schema": {"type": "boolean", "default": False},
                            "required": False,
                            "name": "show",
                            "in": "query",
                        },
                        {"schema": {"type": "string"}, "required": True, "name": "object", "in": "query"},
                    ],
                    "responses": {
                        "200": answer(
                            wrapped(
                                {
                                    "type": "object",
                                    "properties": {
                                        "access": {
                                            "type": ["string", "null"],
                                            "enum": ["full", "read", None],
                                        },
                                        "parent": {
                                            "type": ["object", "null"],
                                            "properties": {"slug": {"type": "string"}},
                                            "required": ["slug"],
                                        },
                                        "names": {"type": "array"},
                                        "fixed": {"type": ["string", "null"], "enum": ["on"]},
                                    },
                                    "required": ["access", "parent", "names"],
                                    "additionalProperties": False,
                                }
                            )
                        )
                    },
                },
                "delete": {
                    "tags": ["Lists"],
                    "parameters": [list_parameter],
                    "responses": {"204": answer({"type": "object", "properties": {}})},
                },
            },
            "/v2/meetings": {
                "post": {
                    "tags": ["Meetings"],
                    "requestBody": body(wrapped(meeting)),
                    "responses": {"200": answer(wrapped(copy.deepcopy(meeting)))},
                }
            },
            "/v2/files/upload": {
                "post": {
                    "tags": ["Files"],
                    "requestBody": {"required": True, "content": {"multipart/form-data": {"schema": upload}}},
                    "responses": {"201": answer(wrapped({"$ref": "#/components/schemas/select-option"}))},
                }
            },
            "/v2/files/{file_id}/download": {
                "get": {
                    "tags": ["Files"],
                    "parameters": [{"schema": dict(ID), "required": True, "name": "file_id", "in": "path"}],
                    "responses": {"302": {"description": "Found"}},
                }
            },
            "/v2/self": {"get": {"tags": ["Meta"], "responses": {"200": answer(identity)}}},
            "/scim/v2/Schemas": {
                "get": {
                    "tags": ["SCIM schemas"],
                    "x-hidden": True,
                    "responses": {
                        "200": answer(
                            {
                                "type": "object",
                                "properties": {
                                    "Resources": {"type": "array", "items": {}},
                                    "total": {"type": "number"},
                                },
                                "required": ["Resources", "total"],
                            }
                        )
                    },
                }
            },
        },
        "components": {
            "schemas": {
                "select-option": {
                    "type": "object",
                    "title": "An option",
                    "properties": {
                        "title": {"type": "string", "title": "Title"},
                        "is_archived": {"type": "boolean"},
                    },
                    "required": ["title", "is_archived"],
                },
                "unused": {"type": "string"},
            },
            "parameters": {
                "limit": {"schema": {"type": "integer"}, "required": False, "name": "limit", "in": "query"}
            },
            "securitySchemes": {
                "oauth2": {
                    "type": "oauth2",
                    "description": "How to authorize.",
                    "flows": {
                        "authorizationCode": {
                            "authorizationUrl": "https://app.attio.com/authorize",
                            "tokenUrl": "https://app.attio.com/oauth/token",
                            "scopes": {"record_permission:read": "View records."},
                        }
                    },
                }
            },
        },
    }


TABLE = """
scopes: [record_permission:read, record_permission:read-write]
retired_scopes: [scim_management:read]
path_parameters: {object: object_slug_or_id, list: list_slug_or_id}
operations:
  - {id: list_records, call: "POST /v2/objects/{object}/records/query", client: records.list, tag: Records,
     summary: List the records of an object., paging: {style: offset-body, default: 500}, retry: safe, rate: read,
     scopes: [record_permission:read], token_levels: [workspace, user], stability: ga}
  - {id: create_record, call: "POST /v2/objects/{object}/records", client: records.create, tag: Records,
     summary: Create a record., paging: {style: none}, retry: unsafe, rate: write, rate_limit_per_s: 5,
     scopes: [record_permission:read-write], token_levels: [workspace, user], stability: ga}
  - {id: get_list, call: "GET /v2/lists/{list}", client: lists.get, tag: Lists, summary: Fetch one list.,
     paging: {style: none}, retry: safe, rate: read, scopes: [],
     scopes_by_target: {records: [record_permission:read]}, token_levels: [workspace, user], stability: ga}
  - {id: delete_list, call: "DELETE /v2/lists/{list}", client: lists.delete, tag: Lists, summary: Delete a list.,
     paging: {style: none}, retry: idempotent, rate: write, scopes: [], token_levels: [workspace], stability: beta}
  - {id: create_meeting, call: "POST /v2/meetings", client: meetings.create, tag: Meetings, summary: Create a meeting.,
     paging: {style: none}, retry: unsafe, rate: write, scopes: [], token_levels: [workspace, user], stability: beta}
  - {id: upload_file, call: "POST /v2/files/upload", client: files.upload, tag: Files, summary: Upload a file.,
     paging: {style: none}, retry: unsafe, rate: write, scopes: [], token_levels: [workspace, user], stability: beta}
  - {id: download_file, call: "GET /v2/files/{file_id}/download", client: files.download, tag: Files,
     summary: Redirect to a file., paging: {style: none}, retry: safe, rate: read, scopes: [],
     token_levels: [workspace, user], stability: beta}
  - {id: get_self, call: "GET /v2/self", client: whoami, tag: Meta, summary: Describe the token., paging: {style: none},
     retry: safe, rate: read, scopes: [], token_levels: [workspace, user], stability: ga}
  - {id: list_scim_schemas, call: "GET /scim/v2/Schemas", client: scim.schemas, tag: SCIM schemas,
     summary: List the SCIM schemas., paging: {style: none}, retry: safe, rate: read, scopes: [scim_management:read],
     token_levels: [workspace, user], stability: unknown, retired: true}
"""

NAMES = """
names:
  list_records.response: RecordList
  create_record.response: RecordResponse
  RecordResponse.data: Record
  Record.id: RecordIds
  Record.values: RecordValues
  RecordValues{}[]: OutputValue
  OutputValue|text: TextOutputValue
"""

PATCHES = """
- name: timestamps
  at: "*"
  where: properties.attribute_type.enum=timestamp
  pointer: /properties/value/format
  expected: date
  new: date-time
  reason: They are date-times.
  evidence: a recorded answer
- name: values-are-open
  at: POST /v2/objects/{object}/records
  pointer: /requestBody/content/application~1json/schema/properties/data/properties/values/additionalProperties
  expected: {type: array}
  new: {}
  reason: Bare values are accepted.
  evidence: a recorded request
"""

NOTE = "# Source\n\n<!-- written by regen -->\n- spec: unknown\n<!-- end -->\n"


@pytest.fixture
def spec() -> dict[str, Any]:
    """The sample spec, as downloaded."""
    return build_spec()


def make_root(base: Path) -> Path:
    """Make a repository with the inputs of regen and nothing generated yet."""
    (base / "openapi" / "patches").mkdir(parents=True)
    (base / "openapi" / "operations.yaml").write_text(TABLE, encoding="utf-8")
    (base / "openapi" / "schema_names.yaml").write_text(NAMES, encoding="utf-8")
    (base / "openapi" / "patches" / "sample.yaml").write_text(PATCHES, encoding="utf-8")
    (base / "openapi" / "SOURCE.md").write_text(NOTE, encoding="utf-8")
    (base / "pyproject.toml").write_bytes((REPOSITORY / "pyproject.toml").read_bytes())
    return base


@pytest.fixture
def root(tmp_path: Path) -> Path:
    """A repository with the inputs of regen and nothing generated yet."""
    return make_root(tmp_path / "repository")


@pytest.fixture(scope="session")
def _built(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("built")
    base = make_root(folder / "repository")
    path = folder / "spec.json"
    path.write_text(json.dumps(build_spec()), encoding="utf-8")
    assert main(["--spec", str(path)], root=base, today="2026-10-03") == 0
    return base


@pytest.fixture
def built(_built: Path, tmp_path: Path) -> Path:
    """A repository after a run on the sample spec, a copy for each test."""
    return Path(shutil.copytree(_built, tmp_path / "repository"))


@pytest.fixture
def spec_file(tmp_path: Path, spec: dict[str, Any]) -> Path:
    """The sample spec in a file."""
    path = tmp_path / "spec.json"
    path.write_text(json.dumps(spec), encoding="utf-8")
    return path
