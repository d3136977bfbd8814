"""Where tests put a transport of their own under every client, without httpx being imported here.

A transport (or the provider of one) may carry three attributes that the client takes over, so that a
workspace on this machine needs no key, no waiting and no limits:

- ``attio_api_key``: the token to use when none was given;
- ``attio_clock``: a ``Clock`` for waits, deadlines and the limiter;
- ``attio_limiter``: a limiter in place of the process's own; None switches limiting off.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Callable

_provider: Callable[[], Any] | None = None


def set_transport_provider(provider: Callable[[], Any] | None) -> Callable[[], Any] | None:
    """Install what is asked for a transport at each send, by every client; give back the one before.

    A provider that returns None lets the call go on to the client's own transport. None removes the provider.
    """
    global _provider
    before, _provider = _provider, provider
    return before


def provided_transport() -> Any:
    """Give the transport to use instead of a client's own, None when there is none."""
    return None if _provider is None else _provider()


def provider() -> Callable[[], Any] | None:
    """Give the installed provider, for the attributes that it brings."""
    return _provider


def provided_key() -> str | None:
    """Give the token that an installed provider brings along."""
    return getattr(_provider, "attio_api_key", None)
