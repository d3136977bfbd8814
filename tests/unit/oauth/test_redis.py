"""Tokens in a real Redis."""

from __future__ import annotations

import asyncio
import os
from pathlib import Path
from typing import Any

import pytest

from attio.core.errors import (
    ArgumentError,
    ArgumentTypeError,
)
from attio.oauth import (
    CorruptStoreError,
    StoreUnavailableError,
)
from attio.oauth.stores import (
    RedisTokenStore,
)

from .conftest import TOKEN, FakeClock, leaks, make_store


def test_redis_drops_what_expires(redis_url: str, secret_key: str, clock: FakeClock) -> None:
    """A token that nothing can renew lives as long as it is given; marking it does not prolong that."""
    store: Any = make_store("redis", Path(), secret_key, clock, lambda: redis_url)
    store.put("a", TOKEN, expires_in_s=3600)
    place = f"{store._prefix}a"
    assert 3_200_000 < store._client.pttl(place) <= 3_300_000
    store.mark_revoked("a")
    assert 3_200_000 < store._client.pttl(place) <= 3_300_000
    store.put("a", TOKEN)
    assert store._client.pttl(place) == -1
    store.put("b", TOKEN, expires_in_s=1)
    assert store._client.pttl(f"{store._prefix}b") <= 1
    store.close()


def test_a_client_of_the_callers_is_used_as_it_is(redis_url: str, secret_key: str) -> None:
    """One that decodes answers works too, and is not closed with the store."""
    import redis

    with redis.Redis.from_url(redis_url, decode_responses=True) as client:
        with RedisTokenStore(client, secret_key, prefix=f"{os.urandom(8).hex()}:") as store:
            for number in range(450):
                store._client.set(f"{store._prefix}{number}", "x")
            assert len(list(store._items())) == 450
            for number in range(450):
                store.delete(str(number))
            store.put("a", TOKEN)
            assert [entry.key for entry in store.list()] == ["a"]
            store.delete("a")
        assert client.ping()


def test_an_entry_that_expires_while_it_is_listed_is_left_out(redis_url: str, secret_key: str) -> None:
    """Between naming the keys and reading them Redis may drop one."""
    with RedisTokenStore(redis_url, secret_key, prefix=f"{os.urandom(8).hex()}:") as store:
        store.put("a", TOKEN)
        names = [*store._scanned(f"{store._prefix}*"), f"{store._prefix}gone"]
        store._scanned = lambda _: names  # type: ignore[method-assign]
        assert [entry.key for entry in store.list()] == ["a"]
        store.delete("a")


def test_foreign_bytes_in_redis_are_told(redis_url: str, secret_key: str) -> None:
    """What is no text was not written here."""
    with RedisTokenStore(redis_url, secret_key, prefix=f"{os.urandom(8).hex()}:") as store:
        store._client.set(f"{store._prefix}a", b"\xff\xfe", px=60_000)
        with pytest.raises(CorruptStoreError, match="'a' was not written by a token store"):
            store.get("a")


def test_redis_gone_and_back(own_redis: Any, secret_key: str) -> None:
    """Gone it is a clear error, frozen one within the timeout, and back again the store works on."""
    with RedisTokenStore(own_redis.url, secret_key) as store:
        store.put("a", TOKEN)
        own_redis.kill()
        for verb in (
            lambda: store.get("a"),
            lambda: store.put("a", TOKEN),
            store.list,
            lambda: store.mark_revoked("a"),
        ):
            with pytest.raises(StoreUnavailableError, match="Redis does not do what it was asked") as caught:
                verb()
            assert not leaks(caught.value)
        own_redis.start()
        assert store.get("a") is None
        store.put("a", TOKEN)
        assert store.get("a") is not None


def test_redis_frozen_blocks_nobody_for_ever(
    own_redis: Any, secret_key: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A server that accepts and never answers ends in an error after the timeout."""
    from attio.oauth.stores import redis as module

    monkeypatch.setattr(module, "_PATIENCE_S", 0.05)
    with RedisTokenStore(own_redis.url, secret_key) as store:
        own_redis.freeze()
        with pytest.raises(StoreUnavailableError, match="Timeout"):
            store.get("a")
        own_redis.thaw()
        store.put("a", TOKEN)


@pytest.mark.parametrize(
    ("given", "said"),
    [
        ("http://:hush-hush@me.example", "is not an address of Redis"),
        (7, "must be an address or a redis.Redis, not int"),
        (None, "must be an address or a redis.Redis, not NoneType"),
    ],
)
def test_a_wrong_redis_is_refused(given: Any, said: str, secret_key: str) -> None:
    """Addresses are not shown: they hold passwords."""
    with pytest.raises(ArgumentError, match=f"redis: {said}") as caught:
        RedisTokenStore(given, secret_key)
    assert "hush-hush" not in f"{caught.value!r} {vars(caught.value)}"


def test_an_async_redis_is_refused(secret_key: str) -> None:
    """A store is used in threads, so its client is a plain one."""
    import redis.asyncio

    client = redis.asyncio.Redis()
    with pytest.raises(ArgumentTypeError, match="give a client that is not asynchronous"):
        RedisTokenStore(client, secret_key)
    asyncio.run(client.aclose())
