"""Keep secrets out of reprs, logs, errors and pickles."""

from __future__ import annotations

import hmac
import re
from typing import TYPE_CHECKING, Final, NoReturn

if TYPE_CHECKING:
    from collections.abc import Iterable

HIDDEN: Final = "[redacted]"

_SECRET_HEADERS: Final = frozenset(
    {"authorization", "proxy-authorization", "cookie", "set-cookie", "x-api-key", "api-key"},
)
_URL_HEADERS: Final = frozenset({"location", "content-location"})

_HIDDEN_NAMES: Final = (
    r"access_token|refresh_token|id_token|api_key|apikey|client_secret|secret|password|token"
    r"|signature|sig|x-goog-signature|x-goog-credential|x-amz-signature|x-amz-credential|x-amz-security-token"
)
_AUTH_SCHEME: Final = re.compile(
    r"\b(bearer)\s+[^\s,;\"'<>]{16,}|\b(basic)\s+[A-Za-z0-9+/=]{12,}",
    re.IGNORECASE,
)
_PAIR: Final = re.compile(rf"(?<![\w-])({_HIDDEN_NAMES})(=)[^&\s\"'<>;,)\]}}]+", re.IGNORECASE)
# Only in a query: errors of the API have a "code" of their own, which is no secret.
_GRANT_CODE: Final = re.compile(r"(?<=[?&])(code=)[^&\s\"'<>]+", re.IGNORECASE)
_JSON_PAIR: Final = re.compile(
    rf"([\"'](?:{_HIDDEN_NAMES}|authorization)[\"']\s*:\s*)([\"'])(?:(?!\2).)*\2",
    re.IGNORECASE | re.DOTALL,
)
_USERINFO: Final = re.compile(r"(://)[^/@\s]+@")
# An Attio API key is exactly 64 characters (behaviour.md, section 1); ids are 36, so nothing else is that
# long.
_LONG_KEY: Final = re.compile(r"(?<![A-Za-z0-9_-])[A-Za-z0-9_-]{64}(?![A-Za-z0-9_-])")


class Secret:
    """Hold a secret text whose repr, str, format and pickle never show it.

    ``reveal()`` gives the text. Copies are the object itself; pickling is a TypeError, since a pickle is a
    file.
    """

    __slots__ = ("_text",)

    def __init__(self, text: str) -> None:
        self._text = text

    def reveal(self) -> str:
        """Give the secret text, for the one place that sends it."""
        return self._text

    def __repr__(self) -> str:
        return f"Secret({HIDDEN})"

    def __str__(self) -> str:
        return HIDDEN

    def __format__(self, spec: str) -> str:
        return format(HIDDEN, spec)

    def __eq__(self, other: object) -> bool:
        if not isinstance(other, Secret):
            return NotImplemented
        return hmac.compare_digest(self._text.encode(), other._text.encode())

    def __hash__(self) -> int:
        return hash((Secret, self._text))

    def __copy__(self) -> Secret:
        return self

    def __deepcopy__(self, memo: dict[int, object]) -> Secret:
        return self

    def __reduce_ex__(self, protocol: object) -> NoReturn:
        raise TypeError("a Secret cannot be pickled: read the key from the environment where it is needed")


def redact_text(text: str, *secrets: str | Secret) -> str:
    """Replace what looks like a token, a signature or a password, and each given secret, in a text."""
    for secret in secrets:
        plain = secret.reveal() if isinstance(secret, Secret) else secret
        if plain:
            text = text.replace(plain, HIDDEN)
    text = _AUTH_SCHEME.sub(lambda found: f"{found[1] or found[2]} {HIDDEN}", text)
    text = _JSON_PAIR.sub(rf'\1"{HIDDEN}"', text)
    text = _PAIR.sub(rf"\1\2{HIDDEN}", text)
    text = _GRANT_CODE.sub(rf"\1{HIDDEN}", text)
    text = _USERINFO.sub(rf"\1{HIDDEN}@", text)
    return _LONG_KEY.sub(HIDDEN, text)


def redact_url(url: str) -> str:
    """Give a URL without its user, its query and its fragment: signed URLs carry their secret in the query."""
    bare = re.split(r"[?#]", url, maxsplit=1)[0]
    return _USERINFO.sub(rf"\1{HIDDEN}@", bare) + ("?" + HIDDEN if len(bare) != len(url) else "")


def redact_header(name: str, value: str) -> str:
    """Give the value of a header as it may be shown."""
    lowered = name.lower()
    if lowered in _SECRET_HEADERS:
        return HIDDEN
    return redact_url(value) if lowered in _URL_HEADERS else value


def redact_headers(pairs: Iterable[tuple[str, str]]) -> list[tuple[str, str]]:
    """Give header pairs with credentials, cookies and signed addresses hidden."""
    return [(name, redact_header(name, value)) for name, value in pairs]
