"""`WebhookReceiver`: who gets which event, and what Attio is told."""

from __future__ import annotations

import asyncio
import functools
import threading

import httpx
import pytest

from attio import AsyncAttio, Attio
from attio.core.clock import Clock
from attio.core.errors import (
    APIConnectionError,
    ArgumentError,
    ArgumentTypeError,
    ConfigurationError,
    InvalidSignatureError,
)
from attio.core.redact import Secret
from attio.records.members import WorkspaceMemberData
from attio.testing import FULL_ACCESS_TOKEN, REVOKED_TOKEN, USER_TOKEN, LocalWorkspace
from attio.values.types import ActorRef
from attio.webhooks import (
    Event,
    InvalidDeliveryError,
    MemoryStore,
    NoteEvent,
    RecordCreated,
    RecordEvent,
    WebhookReceiver,
)
from tests.unit.webhooks.deliveries import OTHER, SECRET, WEBHOOK, body, event, headers, request, signature


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


# What is answered


def test_handled(deliver):
    """A signed delivery reaches its handler, and is answered 200."""
    receiver, seen = receiver_of("record.created")
    receipt = deliver(receiver, *request())
    assert (receipt.status, receipt.outcome, receipt.accepted) == (200, "handled", True)
    assert receipt.body == b"handled\n" and receipt.delivery.verified and not receipt.errors
    assert [type(one) for one in seen] == [RecordCreated] and seen[0].delivery is receipt.delivery


def test_unrouted(deliver):
    """An event that no handler wants is acknowledged all the same."""
    receiver, seen = receiver_of("note.created")
    receipt = deliver(receiver, *request())
    assert (receipt.status, receipt.outcome, seen) == (200, "unrouted", [])


def test_nobody_listens(deliver, caplog):
    """Without any handler nothing is acknowledged: Attio keeps it until the service is whole."""
    receiver = WebhookReceiver(SECRET)
    receipt = deliver(receiver, *request(key="k"))
    assert (receipt.status, receipt.outcome) == (503, "not_taken") and "nobody listens" in caplog.text
    receiver.on("*")(lambda event: None)
    assert deliver(receiver, *request(key="k")).outcome == "handled"


@pytest.mark.parametrize(
    ("payload", "sent", "status", "detail"),
    [
        (body(), headers(body(), OTHER), 401, "does not fit"),
        (body(), {}, 401, "no Attio-Signature"),
        (body(), None, 401, "no Attio-Signature"),
        (body()[:-1], headers(body()), 401, "does not fit"),
        (b"", headers(body()), 401, "does not fit"),
        (b"x" * 5_000_000, headers(b"x"), 413, "larger than a delivery"),
        (b"", headers(b""), 400, "not JSON"),
        (b"{}", headers(b"{}"), 400, "not a delivery"),
    ],
    ids=str,
)
def test_refused(deliver, caplog, payload, sent, status, detail):
    """What Attio did not send, or what is none, is answered so and reaches nobody; logs show no content."""
    receiver, seen = receiver_of()
    receipt = deliver(receiver, payload, sent)
    assert receipt.status == status and not receipt.accepted and detail in receipt.detail
    assert receipt.outcome == ("malformed" if status == 400 else "refused") and receipt.delivery is None
    assert not seen and detail in receipt.body.decode()
    assert "refused a webhook delivery" in caplog.text and SECRET not in caplog.text


def test_arguments_of_a_wrong_type_are_the_callers(deliver):
    """A body that was decoded is the fault of who calls, and is raised instead of answered."""
    receiver, _ = receiver_of()
    with pytest.raises(ArgumentTypeError, match="payload: is text"):
        deliver(receiver, "text", {})
    with pytest.raises(ArgumentTypeError, match="headers: cannot be"):
        deliver(receiver, body(), 5)


# Handlers


def test_selectors(deliver):
    """Types, nouns, classes and everything: each handler gets what it asked for, in the order they were added."""
    receiver = WebhookReceiver(SECRET)
    got = []
    for name, selectors in {
        "type": ("record.created",),
        "types": ("record.deleted", "record.created"),
        "noun": ("record.*",),
        "class": (RecordCreated,),
        "noun class": (RecordEvent,),
        "other": ("note.*", NoteEvent, "record.deleted"),
        "all": ("*",),
        "any event": (Event,),
        "new": ("moon.landed",),
    }.items():
        receiver.on(*selectors, unlisted=True)(functools.partial(lambda name, event: got.append(name), name))
    assert deliver(receiver, *request(event("record.created"))).outcome == "handled"
    assert got == ["type", "types", "noun", "class", "noun class", "all", "any event"]
    got.clear()
    deliver(receiver, *request(event("moon.landed")))
    assert got == ["all", "any event", "new"]
    got.clear()
    deliver(receiver, *request(event("note-content.updated", note_id="n")))
    assert got == ["other", "all", "any event"]  # "note.*" is another noun, NoteEvent is all about notes
    got.clear()
    deliver(receiver, *request({"event_type": ["record.created"]}))
    assert got == ["all", "any event"]


def test_several_events(deliver):
    """Every event of a delivery is handled, in its order."""
    receiver, seen = receiver_of()
    receipt = deliver(receiver, *request(event("record.created"), event("record.deleted")))
    assert receipt.outcome == "handled" and [one.event_type for one in seen] == [
        "record.created",
        "record.deleted",
    ]
    assert deliver(receiver, *request(*[], webhook_id="w")).outcome == "handled"


def test_no_events(deliver):
    """A delivery without events has nobody to go to, and is acknowledged."""
    receiver, _ = receiver_of()
    payload = b'{"webhook_id": "w", "events": []}'
    assert deliver(receiver, payload, headers(payload)).outcome == "unrouted"


def test_decorators_give_the_function_back():
    """A decorated function can be called as before."""
    receiver = WebhookReceiver(SECRET)

    @receiver.on("record.created")
    @receiver.on(NoteEvent)
    def handler(event):
        return "called"

    assert handler(None) == "called"
    assert repr(receiver) == "<WebhookReceiver with 2 handlers and 0 streams>"


@pytest.mark.parametrize(
    ("selectors", "message"),
    [
        ((), r'events: is empty.*@receiver.on\("\*"\)'),
        (("record.craeted",), "did you mean 'record.created'"),
        (("record",), "is no type of event"),
        (("",), "is no type of event"),
        (("records.*",), r"did you mean 'record\.\*'"),
        ((5,), "events: cannot be int"),
        ((print,), r'write @receiver.on\("record.created"\)'),
        ((int,), "is no class of events"),
        ((None,), "events: cannot be NoneType"),
        ((["record.created"],), "events: cannot be list"),
    ],
)
def test_selectors_that_are_none(selectors, message):
    """A slip in the name of an event is an error when it is written, not silence for ever."""
    receiver = WebhookReceiver(SECRET)
    with pytest.raises(ArgumentError, match=message):
        receiver.on(*selectors)
    with pytest.raises(ArgumentError):
        receiver.stream(*selectors, unlisted=5)
    if selectors:
        with pytest.raises(ArgumentError, match=message):
            receiver.stream(*selectors)


def test_a_handler_that_is_none():
    """What cannot be called is no handler."""
    with pytest.raises(ArgumentTypeError, match="handler: must be a function"):
        WebhookReceiver(SECRET).on("*")("x")
    with pytest.raises(ArgumentTypeError, match="on_error: must be a function"):
        WebhookReceiver(SECRET, on_error="x")


def test_a_handler_that_fails(deliver, caplog):
    """A failure is logged, told to on_error and answered 500; the other handlers get the event all the same."""
    told = []
    receiver = WebhookReceiver(SECRET, on_error=lambda event, error: told.append((event, error)))
    seen = []

    @receiver.on("*")
    def broken(event):
        raise ValueError("broken")

    receiver.on("*")(seen.append)
    receipt = deliver(receiver, *request(key="k"))
    assert (receipt.status, receipt.outcome) == (500, "failed") and len(seen) == 1
    assert [str(error) for error in receipt.errors] == ["broken"] and receipt.body == b"failed\n"
    assert told == [(seen[0], receipt.errors[0])]
    assert "broken failed on <RecordCreated" in caplog.text and "ValueError: broken" in caplog.text


def test_after_a_failure_attio_sends_it_again(deliver):
    """What failed is not remembered as handled: the next try is handled."""
    receiver = WebhookReceiver(SECRET)
    tries = []

    @receiver.on("*")
    def flaky(event):
        tries.append(event)
        if len(tries) == 1:
            raise OSError

    sent = request(key="k")
    assert [deliver(receiver, *sent).outcome for _ in range(3)] == ["failed", "handled", "repeat"]
    assert len(tries) == 2


def test_on_error_that_fails_itself(deliver, caplog):
    """A broken on_error changes nothing of the answer."""

    def on_error(event, error):
        raise TypeError("on_error is broken")

    receiver = WebhookReceiver(SECRET, on_error=on_error)
    receiver.on("*")(lambda event: 1 / 0)
    receipt = deliver(receiver, *request())
    assert receipt.status == 500 and [type(one) for one in receipt.errors] == [ZeroDivisionError]
    assert "on_error is broken" in caplog.text


@pytest.mark.parametrize("error", [KeyboardInterrupt, SystemExit, GeneratorExit])
def test_an_interrupt_goes_through(error):
    """What ends the process ends it, and the delivery is free for the next one."""
    receiver = WebhookReceiver(SECRET)

    def interrupted(event):
        raise error

    receiver.on("record.created")(interrupted)
    receiver.on("record.deleted")(lambda event: None)
    with pytest.raises(error):
        receiver.handle(*request(key="k"))
    assert receiver.handle(*request(event("record.deleted"), key="k")).outcome == "handled"


def test_stop_iteration_is_a_failure_like_any_other(deliver):
    """An exception that Python gives a meaning of its own is just a failed handler."""
    receiver = WebhookReceiver(SECRET)
    receiver.on("*")(lambda event: next(iter(())))
    receipt = deliver(receiver, *request())
    assert receipt.outcome == "failed" and len(receipt.errors) == 1


# Async


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


# Secrets


def test_several_secrets(deliver):
    """While a secret is changed, deliveries under either are handled."""
    receiver = WebhookReceiver([SECRET, Secret(OTHER)])
    receiver.on("*")(lambda event: None)
    for secret in (SECRET, OTHER):
        assert deliver(receiver, *request(secret=secret)).outcome == "handled"
    assert deliver(receiver, *request(secret="x" * 64)).status == 401


@pytest.mark.parametrize("secrets", ["", [], None, 5, b"x", " s"])
def test_secrets_that_are_none(secrets):
    """A receiver without a usable secret cannot be made."""
    with pytest.raises(ArgumentError, match="secret"):
        WebhookReceiver(secrets)


class Kept:
    """A store of secrets, as `ensure` takes it."""

    def __init__(self, **secrets):
        self.secrets = secrets

    def get(self, webhook_id):
        return self.secrets.get(webhook_id)

    def put(self, webhook_id, secret):
        self.secrets[webhook_id] = secret


class Token:
    """What a store of tokens gives back."""

    secret = Secret(SECRET)


@pytest.mark.parametrize("kept", [SECRET, Secret(SECRET), [OTHER, SECRET], Token()])
@pytest.mark.parametrize("form", ["dict", "store", "function"])
def test_secrets_by_webhook(deliver, kept, form):
    """One receiver for many webhooks finds the secret of each; a webhook that is not known is answered 401."""
    secrets = {"one": kept, "two": OTHER}
    store = {"dict": secrets, "store": Kept(**secrets), "function": secrets.get}[form]
    receiver = WebhookReceiver(store)
    receiver.on("*")(lambda event: None)
    assert deliver(receiver, *request(webhook_id="one")).outcome == "handled"
    assert deliver(receiver, *request(webhook_id="two", secret=OTHER)).outcome == "handled"
    # The secret of one webhook opens no other one.
    assert deliver(receiver, *request(webhook_id="two")).status == 401
    unknown = deliver(receiver, *request(webhook_id="three"))
    assert unknown.status == 401 and "not known here" in unknown.detail
    assert deliver(receiver, b"no json", headers(b"no json")).status == 400
    assert deliver(receiver, b"x" * 5_000_000, {}).status == 413


def test_an_async_look_up():
    """In an event loop the look-up may be async."""

    async def look_up(webhook_id):
        await asyncio.sleep(0)
        return {WEBHOOK: SECRET}.get(webhook_id)

    receiver = WebhookReceiver(look_up)
    receiver.on("*")(lambda event: None)
    assert asyncio.run(receiver.ahandle(*request())).outcome == "handled"
    failed = receiver.handle(*request())
    assert failed.status == 500 and isinstance(failed.errors[0], ConfigurationError)


@pytest.mark.parametrize("found", [5, "", b"x", object(), " x", {"a": 1}])
def test_a_look_up_that_fails_is_ours(deliver, caplog, found):
    """A look-up that raises or gives nonsense is answered 500, so that Attio keeps the delivery."""

    def look_up(webhook_id):
        if found == 5:
            raise OSError("the vault is closed")
        return found

    receiver = WebhookReceiver(look_up)
    receiver.on("*")(lambda event: pytest.fail("handled"))
    receipt = deliver(receiver, *request())
    if found == "":  # a store that holds nothing for it
        assert receipt.status == 401
    else:
        assert receipt.status == 500 and len(receipt.errors) == 1 and "secret of a webhook" in caplog.text
        with pytest.raises(type(receipt.errors[0])):
            receiver.parse(*request())


# Whose events


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


# Other settings


def test_slow_handlers_are_named(caplog):
    """Handling that takes longer than Attio waits is said in the log."""

    class Ticking(Clock):
        now_s = 0.0

        def monotonic(self):
            return self.now_s

    clock = Ticking()
    receiver = WebhookReceiver(SECRET, clock=clock)

    @receiver.on("*")
    def slow(event):
        clock.now_s += 6

    assert receiver.handle(*request()).outcome == "handled"
    assert "took 6.0 s" in caplog.text and "receiver.stream()" in caplog.text


def test_a_logger_of_ones_own():
    """Log lines go to the logger that was given."""
    lines = []

    class Logger:
        def warning(self, text, *arguments):
            lines.append(text % arguments)

    WebhookReceiver(SECRET, logger=Logger()).handle(body(), {})
    assert lines == [
        "refused a webhook delivery: missing_signature: the delivery carries no Attio-Signature header"
    ]


@pytest.mark.parametrize(
    ("given", "argument"),
    [
        ({"store": "seen.db"}, "store"),
        ({"store": object()}, "store"),
        ({"store": {}}, "store"),
        ({"store_failure": "ignore"}, "store_failure"),
        ({"lease_s": 0}, "lease_s"),
        ({"lease_s": -1}, "lease_s"),
        ({"keep_s": float("nan")}, "keep_s"),
        ({"keep_s": "4 days"}, "keep_s"),
        ({"max_body_bytes": 0}, "max_body_bytes"),
        ({"max_body_bytes": True}, "max_body_bytes"),
    ],
)
def test_settings_that_make_no_sense(given, argument):
    """A wrong setting is named when the receiver is made."""
    with pytest.raises(ArgumentError, match=f"{argument}: "):
        WebhookReceiver(SECRET, **given)


def test_a_limit_of_ones_own(deliver):
    """`max_body_bytes` is the size up to which bodies are looked at."""
    payload, sent = request()
    for most, status in ((len(payload), 200), (len(payload) - 1, 413)):
        receiver, _ = receiver_of(max_body_bytes=most)
        assert deliver(receiver, payload, sent).status == status
        by_webhook = WebhookReceiver({WEBHOOK: SECRET}, max_body_bytes=most)
        by_webhook.on("*")(lambda event: None)
        assert deliver(by_webhook, payload, sent).status == status


def test_parse_without_handling():
    """`parse` verifies and reads, and neither calls handlers nor remembers."""
    receiver, seen = receiver_of()
    payload, sent = request(key="k")
    assert receiver.parse(payload, sent).verified
    assert asyncio.run(receiver.aparse(payload, sent)).event.event_type == "record.created"
    assert not seen and receiver.handle(payload, sent).outcome == "handled"
    for parse in (receiver.parse, lambda *given: asyncio.run(receiver.aparse(*given))):
        with pytest.raises(InvalidSignatureError):
            parse(payload, {})
        with pytest.raises(InvalidDeliveryError):
            parse(b"{}", {"attio-signature": signature(b"{}")})
        with pytest.raises(ArgumentTypeError):
            parse("text", {})


def test_receivers_share_nothing():
    """Two receivers have stores of their own unless they are given one."""
    store = MemoryStore()
    one, other, third = receiver_of()[0], receiver_of(store=store)[0], receiver_of(store=store)[0]
    sent = request(key="k")
    assert [made.handle(*sent).outcome for made in (one, other, third)] == ["handled", "handled", "repeat"]
