"""A local workspace as an ASGI app, for any server of such apps: `uvicorn attio.testing.asgi:app`.

`app` is made when it is first asked for; ATTIO_LOCAL_SEED says what fills it ("demo", "big", or a file).
"""

from __future__ import annotations

import asyncio
from concurrent.futures import ThreadPoolExecutor
from typing import TYPE_CHECKING, Any, Final
from urllib.parse import quote

from attio.core.failures import TRANSPORT_FAILURES, is_timeout
from attio.testing.replies import LocalResponse
from attio.testing.web import site

if TYPE_CHECKING:
    from collections.abc import Awaitable, Callable, Mapping

    from attio.testing.workspace import LocalWorkspace

    Scope = Mapping[str, Any]
    Receive = Callable[[], Awaitable[Mapping[str, Any]]]
    Send = Callable[[dict[str, Any]], Awaitable[None]]

# One byte over what the workspace takes: it then answers 413 itself, after it has looked at the token.
_BODY_LIMIT: Final = 64_000_001
_THREADS: Final = 16

# A browser asks before it sends a token to another origin.
_PREFLIGHT: Final = LocalResponse(
    204,
    [
        ("access-control-allow-origin", "*"),
        ("access-control-allow-methods", "GET, POST, PUT, PATCH, DELETE"),
        ("access-control-allow-headers", "authorization, content-type"),
        ("access-control-max-age", "600"),
    ],
    b"",
)


class WorkspaceApp:
    """Answer HTTP requests from one workspace: the API under /v2/, a page to look at it at /."""

    def __init__(self, workspace: LocalWorkspace) -> None:
        self.workspace = workspace
        self._threads = ThreadPoolExecutor(_THREADS, thread_name_prefix="attio-workspace")

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Serve one connection, as ASGI 3 has it."""
        if scope["type"] == "http":
            await self._serve(scope, receive, send)
        elif scope["type"] == "lifespan":
            await self._live(receive, send)
        else:
            await send({"type": "websocket.close", "code": 1003, "reason": "there are no websockets here"})

    async def _live(self, receive: Receive, send: Send) -> None:
        await receive()
        await send({"type": "lifespan.startup.complete"})
        await receive()
        self.close()
        await send({"type": "lifespan.shutdown.complete"})

    def close(self) -> None:
        """Let go of the threads."""
        self._threads.shutdown(wait=False)

    async def _serve(self, scope: Scope, receive: Receive, send: Send) -> None:
        body = await _body(receive)
        if body is None:
            return
        method: str = scope["method"]
        raw: bytes = scope.get("raw_path") or quote(scope["path"]).encode()
        path = raw.decode("latin-1").partition("?")[0]
        query = scope.get("query_string", b"").decode("latin-1")
        headers = {name.decode("latin-1"): value.decode("latin-1") for name, value in scope["headers"]}

        def answer() -> LocalResponse:
            if site.is_page(method, path):
                return site.show(self.workspace, path, query)
            if method == "OPTIONS" and "access-control-request-method" in headers:
                return _PREFLIGHT
            return self.workspace.handle(method, path, query=query, headers=headers, body=body)

        try:
            # A delivery may call a server that asks this one back, and SQL over a big workspace takes a while.
            response = await asyncio.get_running_loop().run_in_executor(self._threads, answer)
        except TRANSPORT_FAILURES as failure:
            # A fault that breaks the connection: an httpx transport raises it, a server does it.
            if is_timeout(failure):
                await _wait_for_end(receive)
            else:
                await _break_off(receive, send)
            return
        if response.delay_s:
            await asyncio.sleep(response.delay_s)
        await _respond(response, send, has_body=method != "HEAD")
        if len(response.body) < _announced(response):
            await _break_off(receive, send)


async def _body(receive: Receive) -> bytes | None:
    parts: list[bytes] = []
    size = 0
    while True:
        message = await receive()
        if message["type"] == "http.disconnect":
            return None
        part: bytes = message.get("body", b"")
        parts.append(part)
        size += len(part)
        if not message.get("more_body", False) or size >= _BODY_LIMIT:
            return b"".join(parts)


def _announced(response: LocalResponse) -> int:
    length = response.header("content-length")
    return int(length) if length is not None and length.isdigit() else 0


async def _respond(response: LocalResponse, send: Send, *, has_body: bool) -> None:
    headers = [(name.lower().encode("latin-1"), value.encode("latin-1")) for name, value in response.headers]
    if response.status not in {204, 304} and response.header("content-length") is None:
        headers.append((b"content-length", str(len(response.body)).encode()))
    await send({"type": "http.response.start", "status": response.status, "headers": headers})
    is_cut = has_body and len(response.body) < _announced(response)
    body = response.body if has_body else b""
    await send({"type": "http.response.body", "body": body, "more_body": is_cut})


async def _wait_for_end(receive: Receive) -> None:
    """Answer nothing until the client gives up."""
    while (await receive())["type"] != "http.disconnect":
        pass


async def _break_off(receive: Receive, send: Send) -> None:
    """End a connection without an answer, or in the middle of one."""
    # ASGI has no word for it. Both protocols of uvicorn give the app a bound method of an object with the transport.
    transport = getattr(getattr(send, "__self__", None), "transport", None)
    if transport is None:
        raise ConnectionAbortedError("a fault of the workspace broke this connection")
    transport.abort()
    await receive()


def __getattr__(name: str) -> Any:
    if name != "app":
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    import os

    from attio.testing.clock import SystemClock
    from attio.testing.workspace import LocalWorkspace

    app = WorkspaceApp(LocalWorkspace(os.environ.get("ATTIO_LOCAL_SEED") or None, clock=SystemClock()))
    globals()["app"] = app
    return app
