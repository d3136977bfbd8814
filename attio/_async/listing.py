"""Lists: one page, or every row of every page."""

from __future__ import annotations

from typing import TYPE_CHECKING, Generic, TypeVar

from attio_openapi.operations import OPERATIONS

from attio.core.arguments import page_size_of
from attio.core.pages import PageData
from attio.core.prefetch import AsyncAhead
from attio.records.paging import PageQuery, plan_for

if TYPE_CHECKING:
    from collections.abc import AsyncIterator, Awaitable, Callable
    from typing import Self

    from attio_openapi import Request

    from attio.core.client import Reply
    from attio.core.config import RequestOptions
    from attio.core.snapshot import ResponseSnapshot
    from attio.records.paging import PagePlan

    from .client import AsyncAttio

T = TypeVar("T")
Decoded = tuple[list[T], "str | None"]


class AsyncPage(PageData[T]):
    """One page: a sequence of its own rows that knows how to get the next one."""

    __slots__ = ("_listing", "_query")

    def __init__(
        self,
        data: list[T],
        *,
        response: ResponseSnapshot,
        listing: AsyncListing[T],
        query: PageQuery,
        following: PageQuery | None,
    ) -> None:
        super().__init__(data, has_more=following is not None, response=response)
        self._listing = listing
        self._query = following

    async def next_page(self) -> AsyncPage[T] | None:
        """Fetch the page after this one; None after the last. Costs one request."""
        return None if self._query is None else await self._listing.fetch(self._query)

    async def auto_paginate(self) -> AsyncIterator[T]:
        """Yield the rows of this page and of all that follow. Costs one request a page."""
        page: AsyncPage[T] | None = self
        while page is not None:
            for row in page:
                yield row
            page = await page.next_page()


class AsyncListing(Generic[T]):
    """A list route with its arguments, ready to be fetched page by page."""

    def __init__(
        self,
        client: AsyncAttio,
        operation: str,
        build: Callable[[PageQuery], Request],
        decode: Callable[[Reply], Awaitable[Decoded[T]]],
        options: RequestOptions | None,
    ) -> None:
        self._client = client
        self._operation = OPERATIONS[operation]
        self._build = build
        self._decode = decode
        self._options = options

    async def page(
        self, *, limit: int | None = None, offset: int | None = None, cursor: str | None = None
    ) -> AsyncPage[T]:
        """Fetch one page."""
        size = page_size_of("limit", limit, self._operation)
        return await self.fetch(PageQuery(limit=size, offset=offset, cursor=cursor))

    async def fetch(self, query: PageQuery) -> AsyncPage[T]:
        """Fetch the page that a query describes."""
        reply = await self._client.session.send(self._build(query), options=self._options)
        rows, cursor = await self._decode(reply)
        following = query.following(self._operation, len(rows), cursor)
        return AsyncPage(rows, response=reply.response, listing=self, query=query, following=following)

    def rows(
        self,
        *,
        page_size: int | None = None,
        max_items: int | None = None,
        prefetch: bool = False,
        plan: PagePlan[T] | None = None,
        identify: Callable[[T], str] = str,
    ) -> AsyncRows[T]:
        """Return an iterator over every row; nothing is sent before the first row is asked for."""
        size = page_size_of("page_size", page_size, self._operation)
        chosen = plan or plan_for(self._operation, page_size=size, max_items=max_items, identify=identify)
        return AsyncRows(self, chosen, prefetch=prefetch)


class AsyncRows(Generic[T]):
    """An iterator over all rows of a listing.

    It holds its place outside of any generator frame: when a page fails, the error is raised and the next
    step asks for that same page again, so nothing is lost or repeated. Close it (or use it in a `with` block)
    when you stop early with prefetch on.
    """

    def __init__(self, listing: AsyncListing[T], plan: PagePlan[T], *, prefetch: bool) -> None:
        self._listing = listing
        self._plan = plan
        self._ready: list[T] = []
        self._at = 0
        self._ahead: AsyncAhead[AsyncPage[T]] | None = AsyncAhead() if prefetch else None
        self.response: ResponseSnapshot | None = None
        """Snapshot of the answer that brought the latest page."""

    def __aiter__(self) -> Self:
        return self

    async def __anext__(self) -> T:
        while self._at >= len(self._ready):
            if not await self._turn():
                await self.aclose()
                raise StopAsyncIteration
        row = self._ready[self._at]
        self._ready[self._at] = None  # type: ignore[call-overload]  # a row that was handed out is not kept alive
        self._at += 1
        return row

    async def _turn(self) -> bool:
        """Bring the next page; False when there is none."""
        query = self._plan.request()
        if query is None:
            return False
        page = await self._fetch(query)
        self._ready, self._at = self._plan.accept(page.data, page.cursor), 0
        self.response = page.response
        self._look_ahead()
        return True

    async def _fetch(self, query: PageQuery) -> AsyncPage[T]:
        if self._ahead is not None and self._ahead.started:
            return await self._ahead.result()
        return await self._listing.fetch(query)

    def _look_ahead(self) -> None:
        following = self._plan.request()
        if self._ahead is not None and following is not None:
            self._ahead.start(lambda: self._listing.fetch(following))

    async def aclose(self) -> None:
        """Stop early: drop the page that is being fetched ahead. Harmless when there is none."""
        if self._ahead is not None:
            await self._ahead.close()

    async def __aenter__(self) -> Self:
        return self

    async def __aexit__(self, *exc: object) -> None:
        await self.aclose()
