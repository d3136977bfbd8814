from __future__ import annotations

import asyncio
import threading
from typing import Any

import pytest

from attio.core import defaults
from attio.core.config import load_config


@pytest.fixture(autouse=True)
def _fresh() -> Any:
    defaults.configure(None)
    yield
    defaults.configure(None)


def test_using_is_of_the_innermost_block_and_of_one_thread() -> None:
    """Inside `using` its client is used, in this thread or task only, and the one before afterwards."""
    made: list[Any] = []
    seen: list[Any] = []

    def make(config: Any) -> object:
        made.append(config)
        return "default"

    with defaults.using("outer"), defaults.using("inner") as client:
        assert client == defaults.used_client() == defaults.default_client(make) == "inner"
        thread = threading.Thread(target=lambda: seen.append(defaults.used_client()))
        thread.start()
        thread.join()
    assert seen == [None]
    assert defaults.used_client() is None
    assert made == []


def test_tasks_do_not_see_each_other() -> None:
    """Two tasks that use two clients keep them apart."""

    async def work(name: str) -> Any:
        with defaults.using(name):
            await asyncio.sleep(0)
            return defaults.used_client()

    async def main() -> list[Any]:
        return await asyncio.gather(work("a"), work("b"))

    assert asyncio.run(main()) == ["a", "b"]


def test_the_default_client_is_made_once_by_many_threads() -> None:
    """However many threads ask first, one client is made, from the settings of configure."""
    config = load_config(environment={}, api_key="x")
    assert defaults.configure(config) is None
    assert defaults.configured() is config
    made: list[Any] = []
    got: list[Any] = []
    gate = threading.Barrier(8)

    def make(config: Any) -> object:
        made.append(config)
        return object()

    def ask() -> None:
        gate.wait()
        got.append(defaults.default_client(make))

    threads = [threading.Thread(target=ask) for _ in range(8)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert made == [config]
    assert len(set(map(id, got))) == 1


def test_configure_replaces_settings_and_client_at_once() -> None:
    """After configure the next call gets a new client; the old one is given back for who still uses it."""
    first = defaults.default_client(lambda config: "first")
    assert defaults.configure(load_config(environment={}, api_key="x")) == first
    assert defaults.default_client(lambda config: "second") == "second"
    assert defaults.configure(None, "given") == "second"
    assert defaults.default_client(lambda config: "never") == "given"


def test_a_fork_gets_a_new_lock() -> None:
    """A default client that another thread was making when the process was forked does not block the child."""
    from attio.core.forks import forks, note_fork

    before = forks()
    holder = threading.Thread(target=defaults._default.lock.acquire)
    holder.start()
    holder.join()
    note_fork()
    assert forks() == before + 1
    assert defaults.default_client(lambda config: "made") == "made"
