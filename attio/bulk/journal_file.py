"""The SQLite file that a journal is: opened, locked, and known to be what it should be."""

from __future__ import annotations

import os
import sqlite3
import threading
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final, TypeAlias

from attio.core.errors import ArgumentTypeError, Error
from attio.core.show import short

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping
    from typing import NoReturn, Self

JournalPath: TypeAlias = "str | os.PathLike[str]"

APPLICATION_ID: Final = 0x4174696F
"""What tells our files from other SQLite databases ("Atio")."""
FORMAT: Final = 1


class JournalError(Error, ValueError):
    """A journal cannot be used: it is another run's, in use by another process, damaged, or no journal at all."""


class JournalFile:
    """An SQLite database of our own, held by one process at a time.

    In WAL mode, and locked as long as it is open: the operating system lets go of the lock when the process
    ends, however it ends. `durable` has every write survive a loss of power and not only a killed process. A
    path of None is a temporary file that goes away by itself. Safe to use from several threads.
    """

    def __init__(
        self,
        path: JournalPath | None,
        kind: str,
        tables: Iterable[str],
        *,
        durable: bool = False,
        argument: str = "journal",
    ) -> None:
        self._argument = argument
        self.path = None if path is None else checked_path(path, argument)
        self._kind = kind
        self._lock = threading.Lock()
        if self.path is not None:
            _keep_private(self.path)
        try:
            self._database = sqlite3.connect(
                "" if self.path is None else self.path,
                timeout=0,
                isolation_level=None,
                check_same_thread=False,
            )
        except sqlite3.Error as error:
            self._fail(error)
        try:
            self._prepare(tables, durable=durable)
        except BaseException:
            self._database.close()
            raise

    def _prepare(self, tables: Iterable[str], *, durable: bool) -> None:
        try:
            run = self._database.execute
            run("PRAGMA locking_mode=EXCLUSIVE")
            if self.path is not None:
                # Before anything is written: it may be somebody's database of something else.
                self._check_owner()
                run("PRAGMA journal_mode=WAL")
            run(f"PRAGMA synchronous={'FULL' if durable else 'NORMAL'}")
            run("BEGIN IMMEDIATE")
            run(f"PRAGMA application_id={APPLICATION_ID}")
            run(f"PRAGMA user_version={FORMAT}")
            run("CREATE TABLE IF NOT EXISTS about (name TEXT PRIMARY KEY, value TEXT NOT NULL) WITHOUT ROWID")
            for table in tables:
                run(table)
            run("COMMIT")
        except sqlite3.Error as error:
            self._fail(error)
        self.bind({"kind": self._kind})

    def _check_owner(self) -> None:
        own = self._database.execute("PRAGMA application_id").fetchone()[0]
        if own == 0 and not self._database.execute("SELECT count(*) FROM sqlite_master").fetchone()[0]:
            return
        if own != APPLICATION_ID:
            raise JournalError(
                f"{self._argument}: {self.path} is an SQLite database of something else; give another path"
            )
        version = self._database.execute("PRAGMA user_version").fetchone()[0]
        if version != FORMAT:
            raise JournalError(
                f"{self._argument}: {self.path} has format {version}, and this version of attio-client reads {FORMAT}; "
                "finish it with the version that began it"
            )

    def bind(self, about: Mapping[str, str]) -> None:
        """Note what the journal is about, or check that it is about the same; raises JournalError."""
        known = dict(self.run("SELECT name, value FROM about"))
        differing = [name for name in about if name in known and known[name] != about[name]]
        if differing:
            told = "; ".join(
                f"{name}: {known[name] or 'none'}, now {about[name] or 'none'}" for name in differing
            )
            raise JournalError(
                f"{self._argument}: {self.path} belongs to something else ({told}); give another path, or what it was "
                "begun with"
            )
        for name in about.keys() - known.keys():
            self.run("INSERT INTO about VALUES (:name, :value)", {"name": name, "value": about[name]})

    def run(self, statement: str, values: Mapping[str, Any] | None = None) -> list[Any]:
        """Run one statement, which is a transaction of its own; return its rows."""
        with self._lock:
            try:
                return self._database.execute(statement, values or {}).fetchall()
            except sqlite3.Error as error:
                self._fail(error)

    def change(self, statement: str, values: Mapping[str, Any]) -> tuple[int, int]:
        """Run one statement that changes rows; return how many it changed and the number of the latest new one."""
        with self._lock:
            try:
                cursor = self._database.execute(statement, values)
            except sqlite3.Error as error:
                self._fail(error)
            return cursor.rowcount, cursor.lastrowid or 0

    def _fail(self, error: sqlite3.Error) -> NoReturn:
        raise JournalError(
            f"{self._argument}: {self.path or 'its temporary file'} {_meaning(str(error))}"
        ) from error

    def close(self) -> None:
        """Let go of the file; harmless when it was done before."""
        with self._lock:
            self._database.close()

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *exc: object) -> None:
        self.close()

    def __repr__(self) -> str:
        return f"<{type(self).__name__} {self.path}>"


_MEANINGS: Final[dict[str, str]] = {
    "database is locked": "is in use by another process, or by another run of this one: wait for it, or give "
    "another path",
    "file is not a database": "is a file of another kind; give another path",
    "unable to open database file": "cannot be opened: its folder does not exist or may not be written",
    "attempt to write a readonly database": "may not be written",
    "closed database": "is closed",
}


def _meaning(said: str) -> str:
    return next((told for sign, told in _MEANINGS.items() if sign in said), f"cannot be used: {said}")


def _keep_private(path: str) -> None:
    """Make the file readable for its owner only: keys and values of rows are nobody else's business."""
    try:
        os.close(os.open(path, os.O_CREAT | os.O_EXCL | os.O_RDWR, 0o600))
    except OSError:  # it is there already, or cannot be made, which SQLite then says
        return


def checked_path(path: JournalPath, argument: str = "journal") -> str:
    """Return the path of a file as text; refuses what SQLite would not keep on disk."""
    if not isinstance(path, (str, os.PathLike)):
        raise ArgumentTypeError(
            argument, path, f"must be a path, not {type(path).__name__}", fix='give "import.db"'
        )
    text = os.fspath(path)
    if not isinstance(text, str) or not text.strip() or text == ":memory:" or "\0" in text:
        raise ArgumentTypeError(argument, path, "is no path of a file", fix='give "import.db"')
    if Path(text).is_dir():
        raise JournalError(f"{argument}: {short(text)} is a folder; give the path of a file in it")
    return str(Path(text).absolute())
