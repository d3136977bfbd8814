"""One small request: what this library adds to bare httpx on a mock transport, retries and limiter on."""

from __future__ import annotations

import gc
import time
from collections.abc import Callable

import httpx

from attio import Attio

ROUNDS, CALLS = 30, 200
BODY = b'{"data": {"id": {"workspace_id": "w", "note_id": "n"}, "title": "x", "content_plaintext": "y"}}'
URL = "https://api.attio.com/v2/notes/11111111-1111-4111-8111-111111111111"


def best(work: Callable[[], object]) -> float:
    found = float("inf")
    for _ in range(ROUNDS):
        gc.collect()
        start = time.perf_counter()
        for _ in range(CALLS):
            work()
        found = min(found, (time.perf_counter() - start) / CALLS)
    return found


def main() -> None:
    from attio.core.clock import Clock

    class Swift(Clock):
        """A clock on which waiting costs nothing: the limiter does its arithmetic, nobody sleeps."""

        def __init__(self) -> None:
            self.ahead = 0.0

        def monotonic(self) -> float:
            return time.monotonic() + self.ahead

        def sleep(self, seconds: float) -> None:
            self.ahead += seconds

    def answer(request: httpx.Request) -> httpx.Response:
        return httpx.Response(200, content=BODY, headers={"content-type": "application/json"})

    bare = httpx.Client(
        transport=httpx.MockTransport(answer), headers={"authorization": "Bearer " + "k" * 64}
    )
    transport = httpx.MockTransport(answer)
    transport.attio_clock = Swift()  # type: ignore[attr-defined]
    client = Attio(api_key="k" * 64, transport=transport)
    note = URL.rsplit("/", 1)[1]
    one = best(lambda: bare.get(URL).json())
    two = best(lambda: client.notes.get(note))
    print(f"GET of a small object: bare httpx {one * 1e6:.0f} us = 1.00")
    print(f"client.notes.get, limiter and retries on: {two / one:.2f}  (bar 1.70)")
    body = {"data": {"title": "x", "format": "plaintext", "content": "y" * 100}}
    three = best(lambda: bare.patch(URL, json=body).json())
    four = best(lambda: client.notes.update(note, title="x", content="y" * 100))
    print(f"PATCH with a body: bare httpx {three * 1e6:.0f} us = 1.00")
    print(f"client.notes.update, limiter and retries on: {four / three:.2f}  (bar 1.70)")


if __name__ == "__main__":
    main()
