"""Both limiters that processes share, on a real Redis and on real files."""

from __future__ import annotations

import secrets
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest

from attio.core.clock import Clock
from attio.limits import FileLimiter, RedisLimiter


class HandClock(Clock):
    """A clock that is set by hand; sleeping moves it."""

    def __init__(self) -> None:
        self.at = 1000.0

    def monotonic(self) -> float:
        return self.at

    def now(self) -> float:
        return 1_780_000_000.0 + self.at

    def sleep(self, seconds: float) -> None:
        self.at += seconds

    async def asleep(self, seconds: float) -> None:
        self.at += seconds


@pytest.fixture
def hand_clock() -> HandClock:
    return HandClock()


Make = Callable[..., Any]


@pytest.fixture(params=["redis", "file"])
def share(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[Make]:
    """Makes limiters that share one store, as several processes would."""
    made: list[Any] = []
    prefix = "test:" + secrets.token_hex(8)
    url = request.getfixturevalue("redis_url") if request.param == "redis" else ""

    def make(**settings: Any) -> Any:
        if request.param == "redis":
            made.append(RedisLimiter(url, prefix=prefix, **{"timeout_s": 5.0, **settings}))
        else:
            made.append(FileLimiter(tmp_path / "limits", **{"timeout_s": 5.0, **settings}))
        return made[-1]

    yield make
    for limiter in made:
        limiter.close()
