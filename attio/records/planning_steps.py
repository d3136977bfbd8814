"""One row of a run, step by step: the protocol that a kill at any point leaves whole. No I/O of its own.

`carry_out` yields what is to be done (`Prepare`, `LookUp`, `Unique`, `Begin`, `Send`), is sent what came of
it, or the exception, and returns what became of the row. Whoever drives it tells the journal at `Begin` that
the row is being sent, before it is, and afterwards what the result's `mark` says. So at any moment a journal
knows of every row that Attio may have received:

nothing or "failed"   Attio has not done it: send it
"sent"                perhaps: an upsert, an update or a delete is sent again, which changes nothing more; a
                      create is looked up by its unique attributes, and where it has none it stays unknown
"done"                Attio has done it: leave it alone
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final, NamedTuple, TypeAlias

from attio.core.errors import (
    ArgumentError,
    ClientError,
    Error,
    MaybeSentError,
    NotFoundError,
    UniquenessConflictError,
)

from .planning import Settled
from .planning_modes import narrowed, needs_look_up
from .planning_outcome import ServerClock, is_of_attempt, outcome_of_upsert

if TYPE_CHECKING:
    from collections.abc import Generator, Mapping, Sequence

    from attio_openapi import Request

    from .planning import Answer, Outcome, Rules, State, Task
    from .row import RowData
    from .shape import ShapeRule

_SLACK_S: Final = 10.0
"""How far a record's created_at may lie before the moment that we sent it, our clock set right by Attio's."""


class Prepare(NamedTuple):
    """Build a request, which also checks the values; answered with `Prepared`."""

    action: str
    """create, upsert, update (adds), replace (overwrites) or delete."""
    values: Mapping[str, Any]
    own_id: str | None = None


class Prepared(NamedTuple):
    """A request, and its values as Attio takes them."""

    request: Request
    sent: Mapping[str, list[Any]]


class Unique(NamedTuple):
    """Say which of these values are of unique attributes; answered with a mapping of those, as Attio takes them."""

    values: Mapping[str, Any]


class LookUp(NamedTuple):
    """Find the records that hold one of these values, or a record's entries; answered with `Found`."""

    wanted: Mapping[str, list[Any]]


class Found(NamedTuple):
    """What a look-up found, and how far Attio's clock is ahead of ours."""

    rows: Sequence[RowData]
    ahead_s: float = 0.0


class Begin:
    """Tell the journal that the row is being sent; answered with the time, in seconds since the epoch."""

    __slots__ = ()


class Send(NamedTuple):
    """Send a request; answered with an `Answer`."""

    request: Request


Step: TypeAlias = Prepare | Unique | LookUp | Begin | Send


def carry_out(task: Task, rules: Rules, rule: ShapeRule, clock: ServerClock) -> Generator[Step, Any, Settled]:
    """Carry out one row; `rule` tells which attributes hold several values, `clock` what Attio's clock says."""
    if rules.verb == "create":
        return (yield from _create(task, rules))
    if rules.verb == "upsert":
        return (yield from _upsert(task, rules, rule, clock))
    if rules.verb == "delete":
        return (yield from _change(task, rules, "delete", "deleted"))
    if task.work.is_saved and not task.work.values:
        return Settled(task.index, "unchanged", task.work.own_id, task=task, mark="done")
    action = "replace" if task.work.is_saved or rules.mode == "replace" else "update"
    return (yield from _change(task, rules, action, "updated"))


def _in_flight(task: Task) -> bool:
    return task.seen is not None and task.seen.state == "sent"


def _refused(task: Task, error: Exception) -> Settled:
    """Return the outcome of a row that failed before it was sent in this run."""
    mark: State | None = None if _in_flight(task) else "failed"
    return Settled(task.index, "failed", task=task, row=task.row, error=error, mark=mark)


def _planned(task: Task, prepared: Prepared, outcome: Outcome, record_id: str | None = None) -> Settled:
    """Return what a dry run says of a row."""
    return Settled(task.index, outcome, record_id, task=task, request=prepared.request)


def _create(task: Task, rules: Rules) -> Generator[Step, Any, Settled]:
    unique: Mapping[str, list[Any]] = {}
    if _in_flight(task):
        try:
            unique = yield Unique(task.work.values)
            if not unique:
                return _unresolved(task, _never_answered())
            found: Found = yield LookUp(unique)
        except Exception as error:  # noqa: BLE001 - whatever stopped the look-up, the row is as unknown as before
            return _unresolved(task, error)
        mine = _of_this_row(task, found)
        if mine is not None:
            return Settled(task.index, "created", str(mine._own_id()), task=task, mark="done")
        # No record has the values, or one that is older has them. Either way sending it cannot make a second one:
        # they are unique, so Attio refuses it while a record holds them.
    try:
        prepared: Prepared = yield Prepare("create", task.work.values)
    except Exception as error:  # noqa: BLE001 - a row may hold anything, and what it raises is its own failure
        return _refused(task, error)
    if rules.dry_run:
        return _planned(task, prepared, "created")
    sent_at: float = yield Begin()
    try:
        answer: Answer = yield Send(prepared.request)
    except UniquenessConflictError as error:
        return (yield from _conflicting(task, unique, sent_at, error))
    except Exception as error:  # noqa: BLE001 - the run goes on with the other rows
        return _unanswered(task, sent_at, error)
    return Settled(
        task.index, "created", answer.record_id, sent=True, task=task, mark="done", sent_at=sent_at
    )


def _never_answered() -> MaybeSentError:
    return MaybeSentError(
        "this create was being sent when an earlier run ended, and has no value of a unique attribute to look it "
        "up by"
    )


def _of_this_row(task: Task, found: Found) -> RowData | None:
    """Return the record that an earlier attempt made; None where every record is older than that."""
    assert task.seen is not None
    sent_at = task.seen.sent_at + found.ahead_s
    return next((row for row in found.rows if is_of_attempt(row.created_at, sent_at, _SLACK_S)), None)


def _conflicting(
    task: Task, unique: Mapping[str, list[Any]], sent_at: float, error: UniquenessConflictError
) -> Generator[Step, Any, Settled]:
    """Tell a conflict with somebody else's record from one with what an earlier attempt made after all."""
    mine: RowData | None = None
    if unique:
        try:
            found: Found = yield LookUp(unique)
            mine = _of_this_row(task, found)
        except Exception as other:  # noqa: BLE001 - then it stays unknown
            return _unresolved(task, other)
    if mine is not None:
        return Settled(task.index, "created", str(mine._own_id()), sent=True, task=task, mark="done")
    return _unanswered(task, sent_at, error)


def _unresolved(task: Task, error: Exception) -> Settled:
    """Return that nobody knows whether a create was done; the journal goes on saying that it was sent."""
    sent_at = 0.0 if task.seen is None else task.seen.sent_at
    return Settled(task.index, "unknown", task=task, row=task.row, error=error, sent_at=sent_at)


def _unanswered(task: Task, sent_at: float, error: Exception) -> Settled:
    """Return what an error says about a create: not done, or perhaps done."""
    certain = isinstance(error, Error) and not error.maybe_sent
    return Settled(
        task.index,
        "failed" if certain else "unknown",
        sent=True,
        task=task,
        row=task.row,
        error=error,
        mark="failed" if certain else None,
        sent_at=sent_at,
    )


def _upsert(task: Task, rules: Rules, rule: ShapeRule, clock: ServerClock) -> Generator[Step, Any, Settled]:
    values = task.work.values
    looking = rules.dry_run or needs_look_up(rules.mode, values, rules.matching, rule)
    known: RowData | None = None
    several = False
    try:
        prepared: Prepared = yield Prepare("upsert", values)
        if looking:
            found: Found = yield LookUp(_matched(rules, prepared))
            known, several = (found.rows[0], False) if len(found.rows) == 1 else (None, bool(found.rows))
        if known is not None and rules.mode != "replace":
            left = narrowed(rules.mode, values, prepared.sent, known, rules.matching)
            if not left.values:
                own = str(known._own_id())
                mark: State | None = None if rules.dry_run else "done"
                return Settled(task.index, "unchanged", own, task=task, mark=mark)
            prepared = yield Prepare(left.action, left.values, str(known._own_id()))
    except Exception as error:  # noqa: BLE001 - a row may hold anything, and what it raises is its own failure
        return _refused(task, error)
    if rules.dry_run and several:
        return _planned(
            task, prepared, "unknown"
        )  # Attio will refuse it: the values belong to several records
    if rules.dry_run and known is None:
        return _planned(task, prepared, "created")
    if rules.dry_run and known is not None:
        return _planned(task, prepared, "updated", str(known._own_id()))
    return (yield from _written(task, prepared, None if known is None else "updated", clock))


def _matched(rules: Rules, prepared: Prepared) -> Mapping[str, list[Any]]:
    if rules.matching is None:
        return {}
    if rules.matching not in prepared.sent:
        raise ArgumentError(
            "matching", rules.matching, "rows name this attribute otherwise", fix="name it as rows do"
        )
    return {rules.matching: prepared.sent[rules.matching]}


def _change(task: Task, rules: Rules, action: str, outcome: Outcome) -> Generator[Step, Any, Settled]:
    try:
        prepared: Prepared = yield Prepare(action, task.work.values, task.work.own_id)
    except Exception as error:  # noqa: BLE001 - a row may hold anything, and what it raises is its own failure
        return _refused(task, error)
    if rules.dry_run:
        return _planned(task, prepared, outcome, task.work.own_id)
    return (yield from _written(task, prepared, outcome, None))


def _written(
    task: Task, prepared: Prepared, outcome: Outcome | None, clock: ServerClock | None
) -> Generator[Step, Any, Settled]:
    """Send a write that has the same effect however often it is sent; None has the answer tell the outcome."""
    sent_at: float = yield Begin()
    try:
        answer: Answer = yield Send(prepared.request)
    except NotFoundError as error:
        if outcome == "deleted" and _in_flight(task):
            # What was in flight when an earlier run ended has deleted it.
            return Settled(task.index, outcome, task.work.own_id, sent=True, task=task, mark="done")
        return _not_written(task, sent_at, error)
    except Exception as error:  # noqa: BLE001 - the run goes on with the other rows
        return _not_written(task, sent_at, error)
    told = outcome or outcome_of_upsert(answer, clock or ServerClock(), task.seen)
    own = answer.record_id or task.work.own_id
    return Settled(task.index, told, own, sent=True, task=task, mark="done", sent_at=sent_at)


def _not_written(task: Task, sent_at: float, error: Exception) -> Settled:
    # A refusal is certain. Anything else may have come after Attio did it, so the journal keeps saying "sent".
    certain = isinstance(error, ArgumentError) or (
        isinstance(error, ClientError) and error.http_status != 408
    )
    mark: State | None = "failed" if certain else None
    return Settled(
        task.index, "failed", sent=True, task=task, row=task.row, error=error, mark=mark, sent_at=sent_at
    )
