"""The library without a client in hand: `attio.configure`, `attio.using`, `attio.request`."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from attio.core.defaults import using

if TYPE_CHECKING:
    from collections.abc import Mapping
    from typing import Unpack

    from attio.core.client import Reply
    from attio.core.client_options import ClientOptions
    from attio.core.config import RequestOptions

__all__ = ["configure", "request", "using"]


def configure(api_key: str | None = None, *, transport: Any = None, **options: Unpack[ClientOptions]) -> None:
    """Set what the default client is made of; takes what `Attio(...)` takes, `None` counts as not given.

    The default client serves the module-level calls, such as `attio.Person.list()`. It is made when it is first
    needed, and replaced as a whole by the next `configure`: calls in flight keep the one they began with. What
    is not given comes from the environment: ATTIO_API_KEY (or ATTIO_ACCESS_TOKEN), ATTIO_BASE_URL,
    ATTIO_CLIENT_ID, ATTIO_CLIENT_SECRET, ATTIO_REDIRECT_URI. Raises ConfigurationError naming the setting.
    """
    from attio.core.config import load_config
    from attio.core.defaults import configure as install

    config = load_config(require_key=False, transport=transport, api_key=api_key, **options)
    if transport is None:
        install(config)
        return
    from attio._sync.client import Attio

    install(config, Attio.from_config(config, transport=transport))


def request(
    method: str,
    path: str,
    *,
    query: Mapping[str, Any] | None = None,
    json: Any = None,
    options: RequestOptions | None = None,
) -> Reply:
    """Call any route through the client in use: `attio.request("GET", "/v2/objects").json()`."""
    from attio._sync.client import Attio
    from attio.core.current import current_client

    return current_client(Attio, "attio.request").request(
        method, path, query=query, json=json, options=options
    )
