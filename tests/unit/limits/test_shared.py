"""What both limiters promise while what they share is there."""

from __future__ import annotations

import asyncio
import pickle
import threading
from typing import Any

import httpx
import pytest

from attio.core.client import AsyncSession, Session
from attio.core.config import load_config
from attio.core.errors import ArgumentError, ConfigurationError
from attio.core.limits import Lane
from attio.core.routes import READ_LANE, WRITE_LANE
from attio.limits.in_thread import AsyncLimiter
from attio.limits.shared import SHARED_GUARD_S

WRITE = (WRITE_LANE,)
SPACING_S = (1 + SHARED_GUARD_S) / 25


def test_two_processes_share_one_limit(share: Any) -> None:
    """Places that two limiters give out never lie closer than the limit allows."""
    limiters = [share(), share()]
    waits = [limiters[number % 2].reserve("workspace:w", WRITE, 0.0) for number in range(20)]
    assert all(grant.granted for grant in waits)
    assert waits[0].wait_s == 0.0
    # The twentieth place is 19 spacings after the first, less the little time that asking took.
    assert 19 * SPACING_S - 1.0 < waits[-1].wait_s <= 19 * SPACING_S
    assert [grant.wait_s for grant in waits] == sorted(grant.wait_s for grant in waits)


def test_workspaces_do_not_disturb_one_another(share: Any) -> None:
    """Each key has lanes of its own, and each lane its own limit."""
    limiter = share()
    for _ in range(5):
        limiter.reserve("workspace:a", WRITE, 0.0)
    assert limiter.reserve("workspace:b", WRITE, 0.0).wait_s == 0.0
    assert limiter.reserve("workspace:a", (READ_LANE,), 0.0).wait_s == 0.0


def test_a_few_quiet_reads_go_at_once(share: Any) -> None:
    """Reads have a burst of five, as in one process."""
    limiter = share()
    waits = [limiter.reserve("workspace:a", (READ_LANE,), 0.0).wait_s for _ in range(6)]
    assert waits[:5] == [0.0] * 5
    assert waits[5] > 0.0 or waits[5] == pytest.approx(0.0, abs=0.02)


def test_a_place_beyond_the_deadline_is_not_taken(share: Any) -> None:
    """Asking with a deadline that the wait would pass leaves the lane as it was."""
    limiter = share()
    slow = (Lane("slow", 1.0),)
    assert limiter.reserve("workspace:a", slow, 0.0).granted
    for _ in range(3):
        grant = limiter.reserve("workspace:a", slow, 0.0, max_wait_s=0.2)
        assert not grant.granted
        assert 0.2 < grant.wait_s <= 1 + SHARED_GUARD_S


def test_a_particular_limit_is_waited_for_before_a_place_is_taken(share: Any) -> None:
    """A second merge waits for its own lane without taking a place among the writes."""
    limiter = share()
    merge = (Lane("merge_records", 5.0), WRITE_LANE)
    assert limiter.reserve("workspace:a", merge, 0.0).granted
    later = limiter.reserve("workspace:a", merge, 0.0)
    assert not later.granted
    assert later.wait_s > 0.1
    assert limiter.reserve("workspace:a", WRITE, 0.0).wait_s < 2 * SPACING_S


def test_a_penalty_holds_for_every_process(share: Any) -> None:
    """A 429 that one process was answered closes the lane for the others, and slows it afterwards."""
    one, two = share(), share()
    assert two.hold("workspace:a", WRITE, 0.0) == 0.0
    one.penalize("workspace:a", WRITE, 0.0, wait_s=30.0)
    assert 25.0 < two.hold("workspace:a", WRITE, 0.0) <= 30.0
    first = two.reserve("workspace:a", WRITE, 0.0).wait_s
    second = two.reserve("workspace:a", WRITE, 0.0).wait_s
    assert 25.0 < first <= 30.0
    assert second - first > SPACING_S * 1.2


def test_a_token_joins_its_workspace_in_every_process(share: Any) -> None:
    """What was sent under a token counts for its workspace, also in processes that never asked whose it is."""
    one, two = share(), share()
    for _ in range(10):
        one.reserve("token:x", WRITE, 0.0)
    assert two.reserve("workspace:w", WRITE, 0.0).wait_s == 0.0
    one.bind("token:x", "workspace:w")
    assert one.reserve("workspace:w", WRITE, 0.0).wait_s > 5 * SPACING_S
    # The other process knows the token only.
    assert two.reserve("token:x", WRITE, 0.0).wait_s > 6 * SPACING_S
    two.penalize("token:x", WRITE, 0.0, wait_s=9.0)
    assert one.hold("workspace:w", WRITE, 0.0) > 5.0


def test_binding_after_nothing_was_sent(share: Any) -> None:
    """A token that sent nothing yet can be bound, and bound again."""
    limiter = share()
    limiter.bind("token:new", "workspace:w")
    limiter.bind("token:new", "workspace:w")
    assert limiter.reserve("workspace:w", WRITE, 0.0).granted
    assert limiter.reserve("token:new", WRITE, 0.0).wait_s > 0.0


def test_threads_share_a_limiter(share: Any) -> None:
    """Forty places taken by four threads are forty different places."""
    limiter = share()
    waits: list[float] = []

    def work() -> None:
        for _ in range(10):
            waits.append(limiter.reserve("workspace:a", WRITE, 0.0).wait_s)

    threads = [threading.Thread(target=work) for _ in range(4)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert len(waits) == 40
    assert max(waits) > 38 * SPACING_S - 1.0


def test_processes_are_counted(share: Any) -> None:
    """Each limiter learns how many there are, which is its part when it is on its own."""
    limiters = [share() for _ in range(3)]
    for limiter in limiters:
        limiter.reserve("workspace:a", WRITE, 0.0)
    assert [limiter._known["workspace:a"].peers for limiter in limiters] == [1, 2, 3]


@pytest.mark.parametrize("share_of_it", [0, -1.0, 1.5, float("nan")])
def test_a_part_that_is_none_is_refused(share: Any, share_of_it: float) -> None:
    """degraded_share is over 0 and at most 1."""
    with pytest.raises(ArgumentError, match="degraded_share"):
        share(degraded_share=share_of_it)


def test_both_kinds_of_client_take_the_same_limiter(share: Any) -> None:
    """A sync client asks it directly, an async one in a thread; both are held to one limit."""
    limiter = share()
    answer = httpx.MockTransport(lambda request: httpx.Response(200, json={"data": {}}))
    config = load_config(environment={}, api_key="k" * 64, rate_limiter=limiter)
    waits: list[Any] = []

    from attio.core.hooks import Hooks

    watched = config.replace(hooks=Hooks(on_wait=waits.append))
    with Session(watched, transport=answer) as session:
        session.request("POST", "/v2/notes", body={})
        session.request("POST", "/v2/notes", body={})
    assert len(waits) == 1

    async def main() -> None:
        async with AsyncSession(watched, transport=answer) as session:
            await session.request("POST", "/v2/notes", body={})
            sibling = session.with_options(timeout_s=5)
            await sibling.request("POST", "/v2/notes", body={})
            assert isinstance(sibling._exchange.limiter, AsyncLimiter)
            session.bind_workspace("w-1")
            await session.request("POST", "/v2/notes", body={})

    asyncio.run(main())
    assert len(waits) >= 2


def test_the_async_twin_is_for_async_clients_only(share: Any) -> None:
    """A sync client refuses what it could not wait for."""
    limiter = share()
    twin = limiter.for_async()
    assert limiter.for_async() is twin is twin.for_async()
    with pytest.raises(ConfigurationError, match="asynchronous"):
        Session(
            load_config(environment={}, api_key="k" * 64, rate_limiter=twin),
            transport=httpx.MockTransport(lambda request: httpx.Response(200)),
        )


def test_the_async_twin_does_all_that_the_protocol_has(share: Any) -> None:
    """Reserving, holding, penalties and binding work from an event loop, in several loops after one another."""
    limiter = share()
    twin = limiter.for_async()

    async def main() -> None:
        assert (await twin.reserve("token:x", WRITE, 0.0)).granted
        await twin.penalize("token:x", WRITE, 0.0, wait_s=30.0)
        twin.bind("token:x", "workspace:w")
        assert (await twin.reserve("workspace:w", WRITE, 0.0)).wait_s > 20.0
        assert await twin.hold("workspace:w", WRITE, 0.0) > 20.0

    asyncio.run(main())
    twin.after_fork()
    asyncio.run(main())
    twin.close()
    twin.close()
    assert repr(limiter) in repr(twin)
    with pytest.raises(TypeError, match="threads"):
        pickle.dumps(twin)


def test_after_a_fork_the_locks_are_new(share: Any) -> None:
    """A lock that another thread held while the process was forked does not stop the child."""
    limiter = share()
    limiter.reserve("workspace:a", WRITE, 0.0)
    limiter._lock.acquire()
    if hasattr(limiter, "_turn"):
        limiter._turn.acquire()
    limiter.after_fork()
    assert limiter.reserve("workspace:a", WRITE, 0.0).wait_s > 0.0
