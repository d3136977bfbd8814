"""Drive the policy inside httpx transports; pool.py keeps the connections."""

from __future__ import annotations

from inspect import isawaitable
from typing import TYPE_CHECKING, Any, Final, cast

import httpx

from attio.core.failures import TRANSPORT_FAILURES
from attio.core.policy import REQUEST_ID, Sleep, Step, exchange
from attio.core.seam import set_transport_provider

if TYPE_CHECKING:
    from attio.core.call import Call
    from attio.core.pool import AsyncPool, Pool

__all__ = ["CALL", "AsyncPolicyTransport", "PolicyTransport", "set_transport_provider"]

CALL: Final = "attio.call"
"""The extension of a request that holds its Call."""
ERROR_BODY_LIMIT: Final = 1024 * 1024
"""Bytes of an error's body that are read: one can be endless."""


class PolicyTransport(httpx.BaseTransport):
    """Send through an inner transport as often, and as late, as the policy says."""

    def __init__(self, pool: Pool) -> None:
        self._pool = pool

    def handle_request(self, request: httpx.Request) -> httpx.Response:
        """Run one call; a failure of the last attempt is raised as it came."""
        call: Call = request.extensions[CALL]
        # Made before a place under the limits is taken: the certificates take 20 ms to read.
        self._pool.transport()
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
            return cast("httpx.Response", stop.value)

    def _attempt(self, request: httpx.Request, call: Call) -> httpx.Response | Exception:
        timeouts = phase_timeouts(request, call)
        if call.tells_late:
            request.extensions["trace"] = call.trace
        call.request_id = None
        try:
            response = self._pool.transport().handle_request(request)
            call.request_id = response.headers.get(REQUEST_ID)
            if not call.streamed or response.status_code >= 300:
                if call.deadline is not None:
                    timeouts["read"] = call.phase_timeout_s()
                call.content = read(response, call)
        except TRANSPORT_FAILURES as failure:
            return failure
        return response


class AsyncPolicyTransport(httpx.AsyncBaseTransport):
    """Send through an inner transport as often, and as late, as the policy says."""

    def __init__(self, pool: AsyncPool) -> None:
        self._pool = pool

    async def handle_async_request(self, request: httpx.Request) -> httpx.Response:
        """Run one call; a failure of the last attempt is raised as it came."""
        call: Call = request.extensions[CALL]
        # Made before a place under the limits is taken: the certificates take 20 ms to read.
        self._pool.transport()
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
            return cast("httpx.Response", stop.value)

    async def _attempt(self, request: httpx.Request, call: Call) -> httpx.Response | Exception:
        try:
            if call.deadline is None:
                return await self._exchange(request, call)
            return await self._within_deadline(request, call)
        except TRANSPORT_FAILURES as failure:
            return failure

    async def _within_deadline(self, request: httpx.Request, call: Call) -> httpx.Response:
        import asyncio

        patience = asyncio.timeout(max(0.0, call.remaining_s()))
        try:
            async with patience:
                return await self._exchange(request, call)
        except TimeoutError:
            if not patience.expired():
                raise
        raise call.past_deadline("while waiting for the answer")

    async def _exchange(self, request: httpx.Request, call: Call) -> httpx.Response:
        phase_timeouts(request, call)
        if call.tells_late:
            request.extensions["trace"] = call.atrace
        call.request_id = None
        response = await self._pool.transport().handle_async_request(request)
        call.request_id = response.headers.get(REQUEST_ID)
        if not call.streamed or response.status_code >= 300:
            call.content = await aread(response)
        return response


def ask_limiter(call: Call, step: Step | Sleep) -> Any:
    """Put a step of the policy to the limiter; gives its answer, or something to await."""
    limiter = cast("Any", call.limiter)
    key, lanes, now = call.limit_key, call.plan.lanes, call.clock.monotonic()
    if step is Step.HOLD:
        return limiter.hold(key, lanes, now)
    if step is Step.PENALIZE:
        return limiter.penalize(key, lanes, now, wait_s=call.penalty_s)
    if step is Step.LATE:
        return limiter.late(key, lanes, now, due=call.due, by_s=call.sent_at - call.due)
    return limiter.reserve(key, lanes, now, max_wait_s=call.remaining_s(), again=step is Step.ACQUIRE_AGAIN)


def phase_timeouts(request: httpx.Request, call: Call) -> dict[str, float]:
    """Give each phase its time; the dict is the transport's own, so a later phase can be given less."""
    seconds = call.phase_timeout_s()
    timeouts = {"connect": seconds, "read": seconds, "write": seconds, "pool": seconds}
    request.extensions["timeout"] = timeouts
    return timeouts


def read(response: httpx.Response, call: Call) -> bytes:
    """Read a body whole, within the deadline; of an error's body what came before it broke or grew too long."""
    parts: list[bytes] = []
    size = 0
    failed = response.status_code >= 300
    try:
        if not failed and call.deadline is None:
            return response.read()
        whole = response.headers.get("content-length")
        for part in response.iter_bytes():
            parts.append(part)
            size += len(part)
            if failed and size > ERROR_BODY_LIMIT:
                break
            if call.remaining_s() <= 0.0 and whole not in {str(size), str(response.num_bytes_downloaded)}:
                raise call.past_deadline("while reading the answer")
    except TRANSPORT_FAILURES:
        if not failed:
            raise
    finally:
        response.close()
    return b"".join(parts)


async def aread(response: httpx.Response) -> bytes:
    """Read a body whole; of an error's body what came before it broke or grew too long."""
    parts: list[bytes] = []
    size = 0
    failed = response.status_code >= 300
    try:
        if not failed:
            return await response.aread()
        async for part in response.aiter_bytes():
            parts.append(part)
            size += len(part)
            if size > ERROR_BODY_LIMIT:
                break
    except TRANSPORT_FAILURES:
        if not failed:
            raise
    finally:
        await response.aclose()
    return b"".join(parts)
