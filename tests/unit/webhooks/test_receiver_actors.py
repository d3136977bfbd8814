"""Whose events a receiver passes over, and through which client events fetch."""

from __future__ import annotations

import asyncio

import httpx
import pytest

from attio import AsyncAttio, Attio
from attio.core.errors import (
    APIConnectionError,
    ArgumentError,
    ArgumentTypeError,
)
from attio.records.members import WorkspaceMemberData
from attio.testing import FULL_ACCESS_TOKEN, REVOKED_TOKEN, USER_TOKEN, LocalWorkspace
from attio.values.types import ActorRef
from attio.webhooks import (
    RecordCreated,
    WebhookReceiver,
)
from tests.unit.webhooks.deliveries import (
    SECRET,
    event,
    request,
)


@pytest.fixture(params=["sync", "async"])
def deliver(request):
    """Both ways to handle a request: in a thread, and in an event loop."""
    if request.param == "sync":
        return lambda receiver, payload, sent: receiver.handle(payload, sent)
    return lambda receiver, payload, sent: asyncio.run(receiver.ahandle(payload, sent))


def receiver_of(*selectors, **about):
    """A receiver with one handler that keeps what it is given."""
    made = WebhookReceiver(SECRET, **about)
    seen = []
    made.on(*(selectors or ("*",)))(seen.append)
    return made, seen


@pytest.mark.parametrize(
    ("ignored", "actor", "outcome"),
    [
        ([("system", None)], {"type": "system", "id": None}, "ignored"),
        ([("system", None)], {"type": "system", "id": "s"}, "ignored"),
        ([("system", None)], {"type": "app", "id": None}, "handled"),
        ([("app", "a")], {"type": "app", "id": "a"}, "ignored"),
        ([("app", "a")], {"type": "app", "id": "b"}, "handled"),
        ([("app", "a")], {"type": "api-token", "id": "a"}, "handled"),
        ([ActorRef("api-token", "t"), ("app", "a")], {"type": "api-token", "id": "t"}, "ignored"),
        ([("app", "a")], None, "handled"),
        ([("app", "a")], {"type": ["app"], "id": ["a"]}, "handled"),
        (
            [WorkspaceMemberData({"id": {"workspace_member_id": "m"}})],
            {"type": "workspace-member", "id": "m"},
            "ignored",
        ),
    ],
)
def test_actors_that_are_ignored(deliver, ignored, actor, outcome):
    """Events of named actors, or of every actor of a type, are acknowledged and handled by nobody."""
    receiver, seen = receiver_of(ignore_actors=ignored)
    receipt = deliver(receiver, *request(event(actor=actor)))
    assert (receipt.status, receipt.outcome) == (200, outcome) and bool(seen) == (outcome == "handled")


@pytest.mark.parametrize(
    "ignored", ["system", [5], [("robot", "x")], ["system"], [("app", 5)], [("app",)], None]
)
def test_actors_that_are_none(ignored):
    """An actor that is none is refused when the receiver is made."""
    with pytest.raises(ArgumentError, match="ignore_actors"):
        WebhookReceiver(SECRET, ignore_actors=ignored)


class Echoes:
    """A workspace whose deliveries go to a receiver that ignores what its own client did."""

    def __init__(self, *, sync: bool, token: str = FULL_ACCESS_TOKEN) -> None:
        self.workspace = LocalWorkspace("demo")
        kind = Attio if sync else AsyncAttio
        self.own = kind(api_key=token, transport=self.workspace.transport())
        self.receipts = []
        self.seen = []
        self.came = []
        webhook = self.workspace.webhooks.add("https://example.com/", "record.created", to=self._take)
        self.secret = webhook.secret
        self.receiver = WebhookReceiver(webhook.secret, client=self.own, ignore_echoes=True)
        self.receiver.on("*")(self.seen.append)
        self.sync = sync

    def _take(self, delivery) -> int:
        self.came.append(delivery)
        return 200

    def write(self, client) -> None:
        values = {"name": "Ada Lovelace"}
        if isinstance(client, Attio):
            client.people.create(values)
        else:
            asyncio.run(client.people.create(values))
        delivery = self.came.pop()
        if self.sync:
            self.receipts.append(self.receiver.handle(delivery.body, delivery.headers))
        else:
            self.receipts.append(asyncio.run(self.receiver.ahandle(delivery.body, delivery.headers)))


@pytest.mark.parametrize("sync", [True, False])
def test_echoes(sync):
    """What the receiver's own client wrote is ignored; what another token wrote is not."""
    echoes = Echoes(sync=sync)
    echoes.write(echoes.own)
    assert echoes.receipts[-1].outcome == "ignored" and not echoes.seen
    echoes.workspace.add_token("another-token".ljust(64, "0"))
    other = Attio(
        api_key="another-token".ljust(64, "0"),
        transport=echoes.workspace.transport(),
    )
    echoes.write(other)
    assert echoes.receipts[-1].outcome == "handled" and len(echoes.seen) == 1
    # Who we are is asked once.
    asked = [call for call in echoes.workspace.calls if call.operation == "get_self"]
    assert len(asked) == 1


@pytest.mark.parametrize(
    ("token", "message"),
    [(USER_TOKEN, "count as its member's own"), (REVOKED_TOKEN, "does not accept the client's token")],
)
def test_echoes_that_cannot_be_told(token, message):
    """Where a token's writes cannot be told from a person's, nothing is guessed: 500, and the log says why."""
    echoes = Echoes(sync=True, token=token)
    receipt = echoes.receiver.handle(*request(secret=echoes.secret))
    assert receipt.status == 500 and message in str(receipt.errors[0])


def test_echoes_of_a_token_without_a_name():
    """Where Attio does not say what the token is called, nothing is guessed."""
    client = Attio(
        api_key="k" * 64, transport=httpx.MockTransport(lambda _: httpx.Response(200, json={"active": True}))
    )
    receiver = WebhookReceiver(SECRET, client=client, ignore_echoes=True)
    receiver.on("*")(lambda event: None)
    assert "use ignore_actors" in str(receiver.handle(*request()).errors[0])


def test_echoes_while_attio_is_away(deliver):
    """While Attio cannot be asked who we are, deliveries fail and come again; then they are handled."""
    answers = [httpx.ConnectError("away"), None]

    def answer(request):
        if (error := answers.pop(0)) is not None:
            raise error
        return httpx.Response(200, json={"active": True, "client_id": "c"})

    client = Attio(api_key="k" * 64, transport=httpx.MockTransport(answer), max_retries=0)
    receiver = WebhookReceiver(SECRET, client=client, ignore_echoes=True)
    receiver.on("*")(lambda event: None)
    sent = request(key="k")
    failed = deliver(receiver, *sent)
    assert failed.status == 500 and isinstance(failed.errors[0], APIConnectionError)
    assert deliver(receiver, *sent).outcome == "handled"


def test_clients_that_are_none():
    """Echoes want a client, and a client is one."""
    with pytest.raises(ArgumentError, match="ignore_echoes: needs to know who we are"):
        WebhookReceiver(SECRET, ignore_echoes=True)
    with pytest.raises(ArgumentError, match="client: is no client"):
        WebhookReceiver(SECRET, client="k" * 64)
    with pytest.raises(ArgumentTypeError, match="ignore_echoes"):
        WebhookReceiver(SECRET, ignore_echoes="yes")


def test_events_have_the_client(deliver):
    """Handlers fetch through the receiver's client without naming it."""
    workspace = LocalWorkspace("demo")
    client = Attio(api_key=workspace.token, transport=workspace.transport())
    person = client.people.create({"name": "Ada Lovelace"})
    receiver = WebhookReceiver(SECRET, client=client)
    found = []
    receiver.on(RecordCreated)(lambda event: found.append(event.record(object="people")))
    ids = {"object_id": person.id.object_id, "record_id": str(person.id)}
    assert deliver(receiver, *request(event(**ids))).outcome == "handled"
    assert found == [person]
