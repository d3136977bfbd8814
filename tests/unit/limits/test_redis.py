"""The script in Redis, and which Redis is taken."""

from __future__ import annotations

import builtins
import heapq
import pickle
import secrets
from typing import Any

import pytest
import redis
import redis.asyncio
from hypothesis import given, settings
from hypothesis import strategies as st

from attio.core.errors import ArgumentError, ArgumentTypeError, MissingExtraError
from attio.core.limits import InProcessLimiter, Lane
from attio.core.routes import READ_LANE, WRITE_LANE
from attio.limits import FileLimiter, RedisLimiter
from attio.limits.redis_script import SCRIPT
from attio.limits.shared import SHARED_GUARD_S

WRITE = (WRITE_LANE,)
LANES: dict[str, Any] = {
    "write": WRITE,
    "read": (READ_LANE,),
    "merge": (Lane("merge", 5.0), WRITE_LANE),
    "sql": (Lane("sql", 2.0), READ_LANE),
}


class Timed(RedisLimiter):
    """The limiter with a clock that the test sets: the same script, told the time."""

    def __init__(self, url: str) -> None:
        super().__init__(url, prefix="test:" + secrets.token_hex(8), timeout_s=5.0)
        asked = "local time = redis.call('TIME')\n"
        # The time comes as the last two arguments, which are taken away before anybody counts them.
        told = "local time = { tonumber(table.remove(ARGV)), tonumber(table.remove(ARGV)) }\n"
        assert SCRIPT.count(asked) == 1
        self.now_us = 0
        run = self._link.script(told + SCRIPT.replace(asked, ""))
        self._run = lambda keys, args: run(
            keys=keys, args=[*args, self.now_us % 1_000_000, self.now_us // 1_000_000]
        )


@settings(max_examples=30, deadline=None)
@given(
    calls=st.lists(
        st.tuples(
            st.sampled_from(sorted(LANES)),
            st.integers(0, 400_000),
            st.sampled_from(["reserve"] * 6 + ["reserve soon", "penalize", "hold", "late"]),
        ),
        min_size=1,
        max_size=40,
    )
)
def test_the_script_does_what_the_limiter_of_one_process_does(redis_url: str, calls: Any) -> None:
    """Whatever is asked in whatever order, both give the same answers to the microsecond."""
    there, here = Timed(redis_url), InProcessLimiter(guard_s=SHARED_GUARD_S)
    there.now_us = 1_780_000_000_000_000
    waiting: list[tuple[int, int, str]] = []
    queue = [(at_us, number, kind, verb) for number, (kind, at_us, verb) in enumerate(calls)]
    clock_us = 0
    for pause_us, number, kind, verb in queue:
        clock_us += pause_us
        while waiting and waiting[0][0] <= clock_us:
            at_us, again, kind_again = heapq.heappop(waiting)
            _compare(there, here, at_us, kind_again, "reserve", waiting, again, again=True)
        _compare(there, here, clock_us, kind, verb, waiting, number, again=False)
    there.close()


def _compare(
    there: Timed,
    here: InProcessLimiter,
    at_us: int,
    kind: str,
    verb: str,
    waiting: Any,
    number: int,
    *,
    again: bool,
) -> None:
    there.now_us = 1_780_000_000_000_000 + at_us
    now, lanes = at_us / 1e6, LANES[kind]
    if verb == "penalize":
        there.penalize("workspace:w", lanes, 0.0, wait_s=1.5)
        here.penalize("workspace:w", lanes, now, wait_s=1.5)
    elif verb == "late":
        there.late("workspace:w", lanes, now, due=now - 0.11, by_s=0.09)
        here.late("workspace:w", lanes, now, due=now - 0.11, by_s=0.09)
    elif verb == "hold":
        assert there.hold("workspace:w", lanes, 0.0) == pytest.approx(
            here.hold("workspace:w", lanes, now), abs=5e-5
        )
    else:
        most = 0.3 if verb == "reserve soon" else float("inf")
        one = there.reserve("workspace:w", lanes, 0.0, max_wait_s=most, again=again)
        two = here.reserve("workspace:w", lanes, now, max_wait_s=most, again=again)
        assert one.wait_s == pytest.approx(two.wait_s, abs=5e-5)
        assert one.granted == two.granted
        if not one.granted and one.wait_s <= most:
            heapq.heappush(waiting, (at_us + int(one.wait_s * 1e6), number, kind))


def test_a_server_clock_that_is_set_back_holds_nobody_up(redis_url: str) -> None:
    """When the server's clock jumps back an hour, the lanes move with it."""
    limiter = Timed(redis_url)
    limiter.now_us = 1_780_000_000_000_000
    for _ in range(10):
        last = limiter.reserve("workspace:w", WRITE, 0.0).wait_s
    limiter.penalize("workspace:w", WRITE, 0.0, wait_s=2.0)
    limiter.now_us -= 3_600_000_000
    assert limiter.hold("workspace:w", WRITE, 0.0) == pytest.approx(2.0)
    assert last < limiter.reserve("workspace:w", WRITE, 0.0).wait_s < 3.0
    limiter.close()


def test_nothing_stays_behind(redis_url: str) -> None:
    """Everything that the limiter keeps in Redis goes away by itself."""
    prefix = "test:" + secrets.token_hex(8)
    limiter = RedisLimiter(redis_url, prefix=prefix, timeout_s=5.0)
    limiter.reserve("token:x", WRITE, 0.0)
    limiter.penalize("token:x", WRITE, 0.0, wait_s=1.0)
    limiter.bind("token:x", "workspace:w")
    limiter.reserve("workspace:w", WRITE, 0.0)
    limiter.close()
    with redis.Redis.from_url(redis_url) as client:
        kept = list(client.scan_iter(f"{{{prefix}}}*"))
        assert len(kept) >= 3
        assert all(client.ttl(name) > 0 for name in kept)
        assert all(client.ttl(name) < 200 for name in kept if b":as:" not in name)


def test_a_script_that_redis_forgot_is_sent_again(redis_url: str) -> None:
    """SCRIPT FLUSH, or a restart, costs one more message and no error."""
    limiter = RedisLimiter(redis_url, prefix="test:" + secrets.token_hex(8), timeout_s=5.0)
    limiter.reserve("workspace:w", WRITE, 0.0)
    with redis.Redis.from_url(redis_url) as client:
        client.script_flush()
    assert limiter.reserve("workspace:w", WRITE, 0.0).wait_s > 0.0
    assert not limiter.is_degraded
    limiter.close()


def test_a_client_of_ones_own_is_used_and_stays_open(redis_url: str) -> None:
    """An application's client serves as it is; closing the limiter leaves it alone."""
    with redis.Redis.from_url(redis_url, socket_timeout=5, decode_responses=True) as client:
        limiter = RedisLimiter(client, prefix="test:" + secrets.token_hex(8))
        assert limiter.reserve("workspace:w", WRITE, 0.0).granted
        assert not limiter.is_degraded
        limiter.close()
        assert client.ping()


def test_a_client_that_could_hang_is_refused(redis_url: str) -> None:
    """Without a timeout a server that hangs would stop every call."""
    with (
        redis.Redis.from_url(redis_url, socket_timeout=None) as client,
        pytest.raises(ArgumentError, match="socket_timeout"),
    ):
        RedisLimiter(client)


@pytest.mark.parametrize("given", [redis.asyncio.Redis(), 6379, object(), None])
def test_what_is_no_redis_is_refused(given: Any) -> None:
    """An async client, a port or nothing is refused with what to give instead."""
    with pytest.raises(ArgumentTypeError, match=r"redis: must be an address or a redis\.Redis"):
        RedisLimiter(given)


def test_an_address_that_is_none_is_refused_without_showing_it() -> None:
    """The address may hold a password, so the message does not have it."""
    with pytest.raises(ArgumentError, match="not an address of Redis") as caught:
        RedisLimiter("http://user:hunter2@localhost")
    assert "hunter2" not in repr(caught.value)


def test_a_prefix_is_a_text() -> None:
    """A wrong type is refused where it is given."""
    with pytest.raises(ArgumentTypeError, match="prefix"):
        RedisLimiter("redis://localhost", prefix=b"x")  # type: ignore[arg-type]


def test_without_redis_installed(monkeypatch: pytest.MonkeyPatch) -> None:
    """The error names the extra."""
    real = builtins.__import__

    def without(name: str, *rest: Any) -> Any:
        if name == "redis":
            raise ImportError(name)
        return real(name, *rest)

    monkeypatch.setattr(builtins, "__import__", without)
    with pytest.raises(MissingExtraError, match=r"attio-client\[redis\]"):
        RedisLimiter("redis://localhost")


def test_no_password_is_shown_or_pickled(own_redis: Any, caplog: Any) -> None:
    """A limiter shows neither its address nor what is in it, and cannot be pickled."""
    limiter = RedisLimiter(f"redis://:hunter2@127.0.0.1:{own_redis.port}/0")
    own_redis.kill()
    limiter.reserve("workspace:w", WRITE, 0.0)
    assert "hunter2" not in repr(limiter) + caplog.text
    assert "degraded" in repr(limiter)
    with pytest.raises(TypeError, match="connections"):
        pickle.dumps(limiter)
    limiter.close()


def test_a_file_limiter_can_be_pickled(tmp_path: Any) -> None:
    """It goes to the processes of a pool as what it was made of."""
    limiter = pickle.loads(pickle.dumps(FileLimiter(tmp_path / "x", degraded_share=0.5)))
    assert limiter.reserve("workspace:w", WRITE, 0.0).granted
    assert repr(limiter) == f"<FileLimiter {str(tmp_path / 'x')!r}>"
    limiter.for_async()
    limiter.close()


def test_a_folder_that_cannot_be_made_is_refused(tmp_path: Any) -> None:
    """A file where the folder should be is told at once."""
    (tmp_path / "x").write_text("")
    with pytest.raises(ArgumentError, match="folder: cannot be used as a folder"):
        FileLimiter(tmp_path / "x")


def test_the_folder_of_the_user(tmp_path: Any, monkeypatch: pytest.MonkeyPatch) -> None:
    """Without a folder all programs of a user share one; a user without a home has to give one."""
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "cache"))
    FileLimiter()
    assert (tmp_path / "cache" / "attio-client" / "limits").is_dir()
    assert (tmp_path / "cache" / "attio-client" / "limits").stat().st_mode & 0o77 == 0
    monkeypatch.delenv("XDG_CACHE_HOME")
    monkeypatch.setenv("HOME", str(tmp_path))
    FileLimiter()
    assert (tmp_path / ".cache" / "attio-client" / "limits").is_dir()
    monkeypatch.setattr("pathlib.Path.home", lambda: (_ for _ in ()).throw(RuntimeError))
    with pytest.raises(ArgumentError, match="no home"):
        FileLimiter()


def test_the_package_names_what_it_has() -> None:
    """An unknown name is an AttributeError."""
    import attio.limits

    with pytest.raises(AttributeError, match="Limitor"):
        attio.limits.Limitor  # noqa: B018
