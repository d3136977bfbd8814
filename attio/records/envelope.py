"""What wraps every answer: `{"data": ..., "pagination": {...}}` (no I/O)."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, cast

if TYPE_CHECKING:
    from attio.core.client import Reply


def data_of(reply: Reply) -> Any:
    """Return what an answer carries in `data`; raises DecodeError when it is not there."""
    body = reply.json()
    if isinstance(body, dict) and "data" in body:
        return cast("dict[str, Any]", body)["data"]
    raise _missing(reply, "an object with the key 'data'")


def rows_of(reply: Reply) -> tuple[list[Any], str | None]:
    """Return the rows of a page and its cursor to the next one; raises DecodeError when there are none."""
    rows = data_of(reply)
    if not isinstance(rows, list):
        raise _missing(reply, "a list in 'data'")
    return cast("list[Any]", rows), cursor_of(reply)


def cursor_of(reply: Reply) -> str | None:
    """Return the cursor to the next page, or None on the last one and on routes without cursors."""
    body = reply.json()
    pagination = cast("dict[str, Any]", body).get("pagination") if isinstance(body, dict) else None
    if not isinstance(pagination, dict):
        return None
    cursor = cast("dict[str, Any]", pagination).get("next_cursor")
    return None if cursor is None else str(cursor)


def _missing(reply: Reply, promised: str) -> Exception:
    from attio.core.errors import DecodeError

    return DecodeError(
        f"Attio answered {reply.response.status} with a body that is not {promised}", response=reply.response
    )
