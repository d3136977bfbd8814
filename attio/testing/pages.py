"""Pages of results: limit and offset, or cursors that nobody can make up."""

from __future__ import annotations

import base64
import binascii
from typing import TYPE_CHECKING, Any, TypeVar

from attio.testing.replies import invalid_query, problem

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from attio.testing.call import Call

T = TypeVar("T")


def by_offset(call: Call, rows: Sequence[T], render: Callable[[T], Any]) -> dict[str, Any]:
    """Answer one page by the query parameters limit and offset.

    Default and maximum are the operation's own; without a default all rows are one page.
    """
    default = call.operation.page_default
    limit = call.whole("limit", len(rows) if default is None else default, 1, call.operation.page_max)
    offset = call.whole("offset", 0, 0)
    return {"data": [render(row) for row in rows[offset : offset + limit]]}


def by_cursor(
    call: Call, rows: Sequence[T], render: Callable[[T], Any], *, key: Callable[[T], str]
) -> dict[str, Any]:
    """Answer one page by the query parameters limit and cursor.

    A cursor names the last row sent, by `key`, so that rows added or removed meanwhile are neither lost nor repeated;
    when that row itself is gone the page starts where it stood.
    """
    limit = call.whole("limit", call.operation.page_default or len(rows) or 1, 1, call.operation.page_max)
    start = _start(call, rows, key)
    page = rows[start : start + limit]
    is_last = start + limit >= len(rows)
    cursor = None if is_last or not page else _encode(start + limit, key(page[-1]))
    return {"data": [render(row) for row in page], "pagination": {"next_cursor": cursor}}


def _start(call: Call, rows: Sequence[T], key: Callable[[T], str]) -> int:
    cursor = call.text("cursor")
    if cursor is None:
        return 0
    position, last = _decode(cursor)
    for index, row in enumerate(rows):
        if key(row) == last:
            return index + 1
    return min(position, len(rows))


def _encode(position: int, last: str) -> str:
    return base64.urlsafe_b64encode(f"{position}:{last}".encode()).decode().rstrip("=")


def _decode(cursor: str) -> tuple[int, str]:
    try:
        text = base64.b64decode(cursor + "=" * (-len(cursor) % 4), altchars=b"-_", validate=True).decode()
        position, _, last = text.partition(":")
        return int(position), last
    except (binascii.Error, ValueError):
        raise invalid_query(problem(("cursor",), "Invalid cursor")) from None
