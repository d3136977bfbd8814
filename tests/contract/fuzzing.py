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
    "employee_range stage value owner budget progress priority lead deadline kicked_off rating"
).split()
_OPERATORS = "$eq $not_empty $in $contains $starts_with $ends_with $lt $lte $gt $gte $not $and $or".split()
_FIELDS = "full_name first_name email_address phone_number domain value option status target_record_id currency_value".split()
_ANY: dict[str, Any] = {"type": ["string", "number", "boolean", "null", "object", "array"]}

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
    person, company = client.people.list()[0], client.companies.list()[0]
    threads = client.threads.list(object="companies", record_id=company.id).data or [
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
    lists = client.lists.list()
    hook = client.webhooks.create(
        target_url="https://hooks.example/a", subscriptions=[{"event_type": "note.created", "filter": None}]
    )
    workspace.calls.clear()
    found: dict[str, list[Any]] = {
        "object_slug_or_id": ["people", "companies", "projects", "deals", "users"],
        "list_slug_or_id": [each.api_slug for each in lists],
        "target": ["objects", "lists"],
        "identifier": ["people", "projects", *[each.api_slug for each in lists]],
        "attribute_slug_or_id": ["name", "tags", "email_addresses", "stage", "priority"],
        "option_id_or_title": [
            each.title for each in client.attributes.options.list("tags", object="people")
        ],
        "status_id_or_title": [
            each.title for each in client.attributes.statuses.list("stage", object="deals")
        ],
        "record_id": [person.id, company.id],
        "entry_id": [each.id for home in lists for each in client.entries.list(home.api_slug)],
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
            here = known | ({"record_id": known["activity_record_id"]} if "/activities/" in path else {})
            for parameter in operation.get("parameters", ()):
                if parameter["name"] in here:
                    parameter["schema"] = _known_or(parameter["schema"], here[parameter["name"]])
            if "requestBody" in operation:
                for content in operation["requestBody"]["content"].values():
                    content["schema"] = _with_known(content["schema"], document, here)
    return document


def _tell_errors(operation: dict[str, Any]) -> None:
    documented = {status for status, _, _ in OPERATIONS[operation["operationId"]].errors}
    for status in {*ANYWHERE, *documented}:
        content = {"application/json": {"schema": {"$ref": "#/components/schemas/FuzzError"}}}
        operation["responses"].setdefault(str(status), {"description": "", "content": content})
    if operation["operationId"] == "download_file":
        operation["responses"].setdefault("302", {"description": ""})


def _schemas() -> dict[str, Any]:
    values = {
        "type": "object",
        "properties": dict.fromkeys(_SLUGS, {"$ref": "#/components/schemas/FuzzValue"}),
    }
    condition = {"$ref": "#/components/schemas/FuzzCondition"}
    names = [*_SLUGS, *_OPERATORS, *_FIELDS]
    return {
        "FuzzError": _ERROR,
        "FuzzValue": {
            "anyOf": [
                _ANY,
                {
                    "type": "array",
                    "items": {"type": "object", "properties": dict.fromkeys(_FIELDS, _ANY)},
                    "maxItems": 3,
                },
                {
                    "enum": [
                        "Ada Lovelace",
                        "ada@x.example",
                        "+44 20 7946 0000",
                        "x.example",
                        "2026-01-05",
                        5,
                        True,
                        "VIP",
                    ]
                },
            ]
        },
        "FuzzValues": values,
        "FuzzCondition": {
            "anyOf": [
                {
                    "type": "object",
                    "properties": dict.fromkeys(names, condition),
                    "additionalProperties": False,
                    "maxProperties": 3,
                },
                {"type": "array", "items": condition, "maxItems": 2},
                _ANY,
            ]
        },
        "FuzzFilter": {"type": "object", "properties": dict.fromkeys(names, condition), "maxProperties": 3},
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
    if name.endswith("record_id"):
        return known["record_id"]
    if name in {"object", "parent_object", "target_object"}:
        return ["people", "companies"]
    return known.get(name, [])


def _known_or(schema: dict[str, Any], values: list[str]) -> dict[str, Any]:
    # Twice, so that two of three are known.
    return {"anyOf": [{"enum": values}, {"enum": values[::-1]}, schema]}
