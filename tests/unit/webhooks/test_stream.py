"""`receiver.stream()`: nothing is acknowledged before somebody has it, and nobody is flooded."""

from __future__ import annotations

import asyncio
import gc
import threading
import time

import pytest

from attio.core.errors import ArgumentError
from attio.webhooks import RecordCreated, RecordDeleted, WebhookReceiver
from tests.unit.webhooks.deliveries import SECRET, event, request


def ids(found):
    return [one.id for one in found]


def numbered(number: int, event_type: str = "record.created", key=...):
    return request(event(event_type, object_id="o", record_id=f"r-{number}"), key=key)


async def settled():
    """Let everything run that can run."""
    for _ in range(20):
        await asyncio.sleep(0)


def test_handed_over_and_acknowledged():
    """A worker gets each event once, verified, and Attio its answer when the worker has it."""

    async def main():
        receiver = WebhookReceiver(SECRET)
        found = []
        async with receiver.stream() as events:
            assert receiver.stream.__self__ is receiver and bool(events)

            async def work():
                async for one in events:
                    found.append(one)

            worker = asyncio.create_task(work())
            receipts = [await receiver.ahandle(*numbered(n)) for n in range(3)]
            assert [receipt.outcome for receipt in receipts] == ["handled"] * 3
        await worker
        assert ids(found) == ["r-0", "r-1", "r-2"] and all(isinstance(one, RecordCreated) for one in found)
        assert found[0].delivery is receipts[0].delivery and found[0].delivery.verified

    asyncio.run(main())


def test_nothing_is_acknowledged_before_it_is_taken():
    """While no worker takes an event, its answer is outstanding; the moment one does, it is given."""

    async def main():
        receiver = WebhookReceiver(SECRET)
        events = receiver.stream()
        waiting = asyncio.create_task(receiver.ahandle(*numbered(1)))
        await settled()
        assert not waiting.done() and len(events) == 1 and repr(events) == "<EventStream 1 waiting>"
        assert (await anext(events)).id == "r-1"
        assert (await waiting).status == 200 and len(events) == 0

    asyncio.run(main())


def test_what_nobody_takes_is_sent_again():
    """What no worker takes in time is answered 503, is not handed over later, and its repeat is handled."""

    async def main():
        receiver = WebhookReceiver(SECRET)
        events = receiver.stream(handover_timeout_s=0.01)
        receipt = await receiver.ahandle(*numbered(1, key="k"))
        assert (receipt.status, receipt.outcome) == (503, "not_taken") and len(events) == 0
        again = asyncio.create_task(receiver.ahandle(*numbered(1, key="k")))
        assert (await anext(events)).id == "r-1" and (await again).outcome == "handled"
        assert (await receiver.ahandle(*numbered(1, key="k"))).outcome == "repeat"

    asyncio.run(main())


def test_back_pressure_is_bounded():
    """At most so many events wait; the next ones are answered 503 at once."""

    async def main():
        receiver = WebhookReceiver(SECRET)
        events = receiver.stream(max_waiting=3)
        tasks = [asyncio.create_task(receiver.ahandle(*numbered(n))) for n in range(5)]
        await settled()
        assert len(events) == 3 and [task.done() for task in tasks] == [False] * 3 + [True] * 2
        assert [tasks[n].result().outcome for n in (3, 4)] == ["not_taken"] * 2
        assert [(await anext(events)).id for _ in range(3)] == ["r-0", "r-1", "r-2"]
        assert [(await task).outcome for task in tasks[:3]] == ["handled"] * 3

    asyncio.run(main())


def test_before_there_is_a_stream():
    """A service that is still starting acknowledges nothing."""

    async def main():
        receiver = WebhookReceiver(SECRET)
        assert (await receiver.ahandle(*numbered(1))).status == 503
        receiver.on("note.created")(lambda event: None)
        assert (await receiver.ahandle(*numbered(1))).outcome == "unrouted"

    asyncio.run(main())


def test_selected_events():
    """A stream gives the events that it was asked for; two streams each give theirs."""

    async def main():
        receiver = WebhookReceiver(SECRET)
        made, gone = receiver.stream(RecordCreated), receiver.stream("record.deleted", "record.created")
        task = asyncio.create_task(receiver.ahandle(*numbered(1)))
        one, other = await anext(made), await anext(gone)
        assert (await task).outcome == "handled" and one is other
        task = asyncio.create_task(receiver.ahandle(*numbered(2, "record.deleted")))
        assert isinstance(await anext(gone), RecordDeleted) and (await task).outcome == "handled"
        assert len(made) == 0
        assert (await receiver.ahandle(*numbered(3, "note.created"))).outcome == "unrouted"

    asyncio.run(main())


def test_handlers_and_streams():
    """An event goes to handlers and to streams; one that was not taken counts for both."""

    async def main():
        receiver = WebhookReceiver(SECRET)
        seen = []
        receiver.on("*")(seen.append)
        receiver.stream(handover_timeout_s=0.01)
        assert (await receiver.ahandle(*numbered(1))).outcome == "not_taken" and len(seen) == 1

    asyncio.run(main())


def test_several_workers_share_a_stream():
    """Of workers that share a stream each event has one, and all have work."""

    async def main():
        receiver = WebhookReceiver(SECRET)
        found = {n: [] for n in range(4)}
        events = receiver.stream()

        async def work(n):
            async for one in events:
                found[n].append(one.id)
                await asyncio.sleep(0)

        workers = [asyncio.create_task(work(n)) for n in range(4)]
        await asyncio.gather(*(receiver.ahandle(*numbered(n)) for n in range(80)))
        events.close()
        await asyncio.gather(*workers)
        everything = [one for own in found.values() for one in own]
        assert sorted(everything) == sorted(f"r-{n}" for n in range(80)) and all(found.values())

    asyncio.run(main())


# Acknowledged when processed


def test_processed_is_when_the_worker_comes_back():
    """With acknowledge="processed" the answer waits until the worker wants the next event."""

    async def main():
        receiver = WebhookReceiver(SECRET)
        events = receiver.stream(acknowledge="processed", handover_timeout_s=0.01)
        first = asyncio.create_task(receiver.ahandle(*numbered(1)))
        assert (await anext(events)).id == "r-1"
        await asyncio.sleep(0.03)  # longer than an event may wait to be taken: it was taken
        assert not first.done()
        second = asyncio.create_task(receiver.ahandle(*numbered(2)))
        assert (await anext(events)).id == "r-2"
        assert (await first).outcome == "handled" and not second.done()
        await events.aclose()
        assert (await second).outcome == "failed"

    asyncio.run(main())


def test_a_worker_that_dies_gives_its_event_back():
    """An event whose worker raised is answered 500 and comes again, and another worker goes on."""

    async def main():
        receiver = WebhookReceiver(SECRET)
        events = receiver.stream(acknowledge="processed")
        done = []

        async def work():
            async for one in events:
                if not done:
                    done.append("broken")
                    raise ValueError("broken")
                done.append(one.id)

        bad = asyncio.create_task(work())
        sent = numbered(1, key="k")
        first = await receiver.ahandle(*sent)
        assert (first.status, first.outcome) == (500, "failed") and "dropped" in str(first.errors[0])
        with pytest.raises(ValueError, match="broken"):
            await bad
        good = asyncio.create_task(work())
        second = asyncio.create_task(receiver.ahandle(*sent))
        third = asyncio.create_task(receiver.ahandle(*numbered(3)))
        assert (await second).outcome == "handled" and done == ["broken", "r-1", "r-3"]
        events.close()
        await good
        assert not events._watched and not events._held and (await third).outcome == "handled"

    asyncio.run(main())


@pytest.mark.parametrize("orderly", [True, False])
def test_leaving_the_block(orderly):
    """Leaving the block in order acknowledges what was processed last; leaving it by an error does not."""

    async def main():
        receiver = WebhookReceiver(SECRET)
        pending = []

        async def work():
            async with receiver.stream(acknowledge="processed") as events:
                pending.append(asyncio.create_task(receiver.ahandle(*numbered(1))))
                pending.append(asyncio.create_task(receiver.ahandle(*numbered(2))))
                async for _ in events:
                    if orderly:
                        break
                    raise ValueError

        if orderly:
            await work()
        else:
            with pytest.raises(ValueError):
                await work()
        return [(await task).outcome for task in pending]

    assert asyncio.run(main()) == ["handled" if orderly else "failed", "not_taken"]


def test_a_worker_that_never_comes_back():
    """What a worker holds and never finishes is given up when its lease has run out."""

    async def main():
        receiver = WebhookReceiver(SECRET, lease_s=0.02)
        events = receiver.stream(acknowledge="processed", handover_timeout_s=0.01)
        task = asyncio.create_task(receiver.ahandle(*numbered(1)))
        await anext(events)
        assert (await task).outcome == "failed"
        another = asyncio.create_task(receiver.ahandle(*numbered(2)))
        assert (await anext(events)).id == "r-2"  # and what came late is of no consequence
        events.close()
        assert (await another).outcome == "failed"

    asyncio.run(main())


# The end


def test_closing_gives_back_what_waits():
    """Closing answers 503 to what waits and ends every iteration; what comes later is kept by Attio."""

    async def main():
        receiver = WebhookReceiver(SECRET)
        events = receiver.stream()

        async def work():
            return [one async for one in events]

        workers = [asyncio.create_task(work()) for _ in range(3)]
        await settled()
        events.close()
        assert await asyncio.gather(*workers) == [[], [], []]
        assert events.closed and repr(events) == "<EventStream closed>"
        with pytest.raises(StopAsyncIteration):
            await anext(events)
        assert (await receiver.ahandle(*numbered(1))).outcome == "not_taken"
        lone = receiver.stream()
        waiting = asyncio.create_task(receiver.ahandle(*numbered(2)))
        await settled()
        await lone.aclose()
        assert (await waiting).outcome == "not_taken"

    asyncio.run(main())


def test_closing_lets_workers_finish():
    """A worker that is at work when the stream is closed finishes, and what it finished is acknowledged."""

    async def main():
        receiver = WebhookReceiver(SECRET)
        events = receiver.stream(acknowledge="processed")
        go_on = asyncio.Event()
        done = []

        async def work():
            async for one in events:
                await go_on.wait()
                done.append(one.id)

        worker = asyncio.create_task(work())
        task = asyncio.create_task(receiver.ahandle(*numbered(1)))
        await settled()
        events.close()
        await settled()
        assert not task.done()
        go_on.set()
        await worker
        assert done == ["r-1"] and (await task).outcome == "handled"

    asyncio.run(main())
    WebhookReceiver(SECRET).stream().close()  # and without any loop


def test_a_new_stream_takes_the_place_of_a_closed_one():
    """What a closed stream would have taken goes to the next one; it is never acknowledged in between."""

    async def main():
        receiver = WebhookReceiver(SECRET)
        receiver.on("note.created")(lambda event: None)
        receiver.stream("record.created").close()
        assert (await receiver.ahandle(*numbered(1))).outcome == "not_taken"
        assert (await receiver.ahandle(*numbered(1, "record.deleted"))).outcome == "unrouted"
        events = receiver.stream("record.created")
        task = asyncio.create_task(receiver.ahandle(*numbered(2)))
        assert (await anext(events)).id == "r-2" and (await task).outcome == "handled"
        assert len(receiver._flow.streams) == 1

    asyncio.run(main())


def test_a_cancelled_worker_takes_nothing_with_it():
    """A worker that is cancelled while it waits leaves the event to another one, whenever that happens."""

    async def main():
        receiver = WebhookReceiver(SECRET)
        events = receiver.stream()
        for early in (True, False):
            first, second = asyncio.create_task(anext(events)), asyncio.create_task(anext(events))
            await settled()
            if early:
                first.cancel()
            request_ = asyncio.create_task(receiver.ahandle(*numbered(1)))
            await asyncio.sleep(0)
            await asyncio.sleep(0)
            if not early:
                first.cancel()  # chosen already, and not yet running
            found = await asyncio.gather(first, second, return_exceptions=True)
            taken = [one for one in found if isinstance(one, RecordCreated)]
            assert len(taken) == 1 and (await request_).outcome == "handled"
            for task in (first, second):
                task.cancel()

    asyncio.run(asyncio.wait_for(main(), 20))


def test_a_wake_that_comes_too_late():
    """A worker that was cancelled after it was chosen is not woken a second time."""

    async def main():
        receiver = WebhookReceiver(SECRET)
        events = receiver.stream()
        taking = asyncio.create_task(anext(events))
        await settled()
        offer = asyncio.create_task(events.aoffer(object()))
        await asyncio.sleep(0)
        assert not events._takers  # chosen; the wake is on its way
        taking.cancel()
        await settled()
        assert taking.cancelled() and len(events) == 1
        assert await anext(events) is not None and await offer == "taken"

    asyncio.run(main())


def test_a_cancelled_request_takes_its_event_back():
    """An event whose request is gone is handed to nobody: nobody could acknowledge it."""

    async def main():
        receiver = WebhookReceiver(SECRET)
        events = receiver.stream()
        task = asyncio.create_task(receiver.ahandle(*numbered(1, key="k")))
        await settled()
        task.cancel()
        with pytest.raises(asyncio.CancelledError):
            await task
        assert len(events) == 0
        again = asyncio.create_task(receiver.ahandle(*numbered(1, key="k")))
        assert (await anext(events)).id == "r-1" and (await again).outcome == "handled"

    asyncio.run(main())


# Threads and loops


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
