"""Sign in with Attio: scopes, tokens, a sign-in for scripts (`login_local`), token stores (`attio.oauth.stores`).

`attio.OAuth` and `attio.AsyncOAuth` are the sign-in for a service.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from attio.oauth.authorization import AuthorizationURL as AuthorizationURL
    from attio.oauth.authorization import check_state as check_state
    from attio.oauth.callback import Callback as Callback
    from attio.oauth.errors import (
        AuthorizationDeniedError as AuthorizationDeniedError,
    )
    from attio.oauth.errors import (
        CorruptStoreError as CorruptStoreError,
    )
    from attio.oauth.errors import (
        ExpiredTokenError as ExpiredTokenError,
    )
    from attio.oauth.errors import (
        InactiveTokenError as InactiveTokenError,
    )
    from attio.oauth.errors import (
        LoginTimeoutError as LoginTimeoutError,
    )
    from attio.oauth.errors import (
        MissingScopeError as MissingScopeError,
    )
    from attio.oauth.errors import (
        OAuthError as OAuthError,
    )
    from attio.oauth.errors import (
        RedirectMismatchError as RedirectMismatchError,
    )
    from attio.oauth.errors import (
        RefreshUnavailableError as RefreshUnavailableError,
    )
    from attio.oauth.errors import (
        RevokedTokenError as RevokedTokenError,
    )
    from attio.oauth.errors import (
        StateMismatchError as StateMismatchError,
    )
    from attio.oauth.errors import (
        StoreLockedError as StoreLockedError,
    )
    from attio.oauth.errors import (
        StoreUnavailableError as StoreUnavailableError,
    )
    from attio.oauth.errors import (
        TokenNotFoundError as TokenNotFoundError,
    )
    from attio.oauth.errors import (
        TokenStoreError as TokenStoreError,
    )
    from attio.oauth.errors import (
        UnidentifiedTokenError as UnidentifiedTokenError,
    )
    from attio.oauth.errors import (
        WrongKeyError as WrongKeyError,
    )
    from attio.oauth.loopback import login_local as login_local
    from attio.oauth.scopes import Scope as Scope
    from attio.oauth.scopes import scopes_for as scopes_for
    from attio.oauth.token import OAuthToken as OAuthToken

_MODULE_OF: dict[str, tuple[str, ...]] = {
    "authorization": ("AuthorizationURL", "check_state"),
    "callback": ("Callback",),
    "errors": (
        "AuthorizationDeniedError",
        "CorruptStoreError",
        "ExpiredTokenError",
        "InactiveTokenError",
        "LoginTimeoutError",
        "MissingScopeError",
        "OAuthError",
        "RedirectMismatchError",
        "RefreshUnavailableError",
        "RevokedTokenError",
        "StateMismatchError",
        "StoreLockedError",
        "StoreUnavailableError",
        "TokenNotFoundError",
        "TokenStoreError",
        "UnidentifiedTokenError",
        "WrongKeyError",
    ),
    "loopback": ("login_local",),
    "scopes": ("Scope", "scopes_for"),
    "token": ("OAuthToken",),
}
_PLACES = {name: module for module, names in _MODULE_OF.items() for name in names}

__all__ = [*sorted(_PLACES)]  # noqa: PLE0604  # pyright: ignore[reportUnsupportedDunderAll]  # one table


def __getattr__(name: str) -> Any:
    from importlib import import_module

    if name == "stores":
        return import_module("attio.oauth.stores")
    module = _PLACES.get(name)
    if module is None:
        raise AttributeError(f"attio.oauth has no {name!r}; it has {', '.join(__all__)}")
    found = getattr(import_module(f"attio.oauth.{module}"), name)
    globals()[name] = found
    return found


def __dir__() -> list[str]:
    return sorted({*globals(), *__all__, "stores"})
