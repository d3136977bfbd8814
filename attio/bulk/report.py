"""What became of a run: counts, failures, and the outcome of each row."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final, NamedTuple

import msgspec

from attio.bulk.results import Results

if TYPE_CHECKING:
    from attio_openapi import Request

    from attio.records.planning import Rules, Seen, Settled

PREVIEWED: Final = 100
"""Requests that the report of a dry run shows."""
_WRITES_PER_S: Final = 25.0


class RowFailure(msgspec.Struct, frozen=True, eq=False):
    """A row that was not done, or of which nobody knows: the row as it was given, its index and the error."""

    index: int
    row: Any
    error: Exception
    key: str | None = None
    """The row's key, where the run knows rows by `key=`."""
    seen: Seen | None = None
    """What a journal would say of it, for a run that goes on without one."""

    def __repr__(self) -> str:
        return f"<RowFailure {self.index}: {self.error!r}>"


class PlannedWrite(NamedTuple):
    """A request that a run would send; `row` is the index of the row that it is for."""

    row: int
    method: str
    path: str
    query: dict[str, Any]
    body: Any


class BulkProgress(NamedTuple):
    """How far a run is."""

    done: int
    """Rows whose outcome is known, those that were skipped included."""
    total: int | None
    """All rows; None where the rows cannot tell how many they are."""
    created: int
    updated: int
    deleted: int
    unknown: int
    skipped: int
    failed: int
    elapsed_s: float
    throughput: float
    """Rows sent per second."""

    @property
    def remaining_s(self) -> float | None:
        """How long the rest takes at this pace; None where that cannot be told."""
        if self.total is None or self.throughput <= 0.0:
            return None
        return max(0, self.total - self.done) / self.throughput


class BulkReportData:
    """The outcome of a run.

    `created`, `updated` and `deleted` count what this run did; `unknown` the rows that were done without Attio
    telling whether they were created, and creates whose answer was lost; `skipped` those that an earlier run did
    or where nothing would change. `failed` lists rows that were not done, `unresolved` the creates that nobody
    knows about: they are never sent again blindly, `resume()` looks them up. `results` has the outcome and the
    id of every row, in the order of the rows.
    """

    def __init__(self, rules: Rules, before: BulkReportData | None = None) -> None:
        self._rules = rules
        self.created = 0
        self.updated = 0
        self.deleted = 0
        self.unknown = 0
        self.skipped = 0
        self.sent = 0
        """Rows for which this run sent a write."""
        self.failed: list[RowFailure] = []
        self.failed_count = 0
        """Rows that failed; more than `failed` holds where a function of yours took them."""
        self.unresolved: list[RowFailure] = []
        self.results: Results = Results(None if before is None else before.results)
        self._open: dict[int, RowFailure] | None = None
        self.elapsed_s = 0.0
        self.exhausted = False
        """Whether every row was taken."""
        self.cancelled = False
        """Whether `cancel` ended the run before that."""
        self.preview: list[PlannedWrite] = []
        """The first 100 requests that a run would send, for `dry_run=True`."""

    @property
    def dry_run(self) -> bool:
        """Whether nothing was written: then the counts tell what a run would do."""
        return self._rules.dry_run

    @property
    def complete(self) -> bool:
        """Whether every row was done: none is left, none failed, none is unresolved."""
        return self.exhausted and not (self.failed_count or self.unresolved or self.dry_run)

    @property
    def throughput(self) -> float:
        """Rows sent per second, waiting included."""
        return self.sent / self.elapsed_s if self.elapsed_s > 0.0 else 0.0

    @property
    def write_time_s(self) -> float:
        """How long the writes take at Attio's limit of 25 a second, at least."""
        writes = self.created + self.updated + self.deleted + self.unknown if self.dry_run else self.sent
        return writes / _WRITES_PER_S

    def note(self, settled: Settled, *, collect: bool) -> RowFailure | None:
        """Count the outcome of a row; return its failure where there is one, kept when it is to be collected."""
        self.results.note(settled)
        self.sent += settled.sent
        if settled.is_skipped:
            self.skipped += 1
        elif settled.outcome != "failed":
            setattr(self, settled.outcome, getattr(self, settled.outcome) + 1)
        else:
            self.failed_count += 1
        if settled.error is None:
            return None
        failure = _failure(settled, keyed=self._rules.key is not None)
        if settled.outcome == "unknown":
            self.unresolved.append(failure)
        elif collect:
            self.failed.append(failure)
        return failure

    def plan(self, index: int, request: Request) -> None:
        """Keep what a dry run would send, the beginning of it."""
        if len(self.preview) < PREVIEWED:
            self.preview.append(
                PlannedWrite(index, request.method, request.path, dict(request.query), request.body)
            )

    def progress(self, total: int | None, elapsed_s: float) -> BulkProgress:
        """Return how far the run is."""
        failed = self.failed_count
        done = self.created + self.updated + self.deleted + self.unknown + self.skipped + failed
        pace = self.sent / elapsed_s if elapsed_s > 0.0 else 0.0
        counts = (self.created, self.updated, self.deleted, self.unknown, self.skipped, failed)
        return BulkProgress(done, total, *counts, elapsed_s, pace)

    def seen(self, index: int) -> Seen | None:
        """Return what is known of a row, for a run that goes on from this report."""
        from attio.records.planning import Seen

        if index >= len(self.results):
            return None
        result = self.results[index]
        if not result.is_open:
            return Seen("done", index, outcome=result.outcome, record_id=result.record_id)
        if self._open is None:
            self._open = {failure.index: failure for failure in (*self.failed, *self.unresolved)}
        failure = self._open.get(index)
        return None if failure is None else failure.seen

    def open_rows(self) -> list[tuple[int, Any]]:
        """Return the rows to take up again that are at hand, with their indexes, in their order."""
        return sorted(
            ((failure.index, failure.row) for failure in (*self.failed, *self.unresolved)),
            key=lambda pair: pair[0],
        )

    def __repr__(self) -> str:
        names = ("created", "updated", "deleted", "unknown", "skipped")
        counts = [f"{count} {name}" for name in names if (count := getattr(self, name))]
        counts += [f"{self.failed_count} failed"] if self.failed_count else []
        state = "" if self.exhausted else ", not all rows taken"
        planned = "would be " if self.dry_run else ""
        pace = f" in {self.elapsed_s:.1f} s ({self.throughput:.1f}/s)"
        return f"<{type(self).__name__}: {planned}{', '.join(counts) or 'no rows'}{pace}{state}>"


def _failure(settled: Settled, *, keyed: bool) -> RowFailure:
    from attio.records.planning import Seen

    task = settled.task
    seen: Seen | None = None
    if task is not None and settled.mark is None:
        sent_at = settled.sent_at
        if task.seen is not None and task.seen.state == "sent":
            sent_at = task.seen.sent_at
        seen = Seen("sent", settled.index, task.hash, sent_at=sent_at)
    key = task.ident.removeprefix("key ") if keyed and task is not None else None
    assert settled.error is not None
    return RowFailure(settled.index, settled.row, settled.error, key, seen)
