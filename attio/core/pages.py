"""One page of rows, and what the next one is."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, Any, Final, Literal, TypeAlias, TypeVar, cast, overload

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from attio.core.snapshot import ResponseSnapshot

T_co = TypeVar("T_co", covariant=True)
D = TypeVar("D")

Paging: TypeAlias = Literal["none", "offset", "offset-body", "cursor"]

_SHOWN: Final = 3


class PageData(Sequence[T_co]):
    """The rows of one page, in order: a sequence of its own rows.

    ``has_more`` tells whether another page may follow; ``next_query`` what it would be asked for with (limit
    and offset, or cursor), None at the end.
    """

    __slots__ = ("_rows", "has_more", "next_query", "response")

    def __init__(
        self,
        rows: Sequence[T_co],
        *,
        has_more: bool = False,
        response: ResponseSnapshot | None = None,
        next_query: Mapping[str, Any] | None = None,
    ) -> None:
        self._rows = rows
        self.has_more = has_more
        self.response = response
        self.next_query = next_query

    @property
    def data(self) -> list[T_co]:
        """The rows as a list of their own."""
        return list(self._rows)

    @overload
    def first(self) -> T_co | None: ...
    @overload
    def first(self, default: D) -> T_co | D: ...
    def first(self, default: Any = None) -> Any:
        """Give the first row, or the default when the page is empty."""
        return self._rows[0] if len(self._rows) else default

    @overload
    def __getitem__(self, index: int) -> T_co: ...
    @overload
    def __getitem__(self, index: slice) -> list[T_co]: ...
    def __getitem__(self, index: int | slice) -> T_co | list[T_co]:
        return list(self._rows[index]) if isinstance(index, slice) else self._rows[index]

    def __len__(self) -> int:
        return len(self._rows)

    def __iter__(self) -> Iterator[T_co]:
        return iter(self._rows)

    def __repr__(self) -> str:
        shown = ", ".join(repr(row) for row in self._rows[:_SHOWN])
        rest = ", ..." if len(self._rows) > _SHOWN else ""
        more = " and more" if self.has_more else ""
        return f"<{type(self).__name__} of {len(self._rows)}{more}: [{shown}{rest}]>"


def next_page(
    paging: Paging,
    query: Mapping[str, Any],
    *,
    count: int,
    default: int | None,
    next_cursor: str | None = None,
) -> dict[str, Any] | None:
    """Give the query (or the body) of the next page after one of ``count`` rows; None when that was the last.

    By offset a page with fewer rows than its limit is the last: Attio tells no total. A page of a route
    without limits is always the last.
    """
    if paging == "none":
        return None
    if paging == "cursor":
        return {**query, "cursor": next_cursor} if next_cursor else None
    size = cast("int | None", query.get("limit")) or default
    if size is None or count == 0 or count < size:
        return None
    return {**query, "limit": size, "offset": (query.get("offset") or 0) + count}


def cursor_of(answer: Mapping[str, Any]) -> str | None:
    """Give the cursor of the next page that an answer names, None at the end."""
    pagination: object = answer.get("pagination")
    if not isinstance(pagination, dict):
        return None
    found = cast("dict[str, object]", pagination).get("next_cursor")
    return found if isinstance(found, str) and found else None


def sliced(rows: Sequence[T_co], *, limit: int | None, offset: int | None) -> tuple[list[T_co], bool]:
    """Take a page out of all rows, for routes that have no paging of their own; tells whether more follow."""
    start = offset or 0
    stop = len(rows) if limit is None else start + limit
    return list(rows[start:stop]), stop < len(rows)
