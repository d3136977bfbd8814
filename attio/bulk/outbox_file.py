"""The file of an outbox: writes that wait to be sent, in order."""

from __future__ import annotations

import threading
from typing import TYPE_CHECKING, Any, Final, Literal, TypeAlias

import msgspec

from attio.bulk.journal_file import JournalError, JournalFile, checked_path
from attio.core.errors import ArgumentError
from attio.core.wire import encode_json
from attio.records.planning import Seen

if TYPE_CHECKING:
    from attio_openapi import Request

    from attio.bulk.journal_file import JournalPath
    from attio.records.planning import Settled, Task

ItemState: TypeAlias = Literal["waiting", "sent", "refused", "unknown"]

_ITEMS: Final = """
CREATE TABLE IF NOT EXISTS items (
    number INTEGER PRIMARY KEY AUTOINCREMENT, key TEXT UNIQUE, method TEXT NOT NULL, path TEXT NOT NULL,
    query TEXT NOT NULL, body BLOB, added_at REAL NOT NULL, state TEXT NOT NULL, sent_at REAL NOT NULL DEFAULT 0,
    error TEXT
)
"""
_ADD: Final = """
INSERT INTO items (key, method, path, query, body, added_at, state)
VALUES (:key, :method, :path, :query, :body, :added_at, 'waiting') ON CONFLICT (key) DO NOTHING
"""
_BEGIN: Final = """
UPDATE items SET sent_at = CASE WHEN state = 'sent' THEN sent_at ELSE :sent_at END, state = 'sent'
WHERE number = :number
"""
_NEXT: Final = """
SELECT number, key, method, path, query, body, added_at, state, sent_at, error FROM items
WHERE state IN ('waiting', 'sent') AND number > :after ORDER BY number LIMIT 1
"""
_WAITING: Final = """
SELECT number, key, method, path, query, body, added_at, state, sent_at, error FROM items
WHERE state IN ('waiting', 'sent') ORDER BY number
"""
_ASIDE: Final = """
SELECT number, key, method, path, query, body, added_at, state, sent_at, error FROM items
WHERE state IN ('refused', 'unknown') ORDER BY number
"""
_ERROR_LENGTH: Final = 500


class OutboxItem(msgspec.Struct, frozen=True, eq=False):
    """One write in an outbox.

    `state` is "waiting"; "sent" when it was being sent as the last flush ended; "refused" when Attio would not
    do it (`error` says why); "unknown" when nobody knows whether it was done, and it cannot be sent again safely.
    """

    number: int
    key: str | None
    method: str
    path: str
    query: dict[str, Any]
    body: Any
    added_at: float
    """When it was added, in seconds since the epoch."""
    state: ItemState
    sent_at: float
    error: str | None

    def __repr__(self) -> str:
        return f"<OutboxItem {self.number}: {self.method} {self.path} {self.state}>"


class OutboxFile:
    """The items of an outbox on disk; one process at a time, any of its threads."""

    def __init__(self, path: JournalPath) -> None:
        self._file = JournalFile(
            checked_path(path, "path"), "an outbox", [_ITEMS], durable=True, argument="path"
        )
        self._flushing = threading.Lock()

    @property
    def path(self) -> str | None:
        """Where the file is."""
        return self._file.path

    def bind(self, workspace_id: str) -> None:
        """Note whose writes these are, or check it."""
        self._file.bind({"workspace": workspace_id})

    def add(self, request: Request, key: str | None, now_s: float) -> int:
        """Keep a write; returns its number, that of the first one where the key is known already."""
        body = None if request.body is None else encode_json(request.body)
        row = {
            "key": key,
            "method": request.method,
            "path": request.path,
            "query": encode_json(request.query).decode(),
            "body": body,
            "added_at": now_s,
        }
        added, number = self._file.change(_ADD, row)
        if added:
            return number
        return int(self._file.run("SELECT number FROM items WHERE key = :key", {"key": key})[0][0])

    def first(self, after: int = 0) -> OutboxItem | None:
        """Return the next item to send, behind a number."""
        found = self._file.run(_NEXT, {"after": after})
        return _item(found[0]) if found else None

    def waiting(self) -> list[OutboxItem]:
        """Return the items to send, in their order."""
        return [_item(row) for row in self._file.run(_WAITING)]

    def set_aside(self) -> list[OutboxItem]:
        """Return the items that are not sent again by themselves, in their order."""
        return [_item(row) for row in self._file.run(_ASIDE)]

    def count(self) -> int:
        """Return how many items wait."""
        return int(self._file.run("SELECT count(*) FROM items WHERE state IN ('waiting', 'sent')")[0][0])

    def begin(self, task: Task, sent_at: float) -> float:
        """Note that an item is about to be sent; returns the time that was given."""
        self._file.run(_BEGIN, {"number": task.index, "sent_at": sent_at})
        return sent_at

    def finish(self, settled: Settled) -> None:
        """Forget an item that is done, but for its key; whoever flushes decides about the others."""
        if settled.mark == "done":
            self._file.run(
                "DELETE FROM items WHERE number = :number AND key IS NULL", {"number": settled.index}
            )
            self._file.run(
                "UPDATE items SET state = 'done', body = NULL, error = NULL WHERE number = :number",
                {"number": settled.index},
            )

    def put(self, number: int, state: ItemState, error: Exception | None = None) -> None:
        """Give an item a state; raises ArgumentError where there is no such item."""
        said = None if error is None else str(error)[:_ERROR_LENGTH]
        values = {"number": number, "state": state, "error": said}
        statement = (
            "UPDATE items SET state = :state, error = :error WHERE number = :number AND state <> 'done'"
        )
        if not self._file.change(statement, values)[0]:
            raise _no_such(number)

    def drop(self, number: int) -> None:
        """Forget an item; raises ArgumentError where there is no such item."""
        statement = "DELETE FROM items WHERE number = :number AND state <> 'done'"
        if not self._file.change(statement, {"number": number})[0]:
            raise _no_such(number)

    def enter(self) -> None:
        """Begin a flush; raises JournalError while another one goes on."""
        if not self._flushing.acquire(blocking=False):
            raise JournalError(f"outbox: {self.path} is being flushed already; wait for that to end")

    def leave(self) -> None:
        """End a flush."""
        self._flushing.release()

    def close(self) -> None:
        """Let go of the file."""
        self._file.close()


def _no_such(number: int) -> ArgumentError:
    return ArgumentError(
        "number", number, "there is no such item in the outbox", fix="see waiting() and set_aside()"
    )


def _item(row: tuple[Any, ...]) -> OutboxItem:
    number, key, method, path, query, body, added_at, state, sent_at, error = row
    return OutboxItem(
        number,
        key,
        method,
        path,
        msgspec.json.decode(query),
        None if body is None else msgspec.json.decode(body),
        added_at,
        state,
        sent_at,
        error,
    )


def seen_of(item: OutboxItem) -> Seen | None:
    """Return what is known of an item that was being sent before."""
    return Seen("sent", item.number, sent_at=item.sent_at) if item.state == "sent" else None


class OutboxReport(msgspec.Struct, eq=False):
    """What a flush did: how many writes were done, refused and left unknown, and how many still wait.

    `stopped_by` is the error that ended it early, such as a network that is not there.
    """

    sent: int = 0
    refused: int = 0
    unknown: int = 0
    waiting: int = 0
    stopped_by: Exception | None = None

    def __repr__(self) -> str:
        stopped = "" if self.stopped_by is None else f", stopped by {self.stopped_by!r}"
        counts = f"{self.sent} sent, {self.refused} refused, {self.unknown} unknown, {self.waiting} waiting"
        return f"<OutboxReport: {counts}{stopped}>"
