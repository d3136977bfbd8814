"""What nobody thought of: schemathesis asks the served workspace, by the spec and against it."""

from __future__ import annotations

import os
from collections import Counter
from typing import Any

import pytest
import requests
from hypothesis import HealthCheck, Phase, given, settings

from attio.testing import LocalResponse, LocalWorkspace, serve
from attio_openapi.operations import OPERATIONS
from tests.contract import fuzzing

FEW = int(os.environ.get("ATTIO_TEST_EXAMPLES", "3"))
MANY = int(os.environ.get("ATTIO_TEST_SOAK_EXAMPLES", "300"))


@pytest.fixture(scope="module")
def fuzzed():
    """The server, and the operations as schemathesis sees them."""
    import schemathesis

    workspace = LocalWorkspace("demo")
    document = fuzzing.spec(fuzzing.ids(workspace))
    with serve(workspace=workspace) as server:
        schema = schemathesis.openapi.from_dict(document)
        operations = {
            each.ok().definition.raw["operationId"]: each.ok() for each in schema.get_all_operations()
        }
        assert set(operations) == set(OPERATIONS)
        yield server, operations


def ask(fuzzed: Any, operation: str, *, examples: int, fixed: bool, layer: Any = None) -> Counter[int]:
    """Send generated requests, valid ones and broken ones; gives how often each status came back."""
    from schemathesis import GenerationMode
    from schemathesis.checks import not_a_server_error
    from schemathesis.specs.openapi.checks import (
        content_type_conformance,
        response_schema_conformance,
        status_code_conformance,
    )

    server, operations = fuzzed
    workspace = LocalWorkspace("demo")
    fuzzing.ids(workspace)
    if layer is not None:
        workspace.layers.append(layer)
    server.use(workspace)
    checks = [not_a_server_error, status_code_conformance, response_schema_conformance]
    if operation not in {"download_file", "delete_call_recording"}:
        checks.append(content_type_conformance)
    seen: Counter[int] = Counter()
    session = requests.Session()
    modes = [GenerationMode.POSITIVE]
    if OPERATIONS[operation].path != "/v2/self" and (
        operations[operation].body or operations[operation].query
    ):
        modes.append(GenerationMode.NEGATIVE)
    for mode in modes:

        @settings(
            max_examples=examples,
            derandomize=fixed,
            deadline=None,
            database=None,
            phases=[Phase.generate] if fixed else [Phase.generate, Phase.shrink],
            suppress_health_check=list(HealthCheck),
        )
        @given(operations[operation].as_strategy(generation_mode=mode))
        def send(case: Any) -> None:
            response = case.call_and_validate(
                base_url=server.url,
                session=session,
                headers={"Authorization": f"Bearer {server.token}"},
                checks=checks,
                allow_redirects=False,
                timeout=30,
            )
            seen[response.status_code] += 1

        send()
    session.close()
    return seen


@pytest.mark.parametrize("operation", OPERATIONS)
def test_whatever_is_asked_is_answered_as_documented(fuzzed: Any, operation: str) -> None:
    """No 5xx, no status that is not documented, no body that breaks its schema; the same requests each time."""
    assert sum(ask(fuzzed, operation, examples=FEW, fixed=True).values()) >= 1


@pytest.mark.parametrize(
    "operation",
    [
        "get_note",
        "list_notes",
        "list_records",
        "update_record",
        "delete_task",
        "list_attributes",
        "create_task",
    ],
)
def test_requests_get_somewhere(fuzzed: Any, operation: str) -> None:
    """Not everything ends at a 404: ids and slugs of the workspace are used, and some requests succeed."""
    seen = ask(fuzzed, operation, examples=25, fixed=True)
    assert seen[200] >= 1, seen


@pytest.mark.parametrize(
    "wrong",
    [
        LocalResponse(500, [("content-type", "application/json")], b"{}"),
        LocalResponse(418, [("content-type", "application/json")], b"{}"),
        LocalResponse(409, [("content-type", "application/json")], b'{"status_code": 409}'),
        LocalResponse(200, [("content-type", "application/json")], b'{"data": [{"title": 5}]}'),
        LocalResponse(200, [("content-type", "text/html")], b"<p>"),
        LocalResponse(404, [("content-type", "application/json")], b'{"message": ""}'),
    ],
    ids=["5xx", "unknown status", "undocumented status", "schema", "content type", "error schema"],
)
def test_a_wrong_answer_is_found(fuzzed: Any, wrong: LocalResponse) -> None:
    """The checks are on: each kind of wrong answer fails."""
    with pytest.raises(BaseExceptionGroup):
        ask(fuzzed, "list_notes", examples=1, fixed=True, layer=lambda _, __: wrong)


@pytest.mark.soak
@pytest.mark.parametrize("operation", OPERATIONS)
def test_whatever_is_asked_for_long(fuzzed: Any, operation: str) -> None:
    """The same with many requests, other ones each time; most operations also succeed."""
    seen = ask(fuzzed, operation, examples=MANY, fixed=False)
    print(operation, dict(seen))
