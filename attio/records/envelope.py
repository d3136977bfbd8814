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


def identity_in(reply: Reply) -> dict[str, Any]:
    """Return the answer about a token, which nothing wraps; raises DecodeError for what says nothing of one."""
    body = reply.json()
    if is_object(body) and ("active" in body or "workspace_id" in body):
        return body
    raise reply.decode_error("an object with the key 'active' was expected")


def rows_of(reply: Reply) -> tuple[list[Any], str | None]:
    """Return the rows of a page and its cursor to the next one; raises DecodeError when there are none."""
    return objects_in(reply, data_of(reply), "data"), cursor_of(reply)


def objects_in(reply: Reply, rows: object, where: str) -> list[Any]:
    """Return what an answer has at a place as the rows that it must be; raises DecodeError for anything else."""
    if not is_list(rows):
        raise reply.decode_error(f"a list in {where!r} was expected")
    if not all(is_object(row) for row in rows):
        raise reply.decode_error(f"objects in {where!r} were expected")
    return rows


def cursor_of(reply: Reply) -> str | None:
    """Return the cursor to the next page, or None on the last one and on routes without cursors."""
    cursor = as_object(as_object(reply.json()).get("pagination")).get("next_cursor")
    return None if cursor is None else str(cursor)
