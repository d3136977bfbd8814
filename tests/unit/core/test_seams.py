"""Where others put something of theirs under a session: limiters, clocks, transports, providers."""

from __future__ import annotations

import asyncio
from typing import Any

import httpx
import pytest

from attio.core import errors
from attio.core.client import AsyncSession, Session, captured_replies
from attio.core.config import load_config
from attio.core.hooks import Hooks
from attio.core.limits import InProcessLimiter, limit_key, token_digest
from attio.core.seam import set_transport_provider


def test_waits_for_the_limit_are_seen(both: Any, tools: Any, clock: Any) -> None:
    """Writes beyond the limit wait, and on_wait tells how long and for which limit."""
    waits: list[Any] = []
    session = both.make(tools.Script(200), clock, hooks=Hooks(on_wait=waits.append))
    for _ in range(30):
        both.send(session, tools.request("create_note", body={}))
    assert len(waits) == 29
    assert waits[0].limits == ("write",)
    assert clock.at == pytest.approx(29 * 1.015 / 25)


def test_the_limiter_can_be_off_or_another(both: Any, tools: Any, clock: Any) -> None:
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


def test_a_429_slows_everybody_of_the_workspace(both: Any, tools: Any, clock: Any) -> None:
    """After a 429 other clients of the same token wait as well."""
    first = both.make(tools.Script(tools.reply(429, None, retry_after="3"), 200), clock, max_retries=0)
    second = both.make(tools.Script(200), clock)
    with pytest.raises(errors.RateLimitError) as caught:
        both.send(first, tools.request())
    assert caught.value.retry_after_s == 3.0
    both.send(second, tools.request())
    assert clock.at == pytest.approx(3.0)


def test_binding_a_workspace_joins_its_tokens(both: Any, tools: Any, clock: Any) -> None:
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


def test_captured_replies(both: Any, tools: Any) -> None:
    """Inside the block every reply is collected, in order, in this task only; outside none is kept."""
    session = both.make(tools.Script(200))
    with captured_replies() as replies:
        both.send(session, tools.request())
        both.send(session, tools.request("list_lists"))
    both.send(session, tools.request())
    assert [type(reply).__name__ for reply in replies] == ["Reply", "Reply"]


def test_a_provider_takes_the_place_of_the_transport(both: Any, tools: Any, clock: Any) -> None:
    """An installed provider is asked at each send, brings clock and limiter, and None goes on to the real transport."""
    own, mocked = tools.Script(200), tools.Script(tools.reply(200, {"mocked": True}))
    session = both.make(own)

    class Provider:
        attio_clock: Any = clock

        def __call__(self) -> Any:
            return self.given

        given: Any = httpx.MockTransport(mocked)

    provider = Provider()
    before = set_transport_provider(provider)
    try:
        for _ in range(7):
            assert both.send(session, tools.request()).json() == {"mocked": True}
        assert clock.slept != []
        provider.attio_clock = None
        both.send(session, tools.request())
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


def test_a_transport_can_bring_clock_and_limiter(both: Any, tools: Any, clock: Any) -> None:
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


def test_a_transport_of_another_loop_is_named(tools: Any) -> None:
    """A transport that belongs to a closed or other event loop gives a clear error."""
    session = tools.async_session(tools.Script(RuntimeError("Event loop is closed")))
    with pytest.raises(errors.ClientClosedError, match="another event loop"):
        asyncio.run(session.send(tools.request()))


def test_the_system_s_clock() -> None:
    """The default clock tells real time, draws, and can be slept by."""
    from attio.core.clock import SYSTEM_CLOCK

    assert SYSTEM_CLOCK.monotonic() <= SYSTEM_CLOCK.monotonic()
    assert SYSTEM_CLOCK.now() > 1.7e9
    assert 0.0 <= SYSTEM_CLOCK.random() < 1.0
    SYSTEM_CLOCK.sleep(0.0)
    asyncio.run(SYSTEM_CLOCK.asleep(0.0))
