"""The workspace as an ASGI app: what a server hands over arrives, what the workspace answers goes out, faults break."""

from __future__ import annotations

import asyncio
import json
import threading
from typing import Any

import pytest

from attio.testing import LocalResponse, LocalWorkspace, asgi
from attio.testing.asgi import WorkspaceApp


class Exchange:
    """One call of an app: what went in is scripted, what came out is kept."""

    def __init__(self, *messages: dict[str, Any]) -> None:
        self.messages = list(messages) or [{"type": "http.request", "body": b""}]
        self.sent: list[dict[str, Any]] = []

    async def receive(self) -> dict[str, Any]:
        return self.messages.pop(0) if self.messages else {"type": "http.disconnect"}

    async def send(self, message: dict[str, Any]) -> None:
        self.sent.append(message)

    @property
    def status(self) -> int:
        return self.sent[0]["status"]

    @property
    def headers(self) -> dict[str, str]:
        return {name.decode(): value.decode() for name, value in self.sent[0]["headers"]}

    @property
    def body(self) -> bytes:
        return b"".join(each.get("body", b"") for each in self.sent[1:])

    def json(self) -> Any:
        return json.loads(self.body)


class Connection:
    """What uvicorn's own exchange has besides: the transport that can be aborted."""

    def __init__(self) -> None:
        self.is_aborted = False

    def abort(self) -> None:
        self.is_aborted = True


@pytest.fixture
def workspace() -> LocalWorkspace:
    return LocalWorkspace("demo")


@pytest.fixture
def app(workspace: LocalWorkspace):
    made = WorkspaceApp(workspace)
    yield made
    made.close()


def call(
    app: WorkspaceApp,
    method: str,
    path: str,
    *messages: dict[str, Any],
    token: str | None = None,
    **more: Any,
):
    exchange = more.pop("exchange", None) or Exchange(*messages)
    path, _, query = path.partition("?")
    headers = [
        (b"authorization", f"Bearer {token or app.workspace.token}".encode()),
        *more.pop("headers", []),
    ]
    scope = {
        "type": "http",
        "method": method,
        "path": path,
        "raw_path": path.encode(),
        "query_string": query.encode(),
        "headers": headers,
        **more,
    }
    asyncio.run(app(scope, exchange.receive, exchange.send))
    return exchange


JSON = (b"content-type", b"application/json")


def test_a_request_arrives_whole(app: WorkspaceApp) -> None:
    """Method, path, query, headers and a body in pieces reach the workspace as they were sent."""
    body = json.dumps({"data": {"values": {"name": "Ada Lovelace"}}}).encode()
    parts = [
        {"type": "http.request", "body": body[:10], "more_body": True},
        {"type": "http.request", "body": body[10:], "more_body": False},
    ]
    made = call(app, "POST", "/v2/objects/people/records?x=%20y", *parts, headers=[JSON])
    assert made.status == 200
    assert made.json()["data"]["values"]["name"][0]["full_name"] == "Ada Lovelace"
    last = app.workspace.calls[-1]
    assert (last.method, last.path, last.query) == ("POST", "/v2/objects/people/records", {"x": " y"})


def test_an_answer_goes_out_whole(app: WorkspaceApp) -> None:
    """Status, each header and the body are the workspace's, with a length."""
    made = call(app, "GET", "/v2/objects/nothing")
    assert made.status == 404
    assert made.headers["x-attio-execution-id"]
    assert int(made.headers["content-length"]) == len(made.body)
    assert all(name == name.lower() for name in made.headers)
    assert made.json()["code"] == "not_found"


def test_an_encoded_path_stays_encoded(app: WorkspaceApp) -> None:
    """A slash inside a segment is no separator, also from servers that give no raw path."""
    made = call(app, "GET", "/v2/objects/a%2Fb")
    assert made.status == 404
    assert '"a/b"' in made.json()["message"]
    made = call(app, "GET", "/v2/objects/é", raw_path=None)
    assert '"é"' in made.json()["message"]


def test_a_head_has_no_body(app: WorkspaceApp) -> None:
    """The answer to HEAD is that of GET without its body."""
    made = call(app, "HEAD", "/")
    assert (made.status, made.body) == (200, b"")
    assert int(made.headers["content-length"]) > 500


def test_a_huge_body_is_refused_before_it_is_read(app: WorkspaceApp) -> None:
    """Beyond 64 MB nothing more is read, and the answer is 413; a wrong token is told first."""
    piece = {"type": "http.request", "body": b" " * 8_000_000, "more_body": True}
    exchange = Exchange(*[piece] * 20)
    assert call(app, "POST", "/v2/notes", exchange=exchange, headers=[JSON]).status == 413
    assert len(exchange.messages) == 11
    assert call(app, "POST", "/v2/notes", *[piece] * 20, token="x").status == 401


def test_a_client_that_goes_away_is_not_answered(app: WorkspaceApp) -> None:
    """A request that was never sent whole changes nothing."""
    exchange = call(app, "POST", "/v2/notes", {"type": "http.request", "body": b"{", "more_body": True})
    assert exchange.sent == []
    assert len(app.workspace.calls) == 0


def test_browsers_may_ask_first(app: WorkspaceApp) -> None:
    """A preflight is allowed for the headers a client sends; any other OPTIONS is no route."""
    asked = [(b"access-control-request-method", b"POST")]
    made = call(app, "OPTIONS", "/v2/notes", headers=asked)
    assert made.status == 204
    assert made.headers["access-control-allow-headers"] == "authorization, content-type"
    assert "content-length" not in made.headers
    assert call(app, "OPTIONS", "/v2/notes").status == 404


def test_lifespan_and_websockets(app: WorkspaceApp) -> None:
    """A server that asks is told that all is well; a websocket is turned away."""
    exchange = Exchange({"type": "lifespan.startup"}, {"type": "lifespan.shutdown"})
    asyncio.run(app({"type": "lifespan"}, exchange.receive, exchange.send))
    assert [each["type"] for each in exchange.sent] == [
        "lifespan.startup.complete",
        "lifespan.shutdown.complete",
    ]
    exchange = Exchange()
    asyncio.run(app({"type": "websocket"}, exchange.receive, exchange.send))
    assert exchange.sent[0]["type"] == "websocket.close"


def test_a_listener_may_ask_the_server_back(app: WorkspaceApp) -> None:
    """An answer that waits for another request of the same server does not block it."""
    inner: list[int] = []

    async def both() -> Exchange:
        loop = asyncio.get_running_loop()

        def listen(_: object) -> None:
            async def again() -> int:
                exchange = Exchange()
                scope = {
                    "type": "http",
                    "method": "GET",
                    "path": "/v2/self",
                    "headers": [(b"authorization", f"Bearer {app.workspace.token}".encode())],
                }
                await app(scope, exchange.receive, exchange.send)
                return exchange.status

            inner.append(asyncio.run_coroutine_threadsafe(again(), loop).result(10))

        app.workspace.listeners.append(listen)
        exchange = Exchange({"type": "http.request", "body": b'{"data":{"values":{"name":"Ada"}}}'})
        scope = {
            "type": "http",
            "method": "POST",
            "path": "/v2/objects/people/records",
            "headers": [JSON, (b"authorization", f"Bearer {app.workspace.token}".encode())],
        }
        await app(scope, exchange.receive, exchange.send)
        return exchange

    assert asyncio.run(both()).status == 200
    assert inner == [200]


def test_a_fault_breaks_the_connection(app: WorkspaceApp) -> None:
    """What an httpx transport raises, a server does: there is no answer."""

    def reset(_: object, __: object) -> LocalResponse:
        raise ConnectionResetError("gone")

    app.workspace.layers.append(reset)
    connection = Connection()

    class Uvicorn(Exchange):
        transport = connection

    assert call(app, "GET", "/v2/self", exchange=Uvicorn()).sent == []
    assert connection.is_aborted
    with pytest.raises(ConnectionAbortedError):
        call(app, "GET", "/v2/self")


def test_a_timeout_is_silence(app: WorkspaceApp) -> None:
    """A request that is never answered stays open until its client gives up."""

    def silent(_: object, __: object) -> LocalResponse:
        raise TimeoutError

    app.workspace.layers.append(silent)
    parts = [
        {"type": "http.request", "body": b""},
        {"type": "http.request", "body": b""},
        {"type": "http.disconnect"},
    ]
    exchange = call(app, "GET", "/v2/self", *parts)
    assert (exchange.sent, exchange.messages) == ([], [])


def test_a_slow_answer_is_slow(app: WorkspaceApp, monkeypatch: pytest.MonkeyPatch) -> None:
    """What the workspace delays, the server waits for."""
    waited: list[float] = []

    async def note(seconds: float) -> None:
        waited.append(seconds)

    monkeypatch.setattr(asgi.asyncio, "sleep", note)
    app.workspace.layers.append(lambda request, inner: inner(request)._replace(delay_s=2.5))
    assert call(app, "GET", "/v2/self").status == 200
    assert waited == [2.5]


def test_a_truncated_body_breaks_off(app: WorkspaceApp) -> None:
    """An answer that announces more than it has is sent so far, and then cut."""
    app.workspace.layers.append(lambda _, __: LocalResponse(200, [("Content-Length", "100")], b"{"))
    connection = Connection()

    class Uvicorn(Exchange):
        transport = connection

    made = call(app, "GET", "/v2/self", exchange=Uvicorn())
    assert (made.headers["content-length"], made.body) == ("100", b"{")
    assert made.sent[-1]["more_body"] is True
    assert connection.is_aborted


def test_a_mistake_in_a_layer_is_not_hidden(app: WorkspaceApp) -> None:
    """Only broken connections are taken for faults."""

    def wrong(_: object, __: object) -> LocalResponse:
        raise ZeroDivisionError

    app.workspace.layers.append(wrong)
    with pytest.raises(ZeroDivisionError):
        call(app, "GET", "/v2/self")


def test_requests_run_in_threads_of_their_own(app: WorkspaceApp) -> None:
    """What takes a while does not hold up the event loop."""
    seen: list[str] = []

    def note(request: Any, following: Any) -> LocalResponse:
        seen.append(threading.current_thread().name)
        return following(request)

    app.workspace.layers.append(note)
    call(app, "GET", "/v2/self")
    call(app, "GET", "/v2/self")
    assert all(name.startswith("attio-workspace") for name in seen)
    assert len(seen) == 2


def test_the_module_has_an_app(monkeypatch: pytest.MonkeyPatch) -> None:
    """`uvicorn attio.testing.asgi:app` works, and the environment says what fills it."""
    monkeypatch.setenv("ATTIO_LOCAL_SEED", "demo")
    monkeypatch.delitem(vars(asgi), "app", raising=False)
    app = asgi.app
    monkeypatch.delitem(vars(asgi), "app")
    assert isinstance(app, WorkspaceApp)
    assert app.workspace.state.identity["name"] == "Harbour Light"
    with pytest.raises(AttributeError, match="'ap'"):
        asgi.ap  # noqa: B018
