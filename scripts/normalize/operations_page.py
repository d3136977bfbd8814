"""Write docs/operations.md from the reviewed rows."""

from __future__ import annotations

from typing import TYPE_CHECKING

from scripts.normalize.text import as_table

if TYPE_CHECKING:
    from scripts.normalize.table import Row

HEADER = (
    "Operation",
    "Route",
    "Client",
    "What it does",
    "Paging",
    "Retry",
    "Rate",
    "Scopes",
    "Tokens",
    "Stability",
)
INTRODUCTION = """# Operations

<!-- Written by scripts/regen from openapi/operations.yaml; a change made here is lost. -->

All {count} operations of Attio's REST API and where they are in the client, the same for `Attio` and `AsyncAttio`.

- **Paging**: `offset` and `cursor` are query parameters, `offset-body` members of the body; then the rows of a page
  by default and at most, where Attio names them. `iterate` knows all of this.
- **Retry**: `safe` operations read; `idempotent` ones end in the same place when they are sent twice; `unsafe` ones do
  not, so they are sent again only when Attio cannot have processed them.
- **Rate**: counts against the workspace's limit for reads (100/s) or writes (25/s); a lower limit of the operation's
  own stands beside it.
- **Scopes**: what a token needs. `read-write` includes `read`.
- **Tokens**: kinds of token that may call it.

"""


def operations_page(rows: tuple[Row, ...]) -> str:
    """Return the page: one line for each operation, grouped by tag in the order of the table."""
    parts = [INTRODUCTION.format(count=len(rows))]
    for tag in dict.fromkeys(row.tag for row in rows):
        lines = [_line(row) for row in rows if row.tag == tag]
        parts.append(f"## {tag}\n\n{as_table(HEADER, lines)}\n")
    return "".join(parts).rstrip("\n") + "\n"


def _line(row: Row) -> tuple[str, ...]:
    return (
        f"`{row.id}`",
        f"`{row.call}`",
        f"`{row.client}`",
        row.summary,
        _paging(row),
        row.retry,
        row.rate if row.rate_limit_per_s is None else f"{row.rate}, {row.rate_limit_per_s:g}/s",
        _scopes(row),
        ", ".join(row.token_levels),
        row.stability,
    )


def _paging(row: Row) -> str:
    size = [] if row.paging.default is None else [str(row.paging.default)]
    if row.paging.maximum is not None:
        size.append(f"at most {row.paging.maximum}")
    return f"{row.paging.style} ({', '.join(size)})" if size else row.paging.style


def _scopes(row: Row) -> str:
    parts = [f"`{scope}`" for scope in row.scopes]
    for target, scopes in row.scopes_by_target:
        parts.append(f"{target}: {' '.join(f'`{scope}`' for scope in scopes)}")
    return "<br>".join(parts) or "none"
