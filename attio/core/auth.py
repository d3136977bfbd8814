"""Sign requests with the bearer token, to Attio's own host only, and renew it once when it is refused."""

from __future__ import annotations

import threading
from inspect import isawaitable
from typing import TYPE_CHECKING, Any
from weakref import WeakKeyDictionary

import httpx

from attio.core.forks import renew_after_fork
from attio.core.redact import Secret

if TYPE_CHECKING:
    from collections.abc import AsyncGenerator, Awaitable, Callable, Generator


class BearerAuth(httpx.Auth):
    """Put ``Authorization: Bearer ...`` on requests to one origin.

    ``refresh`` is called when a request is answered 401, with no arguments; what it returns is the new token
    (None: there is none) and the request is sent once more, since one that was not allowed was not processed.
    Several calls that are refused at the same time refresh once. For an async client it may be async.
    """

    def __init__(
        self,
        token: Secret,
        origin: httpx.URL,
        refresh: Callable[[], str | Awaitable[str | None] | None] | None = None,
    ) -> None:
        self._token = token
        self._header = Secret(f"Bearer {token.reveal()}")
        self._origin = origin_of(origin)
        self._refresh = refresh
        self._lock = threading.Lock()
        renew_after_fork(self)
        self._async_locks: WeakKeyDictionary[Any, Any] = WeakKeyDictionary()

    def after_fork(self) -> None:
        """Replace the lock, which another thread may have held when the process was forked."""
        self._lock = threading.Lock()

    @property
    def token(self) -> Secret:
        """The token as it is now."""
        return self._token

    def __repr__(self) -> str:
        return f"BearerAuth({self._token!r})"

    def owns(self, url: httpx.URL) -> bool:
        """Tell whether the token may go to this address."""
        return origin_of(url) == self._origin

    def _sign(self, request: httpx.Request) -> Secret | None:
        header = self._header
        if not self.owns(request.url):
            request.headers.pop("Authorization", None)
            return None
        request.headers["Authorization"] = header.reveal()
        return header

    def _take(self, token: str | None) -> bool:
        if token is None:
            return False
        from attio.core import settings
        from attio.core.config import checked

        self._token = checked("token of refresh()", token, settings.key)
        self._header = Secret(f"Bearer {self._token.reveal()}")
        return True

    def sync_auth_flow(self, request: httpx.Request) -> Generator[httpx.Request, httpx.Response, None]:
        """Sign, send, and on a 401 renew and send again."""
        used = self._sign(request)
        response = yield request
        if (
            response.status_code == 401
            and used is not None
            and self._refresh is not None
            and replayable(request)
        ):
            with self._lock:
                renewed = self._header is not used or self._take(self._refresh())  # type: ignore[arg-type]
            if renewed:
                self._sign(request)
                yield request

    async def async_auth_flow(self, request: httpx.Request) -> AsyncGenerator[httpx.Request, httpx.Response]:
        """Sign, send, and on a 401 renew and send again."""
        used = self._sign(request)
        response = yield request
        if (
            response.status_code == 401
            and used is not None
            and self._refresh is not None
            and replayable(request)
        ):
            import asyncio

            # A lock of asyncio belongs to one loop, and a client may serve several.
            lock = self._async_locks.setdefault(asyncio.get_running_loop(), asyncio.Lock())
            async with lock:
                renewed = self._header is not used
                if not renewed:
                    answer = self._refresh()
                    renewed = self._take(await answer if isawaitable(answer) else answer)
            if renewed:
                self._sign(request)
                yield request


def origin_of(url: httpx.URL) -> tuple[str, str, int | None]:
    """Give what must be equal for a token to be sent along: scheme, host and port."""
    return (url.scheme, url.host, url.port)


def replayable(request: httpx.Request) -> bool:
    """Tell whether the body of a request can be produced a second time."""
    call = request.extensions.get("attio.call")
    return True if call is None else call.replayable
