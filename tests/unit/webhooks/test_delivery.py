"""`parse`: from bytes to a delivery."""

from __future__ import annotations

import json
import pickle

import pytest

import attio
from attio.core.errors import (
    ArgumentError,
    ArgumentTypeError,
    Error,
    InvalidSignatureError,
)
from attio.webhooks import (
    MAX_BODY_BYTES,
    InvalidDeliveryError,
    RecordCreated,
    RecordUpdated,
    WebhookDelivery,
    parse,
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


def test_a_delivery():
    """A delivery has its webhook, its key and its one event."""
    payload, sent = request(event("record.created"), key="key-1")
    delivery = parse(payload, sent, secret=SECRET)
    assert delivery.webhook_id == WEBHOOK and delivery.idempotency_key == "key-1" and delivery.verified
    assert isinstance(delivery.event, RecordCreated) and delivery.events == (delivery.event,)
    assert delivery.event.delivery is delivery and delivery.raw == json.loads(payload)
    assert "record.created" in repr(delivery)


def test_the_names_at_the_root():
    """What receives is at the root of the package too."""
    assert attio.WebhookDelivery is WebhookDelivery and attio.InvalidDeliveryError is InvalidDeliveryError
    assert attio.webhooks.parse is parse and attio.WebhookReceiver is attio.webhooks.WebhookReceiver


def test_without_secrets_nothing_is_verified():
    """Without secrets the delivery says that nobody vouches for it."""
    delivery = parse(body())
    assert not delivery.verified and delivery.idempotency_key is None


def test_with_secrets_the_signature_counts():
    """With secrets a wrong or missing signature is an error, whatever the body is."""
    payload, sent = request(secret=OTHER)
    with pytest.raises(InvalidSignatureError):
        parse(payload, sent, secret=SECRET)
    assert parse(payload, sent, secret=[SECRET, OTHER]).verified
    with pytest.raises(InvalidSignatureError, match="no Attio-Signature"):
        parse(payload, secret=SECRET)
    with pytest.raises(InvalidSignatureError):  # not InvalidDeliveryError: it is not even read
        parse(b"no json", headers(b"other"), secret=SECRET)


def test_no_secret_given_is_not_no_check():
    """Secrets that turn out empty are an error, never a delivery that counts as verified."""
    payload, sent = request()
    with pytest.raises(ArgumentError, match="is empty"):
        parse(payload, sent, secret=[])
    with pytest.raises(ArgumentError, match="is empty"):
        parse(payload, sent, secret="")


@pytest.mark.parametrize(
    "name", ["Idempotency-Key", "idempotency-key", "IDEMPOTENCY-KEY", b"idempotency-key"]
)
def test_the_key_in_any_case(name):
    """The Idempotency-Key is found in any case; an empty one is none."""
    assert parse(body(), {name: " k-1 "}).idempotency_key == "k-1"
    assert parse(body(), {name: "  "}).idempotency_key is None


def test_a_key_of_unreasonable_length():
    """A very long key still tells deliveries apart, without being kept."""
    one, two = (parse(body(), {"idempotency-key": "k" * 10_000 + end}).idempotency_key for end in "12")
    assert one != two and len(one) == len(two) == 64
    assert parse(body(), {"idempotency-key": "k" * 200}).idempotency_key == "k" * 200


def test_several_events_and_none():
    """Several events are read in order, and `.event` says that there is not one."""
    delivery = parse(
        body(*(event(name) for name in ("record.created", "record.updated", "moon.landed", "x.y")))
    )
    assert [one.event_type for one in delivery.events][:2] == ["record.created", "record.updated"]
    assert isinstance(delivery.events[1], RecordUpdated) and "and 1 more" in repr(delivery)
    with pytest.raises(InvalidDeliveryError, match=r"holds 4 events; go through \.events") as caught:
        _ = delivery.event
    assert caught.value.code == "several_events"
    empty = parse(b'{"webhook_id": "w", "events": []}')
    assert empty.events == ()
    with pytest.raises(InvalidDeliveryError, match="holds 0 events"):
        _ = empty.event


@pytest.mark.parametrize(
    ("payload", "code"),
    [
        (b"", "not_json"),
        (b"   ", "not_json"),
        (b"no json", "not_json"),
        (b'{"webhook_id": "w", "events": [', "not_json"),
        (b"\xff\xfe\x00", "not_json"),
        (b"[" * 100_000, "not_json"),
        (b'{"a":' * 100_000 + b"1" + b"}" * 100_000, "not_json"),
        (b"1" * 10_000, "not_json"),
        (b"null", "not_a_delivery"),
        (b"[]", "not_a_delivery"),
        (b'"text"', "not_a_delivery"),
        (b"{}", "not_a_delivery"),
        (b'{"events": []}', "not_a_delivery"),
        (b'{"webhook_id": null, "events": []}', "not_a_delivery"),
        (b'{"webhook_id": {"webhook_id": "w"}, "events": []}', "not_a_delivery"),
        (b'{"webhook_id": "w"}', "not_a_delivery"),
        (b'{"webhook_id": "w", "events": {}}', "not_a_delivery"),
        (b'{"webhook_id": "w", "events": [null]}', "not_a_delivery"),
        (b'{"webhook_id": "w", "events": [{}, "x"]}', "not_a_delivery"),
        (b'{"data": {"webhook_id": "w", "events": []}}', "not_a_delivery"),
        (b"x" * (MAX_BODY_BYTES + 1), "body_too_large"),
        (b"x" * 5_000_000, "body_too_large"),
    ],
    ids=lambda value: str(value[:24]),
)
def test_what_is_no_delivery(payload, code):
    """A body that is no delivery is one clear error, also when it was signed."""
    with pytest.raises(InvalidDeliveryError) as caught:
        parse(payload, max_body_bytes=MAX_BODY_BYTES)
    assert caught.value.code == code and isinstance(caught.value, (Error, ValueError))
    assert len(str(caught.value)) < 300
    if code != "body_too_large":
        with pytest.raises(InvalidDeliveryError) as caught:
            parse(payload, {"attio-signature": signature(payload)}, secret=SECRET)
        assert caught.value.code == code


def test_text_is_refused():
    """A decoded body is refused also when nothing is to be verified."""
    with pytest.raises(ArgumentTypeError, match="payload: is text"):
        parse(body().decode())


def test_half_an_emoji():
    """A text that JavaScript cut in the middle of an emoji reads."""
    payload = b'{"webhook_id": "w", "events": [{"event_type": "record.created", "note": "\\ud83d"}]}'
    assert parse(payload).event.note == "\ud83d"


def test_a_client_is_passed_on():
    """Events fetch through the client that was given."""
    client = object()
    assert parse(body(), client=client).event._client is client


def test_equality_and_pickles():
    """Deliveries are equal when they say the same under the same key, and pickle for queues."""
    payload, sent = request(key="k")
    one, same = parse(payload, sent), parse(payload, sent, secret=SECRET)
    assert one == same and hash(one) == hash(same)
    assert one != parse(payload) and one != "x"
    again = pickle.loads(pickle.dumps(same))
    assert again == same and again.verified and again.event.delivery is again
