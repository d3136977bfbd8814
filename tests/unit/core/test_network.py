"""Against a small real server on this machine: what sockets do when things go wrong."""

from __future__ import annotations

import asyncio
import os
import socket
import ssl
import subprocess
import sys
import threading
import time
from typing import Any

import pytest

from attio.core import errors
from attio.core.client import AsyncSession, Session
from attio.core.config import load_config

KEY = "k" * 64


class Server:
    """Accepts connections and lets a function answer each request: bytes to send, None to hang up."""

    def __init__(self, behave: Any) -> None:
        self.behave = behave
        self.requests: list[bytes] = []
        self.connections = 0
        self.listener = socket.create_server(("127.0.0.1", 0))
        self.address = f"http://127.0.0.1:{self.listener.getsockname()[1]}"
        self.open: list[socket.socket] = []
        threading.Thread(target=self._accept, daemon=True).start()

    def _accept(self) -> None:
        while True:
            try:
                connection, _ = self.listener.accept()
            except OSError:
                return
            self.connections += 1
            self.open.append(connection)
            threading.Thread(target=self._serve, args=(connection,), daemon=True).start()

    def _serve(self, connection: socket.socket) -> None:
        with connection:
            while True:
                try:
                    request = self._read(connection)
                    if not request:
                        return
                    self.requests.append(request)
                    if self.behave(connection, len(self.requests)) is False:
                        return
                except OSError:
                    return

    @staticmethod
    def _read(connection: socket.socket) -> bytes:
        data = b""
        while b"\r\n\r\n" not in data:
            part = connection.recv(65536)
            if not part:
                return b""
            data += part
        head, _, body = data.partition(b"\r\n\r\n")
        length = next(
            (int(line[15:]) for line in head.split(b"\r\n") if line.lower().startswith(b"content-length:")), 0
        )
        while len(body) < length:
            body += connection.recv(65536)
        return head + b"\r\n\r\n" + body

    def close(self) -> None:
        try:
            # A listener that another thread waits on goes on listening after close() alone.
            self.listener.shutdown(socket.SHUT_RDWR)
        except OSError:
            pass
        self.listener.close()
        for connection in self.open:
            connection.close()


def http(
    body: bytes = b'{"data":[]}', status: bytes = b"200 OK", extra: bytes = b"", length: int | None = None
) -> bytes:
    size = len(body) if length is None else length
    return b"HTTP/1.1 %s\r\nContent-Length: %d\r\nX-Attio-Execution-Id: real-1\r\n%s\r\n%s" % (
        status,
        size,
        extra,
        body,
    )


@pytest.fixture
def serve() -> Any:
    servers: list[Server] = []

    def start(behave: Any) -> Server:
        servers.append(Server(behave))
        return servers[-1]

    yield start
    for server in servers:
        server.close()


class Both:
    def __init__(self, kind: str) -> None:
        self.kind = kind

    def send(self, server: Server, request: Any, clock: Any = None, **settings: Any) -> Any:
        config = load_config(
            environment={}, api_key=KEY, base_url=server.address, **{"rate_limiter": "off", **settings}
        )
        if self.kind == "sync":
            with Session(config, clock=clock) as session:
                return session.send(request)

        async def send() -> Any:
            async with AsyncSession(config, clock=clock) as session:
                return await session.send(request)

        return asyncio.run(send())


@pytest.fixture(params=["sync", "async"])
def both(request: pytest.FixtureRequest) -> Both:
    return Both(request.param)


def test_a_plain_answer(both: Both, serve: Any, tools: Any) -> None:
    """A real request arrives with the token and comes back with its request id."""
    server = serve(lambda connection, number: connection.sendall(http()))
    reply = both.send(server, tools.request())
    assert reply.json() == {"data": []}
    assert reply.response.request_id == "real-1"
    assert b"Bearer " + KEY.encode() in server.requests[0]


def test_a_reset_is_a_connection_error_and_a_write_is_sent_once(
    both: Both, serve: Any, tools: Any, clock: Any
) -> None:
    """A server that hangs up without a word: reads are repeated, a create is sent once and in doubt."""
    server = serve(lambda connection, number: False)
    with pytest.raises(errors.APIConnectionError) as caught:
        both.send(server, tools.request(), clock)
    assert caught.value.attempts == len(server.requests) == 4
    writes = serve(lambda connection, number: False)
    with pytest.raises(errors.MaybeSentError) as doubt:
        both.send(writes, tools.request("create_note", body={}), clock)
    assert isinstance(doubt.value, errors.APIConnectionError)
    assert len(writes.requests) == 1


def test_a_hang_up_on_a_reused_connection_is_ambiguous(serve: Any, tools: Any, clock: Any) -> None:
    """A connection that served one request and dies on the next may have processed it: a create is not sent again."""

    def behave(connection: socket.socket, number: int) -> Any:
        if number == 1:
            connection.sendall(http())
            return True
        return False

    server = serve(behave)
    config = load_config(environment={}, api_key=KEY, base_url=server.address, rate_limiter="off")
    with Session(config, clock=clock) as session:
        session.send(tools.request())
        with pytest.raises(errors.MaybeSentError):
            session.send(tools.request("create_note", body={}))
    assert server.connections == 1
    assert len(server.requests) == 2


def test_nobody_listens(both: Both, serve: Any, tools: Any, clock: Any) -> None:
    """A refused connection is repeated even for a write, since nothing was sent, and is not in doubt."""
    server = serve(lambda connection, number: False)
    server.close()
    with pytest.raises(errors.APIConnectionError, match="could not connect") as caught:
        both.send(server, tools.request("create_note", body={}), clock)
    assert caught.value.attempts == 4
    assert not caught.value.maybe_sent
    assert not isinstance(caught.value, errors.MaybeSentError)


def test_a_truncated_body(both: Both, serve: Any, tools: Any, clock: Any) -> None:
    """A body shorter than it said is a connection error for a read, repeated; a create is in doubt."""

    def behave(connection: socket.socket, number: int) -> Any:
        connection.sendall(http(b'{"data"', length=500))
        return False

    server = serve(behave)
    with pytest.raises(errors.APIConnectionError):
        both.send(server, tools.request(), clock)
    assert len(server.requests) == 4
    with pytest.raises(errors.MaybeSentError):
        both.send(serve(behave), tools.request("create_note", body={}), clock)


def test_a_truncated_error_keeps_its_status(both: Both, serve: Any, tools: Any, clock: Any) -> None:
    """The status of an error answer counts, also when its body breaks off."""

    def behave(connection: socket.socket, number: int) -> Any:
        connection.sendall(http(b"<html>", status=b"404 Not Found", length=500))
        return False

    with pytest.raises(errors.NotFoundError) as caught:
        both.send(serve(behave), tools.request(), clock)
    assert caught.value.request_id == "real-1"


def test_status_520_with_a_page(both: Both, serve: Any, tools: Any, clock: Any) -> None:
    """An error page of the edge is a ServerError, and a create that met it is in doubt."""
    server = serve(
        lambda connection, number: connection.sendall(
            http(b"<title>520: error</title>", status=b"520 Web server error")
        )
    )
    with pytest.raises(errors.ServerError, match="520.*HTML page, not JSON: 520: error") as caught:
        both.send(server, tools.request("create_note", body={}), clock)
    assert isinstance(caught.value, errors.MaybeSentError)
    assert len(server.requests) == 1


def test_garbage_instead_of_http(both: Both, serve: Any, tools: Any, clock: Any) -> None:
    """What is not HTTP at all is a connection error."""

    def behave(connection: socket.socket, number: int) -> Any:
        connection.sendall(b"SSH-2.0-OpenSSH_9.6\r\n\r\n")
        return False

    with pytest.raises(errors.APIConnectionError):
        both.send(serve(behave), tools.request(), clock)


def test_a_broken_compression(both: Both, serve: Any, tools: Any, clock: Any) -> None:
    """A body that says gzip and is not is an error of the connection, not a traceback from inside."""
    server = serve(
        lambda connection, number: connection.sendall(http(b"not gzip", extra=b"Content-Encoding: gzip\r\n"))
    )
    with pytest.raises(errors.APIConnectionError, match="compression"):
        both.send(server, tools.request(), clock)


def test_a_compressed_answer(both: Both, serve: Any, tools: Any) -> None:
    """Answers may be compressed."""
    import gzip

    body = gzip.compress(b'{"data":[1]}')
    server = serve(
        lambda connection, number: connection.sendall(http(body, extra=b"Content-Encoding: gzip\r\n"))
    )
    assert both.send(server, tools.request()).json() == {"data": [1]}
    assert b"accept-encoding: gzip, deflate" in server.requests[0].lower()


def test_silence_is_a_timeout(both: Both, serve: Any, tools: Any, clock: Any) -> None:
    """A server that never answers is an APITimeoutError that names the setting."""
    server = serve(lambda connection, number: True)
    with pytest.raises(errors.APITimeoutError, match=r"timeout_s=0.05"):
        both.send(server, tools.request(), clock, timeout_s=0.05, max_retries=0)


def test_a_trickling_body_ends_at_the_deadline(both: Both, serve: Any, tools: Any) -> None:
    """A body that comes byte by byte never meets a phase's timeout, but it meets the deadline."""

    def behave(connection: socket.socket, number: int) -> Any:
        connection.sendall(http(b"", length=10_000))
        for _ in range(1000):
            connection.sendall(b" ")
            time.sleep(0.01)

    started = time.monotonic()
    with pytest.raises(errors.APITimeoutError, match="deadline_s=0.2 passed"):
        both.send(serve(behave), tools.request(), deadline_s=0.2, timeout_s=5)
    assert time.monotonic() - started < 2.0


def test_plain_http_where_tls_was_expected(both: Both, serve: Any, tools: Any, clock: Any) -> None:
    """A server that speaks no TLS is a connection error: nothing was sent, so nothing is in doubt."""
    server = serve(lambda connection, number: False)
    server.address = server.address.replace("http://", "https://")
    with pytest.raises(errors.APIConnectionError) as caught:
        both.send(server, tools.request("create_note", body={}), clock, max_retries=0, timeout_s=0.2)
    assert not caught.value.maybe_sent


def test_a_client_in_several_event_loops(serve: Any, tools: Any) -> None:
    """One async client serves one loop after another, and two at a time, each with connections of its own."""
    server = serve(lambda connection, number: connection.sendall(http()))
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
    server = serve(lambda connection, number: connection.sendall(http()))
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
    server = serve(lambda connection, number: connection.sendall(http()))
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
    server = serve(lambda connection, number: connection.sendall(http(b'{"n":%d}' % number)))
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
    server = serve(lambda connection, number: connection.sendall(http()))
    with Session(
        load_config(environment={}, api_key=KEY, base_url=server.address, connection_limits=3)
    ) as session:
        session.send(tools.request())
        assert session._pool._made._pool._max_connections == 3  # type: ignore[union-attr]


def test_what_is_light_imports_nothing_heavy() -> None:
    """Errors, settings, arguments, pages and snapshots do not load httpx, asyncio, logging or the table."""
    heavy = [
        "httpx",
        "asyncio",
        "logging",
        "dataclasses",
        "attr",
        "dateutil",
        "email",
        "ssl",
        "difflib",
        "attio_openapi.operations",
    ]
    for module in ("errors", "config", "arguments", "pages", "snapshot", "redact", "defaults", "hooks"):
        code = f"import sys, attio.core.{module}; print([name for name in {heavy!r} if name in sys.modules])"
        done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
        assert done.stdout.strip() == "[]", (module, done.stdout)


def test_a_request_costs_little_over_httpx(tools: Any) -> None:
    """With limiter and retries on, a small call takes at most 1.7 times what httpx alone takes, in this process."""
    import httpx

    from attio.core.limits import InProcessLimiter, Lane

    class Wide(InProcessLimiter):
        def reserve(self, key: str, lanes: Any, now: float, **more: Any) -> Any:
            return super().reserve(key, [Lane(lane.name, 1e9) for lane in lanes], now, **more)

    body = {"data": {"title": "x", "content": "y" * 100}}

    def answer(request: httpx.Request) -> httpx.Response:
        return httpx.Response(200, json=body)

    client = httpx.Client(
        transport=httpx.MockTransport(answer),
        base_url="https://api.attio.com",
        headers={"Authorization": "Bearer x"},
    )
    session = tools.session(answer, rate_limiter=Wide())
    request = tools.request("create_note", body=body)

    def measured(work: Any) -> float:
        best = float("inf")
        for _ in range(5):
            started = time.perf_counter()
            for _ in range(100):
                work()
            best = min(best, time.perf_counter() - started)
        return best

    measured(lambda: session.send(request).json())
    ratio = measured(lambda: session.send(request).json()) / measured(
        lambda: client.post("/v2/notes", json=body).json()
    )
    client.close()
    assert ratio <= 1.7


def test_a_certificate_that_is_not_trusted_is_not_tried_again(serve: Any, tools: Any, clock: Any) -> None:
    """A wrong certificate fails at once: it would not become right."""
    import httpx

    script = tools.Script(httpx.ConnectError("[SSL: CERTIFICATE_VERIFY_FAILED] certificate verify failed"))
    with pytest.raises(errors.APIConnectionError, match="CERTIFICATE_VERIFY_FAILED"):
        tools.session(script, clock).send(tools.request())
    assert len(script.requests) == 1
    assert ssl.OPENSSL_VERSION
