"""Read openapi/operations.yaml: one reviewed row for every operation."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Literal, cast, get_args

from scripts.normalize.problems import TableError
from scripts.normalize.schema import METHODS, Json
from scripts.normalize.yaml_file import read_yaml

if TYPE_CHECKING:
    from pathlib import Path

Retry = Literal["safe", "idempotent", "unsafe"]
Rate = Literal["read", "write"]
PagingStyle = Literal["none", "offset", "offset-body", "cursor"]
KEYS = frozenset({
    "id", "call", "client", "tag", "summary", "paging", "retry", "rate", "rate_limit_per_s", "scopes",
    "scopes_by_target", "token_levels", "stability", "retired",
})  # fmt: skip
NEEDED = KEYS - {"rate_limit_per_s", "scopes_by_target", "retired"}
STABILITIES = ("ga", "beta", "alpha", "unknown")
TOKEN_LEVELS = ("workspace", "user")


@dataclass(frozen=True, slots=True)
class Paging:
    """How an operation pages: style, rows of a page by default and at most (None where Attio names none)."""

    style: PagingStyle = "none"
    default: int | None = None
    maximum: int | None = None


@dataclass(frozen=True, slots=True)
class Row:
    """One operation as we describe it."""

    id: str
    method: str
    path: str
    client: str
    tag: str
    summary: str
    paging: Paging
    retry: Retry
    rate: Rate
    rate_limit_per_s: float | None
    scopes: tuple[str, ...]
    scopes_by_target: tuple[tuple[str, tuple[str, ...]], ...]
    token_levels: tuple[str, ...]
    stability: str
    retired: bool

    @property
    def call(self) -> str:
        """Return method and path template, the key of a row."""
        return f"{self.method} {self.path}"


@dataclass(frozen=True, slots=True)
class Table:
    """The whole of operations.yaml."""

    rows: tuple[Row, ...]
    scopes: tuple[str, ...]
    path_parameters: dict[str, str]

    def by_call(self) -> dict[str, Row]:
        """Return the rows keyed by "METHOD /path"."""
        return {row.call: row for row in self.rows}


def load_table(path: Path) -> Table:
    """Read and check operations.yaml; TableError names the row that is wrong."""
    document = read_yaml(path)
    lacking = [key for key in ("scopes", "path_parameters", "operations") if key not in (document or {})]
    if lacking:
        raise TableError(f"{path.name} lacks {lacking[0]!r}")
    scopes = tuple(document["scopes"])
    every = (*scopes, *document.get("retired_scopes", ()))
    rows = tuple(read_row(row, every if row.get("retired") else scopes) for row in document["operations"])
    for key in ("id", "call"):
        values = [getattr(row, key) for row in rows]
        doubles = sorted({value for value in values if values.count(value) > 1})
        if doubles:
            raise TableError(f"operations.yaml: two rows have {key} {doubles[0]!r}")
    return Table(rows, scopes, dict(document["path_parameters"]))


def read_row(row: Json, known_scopes: tuple[str, ...]) -> Row:
    """Turn one row of operations.yaml into a Row, or raise TableError that names it."""
    label = f"operations.yaml: row {row.get('id', row.get('call', '(without an id)'))!r}"
    missing = sorted(NEEDED - set(row))
    unknown = sorted(set(row) - KEYS)
    if missing or unknown:
        raise TableError(
            f"{label} {f'lacks {missing[0]!r}' if missing else f'has an unknown key {unknown[0]!r}'}"
        )
    method, _, path = str(row["call"]).partition(" ")
    if method.lower() not in METHODS or not path.startswith("/"):
        raise TableError(f"{label}: `call` is a method and a path, not {row['call']!r}")
    by_target = tuple((target, tuple(scopes)) for target, scopes in row.get("scopes_by_target", {}).items())
    scopes = tuple(row["scopes"])
    for scope in (*scopes, *(scope for _, group in by_target for scope in group)):
        if scope not in known_scopes:
            raise TableError(f"{label}: scope {scope!r} is not in the list of scopes")
    paging = row["paging"]
    limit = row.get("rate_limit_per_s")
    return Row(
        id=str(row["id"]), method=method, path=path, client=str(row["client"]), tag=str(row["tag"]),
        summary=str(row["summary"]),
        paging=Paging(
            cast("PagingStyle", _one_of(paging.get("style"), get_args(PagingStyle), f"{label}: paging style")),
            paging.get("default"), paging.get("max"),
        ),
        retry=cast("Retry", _one_of(row["retry"], get_args(Retry), f"{label}: retry")),
        rate=cast("Rate", _one_of(row["rate"], get_args(Rate), f"{label}: rate")),
        rate_limit_per_s=None if limit is None else float(limit),
        scopes=scopes, scopes_by_target=by_target,
        token_levels=tuple(_one_of(level, TOKEN_LEVELS, f"{label}: token level") for level in row["token_levels"]),
        stability=_one_of(row["stability"], STABILITIES, f"{label}: stability"),
        retired=bool(row.get("retired", False)),
    )  # fmt: skip


def _one_of(value: Any, allowed: tuple[str, ...], label: str) -> str:
    if value not in allowed:
        raise TableError(f"{label} is one of {', '.join(allowed)}, not {value!r}")
    return str(value)
