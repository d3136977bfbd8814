"""`OAuthApp`: what an app was registered with at Attio, and where Attio's sign-in is."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any, Final, TypedDict
from urllib.parse import urlsplit

import msgspec

from attio.core import settings
from attio.core.config import checked, load_config
from attio.core.defaults import configured
from attio.core.error_tree import ConfigurationError
from attio.oauth.scopes import Scope, checked_scopes

if TYPE_CHECKING:
    from collections.abc import Sequence

    from attio.core.config import Config
    from attio.core.hooks import Hooks
    from attio.core.redact import Secret

APP_URL: Final = "https://app.attio.com"
_LOOPBACK: Final = re.compile(r"localhost|127(?:\.\d{1,3}){3}|::1", re.IGNORECASE)


class OAuthOptions(TypedDict, total=False):
    """The settings that a sign-in shares with a client; None counts as not given."""

    base_url: str | None
    timeout_s: float | None
    deadline_s: float | None
    max_retries: int | None
    retry_delay_s: float | None
    logger: Any
    proxy: str | None
    verify: Any
    connection_limits: Any
    hooks: Hooks | Sequence[Hooks] | None


class OAuthApp(msgspec.Struct, frozen=True, kw_only=True, eq=False):
    """An app: its id and secret, where the browser comes back to, the scopes it relies on."""

    config: Config
    app_url: str = APP_URL
    scope: tuple[Scope, ...] = ()

    def __repr__(self) -> str:
        return f"OAuthApp({self.config.client_id!r}, {self.app_url!r})"

    @property
    def client_id(self) -> str:
        """The app's id; a ConfigurationError without one."""
        if self.config.client_id is None:
            raise _missing("client_id", "ATTIO_CLIENT_ID")
        return self.config.client_id

    @property
    def client_secret(self) -> Secret:
        """The app's secret; a ConfigurationError without one."""
        if self.config.client_secret is None:
            raise _missing("client_secret", "ATTIO_CLIENT_SECRET")
        return self.config.client_secret

    @property
    def redirect_uri(self) -> str:
        """Where the browser comes back to; a ConfigurationError without one."""
        if self.config.redirect_uri is None:
            raise _missing("redirect_uri", "ATTIO_REDIRECT_URI")
        return self.config.redirect_uri

    @property
    def self_url(self) -> str:
        """The address that tells about a token."""
        return f"{self.config.base_url}/v2/self"


def make_app(
    *,
    app_url: str | None = None,
    scope: object = (),
    **given: Any,
) -> OAuthApp:
    """Gather an app from what was given, then ``attio.configure``, then the environment; needs no API key."""
    present = configured()
    named = {name: value for name, value in given.items() if value is not None}
    config = load_config(require_key=False, **named) if present is None else present.replace(**named)
    if config.redirect_uri is not None:
        checked("redirect_uri", config.redirect_uri, _redirect_uri)
    place = APP_URL if app_url is None else checked("app_url", app_url, settings.base_url)
    return OAuthApp(config=config, app_url=place, scope=checked_scopes(scope))


def is_loopback(host: str | None) -> bool:
    """Tell whether a host is this machine."""
    return host is not None and _LOOPBACK.fullmatch(host) is not None


def _missing(name: str, variable: str) -> ConfigurationError:
    return ConfigurationError(
        f"no {name}: give {name}=... to attio.OAuth or attio.configure, or set {variable}; Attio shows it where the"
        " app is managed (build.attio.com)"
    )


def _redirect_uri(value: object) -> str:
    text = settings.text(value)
    try:
        parts = urlsplit(text)
        port = parts.port
    except ValueError:
        raise settings.Refusal("is not an address") from None
    if not parts.hostname or parts.scheme not in {"https", "http"} or " " in text or port == 0:
        raise settings.Refusal("is not an address", "write it as it is registered for the app")
    if parts.scheme == "http" and not is_loopback(parts.hostname):
        raise settings.Refusal(
            "would bring the code back unencrypted", "use https; http only on 127.0.0.1 or localhost"
        )
    if "#" in text or parts.username is not None or parts.password is not None:
        raise settings.Refusal("holds a fragment or a user, which no redirect_uri can have")
    return text
