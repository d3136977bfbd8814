"""A local workspace delivers, a receiver receives: what is changed on one side is handled on the other."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from attio import Attio
from attio.testing import LocalWorkspace, SteppingClock, sandbox
from attio.webhooks import EVENT_TYPES, RecordCreated, RecordUpdated, WebhookReceiver

URL = "https://example.com/hook"
PAGE = Path(__file__).resolve().parents[3] / "docs" / "webhooks.md"


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


def test_the_page_runs(tmp_path, monkeypatch, capsys):
    """A reader who types the examples of docs/webhooks.md in order meets no error."""
    monkeypatch.chdir(tmp_path)
    blocks = re.findall(r"```python\n(.*?)```", PAGE.read_text("utf-8"), re.S)
    assert len(blocks) == 6
    with sandbox() as workspace:

        def new_delivery():
            client = Attio()
            client.people.create({"name": "Grace Hopper"})
            client.close()
            delivery = workspace.webhooks.deliveries[-1]
            # Undelivered so far, as far as the receiver of the page knows.
            return delivery.body, {**delivery.headers, "Idempotency-Key": f"again-{delivery.id}"}

        scope = {"__name__": "page", "workspace": workspace, "new_delivery": new_delivery}
        for number, block in enumerate(blocks):
            exec(compile(block, f"{PAGE.name} block {number}", "exec"), scope)
        scope["client"].close()
    printed = capsys.readouterr().out
    assert "active\n" in printed and "hello Ada Lovelace\n" in printed and "hello Grace Hopper" in printed
    assert (
        "record.updated by api-token/" in printed
        and "working on " in printed
        and "record.created " in printed
    )


def test_every_link_of_the_page_leads_somewhere():
    """A relative link of docs/webhooks.md names what there is."""
    links = re.findall(r"\]\((?!https?:)([^)#]+)", PAGE.read_text("utf-8"))
    assert len(links) == 2 and all((PAGE.parent / target).exists() for target in links)
