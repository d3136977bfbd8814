"""Paging while rows are added, deleted and edited: what is promised holds, what is impossible is shown to be."""

from __future__ import annotations

from itertools import product
from random import Random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from attio.core.errors import DecodeError, Error
from tests.unit.records.test_paging_server import (
    MATCHING,
    Row,
    Server,
    additions,
    assert_kept,
    keyset,
    latecomers,
    overlap,
    removals,
    rows_of,
    run,
    scripts,
    tables,
)

sizes = st.integers(1, 6)
moderate = settings(max_examples=300, deadline=None)


@moderate
@given(tables, sizes, scripts(additions, removals), st.sampled_from([None, MATCHING]))
def test_keyset_loses_and_repeats_nothing(table, size, script, filter):
    """By key, every row that exists during the whole run comes exactly once, equal timestamps or not."""
    found, lasting = run(keyset(size, filter=filter), Server(rows_of(table)), script)
    assert_kept(found, lasting)


@moderate
@given(tables, sizes, scripts(additions, removals), st.sampled_from(["asc", "desc"]))
def test_overlap_loses_and_repeats_nothing(table, size, script, direction):
    """By offset, every row that exists during the whole run comes exactly once while others come and go."""
    plan = overlap(size, [{"attribute": "value", "direction": direction}])
    found, lasting = run(plan, Server(rows_of(table)), script)
    assert_kept(found, lasting)


@moderate
@given(tables, st.integers(2, 5), scripts(latecomers, removals), additions, st.integers(1, 8), st.booleans())
def test_little_memory_costs_no_row(table, size, script, once, remembered, keyed):
    """With a memory of a few ids a run keeps its promise, or says that it lost its place."""
    script = [*script[:1], [once], *script[1:]]
    plan = (keyset if keyed else overlap)(size, remembered=remembered)
    try:
        found, lasting = run(plan, Server(rows_of(table)), script)
    except Error as error:
        assert "lost its place" in str(error)
    else:
        assert_kept(found, lasting)


@moderate
@given(tables, sizes, scripts(additions, removals), st.integers(1, 8), st.booleans())
def test_little_memory_loses_nothing_ever(table, size, script, remembered, keyed):
    """Whatever happens, a run that ends by itself has lost no row, however little it remembers."""
    plan = (keyset if keyed else overlap)(size, remembered=remembered)
    try:
        found, lasting = run(plan, Server(rows_of(table)), script)
    except Error as error:
        assert "lost its place" in str(error)
    else:
        assert lasting <= set(found)


def changes_of(count):
    yield ()
    for at in range(count):
        yield (("delete", at),)
    for value in range(0, 2 * count + 1, 2):
        yield (("add", value, value, 0),)
    yield (("delete", 0), ("add", 0, 0, 0))
    yield (("delete", 0), ("delete", 0))
    yield (("add", 0, 0, 0), ("add", 0, 0, 1))


@pytest.mark.parametrize("plan_of", [keyset, overlap])
@pytest.mark.parametrize("apart", [True, False], ids=["apart", "equal"])
def test_every_small_case(plan_of, apart):
    """All runs over up to four rows with every change after the first two pages keep the promise."""
    for count in range(5):
        table = [(2 * at + 1, 2 * at + 1, at) if apart else (2, 2, at) for at in range(count)]
        for size, *script in product((1, 2, 3), changes_of(count), changes_of(count)):
            found, lasting = run(plan_of(size), Server(rows_of(table)), script)
            assert_kept(found, lasting)


@moderate
@given(tables, st.integers(0, 2**16), scripts(removals))
def test_keyset_needs_no_order_within_a_page(table, seed, script):
    """Rows with equal timestamps that fit a page may come in a new order each time."""
    server = Server(rows_of(table), unsteady=Random(seed))
    most = max([sum(row[0] == one[0] for row in table) for one in table], default=1)
    found, lasting = run(keyset(max(2, most)), server, script)
    assert_kept(found, lasting)


def test_impossible_an_unsteady_block_longer_than_a_page():
    """More equal timestamps than a page, in a new order for each query, can lose rows: nobody can tell."""
    lost = 0
    for seed in range(20):
        found, lasting = run(keyset(3), Server(rows_of([(1, 0, 0)] * 9), unsteady=Random(seed)))
        assert len(found) == len(set(found))
        lost += len(lasting - set(found))
    assert lost > 0


def moved(direction):
    server = Server(rows_of([(0, at, 0) for at in range(1, 9)]))
    return run(overlap(3), server, [[("move", *direction)]])


def test_impossible_a_row_that_moves_back_over_the_place_is_lost():
    """A sorted value that is edited so that its row moves behind the place reached loses that row only."""
    found, lasting = moved((5, 0))
    assert lasting - set(found) == {"r5"}
    assert len(found) == len(set(found)) == 7


def test_a_row_that_moves_ahead_does_not_come_again():
    """A row that was handed out and moves ahead is known, and takes no other row with it."""
    for at in (0, 1, 2):
        found, lasting = moved((at, 9))
        assert_kept(found, lasting)


def test_a_row_that_moves_within_reach_is_not_lost():
    """A row that moves ahead before it was handed out comes at its new place."""
    found, lasting = moved((3, 9))
    assert_kept(found, lasting)
    assert found[-1] == "r3"


def test_impossible_a_forgotten_row_that_moves_ahead_comes_again():
    """Beyond the bound on memory a row that is edited so that it moves ahead comes twice."""
    server = Server(rows_of([(0, at, 0) for at in range(1, 15)]))
    found, lasting = run(overlap(2, remembered=1), server, [[], [], [], [], [], [("move", 0, 99)]])
    assert lasting <= set(found)
    assert found.count("r0") == 2


def test_impossible_more_rows_in_front_than_are_remembered():
    """Beyond the bound on memory, whole pages that are added in front of all others make rows come again."""
    server = Server(rows_of([(0, 5, at) for at in range(8)]))
    thrice = [[("add", 0, value, at) for at in range(5)] for value in (4, 3, 2)]
    script = [change for in_front in thrice for change in (in_front, [])]
    found, lasting = run(overlap(3, remembered=1), server, script)
    assert lasting <= set(found)
    assert found.count("r0") == 2


@pytest.mark.parametrize("plan_of", [keyset, overlap])
@pytest.mark.parametrize("keep", [0, 1, 3], ids=["none", "one", "three"])
def test_rows_may_be_deleted_as_they_come(plan_of, keep):
    """Deleting what was handed out, page after page, leads to every row, in bounded memory."""
    server = Server(rows_of([(at, at, 0) for at in range(200)]))
    plan = plan_of(5, remembered=12)
    found: list[str] = []
    while (query := plan.request()) is not None:
        page = plan.accept(server.answer(query))
        found += [row.id for row in page]
        server.rows = [row for row in server.rows if row not in page[keep:]]
        assert len(plan._window.behind) + len(plan._window.ahead) == len(plan._window.known) <= 24
    assert found == [f"r{at}" for at in range(200)]


def test_a_place_that_is_lost_is_an_error():
    """When all that is remembered is gone and more was forgotten, the run raises instead of repeating rows."""
    server = Server(rows_of([(0, at, 0) for at in range(40)]))
    plan = overlap(4, remembered=1)
    for _ in range(5):
        plan.accept(server.answer(plan.request()))
    server.rows = [row for row in server.rows if row.id not in plan._window.known]
    with pytest.raises(Error, match=r"lost its place: none of the 8 rows .* start it again") as caught:
        run(plan, server)
    assert not isinstance(caught.value, DecodeError)


def test_all_rows_gone_is_the_end():
    """When every row disappears the run ends, however much was forgotten."""
    server = Server(rows_of([(0, at, 0) for at in range(40)]))
    plan = overlap(4, remembered=1)
    for _ in range(5):
        plan.accept(server.answer(plan.request()))
    server.rows = []
    assert run(plan, server) == ([], set())


def test_steps_back_double_while_everything_is_remembered():
    """Finding the place again after many deletions takes few requests."""
    server = Server(rows_of([(0, at, 0) for at in range(2_000)]))
    plan = overlap(10)
    while len(server.queries) < 150:
        plan.accept(server.answer(plan.request()))
    handed = set(plan._window.known)
    keep = sorted(handed, key=lambda one: int(one[1:]))[:7]
    server.rows = [row for row in server.rows if row.id not in handed or row.id in keep]
    before = len(server.queries)
    found: list[Row] = []
    while not found:
        found = plan.accept(server.answer(plan.request()))
    assert len(server.queries) - before < 12
    assert found[0].id == f"r{len(handed)}"


def test_rows_that_appear_come_once():
    """A row that is added ahead of the place comes once and in its place; one added behind it need not come."""
    server = Server(rows_of([(0, at, 0) for at in range(1, 9)]))
    found, _ = run(overlap(3), server, [[("add", 0, 7, 9), ("add", 0, 0, 0)]])
    assert found == ["r0", "r1", "r2", "r3", "r4", "r5", "r6", "new-1", "r7"]
