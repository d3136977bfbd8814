"""`AsyncLimiter`: a limiter that does I/O, for the tasks of event loops."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, Any, Final, TypeVar

from attio.core.forks import renew_after_fork
from attio.core.limits import Grant

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence
    from concurrent.futures import ThreadPoolExecutor

    from attio.core.limits import Lane
    from attio.limits.shared import SharedLimiter

T = TypeVar("T")
_THREADS: Final = 4


class AsyncLimiter:
    """Ask a shared limiter in a few threads of its own, so that no event loop waits for a network or a file.

    Threads, and not an async client of Redis: connections of such a client belong to one event loop, and one
    limiter serves all clients of a process. An answer takes a tenth of a millisecond more than in a sync client.
    """

    def __init__(self, of: SharedLimiter) -> None:
        self._of = of
        self._threads: ThreadPoolExecutor | None = None
        renew_after_fork(self)

    def after_fork(self) -> None:
        """Forget the threads: a forked process has none of them."""
        self._threads = None

    async def reserve(
        self,
        key: str,
        lanes: Sequence[Lane],
        now: float,
        *,
        max_wait_s: float = float("inf"),
        again: bool = False,
    ) -> Grant:
        """Take a place in every lane, by the shared clock."""
        of = self._of

        def ask() -> tuple[Grant, float]:
            """Ask, and note when the answer came."""
            return of.reserve(key, lanes, now, max_wait_s=max_wait_s, again=again), of.clock.monotonic()

        grant, answered_at = await self._run(ask)
        # The loop may have been busy while the answer lay there.
        left_s = grant.wait_s - (of.clock.monotonic() - answered_at)
        return Grant(max(0.0, left_s), grant.granted, grant.late_s + max(0.0, -left_s))

    async def hold(self, key: str, lanes: Sequence[Lane], now: float) -> float:
        """Give the seconds for which a penalty still closes one of the lanes."""
        return await self._run(partial(self._of.hold, key, lanes, now))

    async def penalize(self, key: str, lanes: Sequence[Lane], now: float, *, wait_s: float) -> None:
        """Close the most particular lane for ``wait_s``, for all processes."""
        await self._run(partial(self._of.penalize, key, lanes, now, wait_s=wait_s))

    async def late(self, key: str, lanes: Sequence[Lane], now: float, *, due: float, by_s: float) -> None:
        """Note that a request went out ``by_s`` after it was due."""
        await self._run(partial(self._of.late, key, lanes, now, due=due, by_s=by_s))

    def bind(self, key: str, workspace_key: str) -> None:
        """Note whose token it is."""
        self._of.bind(key, workspace_key)

    def for_async(self) -> AsyncLimiter:
        """Give itself."""
        return self

    async def _run(self, call: Callable[[], T]) -> T:
        if self._of.is_quick:
            return call()
        import asyncio

        loop = asyncio.get_running_loop()
        return await loop.run_in_executor(self._pool(), call)

    def _pool(self) -> ThreadPoolExecutor:
        if self._threads is None:
            from concurrent.futures import ThreadPoolExecutor

            self._threads = ThreadPoolExecutor(_THREADS, thread_name_prefix="attio-limits")
        return self._threads

    def close(self) -> None:
        """End the threads."""
        threads, self._threads = self._threads, None
        if threads is not None:
            threads.shutdown(wait=False)

    def __repr__(self) -> str:
        return f"<{type(self).__name__} of {self._of!r}>"

    def __reduce__(self) -> Any:
        raise TypeError(f"{type(self).__name__} cannot be pickled: it holds threads")
