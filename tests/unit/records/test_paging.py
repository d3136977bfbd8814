"""The plans themselves: what they ask for, when they end, what they refuse, and which plan a route gets."""

from __future__ import annotations

import pytest

from attio.core.errors import ArgumentError, ArgumentTypeError, DecodeError
from attio.records.ids import RecordId
from attio.records.paging import (
    CursorPlan,
    KeysetPlan,
    OverlapPlan,
    PageQuery,
    SinglePlan,
    plan_for,
)
from attio_openapi.operations import OPERATIONS
from tests.unit.records.test_paging_server import MATCHING, Row, Server, keyset, overlap, rows_of, run, stamp

OLDEST_FIRST = [{"attribute": "created_at", "direction": "asc"}]


def asked(plan, pages):
    """Answer a plan with these pages of (id, created) and return what it asked for."""
    queries = []
    for page in pages:
        queries.append(plan.request())
        plan.accept([Row(one, created) for one, created in page])
    return queries


def test_keyset_asks_from_the_latest_time():
    """Pages by key ask for rows not older than the last one, oldest first, with no offset."""
    plan = keyset(2)
    first, second = asked(plan, [[("a", 1), ("b", 2)], [("b", 2), ("c", 3)]])
    assert first == PageQuery(limit=2, sorts=OLDEST_FIRST)
    assert second == PageQuery(limit=2, filter={"created_at": {"$gte": stamp(2)}}, sorts=OLDEST_FIRST)
    assert plan.request().filter == {"created_at": {"$gte": stamp(3)}}


def test_keyset_keeps_the_filter_of_the_user():
    """The condition joins the user's filter by $and; an empty filter needs no joining."""
    plan = keyset(1, filter=MATCHING)
    first, second = asked(plan, [[("a", 1)], [("a", 1), ("b", 2)]])
    assert first.filter == MATCHING
    assert second.filter == {"$and": [MATCHING, {"created_at": {"$gte": stamp(1)}}]}
    empty = keyset(1, filter={})
    first, second = asked(empty, [[("a", 1)], [("a", 1), ("b", 2)]])
    assert (first.filter, second.filter) == ({}, {"created_at": {"$gte": stamp(1)}})


def test_keyset_reads_a_long_block_by_offset():
    """Rows of one time that do not fit a page are read by offset, with one row of overlap."""
    server = Server(rows_of([(1, 0, at) for at in range(10)] + [(2, 0, 0)]))
    found, _ = run(keyset(4), server)
    assert found == [f"r{at}" for at in range(11)]
    assert [query.offset for query in server.queries] == [None, None, 3, 6, 9]


def test_keyset_takes_times_however_they_are_written():
    """Times compare by their meaning, and go back exactly as they were sent."""
    keys = iter(["2026-01-01T00:00:00Z", "2026-01-01T00:00:00.5Z", "2026-01-01T00:00:00.500000000+00:00"])
    plan = KeysetPlan(identify=str, key=lambda _: next(keys), page_size=3)
    assert plan.accept(["a", "b", "c"]) == ["a", "b", "c"]
    assert plan.request().filter == {"created_at": {"$gte": "2026-01-01T00:00:00.500000000+00:00"}}
    assert plan._window.known == {"b", "c"}


@pytest.mark.parametrize("key", [None, "", "yesterday", "2026-01-01T00:00:00", "2026-01-01T01:00:00+01:00"])
def test_rows_without_a_usable_time_are_paged_by_offset(key):
    """Where created_at is missing or not UTC, the plan goes on by offset and loses nothing."""
    server = Server(rows_of([(at, 0, 0) for at in range(7)]))
    plan = KeysetPlan(identify=lambda row: row.id, key=lambda _: key, page_size=3)
    assert run(plan, server)[0] == [f"r{at}" for at in range(7)]
    assert {query.filter for query in server.queries} == {None}


def test_one_row_without_a_time_stops_the_condition():
    """A single row without created_at is handed out, and the condition stays where it was."""
    server = Server(rows_of([(at, 0, 0) for at in range(9)]))
    plan = KeysetPlan(
        identify=lambda row: row.id,
        key=lambda row: None if row.id == "r4" else row.created_at,
        page_size=3,
    )
    assert run(plan, server)[0] == [f"r{at}" for at in range(9)]
    assert server.queries[-1].filter == {"created_at": {"$gte": stamp(2)}}


def test_overlap_asks_from_the_last_row():
    """Pages by offset begin at the last row of the page before, with the user's filter and sorts."""
    plan = overlap(3, filter=MATCHING)
    queries = asked(plan, [[("a", 1), ("b", 1), ("c", 1)], [("c", 1), ("d", 1), ("e", 1)]])
    sorts = [{"attribute": "value", "direction": "asc"}]
    assert queries == [PageQuery(3, None, None, MATCHING, sorts), PageQuery(3, 2, None, MATCHING, sorts)]
    assert plan.request().offset == 4


@pytest.mark.parametrize("plan_of", [keyset, overlap])
def test_a_page_size_of_one_asks_for_two(plan_of):
    """One row a page leaves no room for the overlap, so two are asked for after the first page."""
    server = Server(rows_of([(at, at, 0) for at in range(4)]))
    assert run(plan_of(1), server)[0] == ["r0", "r1", "r2", "r3"]
    assert [query.limit for query in server.queries][:2] == [1, 2]


@pytest.mark.parametrize("plan_of", [keyset, overlap])
@pytest.mark.parametrize("most", [1, 2, 3, 4, 5, 7, 20])
def test_max_items_bounds_rows_and_requests(plan_of, most):
    """A run hands out at most max_items rows and asks for no more than it needs."""
    server = Server(rows_of([(at // 2, at, at) for at in range(9)]))
    assert run(plan_of(4, max_items=most), server)[0] == [f"r{at}" for at in range(min(most, 9))]
    assert server.queries[0].limit == min(most, 4)
    assert len(server.queries) <= -(-min(most, 9) // 2) + 1


def test_max_items_of_zero_asks_for_nothing():
    """With max_items=0 there is nothing to ask for."""
    for plan in (keyset(2, max_items=0), SinglePlan(0), CursorPlan(max_items=0)):
        assert plan.request() is None


def test_a_full_last_page_costs_one_more_request():
    """No total is known: after a page as long as its limit the next one is asked for, after a shorter one not."""
    for count, requests in ((3, 2), (2, 1), (0, 1), (4, 2), (5, 3)):
        server = Server(rows_of([(at, at, 0) for at in range(count)]))
        assert len(run(overlap(3), server)[0]) == count
        assert len(server.queries) == requests


def test_the_same_query_until_its_page_is_accepted():
    """A page that fails is asked for again as it was, and so is one whose rows could not be read."""
    plan = keyset(2)
    plan.accept([Row("a", 1), Row("b", 2)])
    query = plan.request()
    with pytest.raises(AttributeError):
        plan.accept([Row("b", 2), None])
    assert plan.request() == query == plan.request()
    assert [row.id for row in plan.accept([Row("b", 2), Row("c", 3)])] == ["c"]


@pytest.mark.parametrize("plan", [keyset(2), overlap(2), SinglePlan(), CursorPlan()])
def test_nothing_is_accepted_after_the_end(plan):
    """A page that nobody asked for is refused."""
    assert plan.accept([]) == []
    assert plan.request() is None
    with pytest.raises(RuntimeError, match="after the last page"):
        plan.accept([])


def test_a_row_sent_twice_in_one_page_comes_once():
    """A server that repeats a row within a page does not make the run repeat it."""
    plan = overlap(3)
    assert [row.id for row in plan.accept([Row("a"), Row("a"), Row("b")])] == ["a", "b"]
    assert [row.id for row in plan.accept([Row("b"), Row("c"), Row("c")])] == ["c"]
    assert list(plan._window.behind) == ["a", "b", "c"]


def test_a_row_without_an_id_is_an_error():
    """Rows without ids would all pass for one, so by offset they are refused, and nothing moves."""
    plan = overlap(3)
    with pytest.raises(DecodeError, match="row 1 of a page has no id"):
        plan.accept([Row("a"), Row("")])
    assert [row.id for row in plan.accept([Row("a"), Row("b")])] == ["a", "b"]


def test_remembered_ids_are_plain_text():
    """What is remembered of a row is a plain str, so that it keeps nothing else alive."""
    plan = OverlapPlan(identify=lambda one: one, page_size=2)
    plan.accept([RecordId("r-1", workspace_id="w"), RecordId("r-2", workspace_id="w")])
    assert {type(one) for one in plan._window.known} == {str}


@pytest.mark.parametrize(
    "ignored", ["filter", "sorts", "limit", "filter sorts", "sorts limit", "filter limit", "offset"]
)
def test_keyset_survives_a_server_that_ignores_a_part(ignored):
    """As long as either the condition or the offset is kept, each row still comes exactly once."""
    server = Server(rows_of([(at // 2, 0, -at) for at in range(23)]), frozenset(ignored.split()))
    found, lasting = run(keyset(6, page_default=5), server)
    assert sorted(found) == sorted(lasting)


@pytest.mark.parametrize("plan_of", [keyset, overlap])
@pytest.mark.parametrize("size", [2, 5])
def test_the_same_page_for_ever_is_an_error(plan_of, size):
    """A server that sends the same page whatever is asked for is told apart from a long list, soon."""
    server = Server(rows_of([(at, at, 0) for at in range(9)]), frozenset({"filter", "offset"}))
    with pytest.raises(DecodeError, match=r"paging makes no progress: .* ignore limit, offset or filter"):
        run(plan_of(size), server)
    assert len(server.queries) < 12


def test_a_block_that_does_not_move_is_an_error():
    """A server that ignores the offset cannot be asked for a block longer than a page."""
    with pytest.raises(DecodeError, match="paging makes no progress"):
        run(keyset(3), Server(rows_of([(1, 0, at) for at in range(5)]), frozenset({"offset"})))


def test_empty_pages_by_offset_do_not_go_on_for_ever():
    """A server that has rows at the top only, and full pages there, ends in an error too."""
    plan = overlap(3)
    with pytest.raises(DecodeError, match="paging makes no progress"):
        for _ in range(100):
            plan.accept([] if plan.request().offset else [Row("a"), Row("b"), Row("c")])


@pytest.mark.parametrize("size", [5, 7, 9, 20])
def test_a_limit_that_is_cut_down_is_not_the_end(size):
    """Where Attio documents no maximum, a page as long as its default does not end the run below the limit."""
    server = Server(rows_of([(at, at, 0) for at in range(23)]), cap=5)
    assert len(run(overlap(size, page_default=5), server)[0]) == 23
    server = Server(rows_of([(at, at, 0) for at in range(23)]), cap=6)
    assert len(run(keyset(size, page_default=5), server)[0]) == 23


def test_a_known_maximum_saves_the_last_request():
    """Where the maximum is documented, a page between default and limit ends the run."""
    server = Server(rows_of([(at, at, 0) for at in range(7)]))
    run(overlap(9, page_default=5, page_max=10), server)
    assert len(server.queries) == 1
    unknown = Server(server.rows)
    run(overlap(9, page_default=None), unknown)
    assert len(unknown.queries) == 1


def cursor_run(plan, pages):
    found, queries = [], []
    while (query := plan.request()) is not None:
        queries.append(query)
        rows, cursor = pages(query.cursor)
        found += plan.accept(rows, cursor)
    return found, queries


def test_cursors_are_followed_to_null():
    """Cursors are sent back until there is none; short and empty pages on the way are no end."""
    pages = {None: (["a"], "1"), "1": ([], "2"), "2": (["b", "c"], "3"), "3": ([], None)}
    found, queries = cursor_run(CursorPlan(limit=2, identify=str), pages.__getitem__)
    assert found == ["a", "b", "c"]
    assert queries == [
        PageQuery(2),
        PageQuery(2, cursor="1"),
        PageQuery(2, cursor="2"),
        PageQuery(2, cursor="3"),
    ]


def test_cursors_stop_at_max_items():
    """With max_items the rows beyond it are not handed out and no further page is asked for."""
    pages = {None: (["a", "b"], "1"), "1": (["c", "d"], "2")}
    assert cursor_run(CursorPlan(max_items=3), pages.__getitem__)[0] == ["a", "b", "c"]


@pytest.mark.parametrize(
    ("pages", "said"),
    [
        ({None: (["a"], "1"), "1": (["b"], "1")}, "leads back"),
        ({None: (["a"], "1"), "1": (["b"], "2"), "2": (["c"], "1")}, "leads back"),
        ({None: (["a", "b"], "1"), "1": (["a", "b"], "2")}, "the same rows"),
    ],
)
def test_a_cursor_that_leads_back_is_an_error(pages, said):
    """A server that ignores the cursor, or goes round in circles, is an error instead of a run without end."""
    with pytest.raises(DecodeError, match=rf"{said}.* ignore cursor"):
        cursor_run(CursorPlan(identify=str), pages.__getitem__)


def test_ever_new_cursors_to_nothing_are_an_error():
    """A thousand empty pages in a row end the run, and the remembered cursors stay bounded."""
    plan = CursorPlan()
    with pytest.raises(DecodeError, match="1001 pages in a row were empty"):
        cursor_run(plan, lambda cursor: ([], str(int(cursor or 0) + 1)))
    long = CursorPlan(max_items=1_500)
    found, _ = cursor_run(long, lambda cursor: (["x"], str(int(cursor or 0) + 1)))
    assert len(found) == 1_500
    assert len(long._seen) == 1_000


def test_one_answer_is_one_page():
    """A route without paging is asked once, without a limit, and cut to max_items."""
    plan = SinglePlan(2)
    assert plan.request() == PageQuery()
    assert plan.accept(["a", "b", "c"], "ignored") == ["a", "b"]
    assert plan.request() is None


def planned(operation, **arguments):
    return plan_for(OPERATIONS[operation], identify=str, **arguments)


def test_each_route_gets_its_plan():
    """Every route of Attio gets the plan of its way of paging, with a limit that Attio takes."""
    kinds = {"none": SinglePlan, "cursor": CursorPlan, "offset": OverlapPlan, "offset-body": KeysetPlan}
    for name, operation in OPERATIONS.items():
        plan = planned(name, key=str)
        assert type(plan) is kinds[operation.paging]
        limit = plan.request().limit
        if operation.paging.startswith("offset"):
            assert limit == (operation.page_default or 50)
        else:
            assert limit is None


def test_sorted_queries_page_by_offset():
    """Sorts of the user's, or rows without a key, are paged by offset in an order that is settled."""
    sorts = [{"attribute": "name", "direction": "desc"}]
    query = planned("list_records", key=str, sorts=sorts, page_size=7, filter=MATCHING).request()
    assert query == PageQuery(7, filter=MATCHING, sorts=[*sorts, *OLDEST_FIRST])
    own = [{"attribute": "created_at", "direction": "desc"}]
    assert planned("list_entries", key=str, sorts=own).request().sorts == own
    assert type(planned("list_records")) is OverlapPlan
    assert planned("list_records").request().sorts == OLDEST_FIRST
    assert planned("list_notes").request().sorts is None


def test_cursor_routes_ask_for_no_more_than_wanted():
    """By cursor the limit is the user's, or max_items where that is less than a page, and the same all along."""
    assert planned("list_meetings", max_items=7).request().limit == 7
    assert planned("list_meetings", max_items=700).request().limit == 50
    assert planned("list_meetings", page_size=200, max_items=700).request().limit == 200
    assert planned("get_transcript", max_items=7).request().limit is None


@pytest.mark.parametrize(
    ("arguments", "kind", "said"),
    [
        ({"page_size": 0}, ArgumentError, "page_size: is out of range .*give 1 to 50"),
        ({"page_size": 51}, ArgumentError, "page_size: is out of range .got 51.*give 1 to 50"),
        ({"page_size": "10"}, ArgumentTypeError, "page_size: must be an int"),
        ({"max_items": -1}, ArgumentError, "max_items: is out of range .*give 0 or more"),
        ({"max_items": True}, ArgumentTypeError, "max_items: must be an int"),
    ],
)
def test_sizes_that_a_route_does_not_take_are_refused(arguments, kind, said):
    """A wrong page_size or max_items is named before anything is sent."""
    with pytest.raises(kind, match=said):
        planned("list_notes", **arguments)


def test_the_next_single_page():
    """The page after a page follows by offset or cursor, and after the last one there is none."""
    notes, meetings = OPERATIONS["list_notes"], OPERATIONS["list_meetings"]
    assert PageQuery().following(notes, 10) == PageQuery(limit=10, offset=10)
    assert PageQuery(limit=2, offset=4).following(notes, 2) == PageQuery(limit=2, offset=6)
    assert PageQuery(limit=2).following(notes, 1) is None
    assert PageQuery(limit=2).following(meetings, 0, "next") == PageQuery(limit=2, cursor="next")
    assert PageQuery(limit=2, cursor="next").following(meetings, 2) is None
    assert PageQuery().following(OPERATIONS["list_objects"], 5) is None
