"""The table of operations, its page in the docs, the spec and the client are about the same 97 operations."""

from __future__ import annotations

import inspect
from functools import partial
from pathlib import Path

import pytest

from attio import AsyncAttio, Attio
from attio_openapi.operations import OPERATIONS
from scripts.normalize.operations_page import operations_page
from scripts.normalize.table import load_table
from tests.contract.calls import CALLS
from tests.contract.sampling import ROUTES, problems, samples, schema_of_answer, validator
from tests.contract.server import KEY, Server, known_members, run, sent_members, success

ROOT = Path(__file__).resolve().parents[2]
ROWS = {row.id: row for row in load_table(ROOT / "openapi" / "operations.yaml").rows if not row.retired}


def test_the_calls_cover_every_operation() -> None:
    """No operation is without a test, and no test without an operation."""
    assert len(OPERATIONS) == 97
    assert set(CALLS) == set(OPERATIONS) == set(ROUTES)


@pytest.mark.parametrize("operation", OPERATIONS)
def test_an_operation_is_where_the_table_says(operation: str) -> None:
    """The table's client path leads to a method, in both worlds: sync returns, async is awaited."""
    row, known = CALLS[operation], OPERATIONS[operation]
    method, template, described = ROUTES[operation]
    assert row.client == known.client
    assert (known.method, known.summary) == (method, described["summary"])
    # Parameters of paths are renamed for those who call the builders; on the wire they have no names.
    assert [step.startswith("{") or step for step in template.split("/")] == [
        step.startswith("{") or step for step in known.path.split("/")
    ]
    server = Server()
    with Attio(api_key=KEY, transport=server) as client:
        assert not inspect.iscoroutinefunction(row.method(client))
    assert inspect.iscoroutinefunction(row.method(AsyncAttio(api_key=KEY, transport=server)))


def test_the_page_is_what_the_table_gives() -> None:
    """docs/operations.md says what openapi/operations.yaml says, to the letter."""
    assert (ROOT / "docs" / "operations.md").read_text("utf-8") == operations_page(tuple(ROWS.values()))


def test_the_code_is_what_the_table_gives() -> None:
    """The generated table has the reviewed rows, field by field."""
    assert list(ROWS) == list(OPERATIONS)
    for row, known in zip(ROWS.values(), OPERATIONS.values(), strict=True):
        assert (known.method, known.path, known.client) == (row.method, row.path, row.client)
        assert (known.tag, known.summary, known.stability) == (row.tag, row.summary, row.stability)
        assert (known.retry, known.rate, known.rate_limit_per_s) == (
            row.retry,
            row.rate,
            row.rate_limit_per_s,
        )
        paging = row.paging
        assert (known.paging, known.page_default, known.page_max) == (
            paging.style,
            paging.default,
            paging.maximum,
        )
        assert (known.scopes, known.scopes_by_target) == (row.scopes, row.scopes_by_target)
        assert known.token_levels == row.token_levels


@pytest.mark.parametrize("operation", OPERATIONS)
def test_samples_are_what_the_spec_says(operation: str) -> None:
    """What the tests let Attio answer is an answer that Attio could give."""
    schema = schema_of_answer(operation)
    assert (schema is None) == (operation in {"download_file", "delete_call_recording"})
    for sample in samples(operation):
        assert problems(validator(schema), sample.value) == []


@pytest.mark.parametrize("operation", OPERATIONS)
def test_everything_that_an_operation_takes_can_be_given(operation: str) -> None:
    """The calls of the table send every query parameter and every member of the body, and nothing else."""
    row, sent = CALLS[operation], set()
    value = samples(operation)[0].value if samples(operation) else None
    for at in range(len(row.calls)):
        server = Server(*success(operation, value))
        run("sync", partial(row, at=at), server)
        sent |= sent_members(operation, server.asked[0])
    assert sent == known_members(operation)
