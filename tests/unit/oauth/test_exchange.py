"""From a code to a token that knows its workspace."""

from __future__ import annotations

import pickle
from datetime import UTC, datetime
from typing import Any

import httpx
import pytest

import attio
from attio import Scope
from attio.core.errors import (
    APIConnectionError,
    APITimeoutError,
    ArgumentTypeError,
    AuthenticationError,
    BadRequestError,
    DecodeError,
    Error,
    InternalServerError,
    RateLimitError,
    RedirectError,
    ScopeError,
)
from attio.core.redact import Secret
from attio.oauth import (
    InactiveTokenError,
    MissingScopeError,
    OAuthError,
    UnidentifiedTokenError,
)
from attio.oauth.callback import Callback

from .conftest import (
    CODE,
    REDIRECT,
    REFRESH,
    SECRET,
    TOKEN,
    WORKSPACE,
    Attio,
    identity,
    leaks,
    refused,
)

GIVEN = Callback(Secret(CODE), "s")


def test_a_code_becomes_a_token_that_knows_its_workspace(oauth: Any, server: Any) -> None:
    """One request exchanges the code, a second one asks whose the token is."""
    token = oauth.exchange_code(code=CODE)
    assert server.paths == ["/oauth/token", "/v2/self"]
    assert server.form() == {
        "grant_type": "authorization_code",
        "code": CODE,
        "client_id": "app-1",
        "client_secret": SECRET,
        "redirect_uri": REDIRECT,
    }
    exchange, whoami = server.asked
    assert (exchange.method, str(exchange.url)) == ("POST", "https://app.attio.com/oauth/token")
    assert exchange.headers["content-type"] == "application/x-www-form-urlencoded"
    assert "authorization" not in exchange.headers
    assert str(whoami.url) == "https://api.attio.com/v2/self"
    assert whoami.headers["authorization"] == f"Bearer {TOKEN}"
    assert token.access_token == TOKEN
    assert token.workspace_id == WORKSPACE
    assert token.workspace_slug == "acme"
    assert token.client_id == "app-1"
    assert token.scopes == ("note:read", "object_configuration:read", "record_permission:read-write")
    assert (token.expires_at, token.refresh_token) == (None, None)


def test_an_answer_may_say_more(oauth: Any, server: Any) -> None:
    """Expiry, refresh token and scope are read when Attio sends them one day."""
    server.token = {
        "access_token": TOKEN,
        "token_type": "bearer",
        "expires_in": 3600,
        "refresh_token": REFRESH,
        "scope": "a b",
        "new": {},
    }
    token = oauth.exchange_code(GIVEN)
    assert token.expires_at == datetime.fromtimestamp(server.attio_clock.seconds + 3600, UTC)
    assert token.refresh_token == REFRESH


@pytest.mark.parametrize(
    ("expires_in", "known"),
    [("3600", True), ("soon", False), (True, False), (1e400, False), ([], False), (-5, True), (1e30, True)],
)
def test_odd_expiries_break_nothing(oauth: Any, server: Any, expires_in: Any, known: bool) -> None:
    """A token is a token whatever its expiry says."""
    text = "1e400" if expires_in == 1e400 else httpx.Response(200, json=expires_in).text
    body = f'{{"access_token": "{TOKEN}", "expires_in": {text}}}'
    server.token = httpx.Response(200, content=body)
    assert (oauth.exchange_code(GIVEN).expires_at is not None) is known


def test_the_proof_of_key_is_sent_with_the_code_of_its_sign_in(oauth: Any, server: Any) -> None:
    """The verifier is found by the state, or given; without PKCE none is sent."""
    url = oauth.authorization_url(pkce=True)
    oauth.authorization_url(pkce=True)
    oauth.exchange_code(oauth.parse_callback({"code": CODE, "state": url.state}, state=url.state))
    assert server.form()["code_verifier"] == url.code_verifier.reveal()
    oauth.exchange_code(CODE, code_verifier="mine")
    assert server.form(2)["code_verifier"] == "mine"
    oauth.exchange_code(CODE)
    assert "code_verifier" not in server.form(4)
    with pytest.raises(ArgumentTypeError, match="code_verifier: cannot be int"):
        oauth.exchange_code(CODE, code_verifier=7)


def test_scopes_that_were_asked_for_are_compared(oauth: Any, server: Any) -> None:
    """A token without a scope that its sign-in asked for is refused, the scope is named, the token kept."""
    url = oauth.authorization_url([Scope.RECORD_READ, Scope.TASK_WRITE])
    other = oauth.authorization_url([Scope.NOTE_READ, Scope.RECORD_WRITE])
    assert oauth.exchange_code(Callback(Secret(CODE), other.state)).workspace_id == WORKSPACE
    with pytest.raises(MissingScopeError, match="lacks 'task:read-write'.*build.attio.com") as caught:
        oauth.exchange_code(Callback(Secret(CODE), url.state))
    error = caught.value
    assert isinstance(error, (OAuthError, ScopeError))
    assert error.missing_scopes == ("task:read-write",)
    assert error.token.access_token == TOKEN
    assert error.token.workspace_id == WORKSPACE
    assert oauth.exchange_code(Callback(Secret(CODE), url.state), scope=()).workspace_id == WORKSPACE
    with pytest.raises(MissingScopeError):
        oauth.exchange_code(CODE, scope="task:read")


def test_a_bare_code_is_compared_when_all_sign_ins_asked_for_the_same(oauth: Any) -> None:
    """The seed's way, without a state, checks scopes too; with different ones nothing is assumed."""
    oauth.authorization_url("task:read")
    with pytest.raises(MissingScopeError):
        oauth.exchange_code(code=CODE)
    oauth.authorization_url("note:read")
    assert oauth.exchange_code(code=CODE).workspace_id == WORKSPACE


def test_the_apps_own_scopes_hold_in_every_process(make: Any) -> None:
    """Scopes given to the constructor are compared also for a sign-in that another process started."""
    with pytest.raises(MissingScopeError):
        make(scope="task:read").exchange_code(Callback(Secret(CODE), "of another process"))


@pytest.mark.parametrize(
    ("answer", "kind", "code", "said"),
    [
        (
            refused(400, "invalid_grant", error_description="Used."),
            BadRequestError,
            "invalid_grant",
            "Used.; the code",
        ),
        (refused(401, "invalid_client"), AuthenticationError, "invalid_client", "do not belong together"),
        (refused(400, "new_error"), BadRequestError, "new_error", "new_error"),
        (httpx.Response(200, json={"error": "invalid_grant"}), OAuthError, "invalid_grant", "the code"),
        (httpx.Response(500, text="<html><title>Oops</title>"), InternalServerError, None, "Oops"),
        (httpx.Response(500, json=[1]), InternalServerError, None, "500"),
        (
            httpx.Response(302, headers={"location": "https://evil.example/?a=1"}),
            RedirectError,
            None,
            "redirected",
        ),
    ],
)
def test_a_refusal_is_an_oauth_error(
    oauth: Any, server: Any, answer: httpx.Response, kind: type, code: str | None, said: str
) -> None:
    """It is of the class of its status too, keeps Attio's code, and says what to do."""
    server.token = answer
    with pytest.raises(OAuthError) as caught:
        oauth.exchange_code(GIVEN)
    assert isinstance(caught.value, kind)
    assert caught.value.code == code
    assert said in str(caught.value)
    assert server.paths == ["/oauth/token"]
    assert not leaks(caught.value)


def test_an_error_survives_pickling_without_its_token(oauth: Any, server: Any) -> None:
    """Everything but the token comes back."""
    server.self = identity(active=False)
    server.token = [refused(400, "invalid_grant"), server.token]
    with pytest.raises(OAuthError) as plain:
        oauth.exchange_code(GIVEN)
    again = pickle.loads(pickle.dumps(plain.value))
    assert str(again) == str(plain.value)
    assert isinstance(again, BadRequestError)
    with pytest.raises(MissingScopeError) as caught:
        server.self = identity()
        oauth.exchange_code(GIVEN, scope="task:read")
    dumped = pickle.dumps(caught.value)
    assert TOKEN.encode() not in dumped
    again = pickle.loads(dumped)
    assert again.token is None
    assert again.missing_scopes == ("task:read",)


@pytest.mark.parametrize(
    "body",
    [
        b"",
        b"<html>login",
        b"[]",
        b'"token"',
        b"{}",
        b'{"access_token": 7}',
        b'{"access_token": ""}',
        b'{"access_token": "a b"}',
        b'{"access_token": "a", "refresh_token": 7}',
        b'{"access_token": "' + TOKEN.encode() + b'", "token_type": "mac"}',
        b'{"access_token": "' + TOKEN.encode() + b'", "token_type": 7}',
        b'{"access_token": "' + TOKEN.encode(),
        b"[" * 100_000,
        b"\xff\xfe",
    ],
)
def test_an_answer_that_is_no_token_is_a_decode_error(oauth: Any, server: Any, body: bytes) -> None:
    """It says so without showing the answer, which may hold half a token."""
    server.token = httpx.Response(200, content=body)
    with pytest.raises(DecodeError, match="a bearer token was expected") as caught:
        oauth.exchange_code(GIVEN)
    assert not leaks(caught.value)


@pytest.mark.parametrize(
    ("failure", "kind"),
    [(httpx.ReadTimeout("slow"), APITimeoutError), (httpx.ReadError("gone"), APIConnectionError)],
)
def test_a_code_is_not_sent_twice_when_it_may_have_arrived(
    oauth: Any, server: Any, failure: Exception, kind: type
) -> None:
    """A code works once, so a lost answer is not repeated, and the error says that the user must start again."""
    server.token = failure
    with pytest.raises(kind, match="may be used up.*authorization_url") as caught:
        oauth.exchange_code(GIVEN)
    assert server.paths == ["/oauth/token"]
    # The frames of a real transport hold headers and bodies.
    assert caught.value.__cause__ is failure
    assert failure.__traceback__ is None
    assert not leaks(caught.value)


def test_a_code_is_sent_again_when_it_certainly_did_not_arrive(oauth: Any, server: Any) -> None:
    """A failed connect and a 429 are repeated like everywhere, without really waiting."""
    server.token = [httpx.ConnectError("no"), refused(429, "slow_down"), server.token]
    assert oauth.exchange_code(GIVEN).access_token == TOKEN
    assert server.paths == ["/oauth/token"] * 3 + ["/v2/self"]
    assert len(server.attio_clock.slept) == 2


def test_attempts_are_bounded(make: Any, server: Any) -> None:
    """max_retries holds here too, and a hopeless connect says nothing of a used code."""
    server.token = httpx.ConnectError("no")
    with pytest.raises(APIConnectionError, match="could not connect") as caught:
        make(max_retries=1).exchange_code(GIVEN)
    assert server.paths == ["/oauth/token"] * 2
    assert "used up" not in str(caught.value)
    server.token = lambda _: refused(429, "slow_down")
    with pytest.raises(RateLimitError):
        make(max_retries=0).exchange_code(GIVEN)


@pytest.mark.parametrize(
    "answer", [httpx.ConnectError("no"), lambda _: httpx.Response(503, text="later"), {"nothing": 1}]
)
def test_a_token_that_nobody_can_identify_is_not_lost(make: Any, server: Any, answer: Any) -> None:
    """The code is used up by then, so the error holds the token, to be identified later."""
    server.self = answer
    oauth = make(max_retries=0)
    with pytest.raises((UnidentifiedTokenError, OAuthError)) as caught:
        oauth.exchange_code(GIVEN)
    assert caught.value.token.access_token == TOKEN
    assert not leaks(caught.value)
    server.self = identity()
    assert oauth.identify(caught.value.token).workspace_id == WORKSPACE


def test_a_dead_token_is_told(oauth: Any, server: Any) -> None:
    """A token that Attio does not accept is no success, also straight after the exchange."""
    server.self = {"active": False}
    with pytest.raises(InactiveTokenError, match="does not accept") as caught:
        oauth.exchange_code(GIVEN)
    assert caught.value.token.access_token == TOKEN
    with pytest.raises(InactiveTokenError):
        oauth.identify(TOKEN)
    assert not oauth.whoami(TOKEN)


def test_hooks_and_logs_see_no_secret(make: Any, server: Any, caplog: pytest.LogCaptureFixture) -> None:
    """Watchers see each request by its operation and path; nothing of what it holds."""
    seen: list[Any] = []
    hooks = attio.Hooks(on_request=seen.append, on_response=seen.append, on_retry=seen.append)
    server.token = [httpx.ConnectError(f"cannot connect with {SECRET}"), server.token]
    with caplog.at_level("DEBUG", logger="attio"):
        make(hooks=hooks).exchange_code(GIVEN)
    assert [(event.operation, event.path) for event in seen][:1] == [("oauth.token", "/oauth/token")]
    assert seen[-1].operation == "get_self"
    text = repr([event for event in seen if getattr(event, "error", None) is None]) + caplog.text
    assert "oauth.token POST /oauth/token" in caplog.text
    assert not [secret for secret in (TOKEN, CODE, SECRET) if secret in text]


@pytest.mark.parametrize("kind", ["OAuth", "AsyncOAuth"])
def test_tests_of_users_reach_no_network(kind: str) -> None:
    """The seam of attio.testing holds for the sign-in too, and a closed one sends no more."""
    import asyncio

    from attio.core.seam import set_transport_provider

    server = Attio()
    transport = httpx.MockTransport(server)
    oauth = getattr(attio, kind)("app-1", SECRET, REDIRECT)
    before = set_transport_provider(lambda: transport)
    try:
        answer = oauth.exchange_code(CODE)
        token = asyncio.run(answer) if asyncio.iscoroutine(answer) else answer
    finally:
        set_transport_provider(before)
    assert token.access_token == TOKEN

    async def closed() -> None:
        async with oauth:
            pass
        await oauth.whoami(TOKEN)

    with pytest.raises(Error, match="closed"):
        if kind == "AsyncOAuth":
            asyncio.run(closed())
        else:
            with oauth:
                pass
            oauth.whoami(TOKEN)
