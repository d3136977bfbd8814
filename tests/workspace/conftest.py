"""Every answer of a local workspace, in every test of this folder, is checked against openapi/normalized.json."""

from __future__ import annotations

import json
from copy import deepcopy
from functools import lru_cache
from pathlib import Path
from typing import Any

import pytest
from attio_openapi.operations import OPERATIONS
from jsonschema import Draft202012Validator, FormatChecker

from attio.testing import LocalWorkspace, router

SPEC = Path(__file__).resolve().parents[2] / "openapi" / "normalized.json"

ERROR = {
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
            "items": {
                "type": "object",
                "properties": {
                    "code": {"type": "string"},
                    "path": {"type": "array", "items": {"type": ["string", "integer"]}},
                    "message": {"type": "string", "minLength": 1},
                },
                "required": ["code", "path", "message"],
            },
        },
    },
    "required": ["type", "code", "message"],
    "oneOf": [{"required": ["status_code"]}, {"required": ["statusCode"]}],
    "additionalProperties": False,
}


def _closed(schema: Any) -> Any:
    """A schema that also refuses keys nobody described."""
    if isinstance(schema, list):
        return [_closed(each) for each in schema]
    if not isinstance(schema, dict):
        return schema
    closed = {"anyOf" if key == "oneOf" else key: _closed(value) for key, value in schema.items()}
    if "anyOf" in closed:
        # every union has a variant for what nobody knows yet; the workspace must send what is known
        closed["anyOf"] = [each for each in closed["anyOf"] if "/Unknown" not in each.get("$ref", "")]
    if isinstance(closed.get("properties"), dict) and "additionalProperties" not in closed:
        closed["additionalProperties"] = False
    return closed


@lru_cache(maxsize=1)
def _spec() -> tuple[dict[str, Any], dict[str, Any]]:
    document = json.loads(SPEC.read_text(encoding="utf-8"))
    responses = {
        operation["operationId"]: operation["responses"]
        for methods in document["paths"].values()
        for operation in methods.values()
        if isinstance(operation, dict) and "operationId" in operation
    }
    return _closed(deepcopy(document["components"])), responses


@lru_cache(maxsize=None)
def _validator(operation: str, status: int) -> Draft202012Validator | None:
    components, responses = _spec()
    declared = responses[operation].get(str(status))
    if declared is None and status in OPERATIONS[operation].success:
        # A download is a redirect, which the spec leaves without a response of its own.
        return None
    assert declared is not None, f"{operation} answered {status}, which the spec does not have"
    content = declared.get("content", {}).get("application/json")
    if content is None:
        return None
    schema = {**_closed(content["schema"]), "components": components}
    return Draft202012Validator(schema, format_checker=FormatChecker(["uuid", "date"]))


ERROR_VALIDATOR = Draft202012Validator(ERROR)

# Not the API: the sign-in of app.attio.com and the storage of files.
ELSEWHERE = ("/authorize", "/oauth/", "/storage/")


def check_answer(method: str, path: str, response: Any) -> None:
    """Fail unless an answer has the shape that the spec gives this operation and status."""
    assert response.header("x-attio-execution-id"), f"{method} {path} has no execution id"
    if response.status >= 400:
        problems = list(ERROR_VALIDATOR.iter_errors(response.json()))
        body = response.json()
        assert body.get("status_code", body.get("statusCode")) == response.status
    else:
        found = router.match(method, path.partition("?")[0])
        assert found is not None, f"{method} {path} answered {response.status} without a route"
        validator = _validator(found.operation.id, response.status)
        if validator is None:
            return
        problems = list(validator.iter_errors(response.json()))
    shown = "\n".join(
        f"  {'.'.join(map(str, each.absolute_path))}: {each.message[:300]}" for each in problems[:5]
    )
    assert not problems, f"{method} {path} {response.status}\n{shown}"


@pytest.fixture(autouse=True)
def _checked_answers(monkeypatch: pytest.MonkeyPatch) -> None:
    handle = LocalWorkspace.handle

    def checked(self: LocalWorkspace, method: str, path: str, *args: Any, **kwargs: Any) -> Any:
        response = handle(self, method, path, *args, **kwargs)
        if not self.layers and not path.startswith(ELSEWHERE):
            check_answer(method, path, response)
        return response

    monkeypatch.setattr(LocalWorkspace, "handle", checked)


class Api:
    """Short requests for tests: `api.post(path, data)` returns the body's data and fails on an error."""

    def __init__(self, workspace: LocalWorkspace, token: str | None = None) -> None:
        self.workspace = workspace
        self.token = token

    def send(self, method: str, path: str, body: Any = None) -> Any:
        return self.workspace.request(method, f"/v2/{path}", body, token=self.token)

    def _data(self, method: str, path: str, body: Any) -> Any:
        response = self.send(method, path, body)
        assert response.status in {200, 202}, response.body
        answer = response.json()
        return answer.get("data", answer)

    def get(self, path: str) -> Any:
        return self._data("GET", path, None)

    def post(self, path: str, data: Any) -> Any:
        return self._data("POST", path, {"data": data})

    def query(self, path: str, **body: Any) -> Any:
        return self._data("POST", path, body)

    def patch(self, path: str, data: Any) -> Any:
        return self._data("PATCH", path, {"data": data})

    def put(self, path: str, data: Any) -> Any:
        return self._data("PUT", path, {"data": data})

    def delete(self, path: str) -> Any:
        return self._data("DELETE", path, None)

    def refused(self, method: str, path: str, body: Any = None, *, status: int, code: str) -> Any:
        """Send and return the error body, which must have this status and code."""
        response = self.send(method, path, body)
        answer = response.json()
        assert (response.status, answer.get("code")) == (status, code), response.body
        return answer

    # records

    def create(self, object: str, **values: Any) -> Any:
        return self.post(f"objects/{object}/records", {"values": values})

    def find(self, object: str, filter: Any = None, **more: Any) -> list[Any]:
        body = {**({"filter": filter} if filter is not None else {}), **more}
        return self.query(f"objects/{object}/records/query", **body)


def own(record: Any) -> str:
    """The id of a record or entry."""
    return record["id"].get("entry_id") or record["id"]["record_id"]


def plain(record: Any, slug: str) -> list[Any]:
    """The values of one attribute without times and actors, one key each where that says it."""
    keep = (
        "value",
        "currency_value",
        "email_address",
        "domain",
        "phone_number",
        "full_name",
        "target_record_id",
    )
    values = []
    for raw in (record.get("values") or record["entry_values"])[slug]:
        if "option" in raw or "status" in raw:
            values.append((raw.get("option") or raw["status"])["title"])
        else:
            values.append(next((raw[key] for key in keep if key in raw), raw))
    return values


@pytest.fixture
def workspace() -> LocalWorkspace:
    """An empty workspace with all standard objects, deterministic."""
    return LocalWorkspace(random_seed="tests")


@pytest.fixture
def api(workspace: LocalWorkspace) -> Api:
    return Api(workspace)


@pytest.fixture
def demo() -> Api:
    """The demo workspace."""
    return Api(LocalWorkspace("demo"))


# An attribute of every type that can be made, through the API.
THINGS: dict[str, dict[str, Any]] = {
    "text": {"type": "text"},
    "key": {"type": "text", "is_unique": True},
    "number": {"type": "number"},
    "checkbox": {"type": "checkbox"},
    "currency": {
        "type": "currency",
        "config": {"currency": {"default_currency_code": "EUR", "display_type": "symbol"}},
    },
    "date": {"type": "date"},
    "timestamp": {"type": "timestamp"},
    "rating": {"type": "rating"},
    "status": {"type": "status"},
    "select": {"type": "select"},
    "select_many": {"type": "select", "is_multiselect": True},
    "anybody": {
        "type": "record-reference",
        "config": {"record_reference": {"allowed_objects": ["people", "companies"]}},
    },
    "anything": {"type": "record-reference", "is_multiselect": True},
    "actor": {"type": "actor-reference"},
    "location": {"type": "location"},
    "domain": {"type": "domain"},
    "email": {"type": "email-address"},
    "phone": {"type": "phone-number"},
}


def attribute(slug: str, **facts: Any) -> dict[str, Any]:
    """The body of a new attribute."""
    return {
        "title": slug.title(),
        "description": None,
        "api_slug": slug,
        "is_required": False,
        "is_unique": False,
        "is_multiselect": False,
        "config": {},
        **facts,
    }


def add_things(api: Api) -> Api:
    """Give a workspace the object `things`, with options A, B, Gone (archived) and statuses To do, Done."""
    api.post("objects", {"api_slug": "things", "singular_noun": "Thing", "plural_noun": "Things"})
    for slug, facts in THINGS.items():
        api.post("objects/things/attributes", attribute(slug, **facts))
    for slug in ("select", "select_many"):
        for title in ("A", "B", "Gone"):
            api.post(f"objects/things/attributes/{slug}/options", {"title": title})
        api.patch(f"objects/things/attributes/{slug}/options/Gone", {"is_archived": True})
    api.post("objects/things/attributes/status/statuses", {"title": "To do"})
    api.post("objects/things/attributes/status/statuses", {"title": "Done", "celebration_enabled": True})
    return api


@pytest.fixture
def things() -> Api:
    """The demo workspace with the object `things`."""
    return add_things(Api(LocalWorkspace("demo")))


@pytest.fixture
def new_attribute() -> Any:
    """The function that builds the body of a new attribute."""
    return attribute
