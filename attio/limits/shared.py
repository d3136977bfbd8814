"""What limiters over several processes have in common: above all, what becomes of calls when nothing is shared.

Why no library for the bucket: `limits` (5.8) and `pyrate-limiter` (4.5) are kept, and were looked at. Both answer
whether a request may go now. Here a place is taken ahead of time and the answer is how long to wait for it, so that
callers queue in order, do not poll, and a deadline that the wait would pass takes no place. Both let a full second's
worth through at once and count by the caller's clock, so requests of several processes meet a full window at Attio;
neither takes a place under two limits in one step, or closes a lane after a 429. What is left to take over would be
a connection to Redis, and that is redis-py's.
"""

from __future__ import annotations

import os
import secrets
import threading
from abc import ABC, abstractmethod
from typing import TYPE_CHECKING, Final, NamedTuple, TypeVar

from attio.core.clock import SYSTEM_CLOCK
from attio.core.error_tree import ArgumentError
from attio.core.forks import renew_after_fork
from attio.core.gate import pace_of
from attio.core.limits import InProcessLimiter, Lane
from attio.core.outage import Outage

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from attio.core.clock import Clock
    from attio.core.limits import Grant
    from attio.limits.in_thread import AsyncLimiter

T = TypeVar("T")

SHARED_GUARD_S: Final = 0.03
"""What `core.gate.GUARD_S` is in one process; more here, since processes are scheduled apart from one another."""
ANNOUNCE_S: Final = 5.0
"""How often a process says that it is there."""
PEER_S: Final = 20.0
"""How long a process that says nothing counts as there."""
_SMALLEST_SHARE: Final = 1.0 / 32.0
_KEYS_KEPT: Final = 4096


class Question(NamedTuple):
    """A reservation as it is put to what is shared."""

    key: str
    lanes: Sequence[Lane]
    max_wait_s: float
    again: bool
    floors: Sequence[float]
    """For each lane, for how many seconds this process has used it up by itself."""
    announce: bool
    """Say that this process is there, and be told how many are."""


class _Known:
    """What this process knows of a key, for the time when it is on its own."""

    __slots__ = ("announced_at", "fallback", "latest", "peers")

    def __init__(self) -> None:
        self.announced_at = float("-inf")
        self.peers = 1
        self.latest: dict[Lane, float] = {}
        self.fallback: InProcessLimiter | None = None


class SharedLimiter(ABC):
    """A limiter (see `attio.core.limits.Limiter`) whose lanes several processes share.

    When what they share is out of reach, calls go on, each process at its part of the limits: one n-th, where n
    processes were seen last, or ``degraded_share``. That is logged once, and ends by itself. ``bind`` makes tokens
    of one workspace share its lanes in every process, as soon as one of them has called ``whoami()``.
    """

    _failures: tuple[type[Exception], ...] = (OSError,)

    def __init__(self, what: str, *, degraded_share: float | None, clock: Clock | None) -> None:
        if degraded_share is not None and not 0.0 < degraded_share <= 1.0:
            raise ArgumentError(
                "degraded_share",
                degraded_share,
                "is not a part of the limits",
                fix="give a number over 0, at most 1",
            )
        self._degraded_share = degraded_share
        self.clock: Clock = clock or SYSTEM_CLOCK
        self._outage = Outage(
            what, "each process keeps to its own part of Attio's limits until it is back", clock=clock
        )
        self._name = secrets.token_hex(6)
        self._known: dict[str, _Known] = {}
        self._bound: dict[str, str] = {}
        self._untold: dict[str, str] = {}
        self._lock = threading.Lock()
        self._for_tasks: AsyncLimiter | None = None
        renew_after_fork(self)

    def after_fork(self) -> None:
        """Replace the lock, and become a process of one's own."""
        self._lock = threading.Lock()
        self._known = {}

    @property
    def is_degraded(self) -> bool:
        """Whether what is shared is out of reach, so that this process keeps to its own part of the limits."""
        return self._outage.is_on

    @property
    def is_quick(self) -> bool:
        """Whether the next answer comes without asking anybody."""
        return self._outage.is_quiet()

    def for_async(self) -> AsyncLimiter:
        """Give the same limiter for async clients: it asks in a thread. `AsyncAttio` calls this by itself."""
        if self._for_tasks is None:
            from attio.limits.in_thread import AsyncLimiter

            self._for_tasks = AsyncLimiter(self)
        return self._for_tasks

    # The protocol of limiters

    def reserve(
        self,
        key: str,
        lanes: Sequence[Lane],
        now: float,
        *,
        max_wait_s: float = float("inf"),
        again: bool = False,
    ) -> Grant:
        """Take a place in every lane, by the shared clock; ``now`` is not used."""
        del now  # what is shared has a clock of its own
        known, at = self._of(key), self.clock.monotonic()
        announce = at - known.announced_at >= ANNOUNCE_S
        question = Question(key, lanes, max_wait_s, again, self._floors(key, lanes, known, at), announce)
        answer = self._asked(lambda: self._reserve(question))
        if answer is None:
            local = self._fallback(key, known)
            return local.reserve(key, lanes, self.clock.monotonic(), max_wait_s=max_wait_s, again=again)
        grant, peers = answer
        if announce:
            known.announced_at, known.peers = at, max(1, peers)
        now = self.clock.monotonic()
        if grant.granted:
            sent_at = now + grant.wait_s
            for lane in lanes:
                known.latest[lane] = max(known.latest.get(lane, sent_at), sent_at)
        # Somewhere between question and answer the place was given: nobody goes before it was, and whoever goes
        # late because the answer was long on its way says so.
        return grant._replace(late_s=max(0.0, now - at))

    def hold(self, key: str, lanes: Sequence[Lane], now: float) -> float:  # noqa: ARG002
        """Give the seconds for which a penalty, of whichever process, still closes one of the lanes."""
        held = self._asked(lambda: self._hold(key, lanes))
        if held is None:
            return self._fallback(key, self._of(key)).hold(key, lanes, self.clock.monotonic())
        return held

    def penalize(self, key: str, lanes: Sequence[Lane], now: float, *, wait_s: float) -> None:  # noqa: ARG002
        """Close the most particular lane for ``wait_s``, for all processes."""
        if self._asked(lambda: self._penalize(key, lanes[0], wait_s)) is None:
            local = self._fallback(key, self._of(key))
            local.penalize(key, lanes, self.clock.monotonic(), wait_s=wait_s)

    def late(self, key: str, lanes: Sequence[Lane], now: float, *, due: float, by_s: float) -> None:
        """Note that a request went out ``by_s`` after it was due, if that is worth a question."""
        if by_s <= SHARED_GUARD_S / 2.0:
            return
        age_s = now - due
        if self._asked(lambda: self._late(key, lanes, age_s, by_s)) is None:
            at = self.clock.monotonic()
            self._fallback(key, self._of(key)).late(key, lanes, at, due=at - age_s, by_s=by_s)

    def bind(self, key: str, workspace_key: str) -> None:
        """Note whose token it is; the other processes are told with the next reservation."""
        with self._lock:
            self._bound[key] = self._untold[key] = workspace_key
            known = self._known.pop(key, None)
            if known is not None and workspace_key not in self._known:
                self._known[workspace_key] = known
                if known.fallback is not None:
                    known.fallback.bind(key, workspace_key)

    # What is shared, by whoever shares it

    @abstractmethod
    def _reserve(self, question: Question) -> tuple[Grant, int]:
        """Put a reservation to what is shared; the number of processes counts only where it was asked for."""

    @abstractmethod
    def _hold(self, key: str, lanes: Sequence[Lane]) -> float:
        """Ask how long a penalty still closes one of the lanes."""

    @abstractmethod
    def _penalize(self, key: str, lane: Lane, wait_s: float) -> bool:
        """Close a lane."""

    @abstractmethod
    def _late(self, key: str, lanes: Sequence[Lane], age_s: float, by_s: float) -> bool:
        """Note that a request that was due so long ago went out so late."""

    @abstractmethod
    def _tell(self, key: str, workspace_key: str) -> None:
        """Tell the others that a token is of a workspace."""

    # When it cannot be asked

    def _asked(self, question: Callable[[], T]) -> T | None:
        if not self._outage.may_ask():
            return None
        try:
            self._tell_bindings()
            answer = question()
        except self._failures as failure:
            self._outage.failed(failure)
            return None
        if self._outage.answered():
            # It may have forgotten everything.
            with self._lock:
                self._untold = dict(self._bound)
        return answer

    def _tell_bindings(self) -> None:
        while self._untold:
            with self._lock:
                pairs = list(self._untold.items())
            for key, workspace_key in pairs:
                self._tell(key, workspace_key)
                self._untold.pop(key, None)

    def _of(self, key: str) -> _Known:
        known = self._known.get(key)
        if known is None:
            with self._lock:
                if len(self._known) >= _KEYS_KEPT:
                    self._known.clear()
                known = self._known.setdefault(key, _Known())
        return known

    def _fallback(self, key: str, known: _Known) -> InProcessLimiter:
        with self._lock:
            local = known.fallback
            if local is None:
                share = self._degraded_share or max(1.0 / known.peers, _SMALLEST_SHARE)
                local = known.fallback = InProcessLimiter(share=share, guard_s=SHARED_GUARD_S)
                for lane, sent_at in known.latest.items():
                    # What was reserved before the outage is still going out.
                    local.not_before(
                        key, lane, sent_at + pace_of(lane.per_s * share, SHARED_GUARD_S).period_s
                    )
        return local

    def _floors(self, key: str, lanes: Sequence[Lane], known: _Known, now: float) -> Sequence[float]:
        local = known.fallback
        if local is None:
            return ()
        state = local.state(key, lanes)
        floors = [
            max(0.0, state[lane.name].full_at - now, state[lane.name].closed_until - now)
            if lane.name in state
            else 0.0
            for lane in lanes
        ]
        if not self._outage.is_on and not any(floors):
            known.fallback = None
            return ()
        return floors

    @property
    def _peer(self) -> str:
        return f"{self._name}-{os.getpid()}"
