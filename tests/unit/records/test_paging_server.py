"""A server of rows that change between two pages, for the tests of paging; and the tests of that server."""

from __future__ import annotations

from dataclasses import dataclass, field
from random import Random

from hypothesis import strategies as st

from attio.records.paging import KeysetPlan, OverlapPlan

MATCHING = {"matches": {"$eq": True}}
MOST_REQUESTS = 3_000


def stamp(number: int) -> str:
    """Write a number as Attio writes a time."""
    return f"2026-01-01T00:{number // 60:02d}:{number % 60:02d}.500000000Z"


@dataclass
class Row:
    """One row: when it was made, what it is sorted by, and where it stands among equals."""

    id: str
    created: int = 0
    value: int = 0
    rank: int = 0
    matches: bool = True

    @property
    def created_at(self) -> str:
        return stamp(self.created)


@dataclass
class Server:
    """Answers queries over its rows, which may change between two of them; `ignores` names what it does not read."""

    rows: list[Row]
    ignores: frozenset[str] = frozenset()
    cap: int | None = None
    default: int = 5
    queries: list = field(default_factory=list)
    made: int = 0
    unsteady: Random | None = None
    """Orders rows that compare equal anew for each query."""

    def answer(self, query) -> list[Row]:
        self.queries.append(query)
        assert len(self.queries) < MOST_REQUESTS, "the plan goes on for ever"
        rows = [row for row in self.rows if row.matches]
        if "filter" not in self.ignores:
            least = floor_of(query.filter)
            rows = [row for row in rows if least is None or row.created_at >= least]
        rows.sort(key=lambda row: (row.rank, row.id))
        if self.unsteady is not None:
            self.unsteady.shuffle(rows)
        for sort in reversed([] if "sorts" in self.ignores else query.sorts or []):
            of = "created" if sort["attribute"] == "created_at" else sort["attribute"]
            rows.sort(key=lambda row: getattr(row, of), reverse=sort["direction"] == "desc")
        start = 0 if "offset" in self.ignores else query.offset or 0
        limit = self.default if query.limit is None or "limit" in self.ignores else query.limit
        return rows[start : start + (limit if self.cap is None else min(limit, self.cap))]

    def change(self, op: tuple) -> None:
        """Do one thing to the rows: ("add", created, value, rank), ("delete" | "hide" | "show", index)."""
        kind, *given = op
        if kind == "add":
            self.made += 1
            created, value, rank = given
            self.rows.append(Row(f"new-{self.made}", created, value, rank))
        elif self.rows:
            row = self.rows[given[0] % len(self.rows)]
            if kind == "delete":
                self.rows.remove(row)
            elif kind == "move":
                row.value = given[1]
            else:
                row.matches = kind == "show"


def floor_of(condition) -> str | None:
    """Read the time that a filter asks for; any filter but the plan's own and MATCHING is a bug."""
    if condition is None or condition == MATCHING:
        return None
    if "$and" in condition:
        assert list(condition) == ["$and"]
        own, condition = condition["$and"]
        assert own == MATCHING
    assert list(condition) == ["created_at"]
    assert list(condition["created_at"]) == ["$gte"]
    return condition["created_at"]["$gte"]


def keyset(page_size: int, **options) -> KeysetPlan[Row]:
    options.setdefault("page_default", 500)
    return KeysetPlan(
        identify=lambda row: row.id, key=lambda row: row.created_at, page_size=page_size, **options
    )


def overlap(page_size: int, sorts=None, **options) -> OverlapPlan[Row]:
    options.setdefault("page_default", 500)
    sorts = sorts or [{"attribute": "value", "direction": "asc"}]
    return OverlapPlan(identify=lambda row: row.id, page_size=page_size, sorts=sorts, **options)


def run(plan, server: Server, script=()) -> tuple[list[str], set[str]]:
    """Go through all pages, with the changes of `script[n]` after page n.

    Returns the ids handed out and those of the rows that could be seen during the whole run.
    """
    lasting = {row.id for row in server.rows if row.matches}
    found: list[str] = []
    changes = iter(script)
    while (query := plan.request()) is not None:
        assert plan.request() == query
        found += [row.id for row in plan.accept(server.answer(query))]
        for op in next(changes, ()):
            server.change(op)
            lasting &= {row.id for row in server.rows if row.matches}
    return found, lasting


def assert_kept(found: list[str], lasting: set[str]) -> None:
    assert len(found) == len(set(found)), "a row came twice"
    assert lasting <= set(found), "a row was lost"


small = st.integers(0, 4)
tables = st.lists(st.tuples(small, small, small), max_size=14)
additions = st.tuples(st.just("add"), small, small, small)
latecomers = st.tuples(st.just("add"), st.just(9), st.just(9), small)
removals = st.tuples(st.sampled_from(["delete", "hide", "show"]), st.integers(0, 20))


def scripts(*changes):
    """What changes after the first five pages: up to four things after each."""
    return st.lists(st.lists(st.one_of(*changes), max_size=4), max_size=5)


def rows_of(table) -> list[Row]:
    return [Row(f"r{at}", *numbers) for at, numbers in enumerate(table)]


def test_server_orders_filters_and_cuts():
    """The simulated server does what a query says, and what it ignores it ignores."""
    server = Server([Row(f"r{at}", created=at, value=-at) for at in range(4)])
    plan = keyset(2)
    assert [row.id for row in server.answer(plan.request())] == ["r0", "r1"]
    plan.accept(server.answer(plan.request()))
    assert [row.id for row in server.answer(plan.request())] == ["r1", "r2"]
    assert [row.id for row in server.answer(overlap(9).request())] == ["r3", "r2", "r1", "r0"]
    deaf = Server(server.rows, ignores=frozenset({"filter", "sorts", "limit", "offset"}), default=1)
    assert [row.id for row in deaf.answer(plan.request())] == ["r0"]
