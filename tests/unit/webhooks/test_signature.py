"""`verify`: what is signed and what is not."""

from __future__ import annotations

import hmac
import json
import pickle
from http.client import HTTPMessage

import pytest

from attio import webhooks
from attio.core.errors import (
    ArgumentError,
    ArgumentTypeError,
    Error,
    InvalidSignatureError,
)
from attio.core.redact import Secret
from attio.webhooks import MAX_BODY_BYTES, sign, verify, verify_or_raise
from tests.unit.webhooks.deliveries import OTHER, SECRET, body, headers, signature

BODY = body()
GOOD = signature(BODY)


def test_a_known_vector():
    """The signature is HMAC-SHA256 in lower-case hexadecimal under the characters of the secret."""
    # RFC 4231, test case 2.
    expected = "5bdcc146bf60754e6a042426089575c75a003f089d2739839dec58b964ec3843"
    assert sign(b"what do ya want for nothing?", "Jefe") == expected
    assert verify(b"what do ya want for nothing?", expected, "Jefe")


def test_good_and_wrong():
    """What was signed with the secret verifies; with another one it does not."""
    assert verify(BODY, GOOD, SECRET)
    assert not verify(BODY, GOOD, OTHER)
    assert not verify(BODY, signature(BODY, OTHER), SECRET)


def test_the_key_is_not_the_hex_decoded_secret():
    """A signature under the bytes that the secret spells in hexadecimal is wrong."""
    decoded = hmac.new(bytes.fromhex(SECRET), BODY, "sha256").hexdigest()
    assert not verify(BODY, decoded, SECRET)


def test_sign_is_what_attio_sends():
    """`sign` gives what the other side computes, from any kind of bytes and secret."""
    for payload in (BODY, bytearray(BODY), memoryview(BODY)):
        assert sign(payload, Secret(SECRET)) == GOOD


@pytest.mark.parametrize(
    "payload",
    [
        pytest.param(BODY[:-1], id="truncated"),
        pytest.param(BODY + b"\n", id="with a line break"),
        pytest.param(BODY.replace(b"created", b"deleted"), id="tampered"),
        pytest.param(json.dumps(json.loads(BODY)).encode(), id="encoded again, with spaces"),
        pytest.param(
            json.dumps(json.loads(BODY), sort_keys=True, separators=(",", ":")).encode(), id="sorted"
        ),
        pytest.param(BODY.decode().encode("utf-16"), id="in another encoding"),
        pytest.param(b"\xef\xbb\xbf" + BODY, id="with a byte order mark"),
        pytest.param(b"", id="empty"),
    ],
)
def test_another_body(payload):
    """A body that is not byte for byte what was signed does not verify."""
    assert not verify(payload, GOOD, SECRET)
    with pytest.raises(InvalidSignatureError) as caught:
        verify_or_raise(payload, GOOD, SECRET)
    assert caught.value.code == "wrong_signature"


def test_an_empty_body_that_was_signed():
    """An empty body verifies like any other; that it is no delivery is for `parse` to say."""
    assert verify(b"", signature(b""), SECRET)


@pytest.mark.parametrize(
    "given",
    [
        GOOD.upper(),
        GOOD[:-1],
        GOOD + "0",
        "sha256=" + GOOD,
        "0" * 64,
        "é" * 64,
        "\ud800" * 64,
        "x" * 100_000,
        b"\xff" * 64,
    ],
)
def test_wrong_signatures(given):
    """A signature that is not exactly the right one is wrong, whatever it consists of."""
    assert not verify(BODY, given, SECRET)


@pytest.mark.parametrize("given", [None, "", " ", ",", b"", {}, [], {"Signature": GOOD}])
def test_a_missing_signature(given):
    """Without a signature nothing verifies, and the error says what is missing."""
    assert not verify(BODY, given, SECRET)
    with pytest.raises(InvalidSignatureError, match="no Attio-Signature header") as caught:
        verify_or_raise(BODY, given, SECRET)
    assert caught.value.code == "missing_signature"


@pytest.mark.parametrize(
    "given",
    [
        GOOD,
        GOOD.encode(),
        f" {GOOD} ",
        {"Attio-Signature": GOOD},
        {"attio-signature": GOOD},
        {"ATTIO-SIGNATURE": GOOD},
        {"x-attio-signature": GOOD},
        {"X-Attio-Signature": GOOD},
        {"Attio-Signature": "", "X-Attio-Signature": GOOD},
        {"Attio-Signature": [GOOD]},
        {b"attio-signature": GOOD.encode()},
        [(b"host", b"x"), (b"attio-signature", GOOD.encode())],
        (pair for pair in [("X-ATTIO-Signature", GOOD)]),
        headers(BODY),
    ],
    ids=lambda given: type(given).__name__,
)
def test_both_headers_in_any_case_and_container(given):
    """Either header counts, in any case, as a value or among the headers of whatever framework."""
    assert verify(BODY, given, SECRET)


def test_headers_of_the_standard_library():
    """The headers of http.server, which may repeat, work as they are."""
    message = HTTPMessage()
    message["X-Attio-Signature"] = GOOD
    message["Attio-Signature"] = GOOD
    assert verify(BODY, message, SECRET)


def test_joined_by_a_proxy():
    """Two headers that a proxy made one, with a comma, count as two."""
    assert verify(BODY, f"{GOOD}, {GOOD}", SECRET)
    assert verify(BODY, f"{'0' * 64},{GOOD}", SECRET)
    # A flood of candidates is not worked through.
    assert not verify(BODY, ",".join(["0" * 64] * 8 + [GOOD]), SECRET)


def test_several_secrets():
    """While a secret is changed, old and new count; one that is not among them does not."""
    new, old = Secret("n" * 64), "o" * 64
    for secret in ("n" * 64, "o" * 64):
        assert verify(BODY, signature(BODY, secret), [new, old])
        assert verify(BODY, signature(BODY, secret), iter((new, old)))
    assert not verify(BODY, GOOD, [new, old])


def test_every_secret_is_tried(monkeypatch):
    """Which secret fitted does not show in how much was compared, nor is text compared with ==."""
    compared = []

    def compare(one, two):
        compared.append((one, two))
        return hmac.compare_digest(one, two)

    class Hmac:
        digest = staticmethod(hmac.digest)
        compare_digest = staticmethod(compare)

    monkeypatch.setattr("attio.webhooks.signature.hmac", Hmac)
    secrets = ["a" * 64, SECRET, "b" * 64]
    assert verify(BODY, {"Attio-Signature": GOOD, "X-Attio-Signature": GOOD}, secrets)
    assert len(compared) == 6
    assert all(type(one) is type(two) is bytes for one, two in compared)
    compared.clear()
    assert not verify(BODY, "f" * 64, secrets)
    assert len(compared) == 3


@pytest.mark.parametrize("payload", ["text", json.loads(BODY), None, 5, [BODY], object()])
def test_only_bytes(payload):
    """Text and decoded JSON are refused, with the reason and the way out."""
    for call in (verify, verify_or_raise):
        with pytest.raises(ArgumentTypeError, match=r"payload: .*bytes of the body as they came.*raw body"):
            call(payload, GOOD, SECRET)
    with pytest.raises(ArgumentTypeError, match="payload"):
        sign(payload, SECRET)


@pytest.mark.parametrize("secrets", ["", [], [""], [SECRET, ""], Secret("")])
def test_no_secret_is_no_secret(secrets):
    """An empty secret would let anybody sign, so it is refused and never compared with."""
    empty = signature(BODY, "")
    with pytest.raises(ArgumentError, match="is empty"):
        verify(BODY, empty, secrets)


@pytest.mark.parametrize("secrets", [SECRET + "\n", f" {SECRET}", "a\0b", [SECRET, "\t"], "\ud800"])
def test_a_secret_with_white_space(secrets):
    """A secret read from a file with its line break is an error of the setting, and does not show it."""
    with pytest.raises(ArgumentError, match="white space") as caught:
        verify(BODY, GOOD, secrets)
    assert "c0ffee" not in str(caught.value) + repr(caught.value)


@pytest.mark.parametrize(
    "secrets", [None, 5, b"secret", bytearray(b"s"), {"secret": SECRET}, [None], [b"x"], object()]
)
def test_a_secret_of_a_wrong_type(secrets):
    """A secret is text; bytes are refused because they would be the hex-decoded ones."""
    with pytest.raises(ArgumentTypeError, match="secret: cannot be") as caught:
        verify(BODY, GOOD, secrets)
    if isinstance(secrets, (bytes, bytearray)):
        assert "not the bytes they spell in hexadecimal" in str(caught.value)


def test_a_large_body_is_not_hashed(monkeypatch):
    """5 MB are refused before anything is computed, and a limit of one's own holds to the byte."""
    large = b"x" * 5_000_000
    signed = signature(large)
    monkeypatch.setattr("attio.webhooks.signature._digest", lambda *_: pytest.fail("was hashed"))
    assert not verify(large, signed, SECRET)
    with pytest.raises(InvalidSignatureError, match="larger than a delivery can be") as caught:
        verify_or_raise(large, signed, SECRET)
    assert caught.value.code == "body_too_large"
    monkeypatch.undo()
    assert verify(large, signed, SECRET, max_body_bytes=5_000_000)
    assert not verify(large, signed, SECRET, max_body_bytes=4_999_999)
    most = b"x" * MAX_BODY_BYTES
    assert verify(most, signature(most), SECRET)


def test_verify_or_raise_is_silent_when_all_is_well():
    """A good delivery raises nothing and returns nothing."""
    assert verify_or_raise(BODY, GOOD, SECRET) is None


def test_the_error_is_of_the_tree_and_tells_nothing():
    """InvalidSignatureError is an attio.Error, pickles, and shows neither secret nor signature."""
    with pytest.raises(Error) as caught:
        verify_or_raise(BODY, "f" * 64, SECRET)
    text = str(caught.value) + repr(caught.value)
    assert SECRET not in text and GOOD not in text and "f" * 64 not in text
    again = pickle.loads(pickle.dumps(caught.value))
    assert type(again) is InvalidSignatureError and again.code == "wrong_signature"


@pytest.mark.parametrize("given", [5, object(), [1, 2], [("a",)], {"Attio-Signature": 5}, {"x": object()}])
def test_headers_that_are_none(given):
    """What holds no headers is refused by name instead of failing somewhere inside."""
    with pytest.raises(ArgumentTypeError, match="headers: cannot be"):
        verify(BODY, given, SECRET)


def test_headers_as_a_text():
    """Where headers are wanted, a text is a slip: the signature alone, say."""
    with pytest.raises(ArgumentTypeError, match="headers: cannot be str"):
        webhooks.parse(BODY, GOOD)
