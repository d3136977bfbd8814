"""The fixtures, as a user's test suite meets them: pytest in a process of its own, on files of its own."""

from __future__ import annotations

import asyncio
import os
import subprocess
import sys
from pathlib import Path

import pytest

import attio
from attio import AsyncAttio, Attio
from attio.testing import LocalWorkspace, Mock

SUITE = """
import asyncio
import pytest
import attio
from attio.testing import UnmatchedRequestError

def test_client(attio_client, attio_workspace):
    ada = attio_client.people.create({"name": "Ada Lovelace"})
    assert attio_workspace.calls.of("create_record")
    assert attio_client.people.get(ada.id) == ada

def test_each_test_has_its_own_workspace(attio_client):
    assert len(attio_client.people.list()) == 0

@pytest.mark.parametrize("attio_seed", ["demo"])
def test_seed(attio_client):
    assert len(attio_client.companies.list()) > 3

def test_async_client(attio_async_client):
    async def work():
        await attio_async_client.people.create({"name": "Ada Lovelace"})
        return len(await attio_async_client.people.list())
    assert asyncio.run(work()) == 1

def test_sandbox(attio_sandbox):
    attio.Person.create(values={"name": "Ada Lovelace"})
    assert len(attio_sandbox.calls.of("create_record")) == 1

def test_mock(attio_mock):
    attio_mock.stub("GET", "/v2/notes", [])
    assert len(attio.Note.list()) == 0

def test_mock_is_closed():
    with pytest.raises(attio.ConfigurationError):
        attio.Note.list()
"""

FAILING = """
import attio

def test_hidden(attio_mock):
    try:
        attio.Note.list()
    except BaseException:
        pass

def test_seen(attio_mock):
    attio.Note.list()
"""


def test_the_fixtures_work_without_any_setup(tmp_path: Path) -> None:
    """Installing is enough for each fixture to work; an unexpected request fails its test, hidden or not, once."""
    (tmp_path / "test_works.py").write_text(SUITE, encoding="utf-8")
    (tmp_path / "test_fails.py").write_text(FAILING, encoding="utf-8")
    environment = {
        name: value
        for name, value in os.environ.items()
        if not name.startswith(("ATTIO_", "COV_", "PYTEST_"))
    }
    others = ("schemathesis", "randomly", "xdist", "hypothesispytest", "pytest_cov", "anyio", "cacheprovider")
    command = [
        sys.executable,
        "-m",
        "pytest",
        "-q",
        "--tb=short",
        *(part for name in others for part in ("-p", f"no:{name}")),
    ]
    done = subprocess.run(
        [*command, "."], cwd=tmp_path, env=environment, capture_output=True, text=True, check=False
    )
    assert "1 failed, 8 passed, 1 error" in done.stdout, done.stdout
    assert "FAILED test_fails.py::test_seen" in done.stdout
    assert "ERROR test_fails.py::test_hidden" in done.stdout
    assert "no stub answers GET /v2/notes" in done.stdout


def test_loading_the_plugin_is_cheap() -> None:
    """Who does not use the fixtures pays for nothing."""
    code = "import sys, attio.testing.plugin; print(' '.join(sys.modules))"
    loaded = set(
        subprocess.run(
            [sys.executable, "-c", code], capture_output=True, text=True, check=True
        ).stdout.split()
    )
    assert not loaded & {
        "httpx",
        "msgspec",
        "attio_openapi",
        "attio.core",
        "attio.testing.workspace",
        "vcr",
        "uvicorn",
    }


@pytest.mark.parametrize("attio_seed", [None, "demo"])
def test_a_workspace_is_the_same_each_time(attio_workspace: LocalWorkspace, attio_seed: str | None) -> None:
    """Ids do not change from run to run, so they can stand in a test."""
    again = LocalWorkspace(attio_seed, random_seed="attio_workspace" if attio_seed is None else None)
    assert attio_workspace.state.identity["id"] == again.state.identity["id"]


def test_the_fixtures_work_in_this_suite_too(
    attio_client: Attio, attio_async_client: AsyncAttio, attio_workspace: LocalWorkspace
) -> None:
    """Both clients of a test see one workspace."""
    attio_client.people.create({"name": "Ada Lovelace"})
    assert len(asyncio.run(attio_async_client.people.list())) == 1
    assert {call.operation for call in attio_workspace.calls} >= {"create_record", "list_records"}


def test_the_sandbox_fixture_serves_module_level_calls(attio_sandbox: LocalWorkspace) -> None:
    """A test that asks for it needs no client."""
    attio.Person.create(values={"name": "Ada Lovelace"})
    assert len(attio_sandbox.calls.of("create_record")) == 1


def test_the_mock_fixture_answers(attio_mock: Mock) -> None:
    """A test that asks for it is off the network."""
    attio_mock.stub("GET", "/v2/notes", [])
    assert len(attio.Note.list()) == 0
