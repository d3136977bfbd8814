# Derived from attio/_async by scripts/unasync: edit there.
"""`OAuth`: let users of your app connect their workspaces."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, NoReturn

from attio.core.oauth_http import OAuthSession
from attio.oauth.app import OAuthApp, make_app
from attio.oauth.authorization import PendingSignIns, build_url, check_state
from attio.oauth.callback import read_callback
from attio.oauth.given import callback_of, hidden, token_of, verifier_of
from attio.oauth.scopes import checked_scopes
from attio.oauth.steps import (
    exchange_steps,
    identify_steps,
    introspect_steps,
    refresh_steps,
    whoami_steps,
)

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping
    from typing import Self, Unpack

    from attio.core.redact import Secret
    from attio.oauth.app import OAuthOptions
    from attio.oauth.authorization import AuthorizationURL
    from attio.oauth.callback import Callback
    from attio.oauth.token import OAuthToken
    from attio.records.members import IdentityData


class OAuth:
    """Sign-in with Attio (authorization code grant) for an app registered there.

    `client_id`, `client_secret` and `redirect_uri` come from the arguments, `attio.configure`, or
    ATTIO_CLIENT_ID, ATTIO_CLIENT_SECRET and ATTIO_REDIRECT_URI. Nothing is connected before the first exchange;
    close it, or use it in an `with` block, when done.
    """

    def __init__(
        self,
        client_id: str | None = None,
        client_secret: str | Secret | None = None,
        redirect_uri: str | None = None,
        *,
        scope: str | Iterable[str] | None = None,
        app_url: str | None = None,
        transport: Any = None,
        **options: Unpack[OAuthOptions],
    ) -> None:
        """Make a sign-in.

        `redirect_uri` is https, or http on this machine, exactly as it is registered. `scope` is what every
        token must hold, see `authorization_url`. `app_url` is where Attio's sign-in is (https://app.attio.com). The
        rest is as for a client. Raises ConfigurationError naming the setting.
        """
        client_secret = hidden(client_secret)
        self.app: OAuthApp = make_app(
            client_id=client_id,
            client_secret=client_secret,
            redirect_uri=redirect_uri,
            scope=scope,
            app_url=app_url,
            **options,
        )
        """What the app was registered with."""
        self._session = OAuthSession(self.app.config, transport=transport)
        self._pending = PendingSignIns()

    def authorization_url(
        self,
        scope: str | Iterable[str] | None = None,
        *,
        state: str | None = None,
        send_scope: bool = False,
        pkce: bool = False,
    ) -> AuthorizationURL:
        """Return the address to send the user's browser to; keep its `.state` in the user's session.

        Attio takes the scopes from the app's settings and no `scope` here, so `scope` (members of `attio.Scope`,
        or texts) is checked, kept, and compared with what the token holds after the exchange. `state` is
        made when not given. Attio documents neither parameter: `send_scope=True` sends the scopes along, `pkce=True`
        a proof of key, whose verifier is kept here and on the result (`.code_verifier`). Costs no request.
        """
        wanted = self.app.scope if scope is None else checked_scopes(scope)
        return self._pending.keep(build_url(self.app, wanted, state=state, send_scope=send_scope, pkce=pkce))

    def parse_callback(self, callback: str | Mapping[str, Any], *, state: str) -> Callback:
        """Check what the browser came back with, and return its code for `exchange_code`.

        `callback` is the address, its path and query, or its parameters as a mapping. `state` is the one in the
        user's session. Raises RedirectMismatchError for a callback to another place, StateMismatchError for one of
        another sign-in, AuthorizationDeniedError when the user refused. Costs no request.
        """
        return read_callback(callback, self.app.redirect_uri, state)

    def check_state(self, expected: str, returned: str | None) -> None:
        """Compare two states in constant time; raises StateMismatchError unless they are equal."""
        check_state(expected, returned)

    def exchange_code(
        self,
        code: str | Callback,
        *,
        scope: str | Iterable[str] | None = None,
        code_verifier: str | Secret | None = None,
    ) -> OAuthToken:
        """Exchange the code of a callback for a token, which knows its workspace and its scopes.

        A code works once and for minutes, so it is sent again only when it certainly did not arrive. What
        `authorization_url` asked for is looked up by the state of a `Callback` (by a bare code, when all sign-ins asked
        for the same); in another process give `scope` and `code_verifier`. Raises OAuthError for a refused
        code, MissingScopeError when the token lacks a scope, UnidentifiedTokenError when Attio cannot be asked whose
        it is; the last two hold it as `.token`. Costs two requests: POST /oauth/token, GET /v2/self.
        """
        code, code_verifier = callback_of(code), verifier_of(code_verifier)
        asked = self._pending.of(code.state)
        kept = self.app.scope if asked is None else asked.scope
        return self._session.run(
            exchange_steps(
                self.app,
                code.code,
                scope=kept if scope is None else checked_scopes(scope),
                code_verifier=code_verifier or (None if asked is None else asked.code_verifier),
                now=self._session.now(),
            )
        )

    def refresh_token(self, refresh_token: str | Secret | OAuthToken) -> OAuthToken:
        """Renew a token with its refresh token.

        Attio issues no refresh tokens today, and its tokens do not expire: RefreshUnavailableError says so for a token
        that has none. Given an `OAuthToken`, the result keeps what was known of it. Source: POST /oauth/token.
        """
        refresh_token = token_of(refresh_token, "refresh_token")
        return self._session.run(refresh_steps(self.app, refresh_token, now=self._session.now()))

    def whoami(self, token: str | Secret | OAuthToken) -> IdentityData:
        """Tell whose token it is: workspace, scopes, level; false when it is not active. Source: GET /v2/self."""
        token = token_of(token, "token")
        return self._session.run(whoami_steps(self.app, token.secret))

    def introspect(self, token: str | Secret | OAuthToken) -> IdentityData:
        """Tell about a token as the introspection endpoint does; as `whoami` where Attio has none.

        Source: POST /oauth/introspect, else GET /v2/self.
        """
        token = token_of(token, "token")
        return self._session.run(introspect_steps(self.app, token.secret))

    def identify(self, token: str | Secret | OAuthToken) -> OAuthToken:
        """Return the token with its workspace and scopes; raises InactiveTokenError for one that is not active.

        Source: GET /v2/self.
        """
        token = token_of(token, "token")
        return self._session.run(identify_steps(self.app, token))

    def close(self) -> None:
        """Close the connections."""
        self._session.close()

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *exc: object) -> None:
        self.close()

    def __reduce__(self) -> NoReturn:
        raise TypeError(f"{type(self).__name__} cannot be pickled: it holds a secret; make a new one")

    def __repr__(self) -> str:
        return f"<{type(self).__name__} {self.app.config.client_id} {self.app.app_url}>"
