"""The journal on disk: what it keeps, whose it is, and what it refuses to be."""

from __future__ import annotations

import os
import sqlite3
import stat
import subprocess
import sys
import threading

import pytest

from attio.bulk.journal import Journal, is_begun
from attio.bulk.journal_file import APPLICATION_ID, JournalError, JournalFile
from attio.core.errors import ArgumentTypeError, BadRequestError
from attio.records.planning import Rules, Seen, Settled, Task
from attio.records.planning_rows import Work

CREATE = Rules("create", "record", ("objects", "people"), journalled=True)
UPSERT = Rules("upsert", "record", ("objects", "people"), matching="email_addresses", journalled=True)


def _task(index: int = 0, ident: str = "row 0", digest: bytes = b"h") -> Task:
    return Task(index, ident, digest, {}, Work({}), None)


def test_a_row_goes_from_sent_to_done(tmp_path):
    """What was noted is there after the file is opened again, and known to be of an earlier run."""
    path = tmp_path / "import.db"
    journal = Journal(path, UPSERT, "w-1")
    assert journal.seen(0, "row 0") is None
    assert journal.begin(_task(), 17.5) == 17.5
    assert journal.seen(0, "row 0") == Seen("sent", 0, b"h", "unknown", None, 17.5, this_run=True)
    journal.finish(Settled(0, "created", "r-1", sent=True, task=_task(), mark="done", sent_at=17.5))
    journal.close()
    journal.close()
    journal = Journal(os.fspath(path), UPSERT, "w-1")
    assert journal.seen(0, "row 0") == Seen("done", 0, b"h", "created", "r-1", 17.5, this_run=False)
    assert repr(journal) == f"<Journal {path}>"
    journal.close()
    assert is_begun(path)
    assert not is_begun(None)
    assert not is_begun(tmp_path / "other.db")


def test_what_leaves_things_as_they_are_writes_nothing(tmp_path):
    """Without a mark, without a task, or for what an earlier run did, the journal stays as it is."""
    with_mark = Settled(0, "failed", task=_task(), mark="failed", error=BadRequestError("no" * 500))
    journal = Journal(tmp_path / "j.db", UPSERT, None)
    for settled in (
        Settled(0, "failed", task=_task(), error=BadRequestError("no")),
        Settled(0, "failed", mark="failed", error=BadRequestError("no")),
        Settled(0, "updated", task=_task(), mark="done", earlier=True),
    ):
        journal.finish(settled)
        assert journal.seen(0, "row 0") is None
    journal.finish(with_mark)
    assert journal.seen(0, "row 0") == Seen("failed", 0, b"h", "failed", None, 0.0, this_run=True)
    journal.close()


def test_the_first_time_of_sending_is_kept(tmp_path):
    """A row that is sent again keeps the time of its first attempt, other content begins anew."""
    journal = Journal(tmp_path / "j.db", CREATE, None)
    for digest, at, first in ((b"h", 1.0, 1.0), (b"h", 2.0, 1.0), (b"other", 3.0, 3.0)):
        journal.begin(_task(digest=digest), at)
        seen = journal.seen(0, "row 0")
        assert seen is not None
        assert seen.sent_at == first
    journal.finish(Settled(0, "failed", task=_task(), mark="failed", error=BadRequestError("no")))
    journal.begin(_task(), 4.0)
    seen = journal.seen(0, "row 0")
    assert seen is not None
    assert seen.sent_at == 4.0
    journal.close()


@pytest.mark.parametrize(
    ("rules", "workspace", "told"),
    [
        (UPSERT._replace(verb="create"), "w-1", "verb: bulk_upsert, now bulk_create"),
        (UPSERT._replace(place=("objects", "companies")), "w-1", "of: objects/people, now objects/companies"),
        (UPSERT._replace(matching="domains"), "w-1", "matching: email_addresses, now domains"),
        (UPSERT._replace(mode="append"), "w-1", "mode: replace, now append"),
        (UPSERT._replace(key="sku"), "w-1", "rows known by: its place and content, now sku"),
        (UPSERT, "w-2", "workspace: w-1, now w-2"),
    ],
)
def test_the_journal_of_another_run_is_refused(tmp_path, rules, workspace, told):
    """What differs is named, and the file is let go of."""
    path = tmp_path / "j.db"
    Journal(path, UPSERT, "w-1").close()
    with pytest.raises(JournalError) as caught:
        Journal(path, rules, workspace)
    assert str(caught.value).startswith(f"journal: {path} belongs to something else ({told}")
    Journal(path, UPSERT, "w-1").close()


def test_an_outbox_is_no_journal(tmp_path):
    """Two kinds of file of our own are not mixed up."""
    JournalFile(tmp_path / "o.db", "an outbox", []).close()
    with pytest.raises(JournalError, match="kind: an outbox, now a bulk run"):
        Journal(tmp_path / "o.db", UPSERT, None)


def test_somebody_elses_database_is_not_touched(tmp_path):
    """An SQLite file that is no journal is refused, byte for byte as it was."""
    path = tmp_path / "app.db"
    other = sqlite3.connect(path)
    other.execute("CREATE TABLE mine (x)")
    other.commit()
    other.close()
    before = path.read_bytes()
    with pytest.raises(JournalError, match="is an SQLite database of something else; give another path"):
        Journal(path, UPSERT, None)
    assert path.read_bytes() == before


def test_a_journal_of_a_later_version_is_refused(tmp_path):
    """A format of tomorrow is not guessed at."""
    path = tmp_path / "j.db"
    other = sqlite3.connect(path)
    other.execute(f"PRAGMA application_id={APPLICATION_ID}")
    other.execute("PRAGMA user_version=99")
    other.execute("CREATE TABLE about (name TEXT)")
    other.commit()
    other.close()
    with pytest.raises(JournalError, match="has format 99, and this version of attio-client reads 1"):
        Journal(path, UPSERT, None)


def test_what_is_no_database_is_refused(tmp_path):
    """Text files, folders, folders that are not there: each says what it is."""
    text = tmp_path / "import.csv"
    text.write_text("name,email\n" * 100)
    with pytest.raises(JournalError, match="is a file of another kind"):
        Journal(text, UPSERT, None)
    with pytest.raises(JournalError, match="is a folder"):
        Journal(tmp_path, UPSERT, None)
    with pytest.raises(JournalError, match="its folder does not exist"):
        Journal(tmp_path / "nowhere" / "j.db", UPSERT, None)
    for path in ("", " ", ":memory:", b"x.db", "a\0b"):
        with pytest.raises(ArgumentTypeError, match="is no path of a file|must be a path"):
            Journal(path, UPSERT, None)
    with pytest.raises(ArgumentTypeError, match="must be a path, not int"):
        Journal(5, UPSERT, None)


def test_a_read_only_file_is_refused(tmp_path, monkeypatch):
    """What may not be written cannot be a journal (shown by an error as SQLite gives it: root may write anything)."""
    file = JournalFile(tmp_path / "j.db", "a bulk run", [])
    file.run("PRAGMA query_only=1")
    with pytest.raises(JournalError, match="may not be written"):
        file.run("INSERT INTO about VALUES ('a', 'b')")
    with pytest.raises(JournalError, match="cannot be used: no such table: rows"):
        file.run("SELECT * FROM rows")
    with pytest.raises(JournalError, match="cannot be used: near"):
        file.change("NOT SQL", {})
    file.close()
    with pytest.raises(JournalError, match="is closed"):
        file.run("SELECT 1")


def test_a_failure_to_connect_is_told(tmp_path, monkeypatch):
    """Whatever SQLite says against opening becomes our error."""

    def refuse(*args, **kwargs):
        raise sqlite3.OperationalError("unable to open database file")

    monkeypatch.setattr(sqlite3, "connect", refuse)
    with pytest.raises(JournalError, match="cannot be opened"):
        JournalFile(tmp_path / "j.db", "a bulk run", [])


def test_two_runs_of_one_process_do_not_share_a_journal(tmp_path):
    """The second one is refused at once, and works when the first has ended."""
    with JournalFile(tmp_path / "j.db", "a bulk run", []) as first:
        assert repr(first) == f"<JournalFile {tmp_path / 'j.db'}>"
        with pytest.raises(JournalError, match="in use by another process, or by another run of this one"):
            JournalFile(tmp_path / "j.db", "a bulk run", [])
    JournalFile(tmp_path / "j.db", "a bulk run", []).close()


def test_another_process_holds_the_journal_until_it_dies(tmp_path):
    """Locked while that process lives, free as soon as it was killed."""
    code = (
        "import sys, time; from attio.bulk.journal_file import JournalFile;"
        "file = JournalFile(sys.argv[1], 'a bulk run', []); print('open', flush=True); sys.stdin.read()"
    )
    path = tmp_path / "j.db"
    child = subprocess.Popen(
        [sys.executable, "-c", code, path], stdout=subprocess.PIPE, stdin=subprocess.PIPE, text=True
    )
    try:
        assert child.stdout is not None
        assert child.stdout.readline() == "open\n"
        with pytest.raises(JournalError, match="in use by another process"):
            JournalFile(path, "a bulk run", [])
    finally:
        child.kill()
        child.communicate()
    JournalFile(path, "a bulk run", []).close()


def test_the_file_is_private(tmp_path):
    """Keys and values of rows are readable for their owner only."""
    JournalFile(tmp_path / "j.db", "a bulk run", []).close()
    assert stat.S_IMODE((tmp_path / "j.db").stat().st_mode) == 0o600


def test_creates_are_written_through(tmp_path):
    """What would be sent twice if it were forgotten survives a loss of power."""
    for rules, level in ((CREATE, 2), (UPSERT, 1)):
        journal = Journal(tmp_path / f"{rules.verb}.db", rules, None)
        assert journal._file.run("PRAGMA synchronous") == [(level,)]
        assert journal._file.run("PRAGMA journal_mode") == [("wal",)]
        journal.close()


def test_without_a_path_it_goes_away(tmp_path, monkeypatch):
    """A run that only wants its keys to be single keeps them in a temporary file."""
    monkeypatch.chdir(tmp_path)
    journal = Journal(None, UPSERT, None)
    journal.begin(_task(ident="key a"), 1.0)
    assert journal.seen(0, "key a") is not None
    journal.close()
    assert list(tmp_path.iterdir()) == []


def test_several_threads_may_write(tmp_path):
    """Workers note their own rows, at the same time."""
    journal = Journal(tmp_path / "j.db", UPSERT, None)

    def work(first: int) -> None:
        for index in range(first, first + 50):
            journal.begin(_task(index, f"row {index}"), 1.0)
            journal.finish(Settled(index, "updated", "r", task=_task(index, f"row {index}"), mark="done"))

    threads = [threading.Thread(target=work, args=(first,)) for first in (0, 50, 100)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert all(journal.seen(0, f"row {index}").state == "done" for index in range(150))
    journal.close()


def test_errors_of_the_journal_are_ours_and_pickle():
    """One class for all of it, which is a ValueError too."""
    import pickle

    error = pickle.loads(pickle.dumps(JournalError("journal: x is closed")))
    assert isinstance(error, ValueError)
    assert str(error) == "journal: x is closed"
