"""Streams between threads and event loops, and their settings."""

from __future__ import annotations

import asyncio
import gc
import threading
import time

import pytest

from attio.core.errors import ArgumentError
from attio.webhooks import WebhookReceiver
from tests.unit.webhooks.deliveries import SECRET, event, request


def ids(found):
    return [one.id for one in found]


def numbered(number: int, event_type: str = "record.created", key=...):
    return request(event(event_type, object_id="o", record_id=f"r-{number}"), key=key)


async def settled():
    """Let everything run that can run."""
    for _ in range(20):
        await asyncio.sleep(0)


def test_requests_in_threads_and_workers_in_a_loop():
    """A threaded web side and an async worker side work together, each at its own pace."""
    receiver = WebhookReceiver(SECRET)
    events = receiver.stream()
    found, receipts = [], []

    async def work():
        async for one in events:
            found.append(one.id)
            if len(found) == 20:
                break

    def deliver(n):
        receipts.append(receiver.handle(*numbered(n)))

    threads = [threading.Thread(target=deliver, args=(n,)) for n in range(20)]
    for thread in threads:
        thread.start()
    asyncio.run(asyncio.wait_for(work(), 20))
    for thread in threads:
        thread.join()
    assert sorted(found) == sorted(f"r-{n}" for n in range(20))
    assert [receipt.outcome for receipt in receipts] == ["handled"] * 20


@pytest.mark.parametrize("acknowledge", ["handed_over", "processed"])
def test_a_thread_does_not_wait_for_ever(acknowledge):
    """In threads too what nobody takes, and what nobody finishes, is answered in time."""
    receiver = WebhookReceiver(SECRET, lease_s=0.02)
    events = receiver.stream(acknowledge=acknowledge, handover_timeout_s=0.02)
    assert receiver.handle(*numbered(1)).outcome == "not_taken"
    receipts = []
    thread = threading.Thread(target=lambda: receipts.append(receiver.handle(*numbered(2))))

    async def take():
        thread.start()
        return await anext(events)

    assert asyncio.run(take()).id == "r-2"
    thread.join()
    assert receipts[0].outcome == ("handled" if acknowledge == "handed_over" else "failed")


def test_a_thread_gives_up_a_worker_that_never_comes_back():
    """In a thread too an event that a worker holds for ever is given up when its lease has run out."""
    receiver = WebhookReceiver(SECRET, lease_s=0.02)
    events = receiver.stream(acknowledge="processed", handover_timeout_s=0.02)
    receipts = []
    thread = threading.Thread(target=lambda: receipts.append(receiver.handle(*numbered(1))))

    async def main():
        thread.start()
        await anext(events)
        await asyncio.to_thread(thread.join)

    asyncio.run(main())
    assert receipts[0].outcome == "failed"


def test_a_thread_is_refused_at_once():
    """In a thread too what comes to a full or a closed stream is answered at once."""
    receiver = WebhookReceiver(SECRET)
    events = receiver.stream(max_waiting=1)
    first = threading.Thread(target=lambda: receiver.handle(*numbered(1)))
    first.start()
    while not len(events):
        time.sleep(0.001)
    assert receiver.handle(*numbered(2)).outcome == "not_taken"
    events.close()
    first.join()
    assert receiver.handle(*numbered(3)).outcome == "not_taken"


def test_a_slow_worker_and_a_thread():
    """A thread whose event was taken waits for the worker to be done, longer than for it to be taken."""
    receiver = WebhookReceiver(SECRET)
    events = receiver.stream(acknowledge="processed", handover_timeout_s=0.02)
    receipts = []
    thread = threading.Thread(target=lambda: receipts.append(receiver.handle(*numbered(1))))

    async def main():
        thread.start()
        async with events:
            await anext(events)
            await asyncio.sleep(0.05)

    asyncio.run(main())
    thread.join()
    assert receipts[0].outcome == "handled"


def test_two_loops():
    """The web side may run in another event loop than the workers."""
    receiver = WebhookReceiver(SECRET)
    events = receiver.stream()
    receipts = []

    def web():
        async def main():
            receipts.extend(await asyncio.gather(*(receiver.ahandle(*numbered(n)) for n in range(10))))

        asyncio.run(main())

    async def main():
        thread = threading.Thread(target=web)
        thread.start()
        found = [(await anext(events)).id for _ in range(10)]
        await asyncio.to_thread(thread.join)
        return found

    assert sorted(asyncio.run(main())) == sorted(f"r-{n}" for n in range(10))
    assert [receipt.outcome for receipt in receipts] == ["handled"] * 10


def test_a_loop_that_was_closed():
    """A worker whose loop was closed under it is passed over for one that lives."""
    receiver = WebhookReceiver(SECRET)
    events = receiver.stream()
    loop = asyncio.new_event_loop()
    stuck = events.__anext__()
    loop.call_soon(loop.stop)
    task = loop.create_task(stuck)
    loop.run_forever()
    loop.close()
    assert len(events._takers) == 1

    async def main():
        taking = asyncio.create_task(anext(events))
        await settled()
        receipt = await receiver.ahandle(*numbered(1))
        return receipt.outcome, (await taking).id

    assert asyncio.run(main()) == ("handled", "r-1")
    task._log_destroy_pending = False
    task.get_coro().close()
    del task, stuck
    gc.collect()


@pytest.mark.parametrize(
    ("given", "argument"),
    [
        ({"max_waiting": 0}, "max_waiting"),
        ({"handover_timeout_s": "1"}, "handover_timeout_s"),
        ({"acknowledge": "later"}, "acknowledge"),
        ({"unlisted": 1}, "unlisted"),
    ],
)
def test_settings_that_make_no_sense(given, argument):
    """A wrong setting is named."""
    with pytest.raises(ArgumentError, match=f"{argument}: "):
        WebhookReceiver(SECRET).stream(**given)


def test_a_flood_is_fast_enough():
    """A thousand events go through a stream in far less time than Attio would take to send them (40 s)."""

    async def main():
        receiver = WebhookReceiver(SECRET)
        events = receiver.stream()

        async def work():
            async for _ in events:
                pass

        workers = [asyncio.create_task(work()) for _ in range(4)]
        sent = [numbered(n) for n in range(1000)]
        started = time.perf_counter()
        for start in range(0, 1000, 50):
            await asyncio.gather(*(receiver.ahandle(*one) for one in sent[start : start + 50]))
        took = time.perf_counter() - started
        events.close()
        await asyncio.gather(*workers)
        return took

    assert asyncio.run(main()) < 10
