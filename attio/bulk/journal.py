"""The journal of a bulk run: which rows were sent, and what became of them."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Any, Final

from attio.bulk.journal_file import JournalFile
from attio.records.planning import Seen

if TYPE_CHECKING:
    from attio.bulk.journal_file import JournalPath
    from attio.records.planning import Rules, Settled, Task

_ROWS: Final = """
CREATE TABLE IF NOT EXISTS rows (
    ident TEXT PRIMARY KEY, at INTEGER NOT NULL, hash BLOB NOT NULL, state TEXT NOT NULL, outcome TEXT,
    record_id TEXT, sent_at REAL NOT NULL, run INTEGER NOT NULL, error TEXT
) WITHOUT ROWID
"""
_BEGIN: Final = """
INSERT INTO rows (ident, at, hash, state, sent_at, run) VALUES (:ident, :at, :hash, 'sent', :sent_at, :run)
ON CONFLICT (ident) DO UPDATE SET
    at = :at, hash = :hash, run = :run, outcome = NULL, record_id = NULL, error = NULL,
    sent_at = CASE WHEN state = 'sent' AND hash = :hash THEN sent_at ELSE :sent_at END, state = 'sent'
"""
_FINISH: Final = """
INSERT INTO rows (ident, at, hash, state, outcome, record_id, sent_at, run, error)
VALUES (:ident, :at, :hash, :state, :outcome, :record_id, :sent_at, :run, :error)
ON CONFLICT (ident) DO UPDATE SET
    at = :at, hash = :hash, state = :state, outcome = :outcome, record_id = :record_id, run = :run, error = :error
"""
_ERROR_LENGTH: Final = 300


class Journal:
    """What a run knows of its rows, on disk; see `attio.records.planning_steps` for what it promises."""

    def __init__(self, path: JournalPath | None, rules: Rules, workspace_id: str | None) -> None:
        """Open a journal, or begin one; raises JournalError when it is another run's or in use.

        A create that was sent and forgotten would be sent twice, so a journal of creates also survives a loss
        of power; the others need not: what they forget is sent again, to the same effect.
        """
        self._file = JournalFile(
            path, "a bulk run", [_ROWS], durable=rules.verb == "create" and path is not None
        )
        try:
            self._file.bind(rules.about())
            if workspace_id:
                self._file.bind({"workspace": workspace_id})
            latest = self._file.run("SELECT coalesce(max(run), 0) FROM rows")
        except BaseException:
            self._file.close()
            raise
        self._run: int = latest[0][0] + 1

    def seen(self, index: int, ident: str) -> Seen | None:  # noqa: ARG002 - memories without idents go by it
        """Return what is known of a row."""
        found = self._file.run(
            "SELECT state, at, hash, outcome, record_id, sent_at, run FROM rows WHERE ident = :ident",
            {"ident": ident},
        )
        if not found:
            return None
        state, at, digest, outcome, record_id, sent_at, run = found[0]
        return Seen(state, at, digest, outcome or "unknown", record_id, sent_at, run == self._run)

    def begin(self, task: Task, sent_at: float) -> float:
        """Note that a row is about to be sent; returns the time that was given."""
        self._file.run(_BEGIN, {**self._known(task), "sent_at": sent_at})
        return sent_at

    def finish(self, settled: Settled) -> None:
        """Note what became of a row, unless that leaves what is known of it as it is."""
        task = settled.task
        if task is None or settled.mark is None or settled.earlier:
            return
        outcome = {
            "state": settled.mark,
            "outcome": settled.outcome,
            "record_id": settled.record_id,
            "sent_at": settled.sent_at,
            "error": None if settled.error is None else str(settled.error)[:_ERROR_LENGTH],
        }
        self._file.run(_FINISH, {**self._known(task), **outcome})

    def _known(self, task: Task) -> dict[str, Any]:
        return {"ident": task.ident, "at": task.index, "hash": task.hash, "run": self._run}

    def close(self) -> None:
        """Let go of the file."""
        self._file.close()

    def __repr__(self) -> str:
        return f"<Journal {self._file.path}>"


def is_begun(path: JournalPath | None) -> bool:
    """Tell whether there is a journal at a path."""
    return path is not None and Path(path).exists()
