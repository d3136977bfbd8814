"""Tell whether a delivery was signed with the webhook's secret.

The signature is the lower-case hexadecimal HMAC-SHA256 of the raw body; its key is the secret's own characters,
not the bytes that they spell in hexadecimal. It covers neither time nor headers: whoever holds one delivery can
send it again, under another Idempotency-Key too. So let handlers read the present state and be safe to repeat.
"""

from __future__ import annotations

import hmac
from typing import TYPE_CHECKING, Any, Final, cast

from attio.core.errors import ArgumentError, ArgumentTypeError, InvalidSignatureError
from attio.core.redact import Secret
from attio.core.shapes import is_iterable, is_mapping

from .headers import SIGNATURE_HEADERS, header_values

if TYPE_CHECKING:
    from collections.abc import Iterable
    from typing import TypeAlias

    from .headers import Headers

    Payload: TypeAlias = bytes | bytearray | memoryview
    SecretInput: TypeAlias = str | Secret
    SecretsInput: TypeAlias = SecretInput | Iterable[SecretInput]
    SignatureInput: TypeAlias = str | bytes | Headers | None

MAX_BODY_BYTES: Final = 1 << 20
"""Size of the largest body that is looked at, unless another limit is given; real ones have some 400 bytes."""

_MOST_SIGNATURES: Final = 8
_PROBLEMS: Final = {
    "body_too_large": "the body is larger than a delivery can be, and was not looked at",
    "missing_signature": "the delivery carries no Attio-Signature header",
    "wrong_signature": "the signature does not fit the body and the secret",
}


def sign(payload: Payload, secret: SecretInput) -> str:
    """Return the signature that Attio would send with a body, for tests and for relays."""
    return _digest(raw_body(payload), keys_of(secret)[0]).decode("ascii")


def verify(
    payload: Payload,
    signature: SignatureInput,
    secret: SecretsInput,
    *,
    max_body_bytes: int = MAX_BODY_BYTES,
) -> bool:
    """Tell whether a body was signed with the secret, or with one of several while they are being changed.

    `payload` is the raw body, as bytes: text is refused, since what was decoded and encoded again need not be
    what was signed. `signature` is the value of the header, or the headers of the request as a whole: either
    name of the header counts, in any case. Takes the same time wherever a wrong signature differs. A body
    larger than `max_body_bytes` is False, unread.
    """
    return signature_problem(raw_body(payload), signature, keys_of(secret), max_body_bytes) is None


def verify_or_raise(
    payload: Payload,
    signature: SignatureInput,
    secret: SecretsInput,
    *,
    max_body_bytes: int = MAX_BODY_BYTES,
) -> None:
    """Raise InvalidSignatureError unless `verify` holds.

    Its `.code` is missing_signature, wrong_signature or body_too_large.
    """
    problem = signature_problem(raw_body(payload), signature, keys_of(secret), max_body_bytes)
    if problem is not None:
        raise signature_error(problem)


def signature_problem(
    payload: bytes, signature: SignatureInput, keys: tuple[bytes, ...], max_body_bytes: int = MAX_BODY_BYTES
) -> str | None:
    """Return why a delivery is not to be trusted, as the code of the error; None when it is."""
    if len(payload) > max_body_bytes:
        return "body_too_large"
    given = _signatures(signature)
    if not given:
        return "missing_signature"
    fits = False
    for key in keys:
        expected = _digest(payload, key)
        for one in given:
            # Every secret is tried, so that the time does not tell which of them fitted.
            fits |= hmac.compare_digest(expected, one)
    return None if fits else "wrong_signature"


def signature_error(code: str) -> InvalidSignatureError:
    """Return the error for what `signature_problem` found."""
    return InvalidSignatureError(_PROBLEMS[code], code=code)


def keys_of(secret: SecretsInput) -> tuple[bytes, ...]:
    """Return the keys that secrets stand for; refuses what would let anybody sign, and what cannot be one."""
    if isinstance(secret, (str, Secret)):
        return (_key(secret),)
    given: object = secret
    if isinstance(given, (bytes, bytearray)) or is_mapping(given) or not is_iterable(given):
        raise _not_a_secret(given)
    keys = tuple(_key(one) for one in given)
    if not keys:
        raise ArgumentError("secret", (), "is empty", fix="give the secret that creating the webhook showed")
    return keys


def raw_body(payload: object) -> bytes:
    """Return a body as bytes; refuses text and anything decoded, saying why."""
    if isinstance(payload, bytes):
        return payload
    if isinstance(payload, (bytearray, memoryview)):
        return bytes(cast("bytearray", payload))
    problem = "is text" if isinstance(payload, str) else f"is {type(payload).__name__}"
    raise ArgumentTypeError(
        "payload",
        payload,
        f"{problem}; the signature covers the bytes of the body as they came",
        fix="give the raw body: await request.body(), request.get_data(), request.body, ...",
    )


def _key(secret: Any) -> bytes:
    text = secret.reveal() if isinstance(secret, Secret) else secret
    if not isinstance(text, str):
        raise _not_a_secret(secret)
    if not text:
        raise ArgumentError("secret", text, "is empty: anybody could sign with it")
    if not text.isprintable() or text != text.strip():
        raise ArgumentError(
            "secret", text, "has white space or a control character in or around it", fix="strip it"
        )
    return text.encode()


def _not_a_secret(secret: object) -> ArgumentTypeError:
    fix = "give the text that creating the webhook showed, or a list of such texts"
    if isinstance(secret, (bytes, bytearray)):
        fix = "give the text itself: the key is its characters, not the bytes they spell in hexadecimal"
    return ArgumentTypeError("secret", secret, f"cannot be {type(secret).__name__}", fix=fix)


def _digest(payload: bytes, key: bytes) -> bytes:
    return hmac.digest(key, payload, "sha256").hex().encode("ascii")


def _signatures(signature: SignatureInput) -> list[bytes]:
    """Return the signatures that came: both headers, and those that a proxy joined by a comma."""
    if isinstance(signature, bytes):
        values = [signature.decode("latin-1")]
    elif isinstance(signature, str):
        values = [signature]
    else:
        values = header_values(signature, *SIGNATURE_HEADERS)
    parts = [
        part.strip() for value in values[:_MOST_SIGNATURES] for part in value.split(",", _MOST_SIGNATURES)
    ]
    return [part.encode("utf-8", "replace") for part in parts[:_MOST_SIGNATURES] if part]
