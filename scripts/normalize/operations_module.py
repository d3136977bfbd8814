"""Write attio_openapi/operations.py: what the client needs to know about each operation, as data."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from scripts.normalize.pipeline import Normalized
    from scripts.normalize.table import Row, Table

HEADER = '''"""Every operation of Attio's API as data: route, client path, retry class, rate, paging, scopes, errors.

Written by scripts/regen from openapi/operations.yaml and the spec; a change made here is lost.
"""

from __future__ import annotations

from typing import Literal, NamedTuple

__all__ = ("OPERATIONS", "SCOPES", "Operation")


class Operation(NamedTuple):
    """One operation."""

    id: str
    method: str
    path: str
    """The template with Attio's own parameter names, such as /v2/objects/{object}."""
    client: str
    """Where it is in the client, such as records.create."""
    tag: str
    summary: str
    retry: Literal["safe", "idempotent", "unsafe"]
    """safe: reads; idempotent: twice ends where once does; unsafe: neither."""
    rate: Literal["read", "write"]
    """Which of the workspace's two limits it counts against."""
    rate_limit_per_s: float | None
    """A lower limit of the endpoint's own."""
    paging: Literal["none", "offset", "offset-body", "cursor"]
    page_default: int | None
    page_max: int | None
    scopes: tuple[str, ...]
    """Always needed."""
    scopes_by_target: tuple[tuple[str, tuple[str, ...]], ...]
    """Needed in addition, by what the call is about: (target, scopes)."""
    token_levels: tuple[str, ...]
    stability: str
    success: tuple[int, ...]
    """Documented statuses below 400."""
    errors: tuple[tuple[int, str, str], ...]
    """Documented (status, type, code); real answers use more codes than these."""

'''


def operations_module(result: Normalized, table: Table) -> str:
    """Return the source of operations.py; ruff gives it its final form."""
    rows = "".join(f"    {row.id!r}: {_row(row, result)},\n" for row in result.rows)
    scopes = "".join(f"    {scope!r},\n" for scope in sorted(table.scopes))
    return f"{HEADER}\nSCOPES: tuple[str, ...] = (\n{scopes})\n\nOPERATIONS: dict[str, Operation] = {{\n{rows}}}\n"


def _row(row: Row, result: Normalized) -> str:
    members = {
        "id": row.id,
        "method": row.method,
        "path": row.path,
        "client": row.client,
        "tag": row.tag,
        "summary": row.summary,
        "retry": row.retry,
        "rate": row.rate,
        "rate_limit_per_s": row.rate_limit_per_s,
        "paging": row.paging.style,
        "page_default": row.paging.default,
        "page_max": row.paging.maximum,
        "scopes": row.scopes,
        "scopes_by_target": row.scopes_by_target,
        "token_levels": row.token_levels,
        "stability": row.stability,
        "success": result.success[row.id],
        "errors": tuple(result.errors[row.id]),
    }
    return f"Operation({', '.join(f'{name}={value!r}' for name, value in members.items())})"
