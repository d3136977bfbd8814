"""Deliveries remembered in a file, by the processes of one machine."""

from __future__ import annotations

import os
import threading
from typing import TYPE_CHECKING, Any, Final, cast

from attio.core.clock import SYSTEM_CLOCK
from attio.core.forks import renew_after_fork

if TYPE_CHECKING:
    import sqlite3
    from pathlib import Path

    from attio.core.clock import Clock
    from attio.webhooks.claims import Claim

_PATIENCE_S: Final = 2.0
_PRUNED_EVERY: Final = 256

_MAKE: Final = """
CREATE TABLE IF NOT EXISTS attio_deliveries
(key TEXT PRIMARY KEY, owner TEXT NOT NULL, until REAL NOT NULL) WITHOUT ROWID
"""
# One statement, so that of two processes only one gets a changed row back.
_CLAIM: Final = """
INSERT INTO attio_deliveries (key, owner, until) VALUES (:key, :owner, :until)
ON CONFLICT (key) DO UPDATE SET owner = :owner, until = :until WHERE attio_deliveries.until <= :now
"""
_FINISH: Final = """
INSERT INTO attio_deliveries (key, owner, until) VALUES (:key, '', :until)
ON CONFLICT (key) DO UPDATE SET owner = '', until = :until
"""


class SQLiteStore:
    """Remember deliveries in an SQLite file, across restarts and among the processes of one machine.

    Waits at most two seconds for another process that is writing, then raises sqlite3.OperationalError, which
    a receiver takes as a store that is out of order. Not for network drives. Forgets by itself what has run out.
    """

    blocking = True

    def __init__(self, path: str | Path, *, clock: Clock = SYSTEM_CLOCK) -> None:
        self._path = os.fspath(path)
        self._clock = clock
        self._lock = threading.Lock()
        self._connection: sqlite3.Connection | None = None
        self._abandoned: sqlite3.Connection | None = None
        self._claims = 0
        renew_after_fork(self)

    def after_fork(self) -> None:
        """Drop the parent's connection: SQLite's may not cross a fork, not even to be closed."""
        self._lock = threading.Lock()
        self._abandoned, self._connection = self._connection, None

    def claim(self, key: str, owner: str, lease_s: float) -> Claim:
        """Take a delivery; see `DeliveryStore`."""
        now = self._clock.now()
        with self._lock:
            database = self._open()
            row = {"key": key, "owner": owner, "until": now + lease_s, "now": now}
            if database.execute(_CLAIM, row).rowcount == 1:
                self._prune(database, now)
                return "new"
            found = database.execute("SELECT owner FROM attio_deliveries WHERE key = ?", (key,)).fetchone()
        # Between the two statements the holder may have let go: then the next try finds it free.
        return "done" if found is not None and found[0] == "" else "running"

    def finish(self, key: str, keep_s: float) -> None:
        """Remember that a delivery was handled; see `DeliveryStore`."""
        with self._lock:
            self._open().execute(_FINISH, {"key": key, "until": self._clock.now() + keep_s})

    def release(self, key: str, owner: str) -> None:
        """Give a delivery back; see `DeliveryStore`."""
        with self._lock:
            self._open().execute("DELETE FROM attio_deliveries WHERE key = ? AND owner = ?", (key, owner))

    def close(self) -> None:
        """Close the file; the next call opens it again."""
        with self._lock:
            connection, self._connection = self._connection, None
            if connection is not None:
                connection.close()

    def _prune(self, database: sqlite3.Connection, now: float) -> None:
        self._claims += 1
        if self._claims % _PRUNED_EVERY == 1:
            database.execute("DELETE FROM attio_deliveries WHERE until <= ?", (now,))

    def _open(self) -> sqlite3.Connection:
        if self._connection is None:
            import sqlite3

            # Used by many threads, under the lock; autocommit, since each statement is a whole step.
            made = sqlite3.connect(
                self._path, timeout=_PATIENCE_S, isolation_level=None, check_same_thread=False
            )
            try:
                made.execute("PRAGMA journal_mode = WAL")
                # A power cut may lose the last marks, and then a delivery is handled twice: that is allowed.
                made.execute("PRAGMA synchronous = NORMAL")
                made.execute(_MAKE)
            except BaseException:
                made.close()
                raise
            self._connection = made
        return self._connection

    def __len__(self) -> int:
        with self._lock:
            found: Any = self._open().execute("SELECT count(*) FROM attio_deliveries").fetchone()
        return cast("int", found[0])

    def __repr__(self) -> str:
        return f"<{type(self).__name__} {self._path!r}>"
