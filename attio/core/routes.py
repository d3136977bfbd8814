"""What is known of a route: how it may be repeated and which limits count it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final, Literal, TypeAlias

import msgspec

from attio.core.limits import READS_PER_S, WRITES_PER_S, Lane

if TYPE_CHECKING:
    from attio_openapi.operations import Operation

RetryClass: TypeAlias = Literal["safe", "idempotent", "unsafe"]

READ_LANE: Final = Lane("read", READS_PER_S)
WRITE_LANE: Final = Lane("write", WRITES_PER_S)
# Attio scores record and entry queries over the whole workspace and answers 429 without saying which limit it
# was, so a 429 there slows queries down and nothing else.
QUERY_LANE: Final = Lane("query", READS_PER_S)


class Plan(msgspec.Struct, frozen=True, eq=False):
    """How calls of one route are treated."""

    operation: str
    retry: RetryClass
    lanes: tuple[Lane, ...]
    lane_names: tuple[str, ...]
    row: Operation | None = None


_plans: dict[str, Plan] = {}
_templates: dict[tuple[str, int], list[tuple[tuple[str, ...], str]]] = {}


def _plan(operation: str, retry: RetryClass, lanes: tuple[Lane, ...], row: Operation | None = None) -> Plan:
    return Plan(operation, retry, lanes, tuple(lane.name for lane in lanes), row)


UNKNOWN_READ: Final = _plan("", "safe", (READ_LANE,))
UNKNOWN_WRITE: Final = _plan("", "unsafe", (WRITE_LANE,))
ELSEWHERE: Final = _plan("", "safe", ())
"""For a signed address on another host: none of Attio's limits count it."""


def plan_for(operation: str, method: str, path: str) -> Plan:
    """Give the plan of an operation, or of the route that a method and a path lead to when there is no operation.

    A route that nothing is known of is read with GET and HEAD, and written otherwise: then it is never
    repeated unless it certainly was not processed.
    """
    plan = _plans.get(operation)
    if plan is not None:
        return plan
    found = operation or find_operation(method, path)
    row = _row(found) if found else None
    if row is None:
        return UNKNOWN_READ if method in {"GET", "HEAD"} else UNKNOWN_WRITE
    lanes = [READ_LANE if row.rate == "read" else WRITE_LANE]
    if row.rate_limit_per_s:
        lanes.insert(0, Lane(row.id, float(row.rate_limit_per_s)))
    elif row.paging == "offset-body":
        lanes.insert(0, QUERY_LANE)
    plan = _plans[found] = _plan(row.id, row.retry, tuple(lanes), row)
    return plan


def _row(operation: str) -> Operation | None:
    from attio_openapi.operations import OPERATIONS

    return OPERATIONS.get(operation)


def find_operation(method: str, path: str) -> str:
    """Give the operationId of the route that a path belongs to, "" when it is none of Attio's known ones."""
    if not _templates:
        _index()
    steps = tuple(path.split("?", 1)[0].strip("/").split("/"))
    best, best_literals = "", -1
    for template, operation in _templates.get((method.upper(), len(steps)), ()):
        literals = 0
        for known, step in zip(template, steps, strict=True):
            if known == step:
                literals += 1
            elif not known.startswith("{") or not step:
                break
        else:
            if literals > best_literals:
                best, best_literals = operation, literals
    return best


def _index() -> None:
    from attio_openapi.operations import OPERATIONS

    for row in OPERATIONS.values():
        steps = tuple(row.path.strip("/").split("/"))
        _templates.setdefault((row.method, len(steps)), []).append((steps, row.id))
