"""One fetch for many callers, whatever happens to the one who leads it."""

from __future__ import annotations

import asyncio
import threading
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor

import pytest

from attio.core.single_flight import AsyncSingleFlight, SingleFlight


def _wait_for(condition: Callable[[], bool]) -> None:
    """Give way to other threads until something is so."""
    gate = threading.Event()
    for _ in range(5000):
        if condition():
            return
        gate.wait(0.001)
    pytest.fail("it never became so")


class Counter:
    """A fetch that waits until it is let go, and counts how often it ran."""

    def __init__(self, followers: int, error: BaseException | None = None) -> None:
        self.calls = 0
        self.started = threading.Event()
        self.go = threading.Event()
        self.followers = followers
        self.error = error

    def __call__(self) -> int:
        self.calls += 1
        self.started.set()
        self.go.wait(10)
        if self.error is not None:
            error, self.error = self.error, None
            raise error
        return self.calls


def _race(flight: SingleFlight[int], fetch: Counter, callers: int) -> list[object]:
    waiting: list[None] = []

    def call() -> object:
        waiting.append(None)
        try:
            return flight.run("key", fetch)
        except BaseException as error:  # the outcome is what is tested
            return error

    with ThreadPoolExecutor(callers) as pool:
        first = pool.submit(call)
        assert fetch.started.wait(10)
        rest = [pool.submit(call) for _ in range(callers - 1)]
        _wait_for(lambda: len(waiting) == callers)
        threading.Event().wait(0.02)  # the last one is between its note and its wait
        fetch.go.set()
        return [future.result(10) for future in (first, *rest)]


def test_threads_share_one_fetch() -> None:
    """Ten threads that ask at once get the result of one fetch; the next asker fetches anew."""
    flight: SingleFlight[int] = SingleFlight()
    fetch = Counter(9)
    assert _race(flight, fetch, 10) == [1] * 10
    assert flight.run("key", fetch) == 2


def test_threads_share_one_failure() -> None:
    """An error of the leader is everybody's, and is forgotten after that."""
    flight: SingleFlight[int] = SingleFlight()
    problem = ValueError("no")
    fetch = Counter(2, problem)
    assert _race(flight, fetch, 3) == [problem] * 3
    assert flight.run("key", fetch) == 2


def test_an_interrupted_thread_interrupts_no_other() -> None:
    """A KeyboardInterrupt in the leader is its own; a follower fetches again."""
    flight: SingleFlight[int] = SingleFlight()
    interrupt = KeyboardInterrupt()
    fetch = Counter(3, interrupt)
    first, *rest = _race(flight, fetch, 4)
    assert first is interrupt
    assert all(isinstance(found, int) and found >= 2 for found in rest)


def test_keys_fly_apart() -> None:
    """Two keys are two fetches, also one inside the other."""
    flight: SingleFlight[str] = SingleFlight()
    assert flight.run("a", lambda: flight.run("b", lambda: "inner") + " in outer") == "inner in outer"


def test_a_fetch_that_asks_for_itself_does_not_hang() -> None:
    """A fetch whose own hooks ask for the same key fetches by itself instead of waiting for itself."""
    flight: SingleFlight[str] = SingleFlight()
    assert flight.run("a", lambda: flight.run("a", lambda: "inner") + " again") == "inner again"

    async def main() -> str:
        flight: AsyncSingleFlight[str] = AsyncSingleFlight()

        async def inner() -> str:
            return "inner"

        async def outer() -> str:
            return await flight.run("a", inner) + " again"

        return await flight.run("a", outer)

    assert asyncio.run(main()) == "inner again"


class AsyncCounter:
    """The same for tasks."""

    def __init__(self, error: BaseException | None = None) -> None:
        self.calls = 0
        self.go = asyncio.Event()
        self.error = error

    async def __call__(self) -> int:
        self.calls += 1
        await self.go.wait()
        if self.error is not None:
            error, self.error = self.error, None
            raise error
        return self.calls


def test_tasks_share_one_fetch() -> None:
    """Ten tasks that ask at once get the result of one fetch; the next asker fetches anew."""

    async def main() -> None:
        flight: AsyncSingleFlight[int] = AsyncSingleFlight()
        fetch = AsyncCounter()
        tasks = [asyncio.create_task(flight.run("key", fetch)) for _ in range(10)]
        await asyncio.sleep(0)
        fetch.go.set()
        assert await asyncio.gather(*tasks) == [1] * 10
        assert await flight.run("key", fetch) == 2

    asyncio.run(main())


def test_tasks_share_one_failure() -> None:
    """An error of the leader is everybody's; alone it leaves no warning about a future that nobody asked."""

    async def main() -> None:
        flight: AsyncSingleFlight[int] = AsyncSingleFlight()
        fetch = AsyncCounter(ValueError("no"))
        tasks = [asyncio.create_task(flight.run("key", fetch)) for _ in range(3)]
        await asyncio.sleep(0)
        fetch.go.set()
        found = await asyncio.gather(*tasks, return_exceptions=True)
        assert [str(error) for error in found] == ["no"] * 3
        fetch.error = ValueError("alone")
        with pytest.raises(ValueError, match="alone"):
            await flight.run("key", fetch)

    asyncio.run(main())


def test_a_cancelled_leader_cancels_no_other() -> None:
    """When the leading task is cancelled, a follower fetches again and the others wait for that."""

    async def main() -> None:
        flight: AsyncSingleFlight[int] = AsyncSingleFlight()
        fetch = AsyncCounter()
        leader, *rest = [asyncio.create_task(flight.run("key", fetch)) for _ in range(4)]
        await asyncio.sleep(0)
        leader.cancel()
        while fetch.calls < 2:
            await asyncio.sleep(0)
        fetch.go.set()
        assert await asyncio.gather(*rest) == [2] * 3
        assert fetch.calls == 2
        assert leader.cancelled()

    asyncio.run(main())


def test_a_cancelled_follower_stops_and_the_others_go_on() -> None:
    """A follower that is cancelled ends at once, also when its leader is cancelled in the same moment."""

    async def main() -> None:
        flight: AsyncSingleFlight[int] = AsyncSingleFlight()
        fetch = AsyncCounter()
        leader, one, other = [asyncio.create_task(flight.run("key", fetch)) for _ in range(3)]
        await asyncio.sleep(0)
        one.cancel()
        await asyncio.wait({one})
        assert one.cancelled() and not leader.done()
        leader.cancel()
        other.cancel()
        await asyncio.wait({leader, other})
        assert leader.cancelled() and other.cancelled()
        assert fetch.calls == 1

    asyncio.run(main())


def test_a_task_that_survived_a_cancel_is_not_cancelled_again() -> None:
    """A follower that once ignored a cancel takes over from a cancelled leader like any other."""

    async def main() -> None:
        flight: AsyncSingleFlight[int] = AsyncSingleFlight()
        fetch = AsyncCounter()

        async def stubborn() -> int:
            try:
                await asyncio.sleep(60)
            except asyncio.CancelledError:
                pass
            return await flight.run("key", fetch)

        follower = asyncio.create_task(stubborn())
        leader = asyncio.create_task(flight.run("key", fetch))
        await asyncio.sleep(0)
        follower.cancel()
        await asyncio.sleep(0)
        await asyncio.sleep(0)
        leader.cancel()
        fetch.go.set()
        assert await follower == 2

    asyncio.run(main())


def test_each_loop_has_flights_of_its_own() -> None:
    """A loop that was abandoned in the middle of a fetch does not hold up the next one."""
    flight: AsyncSingleFlight[int] = AsyncSingleFlight()

    async def never() -> int:
        await asyncio.Event().wait()
        return 0

    abandoned = asyncio.new_event_loop()
    task = abandoned.create_task(flight.run("key", never))
    abandoned.run_until_complete(asyncio.sleep(0))

    async def main() -> int:
        async def fetch() -> int:
            return 7

        return await flight.run("key", fetch)

    assert asyncio.run(main()) == 7
    task.cancel()
    with pytest.raises(asyncio.CancelledError):
        abandoned.run_until_complete(task)
    abandoned.close()
