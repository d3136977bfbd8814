# Derived from attio/_async by scripts/unasync: edit there.
"""Lists: one page, or every row of every page."""

from __future__ import annotations

from collections import deque
from typing import TYPE_CHECKING, Generic, Protocol, TypeVar

from attio_openapi.operations import OPERATIONS

from attio.core.arguments import limit as checked_limit
from attio.core.arguments import offset as checked_offset
from attio.core.arguments import text
from attio.core.pages import PageData
from attio.records.identities import created_at_of, identify
from attio.records.paging import PageQuery, plan_for

if TYPE_CHECKING:
    from collections.abc import Iterator, Callable
    from typing import Self

    from attio_openapi import Request

    from attio.core.client import Reply
    from attio.core.config import RequestOptions
    from attio.core.prefetch import Ahead
    from attio.core.snapshot import ResponseSnapshot
    from attio.records.bodies_records import RecordQuery
    from attio.records.paging import PagePlan

    from .client import Attio

T = TypeVar("T")
RowsT = TypeVar("RowsT")


class Decode(Protocol[RowsT]):
    """Reads an answer: its rows, and the cursor of the next page where there is one."""

    def __call__(self, reply: Reply) -> tuple[list[RowsT], str | None]: ...


class Page(PageData[T]):
    """One page: a sequence of its own rows that knows how to get the next one."""

    __slots__ = ("_following", "_listing", "cursor")

    _listing: Listing[T]
    _following: PageQuery | None
    cursor: str | None
    """Cursor of the next page, on routes that have cursors."""

    @classmethod
    def of(
        cls,
        listing: Listing[T],
        rows: list[T],
        following: PageQuery | None,
        cursor: str | None,
        reply: Reply,
    ) -> Self:
        """Make a page of a listing; `following` is what the next one is asked for with."""
        shown = (
            None
            if following is None
            else {name: value for name, value in following._asdict().items() if value is not None}
        )
        page = cls(rows, has_more=following is not None, response=reply.response, next_query=shown)
        page._listing, page._following, page.cursor = listing, following, cursor
        return page

    def next_page(self) -> Page[T] | None:
        """Fetch the page after this one; None after the last. Costs one request."""
        return None if self._following is None else self._listing.fetch(self._following)

    def auto_paginate(self) -> Iterator[T]:
        """Yield the rows of this page and of all that follow. Costs one request a page."""
        page: Page[T] | None = self
        while page is not None:
            for row in page:
                yield row
            page = page.next_page()


class Listing(Generic[T]):
    """A list route with its arguments, ready to be fetched page by page."""

    def __init__(
        self,
        client: Attio,
        operation: str,
        build: Callable[[PageQuery], Request],
        decode: Decode[T],
        options: RequestOptions | None,
        *,
        query: RecordQuery | None = None,
    ) -> None:
        self._client = client
        self.operation = OPERATIONS[operation]
        self._build = build
        self._decode = decode
        self._options = options
        self._query = query

    def page(
        self, *, limit: int | None = None, offset: int | None = None, cursor: str | None = None
    ) -> Page[T]:
        """Fetch one page."""
        size = checked_limit(limit, self.operation.id)
        at = None if cursor is None else text(cursor, "cursor")
        return self.fetch(PageQuery(limit=size, offset=checked_offset(offset), cursor=at))

    def fetch(self, query: PageQuery) -> Page[T]:
        """Fetch the page that a query describes."""
        reply = self._client.session.send(self._build(query), options=self._options)
        rows, cursor = self._decode(reply)
        following = query.following(self.operation, len(rows), cursor)
        return Page[T].of(self, rows, following, cursor, reply)

    def rows(
        self, *, page_size: int | None = None, max_items: int | None = None, prefetch: bool = False
    ) -> Rows[T]:
        """Return an iterator over every row; nothing is sent before the first row is asked for."""
        own = self._query
        plan: PagePlan[T] = plan_for(
            self.operation,
            filter=None if own is None else own.filter,
            sorts=None if own is None else own.sorts,
            page_size=checked_limit(page_size, self.operation.id, "page_size"),
            max_items=max_items,
            identify=identify,
            key=created_at_of if own is not None and own.view is None else None,
        )
        return Rows(self, plan, prefetch=prefetch)


class Rows(Generic[T]):
    """An iterator over all rows of a listing.

    It holds its place outside of any generator frame: when a page fails, the error is raised and the next
    step asks for that same page again, so nothing is lost or repeated. Close it (or use it in a `with` block)
    when you stop early with prefetch on.
    """

    def __init__(self, listing: Listing[T], plan: PagePlan[T], *, prefetch: bool) -> None:
        self._listing = listing
        self._plan = plan
        self._ready: deque[T] = deque()
        self._prefetch = prefetch
        self._ahead: Ahead[Page[T]] | None = None
        self.response: ResponseSnapshot | None = None
        """Snapshot of the answer that brought the latest page."""

    def __iter__(self) -> Self:
        return self

    def __next__(self) -> T:
        while not self._ready:
            if not self._turn():
                self.close()
                raise StopIteration
        return self._ready.popleft()

    def _turn(self) -> bool:
        """Bring the next page; False when there is none."""
        query = self._plan.request()
        if query is None:
            return False
        ahead, self._ahead = self._ahead, None
        page = self._listing.fetch(query) if ahead is None else ahead.result()
        self._ready.extend(self._plan.accept(page.data, page.cursor))
        self.response = page.response
        self._look_ahead()
        return True

    def _look_ahead(self) -> None:
        following = self._plan.request() if self._prefetch else None
        if following is None:
            return
        from attio.core.prefetch import Ahead

        self._ahead = Ahead()
        self._ahead.start(lambda: self._listing.fetch(following))

    def close(self) -> None:
        """Stop early: drop the page that is being fetched ahead. Harmless when there is none."""
        ahead, self._ahead = self._ahead, None
        if ahead is not None:
            ahead.close()

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *exc: object) -> None:
        self.close()
