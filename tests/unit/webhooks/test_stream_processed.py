"""Streams that acknowledge what was processed; the end of streams."""

from __future__ import annotations

import asyncio

import pytest

from attio.webhooks import RecordCreated, WebhookReceiver
from tests.unit.webhooks.deliveries import SECRET, event, request


def ids(found):
    return [one.id for one in found]


def numbered(number: int, event_type: str = "record.created", key=...):
    return request(event(event_type, object_id="o", record_id=f"r-{number}"), key=key)


async def settled():
    """Let everything run that can run."""
    for _ in range(20):
        await asyncio.sleep(0)


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
