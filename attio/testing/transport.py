"""The httpx transport that ends in a local workspace."""

from __future__ import annotations

import math
from random import Random
from typing import TYPE_CHECKING

import httpx

from attio.core.clock import SYSTEM_CLOCK, Clock
from attio.testing.clock import SteppingClock

if TYPE_CHECKING:
    from collections.abc import AsyncIterator, Iterator, Mapping

    from attio.testing.replies import LocalResponse
    from attio.testing.workspace import LocalWorkspace


class WorkspaceClock(Clock):
    """The clock of a deterministic workspace, for its clients: waiting moves it forward and takes no time."""

    __slots__ = ("_random", "_steps")

    def __init__(self, steps: SteppingClock) -> None:
        self._steps = steps
        self._random = Random(0)  # noqa: S311 - jitter that repeats

    def monotonic(self) -> float:
        """Return seconds of the workspace's time."""
        return self._steps.read_us() / 1_000_000

    def now(self) -> float:
        """Return seconds of the workspace's time since the epoch."""
        return self._steps.read_us() / 1_000_000

    def random(self) -> float:
        """Draw from [0, 1), the same numbers each time."""
        return self._random.random()

    def sleep(self, seconds: float) -> None:
        """Move the workspace's time on."""
        self._steps.advance(seconds)

    async def asleep(self, seconds: float) -> None:
        """Move the workspace's time on."""
        self._steps.advance(seconds)


class _CutStream(httpx.SyncByteStream, httpx.AsyncByteStream):
    """A body that breaks off: less comes than the content-length announced."""

    def __init__(self, body: bytes, announced: int) -> None:
        self._body = body
        self._problem = (
            "peer closed connection without sending complete message body "
            f"(received {len(body)} bytes, expected {announced})"
        )

    def __iter__(self) -> Iterator[bytes]:
        if self._body:
            yield self._body
        raise httpx.RemoteProtocolError(self._problem)

    async def __aiter__(self) -> AsyncIterator[bytes]:
        for part in self:
            yield part


class WorkspaceTransport(httpx.BaseTransport, httpx.AsyncBaseTransport):
    """Hand every request to one workspace, for sync and async clients alike.

    A client takes three things from it: the token when it was given none, no rate limiting of its own (unless the
    workspace enforces limits), and, from a deterministic workspace, the clock, so that its retries do not wait.
    """

    def __init__(self, workspace: LocalWorkspace) -> None:
        self.workspace = workspace
        self.attio_api_key = workspace.token
        steps = workspace.clock
        self._virtual = WorkspaceClock(steps) if isinstance(steps, SteppingClock) else None
        self.attio_clock = self._virtual
        self._waiting: Clock = self._virtual or SYSTEM_CLOCK
        if not workspace.limits.enforced:
            self.attio_limiter = None

    def handle_request(self, request: httpx.Request) -> httpx.Response:
        """Answer a request of a sync client."""
        answer = self._answer(request, request.read())
        patience_s = _patience_s(request)
        if answer.delay_s:
            self._waiting.sleep(min(answer.delay_s, patience_s))
        return _response(request, answer, patience_s)

    async def handle_async_request(self, request: httpx.Request) -> httpx.Response:
        """Answer a request of an async client."""
        answer = self._answer(request, await request.aread())
        patience_s = _patience_s(request)
        if answer.delay_s:
            await self._waiting.asleep(min(answer.delay_s, patience_s))
        return _response(request, answer, patience_s)

    def _answer(self, request: httpx.Request, body: bytes) -> LocalResponse:
        path, _, query = request.url.raw_path.decode("ascii").partition("?")
        try:
            return self.workspace.handle(
                request.method, path, query=query, headers=request.headers, body=body
            )
        except httpx.ReadTimeout:
            if self._virtual is not None and (patience_s := _patience_s(request)) < math.inf:
                self._virtual.sleep(patience_s)
            raise


def _patience_s(request: httpx.Request) -> float:
    """Return how long the client waits for an answer to begin."""
    timeouts: Mapping[str, float | None] = request.extensions.get("timeout", {})
    patience_s = timeouts.get("read")
    return math.inf if patience_s is None else patience_s


def _response(request: httpx.Request, answer: LocalResponse, patience_s: float) -> httpx.Response:
    if answer.delay_s > patience_s:
        raise httpx.ReadTimeout("The read operation timed out (a slow answer of the local workspace)")
    announced = int(answer.header("content-length") or 0)
    if announced > len(answer.body):
        stream = _CutStream(answer.body, announced)
        return httpx.Response(answer.status, headers=answer.headers, stream=stream, request=request)
    return httpx.Response(answer.status, headers=answer.headers, content=answer.body, request=request)
