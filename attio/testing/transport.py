"""The httpx transport that ends in a local workspace."""

from __future__ import annotations

from typing import TYPE_CHECKING

import httpx

if TYPE_CHECKING:
    from attio.testing.replies import LocalResponse
    from attio.testing.workspace import LocalWorkspace


class WorkspaceTransport(httpx.BaseTransport, httpx.AsyncBaseTransport):
    """Hand every request to one workspace, for sync and async clients alike.

    A client takes the token from it when it was given none, and switches its own rate limiting off.
    """

    attio_limiter = None

    def __init__(self, workspace: LocalWorkspace) -> None:
        self.workspace = workspace
        self.attio_api_key = workspace.token

    def handle_request(self, request: httpx.Request) -> httpx.Response:
        """Answer a request of a sync client."""
        return self._respond(request, request.read())

    async def handle_async_request(self, request: httpx.Request) -> httpx.Response:
        """Answer a request of an async client."""
        return self._respond(request, await request.aread())

    def _respond(self, request: httpx.Request, body: bytes) -> httpx.Response:
        path, _, query = request.url.raw_path.decode("ascii").partition("?")
        answer: LocalResponse = self.workspace.handle(
            request.method, path, query=query, headers=request.headers, body=body
        )
        return httpx.Response(answer.status, headers=answer.headers, content=answer.body, request=request)
