"""Requests that go out later than they were due: over new connections, from a busy machine."""

from __future__ import annotations

import asyncio
import heapq
from random import Random
from typing import Any

import httpx
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from attio.core.limits import GUARD_S, Grant, InProcessLimiter
from attio.core.policy import LATE_S
from attio.core.routes import READ_LANE, WRITE_LANE


class Deaf(InProcessLimiter):
    """A limiter that hears nothing of what came late."""

    def late(self, *given: Any, **more: Any) -> None:
        """Hear nothing."""


LANES = {"write": (WRITE_LANE,), "read": (READ_LANE,)}


def arrivals(limiter: InProcessLimiter, kind: str, workers: int, lateness: list[float]) -> list[float]:
    """Have workers send as they are told, each request late by one of these; give the times of arrival."""
    lanes = LANES[kind]
    queue = [(0.0, worker) for worker in range(workers)]
    reports: list[tuple[float, float, float]] = []
    sent: list[float] = []
    for late_s in lateness:
        now, worker = heapq.heappop(queue)
        while reports and reports[0][0] <= now:
            at, due, by_s = heapq.heappop(reports)
            limiter.late("k", lanes, at, due=due, by_s=by_s)
        grant = limiter.reserve("k", lanes, now)
        due = now + grant.wait_s
        sent.append(due + late_s)
        done = sent[-1] + 0.002
        if late_s > LATE_S:
            heapq.heappush(reports, (done, due, late_s))
        heapq.heappush(queue, (done, worker))
    return sorted(sent)


def most_in_a_second(times: list[float]) -> int:
    most = start = 0
    for end, time in enumerate(times):
        while time - times[start] > 1.0:
            start += 1
        most = max(most, end - start + 1)
    return most


@settings(max_examples=60, deadline=None)
@given(
    late=st.lists(st.floats(0.0, 0.3), min_size=1, max_size=8),
    before=st.integers(0, 60),
    jitter=st.sampled_from([0.0, 0.001, 0.006]),
    workers=st.integers(1, 8),
)
def test_no_second_is_too_full_although_some_come_late(
    late: list[float], before: int, jitter: float, workers: int
) -> None:
    """When up to eight requests come up to 0.3 s late, whenever that is, no second holds more than 25 writes."""
    lateness = [jitter] * before + late + [jitter / 2] * 80
    assert most_in_a_second(arrivals(InProcessLimiter(), "write", workers, lateness)) <= 25


@pytest.mark.parametrize("workers", [1, 4])
@pytest.mark.parametrize("kind", ["write", "read"])
def test_one_in_twenty_may_come_late(workers: int, kind: str) -> None:
    """With one request in twenty up to 0.3 s late, at random, the limit is kept; when nobody tells, it is not."""
    limit = {"write": 25, "read": 100}[kind]
    kept = broken = 0
    for seed in range(20):
        random = Random(seed)
        lateness = [random.uniform(0.0, 0.3 if random.random() < 0.05 else 0.004) for _ in range(limit * 8)]
        kept += most_in_a_second(arrivals(InProcessLimiter(), kind, workers, lateness)) <= limit
        broken += most_in_a_second(arrivals(Deaf(), kind, workers, lateness)) > limit
    assert kept >= 19
    assert broken >= 15 or kind == "read"


def test_new_connections_do_not_fill_a_second() -> None:
    """Eight workers whose first requests wait 0.2 s for a connection: still 25 in any second, and hardly slower."""
    lateness = [0.2] * 8 + [0.001] * 192
    times = arrivals(InProcessLimiter(), "write", 8, lateness)
    assert most_in_a_second(times) <= 25
    assert times[-1] <= 200 * (1 + GUARD_S) / 25 + 0.2


def test_without_telling_a_second_would_be_too_full() -> None:
    """The test before means something: the same requests break the limit when nobody tells of them."""
    assert most_in_a_second(arrivals(Deaf(), "write", 8, [0.2] * 8 + [0.001] * 192)) > 25


def test_a_late_request_costs_one_place() -> None:
    """A request that came late makes room for itself in its new second, and no more."""
    spacing = (1 + GUARD_S) / 25
    limiter, undisturbed = InProcessLimiter(), InProcessLimiter()
    for one in (limiter, undisturbed):
        for _ in range(30):
            one.reserve("k", LANES["write"], 0.0)
    limiter.late("k", LANES["write"], 0.9, due=0.0, by_s=0.9)
    waits = [
        (one.reserve("k", LANES["write"], 0.0).wait_s) for one in (limiter, undisturbed) for _ in range(30)
    ]
    assert waits[29] - waits[59] == pytest.approx(spacing)


def test_all_late_by_as_much_cost_next_to_nothing() -> None:
    """Where every request goes out 50 ms late, the limit is still used to 94 %."""
    times = arrivals(InProcessLimiter(), "write", 8, [0.05] * 250)
    assert 249 / (times[-1] - times[0]) >= 0.94 * 25


def test_a_request_that_nobody_knows_counts_too() -> None:
    """What is told of a place that was forgotten, or never given here, is one request more."""
    limiter = InProcessLimiter()
    for number in range(25):
        limiter.late("k", LANES["write"], 1.0, due=0.5 + number / 100, by_s=0.001)
    assert limiter.reserve("k", LANES["write"], 0.8).wait_s == pytest.approx(
        0.5 + 1 + GUARD_S - 0.8, abs=0.01
    )


class Telling:
    """A limiter that lets everything through and keeps what it is told."""

    def __init__(self, grant: Grant = Grant(0.0, True)) -> None:
        self.grant = grant
        self.told: list[tuple[float, float]] = []

    def reserve(self, *given: Any, **more: Any) -> Grant:
        return self.grant

    def hold(self, *given: Any) -> float:
        return 0.0

    def penalize(self, *given: Any, **more: Any) -> None: ...

    def bind(self, *given: Any) -> None: ...

    def late(self, key: str, lanes: Any, now: float, *, due: float, by_s: float) -> None:
        self.told.append((due, by_s))


def test_waking_up_late_is_told(both: Any, tools: Any, clock: Any) -> None:
    """A wait that took longer than it should is told to the limiter, with when the request was due."""
    limiter = Telling(Grant(0.5, True))
    session = both.make(tools.Script(200), clock, rate_limiter=limiter)
    both.send(session, tools.request())
    assert limiter.told == []
    sleep = clock.sleep

    def oversleep(seconds: float) -> None:
        sleep(seconds + 0.25)

    clock.sleep = oversleep
    both.send(session, tools.request())
    assert limiter.told == [(pytest.approx(1.0), pytest.approx(0.25))]


def test_an_answer_that_took_long_counts_as_late(both: Any, tools: Any, clock: Any) -> None:
    """What a limiter's answer itself may have taken is added."""
    limiter = Telling(Grant(0.0, True, 0.125))
    session = both.make(tools.Script(200), clock, rate_limiter=limiter)
    both.send(session, tools.request())
    assert limiter.told == [(pytest.approx(-0.125), pytest.approx(0.125))]


def test_a_slow_answer_of_the_api_is_not_late(both: Any, tools: Any, clock: Any) -> None:
    """Only going out late counts, not being answered late."""
    limiter = Telling()
    session = both.make(tools.Script(200, clock=clock, takes_s=3.0), clock, rate_limiter=limiter)
    both.send(session, tools.request())
    assert limiter.told == []


def test_making_a_connection_counts_as_late(both: Any, tools: Any) -> None:
    """The transport tells when the head of the request really went out."""
    limiter = Telling()

    class Connecting(httpx.BaseTransport, httpx.AsyncBaseTransport):
        def handle_request(self, request: httpx.Request) -> httpx.Response:
            trace = request.extensions["trace"]
            trace("connection.connect_tcp.started", {})
            clock.at += 0.2
            trace("connection.connect_tcp.complete", {})
            trace("http11.send_request_headers.started", {})
            clock.at += 1.0
            return tools.reply()

        async def handle_async_request(self, request: httpx.Request) -> httpx.Response:
            trace = request.extensions["trace"]
            clock.at += 0.2
            await trace("http2.send_request_headers.started", {})
            clock.at += 1.0
            return tools.reply()

    clock = tools.Clock()
    session = both.make(tools.Script(200), clock, rate_limiter=limiter)
    session._pool._given = Connecting()
    both.send(session, tools.request())
    assert limiter.told == [(pytest.approx(0.0), pytest.approx(0.2))]


def test_a_real_connection_tells(both: Any, tools: Any, serve: Any) -> None:
    """httpcore's events are what this library takes them for."""
    from attio.core.client import AsyncSession, Session
    from attio.core.config import load_config

    server = serve(lambda connection, number: connection.sendall(tools.http()))
    limiter = Telling(Grant(0.0, True, 10.0))
    config = load_config(environment={}, api_key=tools.KEY, base_url=server.address, rate_limiter=limiter)

    if both.kind == "sync":
        with Session(config) as session:
            session.send(tools.request())
    else:

        async def main() -> None:
            async with AsyncSession(config) as session:
                await session.send(tools.request())

        asyncio.run(main())
    assert len(limiter.told) == 1
    # Going out took a little, so the lateness is more than what the limiter named.
    assert limiter.told[0][1] > 10.0 + 1e-5


def test_a_limiter_that_cannot_be_told_is_not(both: Any, tools: Any, clock: Any) -> None:
    """late() is something that a limiter may have, not must."""

    class Plain:
        reserve, hold, penalize, bind = Telling.reserve, Telling.hold, Telling.penalize, Telling.bind
        grant = Grant(0.0, True, 5.0)

    session = both.make(tools.Script(200), clock, rate_limiter=Plain())
    both.send(session, tools.request())
