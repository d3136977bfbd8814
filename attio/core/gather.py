"""Several things at once: by tasks (AsyncCrew) or by threads (Crew), from rows that come by any kind of iterable.

Both kinds have the same methods, so that what is written for the one becomes code for the other. What is
decided (which rows, in which order, when to stop) is not here: whoever owns the crew decides, alone.
"""

from __future__ import annotations

from collections import deque
from collections.abc import AsyncIterable, AsyncIterator, Iterable, Iterator
from typing import TYPE_CHECKING, Any, Generic, TypeAlias, TypeVar

from attio.core.error_tree import ArgumentTypeError
from attio.core.shapes import is_iterable

if TYPE_CHECKING:
    from asyncio import Task
    from collections.abc import Awaitable, Callable
    from contextvars import Context
    from queue import SimpleQueue
    from threading import Thread

T = TypeVar("T")

AsyncInput: TypeAlias = Iterable[T] | AsyncIterable[T]
"""Rows for an async client: a list, a generator, an async generator."""
Input: TypeAlias = Iterable[T]
"""Rows for a sync client: a list, a generator."""


class AsyncCrew(Generic[T]):
    """Run up to `size` pieces of work at once, as tasks of the running loop.

    Leaving the block waits for what is under way; when it is left by a cancellation (or anything else that
    is no Exception), what is under way is cancelled.
    """

    __slots__ = ("_done", "_tasks", "size")

    def __init__(self, size: int) -> None:
        self.size = size
        self._tasks: set[Task[T]] = set()
        self._done: deque[Task[T]] = deque()

    @property
    def busy(self) -> int:
        """How many pieces were started whose outcome nobody took yet."""
        return len(self._tasks) + len(self._done)

    def start(self, work: Callable[[], Awaitable[T]]) -> None:
        """Begin a piece of work; RuntimeError when `size` of them are under way."""
        if self.busy >= self.size:
            raise _full(self.size)
        import asyncio

        task = asyncio.get_running_loop().create_task(_awaited(work))
        self._tasks.add(task)

    async def finished(self) -> T:
        """Wait for a piece to end, whichever it is; return what it returned or raise what it raised."""
        if not self.busy:
            raise _idle()
        if not self._done:
            import asyncio

            done, _ = await asyncio.wait(self._tasks, return_when=asyncio.FIRST_COMPLETED)
            self._tasks -= done
            self._done.extend(done)
        return self._done.popleft().result()

    async def __aenter__(self) -> AsyncCrew[T]:
        return self

    async def __aexit__(self, kind: type[BaseException] | None, *exc: object) -> None:
        import asyncio

        try:
            if self._tasks and (kind is None or issubclass(kind, Exception)):
                await asyncio.wait(self._tasks)
        finally:
            for task in self._tasks:
                task.cancel()
            if self._tasks:
                await asyncio.wait(self._tasks)
            for task in (*self._tasks, *self._done):
                if not task.cancelled():
                    task.exception()  # retrieved: what nobody asks for any more is no news
            self._tasks.clear()
            self._done.clear()


async def _awaited(work: Callable[[], Awaitable[T]]) -> T:
    return await work()


class Crew(Generic[T]):
    """Run up to `size` pieces of work at once, in threads that are started as they are needed.

    Each piece sees a copy of the context that it was started in. Leaving the block waits for what is under
    way: a thread cannot be cancelled.
    """

    __slots__ = ("_idle", "_inbox", "_outbox", "_threads", "busy", "size")

    def __init__(self, size: int) -> None:
        from queue import SimpleQueue

        self.size = size
        self.busy = 0
        """How many pieces were started whose outcome nobody took yet."""
        self._inbox: SimpleQueue[tuple[Context, Callable[[], T]] | None] = SimpleQueue()
        self._outbox: SimpleQueue[_Outcome[T]] = SimpleQueue()
        self._threads: list[Thread] = []

    def start(self, work: Callable[[], T]) -> None:
        """Begin a piece of work; RuntimeError when `size` of them are under way."""
        if self.busy >= self.size:
            raise _full(self.size)
        from contextvars import copy_context

        job = (copy_context(), work)
        self.busy += 1
        if len(self._threads) < self.busy and not self._grow() and not self._threads:
            # No thread to be had (a limit, an interpreter that is shutting down): do it here and now.
            self._outbox.put(_Outcome(job))
        else:
            self._inbox.put(job)

    def _grow(self) -> bool:
        from threading import Thread

        thread = Thread(target=_work, args=(self._inbox, self._outbox), name="attio-crew")
        try:
            thread.start()
        except RuntimeError:
            return False
        self._threads.append(thread)
        return True

    def finished(self) -> T:
        """Wait for a piece to end, whichever it is; return what it returned or raise what it raised."""
        if not self.busy:
            raise _idle()
        outcome = self._outbox.get()
        self.busy -= 1
        return outcome.get()

    def __enter__(self) -> Crew[T]:
        return self

    def __exit__(self, *exc: object) -> None:
        for _ in self._threads:
            self._inbox.put(None)
        for thread in self._threads:
            thread.join()
        self._threads.clear()
        self.busy = 0


def _work(
    inbox: SimpleQueue[tuple[Context, Callable[[], T]] | None], outbox: SimpleQueue[_Outcome[T]]
) -> None:
    while (job := inbox.get()) is not None:
        outbox.put(_Outcome(job))


class _Outcome(Generic[T]):
    """What a piece of work returned or raised."""

    __slots__ = ("_error", "_value")

    def __init__(self, job: tuple[Context, Callable[[], T]]) -> None:
        context, work = job
        self._error: BaseException | None = None
        try:
            self._value = [context.run(work)]
        except BaseException as error:  # noqa: BLE001 - whatever it was, it belongs to whoever takes the outcome
            self._error = error

    def get(self) -> T:
        if self._error is None:
            return self._value.pop()
        try:
            raise self._error
        finally:
            # The error's traceback holds this frame: without this they would keep each other alive.
            self._error = None


class AsyncFeed(Generic[T]):
    """Rows one by one, counted, from an iterable of either kind; `again` are rows to begin with."""

    __slots__ = ("_again", "_next", "position", "reusable")

    def __init__(
        self, rows: AsyncInput[T], *, position: int = 0, again: Iterable[tuple[int, T]] = ()
    ) -> None:
        iterator = (
            rows.__aiter__() if isinstance(rows, AsyncIterable) else _iterator(rows, "or async iterable")
        )
        self._next: AsyncIterator[T] | Iterator[T] = iterator
        self._again = deque(again)
        self.position = position
        """Index of the next row of the iterable."""
        self.reusable = iterator is not rows
        """Whether the iterable can be gone through again from its beginning."""

    async def pull(self) -> tuple[int, T] | None:
        """Return the next row with its index; None after the last."""
        if self._again:
            return self._again.popleft()
        try:
            if isinstance(self._next, AsyncIterator):
                row = await self._next.__anext__()
            else:
                row = next(self._next)
        except (StopIteration, StopAsyncIteration):
            return None
        self.position += 1
        return self.position - 1, row

    def give_back(self, index: int, row: T) -> None:
        """Take a row back that was not used after all: it comes first next time."""
        self._again.appendleft((index, row))

    def resumed(self, again: Iterable[tuple[int, T]]) -> AsyncFeed[T]:
        """Return a feed that goes on where this one stopped, with some rows before that."""
        return AsyncFeed(self._next, position=self.position, again=[*again, *self._again])


class Feed(Generic[T]):
    """Rows one by one, counted, from an iterable; `again` are rows to begin with."""

    __slots__ = ("_again", "_next", "position", "reusable")

    def __init__(self, rows: Input[T], *, position: int = 0, again: Iterable[tuple[int, T]] = ()) -> None:
        self._next: Iterator[T] = _iterator(rows, "")
        self._again = deque(again)
        self.position = position
        """Index of the next row of the iterable."""
        self.reusable = self._next is not rows
        """Whether the iterable can be gone through again from its beginning."""

    def pull(self) -> tuple[int, T] | None:
        """Return the next row with its index; None after the last."""
        if self._again:
            return self._again.popleft()
        try:
            row = next(self._next)
        except StopIteration:
            return None
        self.position += 1
        return self.position - 1, row

    def give_back(self, index: int, row: T) -> None:
        """Take a row back that was not used after all: it comes first next time."""
        self._again.appendleft((index, row))

    def resumed(self, again: Iterable[tuple[int, T]]) -> Feed[T]:
        """Return a feed that goes on where this one stopped, with some rows before that."""
        return Feed(self._next, position=self.position, again=[*again, *self._again])


def _iterator(rows: Any, kind: str) -> Iterator[Any]:
    given: object = rows
    if isinstance(rows, AsyncIterable):
        raise ArgumentTypeError(
            "rows", given, "is an async iterable, which a sync client cannot go through", fix="use AsyncAttio"
        )
    if isinstance(rows, (str, bytes)) or hasattr(rows, "keys") or not is_iterable(rows):
        wanted = f"an iterable {kind}".strip()
        raise ArgumentTypeError(
            "rows", given, f"must be {wanted} of rows, not {type(given).__name__}", fix="put it in [...]"
        )
    return iter(rows)


class AsyncAside:
    """Run what blocks for a moment (a write to disk) without holding up the event loop."""

    __slots__ = ()

    async def run(self, work: Callable[..., T], *values: Any) -> T:
        """Call a function in a thread of its own and return what it returns."""
        import asyncio

        return await asyncio.to_thread(work, *values)


class Aside:
    """Run what blocks for a moment: a sync client is in no hurry meanwhile."""

    __slots__ = ()

    def run(self, work: Callable[..., T], *values: Any) -> T:
        """Call a function and return what it returns."""
        return work(*values)


def _full(size: int) -> RuntimeError:
    return RuntimeError(f"{size} pieces of work are under way already: take one that is finished() first")


def _idle() -> RuntimeError:
    return RuntimeError("nothing is under way: start() something first")
