"""Recorded answers of the real API: every one parses with the generated models, and nothing of it is lost."""

from __future__ import annotations

import copy
import importlib
import json
import re
from datetime import datetime
from pathlib import Path
from typing import Any
from urllib.parse import parse_qsl, urlsplit

import pytest
from attio_openapi import models
from attio_openapi.operations import OPERATIONS

REPOSITORY = Path(__file__).resolve().parents[2]
TRAFFIC = REPOSITORY.parent / "shared" / "real-traffic"
SPEC: dict[str, Any] = json.loads((REPOSITORY / "openapi" / "normalized.json").read_text(encoding="utf-8"))
pytestmark = pytest.mark.skipif(not TRAFFIC.is_dir(), reason="../shared is not here: recorded answers")


def _interactions() -> list[Any]:
    if not TRAFFIC.is_dir():
        return []
    return [
        pytest.param(interaction, id=f"{path.stem}-{number}")
        for path in sorted(TRAFFIC.glob("*.json"))
        for number, interaction in enumerate(json.loads(path.read_text(encoding="utf-8"))["interactions"])
    ]


INTERACTIONS = _interactions()
SUCCESSES = [item for item in INTERACTIONS if item.values[0]["response"]["status"] < 300]


def find(method: str, path: str) -> tuple[str, tuple[str, ...]] | None:
    """Return the operation and path values of a route, or None."""
    for row in OPERATIONS.values():
        pattern = re.sub(r"\{(target)\}", "(objects|lists)", row.path)
        found = re.fullmatch(re.sub(r"\{[^}]+\}", "([^/]+)", pattern), path)
        if row.method == method and found:
            return row.id, found.groups()
    return None


def response_schema(operation_id: str, status: int) -> dict[str, Any]:
    """Return the schema of an operation's answer."""
    for item in SPEC["paths"].values():
        for operation in item.values():
            if operation["operationId"] == operation_id:
                return operation["responses"][str(status)]["content"]["application/json"]["schema"]
    raise LookupError(operation_id)


def read(operation_id: str, status: int, body: dict[str, Any]) -> Any:
    """Parse an answer with the model of its operation."""
    name = response_schema(operation_id, status)["$ref"].rsplit("/", 1)[1]
    if name == "Identity":
        name = "ActiveIdentity" if body["active"] else "InactiveIdentity"
    return getattr(models, name).from_dict(body)


def same(sent: Any, received: Any) -> bool:
    """Compare JSON, taking times for equal that name the same moment."""
    if isinstance(sent, dict):
        return (
            isinstance(received, dict)
            and sent.keys() == received.keys()
            and all(same(sent[k], received[k]) for k in sent)
        )
    if isinstance(sent, list):
        return len(sent) == len(received) and all(map(same, sent, received))
    if isinstance(sent, str) and sent != received and isinstance(received, str):
        return datetime.fromisoformat(sent) == datetime.fromisoformat(received)
    return bool(sent == received)


def unknowns(node: Any) -> list[str]:
    """Return the names of the Unknown classes in a parsed answer."""
    found = [type(node).__name__] if type(node).__name__.startswith("Unknown") else []
    members = node if isinstance(node, list) else list(node.values()) if isinstance(node, dict) else []
    if hasattr(node, "__attrs_attrs__"):
        members = [getattr(node, attribute.name) for attribute in node.__attrs_attrs__]
    return found + [name for member in members for name in unknowns(member)]


@pytest.mark.parametrize("interaction", SUCCESSES)
def test_a_recorded_answer_parses_whole(interaction: dict[str, Any]) -> None:
    """Nothing of a recorded answer is lost, unknown or in the bag of extra members."""
    request, response = interaction["request"], interaction["response"]
    matched = find(request["method"], urlsplit(request["url"]).path)
    assert matched is not None
    parsed = read(matched[0], response["status"], copy.deepcopy(response["body"]))
    assert same(response["body"], parsed.to_dict())
    assert unknowns(parsed) == []


@pytest.mark.parametrize("interaction", SUCCESSES)
def test_a_recorded_request_can_be_built(interaction: dict[str, Any]) -> None:
    """The request that was recorded is what build_request gives."""
    request = interaction["request"]
    url = urlsplit(request["url"])
    matched = find(request["method"], url.path)
    assert matched is not None
    operation_id, values = matched
    tag = OPERATIONS[operation_id].tag.lower().replace(" ", "_")
    build = importlib.import_module(f"attio_openapi.api.{tag}.{operation_id}").build_request
    body = {} if request["body"] is None else {"body": request["body"]}
    built = build(*values, **dict(parse_qsl(url.query)), **body)
    assert (built.method, built.path, built.body) == (request["method"], url.path, request["body"])


def mutations(body: Any) -> list[Any]:
    """Return variants of an answer as Attio may send them tomorrow: more members, new enum members, new types."""

    def change(node: Any, edit: Any) -> Any:
        if isinstance(node, dict):
            return edit({key: change(child, edit) for key, child in node.items()})
        return [change(child, edit) for child in node] if isinstance(node, list) else node

    def widen(node: Any) -> Any:
        # A map of values gains an attribute, everything else a member.
        is_map = bool(node) and all(isinstance(child, list) for child in node.values()) and "data" not in node
        return {**node, "added_later": [] if is_map else {"a": [None]}}

    extra = change(body, widen)
    tagged = change(
        body, lambda node: {**node, "attribute_type": "hologram"} if "attribute_type" in node else node
    )
    words = {
        "type",
        "event_type",
        "status",
        "access_level",
        "workspace_access",
        "level",
        "currency_code",
        "country_code",
    }
    enums = change(
        body,
        lambda node: {
            key: "added-later" if key in words and isinstance(value, str) else value
            for key, value in node.items()
        },
    )
    actors = change(
        body,
        lambda node: (
            {**node, "created_by_actor": {"type": None, "id": None}} if "created_by_actor" in node else node
        ),
    )
    return [extra, tagged, enums, actors]


@pytest.mark.parametrize("interaction", SUCCESSES)
def test_tomorrow_s_answers_parse_too(interaction: dict[str, Any]) -> None:
    """With extra members, unknown enum members and types and null actors an answer still parses whole."""
    request, response = interaction["request"], interaction["response"]
    matched = find(request["method"], urlsplit(request["url"]).path)
    assert matched is not None
    for body in mutations(response["body"]):
        assert same(body, read(matched[0], response["status"], copy.deepcopy(body)).to_dict())


def test_the_recorded_wrong_route_is_no_operation() -> None:
    """GET .../records is recorded as a 404: no operation of ours has that route."""
    assert find("GET", "/v2/objects/people/records") is None
    assert len(SUCCESSES) == len(INTERACTIONS) - 1
