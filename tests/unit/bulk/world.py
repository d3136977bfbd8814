"""A local workspace behind a transport that counts, fails and dies when it is told to; for both kinds of client."""

from __future__ import annotations

import asyncio
import inspect
import json
import threading
import time
from collections.abc import Callable
from typing import Any, NamedTuple

import httpx

from attio._async.client import AsyncAttio
from attio._sync.client import Attio
from attio.testing import LocalWorkspace

WRITES = {"create_record", "upsert_record", "update_record", "replace_record", "delete_record"}
WRITES |= {"create_entry", "upsert_entry", "update_entry", "replace_entry", "delete_entry"}


class Killed(BaseException):
    """The process is gone."""


class Power:
    """Goes off at the n-th step, and stays off: from then on nothing gets through any more."""

    def __init__(self, last: int | None = None) -> None:
        self.last = last
        self.steps: list[str] = []
        self._lock = threading.Lock()

    def step(self, name: str) -> None:
        """Go one step further, or die."""
        with self._lock:
            if self.last is not None and len(self.steps) >= self.last:
                raise Killed(name)
            self.steps.append(name)


class Received(NamedTuple):
    """A write that the workspace got, and what it said."""

    operation: str
    path: str
    body: Any
    status: int


class Wire(httpx.BaseTransport, httpx.AsyncBaseTransport):
    """Hands requests to a workspace; `trouble(operation, body)` may return "refuse" or "lose" for one of them."""

    attio_limiter = None

    def __init__(self, workspace: LocalWorkspace) -> None:
        self.workspace = workspace
        self.attio_api_key = workspace.token
        self.power = Power()
        self.trouble: Callable[[str, Any], str | None] = lambda operation, body: None
        self.received: list[Received] = []
        self.busy = self.most_busy = 0
        self._lock = threading.Lock()
        self.gate: threading.Barrier | None = None

    def _respond(self, request: httpx.Request, content: bytes) -> httpx.Response:
        path, _, query = request.url.raw_path.decode("ascii").partition("?")
        body = json.loads(content) if content else None
        operation = self._operation(request.method, path)
        self.power.step(f"request {operation}")
        said = self.trouble(operation, body)
        if said == "refuse":
            raise httpx.ConnectError("no route to host", request=request)
        answer = self.workspace.handle(
            request.method, path, query=query, headers=request.headers, body=content
        )
        if operation in WRITES:
            self.received.append(Received(operation, path, body, answer.status))
        self.power.step(f"answer {operation}")
        if said == "lose":
            raise httpx.ReadTimeout("the answer is lost", request=request)
        return httpx.Response(answer.status, headers=answer.headers, content=answer.body, request=request)

    @staticmethod
    def _operation(method: str, path: str) -> str:
        from attio.core.routes import find_operation

        return find_operation(method, path)

    def handle_request(self, request: httpx.Request) -> httpx.Response:
        with self._lock:
            self.busy += 1
            self.most_busy = max(self.most_busy, self.busy)
        try:
            if self.gate is not None:
                self.gate.wait(5)
            return self._respond(request, request.read())
        finally:
            with self._lock:
                self.busy -= 1

    async def handle_async_request(self, request: httpx.Request) -> httpx.Response:
        self.busy += 1
        self.most_busy = max(self.most_busy, self.busy)
        try:
            content = await request.aread()
            for _ in range(5):
                await asyncio.sleep(0)
            return self._respond(request, content)
        finally:
            self.busy -= 1


class World:
    """A workspace, its wire and a client of either kind, called in the same words."""

    def __init__(self, kind: str, workspace: LocalWorkspace | None = None) -> None:
        self.kind = kind
        self.workspace = workspace or LocalWorkspace()
        self.wire = Wire(self.workspace)
        self.client = self.new_client()

    def new_client(self, **options: Any) -> Any:
        """Make another client on the same wire, as a new process would."""
        made = Attio if self.kind == "sync" else AsyncAttio
        return made(transport=self.wire, **{"max_retries": 0, **options})

    def call(self, method: Callable[..., Any], *values: Any, **arguments: Any) -> Any:
        """Call a method and wait for what it returns."""
        if self.kind == "sync":
            return method(*values, **arguments)

        async def main() -> Any:
            result = method(*values, **arguments)
            return await result if inspect.isawaitable(result) else result

        return asyncio.run(main())

    def records(self, object: str = "people") -> list[Any]:
        """Every record of an object, as the workspace has them."""
        with Attio(transport=self.workspace.transport()) as client:
            return list(client.object(object).iterate())

    def writes(self, *operations: str) -> list[Received]:
        """The writes that the workspace got."""
        return [one for one in self.wire.received if not operations or one.operation in operations]


def people(count: int, **more: Any) -> list[dict[str, Any]]:
    """Rows for people, each with an address of its own."""
    return [
        {"email_addresses": [f"p{at}@rows.example"], "job_title": f"No {at}", **more} for at in range(count)
    ]


class SetClock:
    """A workspace clock that runs, so many seconds behind ours."""

    def __init__(self, behind_s: float) -> None:
        self.behind_s = behind_s

    def now_us(self) -> int:
        return int((time.time() - self.behind_s) * 1_000_000)
