"""Many callers, one fetch: who asks while a fetch runs waits for its result instead of starting another."""

from __future__ import annotations

import os
import threading
from typing import TYPE_CHECKING, Any, Generic, TypeVar

if TYPE_CHECKING:
    import asyncio
    from collections.abc import Awaitable, Callable, Hashable

T = TypeVar("T")


class _Flight(Generic[T]):
    """A fetch under way in some thread."""

    __slots__ = ("done", "error", "leader", "result")

    def __init__(self) -> None:
        self.done = threading.Event()
        self.leader = threading.get_ident()
        self.error: BaseException | None = None
        self.result: T | None = None


class SingleFlight(Generic[T]):
    """Share one fetch a key among threads."""

    def __init__(self) -> None:
        self._lock = threading.Lock()
        self._flights: dict[tuple[int, Hashable], _Flight[T]] = {}

    def run(self, key: Hashable, fetch: Callable[[], T]) -> T:
        """Return what `fetch` returns; raises what it raises, to everybody who waited for it.

        A leader that was interrupted (KeyboardInterrupt and the like) does not pass that on: one of the
        followers fetches again. A fetch that asks for its own key (from a hook, say) fetches by itself.
        """
        # By process: the thread that leads a flight does not exist in a forked child.
        own = (os.getpid(), key)
        while True:
            with self._lock:
                flight = self._flights.get(own)
                leading = flight is None
                if flight is None:
                    flight = self._flights[own] = _Flight()
            if leading:
                return self._lead(own, flight, fetch)
            if flight.leader == threading.get_ident():
                return fetch()
            flight.done.wait()
            if flight.error is None:
                return flight.result  # type: ignore[return-value]  # done without an error: it holds a T
            if isinstance(flight.error, Exception):
                raise flight.error

    def _lead(self, own: tuple[int, Hashable], flight: _Flight[T], fetch: Callable[[], T]) -> T:
        try:
            result = flight.result = fetch()
        except BaseException as error:
            flight.error = error
            raise
        else:
            return result
        finally:
            with self._lock:
                self._flights.pop(own, None)
            flight.done.set()


class AsyncSingleFlight(Generic[T]):
    """Share one fetch a key among the tasks of an event loop."""

    def __init__(self) -> None:
        self._flights: dict[
            tuple[asyncio.AbstractEventLoop, Hashable], tuple[asyncio.Future[Any], asyncio.Task[Any] | None]
        ] = {}

    async def run(self, key: Hashable, fetch: Callable[[], Awaitable[T]]) -> T:
        """Return what `fetch` returns; raises what it raises, to everybody who waited for it.

        A leader that is cancelled does not cancel the others: one of them fetches again. A fetch that asks for
        its own key fetches by itself.
        """
        import asyncio

        # By loop: a client may serve several, and a future of one cannot be awaited in another.
        own = (asyncio.get_running_loop(), key)
        task = asyncio.current_task()
        cancels = task.cancelling() if task is not None else 0
        while (found := self._flights.get(own)) is not None:
            flight, leader = found
            if leader is task:
                return await fetch()
            try:
                # Shielded: a follower that is cancelled takes nothing away from the others.
                result: T = await asyncio.shield(flight)
            except asyncio.CancelledError:
                # Either the leader was cancelled, or this very task was (then it must not go on), or both.
                if not flight.cancelled() or (task is not None and task.cancelling() > cancels):
                    raise
            else:
                return result
        flight = own[0].create_future()
        self._flights[own] = (flight, task)
        return await self._lead(own, flight, fetch)

    async def _lead(
        self,
        own: tuple[asyncio.AbstractEventLoop, Hashable],
        flight: asyncio.Future[Any],
        fetch: Callable[[], Awaitable[T]],
    ) -> T:
        try:
            result = await fetch()
        except BaseException as error:
            if isinstance(error, Exception):
                flight.set_exception(error)
                flight.exception()  # retrieved: a lone leader leaves no warning behind
            else:
                flight.cancel()
            raise
        else:
            flight.set_result(result)
            return result
        finally:
            del self._flights[own]
