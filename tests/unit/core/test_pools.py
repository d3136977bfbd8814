"""Connections: one pool a process and an event loop, made late, by the settings."""

from __future__ import annotations

import asyncio
import os
import threading
from typing import Any

import pytest

from attio.core import errors
from attio.core.client import AsyncSession, Session
from attio.core.config import load_config

KEY = "k" * 64


def test_a_client_in_several_event_loops(serve: Any, tools: Any) -> None:
    """One async client serves one loop after another, and two at a time, each with connections of its own."""
    server = serve(lambda connection, number: connection.sendall(tools.http()))
    config = load_config(environment={}, api_key=KEY, base_url=server.address, rate_limiter="off")
    session = AsyncSession(config)

    async def use() -> int:
        for _ in range(2):
            await session.send(tools.request())
        return len(session._pool._made)

    async def last() -> None:
        await use()
        await session.aclose()

    with asyncio.Runner() as first, asyncio.Runner() as second:
        first.run(use())
        assert second.run(use()) == 2
        first.run(use())
        assert server.connections == 2

        async def close_first() -> None:
            transport = session._pool.transport()
            await transport.aclose()

        first.run(close_first())
        second.run(last())
    with pytest.raises(errors.ClientClosedError):
        asyncio.run(session.send(tools.request()))


def test_closing_reaches_the_pools_of_other_running_loops(serve: Any, tools: Any) -> None:
    """aclose in one loop has another loop that runs close its own connections."""
    server = serve(lambda connection, number: connection.sendall(tools.http()))
    session = AsyncSession(
        load_config(environment={}, api_key=KEY, base_url=server.address, rate_limiter="off")
    )
    used, done = threading.Event(), threading.Event()
    closed: list[bool] = []

    async def elsewhere() -> None:
        await session.send(tools.request())
        transport = session._pool.transport()
        used.set()
        while not done.is_set():
            await asyncio.sleep(0.001)
        for _ in range(50):
            await asyncio.sleep(0.001)
        closed.append(not transport._pool.connections)  # type: ignore[attr-defined]

    thread = threading.Thread(target=lambda: asyncio.run(elsewhere()))
    thread.start()
    assert used.wait(5)
    asyncio.run(session.aclose())
    done.set()
    thread.join()
    assert closed == [True]


@pytest.mark.skipif(not hasattr(os, "fork"), reason="this system does not fork")
@pytest.mark.filterwarnings("ignore::DeprecationWarning")
def test_a_forked_process_gets_its_own_connections(serve: Any, tools: Any) -> None:
    """After a fork the child uses a new pool, and the parent's connection goes on working."""
    server = serve(lambda connection, number: connection.sendall(tools.http()))
    config = load_config(environment={}, api_key=KEY, base_url=server.address)
    for make in (Session, AsyncSession):
        before = server.connections
        runner = asyncio.Runner()
        session: Any = make(config)

        def send() -> Any:
            result = session.send(tools.request())
            return runner.run(result) if asyncio.iscoroutine(result) else result

        send()
        session._pool._lock = session._exchange.limiter._lock
        pid = os.fork()
        if pid == 0:
            code = 1
            try:
                runner = asyncio.Runner()
                code = 0 if send().response.status == 200 else 2
                if make is Session:
                    session.close()
            finally:
                os._exit(code)
        assert os.waitstatus_to_exitcode(os.waitpid(pid, 0)[1]) == 0
        send()
        assert server.connections == before + 2
        if make is Session:
            session.close()
        else:
            runner.run(session.aclose())
        runner.close()


def test_many_threads_share_one_client(serve: Any, tools: Any) -> None:
    """Threads use one sync client at the same time, and each gets its own answer."""
    server = serve(lambda connection, number: connection.sendall(tools.http(b'{"n":%d}' % number)))
    got: list[int] = []
    with Session(
        load_config(environment={}, api_key=KEY, base_url=server.address, rate_limiter="off")
    ) as session:

        def work() -> None:
            for _ in range(10):
                got.append(session.send(tools.request()).json()["n"])

        threads = [threading.Thread(target=work) for _ in range(8)]
        for thread in threads:
            thread.start()
        for thread in threads:
            thread.join()
    assert sorted(got) == list(range(1, 81))


def test_no_ssl_context_is_built_for_a_given_transport(monkeypatch: pytest.MonkeyPatch, tools: Any) -> None:
    """With transport= no default transport is made; without, one is made at the first request only."""
    import httpx

    made: list[str] = []
    monkeypatch.setattr(
        httpx,
        "HTTPTransport",
        lambda **settings: made.append("sync") or httpx.MockTransport(tools.Script(200)),
    )
    tools.session(tools.Script(200)).send(tools.request())
    assert made == []
    session = Session(load_config(environment={}, api_key=KEY), clock=tools.Clock())
    assert made == []
    session.send(tools.request())
    session.send(tools.request())
    assert made == ["sync"]


@pytest.mark.parametrize(
    ("environment", "settings", "expected"),
    [
        ({}, {}, None),
        ({"https_proxy": "http://p:1"}, {}, "http://p:1"),
        ({"https_proxy": "p:1"}, {}, "http://p:1"),
        ({"all_proxy": "http://a:1"}, {}, "http://a:1"),
        ({"http_proxy": "http://p:1"}, {}, None),
        ({"https_proxy": "http://p:1", "no_proxy": "attio.com"}, {}, None),
        ({"https_proxy": "http://p:1"}, {"proxy": "http://own:2"}, "http://own:2"),
        ({"https_proxy": "http://p:1", "no_proxy": "localhost"}, {"base_url": "https://localhost:1"}, None),
    ],
)
def test_the_proxy_is_the_setting_s_or_the_environment_s(
    monkeypatch: pytest.MonkeyPatch,
    environment: dict[str, str],
    settings: dict[str, Any],
    expected: str | None,
) -> None:
    """proxy= wins; else HTTPS_PROXY, ALL_PROXY and NO_PROXY are followed as everywhere."""
    from attio.core.pool import proxy_for

    for name in list(os.environ):
        if name.lower().endswith("_proxy"):
            monkeypatch.delenv(name)
    for name, value in environment.items():
        monkeypatch.setenv(name, value)
    assert proxy_for(load_config(environment={}, api_key=KEY, **settings)) == expected


def test_a_proxy_that_cannot_be_used_is_named(tools: Any, monkeypatch: pytest.MonkeyPatch) -> None:
    """A SOCKS proxy without its package is a ConfigurationError without the password."""
    import httpx

    def refuse(**settings: Any) -> None:
        raise ImportError(f"no socksio for {settings['proxy']}")

    monkeypatch.setattr(httpx, "HTTPTransport", refuse)
    session = Session(load_config(environment={}, api_key=KEY, proxy="socks5://user:hush@localhost:1"))
    with pytest.raises(errors.ConfigurationError, match="^proxy: cannot be used: no socksio") as caught:
        session.send(tools.request())
    assert "hush" not in str(caught.value)


def test_connection_limits_reach_the_pool(serve: Any, tools: Any) -> None:
    """connection_limits= bounds the connections of the pool."""
    server = serve(lambda connection, number: connection.sendall(tools.http()))
    with Session(
        load_config(environment={}, api_key=KEY, base_url=server.address, connection_limits=3)
    ) as session:
        session.send(tools.request())
        assert session._pool._made._pool._max_connections == 3  # type: ignore[union-attr]


def test_a_pool_is_made_anew_after_a_fork(monkeypatch: pytest.MonkeyPatch, tools: Any) -> None:
    """The child of a fork makes its own transports and does not close the parent's."""
    import httpx

    from attio.core.forks import note_fork

    made: list[Any] = []

    class Counted(httpx.MockTransport):
        def __init__(self, **settings: Any) -> None:
            super().__init__(tools.Script(200))
            self.closed = False
            made.append(self)

        def close(self) -> None:
            self.closed = True

        async def aclose(self) -> None:
            self.closed = True

    monkeypatch.setattr(httpx, "HTTPTransport", Counted)
    monkeypatch.setattr(httpx, "AsyncHTTPTransport", Counted)
    config = load_config(environment={}, api_key=KEY, rate_limiter="off")
    session = Session(config)
    session.send(tools.request())
    note_fork()
    session.send(tools.request())
    session.close()
    assert [transport.closed for transport in made] == [False, True]
    made.clear()

    async def use() -> None:
        session = AsyncSession(config)
        await session.send(tools.request())
        note_fork()
        await session.send(tools.request())
        await session.aclose()

    asyncio.run(use())
    assert [transport.closed for transport in made] == [False, True]
