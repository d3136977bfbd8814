"""The session in both kinds: each test runs sync and async, through the same promises."""

from __future__ import annotations

import asyncio
import copy
import io
import json
import logging
import pickle
import ssl
import traceback
from typing import Any

import httpx
import pytest

from attio.core import errors
from attio.core.client import AsyncSession, Session, captured_replies
from attio.core.config import load_config
from attio.core.hooks import Hooks
from attio.core.limits import InProcessLimiter, limit_key, token_digest
from attio.core.seam import set_transport_provider
from attio.core.snapshot import ResponseSnapshot


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
def both(request: pytest.FixtureRequest, tools: Any) -> Both:
    return Both(request.param, tools)


def test_a_reply_has_body_and_snapshot(both: Both, tools: Any) -> None:
    """A 2xx answer gives its bytes, its JSON and a snapshot without httpx in it."""
    script = tools.Script(tools.reply(200, {"data": [1]}, x_accurate_at="2026-01-01"))
    reply = both.send(both.make(script), tools.request())
    assert reply.json() == {"data": [1]}
    assert reply.decode(dict[str, list[int]]) == {"data": [1]}
    assert isinstance(reply.response, ResponseSnapshot)
    assert reply.response.request_id == tools.EXECUTION_ID
    assert reply.response.body is None
    assert repr(reply) == f"<Reply 200 {len(reply.content)} bytes>"
    pickle.dumps(reply.response)


def test_what_goes_out(both: Both, tools: Any) -> None:
    """The request has our token, our agent, its query and its JSON body, and asks for JSON."""
    script = tools.Script(200)
    session = both.make(script, base_url="https://gateway.example/attio")
    both.send(session, tools.request("create_note", body={"data": {"title": "é"}}, query={"a": True}))
    sent = script.requests[0]
    assert str(sent.url) == "https://gateway.example/attio/v2/notes?a=true"
    assert sent.headers["authorization"] == f"Bearer {tools.KEY}"
    assert sent.headers["host"] == "gateway.example"
    assert sent.headers["accept"] == "application/json"
    assert sent.headers["content-type"] == "application/json"
    assert sent.headers["user-agent"].startswith("attio-client-python/")
    assert json.loads(sent.content) == {"data": {"title": "é"}}
    assert int(sent.headers["content-length"]) == len(sent.content)


def test_a_request_without_a_body_says_nothing_of_one(both: Both, tools: Any) -> None:
    """A GET has neither a content type nor a length."""
    script = tools.Script(200)
    both.send(both.make(script), tools.request())
    assert "content-type" not in script.requests[0].headers
    assert "content-length" not in script.requests[0].headers


def test_options_of_one_call(both: Both, tools: Any) -> None:
    """Headers, query, body, key and times can be other ones for a single call."""
    script = tools.Script(200)
    session = both.make(script)
    options = {
        "timeout_s": 7,
        "api_key": "other",
        "headers": {"X-Trace": "1"},
        "extra_query": {"limit": 5},
        "extra_body": {"data": {"b": 2}},
    }
    both.send(
        session, tools.request("create_note", body={"data": {"a": 1}}, query={"x": "y"}), options=options
    )
    sent = script.requests[0]
    assert sent.headers["authorization"] == "Bearer other"
    assert sent.headers["x-trace"] == "1"
    assert sent.url.query == b"x=y&limit=5"
    assert json.loads(sent.content) == {"data": {"a": 1, "b": 2}}
    assert sent.extensions["timeout"] == {"connect": 7.0, "read": 7.0, "write": 7.0, "pool": 7.0}
    both.send(session, tools.request(), options={"extra_body": {"q": 1}})
    assert script.requests[1].headers["authorization"] == f"Bearer {tools.KEY}"
    assert json.loads(script.requests[1].content) == {"q": 1}
    both.send(session, tools.request(), options={"api_key": tools.KEY})
    assert session.tenant({"api_key": tools.KEY}) == session.tenant() != session.tenant({"api_key": "other"})
    with pytest.raises(errors.ArgumentError, match="options"):
        both.send(session, tools.request(), options={"timeout": 1})


def test_many_keys_are_not_kept_for_ever(both: Both, tools: Any) -> None:
    """Calls with thousands of keys keep a bounded number of them."""
    session = both.make(tools.Script(200))
    for number in range(200):
        session.tenant({"api_key": f"key-{number}"})
    assert len(session._exchange._accounts) <= 64


@pytest.mark.parametrize(
    ("status", "kind"),
    [
        (400, errors.BadRequestError),
        (401, errors.AuthenticationError),
        (403, errors.ForbiddenError),
        (404, errors.NotFoundError),
        (409, errors.ConflictError),
        (413, errors.PayloadTooLargeError),
        (429, errors.RateLimitError),
        (500, errors.InternalServerError),
        (502, errors.BadGatewayError),
        (503, errors.ServiceUnavailableError),
        (520, errors.ServerError),
    ],
)
def test_error_answers_are_raised(both: Both, tools: Any, status: int, kind: type[errors.Error]) -> None:
    """Any other answer raises its class, with operation, attempts and request id."""
    script = tools.Script(tools.reply(status, tools.error_body(status)))
    with pytest.raises(kind) as caught:
        both.send(both.make(script), tools.request())
    error = caught.value
    assert error.operation == "list_objects"
    assert error.request_id == tools.EXECUTION_ID
    assert error.attempts == len(script.requests) == (4 if status in {429, 500, 502, 503, 520} else 1)
    assert error.response is not None
    assert error.response.body is not None
    assert pickle.loads(pickle.dumps(error)).response.status == status


def test_the_body_of_an_error_is_kept_up_to_a_bound(both: Both, tools: Any) -> None:
    """A huge error page is cut: 64 kB are kept, and not all of it is even read."""
    script = tools.Script(tools.reply(404, b"x" * (3 * 1024 * 1024)))
    with pytest.raises(errors.NotFoundError) as caught:
        both.send(both.make(script), tools.request())
    assert caught.value.response is not None
    assert len(caught.value.response.body or b"") == 64 * 1024


@pytest.mark.parametrize("content", [b"<html>login</html>", b"\n  <!doctype html>"])
def test_an_html_page_is_no_success(both: Both, tools: Any, content: bytes) -> None:
    """A login page with status 200 is a DecodeError, also for verbs that never look at the body."""
    with pytest.raises(errors.DecodeError, match="HTML page") as caught:
        both.send(both.make(tools.Script(tools.reply(200, content))), tools.request())
    assert caught.value.request_id == tools.EXECUTION_ID
    with pytest.raises(errors.MaybeSentError):
        both.send(both.make(tools.Script(tools.reply(200, content))), tools.request("create_note", body={}))


@pytest.mark.parametrize("content", [b"", b'{"data": [', b"nonsense", b"\xff"])
def test_a_body_that_is_no_json_is_a_decode_error(both: Both, tools: Any, content: bytes) -> None:
    """Empty, truncated or other text is refused when it is read, naming the request."""
    reply = both.send(both.make(tools.Script(tools.reply(200, content))), tools.request())
    for read in (reply.json, lambda: reply.decode(dict)):
        with pytest.raises(errors.DecodeError, match="not what the API promises") as caught:
            read()
        assert caught.value.request_id == tools.EXECUTION_ID
        assert caught.value.http_status == 200
        assert not caught.value.maybe_sent


def test_a_body_of_another_shape_is_a_decode_error(both: Both, tools: Any) -> None:
    """JSON that is not of the wanted type says where."""
    reply = both.send(both.make(tools.Script(tools.reply(200, {"data": "x"}))), tools.request())
    with pytest.raises(errors.DecodeError, match="Expected `array`"):
        reply.decode(dict[str, list[int]])


def test_no_content_reads_as_none(both: Both, tools: Any) -> None:
    """A 204 has no body, and that is fine."""
    reply = both.send(both.make(tools.Script(tools.reply(204, b""))), tools.request())
    assert reply.json() is None


def test_a_read_is_repeated_and_its_waits_are_seen(both: Both, tools: Any, clock: Any) -> None:
    """Hooks see every request, response, retry and wait, in order and with what they are about."""
    seen: list[Any] = []
    hooks = Hooks(on_request=seen.append, on_response=seen.append, on_retry=seen.append, on_wait=seen.append)
    script = tools.Script(429, httpx.ReadTimeout("slow"), 200)
    both.send(both.make(script, clock, hooks=hooks), tools.request())
    names = [type(event).__name__ for event in seen]
    assert names == [
        "RequestEvent",
        "ResponseEvent",
        "RetryEvent",
        "RequestEvent",
        "ResponseEvent",
        "RetryEvent",
        "RequestEvent",
        "ResponseEvent",
    ]
    assert (seen[1].status, seen[1].request_id, seen[1].error) == (429, tools.EXECUTION_ID, None)
    assert (seen[2].status, seen[2].delay_s, seen[2].attempt) == (429, 0.5, 1)
    assert (seen[4].status, type(seen[4].error)) == (None, httpx.ReadTimeout)
    assert (type(seen[5].error), seen[5].delay_s) == (httpx.ReadTimeout, 1.0)
    assert (seen[7].status, seen[7].attempt, seen[7].operation, seen[7].path) == (
        200,
        3,
        "list_objects",
        "/v2/objects",
    )
    assert clock.slept == [0.5, 1.0]


def test_a_raising_hook_does_not_break_a_call(both: Both, tools: Any) -> None:
    """Hooks that fail are dropped, and the call goes on."""

    def broken(event: Any) -> None:
        raise ValueError("hook")

    hooks = Hooks(on_request=broken, on_response=broken, on_retry=broken, on_wait=broken)
    assert both.send(both.make(tools.Script(429, 200), hooks=hooks), tools.request()).response.status == 200


def test_waits_for_the_limit_are_seen(both: Both, tools: Any, clock: Any) -> None:
    """Writes beyond the limit wait, and on_wait tells how long and for which limit."""
    waits: list[Any] = []
    session = both.make(tools.Script(200), clock, hooks=Hooks(on_wait=waits.append))
    for _ in range(30):
        both.send(session, tools.request("create_note", body={}))
    assert len(waits) == 29
    assert waits[0].limits == ("write",)
    assert clock.at == pytest.approx(29 * 1.015 / 25)


def test_the_limiter_can_be_off_or_another(both: Both, tools: Any, clock: Any) -> None:
    """rate_limiter="off" never waits; a limiter of one's own is asked instead."""
    session = both.make(tools.Script(200), clock, rate_limiter="off")
    for _ in range(50):
        both.send(session, tools.request("create_note", body={}))
    assert clock.slept == []
    asked: list[Any] = []

    class Own(InProcessLimiter):
        def reserve(self, key: str, *given: Any, **more: Any) -> Any:
            asked.append(key)
            return super().reserve(key, *given, **more)

    both.send(both.make(tools.Script(200), clock, rate_limiter=Own()), tools.request())
    assert asked == [limit_key(token_digest(tools.KEY))]


def test_a_429_slows_everybody_of_the_workspace(both: Both, tools: Any, clock: Any) -> None:
    """After a 429 other clients of the same token wait as well."""
    first = both.make(tools.Script(tools.reply(429, None, retry_after="3"), 200), clock, max_retries=0)
    second = both.make(tools.Script(200), clock)
    with pytest.raises(errors.RateLimitError) as caught:
        both.send(first, tools.request())
    assert caught.value.retry_after_s == 3.0
    both.send(second, tools.request())
    assert clock.at == pytest.approx(3.0)


def test_binding_a_workspace_joins_its_tokens(both: Both, tools: Any, clock: Any) -> None:
    """After bind_workspace two tokens count together, and a 403 knows the scopes that are held."""
    limiter = InProcessLimiter()
    one = both.make(tools.Script(200), clock, api_key="bound-1", rate_limiter=limiter)
    two = both.make(
        tools.Script(tools.reply(403, tools.error_body(403))), clock, api_key="bound-2", rate_limiter=limiter
    )
    assert (one.workspace_id, one.held_scopes) == (None, None)
    one.bind_workspace("w-bound")
    two.bind_workspace("w-bound", ("note:read",))
    assert (two.workspace_id, two.held_scopes) == ("w-bound", ("note:read",))
    both.send(one, tools.request("create_note", body={}))
    with pytest.raises(errors.ScopeError) as caught:
        both.send(two, tools.request("create_note", body={}))
    assert clock.at > 0.0
    assert "note:read-write" in caught.value.missing_scopes


def test_unsafe_writes_in_doubt_say_so(both: Both, tools: Any) -> None:
    """A create that timed out, broke off or met a 502 was sent once and is a MaybeSentError of its cause."""
    for outcome, kind in (
        (httpx.ReadTimeout("slow"), errors.APITimeoutError),
        (
            httpx.RemoteProtocolError("Server disconnected without sending a response."),
            errors.APIConnectionError,
        ),
        (502, errors.BadGatewayError),
    ):
        script = tools.Script(outcome)
        with pytest.raises(errors.MaybeSentError) as caught:
            both.send(both.make(script), tools.request("create_note", body={}))
        assert isinstance(caught.value, kind)
        assert caught.value.maybe_sent
        assert len(script.requests) == 1
        assert "may have taken effect" in str(caught.value)


def test_a_write_can_be_allowed_to_repeat(both: Both, tools: Any) -> None:
    """retry_unsafe sends a create again after a 502."""
    script = tools.Script(502, 200)
    both.send(both.make(script), tools.request("create_note", body={}), options={"retry_unsafe": True})
    assert len(script.requests) == 2


def test_a_delete_whose_answer_was_lost_has_succeeded(both: Both, tools: Any) -> None:
    """A 404 after a lost answer is success; without one it is NotFoundError."""
    request = tools.request("delete_note", "/v2/notes/x")
    reply = both.send(both.make(tools.Script(httpx.ReadError("reset"), 404)), request)
    assert reply.json() == {}
    assert reply.response.status == 404
    with pytest.raises(errors.NotFoundError):
        both.send(both.make(tools.Script(404)), request)


@pytest.mark.parametrize(
    ("failure", "kind", "said"),
    [
        (
            httpx.ConnectError("[Errno 111] Connection refused"),
            errors.APIConnectionError,
            "could not connect",
        ),
        (httpx.ConnectTimeout("x"), errors.APITimeoutError, "timeout_s=30"),
        (httpx.ReadTimeout(""), errors.APITimeoutError, "timeout_s=30"),
        (httpx.PoolTimeout("x"), errors.APITimeoutError, "connection_limits"),
        (httpx.RemoteProtocolError("peer closed connection"), errors.APIConnectionError, "connection broke"),
        (httpx.DecodingError("zlib"), errors.APIConnectionError, "compression"),
        (ConnectionResetError("reset"), errors.APIConnectionError, "connection broke"),
        (ssl.SSLError("wrong version"), errors.APIConnectionError, "connection broke"),
    ],
)
def test_failures_of_the_transport(
    both: Both, tools: Any, failure: Exception, kind: type[errors.Error], said: str
) -> None:
    """What the transport raises becomes an error of the tree that says what happened, where and how often."""
    with pytest.raises(kind, match=said) as caught:
        both.send(both.make(tools.Script(failure)), tools.request())
    error = caught.value
    assert (error.method, error.path, error.attempts) == ("GET", "/v2/objects", 4)
    assert type(error.__cause__) is type(failure)
    assert isinstance(error, errors.APITimeoutError) == isinstance(error, TimeoutError)


def test_no_traceback_holds_the_token(both: Both, tools: Any) -> None:
    """Tools that print the locals of every frame print no token, for failures and for error answers."""

    def fail(request: httpx.Request) -> httpx.Response:
        token = request.headers["authorization"]
        raise httpx.ReadError(f"lost it, and {len(token)}")

    for handler in (fail, tools.Script(500), tools.Script(tools.reply(401, tools.error_body(401)))):
        with pytest.raises(errors.Error) as caught:
            both.send(both.make(handler, max_retries=0), tools.request())
        made = traceback.TracebackException.from_exception(caught.value, capture_locals=True)
        shown = "".join(made.format(chain=True))
        assert tools.KEY not in shown
        assert tools.KEY.encode() not in pickle.dumps(caught.value)


def test_an_answer_that_repeats_the_token_is_cleaned(both: Both, tools: Any) -> None:
    """An error page that echoes the token does not bring it into the error."""
    script = tools.Script(tools.reply(400, f"<p>{tools.KEY}</p>".encode()))
    with pytest.raises(errors.BadRequestError) as caught:
        both.send(both.make(script), tools.request())
    assert caught.value.response is not None
    assert tools.KEY.encode() not in (caught.value.response.body or b"")
    assert tools.KEY not in str(caught.value)


def test_the_log_has_one_line_an_attempt_and_no_secret(
    both: Both, tools: Any, caplog: pytest.LogCaptureFixture
) -> None:
    """At DEBUG there is a line for each attempt, without token, query or body."""
    session = both.make(tools.Script(503, httpx.ReadError("x"), 200))
    with caplog.at_level(logging.DEBUG, logger="attio"):
        both.send(session, tools.request("list_objects", query={"q": "hush@example.com"}))
        both.send(session, tools.request("create_note", body={"data": {"content": "hush"}}))
    lines = [record.getMessage() for record in caplog.records if record.name == "attio"]
    assert len(lines) == 4
    assert lines[0].startswith("list_objects GET /v2/objects -> 503 in ")
    assert f"request {tools.EXECUTION_ID}" in lines[0]
    assert "-> ReadError in" in lines[1]
    assert "attempt 3" in lines[2]
    assert "hush" not in caplog.text
    assert tools.KEY not in caplog.text


def test_a_logger_of_ones_own(both: Both, tools: Any, caplog: pytest.LogCaptureFixture) -> None:
    """logger= takes the lines instead of the library's."""
    with caplog.at_level(logging.DEBUG, logger="mine"):
        both.send(both.make(tools.Script(200), logger=logging.getLogger("mine")), tools.request())
    assert [record.name for record in caplog.records if "list_objects" in record.getMessage()] == ["mine"]


def test_raw_requests(both: Both, tools: Any) -> None:
    """Any route can be called: known ones keep their retry class, unknown writes are sent once."""
    script = tools.Script(502, 200)
    session = both.make(script)
    assert both.request(session, "get", "/v2/objects?x=1", query={"y": True}).response.status == 200
    assert script.requests[1].url.query == b"x=1&y=true"
    query = tools.Script(502, 200)
    both.request(both.make(query), "POST", "/v2/objects/people/records/query", body={"limit": 1})
    assert len(query.requests) == 2
    write = tools.Script(502, 200)
    with pytest.raises(errors.MaybeSentError):
        both.request(both.make(write), "POST", "/v2/new/thing", body={})
    assert len(write.requests) == 1
    with pytest.raises(errors.ArgumentError, match="another host"):
        both.request(session, "GET", "https://evil.example/v2/self")
    with pytest.raises(errors.ArgumentError, match="method"):
        both.request(session, "FETCH", "/v2/self")


def test_an_error_of_a_raw_request_has_no_operation(both: Both, tools: Any) -> None:
    """An unknown route gives its error with method and path."""
    with pytest.raises(errors.NotFoundError, match="404 not_found on GET /v3/x") as caught:
        both.request(both.make(tools.Script(404)), "GET", "/v3/x")
    assert caught.value.operation is None


def test_with_options_shares_the_pool(both: Both, tools: Any, clock: Any) -> None:
    """A session with other settings uses the same transport, clock and limiter; closing one closes both."""
    script = tools.Script(200)
    session = both.make(script, clock)
    other = session.with_options(timeout_s=60, max_retries=0)
    assert type(other) is type(session)
    assert other._pool is session._pool
    assert other.clock is clock
    assert (other.config.timeout_s, session.config.timeout_s) == (60.0, 30.0)
    assert other.tenant() == session.tenant()
    keyed = session.with_options(api_key="another")
    both.send(keyed, tools.request())
    assert script.requests[0].headers["authorization"] == "Bearer another"
    assert keyed.tenant() != session.tenant()
    limited = session.with_options(rate_limiter="off")
    assert limited._exchange.limiter is None
    assert other._exchange.limiter is session._exchange.limiter
    hooked = session.with_options(hooks=Hooks(on_request=print))
    assert hooked.hooks.on_request is print
    for name, value in (("proxy", "http://x:1"), ("verify", False), ("connection_limits", 3)):
        with pytest.raises(errors.ConfigurationError, match=f"{name}: belongs to the connection pool"):
            session.with_options(**{name: value})
    both.close(other)
    with pytest.raises(errors.ClientClosedError):
        both.send(session, tools.request())


def test_a_closed_client_says_so(both: Both, tools: Any) -> None:
    """After close every call is a ClientClosedError, and closing twice is fine."""
    session = both.make(tools.Script(200))
    both.close(session)
    both.close(session)
    with pytest.raises(errors.ClientClosedError, match="this client is closed"):
        both.send(session, tools.request())


def test_a_session_is_not_pickled_and_shows_no_token(both: Both, tools: Any) -> None:
    """Pickling is a TypeError that says why, and the repr is an address."""
    session = both.make(tools.Script(200))
    with pytest.raises(TypeError, match="cannot be pickled"):
        pickle.dumps(session)
    with pytest.raises(TypeError, match="cannot be pickled"):
        copy.deepcopy(session)
    assert repr(session) == f"<{type(session).__name__} https://api.attio.com>"
    assert tools.KEY not in repr(session._exchange.account.auth)


def test_a_transport_of_the_wrong_kind_is_refused(tools: Any) -> None:
    """A transport must be one of the client's kind."""
    config = load_config(environment={}, api_key="x")
    with pytest.raises(errors.ConfigurationError, match=r"transport: .*handle_request\(\)"):
        Session(config, transport=httpx.AsyncHTTPTransport())
    with pytest.raises(errors.ConfigurationError, match="handle_async_request"):
        AsyncSession(config, transport=httpx.HTTPTransport())


def test_an_async_limiter_is_for_async_clients(tools: Any) -> None:
    """An async limiter is awaited by an async client and refused by a sync one."""
    asked: list[str] = []

    class Remote(InProcessLimiter):
        async def reserve(self, key: str, *given: Any, **more: Any) -> Any:
            asked.append("reserve")
            return super().reserve(key, *given, **more)

        async def penalize(self, *given: Any, **more: Any) -> None:
            asked.append("penalize")
            super().penalize(*given, **more)

    with pytest.raises(errors.ConfigurationError, match="asynchronous"):
        tools.session(tools.Script(200), rate_limiter=Remote())
    session = tools.session(tools.Script(200))
    with pytest.raises(errors.ConfigurationError, match="asynchronous"):
        session.with_options(rate_limiter=Remote())
    asyncio.run(tools.async_session(tools.Script(429, 200), rate_limiter=Remote()).send(tools.request()))
    assert asked == ["reserve", "penalize", "reserve"]


def test_captured_replies(both: Both, tools: Any) -> None:
    """Inside the block every reply is collected, in order, in this task only; outside none is kept."""
    session = both.make(tools.Script(200))
    with captured_replies() as replies:
        both.send(session, tools.request())
        both.send(session, tools.request("list_lists"))
    both.send(session, tools.request())
    assert [type(reply).__name__ for reply in replies] == ["Reply", "Reply"]


def test_a_provider_takes_the_place_of_the_transport(both: Both, tools: Any, clock: Any) -> None:
    """An installed provider is asked at each send, brings clock and limiter, and None goes on to the real transport."""
    own, mocked = tools.Script(200), tools.Script(tools.reply(200, {"mocked": True}))
    session = both.make(own)

    class Provider:
        attio_clock = clock

        def __call__(self) -> Any:
            return self.given

        given: Any = httpx.MockTransport(mocked)

    provider = Provider()
    before = set_transport_provider(provider)
    try:
        for _ in range(7):
            assert both.send(session, tools.request()).json() == {"mocked": True}
        assert clock.slept != []
        provider.attio_limiter = None  # type: ignore[attr-defined]
        slept = len(clock.slept)
        both.send(session, tools.request("create_note", body={}))
        both.send(session, tools.request("create_note", body={}))
        assert len(clock.slept) == slept
        provider.given = None
        both.send(session, tools.request())
    finally:
        assert set_transport_provider(before) is provider
    assert len(own.requests) == 1


def test_a_transport_can_bring_clock_and_limiter(both: Both, tools: Any, clock: Any) -> None:
    """A workspace on this machine brings its own time and no limits."""
    transport = httpx.MockTransport(tools.Script(503, 200))
    transport.attio_clock = clock  # type: ignore[attr-defined]
    transport.attio_limiter = None  # type: ignore[attr-defined]
    transport.attio_api_key = "local"  # type: ignore[attr-defined]
    config = load_config(environment={}, transport=transport)
    session = (Session if both.kind == "sync" else AsyncSession)(config, transport=transport)
    assert both.send(session, tools.request()).response.status == 200
    assert clock.slept == [0.5]
    assert session.clock is clock
    assert session._exchange.limiter is None
    assert session.monotonic() == clock.at
    both.run(session.sleep(2.0))
    assert clock.slept == [0.5, 2.0]


def test_an_error_of_ours_passes_through(both: Both, tools: Any) -> None:
    """What a transport for tests raises out of our own tree is not wrapped, and other exceptions are not either."""
    with pytest.raises(errors.ConfigurationError, match="^own$"):
        both.send(both.make(tools.Script(errors.ConfigurationError("own"))), tools.request())
    with pytest.raises(errors.APIConnectionError, match="^own$"):
        both.send(both.make(tools.Script(errors.APIConnectionError("own")), max_retries=0), tools.request())
    with pytest.raises(ZeroDivisionError):
        both.send(both.make(tools.Script(ZeroDivisionError())), tools.request())
    with pytest.raises(RuntimeError, match="other"):
        both.send(both.make(tools.Script(RuntimeError("other"))), tools.request())


def test_a_transport_of_another_loop_is_named(tools: Any) -> None:
    """A transport that belongs to a closed or other event loop gives a clear error."""
    session = tools.async_session(tools.Script(RuntimeError("Event loop is closed")))
    with pytest.raises(errors.ClientClosedError, match="another event loop"):
        asyncio.run(session.send(tools.request()))


def test_uploads_are_multipart(both: Both, tools: Any) -> None:
    """files= makes a multipart body with its fields, and a body that can be read again is sent again."""
    script = tools.Script(429, 200)
    session = both.make(script)
    request = tools.request("upload_file", body={"object": "people"})
    both.send(session, request, files={"file": ("a.txt", io.BytesIO(b"hello"), "text/plain")})
    assert len(script.requests) == 2
    for sent in script.requests:
        assert sent.headers["content-type"].startswith("multipart/form-data; boundary=")
        assert b"hello" in sent.content
        assert b'name="object"' in sent.content


@pytest.mark.parametrize(
    ("files", "attempts"),
    [
        ({"file": b"hello"}, 2),
        ([("file", ("a.txt", "hello"))], 2),
        ({"file": ("a.txt", io.BytesIO(b"hello"))}, 2),
    ],
)
def test_bodies_that_can_be_read_again(both: Both, tools: Any, files: Any, attempts: int) -> None:
    """Bytes, texts and files that can seek are sent again after a 429."""
    script = tools.Script(429, 200)
    both.send(both.make(script), tools.request("upload_file"), files=files)
    assert len(script.requests) == attempts


def test_bodies_that_cannot_be_read_again_are_sent_once(both: Both, tools: Any) -> None:
    """A pipe is read once, so its upload is never repeated, not even after a 429."""

    class Pipe(io.RawIOBase):
        def __init__(self) -> None:
            self.parts = [b"hello", b""]

        def seekable(self) -> bool:
            return False

        def read(self, size: int = -1) -> bytes:
            return self.parts.pop(0) if self.parts else b""

    script = tools.Script(lambda request: tools.reply(429), 200)
    with pytest.raises(errors.RateLimitError):
        both.send(both.make(script), tools.request("upload_file"), files={"file": ("a", Pipe())})
    assert len(script.requests) == 1


@pytest.mark.parametrize("body", [object(), {"x": object()}])
def test_a_body_that_cannot_be_encoded_is_refused(both: Both, tools: Any, body: Any) -> None:
    """What JSON cannot say never leaves."""
    script = tools.Script(200)
    with pytest.raises(errors.ArgumentTypeError, match="^body: "):
        both.send(both.make(script), tools.request("create_note", body=body))
    assert script.requests == []


def test_a_deadline_bounds_the_whole_call(both: Both, tools: Any, clock: Any) -> None:
    """Attempts and waits together end at the deadline, and the error of the last attempt is raised."""
    script = tools.Script(503, clock=clock, takes_s=1.0)
    with pytest.raises(errors.ServiceUnavailableError):
        both.send(both.make(script, clock, deadline_s=3.0), tools.request())
    assert clock.at <= 3.0
    assert len(script.requests) == 2
    late = tools.Script(httpx.ReadTimeout("x"), clock=clock, takes_s=3.0)
    with pytest.raises(errors.APITimeoutError, match="deadline_s=3 passed while waiting for the answer"):
        both.send(both.make(late, clock), tools.request(), options={"deadline_s": 3})
    assert late.requests[0].extensions["timeout"]["connect"] <= 3.0


def test_an_answer_that_arrived_whole_is_taken(both: Both, tools: Any, clock: Any) -> None:
    """An answer that came late but whole is given, deadline or not; None lifts the deadline for a call."""
    script = tools.Script(200, clock=clock, takes_s=100.0)
    session = both.make(script, clock, deadline_s=1.0)
    assert both.send(session, tools.request()).response.status == 200
    assert both.send(session, tools.request(), options={"deadline_s": None}).response.status == 200
    assert script.requests[1].extensions["timeout"]["read"] == 30.0
