"""Recording: asks before it writes into anybody's workspace, leaves it as it was, and labels what it made."""

from __future__ import annotations

import json
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from attio.testing import LocalResponse, LocalWorkspace, serve
from attio_openapi.operations import OPERATIONS
from scripts.recording import command, recorder
from scripts.recording.calls import Call, call
from scripts.recording.scenes import all_scenes, scene

ROOT = Path(__file__).resolve().parents[2]
LIVE = [
    "create_record",
    "upsert_record",
    "merge_records",
    "create_object",
    "create_attribute",
    "create_entry",
    "create_note",
    "create_comment",
    "create_call_recording",
    "upload_file",
    "create_webhook",
    "create_activity_record",
]


@pytest.fixture
def server(monkeypatch: pytest.MonkeyPatch):
    """A workspace that is recorded in the way one of Attio's would be."""
    with serve("demo") as made:
        monkeypatch.setenv("ATTIO_API_KEY", made.token)
        monkeypatch.setenv("ATTIO_BASE_URL", made.url)
        yield made


def content(workspace: LocalWorkspace) -> dict[str, int]:
    """How much of everything there is."""
    state = workspace.state
    found = {f"{home.slug} records": len(home.rows) for home in state.objects.values()}
    found |= {
        store.__class__.__name__: len(store.by_id) for store in state.stores() if hasattr(store, "by_id")
    }
    return {name: count for name, count in found.items() if count}


def test_a_workspace_has_to_be_named_to_be_written_to(
    server, tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    """A key in the environment is not enough: nothing is written, and the way on is said, without the key."""
    for given in (None, "another-one"):
        if given:
            monkeypatch.setenv("ATTIO_RECORD_WORKSPACE", given)
        assert command.main(ROOT, ["create_note", "--out", str(tmp_path)]) == 1
        error = capsys.readouterr().err
        assert "ATTIO_RECORD_WORKSPACE=harbour-light" in error
        assert server.token not in error
    assert {each.operation for each in server.workspace.calls} == {"get_self"}
    assert list(tmp_path.iterdir()) == []


def test_a_workspace_is_left_as_it_was(
    server, tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    """What was made for recording is taken away again; what cannot be is told; the label is the host's name."""
    monkeypatch.setenv("ATTIO_RECORD_WORKSPACE", "harbour-light")
    before = content(server.workspace)
    assert command.main(ROOT, [*LIVE, "--out", str(tmp_path)]) == 0
    said = capsys.readouterr().out
    assert f"{len(LIVE)} of {len(LIVE)} operations recorded" in said
    assert "stays in the workspace, since the API cannot delete it: the list cassettes_" in said
    assert content(server.workspace) == before
    assert {path.name for path in tmp_path.iterdir()} == {*LIVE, "README.md"}
    assert (
        json.loads((tmp_path / "create_note" / "call.json").read_text("utf-8"))["recorded_from"]
        == "127.0.0.1"
    )
    table = (tmp_path / "README.md").read_text("utf-8")
    assert "| [create_note](create_note/success.yaml) | 127.0.0.1 |" in table
    assert "| [get_note](get_note/success.yaml) | not recorded |" in table
    for path in tmp_path.rglob("*.*"):
        assert server.token not in path.read_text("utf-8")


def test_one_failure_does_not_stop_the_others(
    server, tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    """An operation that a plan does not have is told, with status 1; its recording of before stays."""
    monkeypatch.setenv("ATTIO_RECORD_WORKSPACE", "harbour-light")
    shutil.copytree(ROOT / "cassettes" / "run_sql", tmp_path / "run_sql")
    before = (tmp_path / "run_sql" / "success.yaml").read_bytes()
    refused = (
        b'{"status_code": 403, "type": "auth_error", "code": "billing_error", "message": "Not in your plan."}'
    )

    def without_sql(request, inner):
        if request.operation is not None and request.operation.id == "run_sql":
            return LocalResponse(403, [("content-type", "application/json")], refused)
        return inner(request)

    server.workspace.layers.append(without_sql)
    assert command.main(ROOT, ["run_sql", "get_self", "--out", str(tmp_path)]) == 1
    said = capsys.readouterr().out
    assert "1 of 2 operations recorded" in said
    assert "run_sql: " in said
    assert "Not in your plan" in said
    assert (tmp_path / "run_sql" / "success.yaml").read_bytes() == before
    assert (tmp_path / "get_self" / "success.yaml").exists()


def test_what_cannot_be_taken_away_is_told(tmp_path: Path) -> None:
    """A cleaning that fails is reported with its reason."""
    workspace = LocalWorkspace(random_seed="stays")

    def no_delete(request, inner):
        if request.method == "DELETE":
            return LocalResponse(403, [("content-type", "application/json")], b'{"message": "no"}')
        return inner(request)

    workspace.layers.append(no_delete)
    with serve(workspace=workspace) as server:
        place = recorder.Place(server.url, server.token, recorder.LOCAL, "t")
        done = recorder.record(tmp_path, lambda _: place, ["get_note"])
    assert done[0].problem is None
    left = [text.partition(" (")[0] for text in done[0].left]
    assert left == ["a note", "a person", "the person of ada_t_1@example.com", "the company of example.com"]


def test_the_check_names_what_changed(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """A recording that the local workspace does not give any more, or that is missing, is a failure."""
    for name in ("get_note", "get_task"):
        shutil.copytree(ROOT / "cassettes" / name, tmp_path / name)
    assert command.main(ROOT, ["--check", "get_note", "get_task", "--out", str(tmp_path)]) == 0
    place = tmp_path / "get_note" / "success.yaml"
    place.write_text(place.read_text("utf-8").replace("Visit", "Fisit"), encoding="utf-8")
    assert command.main(ROOT, ["--check", "get_note", "get_task", "get_self", "--out", str(tmp_path)]) == 1
    said = capsys.readouterr().out
    assert "changed: get_note; run make record" in said
    assert "missing: get_self" in said


def test_without_a_key_it_records_here(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """The script itself works from anywhere, and needs neither account nor network."""
    arguments = [sys.executable, str(ROOT / "scripts" / "record"), "get_self", "--out", str(tmp_path)]
    done = subprocess.run(arguments, cwd=tmp_path, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
    assert "1 of 1 operations recorded" in done.stdout
    assert "stays" not in done.stdout
    with pytest.raises(SystemExit) as caught:
        command.main(ROOT, ["get_nothing"])
    assert caught.value.code == 2
    assert "no such operation: get_nothing" in capsys.readouterr().err


def test_there_is_a_scene_for_each_operation() -> None:
    """A new operation fails here until somebody says how to record it; none has two."""
    assert list(all_scenes()) == list(OPERATIONS)
    with pytest.raises(LookupError):
        scene(all_scenes()["get_self"])


def test_a_call_survives_being_written() -> None:
    """Bytes and pairs come back as such."""
    made = call("a", b"b\r\n", {"x": [("people", "id"), None]}, n=1.5, r=("people", "id"))
    assert Call.from_json(json.loads(json.dumps(made.to_json()))) == made
