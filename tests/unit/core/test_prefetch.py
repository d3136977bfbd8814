"""Fetching one page ahead: results, errors, closing early, and nothing left behind."""

from __future__ import annotations

import asyncio
import gc
import os
import subprocess
import sys
import threading
import weakref
from contextvars import ContextVar

import pytest

from attio.core.prefetch import Ahead, AsyncAhead

WHO: ContextVar[str] = ContextVar("WHO", default="nobody")


@pytest.fixture(autouse=True)
def no_thread_is_left():
    """Every test ends with the threads that it began with."""
    before = set(threading.enumerate())
    yield
    assert set(threading.enumerate()) <= before


def complaining(test):
    """Run a coroutine and return what the event loop had to complain about, after the garbage is gone."""
    said = []

    async def body():
        asyncio.get_running_loop().set_exception_handler(lambda _, context: said.append(context["message"]))
        await test()
        gc.collect()
        await asyncio.sleep(0)

    asyncio.run(body())
    gc.collect()
    return said


def fail():
    raise LookupError("no such page")


async def fail_later():
    raise LookupError("no such page")


def test_thread_fetches_while_the_caller_goes_on():
    """A fetch runs in another thread while its caller does something else."""
    ahead, go = Ahead(), threading.Event()

    def fetch():
        assert go.wait(10)
        return threading.current_thread().name

    ahead.start(fetch)
    assert ahead.started
    go.set()
    assert ahead.result() == "attio-prefetch"
    assert not ahead.started


def test_thread_is_no_daemon():
    """The interpreter waits for a fetch, instead of tearing the world down around it."""
    ahead = Ahead()
    ahead.start(lambda: threading.current_thread().daemon)
    assert ahead.result() is False


def test_thread_error_reaches_the_caller_once():
    """What a fetch raises is raised by result(), and the next fetch starts anew."""
    ahead = Ahead()
    ahead.start(fail)
    with pytest.raises(LookupError, match="no such page"):
        ahead.result()
    assert not ahead.started
    ahead.start(lambda: 2)
    assert ahead.result() == 2


def test_thread_error_keeps_nothing_alive():
    """An error that was raised again is not kept in a circle with its own traceback."""

    class Big:
        pass

    def fetch():
        big = Big()
        seen.append(weakref.ref(big))
        raise LookupError(big is None)

    seen, ahead = [], Ahead()
    gc.disable()
    try:
        ahead.start(fetch)
        try:
            ahead.result()
        except LookupError:
            pass
        assert seen[0]() is None
    finally:
        gc.enable()


def test_thread_sees_a_copy_of_the_context():
    """A fetch sees the context variables of its start, and what it sets stays its own."""
    ahead = Ahead()

    def fetch():
        seen = WHO.get()
        WHO.set("thread")
        return seen

    token = WHO.set("caller")
    try:
        ahead.start(fetch)
        WHO.set("later")
        assert ahead.result() == "caller"
        assert WHO.get() == "later"
    finally:
        WHO.reset(token)


def test_thread_is_joined_by_close():
    """Closing while a fetch runs waits for its end and drops what it brought, an error too."""
    for fetch in (lambda: go.wait(10), lambda: go.wait(10) and fail()):
        ahead, go = Ahead(), threading.Event()
        ahead.start(fetch)
        threading.Timer(0, go.set).start()
        ahead.close()
        assert not ahead.started
        ahead.close()


def test_thread_result_after_an_interrupt_is_kept():
    """An interrupt while result() waits leaves the fetch to be taken or closed afterwards."""
    ahead = Ahead()
    ahead.start(lambda: 1)
    join = ahead._thread.join
    try:
        ahead._thread.join = lambda: (_ for _ in ()).throw(KeyboardInterrupt)
        with pytest.raises(KeyboardInterrupt):
            ahead.result()
    finally:
        ahead._thread.join = join
    assert ahead.started
    assert ahead.result() == 1


def test_thread_that_cannot_start_fetches_later(monkeypatch):
    """Where no thread can be had, result() fetches by itself."""
    monkeypatch.setattr(threading.Thread, "start", lambda _: (_ for _ in ()).throw(RuntimeError("no thread")))
    ahead = Ahead()
    ahead.start(lambda: threading.current_thread().name)
    assert ahead.started
    assert ahead.result() == "MainThread"
    ahead.start(fail)
    ahead.close()
    assert not ahead.started


def test_thread_dropped_without_close_ends():
    """An Ahead that is dropped leaves a thread only until its fetch has ended."""
    ahead, go = Ahead(), threading.Event()
    ahead.start(lambda: go.wait(10))
    thread, gone = ahead._thread, weakref.ref(ahead._fetch)
    del ahead
    go.set()
    thread.join(10)
    del thread
    gc.collect()
    assert gone() is None


@pytest.mark.skipif(not hasattr(os, "fork"), reason="no fork here")
def test_thread_lost_by_a_fork_fetches_again():
    """In a forked child, where the thread has not come along, result() fetches by itself."""
    program = """
import os, sys, threading, warnings
warnings.simplefilter("ignore")
from attio.core.prefetch import Ahead
go, ahead, parent = threading.Event(), Ahead(), os.getpid()
def fetch():
    if os.getpid() == parent:
        go.wait(20)
    return os.getpid()
ahead.start(fetch)
child = os.fork()
if child == 0:
    os._exit(0 if ahead.result() == os.getpid() else 1)
status = os.waitpid(child, 0)[1]
go.set()
ahead.close()
sys.exit(os.waitstatus_to_exitcode(status))
"""
    assert subprocess.run([sys.executable, "-c", program], timeout=60, check=False).returncode == 0


@pytest.mark.parametrize("kind", [Ahead, AsyncAhead])
def test_one_fetch_at_a_time(kind):
    """A second start while a fetch is under way, and a result without a start, are refused."""

    async def body():
        ahead = kind()
        with pytest.raises(RuntimeError, match=r"no fetch under way: start\(\) one first"):
            await take(ahead.result)
        ahead.start(lambda: now(1))
        with pytest.raises(RuntimeError, match=r"take its result\(\) or close\(\) first"):
            ahead.start(lambda: now(2))
        assert await take(ahead.result) == 1
        await take(ahead.close)

    async def take(call):
        found = call()
        return await found if kind is AsyncAhead else found

    def now(value):
        async def later():
            return value

        return later() if kind is AsyncAhead else value

    assert complaining(body) == []


def test_task_fetches_while_the_caller_goes_on():
    """A fetch runs as a task while its caller does something else."""

    async def body():
        ahead, go = AsyncAhead(), asyncio.Event()

        async def fetch():
            await go.wait()
            return 7

        ahead.start(fetch)
        assert ahead.started
        await asyncio.sleep(0)
        go.set()
        assert await ahead.result() == 7
        assert not ahead.started

    assert complaining(body) == []


def test_task_error_reaches_the_caller_once():
    """What a fetch raises is raised by result(), and the next fetch starts anew."""

    async def body():
        ahead = AsyncAhead()
        ahead.start(fail_later)
        with pytest.raises(LookupError, match="no such page"):
            await ahead.result()
        ahead.start(lambda: asyncio.sleep(0, 2))
        assert await ahead.result() == 2

    assert complaining(body) == []


def test_task_sees_a_copy_of_the_context():
    """A fetch sees the context variables of its start, and what it sets stays its own."""

    async def body():
        async def fetch():
            seen = WHO.get()
            WHO.set("task")
            return seen

        ahead = AsyncAhead()
        WHO.set("caller")
        ahead.start(fetch)
        WHO.set("later")
        assert await ahead.result() == "caller"
        assert WHO.get() == "later"

    assert complaining(body) == []


def test_task_is_cancelled_by_close():
    """Closing while a fetch runs cancels it, waits for its end and leaves no task."""

    async def body():
        ended = []

        async def fetch():
            try:
                await asyncio.Event().wait()
            finally:
                await asyncio.sleep(0)
                ended.append(True)

        ahead = AsyncAhead()
        ahead.start(fetch)
        await asyncio.sleep(0)
        await ahead.close()
        assert ended == [True]
        assert asyncio.all_tasks() == {asyncio.current_task()}
        await ahead.close()

    assert complaining(body) == []


@pytest.mark.parametrize("turns", [0, 3])
def test_task_error_that_nobody_takes_is_silent(turns):
    """An error of a fetch that was closed or dropped is never reported as unretrieved."""

    async def body():
        closed, dropped = AsyncAhead(), AsyncAhead()
        closed.start(fail_later)
        dropped.start(fail_later)
        for _ in range(turns):
            await asyncio.sleep(0)
        await closed.close()
        del dropped
        await asyncio.sleep(0)

    assert complaining(body) == []


def test_task_error_while_it_is_being_closed_is_silent():
    """A fetch that answers its cancellation with an error of its own ends silently."""

    async def body():
        async def fetch():
            try:
                await asyncio.Event().wait()
            except asyncio.CancelledError:
                raise LookupError from None

        ahead = AsyncAhead()
        ahead.start(fetch)
        await asyncio.sleep(0)
        await ahead.close()

    assert complaining(body) == []


def test_task_is_cancelled_with_its_waiter():
    """Cancelling whoever waits for the result cancels the fetch, and the next one can start."""

    async def body():
        ahead = AsyncAhead()
        ahead.start(asyncio.Event().wait)
        with pytest.raises(TimeoutError):
            async with asyncio.timeout(0):
                await ahead.result()
        assert asyncio.all_tasks() == {asyncio.current_task()}
        ahead.start(lambda: asyncio.sleep(0, 2))
        assert await ahead.result() == 2

    assert complaining(body) == []


def test_task_of_a_loop_that_is_gone_is_dropped():
    """Closing in another loop than that of the fetch drops a fetch that can neither be cancelled nor awaited."""
    ahead = AsyncAhead()

    async def begin():
        ahead.start(lambda: asyncio.sleep(0))

    async def end():
        await ahead.close()
        assert not ahead.started

    gone = asyncio.new_event_loop()
    gone.run_until_complete(begin())
    task = ahead._task
    asyncio.run(end())
    gone.run_until_complete(task)
    gone.close()


def test_nothing_heavy_is_imported():
    """The module costs neither asyncio nor threading until a fetch starts."""
    program = (
        "import sys; before = set(sys.modules); import attio.core.prefetch; "
        "print(sorted({'asyncio', 'threading', 'contextvars'} & (set(sys.modules) - before)))"
    )
    found = subprocess.run(
        [sys.executable, "-c", program], timeout=60, capture_output=True, text=True, check=True
    )
    assert found.stdout.strip() == "[]"
