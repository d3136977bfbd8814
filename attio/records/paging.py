"""Go through all pages of a route: plans that say what to ask for and which rows to hand out. Pure.

A shell asks `plan.request()`, sends that query and gives the rows to `plan.accept()`. Only `accept` moves a
plan, so after a page that failed `request` gives the same query again.

What a run promises about rows that exist, and match the filter, from its first request to its last:

- **KeysetPlan** (records, entries and activity records without sorts, oldest first): each comes exactly once,
  whatever is added, edited or deleted meanwhile. Impossible: a block of more rows with one `created_at` than fit
  a page, whose inner order changes from one request to the next.
- **OverlapPlan** (sorted queries, and the other routes with limit and offset): each comes exactly once,
  whatever is added or deleted meanwhile. Impossible: a row whose sorted value is edited moves; it is lost when it
  moves back over the place that was reached, and comes again when it moves ahead after its id was forgotten.
  Likewise with a server that orders equal rows anew for each request.
- **CursorPlan**: what Attio's cursor promises.
- **SinglePlan**: one answer, so one moment.

A row that appears during the run comes once or not at all, and perhaps not in its place; a row that disappears
likewise. What starts to match the filter counts as added, what stops to match as deleted.

No row comes twice within the bound on memory: the latest 10,000 ids handed out (`REMEMBERED`; at most twice
that, 4 MB, after a step back; for KeysetPlan only those of the latest `created_at`). When none of these is found
any more, a run from which older ids were forgotten raises Error instead of guessing where it was. One case is
left in which rows can come twice: after some 10,000 rows, whole pages are added before all others between two
requests, and that more than once.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final, TypeVar, cast

from attio.core.arguments import integer
from attio.records.paging_offset import KeysetPlan, OverlapPlan, oldest_first
from attio.records.paging_plan import CursorPlan, PagedOperation, PagePlan, PageQuery, SinglePlan
from attio.records.paging_window import REMEMBERED

if TYPE_CHECKING:
    from collections.abc import Callable

__all__ = [
    "REMEMBERED",
    "CursorPlan",
    "KeysetPlan",
    "OverlapPlan",
    "PagePlan",
    "PageQuery",
    "PagedOperation",
    "SinglePlan",
    "plan_for",
]

T = TypeVar("T")

# The smallest maximum that Attio documents for any route: safe where it documents neither default nor maximum.
_UNDOCUMENTED_SIZE: Final = 50


def plan_for(
    operation: PagedOperation,
    *,
    identify: Callable[[T], str],
    key: Callable[[T], str | None] | None = None,
    filter: Any = None,
    sorts: list[Any] | None = None,
    page_size: int | None = None,
    max_items: int | None = None,
) -> PagePlan[T]:
    """Choose the plan for a route and its arguments.

    `identify` returns a row's own id; `key` the attribute `created_at` (see KeysetPlan), to be left out where no
    condition can be added to the filter, as with a saved view. `filter` and `sorts` are JSON as Attio takes it.
    A query without sorts pages by key, or oldest first by offset where there is no `key`. To sorts of the user's
    `created_at` is added as the last one: it keeps rows that compare equal in one order.

    `page_size` is the route's default unless given (50 where Attio documents none); `max_items=None` is all.
    Raises ArgumentError for a size that the route does not take.
    """
    if page_size is not None:
        page_size = integer(page_size, "page_size", least=1, most=operation.page_max)
    if max_items is not None:
        max_items = integer(max_items, "max_items", least=0)
    default, most = operation.page_default, operation.page_max
    if operation.paging == "none":
        return SinglePlan(max_items)
    if operation.paging == "cursor":
        size = page_size or default
        limit = min(size, max_items) if size and max_items else page_size
        return CursorPlan(limit=limit, max_items=max_items, identify=identify)
    # A limit is always sent: the end is told by comparing with it, and a default can change.
    size = page_size or default or _UNDOCUMENTED_SIZE
    if operation.paging == "offset-body" and not sorts and key is not None:
        return KeysetPlan(
            identify=identify,
            key=key,
            page_size=size,
            page_default=default,
            page_max=most,
            filter=filter,
            max_items=max_items,
        )
    return OverlapPlan(
        identify=identify,
        page_size=size,
        page_default=default,
        page_max=most,
        filter=filter,
        sorts=_settled(sorts or []) if operation.paging == "offset-body" else sorts,
        max_items=max_items,
    )


def _settled(sorts: list[Any]) -> list[Any]:
    rows = [cast("dict[str, Any]", sort) for sort in sorts if isinstance(sort, dict)]
    return sorts if any(row.get("attribute") == "created_at" for row in rows) else [*sorts, oldest_first()]
