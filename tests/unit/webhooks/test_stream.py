"""`receiver.stream()`: nothing is acknowledged before somebody has it, and nobody is flooded."""

from __future__ import annotations

import asyncio

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
