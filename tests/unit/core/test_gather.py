"""Crews, feeds and asides: what differs in kind between threads and tasks."""

from __future__ import annotations

import asyncio
import contextvars
import threading
from functools import partial

import pytest

from attio.core.errors import ArgumentTypeError
from attio.core.gather import AsyncAside, AsyncCrew, AsyncFeed, Aside, Crew, Feed


class Stop(BaseException):
    """No Exception."""


def test_a_crew_of_threads_works_at_once_and_in_threads_of_its_own():
    """Three pieces that wait for each other end only if they run at the same time."""
    barrier = threading.Barrier(3)

    def work(number: int) -> int:
        barrier.wait(5)
        return number

    with Crew[int](3) as crew:
        for number in range(3):
            crew.start(partial(work, number))
        assert crew.busy == 3
        assert sorted(crew.finished() for _ in range(3)) == [0, 1, 2]
        assert crew.busy == 0
        crew.start(threading.get_ident)
        assert crew.finished() != threading.get_ident()


def test_a_crew_of_tasks_works_at_once():
    """Three pieces that wait for each other end only if they run at the same time."""

    async def main() -> list[int]:
        barrier = asyncio.Barrier(3)

        async def work(number: int) -> int:
            await barrier.wait()
            return number

        async with AsyncCrew[int](3) as crew:
            for number in range(3):
                crew.start(partial(work, number))
            return [await crew.finished() for _ in range(3)]

    assert sorted(asyncio.run(main())) == [0, 1, 2]


def test_threads_are_started_only_as_they_are_needed():
    """One piece at a time needs one thread, however large the crew may be."""
    with Crew[int](8) as crew:
        seen = set()
        for _ in range(5):
            crew.start(threading.get_ident)
            seen.add(crew.finished())
    assert len(seen) == 1


def test_a_piece_sees_the_context_that_it_was_started_in():
    """A ContextVar set around start() is there inside the work."""
    variable: contextvars.ContextVar[str] = contextvars.ContextVar("variable", default="none")
    with Crew[str](1) as crew:
        variable.set("set")
        crew.start(variable.get)
        assert crew.finished() == "set"


@pytest.mark.parametrize("kind", [ValueError, Stop])
def test_what_a_piece_raises_is_raised_by_finished(kind):
    """Errors of any kind come out where the outcome is taken, and the crew goes on."""

    def fail() -> int:
        raise kind("no")

    async def afail() -> int:
        raise kind("no")

    with Crew[int](1) as crew:
        crew.start(fail)
        with pytest.raises(kind):
            crew.finished()
        crew.start(lambda: 7)
        assert crew.finished() == 7

    async def main() -> None:
        async with AsyncCrew[int](1) as crew:
            crew.start(afail)
            with pytest.raises(kind):
                await crew.finished()

    asyncio.run(main())


def test_too_many_or_none_under_way_is_said():
    """Starting over the size, and taking from an idle crew, are programming errors."""
    with Crew[int](1) as crew:
        with pytest.raises(RuntimeError, match="nothing is under way"):
            crew.finished()
        crew.start(lambda: 1)
        with pytest.raises(RuntimeError, match="1 pieces of work are under way"):
            crew.start(lambda: 2)

    async def main() -> None:
        async def work() -> int:
            return 1

        async with AsyncCrew[int](1) as crew:
            with pytest.raises(RuntimeError, match="nothing is under way"):
                await crew.finished()
            crew.start(work)
            with pytest.raises(RuntimeError, match="1 pieces of work are under way"):
                crew.start(work)

    asyncio.run(main())


def test_leaving_the_block_waits_for_what_is_under_way():
    """Also when an error of the owner's ends it, nothing is left half done."""
    done: list[int] = []
    go = threading.Event()

    def work() -> None:
        go.wait(5)
        done.append(1)

    with pytest.raises(ValueError, match="mine"), Crew[None](1) as crew:
        crew.start(work)
        threading.Timer(0.01, go.set).start()
        raise ValueError("mine")
    assert done == [1]

    async def main() -> None:
        started = asyncio.Event()

        async def awork() -> None:
            started.set()
            await asyncio.sleep(0)
            done.append(2)

        with pytest.raises(ValueError, match="mine"):
            async with AsyncCrew[None](1) as crew:
                crew.start(awork)
                await started.wait()
                raise ValueError("mine")

    asyncio.run(main())
    assert done == [1, 2]


def test_a_cancelled_owner_cancels_its_tasks():
    """A cancellation ends what is under way, and waits until it has ended."""
    ended: list[str] = []

    async def work() -> None:
        try:
            await asyncio.Event().wait()
        finally:
            ended.append("work")

    async def owner() -> None:
        async with AsyncCrew[None](2) as crew:
            crew.start(work)
            crew.start(work)
            await crew.finished()

    async def main() -> None:
        task = asyncio.create_task(owner())
        await asyncio.sleep(0)
        await asyncio.sleep(0)
        task.cancel()
        with pytest.raises(asyncio.CancelledError):
            await task

    asyncio.run(main())
    assert ended == ["work", "work"]


def test_a_cancellation_while_leaving_cancels_too():
    """Who is cancelled while waiting for the rest does not leave the rest behind."""
    ended: list[str] = []

    async def work() -> None:
        try:
            await asyncio.Event().wait()
        finally:
            ended.append("work")

    async def owner() -> None:
        async with AsyncCrew[None](1) as crew:
            crew.start(work)

    async def main() -> None:
        task = asyncio.create_task(owner())
        for _ in range(3):
            await asyncio.sleep(0)
        task.cancel()
        with pytest.raises(asyncio.CancelledError):
            await task

    asyncio.run(main())
    assert ended == ["work"]


def test_without_threads_the_work_is_done_by_the_owner(monkeypatch):
    """Where the system gives no thread, pieces run one after the other."""

    def refuse(self: threading.Thread) -> None:
        raise RuntimeError("can't start new thread")

    monkeypatch.setattr(threading.Thread, "start", refuse)
    with Crew[int](2) as crew:
        crew.start(threading.get_ident)
        crew.start(threading.get_ident)
        assert [crew.finished(), crew.finished()] == [threading.get_ident()] * 2


def test_with_one_thread_to_be_had_the_rest_waits_for_it(monkeypatch):
    """A second thread that cannot be started leaves its piece to the first one."""
    start = threading.Thread.start
    started: list[threading.Thread] = []

    def once(self: threading.Thread) -> None:
        if started:
            raise RuntimeError("can't start new thread")
        started.append(self)
        start(self)

    monkeypatch.setattr(threading.Thread, "start", once)
    with Crew[int](2) as crew:
        crew.start(lambda: 1)
        crew.start(lambda: 2)
        assert sorted([crew.finished(), crew.finished()]) == [1, 2]


def test_a_feed_counts_its_rows_and_takes_one_back():
    """Rows come with their index, one that was given back first."""
    feed = Feed(iter("ab"))
    assert not feed.reusable
    assert feed.pull() == (0, "a")
    feed.give_back(0, "a")
    assert [feed.pull(), feed.pull(), feed.pull()] == [(0, "a"), (1, "b"), None]
    following = Feed("a b c".split()).resumed([(7, "x")])
    assert [following.pull(), following.pull(), following.position] == [(7, "x"), (0, "a"), 1]


def test_an_async_feed_takes_either_kind_of_iterable():
    """Lists, generators and async generators give the same rows."""

    async def rows():
        yield "a"
        yield "b"

    async def collect(feed: AsyncFeed[str]) -> list[tuple[int, str]]:
        found = []
        while (pulled := await feed.pull()) is not None:
            found.append(pulled)
        return found

    async def main() -> None:
        for source, reusable in ((["a", "b"], True), (iter("ab"), False), (rows(), False)):
            feed = AsyncFeed(source)
            assert feed.reusable is reusable
            assert await collect(feed) == [(0, "a"), (1, "b")]
        feed = AsyncFeed(rows())
        assert await feed.pull() == (0, "a")
        feed.give_back(0, "a")
        assert await collect(feed.resumed([(9, "z")])) == [(9, "z"), (0, "a"), (1, "b")]

    asyncio.run(main())


@pytest.mark.parametrize("rows", ["abc", b"abc", {"name": "Ada"}, 7, None])
def test_what_is_no_rows_is_refused(rows):
    """One row, a text or a number where rows belong is named before anything starts."""
    with pytest.raises(
        ArgumentTypeError, match=r"^rows: must be an iterable of rows, not .*put it in \[\.\.\.\]"
    ):
        Feed(rows)
    with pytest.raises(ArgumentTypeError, match=r"^rows: must be an iterable or async iterable of rows"):
        AsyncFeed(rows)


def test_async_rows_are_refused_by_a_sync_client():
    """A sync client says which client can go through async rows."""

    async def rows():
        yield 1

    source = rows()
    with pytest.raises(ArgumentTypeError, match="use AsyncAttio"):
        Feed(source)


def test_asides_run_work_elsewhere_or_here():
    """The async one leaves the event loop free, the sync one just calls."""
    assert Aside().run(threading.get_ident) == threading.get_ident()
    assert asyncio.run(AsyncAside().run(threading.get_ident)) != threading.get_ident()
    assert Aside().run(max, 1, 2) == 2
