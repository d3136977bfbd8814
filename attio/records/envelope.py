"""What wraps every answer: `{"data": ..., "pagination": {...}}` (no I/O)."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from attio.records.json_shapes import as_object, is_list, is_object

if TYPE_CHECKING:
    from attio.core.client import Reply


def data_of(reply: Reply) -> Any:
    """Return what an answer carries in `data`; raises DecodeError when it is not there."""
    body = reply.json()
    if is_object(body) and "data" in body:
        return body["data"]
    raise reply.decode_error("an object with the key 'data' was expected")


def object_in(reply: Reply) -> dict[str, Any]:
    """Return the one object that an answer carries in `data`; raises DecodeError when it is not there."""
    data = data_of(reply)
    if is_object(data):
        return data
    raise reply.decode_error("an object in 'data' was expected")


def rows_of(reply: Reply) -> tuple[list[Any], str | None]:
    """Return the rows of a page and its cursor to the next one; raises DecodeError when there are none."""
    rows = data_of(reply)
    if not is_list(rows):
        raise reply.decode_error("a list in 'data' was expected")
    return rows, cursor_of(reply)


def cursor_of(reply: Reply) -> str | None:
    """Return the cursor to the next page, or None on the last one and on routes without cursors."""
    cursor = as_object(as_object(reply.json()).get("pagination")).get("next_cursor")
    return None if cursor is None else str(cursor)
