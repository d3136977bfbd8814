"""Stay under Attio's limits by reservation, a lane per limit, shared by threads, tasks and clients of a process."""

from __future__ import annotations

import threading
import weakref
from hashlib import blake2b
from typing import TYPE_CHECKING, Final, NamedTuple, Protocol

from attio.core.clock import SYSTEM_CLOCK
from attio.core.forks import renew_after_fork
from attio.core.gate import GUARD_S, RECOVERY_S, Gate, pace_of

if TYPE_CHECKING:
    from collections.abc import Awaitable, Mapping, Sequence

    from attio.core.clock import Clock
    from attio.core.gate import GateState

READS_PER_S: Final = 100.0
WRITES_PER_S: Final = 25.0

_TOLERANCE_S: Final = 0.001
_GATES_KEPT: Final = 4096


class Lane(NamedTuple):
    """One limit: its name and how many requests it lets through per second."""

    name: str
    per_s: float


class Grant(NamedTuple):
    """Answer to a reservation: wait so long, then send (``granted``) or ask again (``again=True``).

    ``late_s`` is what the answer itself may have taken, so that the request is that late already.
    """

    wait_s: float
    granted: bool
    late_s: float = 0.0


GO: Final = Grant(0.0, True)


class Limiter(Protocol):
    """What ``rate_limiter=`` takes. ``now`` is the caller's monotonic clock; one with a clock of its own ignores it.

    One that also has ``late(key, lanes, now, *, due, by_s)`` is told of a request that went out later than it was due,
    because a connection had to be made first or the machine was busy; it may return something to await.
    """

    def reserve(
        self, key: str, lanes: Sequence[Lane], now: float, *, max_wait_s: float, again: bool
    ) -> Grant | Awaitable[Grant]:
        """Take a place in every lane. When that is more than ``max_wait_s`` away, take none and say how far."""
        ...

    def hold(self, key: str, lanes: Sequence[Lane], now: float) -> float | Awaitable[float]:
        """Give the seconds for which a penalty still closes one of the lanes, 0 when none does."""
        ...

    def penalize(self, key: str, lanes: Sequence[Lane], now: float, *, wait_s: float) -> object:
        """Note that Attio answered 429: close the first lane for ``wait_s`` and let less through for a while."""
        ...

    def bind(self, key: str, workspace_key: str) -> object:
        """Note that what ``key`` stood for is the workspace ``workspace_key``; never awaited, so without I/O."""
        ...


class InProcessLimiter:
    """Space requests so that no second, fixed or sliding, sees more than a limit (GCRA by reservation).

    The lock is held for microseconds and never while waiting, so threads and tasks share one. ``share`` is
    the part of the workspace's limits that this process may use, for several processes without a shared
    store.
    """

    def __init__(self, *, share: float = 1.0, guard_s: float = GUARD_S) -> None:
        if not 0.0 < share <= 1.0:
            from attio.core.error_tree import ArgumentError

            raise ArgumentError(
                "share", share, "is not a part of the limits", fix="give a number over 0, at most 1"
            )
        self._share = share
        self._guard_s = guard_s
        self._gates: dict[tuple[str, str], Gate] = {}
        self._lock = threading.Lock()
        renew_after_fork(self)

    def after_fork(self) -> None:
        """Replace the lock, which another thread may have held when the process was forked."""
        self._lock = threading.Lock()

    def reserve(
        self,
        key: str,
        lanes: Sequence[Lane],
        now: float,
        *,
        max_wait_s: float = float("inf"),
        again: bool = False,
    ) -> Grant:
        """Take a place in every lane; the first lane is the most particular one."""
        with self._lock:
            gates = [self._gate(key, lane, now) for lane in lanes]
            first = gates[0]
            own = first.earliest()
            others = now
            for gate in gates[1:]:
                others = max(others, gate.earliest())
            if len(gates) > 1 and (own > others + _TOLERANCE_S or (not again and first.room_until > others)):
                # A place in the common lane that lies far ahead would hold up everybody behind it, so whoever
                # waits for a particular limit waits before taking one.
                at = max(own, first.room_until, now)
                if at - now > max_wait_s:
                    return Grant(at - now, False)
                first.room_until = at + first.period(at)
                return Grant(at - now, False)
            at = max(own, others)
            wait_s = at - now
            if wait_s > max_wait_s:
                return Grant(wait_s, False)
            for gate in gates:
                gate.take(at)
        return GO if wait_s <= 0.0 else Grant(wait_s, True)

    def hold(self, key: str, lanes: Sequence[Lane], now: float) -> float:
        """Give the seconds for which a penalty still closes one of the lanes."""
        with self._lock:
            return max(0.0, *(self._gate(key, lane, now).closed_until - now for lane in lanes))

    def penalize(self, key: str, lanes: Sequence[Lane], now: float, *, wait_s: float) -> None:
        """Close the most particular lane for ``wait_s`` and let less through for 20 seconds after."""
        with self._lock:
            self._gate(key, lanes[0], now).close(now, wait_s)

    def late(self, key: str, lanes: Sequence[Lane], now: float, *, due: float, by_s: float) -> None:
        """Note that a request went out ``by_s`` after it was due."""
        with self._lock:
            for lane in lanes:
                self._gate(key, lane, now).moved(due, due + by_s)

    def bind(self, key: str, workspace_key: str) -> None:
        """Carry over what was sent under a token to the workspace's lanes."""
        with self._lock:
            for owner, name in [known for known in self._gates if known[0] == key]:
                gate = self._gates.pop((owner, name))
                present = self._gates.setdefault((workspace_key, name), gate)
                if present is not gate:
                    present.join(gate)

    def not_before(self, key: str, lane: Lane, at: float) -> None:
        """Let nothing through before ``at``, because it was used up elsewhere until then."""
        with self._lock:
            self._gate(key, lane, at).fill(at)

    def state(self, key: str, lanes: Sequence[Lane]) -> dict[str, GateState]:
        """Give the state of lanes of a key, by their names; one that was never used is left out."""
        with self._lock:
            found = {lane.name: self._gates.get((key, lane.name)) for lane in lanes}
        return {name: gate.state() for name, gate in found.items() if gate is not None}

    def restore(self, key: str, lanes: Sequence[Lane], state: Mapping[str, GateState]) -> None:
        """Set lanes of a key to a state; a lane that it does not name becomes a new one."""
        with self._lock:
            for lane in lanes:
                pace = pace_of(lane.per_s * self._share, self._guard_s)
                self._gates[key, lane.name] = Gate(pace, state.get(lane.name))

    def _gate(self, key: str, lane: Lane, now: float) -> Gate:
        gate = self._gates.get((key, lane.name))
        if gate is None:
            if len(self._gates) >= _GATES_KEPT:
                self._forget(now)
            gate = self._gates[key, lane.name] = Gate(pace_of(lane.per_s * self._share, self._guard_s))
        return gate

    def _forget(self, now: float) -> None:
        # A lane that has been quiet for a recovery is like a new one.
        idle = now - RECOVERY_S
        for name, gate in list(self._gates.items()):
            if max(gate.full_at, gate.room_until, gate.slowed_at) < idle:
                del self._gates[name]


_shared: weakref.WeakKeyDictionary[Clock, InProcessLimiter] = weakref.WeakKeyDictionary()
_workspaces: dict[str, str] = {}


def shared_limiter(clock: Clock = SYSTEM_CLOCK) -> InProcessLimiter:
    """Give the limiter that every client of this process uses unless it is given another: one for each clock."""
    limiter = _shared.get(clock)
    if limiter is None:
        limiter = _shared.setdefault(clock, InProcessLimiter())
    return limiter


def token_digest(token: str) -> str:
    """Give a name for a token that tells nothing of it; the same in every process."""
    return "token:" + blake2b(token.encode(), digest_size=16, person=b"attio-limits").hexdigest()


def limit_key(tenant: str) -> str:
    """Give what a token's digest counts under: its workspace once ``bind_workspace`` has told it, itself until then."""
    return _workspaces.get(tenant, tenant)


def bind_workspace(tenant: str, workspace_id: str, limiter: Limiter | None = None) -> str:
    """Count a token under its workspace from now on, together with the workspace's other tokens; give the key."""
    before = limit_key(tenant)
    key = "workspace:" + workspace_id
    if before != key:
        _workspaces[tenant] = key
        if limiter is not None:
            limiter.bind(before, key)
    return key
