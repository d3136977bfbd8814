"""Lists that Attio sends as a whole; what was asked for is cut out here."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, TypeVar

from attio.core.pages import sliced
from attio.records.envelope import rows_of
from attio.records.model import Model
from attio.records.paging import PageQuery

from .listing import AsyncListing, AsyncPage
from .resource import AsyncResource

if TYPE_CHECKING:
    from attio_openapi import Request

    from attio.core.client import Reply
    from attio.core.config import RequestOptions

T = TypeVar("T")
ModelT = TypeVar("ModelT", bound=Model)


class AsyncWholeListing(AsyncListing[T]):
    """A list route without paging: `limit` and `offset` cut its one answer, fetched anew for each page."""

    async def fetch(self, query: PageQuery) -> AsyncPage[T]:
        """Fetch the whole list and keep the part that a query describes."""
        reply = await self._client.session.send(self._build(query), options=self._options)
        rows, _ = await self._decode(reply)
        cut, more = sliced(rows, limit=query.limit, offset=query.offset)
        following = PageQuery(limit=query.limit, offset=(query.offset or 0) + len(cut)) if more else None
        return AsyncPage[T].of(self, cut, following, None, reply)


class AsyncWholeResource(AsyncResource):
    """Base of the resources whose lists come as a whole."""

    __slots__ = ()

    def _whole(
        self,
        kind: type[ModelT],
        operation: str,
        request: Request,
        options: RequestOptions | None,
        **belonging: Any,
    ) -> AsyncWholeListing[ModelT]:
        async def decode(reply: Reply) -> tuple[list[ModelT], str | None]:
            rows, _ = rows_of(reply)
            return [
                kind(row, client=self._client, response=reply.response, **belonging) for row in rows
            ], None

        return AsyncWholeListing(self._client, operation, lambda _: request, decode, options)
