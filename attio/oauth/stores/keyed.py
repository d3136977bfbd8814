"""`KeyedTokenStore`: what all token stores do alike, over five verbs of the place they keep things in."""

from __future__ import annotations

from abc import ABC, abstractmethod
from typing import TYPE_CHECKING, Any, Final, NoReturn, Self

from attio.core import arguments
from attio.core.clock import SYSTEM_CLOCK
from attio.core.error_tree import ArgumentError, ArgumentTypeError
from attio.oauth.errors import CorruptStoreError, StoreUnavailableError
from attio.oauth.given import token_of
from attio.oauth.stores.entry import EARLY_S, Record, StoredToken, read_record

if TYPE_CHECKING:
    import builtins
    from collections.abc import Iterable

    from attio.core.clock import Clock
    from attio.core.redact import Secret
    from attio.oauth.token import OAuthToken

_KEY_LIMIT: Final = 256
_SWAPS: Final = 100
_CENTURY_S: Final = 3_155_760_000.0


class KeyedTokenStore(ABC):
    """A token store over a place that keeps texts under keys; see ``TokenStore`` for the promises.

    A token of which an expiry is known (``expires_in_s`` of ``put``, else the token's own) counts as expired
    ``early_s`` (300) before it.
    """

    def __init__(self, *, early_s: float = EARLY_S, clock: Clock | None = None) -> None:
        self._early_s = _seconds(early_s, "early_s", least=0.0)
        self._clock = clock or SYSTEM_CLOCK

    @abstractmethod
    def _read(self, key: str) -> Secret | None:
        """Return what is kept under a key."""

    @abstractmethod
    def _write(self, key: str, text: Secret, ttl_s: float | None) -> None:
        """Keep a text; it may be dropped after ``ttl_s``."""

    @abstractmethod
    def _swap(self, key: str, old: Secret, new: Secret) -> bool:
        """Keep another text if the present one is ``old``, as one step; tells whether it was."""

    @abstractmethod
    def _remove(self, key: str) -> bool:
        """Drop a key; tells whether it was there."""

    @abstractmethod
    def _items(self) -> Iterable[tuple[str, Secret]]:
        """Return all keys with what they keep."""

    def _sealed(self, text: Secret) -> Secret:
        return text

    def _opened(self, text: Secret, key: str) -> Secret:
        del key
        return text

    def put(self, key: str, token: OAuthToken | str, expires_in_s: float | None = None) -> None:
        """Keep a token, in place of the one before; it is no longer revoked.

        ``expires_in_s`` is what a token answer calls ``expires_in``; Attio's tokens have none today.
        """
        place = _key(key)
        # The plain text is let go of at once: a traceback may show what this frame holds.
        token = token_of(token, "token")
        now = self._clock.now()
        expires_at = None if token.expires_at is None else token.expires_at.timestamp()
        if expires_in_s is not None:
            expires_at = now + _seconds(expires_in_s, "expires_in_s")
        record = Record(key=place, token=token, stored_at=now, expires_at=expires_at)
        # One that can be renewed is worth keeping after it expired.
        dies = expires_at is not None and token.refresh_secret is None
        ttl_s = expires_at - self._early_s - now if dies and expires_at is not None else None
        self._write(place, self._sealed(record.written()), ttl_s)

    def get(self, key: str) -> OAuthToken | None:
        """Return the token; None when there is none, or it was revoked, or it expires within ``early_s``."""
        found = self.entry(key)
        return found.token if found is not None and found.usable else None

    def entry(self, key: str) -> StoredToken | None:
        """Return what is kept under a key, revoked and expired tokens too; None when nothing is."""
        record = self._record(_key(key))
        return None if record is None else record.seen(self._clock.now(), self._early_s)

    def delete(self, key: str) -> bool:
        """Forget a token; tells whether there was one."""
        return self._remove(_key(key))

    def list(self) -> builtins.list[StoredToken]:
        """Return all entries, sorted by key; each is decrypted."""
        now = self._clock.now()
        records = [self._understood(key, text) for key, text in self._items()]
        return [record.seen(now, self._early_s) for record in sorted(records, key=lambda one: one.key)]

    def mark_revoked(self, key: str, token: OAuthToken | str | None = None) -> bool:
        """Note that a token is no good any more; ``get`` gives it no longer, ``put`` replaces it.

        With ``token`` it is noted only if that is still the one kept, so that a newer one of another process
        survives. Tells whether the token kept is revoked now.
        """
        place = _key(key)
        token = None if token is None else token_of(token, "token")
        for _ in range(_SWAPS):
            sealed = self._read(place)
            record = None if sealed is None else self._understood(place, sealed)
            if sealed is None or record is None:
                return False
            if token is not None and record.token.secret != token.secret:
                return False
            if record.revoked_at is not None:
                return True
            changed = Record(
                key=place,
                token=record.token,
                stored_at=record.stored_at,
                expires_at=record.expires_at,
                revoked_at=self._clock.now(),
            )
            if self._swap(place, sealed, self._sealed(changed.written())):
                return True
        raise StoreUnavailableError(f"the entry {place!r} changed {_SWAPS} times while it was being marked")

    def close(self) -> None:  # noqa: B027 - most have nothing to close
        """Let go of what the store opened itself; it needs nothing closed unless it says so."""

    def _record(self, key: str) -> Record | None:
        sealed = self._read(key)
        return None if sealed is None else self._understood(key, sealed)

    def _understood(self, key: str, sealed: Secret) -> Record:
        record = read_record(self._opened(sealed, key))
        if record is None:
            raise CorruptStoreError(
                f"the entry {key!r} is no token of this library (or of a newer version of it): delete it and let the"
                " user sign in again"
            )
        if record.key != key:
            # Whoever can write to the place could otherwise give one workspace the token of another.
            raise CorruptStoreError(f"the entry {key!r} was written for another key: it was moved or copied")
        return record

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *exc: object) -> None:
        self.close()

    def __reduce__(self) -> NoReturn:
        raise TypeError(f"a {type(self).__name__} cannot be pickled: make a new one where it is needed")

    def __repr__(self) -> str:
        return f"<{type(self).__name__}>"


def _key(value: object) -> str:
    text = arguments.text(value, "key", longest=_KEY_LIMIT)
    if not text.isprintable() or text != text.strip():
        raise ArgumentError("key", value, "holds a control character, or spaces around it")
    return text


def _seconds(value: Any, argument: str, *, least: float | None = None) -> float:
    if isinstance(value, bool) or not isinstance(value, (int, float)):
        raise ArgumentTypeError(argument, value, f"must be a number of seconds, not {type(value).__name__}")
    if not (0.0 < value <= _CENTURY_S or (least is not None and value == least)):
        raise ArgumentError(argument, value, "must be over 0 and at most a hundred years, in seconds")
    return float(value)
