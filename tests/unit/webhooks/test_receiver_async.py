"""Handlers in event loops: what is awaited, what runs in threads, what is cancelled."""

from __future__ import annotations

import asyncio
import functools
import threading

import pytest

from attio.core.errors import (
    ConfigurationError,
)
from attio.webhooks import (
    WebhookReceiver,
)
from tests.unit.webhooks.deliveries import (
    SECRET,
    event,
    request,
)


def test_async_handlers_run_in_the_loop():
    """Async functions, methods, partials and callables are awaited in the loop; plain ones run in a thread."""
    receiver = WebhookReceiver(SECRET)
    where = []

    class Handler:
        async def method(self, event):
            where.append(("method", asyncio.get_running_loop(), event.event_type))

        async def __call__(self, event):
            where.append(("call", asyncio.get_running_loop(), event.event_type))

    async def partial(name, event):
        where.append((name, asyncio.get_running_loop(), event.event_type))

    receiver.on("*")(Handler().method)
    receiver.on("*")(Handler())
    receiver.on("*")(functools.partial(partial, "partial"))
    receiver.on("*")(lambda event: partial("lambda", event))
    receiver.on("*")(lambda event: where.append(("plain", threading.current_thread(), event.event_type)))

    async def main():
        assert (await receiver.ahandle(*request())).outcome == "handled"
        return asyncio.get_running_loop()

    loop = asyncio.run(main())
    assert [name for name, *_ in where] == ["method", "call", "partial", "lambda", "plain"]
    assert all(found is loop for _, found, _ in where[:4])
    assert where[4][1] is not threading.main_thread()


@pytest.mark.parametrize("wrapped", [False, True])
def test_an_async_handler_without_a_loop(wrapped):
    """A thread cannot await: the answer is 500, and the error says which function and what to do."""
    receiver = WebhookReceiver(SECRET)

    async def fetch(event):
        pytest.fail("ran")

    receiver.on("*")((lambda event: fetch(event)) if wrapped else fetch)
    receipt = receiver.handle(*request())
    assert receipt.outcome == "failed" and isinstance(receipt.errors[0], ConfigurationError)
    assert "is async, and was called without an event loop" in str(receipt.errors[0])


def test_an_awaitable_that_is_no_coroutine():
    """What can be awaited and is no coroutine is refused in a thread just so."""

    class Awaitable:
        def __await__(self):
            yield

    receiver = WebhookReceiver(SECRET)
    receiver.on("*")(lambda event: Awaitable())
    assert receiver.handle(*request()).outcome == "failed"


def test_a_cancelled_delivery_is_free_again():
    """A task that is cancelled while it handles a delivery gives it back."""
    receiver = WebhookReceiver(SECRET)
    started = asyncio.Event()

    @receiver.on("record.created")
    async def slow(event):
        started.set()
        await asyncio.Event().wait()

    receiver.on("record.deleted")(lambda event: None)

    async def main():
        task = asyncio.create_task(receiver.ahandle(*request(key="k")))
        await started.wait()
        running = await receiver.ahandle(*request(event("record.deleted"), key="k"))
        task.cancel()
        with pytest.raises(asyncio.CancelledError):
            await task
        return running, await receiver.ahandle(*request(event("record.deleted"), key="k"))

    running, after = asyncio.run(main())
    assert (running.status, running.outcome, after.outcome) == (503, "running", "handled")
