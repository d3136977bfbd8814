"""Limits: what the limiter costs, and four processes that share 25 writes a second against a server that enforces it.

python -m benchmarks.limits [seconds]
"""

from __future__ import annotations

import asyncio
import gc
import multiprocessing
import sys
import tempfile
import time
from collections import Counter, deque
from typing import Any

from attio import AsyncAttio, Attio
from attio.core.limits import InProcessLimiter
from attio.core.routes import READ_LANE, WRITE_LANE
from attio.limits import FileLimiter, RedisLimiter

PROCESSES = 4
LIMIT = 25
BODY = b'{"data": {"id": {"workspace_id": "w", "note_id": "n"}, "title": "x"}}'


class Checker:
    """A server that answers 429 to a write that is the 26th within any second, sliding or of the clock."""

    def __init__(self) -> None:
        self.times: list[float] = []
        self.refused = 0
        self._latest: deque[float] = deque()
        self._of_second: Counter[int] = Counter()

    def _status(self) -> bytes:
        now = time.monotonic()
        while self._latest and self._latest[0] < now - 1.0:
            self._latest.popleft()
        if len(self._latest) >= LIMIT or self._of_second[int(now)] >= LIMIT:
            self.refused += 1
            return b"429 Too Many Requests"
        self._latest.append(now)
        self._of_second[int(now)] += 1
        self.times.append(now)
        return b"200 OK"

    async def serve(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        try:
            while head := await reader.readuntil(b"\r\n\r\n"):
                length = next(
                    (
                        int(line[15:])
                        for line in head.split(b"\r\n")
                        if line.lower().startswith(b"content-length:")
                    ),
                    0,
                )
                await reader.readexactly(length)
                writer.write(
                    b"HTTP/1.1 %s\r\nContent-Length: %d\r\n\r\n%s" % (self._status(), len(BODY), BODY)
                )
                await writer.drain()
        except (asyncio.IncompleteReadError, ConnectionError):
            writer.close()


def serve(port: Any, results: Any, stop: Any) -> None:
    async def main() -> None:
        checker = Checker()
        server = await asyncio.start_server(checker.serve, "127.0.0.1", 0)
        port.put(server.sockets[0].getsockname()[1])
        while not stop.is_set():
            await asyncio.sleep(0.05)
        results.put((checker.times, checker.refused))

    asyncio.run(main())


def write(limiter: Any, asynchronous: bool, address: str, until: float, waits: Any) -> None:
    retries = 0

    def count(event: Any) -> None:
        nonlocal retries
        retries += 1

    from attio import Hooks

    settings: Any = {"api_key": "k" * 64, "base_url": address, "hooks": Hooks(on_retry=count)}
    made = limiter[0](limiter[1])
    if asynchronous:

        async def main() -> None:
            async with AsyncAttio(rate_limiter=made, **settings) as client:
                while time.monotonic() < until:
                    await asyncio.gather(
                        *(client.notes.update("n-1", title="x", content="y") for _ in range(4))
                    )

        asyncio.run(main())
    else:
        with Attio(rate_limiter=made, **settings) as client:
            while time.monotonic() < until:
                client.notes.update("n-1", title="x", content="y")
    waits.put(retries)


def shared(name: str, limiter: Any, seconds: float, *, asynchronous: bool) -> bool:
    context = multiprocessing.get_context("spawn")
    port, results, waits, stop = context.Queue(), context.Queue(), context.Queue(), context.Event()
    server = context.Process(target=serve, args=(port, results, stop))
    server.start()
    address = f"http://127.0.0.1:{port.get()}"
    until = time.monotonic() + 1.5 + seconds
    workers = [
        context.Process(target=write, args=(limiter, asynchronous, address, until, waits))
        for _ in range(PROCESSES)
    ]
    for worker in workers:
        worker.start()
    for worker in workers:
        worker.join()
    stop.set()
    times, refused = results.get()
    server.join()
    rate = (len(times) - 1) / (times[-1] - times[0])
    retries = sum(waits.get() for _ in workers)
    print(
        f"{PROCESSES} processes, {name}: {rate:.2f} writes/s = {rate / LIMIT:.1%} of the limit (bar 95 %),"
        f" {refused} times 429 in {len(times)} (bar 0), {retries} retries"
    )
    return rate >= 0.95 * LIMIT and refused == 0


def cost(name: str, limiter: Any, rounds: int, bar: float | None = None, lanes: Any = (WRITE_LANE,)) -> bool:
    best = float("inf")
    for _ in range(5):
        gc.collect()
        started = time.perf_counter()
        for _ in range(rounds):
            limiter.reserve("workspace:w", lanes, time.monotonic())
        best = min(best, (time.perf_counter() - started) / rounds)
    print(f"a reservation, {name}: {best * 1e6:.1f} us" + (f"  (bar {bar:g} us)" if bar else ""))
    return bar is None or best * 1e6 <= bar


def main() -> int:
    sys.path.insert(0, ".")
    from tests.redis_server import RedisServer, shared_url

    seconds = float(sys.argv[1]) if len(sys.argv) > 1 else 15.0
    good = cost("in process", InProcessLimiter(), 20_000, 15.0)
    merge = (WRITE_LANE._replace(name="merge", per_s=5.0), WRITE_LANE)
    good &= cost("in process, two lanes", InProcessLimiter(), 20_000, 15.0, merge)
    good &= cost("in process, read lane", InProcessLimiter(), 20_000, 15.0, (READ_LANE,))
    server = None if shared_url() else RedisServer().start()
    url = shared_url() or server.url
    folder = tempfile.mkdtemp(prefix="attio-limits-")
    try:
        cost("files of one machine", FileLimiter(folder + "/cost"), 2_000)
        cost("Redis on this machine", RedisLimiter(url, prefix="cost"), 2_000)
        for asynchronous in (False, True):
            kind = "async" if asynchronous else "sync"
            good &= shared(f"Redis, {kind}", (RedisLimiter, url), seconds, asynchronous=asynchronous)
            place = f"{folder}/{kind}"
            good &= shared(f"files, {kind}", (FileLimiter, place), seconds, asynchronous=asynchronous)
    finally:
        if server is not None:
            server.close()
    return 0 if good else 1


if __name__ == "__main__":
    sys.exit(main())
