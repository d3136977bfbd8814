"""The store in Redis: connections, expiry, a server that hangs."""

from __future__ import annotations

import uuid
import os
import sys
import time
from itertools import count
from pathlib import Path

import pytest

from attio.core.errors import ArgumentTypeError, MissingExtraError
from attio.webhooks import RedisStore

ROOT = Path(__file__).resolve().parents[3]
_numbers = count()


def test_redis_of_ones_own(redis_url):
    """A redis.Redis of one's own works, whether it decodes answers or not."""
    import redis

    for decode in (True, False):
        own = redis.Redis.from_url(redis_url, decode_responses=decode)
        store = RedisStore(own, prefix=f"attio:test:{uuid.uuid4()}:")
        assert [store.claim("k", owner, 60) for owner in "ab"] == ["new", "running"]
        store.finish("k", 60)
        assert store.claim("k", "a", 60) == "done"
        store.close()


def test_redis_expires_by_itself(redis_url):
    """Every key that is written has an end, so that nothing is left behind."""
    import redis

    prefix = f"attio:test:{uuid.uuid4()}:"
    own = redis.Redis.from_url(redis_url)
    store = RedisStore(own, prefix=prefix)
    store.claim("a", "a", 60)
    store.claim("b", "a", 0.0001)
    store.finish("c", 100)
    assert 50_000 < own.pttl(prefix + "a") <= 60_000
    assert 90_000 < own.pttl(prefix + "c") <= 100_000
    store.close()


@pytest.mark.parametrize("given", [None, 5, object(), "asyncio"])
def test_redis_that_is_none(given):
    """What is no Redis, or an async one, is refused at once."""
    if given == "asyncio":
        import redis.asyncio

        given = redis.asyncio.Redis()
    with pytest.raises(ArgumentTypeError, match="redis: cannot be"):
        RedisStore(given)


def test_redis_hides_its_password():
    """The address of a Redis, which may hold a password, is not shown."""
    store = RedisStore("redis://user:hunter2@127.0.0.1:1/0")
    assert repr(store) == "<RedisStore 'attio:webhooks:'>"


def test_redis_without_the_library(monkeypatch):
    """Without the library the error names the extra that brings it."""
    monkeypatch.setitem(sys.modules, "redis", None)
    with pytest.raises(MissingExtraError, match=r"attio-client\[redis\]"):
        RedisStore("redis://127.0.0.1:1")


def test_redis_that_hangs(own_redis):
    """A Redis that accepts and never answers is given up after the timeout."""
    import redis

    store = RedisStore(own_redis.url, timeout_s=0.1)
    assert store.claim("k", "a", 60) == "new"
    own_redis.freeze()
    started = time.monotonic()
    with pytest.raises(redis.exceptions.TimeoutError):
        store.claim("k", "a", 60)
    assert time.monotonic() - started < 2
    own_redis.thaw()
    store.close()
