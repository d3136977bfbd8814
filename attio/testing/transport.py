"""The httpx transport that ends in a local workspace."""

from __future__ import annotations

from random import Random
from typing import TYPE_CHECKING

import httpx

from attio.core.clock import Clock
from attio.testing.clock import SteppingClock

if TYPE_CHECKING:
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


class WorkspaceTransport(httpx.BaseTransport, httpx.AsyncBaseTransport):
    """Hand every request to one workspace, for sync and async clients alike.

    A client takes three things from it: the token when it was given none, no rate limiting of its own, and, from a
    deterministic workspace, the clock, so that its retries do not wait.
    """

    attio_limiter = None

    def __init__(self, workspace: LocalWorkspace) -> None:
        self.workspace = workspace
        self.attio_api_key = workspace.token
        steps = workspace.clock
        self.attio_clock = WorkspaceClock(steps) if isinstance(steps, SteppingClock) else None

    def handle_request(self, request: httpx.Request) -> httpx.Response:
        """Answer a request of a sync client."""
        return self._respond(request, request.read())

    async def handle_async_request(self, request: httpx.Request) -> httpx.Response:
        """Answer a request of an async client."""
        return self._respond(request, await request.aread())

    def _respond(self, request: httpx.Request, body: bytes) -> httpx.Response:
        path, _, query = request.url.raw_path.decode("ascii").partition("?")
        answer = self.workspace.handle(request.method, path, query=query, headers=request.headers, body=body)
        return httpx.Response(answer.status, headers=answer.headers, content=answer.body, request=request)
