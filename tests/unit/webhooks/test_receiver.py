"""`WebhookReceiver`: who gets which event, and what Attio is told."""

from __future__ import annotations

import asyncio
import functools

import pytest

from attio.core.clock import Clock
from attio.core.errors import (
    ArgumentError,
    ArgumentTypeError,
    InvalidSignatureError,
)
from attio.webhooks import (
    Event,
    InvalidDeliveryError,
    MemoryStore,
    NoteEvent,
    RecordCreated,
    RecordEvent,
    WebhookReceiver,
)
from tests.unit.webhooks.deliveries import (
    OTHER,
    SECRET,
    WEBHOOK,
    body,
    event,
    headers,
    request,
    signature,
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
