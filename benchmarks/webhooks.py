"""Webhooks: verify and parse one body; a receiver through plain ASGI; the stores; a stream."""

from __future__ import annotations

import asyncio
import gc
import hashlib
import hmac
import json
import tempfile
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

from attio.webhooks import MemoryStore, SQLiteStore, WebhookReceiver, parse, sign, verify

SECRET = "c0ffee" * 10 + "cafe"
ROUNDS, CALLS, EVENTS = 30, 500, 6_000
UUID = "0b1c77ca-9b81-47ba-8d2e-{:012d}"


def body(number: int) -> bytes:
    members = ("workspace_id", "object_id", "record_id", "attribute_id")
    event = {
        "event_type": "record.updated",
        "id": {name: UUID.format(number) for name in members},
        "actor": {"type": "workspace-member", "id": UUID.format(1)},
    }
    return json.dumps({"webhook_id": UUID.format(2), "events": [event]}).encode()


def best(work: Callable[[], object]) -> float:
    found = float("inf")
    for _ in range(ROUNDS):
        gc.collect()
        start = time.perf_counter()
        for _ in range(CALLS):
            work()
        found = min(found, (time.perf_counter() - start) / CALLS)
    return found


def request(number: int) -> tuple[bytes, list[tuple[bytes, bytes]]]:
    payload = body(number)
    signed = sign(payload, SECRET).encode()
    return payload, [
        (b"host", b"example.com"),
        (b"user-agent", b"Attio 2.0 (https://attio.com)"),
        (b"content-type", b"application/json"),
        (b"content-length", str(len(payload)).encode()),
        (b"attio-signature", signed),
        (b"x-attio-signature", signed),
        (b"idempotency-key", UUID.format(number).encode()),
    ]


async def post(app: Any, payload: bytes, headers: list[tuple[bytes, bytes]]) -> None:
    async def receive() -> dict[str, Any]:
        return {"type": "http.request", "body": payload, "more_body": False}

    async def send(message: dict[str, Any]) -> None:
        assert message.get("status", 200) == 200

    scope = {"type": "http", "method": "POST", "path": "/webhooks/attio", "headers": headers}
    await app(scope, receive, send)


async def rate(receiver: WebhookReceiver, requests: list[Any], senders: int = 1) -> float:
    app = receiver.asgi("/webhooks/attio")
    left = iter(requests)

    async def sender() -> None:
        for payload, headers in left:
            await post(app, payload, headers)

    gc.collect()
    start = time.perf_counter()
    await asyncio.gather(*(sender() for _ in range(senders)))
    return len(requests) / (time.perf_counter() - start)


async def streamed(requests: list[Any]) -> float:
    receiver = WebhookReceiver(SECRET)
    events = receiver.stream()
    taken = 0

    async def work() -> None:
        nonlocal taken
        async for _ in events:
            taken += 1

    workers = [asyncio.create_task(work()) for _ in range(4)]
    found = await rate(receiver, requests, senders=8)
    events.close()
    await asyncio.gather(*workers)
    assert taken == len(requests)
    return found


def receiver_with(handler: Callable[[Any], Any], **about: Any) -> WebhookReceiver:
    receiver = WebhookReceiver(SECRET, **about)
    receiver.on("record.updated")(handler)
    return receiver


def main() -> None:
    payload = body(7)
    signed = sign(payload, SECRET)
    headers = {name.decode(): value.decode() for name, value in request(7)[1]}

    def bare() -> object:
        digest = hmac.new(SECRET.encode(), payload, hashlib.sha256).hexdigest()
        assert hmac.compare_digest(digest, signed)
        return json.loads(payload)

    def both() -> object:
        assert verify(payload, signed, SECRET)
        return parse(payload, headers)

    one, two = best(bare), best(both)
    three = best(lambda: parse(payload, headers, secret=SECRET).event.actor)
    print(f"hmac + json of the standard library: {one * 1e6:.1f} us = 1.00")
    print(f"verify + parse: {two * 1e6:.1f} us = {two / one:.2f}  (bar 60 us)")
    print(f"parse(secret=...), and the actor read: {three * 1e6:.1f} us")

    requests = [request(number) for number in range(EVENTS)]
    seen: list[Any] = []

    async def handler(event: Any) -> None:
        seen.append(event.record_id)

    found = asyncio.run(rate(receiver_with(handler), requests))
    assert len(seen) == EVENTS
    print(f"plain ASGI, async handler, memory store: {found:,.0f} events/s  (bar 3,000)")
    found = asyncio.run(rate(receiver_with(lambda event: None), requests))
    print(f"plain ASGI, plain handler in a thread: {found:,.0f} events/s")
    with tempfile.TemporaryDirectory() as folder:
        store = SQLiteStore(Path(folder) / "seen.db")
        found = asyncio.run(rate(receiver_with(handler, store=store), requests, senders=8))
        store.close()
    print(f"plain ASGI, async handler, SQLite store: {found:,.0f} events/s")
    print(f"plain ASGI into a stream with 4 workers: {asyncio.run(streamed(requests)):,.0f} events/s")

    import tracemalloc

    tracemalloc.start()
    memory = MemoryStore()
    for number in range(100_000):
        key = f"{UUID.format(2)}:{UUID.format(number)}"
        memory.claim(key, f"{number:016x}", 60)
        memory.finish(key, 3600)
    print(f"memory store of 100,000 deliveries: {tracemalloc.get_traced_memory()[0] / 1e6:.0f} MB")


if __name__ == "__main__":
    main()
