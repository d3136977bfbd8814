from __future__ import annotations

import asyncio
import threading
from typing import Any

import httpx
import pytest

from attio.core import errors
from attio.core.auth import BearerAuth
from attio.core.redact import Secret

ORIGIN = httpx.URL("https://api.attio.com")


def checker(tools: Any, good: str) -> Any:
    """Answer 401 to every token but one."""

    def answer(request: httpx.Request) -> httpx.Response:
        tokens.append(request.headers["authorization"].removeprefix("Bearer "))
        return tools.reply(200 if tokens[-1] == good else 401)

    tokens: list[str] = []
    answer.tokens = tokens  # type: ignore[attr-defined]
    return answer


@pytest.mark.parametrize(
    "url", ["https://api.attio.com/v2/self", "https://api.attio.com:443/x", "https://API.attio.com/x"]
)
def test_the_token_goes_to_its_own_host(url: str) -> None:
    """Requests to the origin of the client are signed."""
    auth = BearerAuth(Secret("t"), ORIGIN)
    request = next(auth.sync_auth_flow(httpx.Request("GET", url)))
    assert request.headers["authorization"] == "Bearer t"
    assert auth.token == Secret("t")


@pytest.mark.parametrize(
    "url",
    [
        "https://evil.example/",
        "http://api.attio.com/",
        "https://api.attio.com:8443/",
        "https://api.attio.com.evil.example/",
    ],
)
def test_the_token_goes_nowhere_else(url: str) -> None:
    """Any other scheme, host or port gets no token, not even one that a caller put there."""
    auth = BearerAuth(Secret("t"), ORIGIN)
    request = next(auth.sync_auth_flow(httpx.Request("GET", url, headers={"Authorization": "Bearer t"})))
    assert "authorization" not in request.headers
    assert not auth.owns(httpx.URL(url))


def test_a_refused_token_is_renewed_once_and_sent_again(tools: Any) -> None:
    """On a 401 refresh() gives a new token, the call is repeated with it, and later calls use it."""
    calls: list[int] = []

    def refresh() -> str:
        calls.append(1)
        return "new"

    handler = checker(tools, "new")
    session = tools.session(handler, refresh=refresh)
    tenant = session.tenant()
    session.send(tools.request("create_note", body={}))
    session.send(tools.request())
    assert handler.tokens == [tools.KEY, "new", "new"]
    assert calls == [1]
    assert session.tenant() == tenant


def test_an_async_client_renews_with_either_kind_of_function(tools: Any) -> None:
    """refresh may be a plain or a coroutine function for an async client."""

    async def refresh() -> str:
        return "new"

    for function in (refresh, lambda: "new"):
        handler = checker(tools, "new")
        asyncio.run(tools.async_session(handler, refresh=function).send(tools.request()))
        assert handler.tokens == [tools.KEY, "new"]


@pytest.mark.parametrize("kind", ["sync", "async"])
def test_a_token_that_cannot_be_renewed_is_an_authentication_error(tools: Any, kind: str) -> None:
    """None means that there is no new token; a new one that is refused too is not renewed for ever."""
    for given, attempts in ((None, 1), ("also-bad", 2)):
        handler = checker(tools, "good")
        session = (tools.session if kind == "sync" else tools.async_session)(
            handler, refresh=lambda given=given: given
        )
        with pytest.raises(errors.AuthenticationError):
            result = session.send(tools.request())
            if kind == "async":
                asyncio.run(result)
        assert len(handler.tokens) == attempts


def test_a_renewed_token_is_checked(tools: Any) -> None:
    """A new token with a line break is refused before it gets into a header."""
    session = tools.session(checker(tools, "good"), refresh=lambda: "bad\nX-Evil: 1")
    with pytest.raises(errors.ConfigurationError, match=r"token of refresh\(\): holds a space") as caught:
        session.send(tools.request())
    assert "X-Evil" not in str(caught.value)


def test_the_key_of_a_call_is_not_renewed(tools: Any) -> None:
    """refresh belongs to the client's own token: a key given for one call is refused as it is."""
    handler = checker(tools, "new")
    session = tools.session(handler, refresh=lambda: "new")
    with pytest.raises(errors.AuthenticationError):
        session.send(tools.request(), options={"api_key": "other"})
    assert handler.tokens == ["other"]


def test_a_body_that_cannot_be_replayed_is_not_sent_with_the_new_token(tools: Any) -> None:
    """A 401 for an upload from a pipe is given as it is."""

    class Pipe:
        def __init__(self) -> None:
            self.parts = [b"hello", b""]

        def read(self, size: int = -1) -> bytes:
            return self.parts.pop(0)

        def __iter__(self) -> Any:
            return iter(self.parts)

    handler = checker(tools, "new")
    with pytest.raises(errors.AuthenticationError):
        tools.session(handler, refresh=lambda: "new").send(
            tools.request("upload_file"), files={"file": ("a", Pipe())}
        )
    assert handler.tokens == [tools.KEY]


def test_threads_that_are_refused_together_renew_once(tools: Any) -> None:
    """Many threads with an old token ask for one new one."""
    renewals: list[int] = []
    gate = threading.Barrier(6)
    lock = threading.Lock()
    refused = {"count": 0}

    def answer(request: httpx.Request) -> httpx.Response:
        if request.headers["authorization"] == "Bearer new":
            return tools.reply(200)
        with lock:
            refused["count"] += 1
        gate.wait(5)
        return tools.reply(401)

    def refresh() -> str:
        renewals.append(1)
        return "new"

    session = tools.session(answer, refresh=refresh, rate_limiter="off")
    threads = [threading.Thread(target=lambda: session.send(tools.request())) for _ in range(6)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert refused["count"] == 6
    assert renewals == [1]


def test_tasks_that_are_refused_together_renew_once(tools: Any) -> None:
    """Many tasks with an old token ask for one new one."""
    renewals: list[int] = []

    async def refresh() -> str:
        renewals.append(1)
        await asyncio.sleep(0)
        return "new"

    handler = checker(tools, "new")
    session = tools.async_session(handler, refresh=refresh, rate_limiter="off")

    async def main() -> None:
        await asyncio.gather(*[session.send(tools.request()) for _ in range(6)])

    asyncio.run(main())
    assert renewals == [1]


def test_with_options_can_bring_another_way_to_renew(tools: Any) -> None:
    """A new refresh function is used by the session that was made with it."""
    handler = checker(tools, "second")
    session = tools.session(handler, refresh=lambda: "first")
    session.with_options(refresh=lambda: "second").send(tools.request())
    assert handler.tokens == [tools.KEY, "second"]


def test_a_fork_gets_a_new_lock(tools: Any) -> None:
    """A token that another thread was renewing when the process was forked does not block the child."""
    from attio.core.forks import note_fork

    handler = checker(tools, "new")
    session = tools.session(handler, refresh=lambda: "new")
    session._exchange.account.auth._lock.acquire()
    note_fork()
    session.send(tools.request())
    assert handler.tokens == [tools.KEY, "new"]
