"""`RedisLimiter`: lanes in Redis, for processes on any number of machines."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final

from attio.core.error_tree import ArgumentTypeError
from attio.core.gate import EARLY_S, LATE_S, RECOVERY_S, pace_of
from attio.core.limits import Grant
from attio.core.redis_link import TIMEOUT_S, RedisLink
from attio.limits.redis_script import SCRIPT
from attio.limits.shared import PEER_S, SHARED_GUARD_S, SharedLimiter

if TYPE_CHECKING:
    from collections.abc import Sequence

    from attio.core.clock import Clock
    from attio.core.limits import Lane
    from attio.limits.shared import Question

_US: Final = 1_000_000
_NEVER: Final = -1


class RedisLimiter(SharedLimiter):
    """Stay under a workspace's limits together with every process that uses the same Redis and prefix.

    ``redis`` is an address (``redis://...``) or a ``redis.Redis`` with a ``socket_timeout``. Each reservation is one
    script on the server, by the server's clock, so clocks of machines do not matter. Redis 5 or newer. Needs the
    extra ``redis``.

    Redis may be gone at the start, vanish, hang and come back: calls go on (see `SharedLimiter`), and one waits at
    most ``timeout_s`` to find out. What is kept there are a few numbers under digests of tokens and ids of
    workspaces; it goes away by itself.
    """

    def __init__(
        self,
        redis: Any,
        *,
        prefix: str = "attio:limits",
        timeout_s: float = TIMEOUT_S,
        degraded_share: float | None = None,
        clock: Clock | None = None,
    ) -> None:
        if not isinstance(prefix, str):
            raise ArgumentTypeError("prefix", prefix, "must be a str")
        super().__init__("Redis, which shares Attio's limits,", degraded_share=degraded_share, clock=clock)
        self._link = RedisLink(redis, "a limiter in Redis", timeout_s=timeout_s)
        self._failures = self._link.failures
        self._run = self._link.script(SCRIPT)
        # In a cluster everything in braces lies on one server, and a script needs that.
        self._prefix = f"{{{prefix}}}:"

    def _script(self, verb: str, key: str, *more: object) -> Any:
        # The key is named as one so that a cluster finds the server; the others follow from what lies there.
        return self._run(keys=[f"{self._prefix}at:{key}"], args=[verb, self._prefix, key, *more])

    def _reserve(self, question: Question) -> tuple[Grant, int]:
        max_wait_us = _NEVER if question.max_wait_s == float("inf") else int(question.max_wait_s * _US)
        floors = question.floors or (0.0,) * len(question.lanes)
        lanes: list[object] = []
        for lane, floor_s in zip(question.lanes, floors, strict=True):
            lanes += [*_described(lane), int(floor_s * _US)]
        wait_us, granted, peers = self._script(
            "reserve",
            question.key,
            max_wait_us,
            int(question.again),
            self._peer if question.announce else "",
            int(PEER_S * _US),
            *lanes,
        )
        return Grant(wait_us / _US, bool(granted)), int(peers)

    def _hold(self, key: str, lanes: Sequence[Lane]) -> float:
        held_us: int = self._script("hold", key, *(lane.name for lane in lanes))
        return held_us / _US

    def _penalize(self, key: str, lane: Lane, wait_s: float) -> bool:
        self._script("penalize", key, int(max(0.0, wait_s) * _US), *_described(lane))
        return True

    def _late(self, key: str, lanes: Sequence[Lane], age_s: float, by_s: float) -> bool:
        described = [about for lane in lanes for about in _described(lane)]
        self._script("late", key, int(age_s * _US), int(by_s * _US), *described)
        return True

    def _tell(self, key: str, workspace_key: str) -> None:
        self._script("bind", key, workspace_key)

    def close(self) -> None:
        """Close the connections that were made here, and the threads; a client given to it stays open."""
        if self._for_tasks is not None:
            self._for_tasks.close()
        self._link.close()

    def __repr__(self) -> str:
        return f"<{type(self).__name__} {self._prefix[1:-2]!r}{' degraded' if self.is_degraded else ''}>"

    def __reduce__(self) -> Any:
        raise TypeError(
            f"{type(self).__name__} cannot be pickled: it holds connections; make one in each process"
        )


def _described(lane: Lane) -> tuple[str, int, int, int, int]:
    pace = pace_of(lane.per_s, SHARED_GUARD_S)
    return lane.name, pace.burst, round(pace.period_s * _US), pace.most, round(pace.window_s * _US)


# The script has these as numbers.
assert f"RECOVERY = {int(RECOVERY_S * _US)}" in SCRIPT
assert f"EARLY, LATE = {int(EARLY_S * _US)}, {int(LATE_S * _US)}" in SCRIPT
