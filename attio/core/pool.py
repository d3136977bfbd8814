"""The connections of a client: one pool per process, and per event loop."""

from __future__ import annotations

import threading
import weakref
from typing import TYPE_CHECKING, Any

import httpx

from attio.core.error_tree import ClientClosedError, ConfigurationError
from attio.core.forks import forks
from attio.core.redact import redact_text
from attio.core.seam import provided_transport

if TYPE_CHECKING:
    import asyncio

    from attio.core.config import Config


def _closed() -> ClientClosedError:
    return ClientClosedError("this client is closed: make a new one, or leave it open while it is used")


def proxy_for(config: Config) -> str | None:
    """Give the proxy of the configuration, or of the environment (``HTTPS_PROXY``, ``NO_PROXY``, ...)."""
    if config.proxy is not None:
        return config.proxy.reveal()
    from urllib.request import getproxies, proxy_bypass

    url = httpx.URL(config.base_url)
    proxies = getproxies()
    if not proxies or proxy_bypass(url.host):
        return None
    found = proxies.get(url.scheme) or proxies.get("all")
    return None if not found else found if "://" in found else f"http://{found}"


def _built(kind: Any, config: Config) -> Any:
    proxy = proxy_for(config)
    settings: dict[str, Any] = {"verify": config.verify, "proxy": proxy}
    if config.connection_limits is not None:
        settings["limits"] = config.connection_limits
    try:
        return kind(**settings)
    except (ValueError, ImportError, httpx.InvalidURL) as failure:
        problem = redact_text(str(failure))
    raise ConfigurationError(f"proxy: cannot be used: {problem}")


class Pool:
    """The connections of a sync client: made when first needed, and anew in a forked process."""

    def __init__(self, config: Config, given: httpx.BaseTransport | None = None) -> None:
        self._config = config
        self._given = given
        self._made: httpx.BaseTransport | None = None
        self._forks = forks()
        self._lock = threading.Lock()
        self.closed = False

    def transport(self) -> httpx.BaseTransport:
        """Give the transport to send with now."""
        provided: httpx.BaseTransport | None = provided_transport()
        if provided is not None:
            return provided
        if self.closed:
            raise _closed()
        if self._given is not None:
            return self._given
        if self._forks != forks():
            # The parent goes on using its sockets, so they are dropped here and not closed; so is a lock it may hold.
            self._forks, self._made, self._lock = forks(), None, threading.Lock()
        made = self._made
        if made is None:
            with self._lock:
                made = self._made
                if made is None:
                    made = self._made = _built(httpx.HTTPTransport, self._config)
        assert made is not None
        return made

    def close(self) -> None:
        """Close the connections; whoever uses this pool can send no more."""
        self.closed = True
        made, self._made = self._made, None
        if self._given is not None:
            self._given.close()
        if made is not None and self._forks == forks():
            made.close()


class AsyncPool:
    """The connections of an async client: one pool per running event loop."""

    def __init__(self, config: Config, given: httpx.AsyncBaseTransport | None = None) -> None:
        self._config = config
        self._given = given
        self._made: weakref.WeakKeyDictionary[asyncio.AbstractEventLoop, httpx.AsyncBaseTransport]
        self._made = weakref.WeakKeyDictionary()
        self._forks = forks()
        self.closed = False

    def transport(self) -> httpx.AsyncBaseTransport:
        """Give the transport to send with now, in this event loop."""
        provided: httpx.AsyncBaseTransport | None = provided_transport()
        if provided is not None:
            return provided
        if self.closed:
            raise _closed()
        if self._given is not None:
            return self._given
        import asyncio

        if self._forks != forks():
            self._forks, self._made = forks(), weakref.WeakKeyDictionary()
        loop = asyncio.get_running_loop()
        made = self._made.get(loop)
        if made is None:
            made = self._made[loop] = _built(httpx.AsyncHTTPTransport, self._config)
        assert made is not None
        return made

    async def aclose(self) -> None:
        """Close the connections of this loop, and have other running loops close theirs."""
        import asyncio

        self.closed = True
        if self._given is not None:
            await self._given.aclose()
        made = dict(self._made) if self._forks == forks() else {}
        self._made.clear()
        here = asyncio.get_running_loop()
        for loop, transport in made.items():
            if loop is here:
                await transport.aclose()
            elif loop.is_running():
                asyncio.run_coroutine_threadsafe(transport.aclose(), loop)
