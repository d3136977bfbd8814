"""A stand-in for Attio's server: answers from a list and remembers what was asked."""

from __future__ import annotations

import asyncio
import json
from collections.abc import Awaitable, Callable
from typing import Any, NamedTuple

import httpx

from attio._async.client import AsyncAttio

WORKSPACE = "0a1b2c3d-0000-4000-8000-000000000000"


class Asked(NamedTuple):
    """One request as it went out."""

    method: str
    path: str
    query: dict[str, str]
    body: Any


class Double:
    """Gives its answers one after the other; the last one again and again."""

    def __init__(self, *answers: Any) -> None:
        self.answers = list(answers) or [{"data": {}}]
        self.asked: list[Asked] = []

    def __call__(self, request: httpx.Request) -> httpx.Response:
        body = json.loads(request.content) if request.content else None
        path = request.url.raw_path.decode().partition("?")[0]
        self.asked.append(Asked(request.method, path, dict(request.url.params), body))
        answer = self.answers.pop(0) if len(self.answers) > 1 else self.answers[0]
        status, content = answer if isinstance(answer, tuple) else (200, answer)
        return httpx.Response(status, json=content)

    @property
    def only(self) -> Asked:
        """The one request that was sent."""
        (asked,) = self.asked
        return asked

    def run(self, call: Callable[[AsyncAttio], Awaitable[Any]]) -> Any:
        """Run a call through a client of this double."""

        async def main() -> Any:
            async with AsyncAttio(api_key="k" * 64, transport=httpx.MockTransport(self)) as client:
                return await call(client)

        return asyncio.run(main())


async def every(rows: Any) -> list[Any]:
    """Collect what an iterator gives."""
    return [row async for row in rows]


def own_id(**members: str) -> dict[str, str]:
    """An id as Attio sends it."""
    return {"workspace_id": WORKSPACE, **members}
