"""Many records: what is done with each row, and in which order. Pure: no I/O, no clock, no threads.

`Dispatcher` decides for the whole run which row is next; `planning_steps` carries one row out step by step;
`planning_rows` reads rows, `planning_identity` tells them apart from run to run, `planning_modes` narrows an
upsert to what is wanted, `planning_outcome` tells created from updated.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final, Literal, NamedTuple, Protocol, TypeAlias

import msgspec

from attio.core.errors import (
    APIConnectionError,
    ArgumentError,
    AuthenticationError,
    ClientClosedError,
    ScopeError,
)

from .planning_identity import content_hash, key_text
from .planning_rows import Work, read_row
from .recent_ids import RecentIds

if TYPE_CHECKING:
    from collections.abc import Callable
    from datetime import datetime

    from attio_openapi import Request

Verb: TypeAlias = Literal["create", "upsert", "update", "delete"]
Outcome: TypeAlias = Literal["created", "updated", "deleted", "unchanged", "unknown", "failed"]
State: TypeAlias = Literal["sent", "done", "failed"]
Mode: TypeAlias = Literal["append", "replace", "fill_empty", "only_if_changed"]

UPSERT_MODES: Final = ("replace", "append", "fill_empty", "only_if_changed")
UPDATE_MODES: Final = ("append", "replace")
UNREACHABLE_AFTER: Final = 100
"""Rows in a row that could not be sent before a run gives up: then it is the network, not the rows."""


class Rules(NamedTuple):
    """What a run does with each of its rows."""

    verb: Verb
    noun: Literal["record", "entry"]
    place: tuple[str, str]
    """("objects", slug) or ("lists", slug)."""
    mode: str = "replace"
    matching: str | None = None
    key: str | Callable[[Any], Any] | None = None
    journalled: bool = False
    dry_run: bool = False
    stop_on_failure: bool = False

    @property
    def object(self) -> str | None:
        """Slug of the object, for records."""
        return self.place[1] if self.place[0] == "objects" else None

    def about(self) -> dict[str, str]:
        """Return what must be the same when a journal is taken up again."""
        key = (
            "its place and content" if self.key is None else "a function" if callable(self.key) else self.key
        )
        return {
            "verb": f"bulk_{self.verb}",
            "of": "/".join(self.place),
            "matching": self.matching or "",
            "mode": self.mode,
            "rows known by": key,
        }


class Seen(NamedTuple):
    """What a journal knows of a row."""

    state: State
    at: int
    """Index that the row had."""
    hash: bytes = b""
    outcome: Outcome = "unknown"
    record_id: str | None = None
    sent_at: float = 0.0
    """When it was sent, in seconds since the epoch, by the clock of the machine that sent it."""
    this_run: bool = False


class Memory(Protocol):
    """Where a run looks up what became of a row earlier."""

    def seen(self, index: int, ident: str) -> Seen | None:
        """Return what is known of a row; None when nothing is."""
        ...


class Task(msgspec.Struct, frozen=True, eq=False):
    """One row on its way."""

    index: int
    ident: str
    hash: bytes
    row: Any
    work: Work
    seen: Seen | None


class Settled(msgspec.Struct, frozen=True, eq=False):
    """What became of one row."""

    index: int
    outcome: Outcome
    record_id: str | None = None
    earlier: bool = False
    """An earlier run did it."""
    sent: bool = False
    """A write went out for it in this run."""
    task: Task | None = None
    row: Any = None
    error: Exception | None = None
    mark: State | None = None
    """What the journal is to be told; None leaves it as it is."""
    sent_at: float = 0.0
    request: Request | None = None
    """What a dry run would have sent."""

    @property
    def is_skipped(self) -> bool:
        """Whether there was nothing to do for it in this run."""
        return self.earlier or self.outcome == "unchanged"

    @property
    def is_open(self) -> bool:
        """Whether a resumed run takes the row up again."""
        return self.outcome == "failed" or (self.outcome == "unknown" and self.mark != "done")


def failed(index: int, row: Any, error: Exception, task: Task | None = None) -> Settled:
    """Return the outcome of a row that was refused before it was sent."""
    mark: State | None = None if task is None else "failed"
    return Settled(index, "failed", task=task, row=row, error=error, mark=mark)


Turn: TypeAlias = Literal["pull", "start", "wait", "end"]


class Dispatcher:
    """Decide what a run does next: take a row, start one, wait for one, or end.

    Rows about the same record are never under way together, so that they take effect in their order. Owned
    by whoever runs the crew; not for several threads at once.
    """

    def __init__(
        self, rules: Rules, size: int, memory: Memory | None = None, recent: RecentIds | None = None
    ) -> None:
        self.rules = rules
        self.size = size
        self._memory = memory
        self._held: Task | None = None
        self._targets: dict[int, frozenset[str]] = {}
        self._busy_targets: set[str] = set()
        self._idents: set[str] = set()
        self._recent = RecentIds() if recent is None else recent
        self._unreachable = 0
        self.exhausted = False
        self.stopped = False
        self.failure: Exception | None = None
        """Why the run stopped, where that is to be raised."""

    def turn(self, busy: int) -> Turn:
        """Say what is next, while so many rows are under way."""
        if self.stopped or (self.exhausted and self._held is None):
            return "wait" if busy else "end"
        if busy >= self.size:
            return "wait"
        if self._held is None:
            return "pull"
        return "wait" if self._busy_targets & self._held.work.targets else "start"

    def stop(self, failure: Exception | None = None) -> None:
        """Start no more rows; those under way end by themselves."""
        self.stopped = True
        self.failure = self.failure or failure

    def offer(self, index: int, row: Any) -> Settled | None:
        """Take a row: return what became of it where nothing is to be sent, else hold it to be started."""
        try:
            work = read_row(self.rules.verb, self.rules.noun, row, self.rules.matching, self.rules.object)
            ident, digest = self._identity(index, row, work)
            seen = self._seen(index, ident)
        except (ArgumentError, RecursionError) as error:
            return failed(index, row, error)
        task = Task(index, ident, digest, row, work, seen)
        if seen is None:
            self._held = task
            return None
        if seen.state == "done" and seen.hash == digest:
            return Settled(index, seen.outcome, seen.record_id, earlier=True, task=task, mark="done")
        if self.rules.verb == "create" and seen.state != "failed" and seen.hash != digest:
            return failed(index, row, _other_row(index, row, seen))
        if seen.hash != digest:
            task = msgspec.structs.replace(task, seen=None)
        self._held = task
        return None

    def _identity(self, index: int, row: Any, work: Work) -> tuple[str, bytes]:
        rules = self.rules
        if rules.key is not None:
            return "key " + key_text(rules.key, row, work), b""
        return f"row {index}", content_hash(row) if rules.journalled else b""

    def _seen(self, index: int, ident: str) -> Seen | None:
        if self.rules.key is not None and ident in self._idents:
            raise _duplicate(ident, None)
        seen = None if self._memory is None else self._memory.seen(index, ident)
        if seen is not None and seen.this_run:
            raise _duplicate(ident, seen.at)
        return seen

    def take(self) -> Task:
        """Return the row that is to be started now."""
        task = self._held
        assert task is not None
        self._held = None
        self._targets[task.index] = task.work.targets
        self._busy_targets |= task.work.targets
        self._idents.add(task.ident)
        return task

    def held(self) -> Task | None:
        """Return the row that was taken and will not be started, after the run stopped."""
        task, self._held = self._held, None
        return task

    def settle(self, settled: Settled) -> Settled:
        """Note what became of a row that was started; return it, corrected by what is known of the others."""
        if settled.task is not None:
            self._busy_targets -= self._targets.pop(settled.index, frozenset())
            self._idents.discard(settled.task.ident)
        settled = self._first_only(settled)
        if settled.error is not None:
            self._judge(settled.error)
        elif settled.sent:
            self._unreachable = 0
        return settled

    def _first_only(self, settled: Settled) -> Settled:
        """Correct what the times told: a record that a run created lately is not created once more."""
        own = settled.record_id
        if own is None or settled.earlier or not settled.sent:
            return settled
        if settled.outcome in {"created", "unknown"} and own in self._recent:
            return msgspec.structs.replace(settled, outcome="updated")
        if settled.outcome == "created":
            self._recent.add(own)
        return settled

    def _judge(self, error: Exception) -> None:
        self._unreachable = self._unreachable + 1 if isinstance(error, APIConnectionError) else 0
        if (
            self.rules.stop_on_failure
            or isinstance(error, (AuthenticationError, ScopeError, ClientClosedError))
            or self._unreachable >= max(UNREACHABLE_AFTER, self.size)
        ):
            self.stop(error)


def _duplicate(ident: str, at: int | None) -> ArgumentError:
    where = "a row that is under way" if at is None else f"row {at}"
    return ArgumentError(
        "key", ident.removeprefix("key "), f"is the key of {where} too", fix="give every row a key of its own"
    )


def _other_row(index: int, row: Any, seen: Seen) -> ArgumentError:
    what = "created" if seen.state == "done" else "sent"
    return ArgumentError(
        f"rows[{index}]",
        row,
        f"a row with other content was {what} from this place before, and is not created twice",
        fix="give key=... to know rows by a field of theirs, or begin a new journal for new rows",
    )


class Answer(NamedTuple):
    """What an answer tells about a row; the times of ours are seconds since the epoch."""

    record_id: str
    created_at: datetime | None
    date: datetime | None
    """Attio's own clock when it answered, in whole seconds."""
    first_sent_s: float
    """When the first attempt was sent, at the earliest."""
    sent_s: float
    """When the last attempt was sent, at the earliest."""
    received_s: float
    """When the answer was there, at the latest."""
