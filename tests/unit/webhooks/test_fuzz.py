"""Whatever comes over the network: a clear answer, and never a delivery that nobody signed."""

from __future__ import annotations

import json

from hypothesis import given, settings
from hypothesis import strategies as st

from attio.core.errors import Error
from attio.webhooks import (
    EVENT_TYPES,
    InvalidDeliveryError,
    WebhookDelivery,
    WebhookReceiver,
    parse,
    verify,
)
from tests.unit.webhooks.deliveries import SECRET, body, headers, signature

JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=20),
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(st.text(max_size=12), inner, max_size=4),
    max_leaves=12,
)
EVENTS = st.fixed_dictionaries(
    {},
    optional={
        "event_type": st.sampled_from(EVENT_TYPES) | JSON,
        "id": st.dictionaries(
            st.sampled_from(["workspace_id", "object_id", "record_id", "attribute_id", "note_id"]), JSON
        )
        | JSON,
        "actor": st.fixed_dictionaries({}, optional={"type": JSON, "id": JSON}) | JSON,
        "parent_record_id": JSON,
        "object_id": JSON,
    },
)
HEADER_NAMES = (
    st.sampled_from(["attio-signature", "X-Attio-Signature", "Idempotency-Key", "host"]) | st.text()
)


@settings(max_examples=100, deadline=None)
@given(st.binary(max_size=200), st.text(max_size=80) | st.binary(max_size=80))
def test_nobody_guesses_a_signature(payload, guess):
    """No text or bytes but the signature itself verifies, and none breaks the verifier."""
    text = guess.decode("latin-1") if isinstance(guess, bytes) else guess
    assert verify(payload, guess, SECRET) == (
        signature(payload) in [part.strip() for part in text.split(",")]
    )


@settings(max_examples=100, deadline=None)
@given(st.data())
def test_any_change_is_noticed(data):
    """A body that differs in any byte, or a signature in any character, does not verify."""
    payload = body()
    place = data.draw(st.integers(0, len(payload) - 1))
    byte = data.draw(st.integers(0, 255).filter(lambda value: value != payload[place]))
    changed = payload[:place] + bytes([byte]) + payload[place + 1 :]
    assert not verify(changed, signature(payload), SECRET)
    assert not verify(payload[:place], signature(payload), SECRET)
    at = data.draw(st.integers(0, 63))
    letter = data.draw(st.characters().filter(lambda value: value != signature(payload)[at] and value != ","))
    assert not verify(payload, signature(payload)[:at] + letter + signature(payload)[at + 1 :], SECRET)


@settings(max_examples=150, deadline=None)
@given(st.binary(max_size=300) | JSON.map(lambda value: json.dumps(value).encode()))
def test_any_body_is_read_or_refused(payload):
    """A body is a delivery or an InvalidDeliveryError, and nothing else comes out of the parser."""
    try:
        found = parse(payload)
    except InvalidDeliveryError as error:
        assert error.code in ("not_json", "not_a_delivery")
    else:
        assert isinstance(found, WebhookDelivery)


@settings(max_examples=150, deadline=None)
@given(st.lists(EVENTS, max_size=3), st.text(max_size=20))
def test_any_event_is_kept_and_can_be_looked_at(rows, webhook_id):
    """Whatever an event holds, it is kept, every property answers, and it is routed without an error."""
    payload = json.dumps({"webhook_id": webhook_id, "events": rows}).encode()
    found = parse(payload, headers(payload), secret=SECRET)
    assert found.raw == json.loads(payload) or "NaN" in payload.decode() or "Infinity" in payload.decode()
    for event in found.events:
        for name in dir(type(event)):
            if not name.startswith("_"):
                getattr(event, name)
        assert repr(event) and str(event.id) is not None
    receiver = WebhookReceiver(SECRET, ignore_actors=[("system", None)])
    seen = []
    receiver.on("*")(seen.append)
    receiver.on("record.*")(lambda event: None)
    receipt = receiver.handle(payload, headers(payload))
    assert receipt.status == 200 and receipt.body
    if receipt.outcome == "handled":
        assert seen


@settings(max_examples=100, deadline=None)
@given(
    st.binary(max_size=100),
    st.lists(st.tuples(HEADER_NAMES, st.text(max_size=70)), max_size=5),
)
def test_a_receiver_never_handles_what_was_not_signed(payload, pairs):
    """Random requests are answered 401, and no handler sees them."""
    receiver = WebhookReceiver(SECRET)
    seen = []
    receiver.on("*")(seen.append)
    try:
        receipt = receiver.handle(payload, pairs)
    except Error:
        receipt = None
    assert receipt is not None and receipt.status == 401 and not seen
