"""From answers to records and entries that act, in the shapes that the schema tells."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, TypeVar

from attio.records.data import RowData, decode_one, decode_page, schema_slugs, set_rule
from attio.records.envelope import object_in, rows_of
from attio.values.read import read_values

if TYPE_CHECKING:
    from attio.core.client import Reply
    from attio.core.config import RequestOptions
    from attio.records.shape import ShapeRule
    from attio.values.types import Value

    from .client import AsyncAttio

RowT = TypeVar("RowT", bound=RowData)


async def rows_in(
    reply: Reply,
    kind: type[RowT],
    place: tuple[str, str],
    client: AsyncAttio,
    options: RequestOptions | None,
) -> list[RowT]:
    """Return the rows of a page; `place` is ("objects", slug), ("lists", slug) or ("activities", slug)."""
    try:
        rows = decode_page(reply.content, kind, scope=place[1], client=client, response=reply.response)
    except ValueError as error:
        raise reply.decode_error(str(error)) from error
    if len(rows) < 2 or any(row._json[:1] != b"{" for row in rows):
        rows_of(reply)  # raises unless the answer is a list, empty or not, of objects
    await _shape(rows, reply, place, client, options)
    return rows


async def row_in(
    reply: Reply,
    kind: type[RowT],
    place: tuple[str, str],
    client: AsyncAttio,
    options: RequestOptions | None,
) -> RowT:
    """Return the one row of an answer."""
    try:
        row = decode_one(reply.content, kind, scope=place[1], client=client, response=reply.response)
    except ValueError as error:
        raise reply.decode_error(str(error)) from error
    if not row._own_id():
        object_in(reply)  # a row may lack an id, an answer may not lack a row
    await _shape([row], reply, place, client, options)
    return row


async def _shape(
    rows: list[RowT],
    reply: Reply,
    place: tuple[str, str],
    client: AsyncAttio,
    options: RequestOptions | None,
) -> None:
    if not rows or place[0] == "activities":  # Attio has no route to the attributes of an activity
        return

    def unknown(rule: ShapeRule) -> set[str]:
        set_rule(rows, rule)
        return schema_slugs(rows)

    rule = await client.schemas.rule(*place, type(rows[0]), unknown, options, written=reply.is_of_write)
    set_rule(rows, rule)


async def values_page(reply: Reply) -> tuple[list[Value], str | None]:
    """Return the typed values of an answer."""
    rows, cursor = rows_of(reply)
    return list(read_values(rows)), cursor


def values_in(reply: Reply) -> tuple[Value, ...]:
    """Return the typed values of an answer that is not a page."""
    rows: list[Any] = rows_of(reply)[0]
    return tuple(read_values(rows))
