"""What an SQL query answers (no I/O)."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, cast

from attio.core.arguments import text

from .envelope import data_of

if TYPE_CHECKING:
    from collections.abc import Iterable

    from attio.core.client import Reply
    from attio.core.snapshot import ResponseSnapshot


class SqlRows(list[dict[str, Any]]):
    """The rows of a query, each a dict by column, as a list.

    Values are JSON as Attio sent it; nothing is converted, since a query may compute anything.
    """

    __slots__ = ("response",)

    response: ResponseSnapshot | None
    """Snapshot of the answer that brought them."""

    def __init__(
        self, rows: Iterable[dict[str, Any]] = (), *, response: ResponseSnapshot | None = None
    ) -> None:
        super().__init__(rows)
        self.response = response

    @property
    def columns(self) -> tuple[str, ...]:
        """Names of the columns, in the order in which the rows have them; empty without rows."""
        return tuple(dict.fromkeys(name for row in self for name in row))


def sql_body(sql: str) -> dict[str, str]:
    """Return the body of a query; refuses an empty one."""
    return {"sql": text(sql, "sql")}


def sql_rows(reply: Reply) -> SqlRows:
    """Return the rows of an answer; raises DecodeError when they are not there."""
    data = data_of(reply)
    rows = cast("dict[str, Any]", data).get("rows") if isinstance(data, dict) else None
    if not isinstance(rows, list):
        raise reply.decode_error("a list in 'data.rows' was expected")
    return SqlRows(cast("list[dict[str, Any]]", rows), response=reply.response)
