"""All 97 operations answer, and what the page about them says is what the code says."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest
from attio_openapi.operations import OPERATIONS

from attio.testing import LocalWorkspace, router
from attio.testing.workspace import operations
from scripts import simulation_page
from tests.workspace.every_operation import demo, request_for, send

ROOT = Path(__file__).resolve().parents[2]


def test_every_operation_has_a_handler():
    """Nothing of the API is left out."""
    assert len(operations()) == 97
    assert [name for name, handled in operations().items() if not handled] == []


@pytest.mark.parametrize("operation", sorted(OPERATIONS))
def test_every_operation_succeeds_in_the_demo_workspace(operation):
    """Each one answers a good request with the status and the shape that the spec documents."""
    workspace = demo()
    answer = send(workspace, request_for(operation, workspace))
    assert answer.status in OPERATIONS[operation].success, answer.body
    assert workspace.calls[-1].operation == operation


def test_every_operation_refuses_a_token_it_does_not_know():
    """401 everywhere, but for /v2/self, which says that the token is not active."""
    workspace = demo()
    strangers = {}
    for operation in OPERATIONS:
        request = request_for(operation, workspace)
        answer = workspace.handle(
            request.method, request.path, headers={"authorization": f"Bearer {'x' * 64}"}
        )
        strangers[operation] = answer.status
    assert strangers.pop("get_self") == 200
    assert set(strangers.values()) == {401}


def test_the_table_tells_of_every_operation():
    """Each handler's docstring says what it does; the page shows it beside what is left out."""
    told = router.simulated()
    assert told.keys() == OPERATIONS.keys()
    assert all(what.endswith(".") and len(what) > 12 for what, _ in told.values())
    page = simulation_page.simulation_page()
    for operation, (what, but) in told.items():
        line = next(line for line in page.splitlines() if line.startswith(f"| `{operation}` |"))
        assert what.replace("|", "\\|") in line
        assert (but or "-") in line


def test_the_page_is_what_the_code_gives():
    """docs/simulation.md is never edited by hand."""
    assert (ROOT / simulation_page.PAGE).read_text("utf-8") == simulation_page.simulation_page()


def test_the_script_checks_and_writes(tmp_path, capsys):
    """--check tells a page that is out of date; without it the page is written; anything else is an error."""
    (tmp_path / "docs").mkdir()
    assert simulation_page.main(tmp_path, ["--check"]) == 1
    assert "simulation_table" in capsys.readouterr().out
    assert simulation_page.main(tmp_path, []) == 0
    assert simulation_page.main(tmp_path, ["--check"]) == 0
    (tmp_path / simulation_page.PAGE).write_text("edited", "utf-8")
    assert simulation_page.main(tmp_path, ["--check"]) == 1
    assert simulation_page.main(tmp_path, ["--unknown"]) == 2
    assert "usage" in capsys.readouterr().out


def test_the_script_runs_by_itself():
    """scripts/simulation_table finds its modules from anywhere."""
    script = ROOT / "scripts" / "simulation_table"
    done = subprocess.run(
        [sys.executable, script, "--check"], cwd="/", capture_output=True, text=True, check=False
    )
    assert done.returncode == 0, done.stdout + done.stderr


def test_where_a_feature_is_not_provisioned_its_routes_are_not_there():
    """Without meetings the route itself is 404, as behaviour.md tells of real workspaces."""
    workspace = LocalWorkspace(without={"Meetings"})
    answer = workspace.request("GET", "/v2/meetings")
    assert answer.status == 404
    assert answer.json()["message"] == 'Could not find endpoint "GET /v2/meetings".'
