"""Which secret a receiver verifies with."""

from __future__ import annotations

import asyncio

import pytest

from attio.core.errors import (
    ArgumentError,
    ConfigurationError,
)
from attio.core.redact import Secret
from attio.webhooks import (
    WebhookReceiver,
)
from tests.unit.webhooks.deliveries import (
    OTHER,
    SECRET,
    WEBHOOK,
    headers,
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
