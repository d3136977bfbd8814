"""The address that a sign-in starts at, its state and its proof of key (PKCE). No I/O."""

from __future__ import annotations

import hmac
import threading
from base64 import urlsafe_b64encode
from collections import OrderedDict
from hashlib import sha256
from secrets import token_urlsafe
from typing import TYPE_CHECKING, Final
from urllib.parse import urlencode

from attio.core.arguments import flag, text
from attio.core.error_tree import ArgumentError
from attio.core.forks import renew_after_fork
from attio.core.redact import Secret
from attio.oauth.errors import StateMismatchError

if TYPE_CHECKING:
    from attio.oauth.app import OAuthApp
    from attio.oauth.scopes import Scope

KEPT: Final = 1024
"""Sign-ins under way whose scope is remembered; the oldest ones are forgotten first."""
_STATE_LIMIT: Final = 512


class AuthorizationURL(str):
    """The address to send the browser to; a str, with what must be kept until the browser comes back.

    ``state`` goes into the user's session. ``scope`` is what was asked for, ``code_verifier`` the proof of key
    (only with ``pkce=True``).
    """

    __slots__ = ("code_verifier", "scope", "state")
    state: str
    scope: tuple[Scope, ...]
    code_verifier: Secret | None


def build_url(
    app: OAuthApp, scope: tuple[Scope, ...], *, state: str | None, send_scope: bool, pkce: bool
) -> AuthorizationURL:
    """Build the address; a state of 256 random bits when none was given."""
    chosen = token_urlsafe(32) if state is None else checked_state(state, "state")
    verifier = Secret(token_urlsafe(48)) if flag(pkce, "pkce") else None
    query = {
        "client_id": app.client_id,
        "response_type": "code",
        "redirect_uri": app.redirect_uri,
        "state": chosen,
    }
    if flag(send_scope, "send_scope") and scope:
        query["scope"] = " ".join(scope)
    if verifier is not None:
        digest = sha256(verifier.reveal().encode()).digest()
        query["code_challenge"] = urlsafe_b64encode(digest).rstrip(b"=").decode()
        query["code_challenge_method"] = "S256"
    url = AuthorizationURL(f"{app.app_url}/authorize?{urlencode(query)}")
    url.state, url.scope, url.code_verifier = chosen, scope, verifier
    return url


def checked_state(value: object, argument: str) -> str:
    """Return a state that can be sent and compared: a text on one line that is not empty."""
    given = text(value, argument, longest=_STATE_LIMIT)
    if not given.isprintable():
        raise ArgumentError(argument, value, "holds a line break or a control character")
    return given


def check_state(expected: object, returned: object) -> None:
    """Compare the state that was sent with the one that came back, in constant time; StateMismatchError unless equal.

    ``expected`` comes from the user's own session; an empty one proves nothing and is refused.
    """
    sent = checked_state(expected, "state")
    # Compared as bytes: compare_digest takes no text beyond ASCII.
    got = returned.encode("utf-8", "replace") if isinstance(returned, str) else b""
    if not hmac.compare_digest(sent.encode("utf-8", "replace"), got):
        said = "carries no state" if not returned else "carries the state of another sign-in"
        raise StateMismatchError(
            f"the callback {said}: it was not started by this user, or its session was lost; let the user start again"
        )


class PendingSignIns:
    """What was asked for in the sign-ins that this process started, by their state; bounded, thread-safe."""

    def __init__(self) -> None:
        self._kept: OrderedDict[str, AuthorizationURL] = OrderedDict()
        self._lock = threading.Lock()
        renew_after_fork(self)

    def after_fork(self) -> None:
        """Replace the lock, which another thread may have held when the process was forked."""
        self._lock = threading.Lock()

    def keep(self, url: AuthorizationURL) -> AuthorizationURL:
        """Remember a sign-in."""
        with self._lock:
            self._kept[url.state] = url
            self._kept.move_to_end(url.state)
            while len(self._kept) > KEPT:
                self._kept.popitem(last=False)
        return url

    def of(self, state: str | None) -> AuthorizationURL | None:
        """Return the sign-in of a state; without a state the latest, when all that are known asked for the same."""
        with self._lock:
            if state is not None:
                return self._kept.get(state)
            asked = {(url.scope, url.code_verifier) for url in self._kept.values()}
            return next(reversed(self._kept.values())) if len(asked) == 1 else None
