"""Stores that several processes share."""

from __future__ import annotations

import os
import subprocess
import sys
import warnings
from pathlib import Path
from typing import Any

import pytest

from attio.oauth.stores import (
    FileTokenStore,
    KeyringTokenStore,
    RedisTokenStore,
    SQLTokenStore,
)

from .conftest import POSTGRES, TOKEN, ring

_WRITER = """
import sys
from pathlib import Path
from attio.oauth import stores
kind, place, table, name = sys.argv[1:]
key = "MDEyMzQ1Njc4OWFiY2RlZjAxMjM0NTY3ODlhYmNkZWY="
if kind == "file":
    store = stores.FileTokenStore(Path(place) / "tokens", key)
elif kind == "sql":
    store = stores.SQLTokenStore(place, key, table=table)
elif kind == "redis":
    store = stores.RedisTokenStore(place, key, prefix=table)
else:
    from keyrings.alt.file import PlaintextKeyring
    ring = PlaintextKeyring()
    ring.file_path = f"{place}/ring.cfg"
    store = stores.KeyringTokenStore(backend=ring, lock_folder=place)
for number in range(15):
    store.put(f"{name}-{number}", f"token-{name}-{number}")
    if number % 3 == 0:
        store.delete(f"{name}-{number}")
    if number % 3 == 1:
        store.mark_revoked(f"{name}-{number}")
"""


KEY = "MDEyMzQ1Njc4OWFiY2RlZjAxMjM0NTY3ODlhYmNkZWY="


@pytest.mark.parametrize("name", ["file", "keyring", "redis", "sqlite", "postgresql"])
def test_processes_share_a_store(name: str, tmp_path: Path, request: pytest.FixtureRequest) -> None:
    """Three processes that write at the same time lose nothing of each other's, nor of the making of the place."""
    table, kind, place = f"t_{os.urandom(8).hex()}", name, str(tmp_path)
    if name == "redis":
        place = request.getfixturevalue("redis_url")
    elif name == "sqlite":
        kind, place = "sql", f"sqlite:///{tmp_path}/tokens.db"
    elif name == "postgresql":
        if not POSTGRES:
            pytest.skip("no PostgreSQL: set ATTIO_TEST_POSTGRES_URL")
        kind, place = "sql", POSTGRES
    command = [sys.executable, "-c", _WRITER, kind, place, table]
    running = [
        subprocess.Popen([*command, str(name)], stdout=subprocess.PIPE, stderr=subprocess.PIPE)
        for name in range(3)
    ]
    for process in running:
        _, err = process.communicate(timeout=60)
        assert process.returncode == 0, err.decode()
    store: Any = {
        "file": lambda: FileTokenStore(tmp_path / "tokens", KEY),
        "sql": lambda: SQLTokenStore(place, KEY, table=table),
        "redis": lambda: RedisTokenStore(place, KEY, prefix=table),
        "keyring": lambda: KeyringTokenStore(backend=ring(tmp_path), lock_folder=tmp_path),
    }[kind]()
    entries = store.list()
    assert len(entries) == 30
    assert sum(entry.usable for entry in entries) == 15
    assert all(entry.token.access_token == f"token-{entry.key}" for entry in entries)
    if kind == "sql":
        store._table.drop(store._engine)
    store.close()


@pytest.mark.skipif(not hasattr(os, "fork"), reason="no fork here")
def test_a_forked_child_can_use_the_store(store: Any) -> None:
    """A store that was used before a fork works in the child, and still in the parent."""
    store.put("a", TOKEN)
    if "Memory" in repr(store):
        store._lock.acquire()  # held by another thread of the parent, which the child does not have
    with warnings.catch_warnings():
        warnings.simplefilter("ignore", DeprecationWarning)
        child = os.fork()
    if child == 0:
        try:
            store.put("b", TOKEN)
            os._exit(0 if store.get("a") is not None else 3)
        except BaseException:
            os._exit(4)
    _, status = os.waitpid(child, 0)
    if "Memory" in repr(store):
        store._lock.release()
    assert os.waitstatus_to_exitcode(status) == 0
    assert store.get("a") is not None
    if "Memory" not in repr(store):
        assert store.get("b") is not None
