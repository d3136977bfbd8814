"""Encrypt what is kept, with keys that can be rotated."""

from __future__ import annotations

import os
import re
from base64 import urlsafe_b64decode
from hashlib import sha256
from typing import TYPE_CHECKING, Any, Final, NoReturn, TypeAlias

from attio.core.error_tree import ConfigurationError, MissingExtraError
from attio.core.redact import Secret
from attio.core.shapes import is_plural
from attio.oauth.errors import CorruptStoreError, WrongKeyError

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

Keys: TypeAlias = "str | Secret | Sequence[str | Secret] | TokenCipher | None"

VARIABLE: Final = "ATTIO_TOKEN_KEY"
_MARK: Final = "attio1"
_KEY: Final = re.compile(r"[A-Za-z0-9_-]{43}=")
_FIX: Final = (
    f"make one with attio.oauth.stores.generate_key(), and give encryption_key=... or set {VARIABLE} (several with a"
    " comma between: the first encrypts, all decrypt), or use encryption_key=attio.oauth.stores.key_from_keyring()"
)


class TokenCipher:
    """Encrypt with the first of several keys, decrypt with any of them (Fernet: AES-128-CBC and HMAC-SHA256).

    What it writes names the key it was written with, by a digest that tells nothing of it; so a wrong key and a
    damaged text are two different errors.
    """

    def __init__(self, keys: Sequence[str | Secret]) -> None:
        fernet = _fernet()
        self._by_name: dict[str, Any] = {}
        for key in keys:
            secret = key if isinstance(key, Secret) else Secret(key)
            if not _is_key(secret):
                raise ConfigurationError(f"encryption_key: is not an encryption key; {_FIX}")
            self._by_name.setdefault(_name(secret), fernet.Fernet(secret.reveal()))
        if not self._by_name:
            raise ConfigurationError(f"encryption_key: there is none; {_FIX}")
        self._name, self._first = next(iter(self._by_name.items()))
        self._invalid: type[Exception] = fernet.InvalidToken

    def encrypt(self, plain: Secret) -> str:
        """Return a text that only these keys can read."""
        return f"{_MARK}.{self._name}.{self._first.encrypt(plain.reveal().encode()).decode()}"

    def decrypt(self, text: str, what: str) -> Secret:
        """Return the plain text; WrongKeyError for another key, CorruptStoreError for a damaged text."""
        mark, _, rest = text.partition(".")
        name, _, sealed = rest.partition(".")
        if mark != _MARK or not sealed:
            raise CorruptStoreError(f"{what} is damaged, or was not written by a token store of this library")
        fernet = self._by_name.get(name)
        if fernet is None:
            raise WrongKeyError(
                f"{what} was encrypted with the key {name}, and the keys given are {', '.join(self._by_name)}: give"
                f" that one too (the first one given encrypts); set {VARIABLE} or encryption_key"
            )
        try:
            return Secret(fernet.decrypt(sealed).decode())
        except (self._invalid, ValueError):
            pass
        raise CorruptStoreError(f"{what} is damaged: it was changed after it was encrypted")

    def is_current(self, text: str) -> bool:
        """Tell whether a text was encrypted with the first key."""
        return text.startswith(f"{_MARK}.{self._name}.")

    def __reduce__(self) -> NoReturn:
        raise TypeError("a TokenCipher cannot be pickled: it holds keys")

    def __repr__(self) -> str:
        return f"<TokenCipher keys {', '.join(self._by_name)}>"


def make_cipher(given: Keys, environment: Mapping[str, str] | None = None) -> TokenCipher:
    """Return the cipher of the keys that were given, else of ATTIO_TOKEN_KEY."""
    if isinstance(given, TokenCipher):
        return given
    if given is None:
        found = (os.environ if environment is None else environment).get(VARIABLE, "")
        return TokenCipher([Secret(key.strip()) for key in found.split(",") if key.strip()])
    if isinstance(given, (str, Secret)):
        return TokenCipher([given])
    if not is_plural(given) or not all(isinstance(key, (str, Secret)) for key in given):
        raise ConfigurationError(f"encryption_key: must be a key or a list of keys; {_FIX}")
    return TokenCipher(given)


def generate_key() -> str:
    """Return a new encryption key: 32 random bytes, as text."""
    key: str = _fernet().Fernet.generate_key().decode()
    return key


def _fernet() -> Any:
    try:
        from cryptography import fernet
    except ImportError:
        raise MissingExtraError("encryption", "an encrypted token store", "cryptography") from None
    return fernet


def _is_key(secret: Secret) -> bool:
    return _KEY.fullmatch(secret.reveal()) is not None


def _name(secret: Secret) -> str:
    # Of 256 random bits, so a digest gives nothing away.
    raw = urlsafe_b64decode(secret.reveal())
    return sha256(b"attio token store key\0" + raw).hexdigest()[:12]
