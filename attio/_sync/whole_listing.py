# Derived from attio/_async by scripts/unasync: edit there.
"""Lists that Attio sends as a whole; what was asked for is cut out here."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, TypeVar

from attio.core.pages import sliced
from attio.records.envelope import rows_of
from attio.records.model import Model
from attio.records.paging import PageQuery

from .listing import Listing, Page
from .resource import Resource

if TYPE_CHECKING:
    from attio_openapi import Request

    from attio.core.client import Reply
    from attio.core.config import RequestOptions

T = TypeVar("T")
ModelT = TypeVar("ModelT", bound=Model)


class WholeListing(Listing[T]):
    """A list route without paging: `limit` and `offset` cut its one answer, fetched anew for each page."""

    def fetch(self, query: PageQuery) -> Page[T]:
        """Fetch the whole list and keep the part that a query describes."""
        reply = self._client.session.send(self._build(query), options=self._options)
        rows, _ = self._decode(reply)
        cut, more = sliced(rows, limit=query.limit, offset=query.offset)
        following = PageQuery(limit=query.limit, offset=(query.offset or 0) + len(cut)) if more else None
        return Page[T].of(self, cut, following, None, reply)


class WholeResource(Resource):
    """Base of the resources whose lists come as a whole."""

    __slots__ = ()

    def _whole(
        self,
        kind: type[ModelT],
        operation: str,
        request: Request,
        options: RequestOptions | None,
        **belonging: Any,
    ) -> WholeListing[ModelT]:
        def decode(reply: Reply) -> tuple[list[ModelT], str | None]:
            rows, _ = rows_of(reply)
            return [
                kind(row, client=self._client, response=reply.response, **belonging) for row in rows
            ], None

        return WholeListing(self._client, operation, lambda _: request, decode, options)
