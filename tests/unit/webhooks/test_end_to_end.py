"""A local workspace delivers, a receiver receives: what is changed on one side is handled on the other."""

from __future__ import annotations

import pytest

from attio import Attio
from attio.testing import LocalWorkspace, SteppingClock
from attio.webhooks import EVENT_TYPES, RecordCreated, RecordUpdated, WebhookReceiver

URL = "https://example.com/hook"


@pytest.fixture
def world():
    workspace = LocalWorkspace("demo", clock=SteppingClock())
    client = Attio(api_key=workspace.token, transport=workspace.transport())
    yield workspace, client
    client.close()


def connected(workspace, client, events=EVENT_TYPES):
    """A receiver behind the webhook that `ensure` made."""
    store = {}
    client.webhooks.ensure(URL, events, store=store)
    receiver = WebhookReceiver(store, client=client)
    receipts = []

    def take(delivery):
        receipts.append(receiver.handle(delivery.body, delivery.headers))
        return receipts[-1].status

    workspace.webhooks.route(take, url=URL)
    return receiver, receipts


def test_every_change_arrives(world):
    """What is written in the workspace reaches the handlers, as the events that they asked for."""
    workspace, client = world
    receiver, receipts = connected(workspace, client)
    names, changed = [], []

    @receiver.on(RecordCreated)
    def greet(event: RecordCreated) -> None:
        names.append(event.record(client, object="people").full_name)

    receiver.on(RecordUpdated)(lambda event: changed.append(event.attribute_id))
    person = client.people.create({"name": "Ada Lovelace"})
    person.update({"job_title": "Analyst"})
    assert names == ["Ada Lovelace"]
    assert changed == [client.attributes.get("job_title", object="people").id]
    assert {receipt.status for receipt in receipts} == {200}


def test_a_failing_handler_is_tried_again(world):
    """A delivery that failed is sent again by the workspace, under the same key, and handled once in the end."""
    workspace, client = world
    receiver, receipts = connected(workspace, client, "record.created")
    tries = []

    @receiver.on("record.created")
    def flaky(event):
        tries.append(event.delivery.idempotency_key)
        if len(tries) < 3:
            raise OSError

    client.people.create({"name": "Ada Lovelace"})
    workspace.webhooks.settle()
    assert [receipt.outcome for receipt in receipts] == ["failed", "failed", "handled"]
    assert len(set(tries)) == 1 and workspace.webhooks.pending == []


def test_a_delivery_that_comes_twice(world):
    """A delivery that the workspace repeats after it was handled is dropped."""
    workspace, client = world
    receiver, receipts = connected(workspace, client, "record.created")
    seen = []
    receiver.on("*")(seen.append)
    client.people.create({"name": "Ada Lovelace"})
    (delivery,) = workspace.webhooks.deliveries
    assert receiver.handle(delivery.body, delivery.headers).outcome == "repeat"
    assert [receipt.outcome for receipt in receipts] == ["handled"] and len(seen) == 1
