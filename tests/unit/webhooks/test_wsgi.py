"""The WSGI application of a receiver, checked by the standard library's own validator."""

from __future__ import annotations

import io
from wsgiref.util import setup_testing_defaults
from wsgiref.validate import validator

import pytest

from attio.webhooks import WebhookReceiver
from tests.unit.webhooks.deliveries import SECRET, body, headers, request


class Endless(io.RawIOBase):
    """A body that never ends; reading all of it would."""

    def __init__(self) -> None:
        self.was_read = 0

    def read(self, size=-1):
        assert size > 0, "read without a bound"
        self.was_read += size
        return b"x" * size


def receiver_of(**about):
    made = WebhookReceiver(SECRET, **about)
    seen = []
    made.on("*")(seen.append)
    return made, seen


def ask(app, payload=b"", sent=None, *, check=True, **environ):
    """Send a request; give status line, headers and body."""
    stream = payload if hasattr(payload, "read") else io.BytesIO(payload)
    found = {
        "REQUEST_METHOD": "POST",
        "wsgi.input": stream,
        "SCRIPT_NAME": "",
        "PATH_INFO": "/",
        "QUERY_STRING": "",
    }
    if not hasattr(payload, "read"):
        found["CONTENT_LENGTH"] = str(len(payload))
    for name, value in (sent or {}).items():
        key = name.upper().replace("-", "_")
        found[key if key == "CONTENT_TYPE" else f"HTTP_{key}"] = value
    found |= environ
    found = {key: value for key, value in found.items() if value is not None}
    setup_testing_defaults(found)
    answers = []

    def start_response(status, fields, exc_info=None):
        answers.append((status, dict(fields)))
        return lambda data: None

    result = (validator(app) if check else app)(found, start_response)
    content = b"".join(result)
    if hasattr(result, "close"):
        result.close()
    status, fields = answers[0]
    assert int(fields["Content-Length"]) == len(content)
    return status, fields, content


def test_a_delivery():
    """A signed delivery is handled; its headers are found in the environment."""
    receiver, seen = receiver_of()
    payload, sent = request(key="k")
    assert ask(receiver.wsgi(), payload, sent)[::2] == ("200 OK", b"handled\n")
    assert ask(receiver.wsgi(), payload, sent)[::2] == ("200 OK", b"repeat\n")
    assert len(seen) == 1 and seen[0].delivery.idempotency_key == "k"
    only_old = {name: value for name, value in sent.items() if name != "Attio-Signature"}
    assert ask(receiver.wsgi(), payload, only_old)[0] == "200 OK"


@pytest.mark.parametrize(
    ("payload", "sent", "status"),
    [
        (body(), {}, "401 Unauthorized"),
        (body()[:-1], headers(body()), "401 Unauthorized"),
        (b"", headers(b""), "400 Bad Request"),
        (b"x" * 5_000_000, {}, "413 "),
    ],
    ids=["unsigned", "truncated", "empty", "5 MB"],
)
def test_refused(payload, sent, status):
    """What is no delivery is answered so."""
    receiver, seen = receiver_of()
    assert ask(receiver.wsgi(), payload, sent)[0].startswith(status) and not seen


def test_only_post_and_only_its_path():
    """Another method is answered 405 with what is allowed, another path 404."""
    receiver, _ = receiver_of()
    status, fields, _ = ask(receiver.wsgi(), REQUEST_METHOD="GET")
    assert status == "405 Method Not Allowed" and fields["Allow"] == "POST"
    app = receiver.wsgi("/webhooks/attio")
    payload, sent = request()
    assert ask(app, payload, sent)[0] == "404 Not Found"
    assert ask(app, payload, sent, PATH_INFO="/webhooks/attio")[0] == "200 OK"
    assert ask(app, payload, sent, SCRIPT_NAME="/webhooks", PATH_INFO="/attio")[0] == "200 OK"


@pytest.mark.parametrize("length", ["-1", "x", "1e3", "12 ", "٣"])
def test_a_length_that_is_none(length):
    """A Content-Length that is no number is refused, not guessed at."""
    receiver, _ = receiver_of()
    assert ask(receiver.wsgi(), b"x", CONTENT_LENGTH=length, check=False)[0] == "400 Bad Request"


def test_nothing_is_read_beyond_what_is_needed():
    """A body is read to its declared length or to the limit, never without a bound."""
    receiver, _ = receiver_of()
    for length in ("5000000", "9" * 13):
        endless = Endless()
        assert ask(receiver.wsgi(), endless, CONTENT_LENGTH=length, check=False)[0].startswith("413")
        assert endless.was_read == 0
    endless = Endless()
    assert ask(receiver.wsgi(), endless, CONTENT_LENGTH="1000", check=False)[0].startswith("401")
    assert endless.was_read == 1000
    endless = Endless()
    chunked = {"HTTP_TRANSFER_ENCODING": "chunked", "wsgi.input_terminated": True, "CONTENT_LENGTH": None}
    assert ask(receiver.wsgi(), endless, check=False, **chunked)[0].startswith("413")
    assert endless.was_read == receiver.max_body_bytes + 1
    endless = Endless()  # neither a length nor an end: reading might block for ever
    assert ask(receiver.wsgi(), endless, check=False)[0].startswith("401")
    assert endless.was_read == 0


def test_chunked():
    """A body without a length, from a server that ends it, is read whole."""
    receiver, _ = receiver_of()
    payload, sent = request()
    found = ask(receiver.wsgi(), payload, sent, **{"wsgi.input_terminated": True, "CONTENT_LENGTH": None})
    assert found[0] == "200 OK"


def test_a_body_that_breaks_off():
    """A body shorter than its declared length is not what was signed."""
    receiver, seen = receiver_of()
    payload, sent = request()
    found = ask(receiver.wsgi(), payload[:50], sent, CONTENT_LENGTH=str(len(payload)))
    assert found[0] == "401 Unauthorized" and not seen
