"""What all plans of paging share, and the two that need no offset. Pure; see `attio.records.paging`."""

from __future__ import annotations

from abc import abstractmethod
from typing import TYPE_CHECKING, Any, Final, Generic, Literal, NamedTuple, Protocol, TypeVar

from attio.core.pages import next_page

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

T = TypeVar("T")

_EMPTY_PAGES: Final = 1_000
_CURSORS: Final = 1_000


class PagedOperation(Protocol):
    """What a plan needs to know of an operation: a row of `attio_openapi.operations.OPERATIONS`."""

    @property
    def paging(self) -> Literal["none", "offset", "offset-body", "cursor"]:
        """How the route is paged: by limit and offset (in the query or the body), by cursor, or not at all."""
        ...

    @property
    def page_default(self) -> int | None:
        """Rows of a page when no limit is sent; None where Attio does not say."""
        ...

    @property
    def page_max(self) -> int | None:
        """The highest limit; None where Attio does not say."""
        ...


class PageQuery(NamedTuple):
    """What to ask for: a page, and for queries the filter and sorts of the plan. None leaves a thing out."""

    limit: int | None = None
    offset: int | None = None
    cursor: str | None = None
    filter: Any = None
    """The whole filter to send, as JSON: the user's own, combined with the plan's condition."""
    sorts: list[Any] | None = None
    """The sorts to send, as JSON, most important first."""

    def following(
        self, operation: PagedOperation, count: int, next_cursor: str | None = None
    ) -> PageQuery | None:
        """Return the query of the page after one of `count` rows; None after the last.

        This is plain paging, by offset or cursor, as somebody who asks for single pages expects it; a plan does
        better.
        """
        found = next_page(
            operation.paging,
            self._asdict(),
            count=count,
            default=operation.page_default,
            next_cursor=next_cursor,
        )
        return None if found is None else PageQuery(**found)


class PagePlan(Generic[T]):
    """Base of the plans: how many rows are still wanted, and whether the last page has been seen."""

    __slots__ = ("_done", "_left")

    def __init__(self, max_items: int | None = None) -> None:
        self._left = max_items
        self._done = max_items == 0

    def request(self) -> PageQuery | None:
        """Return the query of the page that comes next; None when the run is finished.

        Until `accept` is called it is the same query each time.
        """
        return None if self._done else self._query()

    def accept(self, rows: Sequence[T], next_cursor: str | None = None) -> list[T]:
        """Take the rows of the page that `request` asked for; return those to hand out, which may be none.

        Raises DecodeError when the server keeps sending what was seen already or a row has no id, Error when the
        place in the list is lost (see `attio.records.paging`), RuntimeError after the last page.
        """
        if self._done:
            raise RuntimeError("accept() was called after the last page: request() had returned None")
        found = self._take(rows, next_cursor)
        if self._left is not None:
            found = found[: self._left]
            self._left -= len(found)
            self._done = self._done or self._left == 0
        return found

    @abstractmethod
    def _query(self) -> PageQuery: ...

    @abstractmethod
    def _take(self, rows: Sequence[T], next_cursor: str | None, /) -> list[T]: ...


class SinglePlan(PagePlan[T]):
    """Ask once, without a limit: for routes whose one answer holds every row."""

    __slots__ = ()

    def _query(self) -> PageQuery:
        return PageQuery()

    def _take(self, rows: Sequence[T], _cursor: str | None, /) -> list[T]:
        self._done = True
        return list(rows)


class CursorPlan(PagePlan[T]):
    """Follow the server's cursors until there is none; pages may be short or empty on the way.

    Which rows a run sees while others write is up to Attio's cursor. Raises instead of going on for ever: when
    a cursor comes back (the last 1,000 are remembered), when two pages in a row hold the same rows, and after
    1,000 empty pages in a row.
    """

    __slots__ = ("_cursor", "_empty", "_identify", "_limit", "_page", "_seen")

    def __init__(
        self,
        *,
        limit: int | None = None,
        max_items: int | None = None,
        identify: Callable[[T], str] | None = None,
    ) -> None:
        super().__init__(max_items)
        self._limit = limit
        self._identify = identify
        self._cursor: str | None = None
        self._seen: dict[str, None] = {}
        self._page: list[str] | None = None
        self._empty = 0

    def _query(self) -> PageQuery:
        return PageQuery(limit=self._limit, cursor=self._cursor)

    def _take(self, rows: Sequence[T], next_cursor: str | None, /) -> list[T]:
        ids = [str(self._identify(row)) for row in rows] if self._identify is not None else None
        if next_cursor and next_cursor in self._seen:
            raise stuck("the cursor that it sent leads back to a page that was read already", "cursor")
        if ids and ids == self._page:
            raise stuck("two pages in a row hold the same rows", "cursor")
        empty = 0 if rows else self._empty + 1
        if next_cursor and empty > _EMPTY_PAGES:
            raise stuck(f"{empty} pages in a row were empty", "cursor")
        self._empty = empty
        self._page = ids
        self._cursor = next_cursor or None
        self._done = self._cursor is None
        if self._cursor is not None:
            self._seen[self._cursor] = None
            if len(self._seen) > _CURSORS:
                del self._seen[next(iter(self._seen))]
        return list(rows)


def stuck(what: str, ignored: str) -> Exception:
    """Return the error for a server that sends the same page for ever."""
    from attio.core.errors import DecodeError

    return DecodeError(f"paging makes no progress: {what}; the server seems to ignore {ignored}")


def no_id(at: int) -> Exception:
    """Return the error for a row that cannot be told from others: left in, it would pass for one seen already."""
    from attio.core.errors import DecodeError

    return DecodeError(f"row {at} of a page has no id, and pages by offset are put together by ids")
