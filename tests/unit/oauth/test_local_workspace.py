"""The whole way, against the sign-in of a local workspace; and what docs/sign-in.md shows."""

from __future__ import annotations

import asyncio
import re
import webbrowser
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import httpx
import pytest

import attio
from attio import Scope
from attio.core.errors import AuthenticationError
from attio.core.seam import set_transport_provider
from attio.oauth import (
    AuthorizationDeniedError,
    MissingScopeError,
    OAuthError,
    RevokedTokenError,
    login_local,
)
from attio.oauth.stores import MemoryTokenStore
from attio.testing import LocalWorkspace

from .test_login_local import free_port

PAGE = Path(__file__).resolve().parents[3] / "docs" / "sign-in.md"


@pytest.fixture
def workspace() -> LocalWorkspace:
    """A workspace of this machine."""
    return LocalWorkspace()


def visit(workspace: LocalWorkspace, url: str) -> str:
    """Go to the sign-in as a browser does, and give the address it is sent on to."""
    with httpx.Client(transport=workspace.transport()) as browser:
        answer = browser.get(str(url))
    assert answer.status_code == 302, answer.text
    return answer.headers["location"]


def test_a_service_signs_a_user_in_and_works_until_the_app_is_removed(workspace: LocalWorkspace) -> None:
    """Address, page, callback, token, store, client, revocation: every step as in real life."""
    app = workspace.oauth.add_app("https://me.example/cb")
    transport = workspace.transport()
    oauth = attio.OAuth(app.client_id, app.client_secret, "https://me.example/cb", transport=transport)
    url = oauth.authorization_url([Scope.RECORD_WRITE, "note:read"])
    callback = oauth.parse_callback(visit(workspace, url), state=url.state)
    token = oauth.exchange_code(callback)
    assert token.workspace_id == workspace.state.identity["id"]
    assert token.client_id == app.client_id
    assert oauth.introspect(token).holds("note:read")
    with pytest.raises(OAuthError, match="used") as caught:
        oauth.exchange_code(callback)
    assert caught.value.code == "invalid_grant"
    store = MemoryTokenStore()
    store.put("acme", token)
    client = attio.Attio.for_workspace(store, "acme", transport=transport)
    client.check_scopes("people.create")
    assert client.people.create({"name": "Ada Lovelace"}).id
    workspace.oauth.remove_app(app)
    with pytest.raises(AuthenticationError):
        client.people.list()
    with pytest.raises(RevokedTokenError):
        attio.Attio.for_workspace(store, "acme", transport=transport)


def test_an_async_service_does_the_same(workspace: LocalWorkspace) -> None:
    """The async twin, up to a client that works."""
    app = workspace.oauth.add_app("https://me.example/cb")
    transport = workspace.transport()

    async def run() -> str:
        async with attio.AsyncOAuth(
            app.client_id, app.client_secret, "https://me.example/cb", transport=transport
        ) as oauth:
            url = oauth.authorization_url()
            token = await oauth.exchange_code(oauth.parse_callback(visit(workspace, url), state=url.state))
        store = MemoryTokenStore()
        store.put("acme", token)
        client = await attio.AsyncAttio.for_workspace(store, "acme", transport=transport)
        await client.check_scopes("people.create")
        return (await client.people.create({"name": "Ada Lovelace"}))["name"].full_name

    assert asyncio.run(run()) == "Ada Lovelace"


def test_what_goes_wrong_there_is_told(workspace: LocalWorkspace) -> None:
    """A user who refuses, an app without a scope, a wrong secret: each is the error that it should be."""
    app = workspace.oauth.add_app("https://me.example/cb", scopes={"note:read"})
    transport = workspace.transport()
    oauth = attio.OAuth(app.client_id, app.client_secret, "https://me.example/cb", transport=transport)
    url = oauth.authorization_url("task:read")
    with pytest.raises(MissingScopeError, match="task:read"):
        oauth.exchange_code(oauth.parse_callback(visit(workspace, url), state=url.state))
    wrong = attio.OAuth(app.client_id, "wrong-secret", "https://me.example/cb", transport=transport)
    with pytest.raises(OAuthError, match="do not belong together") as caught:
        wrong.exchange_code(oauth.parse_callback(visit(workspace, url), state=url.state))
    assert isinstance(caught.value, AuthenticationError)
    workspace.oauth.approve = False
    with pytest.raises(AuthorizationDeniedError):
        oauth.parse_callback(visit(workspace, url), state=url.state)


def test_a_script_signs_in_through_a_served_workspace() -> None:
    """login_local against a server: the browser really goes there and comes back over this machine's network."""
    from attio.testing import serve

    redirect_uri = f"http://127.0.0.1:{free_port()}/callback"
    with serve() as server:
        app = server.workspace.oauth.add_app(redirect_uri)
        token = login_local(
            app.client_id,
            app.client_secret,
            redirect_uri,
            app_url=server.url,
            base_url=server.url,
            open_browser=lambda url: httpx.get(url, follow_redirects=True).raise_for_status(),
            say=lambda _: None,
            wait_s=20,
        )
        assert token.workspace_id == server.workspace.state.identity["id"]


@pytest.fixture
def seamed(workspace: LocalWorkspace) -> Iterator[LocalWorkspace]:
    """A workspace that every client of this process ends in."""
    transport = workspace.transport()
    before = set_transport_provider(lambda: transport)
    yield workspace
    set_transport_provider(before)


def test_the_page_runs_as_it_stands(
    seamed: LocalWorkspace,
    redis_url: str,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    """A reader who types the examples of docs/sign-in.md in order meets no error."""
    redirect_uri = f"http://127.0.0.1:{free_port()}/callback"
    app = seamed.oauth.add_app(redirect_uri)
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("ATTIO_CLIENT_ID", app.client_id)
    monkeypatch.setenv("ATTIO_CLIENT_SECRET", app.client_secret)
    monkeypatch.setenv("ATTIO_REDIRECT_URI", redirect_uri)
    monkeypatch.setenv("REDIS_URL", redis_url)
    monkeypatch.setattr(webbrowser, "open", lambda url: httpx.get(visit(seamed, url)))
    scope: dict[str, Any] = {"__name__": "page"}
    blocks = re.findall(r"```python\n(.*?)```", PAGE.read_text("utf-8"), re.S)
    assert len(blocks) == 7
    for number, block in enumerate(blocks):
        exec(compile(block, f"{PAGE.name} block {number}", "exec"), scope)
        if number == 0:
            scope["request_url"] = visit(seamed, scope["url"])
    said = capsys.readouterr()
    assert "local-workspace (" in said.out
    assert "Attio issues none" in said.out
    assert scope["token"].access_token not in said.out + said.err
