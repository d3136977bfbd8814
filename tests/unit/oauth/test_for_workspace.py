"""Clients of many workspaces, with tokens out of a store."""

from __future__ import annotations

import asyncio
import logging
from typing import Any

import httpx
import pytest

import attio
from attio import OAuthToken
from attio.core.errors import (
    ArgumentTypeError,
    AuthenticationError,
    ConfigurationError,
    ScopeError,
)
from attio.core.redact import Secret
from attio.oauth import (
    ExpiredTokenError,
    InactiveTokenError,
    OAuthError,
    RevokedTokenError,
    StoreUnavailableError,
    TokenNotFoundError,
)
from attio.oauth.renewal import AsyncRenewal, Renewal
from attio.oauth.stores import MemoryTokenStore

from .conftest import REFRESH, TOKEN, WORKSPACE, FakeClock, identity, leaks

NEW = "the-new-access-token-that-nobody-may-see".ljust(64, "z")
WHOLE = OAuthToken(TOKEN, workspace_id=WORKSPACE, scopes=["note:read", "object_configuration:read"])


class Api:
    """The API of Attio: some tokens are good."""

    def __init__(self) -> None:
        self.good = {TOKEN}
        self.used: list[str] = []
        self.paths: list[str] = []
        self.scope = "note:read object_configuration:read"

    def __call__(self, request: httpx.Request) -> httpx.Response:
        token = request.headers["authorization"].removeprefix("Bearer ")
        self.used.append(token)
        self.paths.append(request.url.path)
        if request.url.path == "/v2/self":
            return httpx.Response(
                200, json=identity(scope=self.scope) if token in self.good else {"active": False}
            )
        if token in self.good:
            return httpx.Response(200, json={"data": []})
        return httpx.Response(
            401, json={"status_code": 401, "type": "auth_error", "code": "unauthorized", "message": "gone"}
        )


class Client:
    """A client of either kind with plain calls."""

    def __init__(self, kind: str, api: Api, store: Any, **options: Any) -> None:
        self.asynchronous = kind == "AsyncAttio"
        self.transport = httpx.MockTransport(api)
        self.client = self.run(
            getattr(attio, kind).for_workspace(store, "acme", transport=self.transport, **options)
        )

    def run(self, result: Any) -> Any:
        return asyncio.run(result) if asyncio.iscoroutine(result) else result

    def list(self) -> Any:
        return self.run(self.client.objects.list())

    def __getattr__(self, name: str) -> Any:
        return lambda *args, **kwargs: self.run(getattr(self.client, name)(*args, **kwargs))


@pytest.fixture
def api() -> Api:
    """The API."""
    return Api()


@pytest.fixture
def kept(clock: FakeClock) -> MemoryTokenStore:
    """A store with one token."""
    store = MemoryTokenStore(clock=clock)
    store.put("acme", WHOLE)
    return store


@pytest.fixture(params=["Attio", "AsyncAttio"])
def connect(request: pytest.FixtureRequest, api: Api, kept: MemoryTokenStore) -> Any:
    """Make a client of either kind from the store."""
    return lambda **options: Client(request.param, api, kept, **options)


def test_a_client_takes_its_token_from_the_store(connect: Any, api: Api) -> None:
    """No request is needed for it; workspace and scopes are known at once, settings are as for any client."""
    client = connect(timeout_s=5)
    assert api.used == []
    assert client.client.session.workspace_id == WORKSPACE
    assert client.client.session.held_scopes == WHOLE.scopes
    assert client.client.config.timeout_s == 5
    client.list()
    assert api.used == [TOKEN]
    assert TOKEN not in repr(client.client) + repr(client.client.config)


def test_a_bare_token_is_enough(connect: Any, kept: MemoryTokenStore) -> None:
    """An API key put as text works; its workspace is not known until it is asked."""
    kept.put("acme", TOKEN)
    client = connect()
    assert client.client.session.workspace_id is None
    client.list()


@pytest.mark.parametrize(
    ("prepare", "kind", "said"),
    [
        (lambda store, _: store.delete("acme"), TokenNotFoundError, "no token under 'acme'"),
        (lambda store, _: store.mark_revoked("acme"), RevokedTokenError, "was revoked .noted 20"),
        (
            lambda store, _: store.put("acme", TOKEN, expires_in_s=300),
            ExpiredTokenError,
            "expires at 20.*oauth=",
        ),
    ],
)
def test_without_a_usable_token_there_is_no_client(
    connect: Any, kept: MemoryTokenStore, prepare: Any, kind: type, said: str
) -> None:
    """The error says what became of the token and what to do."""
    prepare(kept, None)
    with pytest.raises(kind, match=said) as caught:
        connect()
    assert isinstance(caught.value, LookupError)
    assert not leaks(caught.value)


def test_a_refused_token_is_marked(
    connect: Any, api: Api, kept: MemoryTokenStore, caplog: pytest.LogCaptureFixture
) -> None:
    """A 401 marks the entry, raises what it always raises, and the next client is told; no token is logged."""
    client = connect()
    api.good = set()
    with caplog.at_level("WARNING", logger="attio"), pytest.raises(AuthenticationError) as caught:
        client.list()
    assert kept.get("acme") is None
    assert "token of acme is refused by Attio and marked as revoked" in caplog.text
    assert TOKEN not in caplog.text
    assert not leaks(caught.value)
    with pytest.raises(RevokedTokenError):
        connect()
    with pytest.raises(AuthenticationError):
        client.list()


def test_an_inactive_token_is_marked(connect: Any, api: Api, kept: MemoryTokenStore) -> None:
    """whoami answers `active: false` instead of a 401, and marks the entry too; another token's does not."""
    client = connect()
    assert not client.whoami(options={"api_key": "other"})
    assert kept.get("acme") is not None
    api.good = set()
    assert not client.whoami()
    assert kept.get("acme") is None


def test_a_newer_token_of_another_process_is_taken(connect: Any, api: Api, kept: MemoryTokenStore) -> None:
    """When somebody signed in again meanwhile, the call goes on with the new token and marks nothing."""
    client = connect()
    api.good = {NEW}
    kept.put("acme", NEW)
    client.list()
    client.list()
    assert api.used == [TOKEN, NEW, NEW]
    assert kept.get("acme") == OAuthToken(NEW)


def test_a_mark_spares_a_newer_token(connect: Any, api: Api, kept: MemoryTokenStore) -> None:
    """A token that was put between the look and the mark survives."""
    client = connect()
    api.good = set()
    mark = kept.mark_revoked

    def late(key: str, token: Any = None) -> bool:
        kept.put("acme", NEW)
        return mark(key, token)

    kept.mark_revoked = late  # type: ignore[method-assign]
    with pytest.raises(AuthenticationError):
        client.list()
    assert kept.get("acme") == OAuthToken(NEW)


class Renewer:
    """Renews a token, or refuses to."""

    def __init__(self, result: Any = None) -> None:
        self.result = result or OAuthToken(NEW, refresh_token="next", workspace_id=WORKSPACE)
        self.given: list[OAuthToken] = []

    def refresh_token(self, refresh_token: OAuthToken) -> OAuthToken:
        self.given.append(refresh_token)
        if isinstance(self.result, Exception):
            raise self.result
        return self.result


class AsyncRenewer(Renewer):
    """The same, to be awaited."""

    async def refresh_token(self, refresh_token: OAuthToken) -> OAuthToken:  # type: ignore[override]
        return Renewer.refresh_token(self, refresh_token)


def test_a_refresh_token_renews_a_refused_one(connect: Any, api: Api, kept: MemoryTokenStore) -> None:
    """The store has the renewed token afterwards, and the call succeeds."""
    kept.put("acme", WHOLE.replace(refresh_token=REFRESH))
    renewer = Renewer()
    client = connect(oauth=renewer)
    api.good = {NEW}
    client.list()
    assert renewer.given[0].refresh_token == REFRESH
    assert kept.get("acme") == renewer.result
    assert api.used == [TOKEN, NEW]


def test_an_expired_token_is_renewed_before_the_first_call(
    connect: Any, api: Api, kept: MemoryTokenStore
) -> None:
    """With a refresh token and oauth= expiry is no error."""
    kept.put("acme", WHOLE.replace(refresh_token=REFRESH), expires_in_s=10)
    api.good = {NEW}
    connect(oauth=Renewer()).list()
    assert api.used == [NEW]


def test_an_async_client_renews_with_an_async_sign_in(api: Api, kept: MemoryTokenStore) -> None:
    """AsyncOAuth is awaited; a sync client refuses it at once."""
    kept.put("acme", WHOLE.replace(refresh_token=REFRESH))
    client = Client("AsyncAttio", api, kept, oauth=AsyncRenewer())
    api.good = {NEW}
    client.list()
    assert api.used == [TOKEN, NEW]
    with pytest.raises(ArgumentTypeError, match="oauth: is asynchronous"):
        Client("Attio", api, kept, oauth=AsyncRenewer())


def test_a_used_up_refresh_token_marks_the_entry(
    connect: Any, api: Api, kept: MemoryTokenStore, caplog: pytest.LogCaptureFixture
) -> None:
    """invalid_grant is final; any other failure leaves the entry as it is. The call raises its 401 either way."""
    kept.put("acme", WHOLE.replace(refresh_token=REFRESH))
    for failure, usable in (
        (OAuthError("busy", code="server_error"), True),
        (OSError("gone"), True),
        (OAuthError("no", code="invalid_grant"), False),
    ):
        api.good = {TOKEN}
        client = connect(oauth=Renewer(failure))
        api.good = set()
        with caplog.at_level("WARNING", logger="attio"), pytest.raises(AuthenticationError):
            client.list()
        assert (kept.get("acme") is not None) is usable
        assert f"could not be renewed or marked: {type(failure).__name__}" in caplog.text
        caplog.clear()


def test_a_store_that_is_gone_does_not_hide_the_401(
    connect: Any, api: Api, kept: MemoryTokenStore, caplog: pytest.LogCaptureFixture
) -> None:
    """Calls go on with the token they have; what the store could not do is logged."""
    client = connect()

    def gone(*_: object) -> Any:
        raise StoreUnavailableError("Redis is gone")

    kept.entry = kept.mark_revoked = gone  # type: ignore[method-assign]
    client.list()
    api.good = set()
    with caplog.at_level(logging.WARNING, logger="attio"):
        with pytest.raises(AuthenticationError):
            client.list()
        assert not client.whoami()
    assert caplog.text.count("StoreUnavailableError") == 2
    with pytest.raises(StoreUnavailableError):
        connect()


def test_an_entry_that_vanished_is_no_error_of_its_own(
    connect: Any, api: Api, kept: MemoryTokenStore
) -> None:
    """A 401 stays a 401 when there is nothing left to mark."""
    client = connect()
    api.good = set()
    kept.delete("acme")
    with pytest.raises(AuthenticationError):
        client.list()
    assert not client.whoami()


@pytest.mark.parametrize("kind", [Renewal, AsyncRenewal])
def test_arguments_are_checked(kind: type) -> None:
    """A store is a store, and oauth renews tokens."""
    with pytest.raises(ArgumentTypeError, match="store: is no token store: it has no put"):
        kind({}, "acme")
    with pytest.raises(ArgumentTypeError, match="oauth: cannot renew tokens"):
        kind(MemoryTokenStore(), "acme", object())


def test_with_options_keeps_the_store_and_another_key_leaves_it(
    connect: Any, api: Api, kept: MemoryTokenStore
) -> None:
    """The same token in other settings is still marked; a client with another key marks nothing."""
    client = connect()
    api.good = set()
    other = client.client.with_options(api_key="other-key")
    with pytest.raises(AuthenticationError):
        client.run(other.objects.list())
    assert kept.get("acme") is not None
    with pytest.raises(AuthenticationError):
        client.run(client.client.with_options(timeout_s=3).objects.list())
    assert kept.get("acme") is None


def test_a_wrong_setting_is_refused(connect: Any) -> None:
    """Settings are checked as for any client."""
    with pytest.raises(ConfigurationError, match="timeout_s"):
        connect(timeout_s=-1)


# --- check_scopes


def test_scopes_are_checked_before_a_job(connect: Any, api: Api) -> None:
    """Known scopes cost no request; what is missing is asked once more, then named."""
    client = connect()
    assert client.check_scopes("objects.list", "list_objects") == ("object_configuration:read",)
    assert api.paths == []
    with pytest.raises(ScopeError, match="record_permission:read-write.*'records.create'") as caught:
        client.check_scopes("objects.list", "records.create")
    assert api.paths == ["/v2/self"]
    assert caught.value.missing_scopes == ("record_permission:read-write",)
    api.scope = "object_configuration:read record_permission:read-write"
    client.check_scopes("records.create")
    client.check_scopes("records.create")
    assert api.paths == ["/v2/self"] * 2


@pytest.mark.parametrize("kind", ["Attio", "AsyncAttio"])
def test_scopes_of_any_client_can_be_checked(api: Api, kind: str) -> None:
    """A client that knows nothing of its token asks once; a dead token is told, with no store to mark."""

    def check(client: Any, *given: Any, **more: Any) -> Any:
        result = client.check_scopes(*given, **more)
        return asyncio.run(result) if asyncio.iscoroutine(result) else result

    client = getattr(attio, kind)(api_key=TOKEN, transport=httpx.MockTransport(api))
    assert check(client, "attributes.list", target="objects") == ("object_configuration:read",)
    assert check(client, "objects.list") == ("object_configuration:read",)
    assert api.paths == ["/v2/self"]
    api.good = set()
    dead = getattr(attio, kind)(api_key=TOKEN, transport=httpx.MockTransport(api))
    with pytest.raises(InactiveTokenError):
        check(dead, "objects.list")


def test_a_token_is_never_shown_by_its_renewal(kept: MemoryTokenStore) -> None:
    """What holds the token shows it nowhere."""
    renewal = Renewal(kept, "acme")
    token = renewal.first()
    assert token.secret == Secret(TOKEN)
    assert TOKEN not in repr(vars(renewal))
