"""SQL over records and entries."""

from __future__ import annotations

from typing import TYPE_CHECKING

from attio_openapi.api.sql import run_sql

from attio.records.sql_rows import SqlRows, sql_body, sql_rows

from .resource import AsyncResource

if TYPE_CHECKING:
    from attio.core.config import RequestOptions


class AsyncSql(AsyncResource):
    """SQL over records and entries: `client.sql`."""

    __slots__ = ()

    async def query(self, sql: str, *, options: RequestOptions | None = None) -> SqlRows:
        """Run a query and return its rows, each a dict by column; `.response` is beside them.

        Only reads, so it is safe to send again. Two a second at most, on Enterprise plans. Raises FilterError
        for a query that Attio does not understand.
        Scopes: record_permission:read, object_configuration:read. Source: POST /v2/sql.
        """
        return sql_rows(await self._send(run_sql.build_request(body=sql_body(sql)), options))
