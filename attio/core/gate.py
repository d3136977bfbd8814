"""`Gate`: the state of one limit: when its next request may go. Pure arithmetic on seconds of one clock."""

from __future__ import annotations

from bisect import bisect_left, insort
from typing import Final, NamedTuple

GUARD_S: Final = 0.015
"""How much later than sent a request may be seen and still not make a second too full."""
RECOVERY_S: Final = 20.0
"""How long a lane stays slower after a 429, ever less so."""
MOST_SLOWING: Final = 3.0
_BURST: Final = 5
_BURST_FROM: Final = 50.0
_LOG: Final = 1000
"""Requests that are remembered of a lane at most."""
_NEVER: Final = float("-inf")
EARLY_S: Final = 0.001
LATE_S: Final = 0.02
"""Between so much before and so much after the time it was due by its caller's clock a request is looked for."""


class Pace(NamedTuple):
    """How a lane is spaced: so many at once after a pause, so many seconds from one to the next, and in a window."""

    burst: int
    period_s: float
    most: int
    """Requests in any ``window_s`` seconds, however late some of them come."""
    window_s: float


def pace_of(per_s: float, guard_s: float = GUARD_S) -> Pace:
    """Space a limit so that no second sees more than it."""
    burst = _BURST if per_s >= _BURST_FROM else 1
    most = max(1, min(int(per_s), _LOG))
    # rate x 1 s + burst - 1 <= limit keeps every window of one second, wherever it starts, within the limit.
    return Pace(burst, (1.0 + guard_s) / (per_s - burst + 1), most, (1.0 + guard_s) * most / per_s)


class GateState(NamedTuple):
    """The state of one lane, for a limiter that keeps it elsewhere."""

    full_at: float = _NEVER
    """When the latest place is used up."""
    room_until: float = _NEVER
    """For a lane that goes with a common one: until when its own places are spoken for."""
    closed_until: float = _NEVER
    slowed_at: float = 0.0
    slowing: float = 0.0
    sent: tuple[float, ...] = ()
    """When the latest requests go out: as planned, or as it turned out. In order."""

    def shifted(self, by_s: float) -> GateState:
        """Give the same state by a clock that shows so much less."""
        return GateState(
            self.full_at - by_s,
            self.room_until - by_s,
            self.closed_until - by_s,
            self.slowed_at - by_s,
            self.slowing,
            tuple(at - by_s for at in self.sent),
        )


class Gate:
    """One limit: a GCRA, and a log of the latest requests for when some go out later than they should.

    The GCRA alone would do if every request went out when it was told to. One that waits for a connection, or on a
    busy machine, comes among those of a later second and is one too many there; the log knows.
    """

    __slots__ = (
        "_pace",
        "_sent",
        "closed_until",
        "full_at",
        "room_until",
        "slowed_at",
        "slowing",
    )

    def __init__(self, pace: Pace, state: GateState | None = None) -> None:
        self._pace = pace
        self._set(state or GateState())

    def _set(self, state: GateState) -> None:
        self.full_at, self.room_until, self.closed_until, self.slowed_at, self.slowing = state[:5]
        self._sent = list(state.sent)

    def state(self) -> GateState:
        """Give the state as it is."""
        return GateState(
            self.full_at,
            self.room_until,
            self.closed_until,
            self.slowed_at,
            self.slowing,
            tuple(self._sent[-self._pace.most :]),
        )

    def period(self, now: float) -> float:
        """Give the spacing: the lane's own, or a longer one that shrinks back after a 429."""
        period_s = self._pace.period_s
        if not self.slowing:
            return period_s
        left = 1.0 - max(0.0, now - self.slowed_at) / RECOVERY_S
        if left <= 0.0:
            self.slowing = 0.0
            return period_s
        return period_s * (1.0 + self.slowing * left)

    def earliest(self) -> float:
        """Give the time from which the next request may go."""
        pace, sent = self._pace, self._sent
        at = self.full_at - pace.period_s * (pace.burst - 1)
        if len(sent) >= pace.most:
            at = max(at, sent[-pace.most] + pace.window_s)
        return max(at, self.closed_until)

    def take(self, at: float) -> None:
        """Let one request go at a time that is not before ``earliest()``."""
        self.full_at = (max(self.full_at, at)) + self.period(at)
        self._note(at)

    def fill(self, at: float) -> None:
        """Count the lane as used up until then; the burst is for quiet times."""
        self.full_at = max(self.full_at, at + self._pace.period_s * (self._pace.burst - 1))

    def moved(self, due: float, sent_at: float) -> None:
        """Note that the request that was due then went out later."""
        sent = self._sent
        place = bisect_left(sent, due - EARLY_S)
        if place < len(sent) and sent[place] <= due + LATE_S:
            del sent[place]
        self._note(sent_at)

    def _note(self, at: float) -> None:
        sent, most = self._sent, self._pace.most
        if sent and at < sent[-1]:
            insort(sent, at)
        else:
            sent.append(at)
        if len(sent) > 2 * most:
            del sent[:-most]

    def close(self, now: float, wait_s: float) -> None:
        """Let nothing through until then, and less than usual after it."""
        self.slowing = min(max(self.period(now) / self._pace.period_s - 1.0, 0.25) * 2.0, MOST_SLOWING)
        self.closed_until = max(self.closed_until, now + wait_s)
        self.slowed_at = self.closed_until
        # After a 429 requests go one by one.
        self.fill(self.closed_until)

    def join(self, other: Gate) -> None:
        """Take over what was sent, and what was forbidden, under another name."""
        self._set(joined(self.state(), other.state()))


def joined(one: GateState, other: GateState) -> GateState:
    """Join two states of one lane: of each number the later one, and what both sent."""
    return GateState(
        max(one.full_at, other.full_at),
        max(one.room_until, other.room_until),
        max(one.closed_until, other.closed_until),
        max(one.slowed_at, other.slowed_at),
        max(one.slowing, other.slowing),
        tuple(sorted((*one.sent, *other.sent))),
    )
