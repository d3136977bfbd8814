"""What can go wrong while signing in and while keeping tokens."""

from __future__ import annotations

import builtins
from typing import TYPE_CHECKING, Any

from attio.core.error_status import ScopeError
from attio.core.error_tree import Error

if TYPE_CHECKING:
    from attio.oauth.token import OAuthToken


class OAuthError(Error):
    """Signing in did not work; ``.code`` is what Attio called it (``invalid_grant``, ``access_denied``, ...)."""

    token: OAuthToken | None = None
    """The token, where one was issued all the same: a code gives only one. Left out of pickles."""

    def __reduce__(self) -> tuple[Any, ...]:
        kind, (recipe, state, args) = super().__reduce__()
        state.pop("token", None)
        return (kind, (recipe, state, args))


class StateMismatchError(OAuthError):
    """The callback does not belong to the sign-in that was started here: it may be forged."""


class RedirectMismatchError(OAuthError):
    """The callback did not come to the redirect_uri, or is not made as a callback is."""


class AuthorizationDeniedError(OAuthError):
    """The user did not let the app in."""


class LoginTimeoutError(OAuthError, builtins.TimeoutError):
    """Nobody finished the sign-in in time."""


class RefreshUnavailableError(OAuthError):
    """There is no refresh token to renew this token with."""


class InactiveTokenError(OAuthError):
    """Attio does not accept the token (any more)."""


class UnidentifiedTokenError(OAuthError):
    """A token was issued, and then Attio could not be asked whose it is: ``.token`` holds it."""


class MissingScopeError(OAuthError, ScopeError):
    """A token was issued without a scope that was asked for: ``.missing_scopes``, ``.token``."""


class TokenStoreError(Error):
    """A token store could not do what it was asked to."""


class StoreUnavailableError(TokenStoreError):
    """What the store keeps its tokens in cannot be reached, read or written now."""


class StoreLockedError(StoreUnavailableError, builtins.TimeoutError):
    """Another process holds the store, and did not let go in time."""


class CorruptStoreError(TokenStoreError):
    """What the store holds was damaged, or is not a token of this library."""


class WrongKeyError(TokenStoreError):
    """What the store holds was encrypted with a key that was not given."""


class TokenNotFoundError(TokenStoreError, LookupError):
    """The store has no token under this key that could be used."""


class RevokedTokenError(TokenNotFoundError):
    """The store's token was revoked: the user removed the app, and has to let it in again."""


class ExpiredTokenError(TokenNotFoundError):
    """The store's token has expired, or is about to, and nothing can renew it."""
