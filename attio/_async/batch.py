"""`AsyncBatch`: several requests at once, with their results in order."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, Any

from attio.bulk.batch_results import BatchResult, BatchResults
from attio.bulk.settings import CONCURRENCY, MOST_AT_ONCE
from attio.core.arguments import integer
from attio.core.errors import ArgumentTypeError
from attio.core.gather import AsyncCrew

if TYPE_CHECKING:
    from collections.abc import Mapping
    from typing import Self

    from attio_openapi import Request

    from attio.core.config import RequestOptions

    from .client import AsyncAttio


class AsyncBatch:
    """Requests of any kind that are sent together.

    Attio has no batch endpoint: each one is a request of its own, under the client's limits and with its retries.
    They run at the same time, so none may need another's outcome. `AsyncBatch(client).add("POST", path, body)`
    returns the batch, so that calls can be chained.
    """

    def __init__(self, client: AsyncAttio) -> None:
        """Make an empty batch that sends through a client."""
        from .client import AsyncAttio

        if not isinstance(client, AsyncAttio):
            raise ArgumentTypeError(
                "client", client, f"{type(self).__name__} sends through an {AsyncAttio.__name__}"
            )
        self._client = client
        self._requests: list[tuple[Request, RequestOptions | None]] = []

    def add(
        self,
        method: str,
        path: str,
        body: Any = None,
        *,
        query: Mapping[str, Any] | None = None,
        options: RequestOptions | None = None,
    ) -> Self:
        """Add a request; `body` goes out as JSON. Raises ArgumentError for a wrong method or path."""
        self._requests.append((self._client.session._raw(method, path, query, body), options))
        return self

    async def execute(self, *, concurrency: int = CONCURRENCY) -> BatchResults:
        """Send all requests, `concurrency` (8, 64 at most) at a time; returns their results in order.

        What fails is in its result's `error` and stops no other. The batch is empty afterwards.
        """
        integer(concurrency, "concurrency", least=1, most=MOST_AT_ONCE)
        requests, self._requests = self._requests, []
        results: dict[int, BatchResult] = {}
        crew: AsyncCrew[BatchResult] = AsyncCrew(concurrency)
        async with crew:
            for index, (request, options) in enumerate(requests):
                if crew.busy == crew.size:
                    result = await crew.finished()
                    results[result.index] = result
                crew.start(partial(self._send, index, request, options))
            while crew.busy:
                result = await crew.finished()
                results[result.index] = result
        return BatchResults([results[index] for index in range(len(requests))])

    async def _send(self, index: int, request: Request, options: RequestOptions | None) -> BatchResult:
        made = BatchResult(index, request.method, request.path)
        try:
            reply = await self._client.session.send(request, options=options)
            value = reply.json()
        except Exception as error:  # noqa: BLE001 - it belongs into its own result
            return BatchResult(made.index, made.method, made.path, error=error)
        return BatchResult(made.index, made.method, made.path, value, response=reply.response)

    def __len__(self) -> int:
        return len(self._requests)

    def __repr__(self) -> str:
        return f"<{type(self).__name__} of {len(self)} requests>"
