"""`RedisTokenStore`: tokens in Redis, encrypted before they are sent there."""

from __future__ import annotations

import inspect
import re
from typing import TYPE_CHECKING, Any, Final

from attio.core.error_tree import ArgumentError, ArgumentTypeError, MissingExtraError
from attio.core.redact import Secret, redact_text
from attio.oauth.errors import CorruptStoreError, StoreUnavailableError
from attio.oauth.stores.entry import EARLY_S
from attio.oauth.stores.sealed import SealedTokenStore

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from attio.core.clock import Clock
    from attio.oauth.stores.encryption import Keys

_PATIENCE_S: Final = 5.0
_CHUNK: Final = 200
_GLOB: Final = re.compile(r"([*?\[\]\\^-])")
# One step on the server: two clients that mark and replace an entry at the same time cannot undo each other. The
# time to live is carried over by hand, since KEEPTTL is not known before Redis 6.
_SWAP: Final = """
if redis.call('GET', KEYS[1]) ~= ARGV[1] then return 0 end
local left = redis.call('PTTL', KEYS[1])
redis.call('SET', KEYS[1], ARGV[2])
if left > 0 then redis.call('PEXPIRE', KEYS[1], left) end
return 1
"""


class RedisTokenStore(SealedTokenStore):
    """Tokens in Redis, under ``prefix`` and the key, each encrypted here first.

    ``redis`` is an address (``redis://...``, answered within 5 s) or a ``redis.Redis`` of yours, which is used as it
    is set and not closed. An entry whose expiry is known, and that nothing can renew, is dropped by Redis itself.
    """

    def __init__(
        self,
        redis: Any,
        encryption_key: Keys = None,
        *,
        prefix: str = "attio:token:",
        early_s: float = EARLY_S,
        clock: Clock | None = None,
    ) -> None:
        super().__init__(encryption_key, early_s=early_s, clock=clock)
        self._prefix = prefix
        self._own = isinstance(redis, str)
        self._failure, self._client = _client(redis)

    def _read(self, key: str) -> Secret | None:
        kept = self._asked(lambda: self._client.get(self._prefix + key))
        return None if kept is None else self._text(kept, key)

    def _write(self, key: str, text: Secret, ttl_s: float | None) -> None:
        px = None if ttl_s is None else max(1, int(ttl_s * 1000))
        self._asked(lambda: self._client.set(self._prefix + key, text.reveal(), px=px))

    def _swap(self, key: str, old: Secret, new: Secret) -> bool:
        place = self._prefix + key
        return bool(self._asked(lambda: self._client.eval(_SWAP, 1, place, old.reveal(), new.reveal())))

    def _remove(self, key: str) -> bool:
        return bool(self._asked(lambda: self._client.delete(self._prefix + key)))

    def _items(self) -> Iterable[tuple[str, Secret]]:
        pattern = _GLOB.sub(r"\\\1", self._prefix) + "*"
        # A scan may name a key more than once.
        names = sorted({_decoded(name) for name in self._asked(lambda: self._scanned(pattern))})
        found: list[tuple[str, Secret]] = []
        for start in range(0, len(names), _CHUNK):
            part = names[start : start + _CHUNK]
            for name, kept in zip(part, self._several(part), strict=True):
                key = name.removeprefix(self._prefix)
                if kept is not None:
                    found.append((key, self._text(kept, key)))
        return found

    def _several(self, names: list[str]) -> list[Any]:
        kept: list[Any] = self._asked(lambda: self._client.mget(names))
        return kept

    def _scanned(self, pattern: str) -> list[Any]:
        return list(self._client.scan_iter(match=pattern, count=1000))

    def _text(self, kept: Any, key: str) -> Secret:
        try:
            return Secret(_decoded(kept))
        except UnicodeDecodeError:
            raise CorruptStoreError(
                f"the entry {key!r} was not written by a token store of this library"
            ) from None

    def _asked(self, verb: Callable[[], Any]) -> Any:
        try:
            return verb()
        except self._failure as failure:
            kind, said = type(failure).__name__, redact_text(" ".join(str(failure).split()))[:200]
        raise StoreUnavailableError(f"Redis does not do what it was asked ({kind}: {said})")

    def close(self) -> None:
        """Close the connections that the store made itself."""
        if self._own:
            self._client.close()


def _client(given: Any) -> tuple[type[Exception], Any]:
    try:
        import redis
    except ImportError:
        raise MissingExtraError("redis", "a token store in Redis", "redis") from None
    if isinstance(given, str):
        kind: Any = redis.Redis
        try:
            made = kind.from_url(given, socket_timeout=_PATIENCE_S, socket_connect_timeout=_PATIENCE_S)
        except ValueError as failure:
            problem = redact_text(str(failure))
        else:
            return redis.RedisError, made
        # Hidden as a whole: an address may hold a password.
        raise ArgumentError("redis", Secret(""), f"is not an address of Redis: {problem}")
    if not callable(getattr(given, "scan_iter", None)) or inspect.iscoroutinefunction(
        getattr(given, "aclose", None)
    ):
        raise ArgumentTypeError(
            "redis",
            Secret(""),
            f"must be an address or a redis.Redis, not {type(given).__name__}",
            fix="give a client that is not asynchronous; async clients of this library use the store in a thread",
        )
    return redis.RedisError, given


def _decoded(given: Any) -> str:
    return given.decode() if isinstance(given, bytes) else str(given)
