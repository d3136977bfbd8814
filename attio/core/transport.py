"""Drive the policy inside httpx transports, and keep the pools: one per process, and one per event loop."""

from __future__ import annotations

import os
import threading
import weakref
from inspect import isawaitable
from typing import TYPE_CHECKING, Any, Final, cast

import httpx

from attio.core.error_tree import ClientClosedError
from attio.core.failures import TRANSPORT_FAILURES, DeadlineError
from attio.core.policy import Sleep, Step, exchange
from attio.core.seam import provided_transport, set_transport_provider

if TYPE_CHECKING:
    import asyncio

    from attio.core.call import Call
    from attio.core.config import Config

__all__ = ["AsyncPolicyTransport", "AsyncPool", "PolicyTransport", "Pool", "set_transport_provider"]

CALL: Final = "attio.call"
ERROR_BODY_LIMIT: Final = 1024 * 1024
"""Bytes of an error's body that are read; a page of errors can be endless."""

_forks = 0


def _count_fork() -> None:
    global _forks  # noqa: PLW0603 - one counter per process
    _forks += 1


if hasattr(os, "register_at_fork"):
    os.register_at_fork(after_in_child=_count_fork)


class PolicyTransport(httpx.BaseTransport):
    """Send through an inner transport as often, and as late, as the policy says."""

    def __init__(self, pool: Pool) -> None:
        self._pool = pool

    def handle_request(self, request: httpx.Request) -> httpx.Response:
        """Run one call; a failure of the last attempt is raised as it came."""
        call: Call = request.extensions[CALL]
        steps = exchange(call)
        step = next(steps)
        try:
            while True:
                if step is Step.SEND:
                    step = steps.send(self._attempt(request, call))
                elif isinstance(step, Sleep):
                    call.clock.sleep(step.seconds)
                    step = next(steps)
                else:
                    step = steps.send(ask_limiter(call, step))
        except StopIteration as stop:
            return stop.value

    def _attempt(self, request: httpx.Request, call: Call) -> httpx.Response | Exception:
        timeouts = set_timeouts(request, call)
        try:
            response = self._pool.transport().handle_request(request)
            if not call.streamed or response.status_code >= 300:
                set_timeouts(request, call, timeouts)
                call.content = read(response, call)
        except TRANSPORT_FAILURES as failure:
            return failure
        return response

    def close(self) -> None:
        """Close the pool."""
        self._pool.close()


class AsyncPolicyTransport(httpx.AsyncBaseTransport):
    """Send through an inner transport as often, and as late, as the policy says."""

    def __init__(self, pool: AsyncPool) -> None:
        self._pool = pool

    async def handle_async_request(self, request: httpx.Request) -> httpx.Response:
        """Run one call; a failure of the last attempt is raised as it came."""
        call: Call = request.extensions[CALL]
        steps = exchange(call)
        step = next(steps)
        try:
            while True:
                if step is Step.SEND:
                    step = steps.send(await self._attempt(request, call))
                elif isinstance(step, Sleep):
                    await call.clock.asleep(step.seconds)
                    step = next(steps)
                else:
                    answer = ask_limiter(call, step)
                    step = steps.send(await answer if isawaitable(answer) else answer)
        except StopIteration as stop:
            return stop.value

    async def _attempt(self, request: httpx.Request, call: Call) -> httpx.Response | Exception:
        try:
            if call.deadline is None:
                return await self._exchange(request, call)
            import asyncio

            async with asyncio.timeout(max(0.0, call.remaining_s())) as patience:
                return await self._exchange(request, call)
        except TRANSPORT_FAILURES as failure:
            if isinstance(failure, TimeoutError) and call.deadline is not None and patience.expired():
                return DeadlineError(
                    f"deadline_s={call.deadline_s:g} passed while waiting for the answer", sent=True
                )
            return failure

    async def _exchange(self, request: httpx.Request, call: Call) -> httpx.Response:
        set_timeouts(request, call)
        response = await self._pool.transport().handle_async_request(request)
        if not call.streamed or response.status_code >= 300:
            call.content = await aread(response)
        return response

    async def aclose(self) -> None:
        """Close the pool."""
        await self._pool.aclose()


def ask_limiter(call: Call, step: Step) -> Any:
    """Put a step of the policy to the limiter; gives its answer, or something to await."""
    limiter = cast("Any", call.limiter)
    key, lanes, now = call.limit_key, call.plan.lanes, call.clock.monotonic()
    if step is Step.HOLD:
        return limiter.hold(key, lanes, now)
    if step is Step.PENALIZE:
        return limiter.penalize(key, lanes, now, wait_s=call.penalty_s)
    return limiter.reserve(key, lanes, now, max_wait_s=call.remaining_s(), again=step is Step.ACQUIRE_AGAIN)


def set_timeouts(
    request: httpx.Request, call: Call, timeouts: dict[str, float] | None = None
) -> dict[str, float]:
    """Give each phase what is left; the dict is the transport's own, so a later phase can get less."""
    seconds = call.phase_timeout_s()
    if timeouts is None:
        timeouts = {"connect": seconds, "read": seconds, "write": seconds, "pool": seconds}
        request.extensions["timeout"] = timeouts
    elif call.deadline is not None:
        timeouts["read"] = seconds
    return timeouts


def read(response: httpx.Response, call: Call) -> bytes:
    """Read a body whole, within the deadline; of an error's body what came before it broke or grew too long."""
    failed = response.status_code >= 300
    if not failed and call.deadline is None:
        return response.read()
    parts: list[bytes] = []
    size = 0
    try:
        for part in response.iter_bytes():
            parts.append(part)
            size += len(part)
            if failed and size > ERROR_BODY_LIMIT:
                break
            if call.remaining_s() <= 0.0:
                raise DeadlineError(
                    f"deadline_s={call.deadline_s:g} passed while reading the answer", sent=True
                )
    except TRANSPORT_FAILURES:
        if not failed:
            raise
    finally:
        response.close()
    return b"".join(parts)


async def aread(response: httpx.Response) -> bytes:
    """Read a body whole; of an error's body what came before it broke or grew too long."""
    if response.status_code < 300:
        return await response.aread()
    parts: list[bytes] = []
    size = 0
    try:
        async for part in response.aiter_bytes():
            parts.append(part)
            size += len(part)
            if size > ERROR_BODY_LIMIT:
                break
    except (httpx.HTTPError, ConnectionError):
        pass
    finally:
        await response.aclose()
    return b"".join(parts)


def _proxy_for(config: Config) -> str | None:
    """Give the proxy of the configuration, or of the environment (``HTTPS_PROXY``, ``NO_PROXY``, ...)."""
    if config.proxy is not None:
        return config.proxy.reveal()
    from urllib.request import getproxies, proxy_bypass

    url = httpx.URL(config.base_url)
    if proxy_bypass(url.host):
        return None
    proxies = getproxies()
    found = proxies.get(url.scheme) or proxies.get("all")
    return None if found is None else found if "://" in found else f"http://{found}"


def _transport_settings(config: Config) -> dict[str, Any]:
    settings: dict[str, Any] = {"verify": config.verify, "proxy": _proxy_for(config)}
    if config.connection_limits is not None:
        settings["limits"] = config.connection_limits
    return settings


class Pool:
    """The connections of a sync client: made when first needed, and anew in a forked process."""

    def __init__(self, config: Config, given: Any = None) -> None:
        self._config = config
        self._given = given
        self._made: httpx.BaseTransport | None = None
        self._forks = _forks
        self._lock = threading.Lock()
        self.closed = False

    def transport(self) -> httpx.BaseTransport:
        """Give the transport to send with now."""
        provided = provided_transport()
        if provided is not None:
            return provided
        if self.closed:
            raise ClientClosedError(
                "this client is closed: make a new one, or leave it open while it is used"
            )
        if self._given is not None:
            return self._given
        if self._forks != _forks:
            # The parent goes on using its sockets, so they are dropped here, not closed; so is a lock it may hold.
            self._forks, self._made, self._lock = _forks, None, threading.Lock()
        made = self._made
        if made is None:
            with self._lock:
                made = self._made
                if made is None:
                    made = self._made = httpx.HTTPTransport(**_transport_settings(self._config))
        return made

    def close(self) -> None:
        """Close the connections; whoever holds this pool can send no more."""
        self.closed = True
        for transport in (self._given, self._made if self._forks == _forks else None):
            if transport is not None:
                transport.close()
        self._made = None


class AsyncPool:
    """The connections of an async client: one pool per running event loop."""

    def __init__(self, config: Config, given: Any = None) -> None:
        self._config = config
        self._given = given
        self._made: weakref.WeakKeyDictionary[asyncio.AbstractEventLoop, httpx.AsyncBaseTransport] = (
            weakref.WeakKeyDictionary()
        )
        self._forks = _forks
        self.closed = False

    def transport(self) -> httpx.AsyncBaseTransport:
        """Give the transport to send with now, in this event loop."""
        provided = provided_transport()
        if provided is not None:
            return provided
        if self.closed:
            raise ClientClosedError(
                "this client is closed: make a new one, or leave it open while it is used"
            )
        if self._given is not None:
            return self._given
        import asyncio

        if self._forks != _forks:
            self._forks, self._made = _forks, weakref.WeakKeyDictionary()
        loop = asyncio.get_running_loop()
        made = self._made.get(loop)
        if made is None:
            made = self._made[loop] = httpx.AsyncHTTPTransport(**_transport_settings(self._config))
        return made

    async def aclose(self) -> None:
        """Close this loop's connections and forget those of the others, which only their own loop could close."""
        self.closed = True
        if self._given is not None:
            await self._given.aclose()
        import asyncio

        made = self._made.pop(asyncio.get_running_loop(), None)
        self._made.clear()
        if made is not None:
            await made.aclose()
