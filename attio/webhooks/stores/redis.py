"""Deliveries remembered in Redis, by any number of machines."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final

from attio.core.arguments import number
from attio.core.errors import ArgumentTypeError, MissingExtraError

if TYPE_CHECKING:
    from attio.webhooks.claims import Claim

_DONE: Final = "done"
_CLAIM: Final = """
local held = redis.call('GET', KEYS[1])
if not held then
  redis.call('SET', KEYS[1], ARGV[1], 'PX', ARGV[2])
  return 'new'
end
if held == 'done' then return 'done' end
return 'running'
"""
_RELEASE: Final = (
    "if redis.call('GET', KEYS[1]) == ARGV[1] then return redis.call('DEL', KEYS[1]) end return 0"
)


class RedisStore:
    """Remember deliveries in Redis, which all processes that receive share.

    `redis` is a URL, or a `redis.Redis` of your own with timeouts of your own. Made from a URL, a call takes at
    most about `timeout_s`; then the receiver goes on without it (see `store_failure` there). Keys begin with
    `prefix` and expire by themselves. The extra `redis` brings the library.
    """

    blocking = True

    def __init__(self, redis: Any, *, prefix: str = "attio:webhooks:", timeout_s: float = 2.0) -> None:
        self._redis = _connect(redis, number(timeout_s, "timeout_s")) if isinstance(redis, str) else redis
        if not callable(getattr(self._redis, "eval", None)) or "asyncio" in type(self._redis).__module__:
            fix = "give a URL or a redis.Redis; async receivers call it in a thread"
            raise ArgumentTypeError("redis", redis, f"cannot be {type(redis).__name__}", fix=fix)
        self._prefix = prefix

    def claim(self, key: str, owner: str, lease_s: float) -> Claim:
        """Take a delivery; see `DeliveryStore`."""
        held = self._redis.eval(_CLAIM, 1, self._prefix + key, f"by {owner}", _milliseconds(lease_s))
        name = held.decode("ascii") if isinstance(held, bytes) else held
        return "new" if name == "new" else "done" if name == _DONE else "running"

    def finish(self, key: str, keep_s: float) -> None:
        """Remember that a delivery was handled; see `DeliveryStore`."""
        self._redis.set(self._prefix + key, _DONE, px=_milliseconds(keep_s))

    def release(self, key: str, owner: str) -> None:
        """Give a delivery back; see `DeliveryStore`."""
        self._redis.eval(_RELEASE, 1, self._prefix + key, f"by {owner}")

    def close(self) -> None:
        """Close the connections."""
        self._redis.close()

    def __repr__(self) -> str:
        return f"<{type(self).__name__} {self._prefix!r}>"  # never the URL, which may hold a password


def _milliseconds(seconds: float) -> int:
    return max(1, round(seconds * 1000))


def _connect(url: str, timeout_s: float) -> Any:
    try:
        import redis
        from redis.backoff import NoBackoff
        from redis.retry import Retry
    except ImportError as error:
        raise MissingExtraError("redis", "RedisStore", "redis") from error
    # One immediate second try takes care of a connection that the server closed while it was idle.
    made: Any = redis.Redis
    return made.from_url(
        url, socket_timeout=timeout_s, socket_connect_timeout=timeout_s, retry=Retry(NoBackoff(), 1)
    )
