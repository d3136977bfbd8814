"""The sign-in of app.attio.com, as a local stand-in: `workspace.oauth`.

Served at /authorize, /oauth/token and /oauth/introspect of any host of the workspace, so a client points its
addresses for signing in at the workspace's transport or at the server that serves it.
"""

from __future__ import annotations

import base64
import binascii
import hmac
from collections.abc import Callable, Mapping
from html import escape
from typing import TYPE_CHECKING, Any, Final
from urllib.parse import parse_qsl, urlencode, urlsplit, urlunsplit

from attio.core.errors import ArgumentError
from attio.testing import access
from attio.testing.replies import Answer, Refusal
from attio.testing.state.apps import Apps, Grant, OAuthApp

if TYPE_CHECKING:
    from collections.abc import Collection

    from attio.testing.workspace import Incoming, LocalWorkspace

PATHS: Final = ("/authorize", "/oauth/token", "/oauth/introspect")
# Attio does not say how long a code lasts.
CODE_LASTS_S: Final = 600
_HTML: Final = (("content-type", "text/html; charset=utf-8"),)
# RFC 6749, 5.1: nothing of an answer with a token may be stored.
_NO_STORE: Final = (("cache-control", "no-store"), ("pragma", "no-cache"))

Decision = bool | None
Approve = Decision | Callable[[Mapping[str, str]], Decision]


class LocalOAuth:
    """Apps, the page that asks a member, and tokens.

    `approve` decides for the member: True (the default) lets every app in, False turns it away, None shows a page
    with two buttons, and a function of the query decides case by case. `member` is who is asked: an id or an email
    address, by default the first member.
    """

    def __init__(self, workspace: LocalWorkspace) -> None:
        self._workspace = workspace
        self.approve: Approve = True
        self.member: str | None = None

    @property
    def apps(self) -> Mapping[str, OAuthApp]:
        """All apps by client id."""
        return self._store().by_id

    def _store(self) -> Apps:
        return self._workspace.state.store(Apps)

    def add_app(
        self,
        redirect_uris: Collection[str] | str,
        *,
        client_id: str | None = None,
        client_secret: str | None = None,
        scopes: Collection[str] = access.FULL_SCOPES,
        name: str = "Local app",
    ) -> OAuthApp:
        """Register an app; its `client_id` and `client_secret` are made where they are not given."""
        uris = (redirect_uris,) if isinstance(redirect_uris, str) else tuple(redirect_uris)
        for uri in uris:
            if not urlsplit(uri).scheme:
                raise ArgumentError("redirect_uris", uri, "is no absolute address")
        ids = self._workspace.state.ids
        app = OAuthApp(client_id or ids.uuid(), client_secret or ids.secret(), uris, scopes, name)
        if app.client_id in self._store().by_id:
            raise ArgumentError("client_id", app.client_id, "is taken")
        self._store().by_id[app.client_id] = app
        return app

    def remove_app(self, app: OAuthApp) -> None:
        """Uninstall an app: its tokens are revoked, which is the only way that tokens end."""
        self._store().by_id.pop(app.client_id, None)
        for token in self._workspace.tokens.values():
            if token.client_id == app.client_id:
                token.revoked = True

    def answer(self, request: Incoming) -> Answer:
        """Answer a request to one of the three addresses."""
        if request.path == "/authorize":
            return self._authorize(request)
        if request.method != "POST":
            return _failed(405, "invalid_request", "This endpoint takes POST only.", (("allow", "POST"),))
        if request.path == "/oauth/introspect":
            return self._introspect(request)
        return self._exchange(request)

    # The page

    def _authorize(self, request: Incoming) -> Answer:
        query = request.query
        app = self._store().by_id.get(query.get("client_id", ""))
        uri = query.get("redirect_uri", "")
        if app is None:
            return _page(400, "Unknown app", "No app has this client_id.")
        if uri not in app.redirect_uris:
            # Never a redirect: the address may be anybody's.
            return _page(400, "Wrong address", "The redirect_uri is not one that is registered for this app.")
        if request.method not in {"GET", "POST"}:
            return _page(405, "Wrong method", "This page takes GET.")
        if query.get("response_type") != "code":
            return _redirect(uri, query, error="unsupported_response_type")
        decision = self._decision(request)
        if decision is None:
            return _question(app, self._workspace.state.identity["name"])
        if not decision:
            return _redirect(uri, query, error="access_denied")
        return _redirect(uri, query, code=self._grant(app, uri))

    def _decision(self, request: Incoming) -> Decision:
        if request.method == "POST":
            choice = _form(request).get("decision")
            return None if choice is None else choice == "approve"
        return self.approve(dict(request.query)) if callable(self.approve) else self.approve

    def _grant(self, app: OAuthApp, uri: str) -> str:
        state = self._workspace.state
        if self.member is None:
            member = next(iter(state.members.by_id.values()), None)
        else:
            member = state.members.find(self.member)
        code = state.ids.secret()
        expires_us = self._workspace.clock.now_us() + CODE_LASTS_S * 1_000_000
        grant = Grant(app.client_id, uri, None if member is None else member.id, expires_us)
        self._store().grants[code] = grant
        return code

    # The endpoints

    def _exchange(self, request: Incoming) -> Answer:
        kind = request.headers.get("content-type", "").partition(";")[0].strip().lower()
        if kind != "application/x-www-form-urlencoded":
            return _failed(400, "invalid_request", "The body must be application/x-www-form-urlencoded.")
        form = _form(request)
        if "grant_type" not in form:
            return _failed(400, "invalid_request", "grant_type is missing.")
        if form["grant_type"] != "authorization_code":
            return _failed(400, "unsupported_grant_type", "Only authorization_code is supported.")
        app = self._client(request, form)
        if app is None:
            return _failed(401, "invalid_client", "The client_id or client_secret is wrong.")
        if "code" not in form:
            return _failed(400, "invalid_request", "code is missing.")
        grant = self._store().grants.get(form["code"])
        if grant is None or grant.client_id != app.client_id:
            return _failed(400, "invalid_grant", "The code is unknown or has been used.")
        if form.get("redirect_uri", grant.redirect_uri) != grant.redirect_uri:
            return _failed(400, "invalid_grant", "The redirect_uri is not the one that the code was sent to.")
        del self._store().grants[form["code"]]
        if self._workspace.clock.now_us() > grant.expires_us:
            return _failed(400, "invalid_grant", "The code has expired.")
        token = self._token(app, grant)
        return Answer({"access_token": token.value, "token_type": "Bearer"}, headers=_NO_STORE)

    def _token(self, app: OAuthApp, grant: Grant) -> access.Token:
        token = access.Token(
            self._workspace.state.ids.secret(),
            scopes=app.scopes,
            client_id=app.client_id,
            kind="app",
            member_id=grant.member_id,
            issued_at_s=self._workspace.clock.now_us() // 1_000_000,
        )
        self._workspace.tokens[token.value] = token
        return token

    def _client(self, request: Incoming, form: Mapping[str, str]) -> OAuthApp | None:
        """Return the app that a request proves to be: by the body, or by HTTP Basic."""
        client_id, secret = form.get("client_id", ""), form.get("client_secret", "")
        kind, _, pair = request.headers.get("authorization", "").partition(" ")
        if not secret and kind.lower() == "basic":
            try:
                client_id, _, secret = base64.b64decode(pair, validate=True).decode().partition(":")
            except (binascii.Error, UnicodeDecodeError):
                return None
        app = self._store().by_id.get(client_id)
        if app is None or not hmac.compare_digest(app.client_secret.encode(), secret.encode()):
            return None
        return app

    def _introspect(self, request: Incoming) -> Answer:
        try:
            return Answer(
                access.introspect(self._workspace.tokens, request.headers, self._workspace.state.identity)
            )
        except Refusal as refusal:
            return Answer(refusal.body(), refusal.status)


def _form(request: Incoming) -> dict[str, str]:
    return dict(parse_qsl(request.body.decode("utf-8", "replace"), keep_blank_values=True))


def _failed(status: int, error: str, description: str, headers: tuple[Any, ...] = ()) -> Answer:
    """Build an error as RFC 6749 words it."""
    return Answer({"error": error, "error_description": description}, status, (*_NO_STORE, *headers))


def _redirect(uri: str, query: Mapping[str, str], **result: str) -> Answer:
    state = {"state": query["state"]} if "state" in query else {}
    parts = urlsplit(uri)
    joined = "&".join(filter(None, (parts.query, urlencode({**result, **state}))))
    location = urlunsplit(parts._replace(query=joined))
    return Answer(None, 302, (("location", location), ("cache-control", "no-store")))


def _page(status: int, title: str, text: str) -> Answer:
    page = f"<!DOCTYPE html><html><head><title>{escape(title)}</title></head><body><h1>{escape(title)}</h1>"
    return Answer(f"{page}<p>{escape(text)}</p></body></html>".encode(), status, _HTML)


def _question(app: OAuthApp, workspace: str) -> Answer:
    scopes = "".join(f"<li>{escape(scope)}</li>" for scope in sorted(app.scopes))
    page = (
        f"<!DOCTYPE html><html><head><title>Authorize</title></head><body>"
        f"<h1>Let {escape(app.name)} into {escape(workspace)}?</h1><ul>{scopes}</ul>"
        '<form method="post"><button name="decision" value="approve">Approve</button>'
        '<button name="decision" value="deny">Deny</button></form></body></html>'
    )
    return Answer(page.encode(), 200, _HTML)
