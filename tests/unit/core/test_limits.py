from __future__ import annotations

import asyncio
import threading
from typing import Any

import pytest
from attio_openapi.operations import OPERATIONS
from hypothesis import given, settings
from hypothesis import strategies as st

from attio.core import limits
from attio.core.clock import SYSTEM_CLOCK
from attio.core.errors import ArgumentError
from attio.core.forks import note_fork
from attio.core.limits import (
    READS_PER_S,
    RECOVERY_S,
    WRITES_PER_S,
    InProcessLimiter,
    Lane,
    bind_workspace,
    limit_key,
    shared_limiter,
    token_digest,
)
from attio.core.routes import (
    ELSEWHERE,
    QUERY_LANE,
    READ_LANE,
    UNKNOWN_READ,
    UNKNOWN_WRITE,
    WRITE_LANE,
    find_operation,
    plan_for,
)

READ = (READ_LANE,)
WRITE = (WRITE_LANE,)


def go(limiter: InProcessLimiter, lanes: Any, arrivals: list[float], key: str = "k") -> list[float]:
    """Have requests arrive at these times and wait as they are told; give the times at which they are sent."""
    import heapq

    queue = [(at, number, False) for number, at in enumerate(sorted(arrivals))]
    heapq.heapify(queue)
    sent: list[float] = []
    while queue:
        now, number, again = heapq.heappop(queue)
        grant = limiter.reserve(key, lanes, now, again=again)
        assert grant.wait_s >= 0.0
        if grant.granted:
            sent.append(now + grant.wait_s)
        else:
            assert grant.wait_s > 0.0
            heapq.heappush(queue, (now + grant.wait_s, number, True))
    return sorted(sent)


def most_in_a_second(times: list[float]) -> int:
    """Count the most requests in any window [t, t + 1 s], both ends included, wherever it starts."""
    most = start = 0
    for end, time in enumerate(times):
        while time - times[start] > 1.0:
            start += 1
        most = max(most, end - start + 1)
    return most


ARRIVALS = st.lists(st.floats(0.0, 5.0), min_size=1, max_size=300)


@settings(max_examples=40)
@given(arrivals=ARRIVALS, per_s=st.sampled_from([1.0, 2.0, 5.0, 10.0, 25.0, 60.0, 100.0]))
def test_no_second_sees_more_than_the_limit(arrivals: list[float], per_s: float) -> None:
    """Whenever requests arrive, no fixed and no sliding second holds more than the limit; all are sent."""
    sent = go(InProcessLimiter(), (Lane("x", per_s),), arrivals)
    assert len(sent) == len(arrivals)
    assert most_in_a_second(sent) <= per_s
    fixed: dict[int, int] = {}
    for time in sent:
        fixed[int(time)] = fixed.get(int(time), 0) + 1
    assert max(fixed.values()) <= per_s


@settings(max_examples=25)
@given(
    kinds=st.lists(
        st.tuples(st.floats(0.0, 2.0), st.sampled_from(["merge", "write", "read", "sql"])),
        min_size=1,
        max_size=150,
    )
)
def test_particular_limits_hold_together_with_the_common_one(kinds: list[tuple[float, str]]) -> None:
    """Merges keep their 5 a second and count among the 25 writes, and a queue of them holds nobody else up."""
    lanes: dict[str, Any] = {
        "merge": (Lane("merge", 5.0), WRITE_LANE),
        "write": WRITE,
        "read": READ,
        "sql": (Lane("sql", 2.0), READ_LANE),
    }
    limiter = InProcessLimiter()
    import heapq

    queue = [(at, number, kind, False) for number, (at, kind) in enumerate(kinds)]
    heapq.heapify(queue)
    sent: dict[str, list[float]] = {kind: [] for kind in lanes}
    while queue:
        now, number, kind, again = heapq.heappop(queue)
        grant = limiter.reserve("k", lanes[kind], now, again=again)
        if grant.granted:
            sent[kind].append(now + grant.wait_s)
        else:
            heapq.heappush(queue, (now + grant.wait_s, number, kind, True))
    assert sum(map(len, sent.values())) == len(kinds)
    assert most_in_a_second(sorted(sent["merge"])) <= 5
    assert most_in_a_second(sorted(sent["sql"])) <= 2
    assert most_in_a_second(sorted(sent["merge"] + sent["write"])) <= 25
    assert most_in_a_second(sorted(sent["read"] + sent["sql"])) <= 100
    writes = [at for at, kind in kinds if kind == "write"]
    if writes:
        backlog = (len(writes) + len(sent["merge"])) * 1.03 / 25.0
        assert max(sent["write"]) <= max(writes) + backlog + 0.1


def test_the_limit_is_used() -> None:
    """A queue of writes runs at 98 % of the limit or more, and reads near theirs."""
    writes = go(InProcessLimiter(), WRITE, [0.0] * 251)
    assert 250 / (writes[-1] - writes[0]) >= WRITES_PER_S * 0.98
    reads = go(InProcessLimiter(), READ, [0.0] * 1001)
    assert 1000 / (reads[-1] - reads[0]) >= READS_PER_S * 0.94


def test_a_few_quiet_reads_do_not_wait() -> None:
    """After a pause a handful of reads goes at once."""
    assert go(InProcessLimiter(), READ, [0.0] * 5) == [0.0] * 5
    assert InProcessLimiter().reserve("k", WRITE, 100.0).wait_s == 0.0


def test_a_place_too_far_away_is_not_taken() -> None:
    """With a deadline that a wait would pass, nothing is reserved, and the distance is told."""
    limiter = InProcessLimiter()
    slow = (Lane("slow", 1.0),)
    assert limiter.reserve("k", slow, 0.0).granted
    for _ in range(3):
        grant = limiter.reserve("k", slow, 0.0, max_wait_s=0.5)
        assert not grant.granted
        assert grant.wait_s == pytest.approx(1.015)
    assert limiter.reserve("k", slow, 1.015).wait_s == 0.0
    both = (Lane("both", 1.0), WRITE_LANE)
    assert limiter.reserve("k", both, 0.0).granted
    for _ in range(3):
        grant = limiter.reserve("k", both, 0.1, max_wait_s=0.5)
        assert not grant.granted
        assert grant.wait_s == pytest.approx(0.915)


def test_keys_and_lanes_do_not_mix() -> None:
    """Two workspaces have two limits; reads and writes too."""
    limiter = InProcessLimiter()
    for key in ("a", "b"):
        assert limiter.reserve(key, WRITE, 0.0).wait_s == 0.0
    assert limiter.reserve("a", READ, 0.0).wait_s == 0.0
    assert limiter.reserve("a", WRITE, 0.0).wait_s > 0.0


def test_a_share_is_a_part_of_the_limits() -> None:
    """Several processes divide the limits between them."""
    sent = go(InProcessLimiter(share=0.2), WRITE, [0.0] * 50)
    assert most_in_a_second(sent) <= 5
    for wrong in (0.0, 1.5, -1.0):
        with pytest.raises(ArgumentError, match="share"):
            InProcessLimiter(share=wrong)


def test_after_a_429_the_lane_rests_then_recovers() -> None:
    """Nothing goes until Retry-After; then less than the limit, ever less so, until it is forgotten."""
    limiter = InProcessLimiter()
    limiter.reserve("k", WRITE, 0.0)
    limiter.penalize("k", WRITE, 0.0, wait_s=2.0)
    assert limiter.hold("k", WRITE, 0.5) == pytest.approx(1.5)
    assert limiter.hold("k", WRITE, 3.0) == 0.0
    sent = go(limiter, WRITE, [0.1] * 900)
    assert sent[0] >= 2.0
    early = [time for time in sent if 2.0 <= time < 4.0]
    late = [time for time in sent if 2.0 + RECOVERY_S + 2.0 <= time < 2.0 + RECOVERY_S + 4.0]
    assert len(early) < 0.75 * len(late)
    assert most_in_a_second(sent) <= 25
    assert len(late) >= 48


def test_each_429_slows_more_up_to_a_bound() -> None:
    """A limit that was lowered for a time is found, and the way back stays open."""
    limiter = InProcessLimiter()
    gaps: list[float] = []
    for turn in range(6):
        limiter.penalize("k", WRITE, float(turn), wait_s=0.0)
        sent = go(limiter, WRITE, [float(turn)] * 2)
        gaps.append(sent[1] - sent[0])
    assert gaps == sorted(gaps)
    assert gaps[-1] <= 4.0 * 1.015 / 25 + 1e-9
    limiter.penalize("k", READ, 100.0, wait_s=1.0)
    reads = go(limiter, READ, [100.0] * 5)
    assert reads[1] - reads[0] > 0.01


def test_a_penalty_closes_the_particular_lane_only() -> None:
    """A 429 of a query slows queries, not the other reads."""
    limiter = InProcessLimiter()
    query = (QUERY_LANE, READ_LANE)
    limiter.penalize("k", query, 0.0, wait_s=5.0)
    assert limiter.reserve("k", READ, 0.0).wait_s == 0.0
    grant = limiter.reserve("k", query, 0.0)
    assert not grant.granted
    assert grant.wait_s == pytest.approx(5.0)
    assert limiter.hold("k", query, 1.0) == pytest.approx(4.0)


def test_quiet_lanes_are_forgotten(monkeypatch: pytest.MonkeyPatch) -> None:
    """However many workspaces a process serves, what is kept is bounded by those that are busy."""
    monkeypatch.setattr(limits, "_GATES_KEPT", 10)
    limiter = InProcessLimiter()
    for number in range(100):
        limiter.reserve(f"k{number}", WRITE, number * 10.0)
    assert len(limiter._gates) <= 12


def test_binding_carries_over_what_was_sent() -> None:
    """Two tokens that turn out to be of one workspace share its limits, with what each has sent."""
    limiter = InProcessLimiter()
    one, two = token_digest("binding-one"), token_digest("binding-two")
    for _ in range(3):
        limiter.reserve(limit_key(one), WRITE, 0.0)
    limiter.reserve(limit_key(two), WRITE, 0.0)
    key = bind_workspace(one, "binding-w", limiter)
    assert bind_workspace(two, "binding-w", limiter) == key == limit_key(one) == limit_key(two)
    assert bind_workspace(two, "binding-w", limiter) == key
    assert limiter.reserve(key, WRITE, 0.0).wait_s == pytest.approx(3 * 1.015 / 25)
    assert bind_workspace(token_digest("binding-three"), "binding-w") == key


def test_digests_tell_nothing_and_stay_the_same() -> None:
    """A token's name holds none of it, and is the same in every process."""
    digest = token_digest("k" * 64)
    assert "kkk" not in digest
    assert digest == token_digest("k" * 64) == "token:" + digest.removeprefix("token:")
    assert len(digest) < 50


def test_threads_share_one_limiter(tools: Any) -> None:
    """Threads that race for places get different ones."""
    limiter = InProcessLimiter()
    places: list[float] = []
    gate = threading.Barrier(8)

    def work() -> None:
        gate.wait()
        for _ in range(50):
            places.append(limiter.reserve("k", WRITE, 0.0).wait_s)

    threads = [threading.Thread(target=work) for _ in range(8)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert len(places) == 400
    assert most_in_a_second(sorted(places)) <= 25


def test_tasks_share_one_limiter() -> None:
    """Tasks of one loop are spaced as threads are."""
    limiter = InProcessLimiter()

    async def work() -> list[float]:
        found = []
        for _ in range(20):
            found.append(limiter.reserve("k", WRITE, 0.0).wait_s)
            await asyncio.sleep(0)
        return found

    async def main() -> list[float]:
        return [place for part in await asyncio.gather(*[work() for _ in range(5)]) for place in part]

    assert most_in_a_second(sorted(asyncio.run(main()))) <= 25


def test_there_is_one_limiter_for_each_clock(tools: Any) -> None:
    """Clients of a process share a limiter, and virtual time is not mixed with real time."""
    clock = tools.Clock()
    assert shared_limiter() is shared_limiter(SYSTEM_CLOCK)
    assert shared_limiter(clock) is shared_limiter(clock)
    assert shared_limiter(clock) is not shared_limiter()


def test_a_fork_gets_new_locks() -> None:
    """A lock that another thread held when the process was forked does not block the child."""
    limiter = InProcessLimiter()
    limiter._lock.acquire()
    note_fork()
    assert limiter.reserve("k", WRITE, 0.0).granted


@pytest.mark.parametrize("row", OPERATIONS.values(), ids=lambda row: row.id)
def test_every_operation_has_its_plan(row: Any) -> None:
    """Retry class and limits of an operation follow the table, by its id or by its route."""
    plan = plan_for(row.id, row.method, row.path)
    assert plan.row is row
    assert plan.retry == row.retry
    assert plan.lanes[-1] == (READ_LANE if row.rate == "read" else WRITE_LANE)
    if row.rate_limit_per_s:
        assert plan.lanes[0].per_s == row.rate_limit_per_s
    path = "/".join("x" if step.startswith("{") else step for step in row.path.split("/"))
    found = OPERATIONS[find_operation(row.method.lower(), path)]
    assert (found.method, found.retry, found.rate) == (row.method, row.retry, row.rate)


def test_unknown_routes_are_read_or_unsafe() -> None:
    """A route that nothing is known of: GET and HEAD can be repeated, everything else is a write of unknown effect."""
    for method in ("GET", "HEAD"):
        assert plan_for("", method, "/v3/new") is UNKNOWN_READ
    for method in ("POST", "PUT", "PATCH", "DELETE"):
        assert plan_for("", method, "/v3/new") is UNKNOWN_WRITE
    assert plan_for("not_an_operation", "GET", "/v2/self") is UNKNOWN_READ
    assert UNKNOWN_WRITE.retry == "unsafe"
    assert ELSEWHERE.lanes == ()
    assert find_operation("GET", "/v2/objects//records") == ""
    assert find_operation("POST", "/v2/objects/records/search") == "search_records"


def test_queries_have_a_lane_of_their_own() -> None:
    """The two scored query endpoints share one lane, which a 429 of either slows."""
    records = plan_for("", "POST", "/v2/objects/people/records/query")
    entries = plan_for("", "POST", "/v2/lists/sales/entries/query")
    assert records.lanes[0] == entries.lanes[0] == QUERY_LANE
    assert records.retry == entries.retry == "safe"


def test_an_acquire_costs_microseconds() -> None:
    """Taking a place costs at most 15 microseconds, the best of several rounds."""
    import sys
    import time

    limiter = InProcessLimiter()
    best = float("inf")
    now = 0.0
    for _ in range(10):
        started = time.thread_time()
        for _ in range(500):
            now += 0.02
            limiter.reserve("k", (QUERY_LANE, READ_LANE), now)
        best = min(best, (time.thread_time() - started) / 500)
    # A tracer that counts lines makes each of them ten times as slow.
    assert best < (15e-6 if sys.gettrace() is None else 300e-6)
