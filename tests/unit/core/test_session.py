"""The session in both kinds: each test runs sync and async, through the same promises."""

from __future__ import annotations

import copy
import json
import pickle
from typing import Any

import pytest

from attio.core import errors
from attio.core.client import AsyncSession, Session
from attio.core.config import load_config
from attio.core.hooks import Hooks
from attio.core.snapshot import ResponseSnapshot


def test_a_reply_has_body_and_snapshot(both: Any, tools: Any) -> None:
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


def test_what_goes_out(both: Any, tools: Any) -> None:
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


def test_a_request_without_a_body_says_nothing_of_one(both: Any, tools: Any) -> None:
    """A GET has neither a content type nor a length."""
    script = tools.Script(200)
    both.send(both.make(script), tools.request())
    assert "content-type" not in script.requests[0].headers
    assert "content-length" not in script.requests[0].headers


def test_options_of_one_call(both: Any, tools: Any) -> None:
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


def test_many_keys_are_not_kept_for_ever(both: Any, tools: Any) -> None:
    """Calls with thousands of keys keep a bounded number of them."""
    session = both.make(tools.Script(200))
    for number in range(200):
        session.tenant({"api_key": f"key-{number}"})
    assert len(session._exchange._accounts) <= 64


def test_raw_requests(both: Any, tools: Any) -> None:
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


def test_an_error_of_a_raw_request_has_no_operation(both: Any, tools: Any) -> None:
    """An unknown route gives its error with method and path."""
    with pytest.raises(errors.NotFoundError, match="404 not_found on GET /v3/x") as caught:
        both.request(both.make(tools.Script(404)), "GET", "/v3/x")
    assert caught.value.operation is None


def test_with_options_shares_the_pool(both: Any, tools: Any, clock: Any) -> None:
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


def test_a_closed_client_says_so(both: Any, tools: Any) -> None:
    """After close every call is a ClientClosedError, and closing twice is fine."""
    session = both.make(tools.Script(200))
    both.close(session)
    both.close(session)
    with pytest.raises(errors.ClientClosedError, match="this client is closed"):
        both.send(session, tools.request())


def test_a_session_is_not_pickled_and_shows_no_token(both: Any, tools: Any) -> None:
    """Pickling is a TypeError that says why, and the repr is an address."""
    session = both.make(tools.Script(200))
    with pytest.raises(TypeError, match="cannot be pickled"):
        pickle.dumps(session)
    with pytest.raises(TypeError, match="cannot be pickled"):
        copy.deepcopy(session)
    assert repr(session) == f"<{type(session).__name__} https://api.attio.com>"
    assert tools.KEY not in repr(session._exchange.account.auth)


def test_a_session_needs_a_key(both: Any, tools: Any) -> None:
    """Settings that serve only OAuth make no session."""
    config = load_config(environment={}, require_key=False, client_id="x")
    with pytest.raises(errors.ConfigurationError, match="no API key"):
        (Session if both.kind == "sync" else AsyncSession)(config)
