"""Fetch one thing ahead, in the background: by a task (AsyncAhead) or by a thread (Ahead).

Both have the same methods, so that what is written for the one becomes code for the other.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Generic, TypeVar

if TYPE_CHECKING:
    from asyncio import Task
    from collections.abc import Awaitable, Callable
    from threading import Thread

T = TypeVar("T")


class AsyncAhead(Generic[T]):
    """One fetch at a time, as a task of the running loop, with a copy of the context of `start`."""

    __slots__ = ("_task",)

    def __init__(self) -> None:
        self._task: Task[T] | None = None

    @property
    def started(self) -> bool:
        """Whether a fetch was begun whose result nobody took yet."""
        return self._task is not None

    def start(self, fetch: Callable[[], Awaitable[T]]) -> None:
        """Begin a fetch; RuntimeError while another one is under way."""
        if self._task is not None:
            raise _busy()
        import asyncio

        self._task = asyncio.get_running_loop().create_task(_awaited(fetch))
        # An error of a page that nobody asks for any more is no news; unread, asyncio would log it.
        self._task.add_done_callback(_read)

    async def result(self) -> T:
        """Wait for the fetch and return what it returned, or raise what it raised.

        When the waiting is cancelled, so is the fetch.
        """
        task, self._task = self._task, None
        if task is None:
            raise _idle()
        return await task

    async def close(self) -> None:
        """Cancel the fetch and wait until it has ended; harmless when there is none."""
        task, self._task = self._task, None
        if task is None or task.done():
            return
        import asyncio

        if task.get_loop() is asyncio.get_running_loop():
            task.cancel()
            await asyncio.wait({task})


async def _awaited(fetch: Callable[[], Awaitable[T]]) -> T:
    return await fetch()


def _read(task: Task[T]) -> None:
    if not task.cancelled():
        task.exception()


class Ahead(Generic[T]):
    """One fetch at a time, in a thread of its own, with a copy of the context of `start`."""

    __slots__ = ("_fetch", "_outcome", "_thread")

    def __init__(self) -> None:
        self._fetch: Callable[[], T] | None = None
        self._thread: Thread | None = None
        self._outcome: list[_Outcome[T]] = []

    @property
    def started(self) -> bool:
        """Whether a fetch was begun whose result nobody took yet."""
        return self._fetch is not None

    def start(self, fetch: Callable[[], T]) -> None:
        """Begin a fetch; RuntimeError while another one is under way."""
        if self._fetch is not None:
            raise _busy()
        import threading
        from contextvars import copy_context

        context = copy_context()
        # The thread knows only this list, so that an Ahead which is dropped keeps nothing alive.
        outcome: list[_Outcome[T]] = []

        def run() -> None:
            outcome.append(_outcome_of(lambda: context.run(fetch)))

        thread = threading.Thread(target=run, name="attio-prefetch", daemon=False)
        self._fetch, self._outcome, self._thread = fetch, outcome, thread
        try:
            thread.start()
        except RuntimeError:
            # No thread to be had (a limit, an interpreter that is shutting down): `result` fetches by itself.
            self._thread = None

    def result(self) -> T:
        """Wait for the fetch and return what it returned, or raise what it raised."""
        fetch = self._fetch
        if fetch is None:
            raise _idle()
        self._join()
        # After a fork the thread has not come along, and there is no outcome.
        outcome = self._outcome.pop() if self._outcome else _outcome_of(fetch)
        self._forget()
        return outcome.get()

    def close(self) -> None:
        """Wait until the fetch has ended and drop what it brought; harmless when there is none."""
        self._join()
        self._forget()

    def _join(self) -> None:
        if self._thread is not None:
            self._thread.join()

    def _forget(self) -> None:
        self._fetch, self._thread, self._outcome = None, None, []


class _Outcome(Generic[T]):
    __slots__ = ("_error", "_value")

    def __init__(self, value: list[T], error: BaseException | None) -> None:
        self._value = value
        self._error = error

    def get(self) -> T:
        if self._error is None:
            return self._value[0]
        try:
            raise self._error
        finally:
            # The error's traceback holds this frame: without this they would keep each other alive.
            self._error = None


def _outcome_of(fetch: Callable[[], T]) -> _Outcome[T]:
    try:
        return _Outcome([fetch()], None)
    except BaseException as error:  # noqa: BLE001 - whatever it was, it belongs to the caller of result()
        return _Outcome([], error)


def _busy() -> RuntimeError:
    return RuntimeError("a fetch is under way already: take its result() or close() first")


def _idle() -> RuntimeError:
    return RuntimeError("there is no fetch under way: start() one first")
