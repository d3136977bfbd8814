"""The spec as schemathesis gets it: with the errors that Attio documents, and with ids and slugs that are there.

Without the latter nearly every request would end at a 404 and say nothing.
"""

from __future__ import annotations

import copy
import json
from pathlib import Path
from typing import Any

from attio import Attio
from attio.testing import LocalWorkspace
from attio_openapi.operations import OPERATIONS

SPEC = Path(__file__).resolve().parents[2] / "openapi" / "normalized.json"
ANYWHERE = (400, 401, 403, 404)
"""Whatever is sent, it can be wrong, or be about something that is not there (behaviour.md, section 12)."""

_SLUGS = (
    "name email_addresses phone_numbers primary_location job_title company tags newsletter domains categories "
    "employee_range stage value owner budget progress priority lead deadline kicked_off rating title report_number"
).split()
_OPERATORS = "$eq $not_empty $in $contains $starts_with $ends_with $lt $lte $gt $gte $not $and $or".split()
_FIELDS = "full_name first_name email_address phone_number domain value option status target_record_id currency_value".split()
_TEXTS = [
    "Ada Lovelace", "ada@x.example", "+44 20 7946 0000", "x.example", "2026-01-05", "2026-01-05T09:00:00Z", "VIP", "",
    " ", "12", "-1e400", "NaN", "true", "null", "\u0000", "\ud7ff\U0001f600", "a" * 5000, "%", "$eq", "London, England, GB",
    "people", "../..", "1 or 1=1", "<b>", "00000000-0000-4000-8000-000000000000",
]  # fmt: skip
_TEXT: dict[str, Any] = {"enum": _TEXTS}
_PLAIN: dict[str, Any] = {"type": ["number", "boolean", "null"]}
_GOOD: dict[str, list[Any]] = {
    "name": ["Ada Lovelace", "Lovelace, Ada"],
    "email_addresses": [["ada@x.example"], "grace@y.example"],
    "job_title": ["Countess", None],
    "stage": ["Lead"],
    "title": ["Shown"],
    "report_number": ["SV-1", "SV-9"],
    "comment": ["new"],
}
_MOMENTS = [
    "2025-01-05T09:00:00.000000000Z",
    "2025-01-05T10:00:00+02:00",
    "2030-01-01T00:00:00Z",
    "2025-01-05",
]
_SAMPLES: dict[str, list[Any]] = {
    "objects": ["people", "companies"],
    "sql": [
        "select 1",
        "select record_id from people limit 2",
        "select",
        "drop table people",
        "select 'x' as \"y\"",
    ],
    "query": ["ada", "north", "@", "%"],
    "datetime": _MOMENTS,
    "created_at": _MOMENTS,
    "deadline_at": [*_MOMENTS, None],
    "active_from": _MOMENTS,
    "active_until": [*_MOMENTS, None],
    "date": ["2025-01-05", "2025-02-30", "2025-01-07"],
    "timezone": ["Europe/London", "Mars/Base"],
    "email_address": ["ada@x.example", "ada", "a@b.example"],
    "api_slug": ["fuzzed", "people", "a-b", "tags"],
    "target_url": ["https://hooks.example/b", "http://hooks.example/b"],
}
_STRANGE = ["00000000-0000-4000-8000-000000000000", "nothing-here", "People", "a b/c?d#e", "%2e%2e"]

_ERROR: dict[str, Any] = {
    "type": "object",
    "properties": {
        "status_code": {"type": "integer"},
        "statusCode": {"type": "integer"},
        "type": {"enum": ["invalid_request_error", "auth_error", "rate_limit_error"]},
        "code": {"type": "string", "minLength": 1},
        "message": {"type": "string", "minLength": 1},
        "path": {"type": "array", "items": {"type": "string"}},
        "validation_errors": {
            "type": "array",
            "items": {"type": "object", "required": ["code", "path", "message"]},
        },
    },
    "required": ["type", "code", "message"],
    "oneOf": [{"required": ["status_code"]}, {"required": ["statusCode"]}],
    "additionalProperties": False,
}


def ids(workspace: LocalWorkspace) -> dict[str, list[str]]:
    """What there is in a workspace, by the names of the parameters that take it."""
    client = Attio(transport=workspace.transport(), schema="off")
    threads = [
        thread
        for each in client.companies.list()
        for thread in client.threads.list(object="companies", record_id=each.id)
    ]
    recorded = [
        (meeting, each)
        for meeting in client.meetings.list()
        for each in client.call_recordings.list(meeting.id)
    ]
    files = [file for each in client.companies.list() for file in client.files.list("companies", each.id)]
    activity = next(
        each for each in client.activities.list() if client.activity_records.list(each.api_slug).data
    )
    hook = client.webhooks.create(
        target_url="https://hooks.example/a", subscriptions=[{"event_type": "note.created", "filter": None}]
    )
    workspace.calls.clear()
    found: dict[str, list[Any]] = {
        "object_slug_or_id": ["people"],
        "list_slug_or_id": ["sales_pipeline"],
        "target": ["objects"],
        "identifier": ["people", "projects"],
        "attribute_slug_or_id": ["name", "tags", "email_addresses", "job_title"],
        "option_id_or_title": [
            each.title for each in client.attributes.options.list("tags", object="people")
        ],
        "status_id_or_title": [
            each.title for each in client.attributes.statuses.list("stage", object="deals")
        ],
        "record_id": [each.id for each in client.people.list(limit=3)],
        "company_id": [each.id for each in client.companies.list(limit=2)],
        "entry_id": [each.id for each in client.entries.list("sales_pipeline")],
        "note_id": [each.id for each in client.notes.list()],
        "task_id": [each.id for each in client.tasks.list()],
        "thread_id": [each.id for each in threads],
        "comment_id": [each.id for each in threads],
        "meeting_id": [meeting.id for meeting, _ in recorded],
        "call_recording_id": [each.id for _, each in recorded],
        "file_id": [each.id for each in files],
        "webhook_id": [hook.id],
        "workspace_member_id": [each.id for each in client.workspace_members.list()],
        "activity_slug_or_id": [activity.api_slug],
        "activity_record_id": [each.id for each in client.activity_records.list(activity.api_slug)],
    }
    workspace.calls.clear()
    return {name: [str(value) for value in values] for name, values in found.items()}


def spec(known: dict[str, list[str]]) -> dict[str, Any]:
    """The spec for schemathesis."""
    document = json.loads(SPEC.read_text("utf-8"))
    document["components"]["schemas"] |= _schemas()
    for path, methods in document["paths"].items():
        for operation in methods.values():
            _tell_errors(operation)
            here = known | _at(path, known)
            for parameter in operation.get("parameters", ()):
                if parameter["name"] in here:
                    parameter["schema"] = {"enum": here[parameter["name"]]}
            if "requestBody" in operation:
                for content in operation["requestBody"]["content"].values():
                    content["schema"] = _with_known(content["schema"], document, here)
    return document


def _at(path: str, known: dict[str, list[str]]) -> dict[str, list[str]]:
    """What the parameters of one route go together with: most combinations of what there is lead nowhere."""
    if "/activities/" in path:
        return {"record_id": known["activity_record_id"]}
    if path.endswith("/options") or "/options/" in path:
        return {"target": ["objects"], "identifier": ["people"], "attribute_slug_or_id": ["tags"]}
    if path.endswith("/statuses") or "/statuses/" in path:
        return {"target": ["objects"], "identifier": ["deals"], "attribute_slug_or_id": ["stage"]}
    if path.startswith("/v2/lists/") and path.endswith("/values"):
        return {"attribute_slug_or_id": ["stage", "value"]}
    return {}


def _tell_errors(operation: dict[str, Any]) -> None:
    documented = {status for status, _, _ in OPERATIONS[operation["operationId"]].errors}
    for status in {*ANYWHERE, *documented}:
        content = {"application/json": {"schema": {"$ref": "#/components/schemas/FuzzError"}}}
        operation["responses"].setdefault(str(status), {"description": "", "content": content})
    if operation["operationId"] == "download_file":
        operation["responses"].setdefault("302", {"description": ""})


def _schemas() -> dict[str, Any]:
    """Schemas for what the spec leaves open: values by the slugs that there are, filters by their words."""
    condition = {"$ref": "#/components/schemas/FuzzCondition"}
    value = {"$ref": "#/components/schemas/FuzzValue"}
    part = {
        "type": "object",
        "properties": dict.fromkeys(_FIELDS, {"anyOf": [_TEXT, _PLAIN]}),
        "minProperties": 1,
    }
    words = {
        "type": "object",
        "properties": dict.fromkeys([*_SLUGS, *_OPERATORS, *_FIELDS], condition),
        "additionalProperties": False,
        "minProperties": 1,
        "maxProperties": 3,
    }
    return {
        "FuzzError": _ERROR,
        "FuzzValue": {
            "anyOf": [
                _TEXT,
                _PLAIN,
                part,
                {"type": "array", "items": {"anyOf": [_TEXT, _PLAIN, part]}, "maxItems": 3},
            ]
        },
        "FuzzValues": {
            "anyOf": [
                {
                    "type": "object",
                    "properties": {slug: {"enum": texts} for slug, texts in _GOOD.items()},
                    "additionalProperties": False,
                    "minProperties": 1,
                    "maxProperties": 1,
                },
                {
                    "type": "object",
                    "properties": dict.fromkeys(_SLUGS, value),
                    "additionalProperties": False,
                    "minProperties": 1,
                    "maxProperties": 4,
                },
            ]
        },
        "FuzzCondition": {
            "anyOf": [
                words,
                _TEXT,
                _PLAIN,
                {"type": "array", "items": {"anyOf": [words, _TEXT, _PLAIN]}, "maxItems": 3},
            ]
        },
        "FuzzFilter": words,
    }


def _with_known(schema: Any, document: dict[str, Any], known: dict[str, list[str]]) -> Any:
    """A body's schema, spelled out, with ids that are there and with more to say about values and filters."""
    schemas = document["components"]["schemas"]
    if isinstance(schema, list):
        return [_with_known(each, document, known) for each in schema]
    if not isinstance(schema, dict):
        return schema
    if "$ref" in schema:
        name = schema["$ref"].rpartition("/")[2]
        return schema if name == "OpenObject" else _with_known(copy.deepcopy(schemas[name]), document, known)
    done = {key: _with_known(value, document, known) for key, value in schema.items()}
    members = done.get("properties")
    if isinstance(members, dict):
        for name, member in members.items():
            if name in {"values", "entry_values"} and "items" not in member:
                members[name] = {"$ref": "#/components/schemas/FuzzValues"}
            elif name == "filter":
                members[name] = {"$ref": "#/components/schemas/FuzzFilter"}
            else:
                found = _plain(name, known)
                if found:
                    members[name] = _known_or(member, found)
    return done


def _plain(name: str, known: dict[str, list[str]]) -> list[str]:
    if name == "parent_record_id" and "entry" in known:
        return known["company_id"]
    if name.endswith("record_id"):
        return [*known["record_id"], known["company_id"][0]]
    if name in {"object", "parent_object", "target_object"}:
        return ["people", "companies"]
    if name == "id":
        return known["workspace_member_id"]
    return _SAMPLES.get(name) or known.get(name, [])


def _known_or(schema: dict[str, Any], values: list[str]) -> dict[str, Any]:
    # A plain "or" with the schema that was there would be simplified to it: what is in a set of strings is a string.
    several = "items" in schema
    return (
        {"type": "array", "items": {"enum": [*values, *_STRANGE]}, "maxItems": 3}
        if several
        else {"enum": [*values, *_STRANGE]}
    )
