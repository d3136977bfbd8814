"""Send one request and give its reply, or raise what it means: the session below every resource, in both kinds."""

from __future__ import annotations

from contextlib import asynccontextmanager, contextmanager
from typing import TYPE_CHECKING, Any, NoReturn, Self

from attio.core import seam
from attio.core.error_tree import ClientClosedError, ConfigurationError, Error
from attio.core.exchange import MAX_REDIRECTS, Exchange
from attio.core.failures import TRANSPORT_FAILURES, bare
from attio.core.options import checked_options
from attio.core.pool import AsyncPool, Pool
from attio.core.reply import Reply, captured_replies
from attio.core.stream import AsyncStreamReply, StreamReply
from attio.core.transport import AsyncPolicyTransport, PolicyTransport
from attio.core.wire import checked_method, split_path

if TYPE_CHECKING:
    from collections.abc import AsyncGenerator, Generator, Mapping

    import httpx
    from attio_openapi import Request

    from attio.core.account import Account
    from attio.core.call import Call
    from attio.core.clock import Clock
    from attio.core.config import Config, RequestOptions
    from attio.core.hooks import Hooks

__all__ = ["AsyncSession", "AsyncStreamReply", "Reply", "Session", "StreamReply", "captured_replies"]

_OF_THE_POOL = ("proxy", "verify", "connection_limits")
_OF_THE_ACCOUNT = ("api_key", "base_url", "refresh")


class _Settings:
    """What both kinds of session are set to."""

    _exchange: Exchange

    @property
    def config(self) -> Config:
        """The settings, frozen."""
        return self._exchange.config

    @property
    def hooks(self) -> Hooks:
        """The hooks of this session."""
        return self._exchange.config.hooks

    @property
    def clock(self) -> Clock:
        """The clock that waits, deadlines and pauses of this session go by; a test may bring another one."""
        return getattr(seam.provider(), "attio_clock", None) or self._exchange.clock

    @property
    def workspace_id(self) -> str | None:
        """The workspace of the token; None until ``bind_workspace`` has told it."""
        return self._exchange.account.workspace_id

    @property
    def held_scopes(self) -> tuple[str, ...] | None:
        """The scopes of the token; None until ``bind_workspace`` has told them."""
        return self._exchange.account.held_scopes

    def tenant(self, options: RequestOptions | None = None) -> str:
        """Give a name for the token that a call with these options uses; it tells nothing of the token."""
        key = options.get("api_key") if options else None
        return self._exchange.account_of(checked_options({"api_key": key})["api_key"] if key else None).tenant

    def monotonic(self) -> float:
        """Give seconds that never go back, by this session's clock."""
        return self.clock.monotonic()

    def bind_workspace(self, workspace_id: str, scopes: tuple[str, ...] | None = None) -> None:
        """Remember whose token it is: its limits are the workspace's, and a 403 names the scopes it lacks."""
        self._exchange.account.bind(workspace_id, scopes, self._exchange.limiter)

    def _changed(self, changes: dict[str, Any]) -> Exchange:
        for name in _OF_THE_POOL:
            if changes.get(name) is not None:
                raise ConfigurationError(
                    f"{name}: belongs to the connection pool, which is shared; make a new client"
                )
        config = self.config.replace(**changes)
        own = self._exchange
        same = all(getattr(config, name) == getattr(own.config, name) for name in _OF_THE_ACCOUNT)
        changed = Exchange(config, None, own.clock, own.account if same else None)
        if config.rate_limiter is None:
            changed.limiter = own.limiter
        return changed

    def _raw(self, method: str, path: str, query: Mapping[str, Any] | None, body: object) -> Request:
        from attio_openapi import Request as Built

        bare_path, given = split_path(path, self.config.base_url)
        return Built("", checked_method(method), bare_path, {**given, **(query or {})}, body)

    def __repr__(self) -> str:
        return f"<{type(self).__name__} {self.config.base_url}>"

    def __reduce__(self) -> NoReturn:
        raise TypeError(
            f"{type(self).__name__} cannot be pickled: it holds connections and a token; make a new client"
        )


class Session(_Settings):
    """Send requests through one pool: thread-safe, and whole again in a forked process.

    Nothing is connected, and no default transport built, before the first request.
    """

    def __init__(self, config: Config, *, transport: Any = None, clock: Clock | None = None) -> None:
        _check_transport(transport, "handle_request")
        self._exchange = Exchange(config, transport, clock, None)
        _check_limiter(self._exchange.limiter, asynchronous=False)
        self._pool = Pool(config, transport)
        self._transport = PolicyTransport(self._pool)

    def send(self, request: Request, *, options: RequestOptions | None = None, files: Any = None) -> Reply:
        """Send a request and give its reply, read whole; raises the error of any other answer.

        ``files`` makes it a multipart upload, in the forms that httpx takes; they are streamed.
        """
        http, call, account = self._exchange.prepare(request, options, files)
        response, call = self._transmit(http, call, account)
        return self._exchange.reply(response, call, account)

    @contextmanager
    def stream(self, request: Request, *, options: RequestOptions | None = None) -> Generator[StreamReply]:
        """Send a request and give its body piece by piece; follows redirects, the token goes to Attio only."""
        http, call, account = self._exchange.prepare(request, options, streamed=True)
        response, call = self._transmit(http, call, account)
        if response.status_code >= 300:
            raise self._exchange.response_error(response, call, account)
        try:
            yield StreamReply(self._exchange, response, call)
        finally:
            response.close()

    def request(
        self,
        method: str,
        path: str,
        *,
        query: Mapping[str, Any] | None = None,
        body: object = None,
        options: RequestOptions | None = None,
    ) -> Reply:
        """Send to any route, with this session's token, retries, limits and errors.

        Unknown routes count as reads with GET and HEAD; others are never repeated once they may have been
        processed.
        """
        return self.send(self._raw(method, path, query, body), options=options)

    def _transmit(self, http: httpx.Request, call: Call, account: Account) -> tuple[httpx.Response, Call]:
        failure: BaseException
        try:
            for _ in range(MAX_REDIRECTS):
                response = self._authorized(http, account)
                hop = self._exchange.next_hop(http, call, account, response)
                if hop is None:
                    return response, call
                http, call = hop
            return self._authorized(http, account), call
        except Error:
            raise
        except TRANSPORT_FAILURES as caught:
            failure = caught
        raise self._exchange.failure(failure, call) from bare(failure)

    def _authorized(self, http: httpx.Request, account: Account) -> httpx.Response:
        flow = account.auth.sync_auth_flow(http)
        try:
            request = next(flow)
            while True:
                response = self._transport.handle_request(request)
                try:
                    request = flow.send(response)
                except StopIteration:
                    return response
        finally:
            flow.close()

    def sleep(self, seconds: float) -> None:
        """Wait, by this session's clock."""
        self.clock.sleep(seconds)

    def with_options(self, **changes: Any) -> Session:
        """Give a session with other settings that shares this one's connections; closing either closes both."""
        made = object.__new__(Session)
        made._exchange = self._changed(changes)
        _check_limiter(made._exchange.limiter, asynchronous=False)
        made._pool, made._transport = self._pool, self._transport
        return made

    def close(self) -> None:
        """Close the connections; sending after that is a ClientClosedError."""
        self._pool.close()

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *exc: object) -> None:
        self.close()


class AsyncSession(_Settings):
    """Send requests through one pool per running event loop.

    Nothing is connected, and no default transport built, before the first request.
    """

    def __init__(self, config: Config, *, transport: Any = None, clock: Clock | None = None) -> None:
        _check_transport(transport, "handle_async_request")
        self._exchange = Exchange(config, transport, clock, None)
        self._exchange.limiter = _for_tasks(self._exchange.limiter)
        self._pool = AsyncPool(config, transport)
        self._transport = AsyncPolicyTransport(self._pool)

    async def send(
        self, request: Request, *, options: RequestOptions | None = None, files: Any = None
    ) -> Reply:
        """Send a request and give its reply, read whole; raises the error of any other answer.

        ``files`` makes it a multipart upload, in the forms that httpx takes; they are streamed.
        """
        http, call, account = self._exchange.prepare(request, options, files)
        response, call = await self._transmit(http, call, account)
        return self._exchange.reply(response, call, account)

    @asynccontextmanager
    async def stream(
        self, request: Request, *, options: RequestOptions | None = None
    ) -> AsyncGenerator[AsyncStreamReply]:
        """Send a request and give its body piece by piece; follows redirects, the token goes to Attio only."""
        http, call, account = self._exchange.prepare(request, options, streamed=True)
        response, call = await self._transmit(http, call, account)
        if response.status_code >= 300:
            raise self._exchange.response_error(response, call, account)
        try:
            yield AsyncStreamReply(self._exchange, response, call)
        finally:
            await response.aclose()

    async def request(
        self,
        method: str,
        path: str,
        *,
        query: Mapping[str, Any] | None = None,
        body: object = None,
        options: RequestOptions | None = None,
    ) -> Reply:
        """Send to any route, with this session's token, retries, limits and errors.

        Unknown routes count as reads with GET and HEAD; others are never repeated once they may have been
        processed.
        """
        return await self.send(self._raw(method, path, query, body), options=options)

    async def _transmit(
        self, http: httpx.Request, call: Call, account: Account
    ) -> tuple[httpx.Response, Call]:
        failure: BaseException
        try:
            for _ in range(MAX_REDIRECTS):
                response = await self._authorized(http, account)
                hop = self._exchange.next_hop(http, call, account, response)
                if hop is None:
                    return response, call
                http, call = hop
            return await self._authorized(http, account), call
        except Error:
            raise
        except TRANSPORT_FAILURES as caught:
            failure = caught
        except RuntimeError as caught:
            if "loop" not in str(caught):
                raise
            failure = caught
        if isinstance(failure, RuntimeError):
            raise ClientClosedError(
                f"the transport of this client belongs to another event loop ({failure}); make one client per loop"
            ) from bare(failure)
        raise self._exchange.failure(failure, call) from bare(failure)

    async def _authorized(self, http: httpx.Request, account: Account) -> httpx.Response:
        flow = account.auth.async_auth_flow(http)
        try:
            request = await anext(flow)
            while True:
                response = await self._transport.handle_async_request(request)
                try:
                    request = await flow.asend(response)
                except StopAsyncIteration:
                    return response
        finally:
            await flow.aclose()

    async def sleep(self, seconds: float) -> None:
        """Wait, by this session's clock."""
        await self.clock.asleep(seconds)

    def with_options(self, **changes: Any) -> AsyncSession:
        """Give a session with other settings that shares this one's connections; closing either closes both."""
        made = object.__new__(AsyncSession)
        made._exchange = self._changed(changes)
        made._exchange.limiter = _for_tasks(made._exchange.limiter)
        made._pool, made._transport = self._pool, self._transport
        return made

    async def aclose(self) -> None:
        """Close the connections; sending after that is a ClientClosedError."""
        await self._pool.aclose()

    async def __aenter__(self) -> Self:
        return self

    async def __aexit__(self, *exc: object) -> None:
        await self.aclose()


def _check_transport(transport: Any, verb: str) -> None:
    if transport is not None and not callable(getattr(transport, verb, None)):
        raise ConfigurationError(
            f"transport: must be an httpx transport with {verb}() for this kind of client, not"
            f" {type(transport).__name__}"
        )


def _check_limiter(limiter: Any, *, asynchronous: bool) -> None:
    code = getattr(getattr(limiter, "reserve", None), "__code__", None)
    if not asynchronous and getattr(code, "co_flags", 0) & 0x80:
        raise ConfigurationError("rate_limiter: is asynchronous, which only an async client can wait for")


def _for_tasks(limiter: Any) -> Any:
    # A limiter that several processes share does I/O, which must not hold up an event loop.
    twin = getattr(limiter, "for_async", None)
    return twin() if callable(twin) else limiter
