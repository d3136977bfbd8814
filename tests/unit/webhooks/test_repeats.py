"""Deliveries that come more than once, and stores that are out of order."""

from __future__ import annotations

import asyncio
import logging
import threading
from uuid import uuid4

import pytest

from attio.core.clock import Clock
from attio.webhooks import MemoryStore, RedisStore, SQLiteStore, WebhookReceiver
from tests.unit.webhooks.deliveries import OTHER, SECRET, event, headers, request


class Turning(Clock):
    """A clock that is turned by hand."""

    ahead_s = 0.0

    def monotonic(self) -> float:
        return self.ahead_s


def receiver_of(**about):
    made = WebhookReceiver(SECRET, **about)
    seen = []
    made.on("*")(seen.append)
    return made, seen


@pytest.fixture(params=["memory", "sqlite", "redis"])
def store(request, tmp_path):
    if request.param == "memory":
        yield MemoryStore()
    elif request.param == "sqlite":
        made = SQLiteStore(tmp_path / "seen.db")
        yield made
        made.close()
    else:
        made = RedisStore(request.getfixturevalue("redis_url"), prefix=f"attio:test:{uuid4()}:")
        yield made
        made.close()


def test_repeats_are_dropped(store):
    """A delivery that comes again is acknowledged and handled once, in threads and in event loops."""
    receiver, seen = receiver_of(store=store)
    sent = request(key="k")
    outcomes = [
        receiver.handle(*sent).outcome,
        receiver.handle(*sent).outcome,
        asyncio.run(receiver.ahandle(*sent)).outcome,
    ]
    assert outcomes == ["handled", "repeat", "repeat"] and len(seen) == 1
    again = asyncio.run(receiver.ahandle(*request(key="l")))
    assert again.outcome == "handled" and receiver.handle(*request(key="l")).status == 200


def test_what_makes_a_repeat():
    """The same key of the same webhook is a repeat; another key, another webhook, or no key is not."""
    receiver, seen = receiver_of()
    assert receiver.handle(*request(key="k")).outcome == "handled"
    # One attribute changed twice by one person is twice the same body: only the key tells.
    assert receiver.handle(*request(key="l")).outcome == "handled"
    assert receiver.handle(*request(key="k", webhook_id="another")).outcome == "handled"
    assert receiver.handle(*request(key="k")).outcome == "repeat"
    for _ in range(2):
        assert receiver.handle(*request(key=None)).outcome == "handled"
        assert receiver.handle(*request(key=" ")).outcome == "handled"
    assert len(seen) == 7


def test_a_repeat_with_another_body():
    """Attio's retry counts as a repeat also if its bytes differ, as long as it is signed and has the key."""
    receiver, seen = receiver_of()
    assert receiver.handle(*request(event("record.created"), key="k")).outcome == "handled"
    assert receiver.handle(*request(event("record.deleted"), key="k")).outcome == "repeat"


def test_strangers_cannot_use_up_keys():
    """A request that is not signed leaves no mark: the real delivery under its key is handled."""
    receiver, seen = receiver_of()
    payload, _ = request()
    forged = headers(payload, OTHER, key="k")
    assert receiver.handle(payload, forged).status == 401
    assert receiver.handle(payload, headers(payload, key="k")).outcome == "handled"


def test_an_earlier_try_is_still_running(store):
    """While a try is being handled the next one is answered 503, so that nothing is lost if the first fails."""
    receiver = WebhookReceiver(SECRET, store=store)
    inside, go_on = threading.Event(), threading.Event()
    calls = []

    @receiver.on("*")
    def slow(event):
        calls.append(event)
        inside.set()
        assert go_on.wait(20)

    first = []
    sent = request(key="k")
    thread = threading.Thread(target=lambda: first.append(receiver.handle(*sent)))
    thread.start()
    assert inside.wait(20)
    meanwhile = receiver.handle(*sent)
    go_on.set()
    thread.join()
    assert (meanwhile.status, meanwhile.outcome) == (503, "running")
    assert first[0].outcome == "handled" and receiver.handle(*sent).outcome == "repeat" and len(calls) == 1


def test_who_dies_with_a_delivery_lets_go_of_it():
    """A delivery whose holder never came back is handled when its lease has run out."""
    clock = Turning()
    store = MemoryStore(clock=clock)
    receiver, seen = receiver_of(store=store, lease_s=30)
    payload, sent = request(key="k")
    delivery = receiver.parse(payload, sent)
    assert store.claim(f"{delivery.webhook_id}:k", "the process that died", 30) == "new"
    assert receiver.handle(payload, sent).outcome == "running"
    clock.ahead_s += 31
    assert receiver.handle(payload, sent).outcome == "handled"


def test_remembered_for_four_days():
    """Attio tries for three days; a repeat is known for one day more, or as long as was asked."""
    clock = Turning()
    receiver, _ = receiver_of(store=MemoryStore(clock=clock))
    briefly, _ = receiver_of(store=MemoryStore(clock=clock), keep_s=10)
    sent = request(key="k")
    assert receiver.handle(*sent).outcome == briefly.handle(*sent).outcome == "handled"
    clock.ahead_s += 3.9 * 86400
    assert (receiver.handle(*sent).outcome, briefly.handle(*sent).outcome) == ("repeat", "handled")
    clock.ahead_s += 0.2 * 86400
    assert receiver.handle(*sent).outcome == "handled"


# Stores that are out of order


class Broken(MemoryStore):
    """A store that fails where it is told to."""

    def __init__(self, *, blocking: bool = False) -> None:
        super().__init__()
        self.blocking = blocking
        self.fails = {"claim"}
        self.asked = []

    def _ask(self, name):
        self.asked.append(name)
        if name in self.fails:
            raise OSError(f"{name}: no route to redis://user:hunter2@host")

    def claim(self, *arguments):
        self._ask("claim")
        return super().claim(*arguments)

    def finish(self, *arguments):
        self._ask("finish")
        super().finish(*arguments)

    def release(self, *arguments):
        self._ask("release")
        super().release(*arguments)


@pytest.mark.parametrize("blocking", [False, True])
@pytest.mark.parametrize("way", ["sync", "async"])
def test_without_a_store_deliveries_go_on(caplog, way, blocking):
    """A store that fails is said once, not asked for a while, and deliveries are handled; then it is used again."""
    caplog.set_level(logging.INFO)
    clock, store = Turning(), Broken(blocking=blocking)
    receiver, seen = receiver_of(store=store, clock=clock)

    def handle(sent):
        return receiver.handle(*sent) if way == "sync" else asyncio.run(receiver.ahandle(*sent))

    sent = request(key="k")
    assert [handle(sent).outcome for _ in range(3)] == ["handled"] * 3
    assert store.asked == ["claim"] and caplog.text.count("the store of webhook deliveries failed") == 1
    assert "repeats are not noticed" in caplog.text and "hunter2" not in caplog.text
    clock.ahead_s += 5
    assert handle(sent).outcome == "handled" and store.asked == ["claim"] * 2
    store.fails.clear()
    assert handle(sent).outcome == "handled"  # still within the pause
    clock.ahead_s += 5
    assert [handle(sent).outcome for _ in range(2)] == ["handled", "repeat"]
    assert caplog.text.count("the store of webhook deliveries failed") == 1
    assert caplog.text.count("answers again") == 1 and len(seen) == 6


def test_without_a_store_deliveries_are_refused_when_asked(caplog):
    """With store_failure="refuse" nothing is handled while repeats cannot be told; Attio sends it again."""
    clock, store = Turning(), Broken()
    receiver, seen = receiver_of(store=store, clock=clock, store_failure="refuse")
    for _ in range(2):
        receipt = receiver.handle(*request())
        assert (receipt.status, receipt.outcome) == (503, "failed")
    assert not seen and "deliveries are refused" in caplog.text
    store.fails.clear()
    clock.ahead_s += 5
    assert receiver.handle(*request()).outcome == "handled"


@pytest.mark.parametrize(("place", "outcome"), [("finish", "handled"), ("release", "failed")])
def test_a_store_that_fails_afterwards(caplog, place, outcome):
    """A store that fails when the work is done does not change the answer."""
    clock, store = Turning(), Broken()
    store.fails = {place}
    receiver = WebhookReceiver(SECRET, store=store, clock=clock)
    receiver.on("*")(lambda event: 1 / (outcome == "handled"))
    assert receiver.handle(*request(key="k")).outcome == outcome
    assert f"OSError: {place}" in caplog.text


def test_an_interrupt_while_the_store_is_asked():
    """An interrupt while the store is asked goes through, and what was claimed is given back."""

    class Interrupted(Broken):
        def claim(self, *arguments):
            MemoryStore.claim(self, *arguments)
            raise KeyboardInterrupt

    store = Interrupted()
    store.fails = set()
    receiver, _ = receiver_of(store=store)
    with pytest.raises(KeyboardInterrupt):
        receiver.handle(*request(key="k"))
    assert store.asked == ["release"] and len(store) == 0


@pytest.mark.parametrize("way", ["sync", "async"])
def test_redis_gone_and_back(own_redis, way, caplog):
    """Redis gone at the start, there, gone in the middle, back again: deliveries go on, nothing blocks."""
    clock = Turning()
    own_redis.kill()
    store = RedisStore(own_redis.url, timeout_s=0.2)
    receiver, seen = receiver_of(store=store, clock=clock)

    def handle(key):
        sent = request(key=key)
        return (receiver.handle(*sent) if way == "sync" else asyncio.run(receiver.ahandle(*sent))).outcome

    assert [handle("a"), handle("a")] == ["handled", "handled"]
    own_redis.start()
    clock.ahead_s += 5
    assert [handle("a"), handle("a")] == ["handled", "repeat"]
    own_redis.freeze()
    assert handle("b") == "handled"
    own_redis.thaw()
    own_redis.kill()
    clock.ahead_s += 5
    assert handle("b") == "handled"
    own_redis.start()
    clock.ahead_s += 5
    assert [handle("c"), handle("c")] == ["handled", "repeat"]
    store.close()
