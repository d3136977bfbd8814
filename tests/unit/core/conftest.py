"""A clock that nobody waits for, sessions over handlers, and a small real server."""

from __future__ import annotations

import asyncio
import socket
import threading
from typing import Any

import httpx
import pytest

from attio.core.client import AsyncSession, Session
from attio.core.clock import Clock
from attio.core.config import load_config

KEY = "k" * 64
EXECUTION_ID = "c0deb022-1111-4222-8333-444444444444"


class VirtualClock(Clock):
    """Time passes when somebody sleeps, and only then."""

    def __init__(self, now: float = 1_780_000_000.0, chance: float = 0.5) -> None:
        self.at = 0.0
        self.epoch = now
        self.chance = chance
        self.slept: list[float] = []

    def monotonic(self) -> float:
        return self.at

    def now(self) -> float:
        return self.epoch + self.at

    def random(self) -> float:
        return self.chance

    def sleep(self, seconds: float) -> None:
        self.slept.append(seconds)
        self.at += seconds

    async def asleep(self, seconds: float) -> None:
        self.sleep(seconds)


class Script:
    """A transport that answers with what it was told, in order, the last answer for ever."""

    def __init__(self, *answers: Any, clock: VirtualClock | None = None, takes_s: float = 0.0) -> None:
        self.answers = list(answers)
        self.requests: list[httpx.Request] = []
        self.clock = clock
        self.takes_s = takes_s

    def __call__(self, request: httpx.Request) -> httpx.Response:
        self.requests.append(request)
        if self.clock is not None:
            self.clock.at += self.takes_s
        answer = self.answers[min(len(self.requests), len(self.answers)) - 1]
        if isinstance(answer, BaseException):
            raise answer
        if callable(answer):
            return answer(request)
        if isinstance(answer, int):
            return reply(answer)
        return httpx.Response(answer.status_code, headers=answer.headers, content=answer.content)


def reply(status: int = 200, body: Any = None, **headers: str) -> httpx.Response:
    sent = {
        "x-attio-execution-id": EXECUTION_ID,
        **{name.replace("_", "-"): value for name, value in headers.items()},
    }
    if body is None:
        body = {"data": []} if status < 400 else error_body(status)
    if isinstance(body, bytes):
        return httpx.Response(status, content=body, headers=sent)
    return httpx.Response(status, json=body, headers=sent)


def error_body(
    status: int, code: str | None = None, message: str = "it did not work", **more: Any
) -> dict[str, Any]:
    codes = {
        401: "unauthorized",
        403: "unauthorized",
        404: "not_found",
        409: "slug_conflict",
        429: "rate_limit_exceeded",
    }
    return {
        "status_code": status,
        "type": "api_error" if status >= 500 else "invalid_request_error",
        "code": code or codes.get(status, "validation_type"),
        "message": message,
        **more,
    }


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


class Tools:
    """What tests of the core are made of."""

    KEY = KEY
    EXECUTION_ID = EXECUTION_ID
    Clock = VirtualClock
    Script = Script
    reply = staticmethod(reply)
    error_body = staticmethod(error_body)
    http = staticmethod(http)

    @staticmethod
    def session(handler: Any, clock: Clock | None = None, **settings: Any) -> Session:
        config = load_config(environment={}, **{"api_key": KEY, **settings})
        return Session(config, transport=httpx.MockTransport(handler), clock=clock or VirtualClock())

    @staticmethod
    def async_session(handler: Any, clock: Clock | None = None, **settings: Any) -> AsyncSession:
        config = load_config(environment={}, **{"api_key": KEY, **settings})
        return AsyncSession(config, transport=httpx.MockTransport(handler), clock=clock or VirtualClock())

    @staticmethod
    def request(operation: str = "list_objects", path: str | None = None, **more: Any) -> Any:
        from attio_openapi import Request
        from attio_openapi.operations import OPERATIONS

        row = OPERATIONS[operation]
        return Request(operation, row.method, path or row.path, more.get("query", {}), more.get("body"))


@pytest.fixture
def tools() -> type[Tools]:
    return Tools


@pytest.fixture
def clock() -> VirtualClock:
    return VirtualClock()


class Both:
    """Drives a sync or an async session in the same words."""

    def __init__(self, kind: str, tools: Any) -> None:
        self.kind = kind
        self.tools = tools

    def make(self, handler: Any, clock: Any = None, **settings: Any) -> Any:
        make = self.tools.session if self.kind == "sync" else self.tools.async_session
        return make(handler, clock, **settings)

    def run(self, result: Any) -> Any:
        return asyncio.run(result) if asyncio.iscoroutine(result) else result

    def send(self, session: Any, request: Any, **more: Any) -> Any:
        return self.run(session.send(request, **more))

    def request(self, session: Any, *given: Any, **more: Any) -> Any:
        return self.run(session.request(*given, **more))

    def download(
        self, session: Any, request: Any, *, chunk_size: int | None = None, **more: Any
    ) -> tuple[bytes, Any]:
        if self.kind == "sync":
            with session.stream(request, **more) as reply:
                return b"".join(reply.iter_bytes(chunk_size)), reply

        async def read() -> tuple[bytes, Any]:
            async with session.stream(request, **more) as reply:
                return b"".join([part async for part in reply.iter_bytes(chunk_size)]), reply

        return asyncio.run(read())

    def close(self, session: Any) -> None:
        self.run(session.close() if self.kind == "sync" else session.aclose())


@pytest.fixture(params=["sync", "async"])
def both(request: pytest.FixtureRequest) -> Both:
    return Both(request.param, Tools)


@pytest.fixture
def serve() -> Any:
    servers: list[Server] = []

    def start(behave: Any) -> Server:
        servers.append(Server(behave))
        return servers[-1]

    yield start
    for server in servers:
        server.close()
