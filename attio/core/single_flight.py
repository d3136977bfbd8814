"""Many callers, one fetch: who asks while a fetch runs waits for its result instead of starting another."""

from __future__ import annotations

import threading
from typing import TYPE_CHECKING, Any, Generic, TypeVar

if TYPE_CHECKING:
    import asyncio
    from collections.abc import Awaitable, Callable, Hashable

T = TypeVar("T")


class _Flight(Generic[T]):
    """A fetch under way in some thread."""

    __slots__ = ("done", "error", "result")

    def __init__(self) -> None:
        self.done = threading.Event()
        self.error: BaseException | None = None
        self.result: T | None = None


class SingleFlight(Generic[T]):
    """Share one fetch a key among threads."""

    def __init__(self) -> None:
        self._lock = threading.Lock()
        self._flights: dict[Hashable, _Flight[T]] = {}

    def run(self, key: Hashable, fetch: Callable[[], T]) -> T:
        """Return what `fetch` returns; raises what it raises, to everybody who waited for it.

        A leader that was interrupted (KeyboardInterrupt and the like) does not pass that on: one of the
        followers fetches again.
        """
        while True:
            with self._lock:
                flight = self._flights.get(key)
                leading = flight is None
                if flight is None:
                    flight = self._flights[key] = _Flight()
            if leading:
                return self._lead(key, flight, fetch)
            flight.done.wait()
            if flight.error is None:
                return flight.result  # type: ignore[return-value]  # done without an error: it holds a T
            if isinstance(flight.error, Exception):
                raise flight.error

    def _lead(self, key: Hashable, flight: _Flight[T], fetch: Callable[[], T]) -> T:
        try:
            result = flight.result = fetch()
        except BaseException as error:
            flight.error = error
            raise
        else:
            return result
        finally:
            with self._lock:
                self._flights.pop(key, None)
            flight.done.set()


class AsyncSingleFlight(Generic[T]):
    """Share one fetch a key among the tasks of an event loop."""

    def __init__(self) -> None:
        self._flights: dict[tuple[int, Hashable], asyncio.Future[Any]] = {}

    async def run(self, key: Hashable, fetch: Callable[[], Awaitable[T]]) -> T:
        """Return what `fetch` returns; raises what it raises, to everybody who waited for it.

        A leader that is cancelled does not cancel the others: one of them fetches again.
        """
        import asyncio

        loop = asyncio.get_running_loop()
        own = (id(loop), key)
        while (flight := self._flights.get(own)) is not None:
            try:
                # Shielded: a follower that is cancelled takes nothing away from the others.
                result: T = await asyncio.shield(flight)
            except asyncio.CancelledError:
                if not flight.cancelled():
                    raise
            else:
                return result
        flight = self._flights[own] = loop.create_future()
        return await self._lead(own, flight, fetch)

    async def _lead(
        self, own: tuple[int, Hashable], flight: asyncio.Future[Any], fetch: Callable[[], Awaitable[T]]
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
