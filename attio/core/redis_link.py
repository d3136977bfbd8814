"""Reach a Redis: by its address, or through a client that an application has already."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final, cast

from attio.core.error_tree import ArgumentError, ArgumentTypeError, MissingExtraError
from attio.core.redact import Secret, redact_text
from attio.core.settings import is_coroutine_function

if TYPE_CHECKING:
    from collections.abc import Callable

TIMEOUT_S: Final = 0.5
"""How long one answer of a Redis may take: a call must not wait for what is only there to help it."""


class RedisLink:
    """A Redis, and the exceptions that say that it does not do what it was asked.

    ``given`` is an address (``redis://``, ``rediss://`` or ``unix://``) or a ``redis.Redis``, which is used as it is
    set, and not closed. One with ``socket_timeout=None`` is refused: a server that hangs would hang every caller.
    """

    def __init__(self, given: Any, feature: str, *, timeout_s: float = TIMEOUT_S) -> None:
        try:
            import redis
        except ImportError:
            raise MissingExtraError("redis", feature, "redis") from None
        self.failures: tuple[type[Exception], ...] = (redis.RedisError, OSError)
        self._is_own = isinstance(given, str)
        self.client: Any = _connect(redis, given, timeout_s) if isinstance(given, str) else _checked(given)

    def script(self, text: str) -> Callable[..., Any]:
        """Give a function that runs a Lua script on the server: ``script(keys=[...], args=[...])``."""
        run: Callable[..., Any] = self.client.register_script(text)
        return run

    def close(self) -> None:
        """Close the connections that were made here."""
        if self._is_own:
            self.client.close()


def _connect(redis: Any, address: str, timeout_s: float) -> Any:
    from redis.backoff import NoBackoff
    from redis.retry import Retry

    # One more try at once: a connection that lay idle may be closed at its other end. More tries, and waits
    # between them, would only hold up the call; the outage that follows does that better.
    retry = Retry(NoBackoff(), 1, supported_errors=(redis.ConnectionError,))
    try:
        return redis.Redis.from_url(
            address, socket_timeout=timeout_s, socket_connect_timeout=timeout_s, retry=retry
        )
    except ValueError as failure:
        problem = redact_text(str(failure))
    # Hidden as a whole: an address may hold a password.
    raise ArgumentError("redis", Secret(""), f"is not an address of Redis: {problem}")


def _checked(given: Any) -> Any:
    kind = cast("Any", type(given))
    execute = getattr(kind, "execute_command", None)
    if not callable(execute) or is_coroutine_function(execute) or not hasattr(kind, "register_script"):
        raise ArgumentTypeError(
            "redis",
            Secret(""),
            f"must be an address or a redis.Redis, not {kind.__module__}.{kind.__name__}",
            fix="async clients of this library use a plain redis.Redis too, in a thread",
        )
    pool = getattr(given, "connection_pool", None)
    if getattr(pool, "connection_kwargs", {"socket_timeout": 0}).get("socket_timeout") is None:
        raise ArgumentError(
            "redis",
            Secret(""),
            "has no socket_timeout, so a Redis that hangs would hang every call",
            fix=f"make it with socket_timeout={TIMEOUT_S}",
        )
    return given
