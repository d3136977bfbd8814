"""`login_local`: sign in from a script, with the browser of this machine."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING, Any, Final, Unpack

from attio.core import settings
from attio.core.config import checked
from attio.core.defaults import configured
from attio.core.oauth_http import OAuthSession
from attio.oauth.app import OAuthOptions, make_app
from attio.oauth.authorization import build_url
from attio.oauth.given import hidden
from attio.oauth.steps import exchange_steps

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from attio.core.redact import Secret
    from attio.oauth.stores.entry import TokenStore
    from attio.oauth.token import OAuthToken

DEFAULT_REDIRECT_URI: Final = "http://127.0.0.1:8910/callback"


def login_local(
    client_id: str | None = None,
    client_secret: str | Secret | None = None,
    redirect_uri: str | None = None,
    *,
    scope: str | Iterable[str] | None = None,
    store: TokenStore | None = None,
    wait_s: float = 180.0,
    open_browser: Callable[[str], object] | None = None,
    say: Callable[[str], object] | None = None,
    app_url: str | None = None,
    transport: Any = None,
    **options: Unpack[OAuthOptions],
) -> OAuthToken:
    """Sign in with the browser of this machine, and return the token with its workspace and scopes.

    The address is shown (``say``, to stderr by default) and opened (``open_browser``, the system's own by
    default). The browser comes back to ``redirect_uri``, http on 127.0.0.1 with a port, where this listens meanwhile;
    http://127.0.0.1:8910/callback unless given, and registered for the app exactly so. A callback of another
    sign-in is answered and ignored. With ``store`` the token is put there under its workspace's id. ``wait_s`` (180)
    is how long the user has; the rest is as for ``attio.OAuth``. Raises LoginTimeoutError,
    AuthorizationDeniedError, and what ``exchange_code`` raises.
    """
    client_secret = hidden(client_secret)
    patience_s = checked("wait_s", wait_s, settings.seconds)
    app = make_app(
        client_id=client_id,
        client_secret=client_secret,
        redirect_uri=redirect_uri or _default_redirect_uri(),
        scope=scope,
        app_url=app_url,
        **options,
    )
    # Missing ones are told of before the browser opens.
    url = build_url(app, app.scope, state=None, send_scope=False, pkce=False)
    _ = app.client_secret
    from attio.oauth.listener import CallbackListener

    with CallbackListener(app.redirect_uri, url.state) as listener:
        (say or _to_stderr)(f"To sign in with Attio, open this address:\n{url}")
        _open(open_browser, str(url))
        callback = listener.wait(patience_s)
    with OAuthSession(app.config, transport=transport) as session:
        steps = exchange_steps(app, callback.code, scope=app.scope, code_verifier=None, now=session.now())
        token = session.run(steps)
    if store is not None:
        assert token.workspace_id is not None
        store.put(token.workspace_id, token)
    return token


def _default_redirect_uri() -> str | None:
    """Return the address to use when none was set anywhere."""
    from os import environ

    present = configured()
    known = environ.get("ATTIO_REDIRECT_URI") if present is None else present.redirect_uri
    return None if known else DEFAULT_REDIRECT_URI


def _to_stderr(text: str) -> None:
    print(text, file=sys.stderr, flush=True)  # noqa: T201 - it is for the person who runs the script


def _open(open_browser: Callable[[str], object] | None, url: str) -> None:
    """Open the browser beside this thread: one in a terminal does not return before it is left."""
    import threading

    def run() -> None:
        import webbrowser
        from contextlib import suppress

        # Without a browser there is still the address that was shown.
        with suppress(Exception):
            (open_browser or webbrowser.open)(url)

    threading.Thread(target=run, name="attio-browser", daemon=True).start()
