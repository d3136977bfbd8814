"""Stores of deliveries: one contract, held by memory, SQLite and a real Redis."""

from __future__ import annotations

import uuid
import os
import sqlite3
import subprocess
import sys
import textwrap
import threading
import time
from itertools import count
from pathlib import Path

import pytest

from attio.core.clock import Clock
from attio.core.errors import ArgumentError
from attio.webhooks import MemoryStore, RedisStore, SQLiteStore

ROOT = Path(__file__).resolve().parents[3]
_numbers = count()


class Turning(Clock):
    """A clock that is turned by hand."""

    def __init__(self) -> None:
        self.ahead_s = 1_000_000.0

    def monotonic(self) -> float:
        return self.ahead_s

    def now(self) -> float:
        return self.ahead_s


@pytest.fixture(params=["memory", "sqlite", "redis"])
def place(request, tmp_path):
    """A store, and how to let time pass for it."""
    clock = Turning()

    def turn(seconds: float) -> None:
        clock.ahead_s += seconds

    if request.param == "memory":
        yield MemoryStore(clock=clock), turn
    elif request.param == "sqlite":
        store = SQLiteStore(tmp_path / "seen.db", clock=clock)
        yield store, turn
        store.close()
    else:
        # Its clock is the server's own, so time really passes there: tests of expiry use milliseconds.
        url = request.getfixturevalue("redis_url")
        store = RedisStore(url, prefix=f"attio:test:{uuid.uuid4()}:")
        yield store, lambda seconds: time.sleep(seconds)
        store.close()


# One hundredth, so that Redis, which has a clock of its own, is waited for as little as can be.
UNIT_S = 0.05


def test_the_way_of_a_delivery(place):
    """A delivery is new once, running while it is held, and done when it was finished."""
    store, _ = place
    assert store.claim("k", "a", 60) == "new"
    assert store.claim("k", "b", 60) == "running"
    assert store.claim("other", "b", 60) == "new"
    store.finish("k", 60)
    assert store.claim("k", "b", 60) == "done" == store.claim("k", "a", 60)


def test_given_back(place):
    """What its owner gives back is new again."""
    store, _ = place
    assert store.claim("k", "a", 60) == "new"
    store.release("k", "a")
    assert store.claim("k", "b", 60) == "new"


def test_only_its_owner_gives_back(place):
    """Nobody gives back what somebody else holds, nor what was finished, nor what is not there."""
    store, _ = place
    store.claim("k", "a", 60)
    store.release("k", "b")
    assert store.claim("k", "b", 60) == "running"
    store.finish("k", 60)
    store.release("k", "a")
    assert store.claim("k", "a", 60) == "done"
    store.release("nothing", "a")


def test_a_lease_runs_out(place):
    """Who dies with a delivery lets go of it in time, and cannot take it from its next holder."""
    store, turn = place
    assert store.claim("k", "dead", UNIT_S) == "new"
    turn(2 * UNIT_S)
    assert store.claim("k", "next", 60) == "new"
    store.release("k", "dead")
    assert store.claim("k", "third", 60) == "running"
    store.finish("k", 60)  # the one that was thought dead was slow, and is done: so be it
    assert store.claim("k", "third", 60) == "done"


def test_what_was_finished_is_forgotten(place):
    """What was handled is remembered for as long as was asked, from then on."""
    store, turn = place
    store.claim("k", "a", 60)
    store.finish("k", UNIT_S)
    assert store.claim("k", "b", 60) == "done"
    turn(2 * UNIT_S)
    assert store.claim("k", "b", 60) == "new"


@pytest.mark.parametrize("key", ["", "ключ:🔑", "a b\nc", "k" * 5000, "done", "%s'\";--"])
def test_any_key(place, key):
    """A key is any text."""
    store, _ = place
    assert store.claim(key, "a", 60) == "new"
    store.finish(key, 60)
    assert store.claim(key, "a", 60) == "done"


def test_of_many_threads_one_wins(place):
    """Of threads that claim one delivery at once exactly one gets it."""
    store, _ = place
    for key in map(str, range(20)):
        answers = []
        gate = threading.Barrier(8)

        def claim(owner, key=key, answers=answers, gate=gate):
            gate.wait()
            answers.append(store.claim(key, owner, 60))

        threads = [threading.Thread(target=claim, args=(str(n),)) for n in range(8)]
        for thread in threads:
            thread.start()
        for thread in threads:
            thread.join()
        assert sorted(answers) == ["new"] + ["running"] * 7


CHILD = """
import sys
from attio.webhooks import RedisStore, SQLiteStore
kind, where = sys.argv[1:3]
store = SQLiteStore(where) if kind == "sqlite" else RedisStore(where, prefix=sys.argv[3])
print(sum(store.claim(str(n), "owner-of-" + sys.argv[4], 60) == "new" for n in range(200)))
"""


@pytest.mark.parametrize("kind", ["sqlite", "redis"])
def test_of_several_processes_one_wins(kind, tmp_path, request):
    """Processes that share a store get every delivery once among them."""
    where = str(tmp_path / "seen.db") if kind == "sqlite" else request.getfixturevalue("redis_url")
    prefix = f"attio:test:{uuid.uuid4()}:"
    children = [
        subprocess.Popen(
            [sys.executable, "-c", textwrap.dedent(CHILD), kind, where, prefix, str(n)],
            stdout=subprocess.PIPE,
            text=True,
            cwd=ROOT,
        )
        for n in range(3)
    ]
    won = [int(child.communicate(timeout=60)[0]) for child in children]
    assert all(child.returncode == 0 for child in children) and sum(won) == 200


# Memory


def test_memory_is_bounded():
    """At most so many are kept; the oldest that were finished go first, what is being handled stays."""
    store = MemoryStore(max_keys=10)
    store.claim("held", "a", 60)
    for n in range(50):
        store.claim(str(n), "a", 60)
        store.finish(str(n), 60)
    assert len(store) == 10 and store.claim("held", "b", 60) == "running"
    assert store.claim("49", "b", 60) == "done" and store.claim("0", "b", 60) == "new"
    full = MemoryStore(max_keys=1)
    assert [full.claim(key, "a", 60) for key in "abc"] == ["new"] * 3
    assert [full.claim(key, "a", 60) for key in "abc"] == ["running"] * 3


def test_memory_forgets_what_ran_out():
    """What has run out does not fill the memory."""
    clock = Turning()
    store = MemoryStore(clock=clock)
    for n in range(100):
        store.claim(str(n), "a", 1)
        clock.ahead_s += 0.5
    assert len(store) <= 4 and repr(store) == f"<MemoryStore of {len(store)} deliveries>"


@pytest.mark.parametrize("most", [0, -1, 1.5, None, True])
def test_memory_of_nonsense(most):
    """A memory for no deliveries is none."""
    with pytest.raises(ArgumentError, match="max_keys"):
        MemoryStore(max_keys=most)


# SQLite


def test_sqlite_survives_a_restart(tmp_path):
    """What was handled is known after the file was closed and opened again, also by another store."""
    path = tmp_path / "seen.db"
    store = SQLiteStore(path)
    store.claim("k", "a", 60)
    store.finish("k", 60)
    store.close()
    store.close()
    assert store.claim("k", "b", 60) == "done"
    assert SQLiteStore(str(path)).claim("k", "b", 60) == "done"
    assert repr(store) == f"<SQLiteStore {str(path)!r}>" and len(store) == 1


def test_sqlite_forgets_what_ran_out(tmp_path):
    """What has run out is deleted from the file now and then."""
    clock = Turning()
    store = SQLiteStore(tmp_path / "seen.db", clock=clock)
    for n in range(300):
        store.claim(str(n), "a", 1)
        clock.ahead_s += 1
    assert len(store) < 300
    store.close()


def test_sqlite_that_is_locked_is_not_waited_for_for_ever(tmp_path, monkeypatch):
    """A file that another process holds on to is an error after a moment."""
    monkeypatch.setattr("attio.webhooks.stores.sqlite._PATIENCE_S", 0.05)
    store = SQLiteStore(tmp_path / "seen.db")
    store.claim("k", "a", 60)
    other = sqlite3.connect(tmp_path / "seen.db", isolation_level=None)
    other.execute("BEGIN IMMEDIATE")
    with pytest.raises(sqlite3.OperationalError, match="locked"):
        store.claim("l", "a", 60)
    other.execute("ROLLBACK")
    assert store.claim("l", "a", 60) == "new"
    other.close()
    store.close()


def test_sqlite_file_that_is_none(tmp_path):
    """A file of something else is an error each time, and is left as it is."""
    path = tmp_path / "seen.db"
    path.write_bytes(b"no database, and long enough to be looked at as one" * 40)
    store = SQLiteStore(path)
    for _ in range(2):
        with pytest.raises(sqlite3.DatabaseError):
            store.claim("k", "a", 60)
    assert path.read_bytes().startswith(b"no database")
    with pytest.raises(sqlite3.OperationalError):
        SQLiteStore(tmp_path / "no" / "such" / "folder.db").claim("k", "a", 60)


def test_sqlite_between_two_statements(tmp_path):
    """A delivery that is let go of while it is being asked for is not taken for handled."""
    store = SQLiteStore(tmp_path / "seen.db")
    store.claim("k", "a", 60)
    real = store._open()

    class Meddling:
        def execute(self, sql, *arguments):
            found = real.execute(sql, *arguments)
            if sql.startswith("\nINSERT"):
                real.execute("DELETE FROM attio_deliveries")
            return found

    store._connection = Meddling()
    assert store.claim("k", "b", 60) == "running"
    store._connection = real
    assert store.claim("k", "b", 60) == "new"
    store.close()


@pytest.mark.skipif(not hasattr(os, "fork"), reason="this system cannot fork")
@pytest.mark.filterwarnings("ignore:.*multi-threaded.*:DeprecationWarning")
def test_after_a_fork(tmp_path):
    """A forked process has locks and a connection of its own, and sees what its parent did."""
    memory, file = MemoryStore(), SQLiteStore(tmp_path / "seen.db")
    for store in (memory, file):
        store.claim("parents", "a", 60)
        store._lock.acquire()  # as another thread might hold it at that very moment
    child = os.fork()
    if child == 0:
        answers = [store.claim("parents", "b", 60) for store in (memory, file)]
        answers += [store.claim("childs", "b", 60) for store in (memory, file)]
        os._exit(0 if answers == ["running", "running", "new", "new"] else 1)
    deadline = time.monotonic() + 20
    while (done := os.waitpid(child, os.WNOHANG))[0] == 0:
        if time.monotonic() > deadline:
            os.kill(child, 9)
            pytest.fail("the child hangs")
        time.sleep(0.01)
    for store in (memory, file):
        store._lock.release()
    assert os.waitstatus_to_exitcode(done[1]) == 0
    assert (memory.claim("childs", "a", 60), file.claim("childs", "a", 60)) == ("new", "running")
    file.close()


def test_what_a_child_does_first(tmp_path):
    """After a fork a store makes its lock anew, and leaves its parent's connection alone: neither closed nor used."""
    memory, file = MemoryStore(), SQLiteStore(tmp_path / "seen.db")
    for store in (memory, file):
        store.claim("k", "a", 60)
        lock = store._lock
        store.after_fork()
        assert store._lock is not lock
    parents = file._abandoned
    assert parents is not None and file.claim("k", "b", 60) == "running" and file._connection is not parents
    assert parents.execute("SELECT 1").fetchone() == (1,)
    parents.close()
    file.close()


def test_importing_stores_is_light():
    """`import attio.webhooks` brings in neither redis nor sqlite3 nor asyncio nor a framework."""
    code = "import sys, attio.webhooks; print(' '.join(sys.modules))"
    loaded = set(
        subprocess.run(
            [sys.executable, "-c", code], capture_output=True, text=True, check=True
        ).stdout.split()
    )
    assert not loaded & {
        "redis",
        "sqlite3",
        "asyncio",
        "httpx",
        "starlette",
        "fastapi",
        "flask",
        "django",
        "cryptography",
    }
