"""2,000 upserts against a local workspace that enforces 25 writes a second, on a clock that takes no real time.

Prints which part of the permitted rate was used, and how often the workspace answered 429, when its second is a
fixed one (0 to 1, 1 to 2, ...) and when it is any second; with threads and with tasks. Fails below 97 % or on a
single 429.

    python -m benchmarks.bulk_rate [rows]
"""

from __future__ import annotations

import asyncio
import heapq
import random
import sys
import threading
from collections import deque
from typing import Any, NamedTuple

import httpx

from attio import AsyncAttio, Attio
from attio.core.clock import Clock
from attio.testing import LocalWorkspace
from attio.testing.replies import LocalResponse, encode, rate_limited

LIMIT = 25
CONCURRENCY = 8
ONE_WAY_S, JITTER_S = 0.05, 0.01


class CrowdClock(Clock):
    """A clock that moves to the next moment once everybody who works is waiting; nobody really waits.

    `working()` tells how many requests are under way: when as many sleep, nothing else can happen before the
    first of them wakes up. So threads and tasks see the same, repeatable time.
    """

    def __init__(self) -> None:
        self._now = 0.0
        self._asleep: list[tuple[float, int, Any]] = []
        self._lock = threading.Lock()
        self._count = 0
        self.working = lambda: 0

    def monotonic(self) -> float:
        return self._now

    def now(self) -> float:
        return 1_780_000_000.0 + self._now

    def _lie_down(self, seconds: float, wake: Any) -> None:
        with self._lock:
            self._count += 1
            heapq.heappush(self._asleep, (self._now + seconds, self._count, wake))
        self.look()

    def look(self) -> None:
        """Wake the first sleeper if everybody sleeps."""
        with self._lock:
            if not self._asleep or len(self._asleep) < self.working():
                return
            at, _, wake = heapq.heappop(self._asleep)
            self._now = max(self._now, at)
        wake()

    def sleep(self, seconds: float) -> None:
        event = threading.Event()
        self._lie_down(seconds, event.set)
        if not event.wait(60):
            raise RuntimeError("the clock stands still")

    async def asleep(self, seconds: float) -> None:
        future = asyncio.get_running_loop().create_future()
        self._lie_down(seconds, lambda: future.set_result(None))
        await future


class Gatekeeper(httpx.BaseTransport, httpx.AsyncBaseTransport):
    """A workspace behind a network that takes its time, and a limit that is enforced to the letter."""

    def __init__(self, rows: int, *, sliding: bool, limit: int) -> None:
        self.attio_clock = CrowdClock()
        self.attio_clock.working = lambda: min(CONCURRENCY, rows - self.answered)
        self.workspace = LocalWorkspace(clock=self)
        self.attio_api_key = self.workspace.token
        self.workspace.layers.append(self._enforce)
        self.sliding = sliding
        self.answered = self.refused = 0
        self.arrivals: deque[float] = deque(maxlen=limit)
        self._random = random.Random(7)
        self._lock = threading.Lock()

    def now_us(self) -> int:
        return int(self.attio_clock.now() * 1_000_000)

    def _enforce(self, incoming: Any, answer: Any) -> Any:
        now = self.attio_clock.monotonic()
        full = len(self.arrivals) == self.arrivals.maxlen
        oldest = self.arrivals[0] if full else 0.0
        same = (oldest > now - 1.0) if self.sliding else (int(oldest) == int(now))
        if full and same:
            self.refused += 1
            refusal = rate_limited(int(self.attio_clock.now()) + 1)
            return LocalResponse(429, list(refusal.headers), encode(refusal.body()))
        self.arrivals.append(now)
        return answer(incoming)

    def _way_s(self) -> float:
        with self._lock:
            return ONE_WAY_S + self._random.random() * JITTER_S

    def _answer(self, request: httpx.Request) -> httpx.Response:
        path, _, query = request.url.raw_path.decode().partition("?")
        with self._lock:
            answer = self.workspace.handle(
                request.method, path, query=query, headers=request.headers, body=request.content
            )
        return httpx.Response(answer.status, headers=answer.headers, content=answer.body)

    def _done(self, answer: httpx.Response) -> None:
        with self._lock:
            self.answered += answer.status_code != 429
        self.attio_clock.look()

    def handle_request(self, request: httpx.Request) -> httpx.Response:
        self.attio_clock.sleep(self._way_s())
        answer = self._answer(request)
        self.attio_clock.sleep(self._way_s())
        self._done(answer)
        return answer

    async def handle_async_request(self, request: httpx.Request) -> httpx.Response:
        await self.attio_clock.asleep(self._way_s())
        answer = self._answer(request)
        await self.attio_clock.asleep(self._way_s())
        self._done(answer)
        return answer


class Measured(NamedTuple):
    """What came of a run: the part of the permitted rate over the whole run, and how many answers were 429."""

    part: float
    refused: int
    created: int
    seconds: float


def measure(kind: str, rows: int, *, sliding: bool, limit: int = LIMIT) -> Measured:
    """Upsert rows as fast as the client goes, with threads ("sync") or tasks ("async")."""
    gate = Gatekeeper(rows, sliding=sliding, limit=limit)
    source = ({"email_addresses": [f"p{at}@bench.example"]} for at in range(rows))
    settings: Any = {"matching": "email_addresses", "concurrency": CONCURRENCY}
    if kind == "sync":
        with Attio(transport=gate) as client:
            report = client.people.bulk_upsert(source, **settings)
    else:

        async def main() -> Any:
            async with AsyncAttio(transport=gate) as client:
                return await client.people.bulk_upsert(source, **settings)

        report = asyncio.run(main())
    if report.failed:
        raise report.failed[0].error
    return Measured(report.throughput / LIMIT, gate.refused, report.created, report.elapsed_s)


def main() -> int:
    rows = int(sys.argv[1]) if len(sys.argv) > 1 else 2_000
    worst = 1.0
    refused = 0
    for kind in ("sync", "async"):
        for sliding in (False, True):
            found = measure(kind, rows, sliding=sliding)
            window = "sliding" if sliding else "fixed"
            print(
                f"{kind:<6} {window:<8} {rows} upserts in {found.seconds:6.1f} s of the clock: "
                f"{found.part:6.1%} of 25/s, {found.refused} answers 429, {found.created} created"
            )
            worst, refused = min(worst, found.part), refused + found.refused
    print(f"worst {worst:.1%} (wanted: 97 %), {refused} answers 429 (wanted: none)")
    return 0 if worst >= 0.97 and not refused else 1


if __name__ == "__main__":
    sys.exit(main())
