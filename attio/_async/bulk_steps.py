"""Do what the protocol of a row asks for: look up, tell the journal, send."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Protocol

from attio.core.gather import AsyncAside
from attio.core.reply import captured_replies
from attio.records.planning import Answer
from attio.records.planning_outcome import ServerClock
from attio.records.planning_steps import Begin, Found, LookUp, Prepare, Unique, carry_out

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from datetime import datetime

    from attio.core.client import Reply
    from attio.core.config import RequestOptions
    from attio.records.planning import Rules, Settled, Task
    from attio.records.planning_rows import Work
    from attio.records.planning_steps import Prepared, Send, Step
    from attio.records.row import RowData
    from attio.records.shape import ShapeRule

    from .client import AsyncAttio


class AsyncBulkTarget(Protocol):
    """What a run needs of the records of an object, or the entries of a list."""

    _client: AsyncAttio

    def _bulk_rule(self, options: RequestOptions | None) -> ShapeRule:
        """Return the rule that tells which attributes hold several values, as far as that is known."""
        ...

    async def _bulk_prepare(self, step: Prepare, work: Work, options: RequestOptions | None) -> Prepared:
        """Build a request; raises ArgumentError for values that cannot be written."""
        ...

    async def _bulk_find(
        self, wanted: Mapping[str, list[Any]], work: Work, options: RequestOptions | None
    ) -> Sequence[RowData]:
        """Return the records that hold one of these values, or the entries of a record."""
        ...

    async def _bulk_unique(
        self, values: Mapping[str, Any], options: RequestOptions | None
    ) -> Mapping[str, list[Any]]:
        """Return the values of unique attributes among these, as Attio takes them."""
        ...

    def _bulk_answer(self, reply: Reply) -> tuple[str, datetime | None]:
        """Read what an answer tells about its row: id and created_at."""
        ...


class Ledger(Protocol):
    """Where it is written down that a row is being sent, and what became of it."""

    def begin(self, task: Task, sent_at: float) -> float:
        """Note that a row is about to be sent; returns the time that was given."""
        ...

    def finish(self, settled: Settled) -> None:
        """Note what became of a row."""
        ...


class AsyncRowDriver:
    """Carries out one row after the other; several at once where several call it."""

    def __init__(
        self, target: AsyncBulkTarget, options: RequestOptions | None, ledger: Ledger | None = None
    ) -> None:
        self._target = target
        self._client = target._client
        self._options = options
        self.ledger = ledger
        self._server_clock = ServerClock()
        self._aside = AsyncAside()

    async def carry_out(self, task: Task, rules: Rules) -> Settled:
        """Carry out one row, and have the ledger know it."""
        with captured_replies():  # with_raw_response must not keep the answers of a whole run
            settled = await self._drive(task, rules)
        if self.ledger is not None and not rules.dry_run:
            await self._aside.run(self.ledger.finish, settled)
        return settled

    async def _drive(self, task: Task, rules: Rules) -> Settled:
        steps = carry_out(task, rules, self._target._bulk_rule(self._options), self._server_clock)
        answer: Any = None
        failure: Exception | None = None
        while True:
            try:
                step = steps.send(answer) if failure is None else steps.throw(failure)
            except StopIteration as end:
                settled: Settled = end.value
                return settled
            answer = failure = None
            try:
                answer = await self._do(step, task, rules)
            except Exception as error:  # noqa: BLE001 - the protocol decides what it means for the row
                failure = error

    async def _do(self, step: Step, task: Task, rules: Rules) -> Any:
        if isinstance(step, Prepare):
            return await self._target._bulk_prepare(step, task.work, self._options)
        if isinstance(step, LookUp):
            rows = await self._target._bulk_find(step.wanted, task.work, self._options)
            return Found(rows, self._ahead_s(rows))
        if isinstance(step, Unique):
            return await self._target._bulk_unique(step.values, self._options)
        if isinstance(step, Begin):
            return await self._begin(task)
        return await self._send(step, rules)

    async def _begin(self, task: Task) -> float:
        now = self._client.session.clock.now()
        if self.ledger is None:
            return now
        return await self._aside.run(self.ledger.begin, task, now)

    async def _send(self, step: Send, rules: Rules) -> Answer:
        clock = self._client.session.clock
        called_s = clock.now()
        reply = await self._client.session.send(step.request, options=self._options)
        received_s = clock.now()
        if rules.verb == "delete":
            return Answer("", None, None, called_s, called_s, received_s)
        call = reply._call
        # The clock is read late after an answer, by a turn of the threads; so count from the beginning where possible.
        first_s = last_s = called_s + call.waited_s
        if call.attempts > 1:
            first_s, last_s = called_s, received_s - reply.response.elapsed_s
        own, created_at = self._target._bulk_answer(reply)
        return Answer(own, created_at, reply.response.date, first_s, last_s, received_s)

    def _ahead_s(self, rows: Sequence[RowData]) -> float:
        response = rows[0].response if rows else None
        date = None if response is None else response.date
        return 0.0 if date is None else date.timestamp() - self._client.session.clock.now()
