"""Plans for routes that are paged by limit and offset. Pure; see `attio.records.paging`."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final, TypeVar

from attio.records.paging_plan import PagePlan, PageQuery, no_id, stuck
from attio.records.paging_window import REMEMBERED, Window

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

T = TypeVar("T")

# Pages in a row without a new row that are put down to concurrent writes before the server is blamed.
_PATIENCE: Final = 5


class OverlapPlan(PagePlan[T]):
    """Page by offset, each page beginning at the last row of the one before it.

    Where that row is not found the plan steps back until it meets a row that it knows (see `Window`), so rows
    that are deleted or added meanwhile make no other row lost or repeated, as long as the others keep their
    order. A `page_size` of 1 asks for two rows, one of them the overlap.

    A page shorter than its limit is the last, except when it has just the documented default's length, or more
    rows than a default without a documented maximum: then the limit may have been ignored or cut down, which
    one more request tells.
    """

    __slots__ = ("_default", "_filter", "_identify", "_idle", "_max", "_size", "_sorts", "_window")

    def __init__(
        self,
        *,
        identify: Callable[[T], str],
        page_size: int,
        page_default: int | None = None,
        page_max: int | None = None,
        filter: Any = None,
        sorts: list[Any] | None = None,
        max_items: int | None = None,
        remembered: int = REMEMBERED,
    ) -> None:
        super().__init__(max_items)
        self._identify = identify
        self._size = page_size
        self._default = page_default
        self._max = page_max
        self._filter = filter
        self._sorts = sorts
        self._window = Window(remembered)
        self._idle = 0

    def _query(self) -> PageQuery:
        return PageQuery(
            limit=self._limit(), offset=self._window.offset or None, filter=self._filter, sorts=self._sorts
        )

    def _limit(self) -> int:
        known = self._window.overlap
        size = max(2, self._size) if known else self._size
        if self._left is None or self._window.step:
            return size
        return min(size, known + self._left)

    def _take(self, rows: Sequence[T], _cursor: str | None, /) -> list[T]:
        limit = self._limit()
        # Plain strings: an id of our own kinds holds the other members of its row too.
        ids = [str(self._identify(row)) for row in rows]
        if "" in ids:
            raise no_id(ids.index(""))
        fresh = self._window.read(ids, limit)
        if fresh is None:
            return []
        found = self._chosen(rows, ids, fresh)
        self._done = self._is_last(len(rows), limit)
        self._idle = 0 if found or self._done else self._idle + 1
        # Rows added before the place that was reached can push it back by all that is remembered, no more.
        if self._idle > _PATIENCE + len(self._window.known) // max(1, len(ids) - 1):
            raise stuck(
                f"{self._idle} pages in a row brought nothing but rows that were handed out already",
                "limit, offset or filter, unless rows are added as fast as they are read",
            )
        return found

    def _chosen(self, rows: Sequence[T], _ids: list[str], fresh: list[int], /) -> list[T]:
        return [rows[at] for at in fresh]

    def _is_last(self, count: int, limit: int) -> bool:
        if count >= limit:
            return False
        if self._default is None or count < self._default:
            return True
        return self._max is not None and count > self._default


class KeysetPlan(OverlapPlan[T]):
    """Page by `created_at`: oldest first, each page beginning at the latest `created_at` seen.

    The next page is asked for by the condition `created_at >= that`, and the rows of that same `created_at`
    that were handed out already are left out of it, so nothing depends on how many rows lie before. Attio does
    not say how it orders rows with equal `created_at`: a block of them that fits a page may come in any order,
    a longer one is read by offset with an overlap, as OverlapPlan does.

    `key` returns the value of the attribute `created_at` exactly as sent, which is what filter and sorts see;
    the `created_at` beside `id` may differ by seconds and would lose rows. Where a row has none, where rows do
    not come in order, or where the condition is not kept, the condition stays as it is and the plan goes on by
    offset.
    """

    __slots__ = ("_condition", "_key", "_keyed", "_reached")

    def __init__(
        self,
        *,
        identify: Callable[[T], str],
        key: Callable[[T], str | None],
        page_size: int,
        page_default: int | None = None,
        page_max: int | None = None,
        filter: Any = None,
        max_items: int | None = None,
        remembered: int = REMEMBERED,
    ) -> None:
        super().__init__(
            identify=identify,
            page_size=page_size,
            page_default=page_default,
            page_max=page_max,
            filter=filter,
            sorts=[oldest_first()],
            max_items=max_items,
            remembered=remembered,
        )
        self._key = key
        self._keyed = True
        self._reached: tuple[str, str] | None = None
        self._condition: dict[str, Any] | None = None

    def _query(self) -> PageQuery:
        query = super()._query()
        if self._condition is None:
            return query
        both = {"$and": [self._filter, self._condition]} if self._filter else self._condition
        return query._replace(filter=both)

    def _chosen(self, rows: Sequence[T], ids: list[str], fresh: list[int], /) -> list[T]:
        keys = [self._key(row) for row in rows]
        moments = [_moment(key) for key in keys]
        # Rows older than the condition were handed out under an earlier one.
        reached = self._reached or ("", "")
        found = [rows[at] for at in fresh if (moments[at] or reached) >= reached]
        self._keyed = self._keyed and _ascending(moments, reached)
        if self._keyed and moments and (latest := moments[-1]) is not None and latest > reached:
            self._reached = latest
            self._condition = {"created_at": {"$gte": keys[-1]}}
            same = (one for one, moment in zip(ids, moments, strict=True) if moment == latest)
            self._window.restart(dict.fromkeys(same))
        return found


def oldest_first() -> dict[str, str]:
    """Return the sort that puts rows into the order in which they were made."""
    return {"attribute": "created_at", "direction": "asc"}


def _moment(key: str | None) -> tuple[str, str] | None:
    """Make a UTC timestamp comparable as text, whatever its fraction digits; None for anything else."""
    if key is None or not key.endswith(("Z", "+00:00")):
        return None
    whole, _, fraction = key.removesuffix("Z").removesuffix("+00:00").partition(".")
    return (whole, fraction.rstrip("0")) if len(whole) == len("2026-01-31T12:00:00") else None


def _ascending(moments: list[tuple[str, str] | None], previous: tuple[str, str]) -> bool:
    for moment in moments:
        if moment is None or moment < previous:
            return False
        previous = moment
    return True
