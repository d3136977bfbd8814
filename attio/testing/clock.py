"""Time of a local workspace: the machine's clock, or one that only moves when it is told to."""

from __future__ import annotations

import threading
import time
from datetime import UTC, datetime, timedelta
from typing import TYPE_CHECKING, Protocol

if TYPE_CHECKING:
    from collections.abc import Callable

_EPOCH = datetime(1970, 1, 1, tzinfo=UTC)
_START = datetime(2026, 1, 5, 9, 0, tzinfo=UTC)


class Clock(Protocol):
    """What a workspace asks for the time."""

    def now_us(self) -> int:
        """Return microseconds since 1970 in UTC."""
        ...


class SystemClock:
    """The machine's own clock."""

    __slots__ = ()

    def now_us(self) -> int:
        """Return microseconds since 1970 in UTC."""
        return time.time_ns() // 1000


class SteppingClock:
    """A clock that moves one step at each look and otherwise stands still: the same requests give the same times."""

    __slots__ = ("_lock", "_now_us", "_step_us")

    def __init__(self, start: datetime = _START, *, step_ms: int = 1) -> None:
        self._lock = threading.Lock()
        self._now_us = microseconds(start)
        self._step_us = step_ms * 1000

    def now_us(self) -> int:
        """Return the current microsecond and move one step on."""
        with self._lock:
            self._now_us += self._step_us
            return self._now_us

    @property
    def step_us(self) -> int:
        """How far one look moves it."""
        return self._step_us

    def read_us(self) -> int:
        """Return the current microsecond without moving on."""
        return self._now_us

    def advance(self, seconds: float) -> None:
        """Move the clock forward without waiting."""
        with self._lock:
            self._now_us += int(seconds * 1_000_000)


class CallableClock:
    """A clock around any function that returns an aware datetime."""

    __slots__ = ("_read",)

    def __init__(self, read: Callable[[], datetime]) -> None:
        self._read = read

    def now_us(self) -> int:
        """Return microseconds since 1970 in UTC."""
        return microseconds(self._read())


def microseconds(moment: datetime) -> int:
    """Return microseconds since 1970 of an aware datetime."""
    return (moment - _EPOCH) // timedelta(microseconds=1)


def moment(us: int) -> datetime:
    """Return the aware UTC datetime of microseconds since 1970."""
    return _EPOCH + timedelta(microseconds=us)
