"""What comes of a call, in both kinds of session: errors, retries, doubt, hooks, lines in the log, deadlines."""

from __future__ import annotations

import asyncio
import logging
import pickle
import ssl
import traceback
from typing import Any

import httpx
import pytest

from attio.core import errors
from attio.core.hooks import Hooks


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
def test_error_answers_are_raised(both: Any, tools: Any, status: int, kind: type[errors.Error]) -> None:
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


def test_the_body_of_an_error_is_kept_up_to_a_bound(both: Any, tools: Any) -> None:
    """A huge error page is cut: 64 kB are kept, and not all of it is even read."""
    script = tools.Script(tools.reply(404, b"x" * (3 * 1024 * 1024)))
    with pytest.raises(errors.NotFoundError) as caught:
        both.send(both.make(script), tools.request())
    assert caught.value.response is not None
    assert len(caught.value.response.body or b"") == 64 * 1024


@pytest.mark.parametrize("content", [b"<html>login</html>", b"\n  <!doctype html>"])
def test_an_html_page_is_no_success(both: Any, tools: Any, content: bytes) -> None:
    """A login page with status 200 is a DecodeError, also for verbs that never look at the body."""
    with pytest.raises(errors.DecodeError, match="HTML page") as caught:
        both.send(both.make(tools.Script(tools.reply(200, content))), tools.request())
    assert caught.value.request_id == tools.EXECUTION_ID
    with pytest.raises(errors.MaybeSentError):
        both.send(both.make(tools.Script(tools.reply(200, content))), tools.request("create_note", body={}))


@pytest.mark.parametrize("content", [b"", b'{"data": [', b"nonsense", b"\xff"])
def test_a_body_that_is_no_json_is_a_decode_error(both: Any, tools: Any, content: bytes) -> None:
    """Empty, truncated or other text is refused when it is read, naming the request."""
    reply = both.send(both.make(tools.Script(tools.reply(200, content))), tools.request())
    for read in (reply.json, lambda: reply.decode(dict)):
        with pytest.raises(errors.DecodeError, match="not what the API promises") as caught:
            read()
        assert caught.value.request_id == tools.EXECUTION_ID
        assert caught.value.http_status == 200
        assert not caught.value.maybe_sent


def test_a_body_of_another_shape_is_a_decode_error(both: Any, tools: Any) -> None:
    """JSON that is not of the wanted type says where."""
    reply = both.send(both.make(tools.Script(tools.reply(200, {"data": "x"}))), tools.request())
    with pytest.raises(errors.DecodeError, match="Expected `array`"):
        reply.decode(dict[str, list[int]])


def test_no_content_reads_as_none(both: Any, tools: Any) -> None:
    """A 204 has no body, and that is fine."""
    reply = both.send(both.make(tools.Script(tools.reply(204, b""))), tools.request())
    assert reply.json() is None


def test_a_read_is_repeated_and_its_waits_are_seen(both: Any, tools: Any, clock: Any) -> None:
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


def test_a_raising_hook_does_not_break_a_call(both: Any, tools: Any) -> None:
    """Hooks that fail are dropped, and the call goes on."""

    def broken(event: Any) -> None:
        raise ValueError("hook")

    hooks = Hooks(on_request=broken, on_response=broken, on_retry=broken, on_wait=broken)
    assert both.send(both.make(tools.Script(429, 200), hooks=hooks), tools.request()).response.status == 200


def test_unsafe_writes_in_doubt_say_so(both: Any, tools: Any) -> None:
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


def test_a_write_can_be_allowed_to_repeat(both: Any, tools: Any) -> None:
    """retry_unsafe sends a create again after a 502."""
    script = tools.Script(502, 200)
    both.send(both.make(script), tools.request("create_note", body={}), options={"retry_unsafe": True})
    assert len(script.requests) == 2


def test_a_delete_whose_answer_was_lost_has_succeeded(both: Any, tools: Any) -> None:
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
    both: Any, tools: Any, failure: Exception, kind: type[errors.Error], said: str
) -> None:
    """What the transport raises becomes an error of the tree that says what happened, where and how often."""
    with pytest.raises(kind, match=said) as caught:
        both.send(both.make(tools.Script(failure)), tools.request())
    error = caught.value
    assert (error.method, error.path, error.attempts) == ("GET", "/v2/objects", 4)
    assert type(error.__cause__) is type(failure)
    assert isinstance(error, errors.APITimeoutError) == isinstance(error, TimeoutError)


def test_no_traceback_holds_the_token(both: Any, tools: Any) -> None:
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


def test_an_answer_that_repeats_the_token_is_cleaned(both: Any, tools: Any) -> None:
    """An error page that echoes the token does not bring it into the error."""
    script = tools.Script(tools.reply(400, f"<p>{tools.KEY}</p>".encode()))
    with pytest.raises(errors.BadRequestError) as caught:
        both.send(both.make(script), tools.request())
    assert caught.value.response is not None
    assert tools.KEY.encode() not in (caught.value.response.body or b"")
    assert tools.KEY not in str(caught.value)


def test_the_log_has_one_line_an_attempt_and_no_secret(
    both: Any, tools: Any, caplog: pytest.LogCaptureFixture
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


def test_a_logger_of_ones_own(both: Any, tools: Any, caplog: pytest.LogCaptureFixture) -> None:
    """logger= takes the lines instead of the library's."""
    with caplog.at_level(logging.DEBUG, logger="mine"):
        both.send(both.make(tools.Script(200), logger=logging.getLogger("mine")), tools.request())
    assert [record.name for record in caplog.records if "list_objects" in record.getMessage()] == ["mine"]


def test_an_error_of_ours_passes_through(both: Any, tools: Any) -> None:
    """What a transport for tests raises out of our own tree is not wrapped, and other exceptions are not either."""
    with pytest.raises(errors.ConfigurationError, match="^own$"):
        both.send(both.make(tools.Script(errors.ConfigurationError("own"))), tools.request())
    with pytest.raises(errors.APIConnectionError, match="^own$"):
        both.send(both.make(tools.Script(errors.APIConnectionError("own")), max_retries=0), tools.request())
    with pytest.raises(ZeroDivisionError):
        both.send(both.make(tools.Script(ZeroDivisionError())), tools.request())
    with pytest.raises(RuntimeError, match="other"):
        both.send(both.make(tools.Script(RuntimeError("other"))), tools.request())


def test_a_deadline_bounds_the_whole_call(both: Any, tools: Any, clock: Any) -> None:
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


def test_an_answer_that_arrived_whole_is_taken(both: Any, tools: Any, clock: Any) -> None:
    """An answer that came late but whole is given, deadline or not; None lifts the deadline for a call."""
    script = tools.Script(200, clock=clock, takes_s=100.0)
    session = both.make(script, clock, deadline_s=1.0)
    assert both.send(session, tools.request()).response.status == 200
    assert both.send(session, tools.request(), options={"deadline_s": None}).response.status == 200
    assert script.requests[1].extensions["timeout"]["read"] == 30.0


def test_a_timeout_of_the_transport_is_not_the_deadline(tools: Any) -> None:
    """With a deadline set, a timeout of the transport itself is told as what it is."""
    session = tools.async_session(tools.Script(TimeoutError("own")), deadline_s=50.0, max_retries=0)
    with pytest.raises(errors.APITimeoutError, match="timeout_s=30"):
        asyncio.run(session.send(tools.request()))
