"""Request builder of `run_sql`."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from ... import Request, json_body

if TYPE_CHECKING:
    from collections.abc import Mapping

    from ...models.sql_query import SqlQuery


def build_request(
    *,
    body: Mapping[str, Any] | SqlQuery,
) -> Request:
    """Run a read-only SQL query over records and entries."""
    return Request(
        "run_sql",
        "POST",
        "/v2/sql",
        {},
        json_body(body),
    )
