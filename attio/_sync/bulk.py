# Derived from attio/_async by scripts/unasync: edit there.
"""Many records: runs that keep Attio's limits busy, survive a kill, and say what became of every row.

What is decided is in `attio.records.planning` and the modules beside it, what is kept in `attio.bulk`; this
does the I/O that they ask for.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from attio.bulk.report import BulkReportData
from attio.core.errors import ArgumentError
from attio.core.gather import Aside, Crew, Feed
from attio.records.planning import Dispatcher, Seen

from .bulk_steps import RowDriver

if TYPE_CHECKING:
    from attio.bulk.journal import Journal
    from attio.bulk.settings import CancelFlag, Settings
    from attio.core.gather import Input
    from attio.records.planning import Rules, Settled, Task

    from .bulk_steps import BulkTarget

_BREATH = 200
"""Rows that are skipped in one go before the event loop gets its turn."""
_PROGRESS_EVERY_S = 0.1


class BulkReport(BulkReportData):
    """The outcome of a run, which can go on: see `resume`."""

    _run: BulkRun

    def resume(self, *, cancel: CancelFlag | None = None) -> BulkReport:
        """Do what is left: rows that failed, creates that nobody knows about, and rows that were not taken yet.

        Returns a report of the whole, in which what was done before counts as skipped. Rows that came from an
        iterator are at hand again only where they were collected as failed. The old `cancel` no longer counts.
        """
        return self._run.again(self, cancel)


class BulkRun:
    """One run over some rows."""

    def __init__(
        self,
        target: BulkTarget,
        rules: Rules,
        settings: Settings,
        rows: Input[Any],
        *,
        feed: Feed[Any] | None = None,
        before: BulkReport | None = None,
    ) -> None:
        self._target = target
        self._client = target._client
        self._rules = rules
        self._settings = settings
        self._rows = rows
        self._feed: Feed[Any] | None = Feed(rows) if feed is None else feed
        self._before = before
        self._journal: Journal | None = None
        self._dispatcher = Dispatcher(rules, settings.concurrency, self, self._client._recent)
        self._driver = RowDriver(target, settings.options)
        self.report = BulkReport(rules, before)
        self.report._run = self
        if before is not None and feed is not None:
            self.report.skipped = len(before.results) - len(before.open_rows())
        self._crew: Crew[Settled] = Crew(settings.concurrency)
        self._started_s = self._told_s = self._client.session.monotonic()

    def run(self) -> BulkReport:
        """Go through all rows; raises what ends the run before that."""
        self._open()
        try:
            with self._crew as crew:
                self._work(crew)
        finally:
            if self._journal is not None:
                self._journal.close()
        report = self.report
        report.exhausted = self._dispatcher.exhausted
        report.elapsed_s = self._elapsed_s()
        report.preview.sort(key=lambda write: write.row)
        self._tell_progress(last=True)
        failure = self._dispatcher.failure
        if failure is not None:
            raise self._explained(failure)
        return report

    def again(self, report: BulkReport, cancel: CancelFlag | None) -> BulkReport:
        """Run what is left of a run."""
        if self._rules.dry_run:
            raise ArgumentError("dry_run", True, "nothing was done, so there is nothing to resume")
        settings = self._settings._replace(cancel=cancel)
        feed = self._feed
        if feed is None:
            raise ArgumentError(
                "rows", self._rows, "an iterator, and its rest was taken by an earlier resume()"
            )
        if not feed.reusable:
            self._feed, feed = None, feed.resumed(report.open_rows())
            following = BulkRun(self._target, self._rules, settings, self._rows, feed=feed, before=report)
        else:
            following = BulkRun(self._target, self._rules, settings, self._rows, before=report)
        return following.run()

    # What is known of rows

    def _open(self) -> None:
        settings, rules = self._settings, self._rules
        path = settings.journal
        if path is None and rules.key is None:
            return
        from attio.bulk.journal import Journal, is_begun

        if rules.dry_run and not is_begun(path):
            return
        workspace = None if path is None else self._workspace_id()
        self._journal = Aside().run(Journal, path, rules, workspace)
        self._driver.ledger = self._journal

    def _workspace_id(self) -> str | None:
        """Return whose rows these are, so that no journal is taken up in another workspace."""
        options = self._settings.options
        known = None if options and "api_key" in options else self._client.session.workspace_id
        return known or (self._client.whoami(options=options)).workspace_id

    def seen(self, index: int, ident: str) -> Seen | None:
        """Return what became of a row earlier: by the journal, else by the report that this run goes on from."""
        found = None if self._journal is None else self._journal.seen(index, ident)
        before = self._before
        if found is not None or before is None or self._settings.journal is not None:
            return found
        return before.seen(index)

    # One row after the other

    def _work(self, crew: Crew[Settled]) -> None:
        dispatcher = self._dispatcher
        while True:
            self._look_at_cancel()
            turn = dispatcher.turn(crew.busy)
            if turn == "pull":
                self._pull()
            elif turn == "start":
                self._start(crew, dispatcher.take())
            elif turn == "wait":
                self._note(crew.finished())
            else:
                break
        held = dispatcher.held()
        if held is not None and self._feed is not None:
            self._feed.give_back(held.index, held.row)

    def _look_at_cancel(self) -> None:
        cancel = self._settings.cancel
        if cancel is not None and not self._dispatcher.exhausted and cancel.is_set():
            self.report.cancelled = True
            self._dispatcher.stop()

    def _pull(self) -> None:
        assert self._feed is not None
        pulled = self._feed.pull()
        if pulled is None:
            self._dispatcher.exhausted = True
            return
        settled = self._dispatcher.offer(*pulled)
        if settled is not None:
            self._note(settled)
            if settled.index % _BREATH == 0:
                self._client.session.sleep(0.0)

    def _start(self, crew: Crew[Settled], task: Task) -> None:
        crew.start(lambda: self._driver.carry_out(task, self._rules))

    def _note(self, settled: Settled) -> None:
        settled = self._dispatcher.settle(settled)
        chosen = self._settings.on_error
        if settled.error is not None and chosen != "raise":
            settled.error.__traceback__ = None  # its frames hold the row, the request and the token
        failure = self.report.note(settled, collect=not callable(chosen))
        if settled.request is not None:
            self.report.plan(settled.index, settled.request)
        if failure is not None and callable(chosen):
            chosen(failure)
        self._tell_progress()

    def _tell_progress(self, *, last: bool = False) -> None:
        progress = self._settings.progress
        now = self._client.session.monotonic()
        if progress is None or not (last or now - self._told_s >= _PROGRESS_EVERY_S):
            return
        self._told_s = now
        rows: Any = self._rows
        total = len(rows) if hasattr(rows, "__len__") else None
        progress(self.report.progress(total, self._elapsed_s()))

    def _elapsed_s(self) -> float:
        return self._client.session.monotonic() - self._started_s

    def _explained(self, failure: Exception) -> Exception:
        done = len(self.report.results) - self.report.failed_count
        journal = self._settings.journal
        way = (
            f"call it again with journal={str(journal)!r} to go on"
            if journal
            else "a journal= would let it go on"
        )
        failure.add_note(f"bulk_{self._rules.verb} stopped here: {done} rows were done or skipped; {way}")
        return failure
