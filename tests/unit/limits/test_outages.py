"""What becomes of calls when Redis or the folder is not there: at the start, in the middle, and back again."""

from __future__ import annotations

import asyncio
import logging
import os
import shutil
import sys
import time
from pathlib import Path
from typing import Any

import pytest

from attio.core.file_lock import FileLock
from attio.core.limits import Lane
from attio.core.routes import WRITE_LANE
from attio.limits import FileLimiter, RedisLimiter
from attio.limits.shared import SHARED_GUARD_S

WRITE = (WRITE_LANE,)
KEY = "workspace:w"
SPACING_S = (1 + SHARED_GUARD_S) / 25


def redis_limiter(url: str, **settings: Any) -> RedisLimiter:
    return RedisLimiter(url, **{"timeout_s": 0.2, **settings})


def messages(caplog: pytest.LogCaptureFixture, level: int) -> list[str]:
    return [record.getMessage() for record in caplog.records if record.levelno == level]


def test_redis_gone_at_the_start(own_redis: Any, hand_clock: Any, caplog: pytest.LogCaptureFixture) -> None:
    """Calls go on at the process's own pace, one warning is logged, and Redis is taken up when it comes."""
    own_redis.kill()
    limiter = redis_limiter(own_redis.url, clock=hand_clock)
    with caplog.at_level(logging.INFO, logger="attio"):
        waits = [limiter.reserve(KEY, WRITE, 0.0).wait_s for _ in range(3)]
        assert waits == pytest.approx([0.0, SPACING_S, 2 * SPACING_S])
        assert limiter.is_degraded
        assert limiter.hold(KEY, WRITE, 0.0) == 0.0
        assert len(messages(caplog, logging.WARNING)) == 1
        assert "Redis" in caplog.text
        assert "its own part" in caplog.text
        own_redis.start()
        hand_clock.at += 1.0
        assert limiter.reserve(KEY, WRITE, 0.0).granted
        assert not limiter.is_degraded
        assert messages(caplog, logging.INFO) == ["Redis, which shares Attio's limits, is back"]
    limiter.close()


def test_redis_gone_in_the_middle(own_redis: Any, hand_clock: Any) -> None:
    """Each of two processes goes on at half the limit, after what it had reserved before."""
    one = redis_limiter(own_redis.url, clock=hand_clock)
    two = redis_limiter(own_redis.url, clock=hand_clock)
    for limiter in (one, two):
        limiter.reserve(KEY, WRITE, 0.0)
    hand_clock.at += 6.0
    for limiter in (one, two):
        limiter.reserve(KEY, WRITE, 0.0)
    reserved = max(one.reserve(KEY, WRITE, 0.0).wait_s for _ in range(10))
    own_redis.kill()
    waits = [one.reserve(KEY, WRITE, 0.0).wait_s for _ in range(3)]
    assert one.is_degraded
    assert not two.is_degraded
    assert waits == pytest.approx([reserved + n * 2 * SPACING_S for n in (1, 2, 3)], abs=0.01)
    one.penalize(KEY, WRITE, 0.0, wait_s=20.0)
    assert one.hold(KEY, WRITE, 0.0) == pytest.approx(20.0)
    for limiter in (one, two):
        limiter.close()


def test_redis_back_again(own_redis: Any, hand_clock: Any) -> None:
    """What was sent meanwhile, a penalty and whose tokens they are: Redis is told all of it."""
    limiter = redis_limiter(own_redis.url, clock=hand_clock)
    limiter.bind("token:x", KEY)
    limiter.reserve(KEY, WRITE, 0.0)
    own_redis.kill()
    limiter.reserve(KEY, WRITE, 0.0)
    limiter.penalize(KEY, WRITE, 0.0, wait_s=50.0)
    own_redis.start()
    hand_clock.at += 2.0
    # A new Redis knows nothing of the penalty, so the process brings it along.
    assert limiter.reserve(KEY, WRITE, 0.0).wait_s == pytest.approx(48.0, abs=0.5)
    other = redis_limiter(own_redis.url)
    assert other.reserve("token:x", WRITE, 0.0).wait_s == 0.0
    limiter.reserve(KEY, WRITE, 0.0)
    assert other.reserve("token:x", WRITE, 0.0).wait_s > 40.0
    hand_clock.at += 100.0
    assert limiter.reserve(KEY, WRITE, 0.0).granted
    assert limiter._known[KEY].fallback is None
    for one in (limiter, other):
        one.close()


def test_redis_that_hangs_holds_nobody_up_for_long(own_redis: Any) -> None:
    """One call waits for the timeout; those after it do not wait at all."""
    limiter = redis_limiter(own_redis.url)
    limiter.reserve(KEY, WRITE, 0.0)
    own_redis.freeze()
    try:
        started = time.monotonic()
        limiter.reserve(KEY, WRITE, 0.0)
        first = time.monotonic() - started
        started = time.monotonic()
        for _ in range(100):
            limiter.reserve(KEY, WRITE, 0.0)
        rest = time.monotonic() - started
    finally:
        own_redis.thaw()
    assert 0.15 < first < 2.0
    assert rest < 0.15
    limiter.close()


def test_an_event_loop_does_not_wait_for_a_redis_that_hangs(own_redis: Any) -> None:
    """While one task finds out, the loop runs on."""
    limiter = redis_limiter(own_redis.url)
    twin = limiter.for_async()

    async def main() -> float:
        await twin.reserve(KEY, WRITE, 0.0)
        own_redis.freeze()
        longest, last = 0.0, time.monotonic()
        asking = asyncio.create_task(twin.reserve(KEY, WRITE, 0.0))
        while not asking.done():
            await asyncio.sleep(0.005)
            longest, last = max(longest, time.monotonic() - last), time.monotonic()
        assert (await asking).granted
        assert limiter.is_quick
        assert (await twin.reserve(KEY, WRITE, 0.0)).wait_s > 0.0
        return longest

    try:
        assert asyncio.run(main()) < 0.15
    finally:
        own_redis.thaw()
    limiter.close()


def test_tries_become_rarer(own_redis: Any, hand_clock: Any, monkeypatch: pytest.MonkeyPatch) -> None:
    """During a long outage Redis is asked after 1, 2, 4, 8 and then every 15 seconds."""
    own_redis.kill()
    limiter = redis_limiter(own_redis.url, clock=hand_clock)
    tried: list[float] = []
    failing = limiter._reserve

    def reserve(question: Any) -> Any:
        tried.append(hand_clock.at)
        return failing(question)

    monkeypatch.setattr(limiter, "_reserve", reserve)
    for _ in range(600):
        limiter.reserve(KEY, WRITE, 0.0)
        hand_clock.at += 0.1
    gaps = [round(later - earlier) for earlier, later in zip(tried, tried[1:], strict=False)]
    assert gaps == [1, 2, 4, 8, 15, 15]
    limiter.close()


def test_a_part_can_be_given(own_redis: Any, hand_clock: Any) -> None:
    """degraded_share says which part of the limits a process keeps to when it is on its own."""
    own_redis.kill()
    limiter = redis_limiter(own_redis.url, clock=hand_clock, degraded_share=0.2)
    waits = [limiter.reserve(KEY, WRITE, 0.0).wait_s for _ in range(3)]
    assert waits == pytest.approx([0.0, 5 * SPACING_S, 10 * SPACING_S])
    limiter.close()


def test_a_token_can_be_bound_during_an_outage(own_redis: Any, hand_clock: Any) -> None:
    """The lanes of the process's own follow the token to its workspace, unless it has lanes already."""
    own_redis.kill()
    limiter = redis_limiter(own_redis.url, clock=hand_clock)
    for _ in range(5):
        limiter.reserve("token:x", WRITE, 0.0)
    limiter.bind("token:x", KEY)
    assert limiter.reserve(KEY, WRITE, 0.0).wait_s == pytest.approx(5 * SPACING_S)
    limiter.reserve("token:y", WRITE, 0.0)
    limiter.bind("token:y", KEY)
    assert limiter.reserve(KEY, WRITE, 0.0).wait_s == pytest.approx(6 * SPACING_S)
    limiter.close()


def test_what_is_remembered_is_bounded(
    own_redis: Any, hand_clock: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A process that serves any number of tokens does not grow with them."""
    monkeypatch.setattr("attio.limits.shared._KEYS_KEPT", 3)
    limiter = redis_limiter(own_redis.url, clock=hand_clock)
    for number in range(10):
        limiter.reserve(f"token:{number}", WRITE, 0.0)
    assert len(limiter._known) <= 3
    limiter.close()


def test_a_folder_gone_in_the_middle(
    tmp_path: Path, hand_clock: Any, caplog: pytest.LogCaptureFixture
) -> None:
    """Calls go on, and when the folder is there again so is the sharing."""
    limiter = FileLimiter(tmp_path / "limits", clock=hand_clock)
    limiter.reserve(KEY, WRITE, 0.0)
    shutil.rmtree(tmp_path / "limits")
    with caplog.at_level(logging.INFO, logger="attio"):
        for _ in range(50):
            assert limiter.reserve(KEY, WRITE, 0.0).granted
        assert limiter.is_degraded
        (tmp_path / "limits").mkdir()
        hand_clock.at += 1.0
        # 51 places were taken, and the one that the folder remembered is forgotten with it.
        assert limiter.reserve(KEY, WRITE, 0.0).wait_s == pytest.approx(51 * SPACING_S - 1.0)
        assert not limiter.is_degraded
    assert "is out of reach" in caplog.text
    assert "is back" in caplog.text


def test_a_process_that_stops_with_the_lock_is_not_waited_for(tmp_path: Path) -> None:
    """Nobody waits longer than timeout_s for a lock."""
    limiter = FileLimiter(tmp_path, timeout_s=0.05)
    limiter.reserve(KEY, WRITE, 0.0)
    (name,) = os.listdir(tmp_path)
    with FileLock(tmp_path / name):
        started = time.monotonic()
        assert limiter.reserve(KEY, WRITE, 0.0).granted
        assert limiter.is_degraded
        assert time.monotonic() - started < 2.0


@pytest.mark.parametrize(
    "content", [b"\xff" * 40, b"{}", b"\x00\x00\x00\x05\x81\xa1t\xc0\xc0", b"\x00\x00\x00\x02\x81\xa1"]
)
def test_a_damaged_file_begins_anew(tmp_path: Path, content: bytes, caplog: pytest.LogCaptureFixture) -> None:
    """What somebody wrote into a file of the limiter costs what it held, is logged once, and stops nobody."""
    limiter = FileLimiter(tmp_path)
    limiter.reserve(KEY, WRITE, 0.0)
    (name,) = os.listdir(tmp_path)
    for _ in range(2):
        (tmp_path / name).write_bytes(content)
        with caplog.at_level(logging.WARNING, logger="attio"):
            assert limiter.reserve(KEY, WRITE, 0.0)[:2] == (0.0, True)
    assert len(messages(caplog, logging.WARNING)) == 1
    assert limiter.reserve(KEY, WRITE, 0.0).wait_s > 0.0


def test_a_clock_that_begins_anew_holds_nobody_up(tmp_path: Path, hand_clock: Any) -> None:
    """After a restart of the machine its clock starts at zero: places far in the future are moved back."""
    limiter = FileLimiter(tmp_path, clock=hand_clock)
    hand_clock.at = 500_000.0
    for _ in range(10):
        limiter.reserve(KEY, WRITE, 0.0)
    hand_clock.at = 3.0
    assert limiter.reserve(KEY, WRITE, 0.0).wait_s == pytest.approx(10 * SPACING_S)
    assert limiter.reserve(KEY, (Lane("merge", 5.0), WRITE_LANE), 0.0).wait_s > 0.0


@pytest.mark.skipif(sys.platform == "win32", reason="fork")
def test_a_killed_process_lets_go_of_the_file(tmp_path: Path) -> None:
    """A process that is killed in the middle of a reservation leaves lock and file usable."""
    limiter = FileLimiter(tmp_path)
    limiter.reserve(KEY, WRITE, 0.0)
    (name,) = os.listdir(tmp_path)
    reading, writing = os.pipe()
    child = os.fork()
    if not child:
        with FileLock(tmp_path / name):
            os.write(writing, b"x")
            time.sleep(60)
        os._exit(0)
    os.read(reading, 1)
    os.kill(child, 9)
    os.waitpid(child, 0)
    os.close(reading)
    os.close(writing)
    assert limiter.reserve(KEY, WRITE, 0.0).granted
    assert not limiter.is_degraded
