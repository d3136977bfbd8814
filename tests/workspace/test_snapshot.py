"""A workspace in a file, and back."""

from __future__ import annotations

import gzip
import hashlib
import json
import os
import pickle
import signal
import subprocess
import sys
import textwrap
from pathlib import Path

import pytest

from attio import Attio
from attio.core.errors import ArgumentError
from attio.testing import LocalWorkspace, Settings, SnapshotError, SteppingClock, SystemClock
from attio.testing import snapshot as module
from tests.workspace.conftest import Api, own
from tests.workspace.every_operation import demo, request_for, send


@pytest.fixture
def path(tmp_path):
    """Where a snapshot goes."""
    return tmp_path / "crm.attio"


READS = [
    "get_self",
    "list_objects",
    "list_attributes",
    "list_statuses",
    "list_options",
    "list_object_views",
    "list_records",
    "get_record",
    "list_record_values",
    "list_record_entries",
    "list_lists",
    "list_list_views",
    "list_entries",
    "list_notes",
    "list_tasks",
    "list_threads",
    "list_meetings",
    "list_call_recordings",
    "get_call_recording",
    "list_files",
    "get_file",
    "list_emails",
    "list_activities",
    "list_activity_records",
    "list_webhooks",
    "list_workspace_members",
    "run_sql",
    "search_records",
]


def everything(workspace):
    """All answers that show what is in a workspace."""
    return {name: send(workspace, request_for(name, workspace)).json() for name in READS}


def test_everything_comes_back(path):
    """Every read answers the same, and what happens next happens the same: ids and times go on."""
    first = demo()
    api = Api(first)
    person = own(api.find("people", limit=1)[0])
    api.patch(f"objects/people/records/{person}", {"values": {"job_title": "Captain"}})
    first.oauth.add_app("https://x.example/")
    first.save(path)
    with LocalWorkspace.open(path) as second:
        assert everything(second) == everything(first)
        assert second.clock.read_us() == first.clock.read_us()
        assert list(second.oauth.apps) == list(first.oauth.apps)
        for workspace in (first, second):
            workspace.request("POST", "/v2/objects/people/records", {"data": {"values": {}}})
        assert everything(second) == everything(first)


def test_what_was_indexed_is_still_unique(path):
    """Indexes, relationships and history work on after opening."""
    with LocalWorkspace.open(path, seed="demo") as workspace:
        pass
    with LocalWorkspace.open(path) as workspace:
        api = Api(workspace)
        body = {"data": {"values": {"domains": ["northseaferries.example"]}}}
        api.refused("POST", "objects/companies/records", body, status=400, code="uniqueness_conflict")
        ines = api.find("people", {"email_addresses": "ines@nsf.example"})[0]
        company = ines["values"]["company"][0]["target_record_id"]
        api.delete(f"objects/companies/records/{company}")
        assert api.get(f"objects/people/records/{own(ines)}")["values"]["company"] == []


def test_a_workspace_saves_itself_at_the_end(path):
    """As a context manager, unless an exception ends it; close() alone saves nothing."""
    with LocalWorkspace.open(path) as workspace:
        Api(workspace).create("companies", name="Kept")
    with pytest.raises(KeyError), LocalWorkspace.open(path) as workspace:
        Api(workspace).create("companies", name="Lost")
        raise KeyError
    workspace = LocalWorkspace.open(path)
    Api(workspace).create("companies", name="Lost too")
    workspace.close()
    workspace.close()
    with LocalWorkspace.open(path) as workspace:
        names = [each["values"]["name"][0]["value"] for each in Api(workspace).find("companies")]
    assert names == ["Kept"]


def test_save_writes_where_it_came_from_or_where_it_is_told(path, tmp_path):
    """A workspace that came from nowhere needs a path."""
    workspace = LocalWorkspace.open(path)
    workspace.save()
    workspace.save(path)
    workspace.save(tmp_path / "copy.attio")
    workspace.close()
    assert path.exists() and (tmp_path / "copy.attio").exists()
    with pytest.raises(ArgumentError, match="path"):
        LocalWorkspace().save()
    with pytest.raises(ArgumentError, match="path"):
        workspace.save()


def test_a_seed_begins_what_is_not_there_yet(path):
    """And is left out of account when it is."""
    with LocalWorkspace.open(path, seed="demo") as workspace:
        Api(workspace).post("objects", {"api_slug": "x", "singular_noun": "X", "plural_noun": "Xs"})
    with LocalWorkspace.open(path, seed="demo") as workspace:
        assert workspace.state.find_object("x") is not None


def test_settings_may_be_given_anew(path):
    """Clock and settings of the call win over those of the file."""
    LocalWorkspace("demo", settings=Settings(max_objects=9)).save(path)
    with LocalWorkspace.open(path) as workspace:
        assert workspace.state.settings.max_objects == 9
        assert isinstance(workspace.clock, SteppingClock)
    with LocalWorkspace.open(path, settings=Settings(max_objects=7), clock=SystemClock()) as workspace:
        assert workspace.state.settings.max_objects == 7
        assert isinstance(workspace.clock, SystemClock)


def test_a_workspace_by_the_machines_clock_stays_one(path):
    """Its clock is not frozen at the time of the snapshot."""
    LocalWorkspace().save(path)
    with LocalWorkspace.open(path) as workspace:
        assert isinstance(workspace.clock, SystemClock)


def test_deliveries_that_are_pending_are_made_later(path):
    """Also one that was under way when the file was written: at least once."""
    workspace = LocalWorkspace("demo")
    workspace.webhooks.add("https://example.com/x", "record.created", to=lambda _: 500)
    workspace.request("POST", "/v2/objects/people/records", {"data": {"values": {}}})
    workspace.webhooks.pending[0].is_busy = True
    workspace.save(path)
    got = []
    with LocalWorkspace.open(path) as again:
        again.webhooks.route(got.append)
        again.webhooks.settle()
    assert [each.event_type for each in got] == ["record.created"]
    assert len(got[0].attempts) == 2


def test_tokens_and_what_they_may_come_back(path):
    """Revoked ones stay revoked; the usual ones are there."""
    workspace = LocalWorkspace("demo")
    workspace.add_token("x" * 64, scopes={"note:read"})
    workspace.tokens["x" * 64].revoked = True
    workspace.save(path)
    with LocalWorkspace.open(path) as again:
        assert again.tokens["x" * 64].revoked and again.token == workspace.token
        with Attio(transport=again.transport()) as client:
            assert client.whoami().workspace_name == "Harbour Light"


# One file, one process


def test_two_openings_of_one_file_are_refused(path):
    """The second one is told who holds it; afterwards it may."""
    workspace = LocalWorkspace.open(path)
    with pytest.raises(SnapshotError, match="open in this process already"):
        LocalWorkspace.open(path)
    with pytest.raises(SnapshotError, match="open in this process already"):
        LocalWorkspace().save(path)
    workspace.close()
    LocalWorkspace.open(path).close()


def _script(body):
    return [sys.executable, "-c", textwrap.dedent(body)]


def test_another_process_is_named(path):
    """By its number, so that it can be found; and nothing of it is harmed."""
    body = f"""
        import sys
        from attio.testing import LocalWorkspace
        workspace = LocalWorkspace.open({str(path)!r}, seed="demo")
        print("open", flush=True)
        sys.stdin.read()
        workspace.close(save=True)
    """
    with subprocess.Popen(_script(body), stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True) as holder:
        assert holder.stdout.readline() == "open\n"
        with pytest.raises(SnapshotError, match=f"open in process {holder.pid}"):
            LocalWorkspace.open(path)
        with pytest.raises(SnapshotError):
            LocalWorkspace("demo").save(path)
        holder.communicate("")
    LocalWorkspace.open(path).close()


def test_a_process_that_is_killed_lets_go_of_the_file(path):
    """The lock ends with its holder."""
    body = f"""
        import time
        from attio.testing import LocalWorkspace
        workspace = LocalWorkspace.open({str(path)!r})
        print("open", flush=True)
        time.sleep(60)
    """
    with subprocess.Popen(_script(body), stdout=subprocess.PIPE, text=True) as holder:
        assert holder.stdout.readline() == "open\n"
        holder.kill()
        holder.wait()
    LocalWorkspace.open(path).close()


# The old file stays until the new one is whole


def test_a_kill_while_saving_leaves_a_whole_file(path):
    """Whenever the process dies, the file opens, and holds a number of records that was saved."""
    body = f"""
        from attio.testing import LocalWorkspace
        workspace = LocalWorkspace.open({str(path)!r}, seed={{"generate": {{"people": 3000}}}})
        workspace.save()
        print("saved", flush=True)
        while True:
            workspace.request("POST", "/v2/objects/companies/records", {{"data": {{"values": {{}}}}}})
            workspace.save()
    """
    for pause_s in (0.01, 0.06, 0.13):
        with subprocess.Popen(_script(body), stdout=subprocess.PIPE, text=True) as saver:
            assert saver.stdout.readline() == "saved\n"
            with pytest.raises(subprocess.TimeoutExpired):
                saver.wait(pause_s)
            os.kill(saver.pid, signal.SIGKILL)
            saver.wait()
        with LocalWorkspace.open(path) as workspace:
            assert len(workspace.state.find_object("people").rows) == 3000
        assert [each.name for each in path.parent.iterdir() if each.name.endswith(".part")] == []


@pytest.mark.parametrize("fails", ["fsync", "replace"])
def test_a_disk_that_fails_leaves_the_old_file(path, monkeypatch, fails):
    """The error is the system's own; nothing is left lying about."""
    LocalWorkspace("demo").save(path)
    before = path.read_bytes()

    def broken(*_):
        raise OSError(28, "No space left on device")

    with monkeypatch.context() as patched:
        patched.setattr(module.os if fails == "fsync" else Path, fails, broken)
        with pytest.raises(OSError, match="No space left"):
            LocalWorkspace().save(path)
    assert path.read_bytes() == before
    assert sorted(each.name for each in path.parent.iterdir()) == ["crm.attio", "crm.attio.lock"]


def test_what_a_killed_writer_left_is_swept_away(path):
    """The next save removes it."""
    left = path.with_name(f".{path.name}.999.part")
    left.write_bytes(b"half")
    LocalWorkspace().save(path)
    assert not left.exists()


# Files that are not good


def _file(payload, **about):
    known = {
        "layout": module._layout(),
        "sha256": hashlib.sha256(payload).hexdigest(),
        "size_bytes": len(payload),
    }
    return module._MAGIC + json.dumps({**known, **about}).encode() + b"\n" + payload


class Hostile:
    """What a pickle could do if it were let."""

    def __reduce__(self):
        return (os.system, ("echo pwned > pwned",))


@pytest.mark.parametrize(
    ("content", "problem"),
    [
        (b"", "is no snapshot"),
        (b"SQLite format 3\x00", "is no snapshot"),
        (module._MAGIC, "header cannot be read"),
        (module._MAGIC + b"{}\n", "header cannot be read"),
        (module._MAGIC + b"[]\n", "header cannot be read"),
        (_file(b"x", sha256="0"), "is damaged"),
        (_file(b"x", layout="0"), "another version"),
        (_file(b"not gzip"), "cannot be read"),
        (_file(gzip.compress(b"not a pickle")), "cannot be read"),
        (_file(gzip.compress(pickle.dumps([1, 2]))), "holds no workspace"),
        (_file(gzip.compress(pickle.dumps({"other": 1}))), "holds no workspace"),
        (_file(gzip.compress(pickle.dumps(Hostile()))), "not part of a workspace"),
        (_file(gzip.compress(b"cbuiltins\neval\n(S'1'\ntR.")), "not part of a workspace"),
    ],
)
def test_a_file_that_is_not_good_is_refused(path, content, problem, monkeypatch, tmp_path):
    """With a reason, without running anything, and without holding on to it."""
    monkeypatch.chdir(tmp_path)
    path.write_bytes(content)
    for _ in range(2):
        with pytest.raises(SnapshotError, match=problem) as caught:
            LocalWorkspace.open(path)
    assert caught.value.path == str(path)
    assert path.read_bytes() == content and not (tmp_path / "pwned").exists()


@pytest.mark.parametrize("cut", [0.02, 0.5, 0.999])
def test_a_file_that_was_cut_is_refused(path, cut):
    """Half a snapshot is none."""
    LocalWorkspace("demo").save(path)
    content = path.read_bytes()
    path.write_bytes(content[: int(len(content) * cut)])
    with pytest.raises(SnapshotError):
        LocalWorkspace.open(path)


def test_a_place_where_no_file_can_be_is_refused(tmp_path):
    """A folder, or no folder to be in."""
    with pytest.raises(SnapshotError, match="folder"):
        LocalWorkspace.open(tmp_path)
    with pytest.raises(SnapshotError, match="no folder"):
        LocalWorkspace.open(tmp_path / "nowhere" / "crm.attio")


def test_the_error_pickles(path):
    """As all errors of the library do."""
    error = pickle.loads(pickle.dumps(SnapshotError(path, "is damaged")))
    assert str(error) == f"{path}: is damaged" and error.path == str(path)


def test_the_layout_follows_the_classes_of_data():
    """Another slot of a class of data is another layout, so an old file is refused and not misread."""
    classes = module._data_classes()
    from attio.testing.state.notes import Note, Notes

    assert classes["attio.testing.state.notes", "Note"] is Note
    assert "meeting_id" in module._fields(Note) and "by_id" in module._fields(Notes)
    assert ("attio.testing.state.notes", "actor_json") not in classes


def test_a_subclass_opens_as_itself(path):
    """open() is a class method."""

    class Mine(LocalWorkspace):
        pass

    with Mine.open(path, seed="demo") as workspace:
        assert isinstance(workspace, Mine)
    with Mine.open(path) as workspace:
        assert isinstance(workspace, Mine)
