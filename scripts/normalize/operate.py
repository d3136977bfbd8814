"""Give every operation its reviewed id, tag and summary, and every path parameter a name of its own."""

from __future__ import annotations

import re

from scripts.normalize.schema import METHODS, Json, operations
from scripts.normalize.table import Paging, PagingStyle, Row, Table

PARAMETER = re.compile(r"\{([^}]+)\}")
READ_POST = re.compile(r"/(query|search)$|^/v2/sql$")
VERBS = {"GET": "get", "POST": "create", "PUT": "replace", "PATCH": "update", "DELETE": "delete"}


def match_rows(spec: Json, table: Table) -> tuple[list[Row], list[Row], list[Row]]:
    """Return (rows of the spec's operations, proposed rows among them, reviewed rows that the spec lacks).

    The rows come in the order of operations.yaml, proposals last.
    """
    calls = {f"{method} {path}": operation for method, path, operation in operations(spec)}
    present = [row for row in table.rows if row.call in calls]
    missing = [row for row in table.rows if row.call not in calls and not row.retired]
    known = {row.call for row in table.rows}
    taken = {row.id for row in table.rows}
    proposed: list[Row] = []
    for call, operation in calls.items():
        if call not in known:
            row = propose_row(call, operation, taken)
            taken.add(row.id)
            proposed.append(row)
    return [*present, *proposed], proposed, missing


def propose_row(call: str, operation: Json, taken: set[str]) -> Row:
    """Propose a row for an operation that nobody has reviewed: cautious where the spec says nothing."""
    method, path = call.split(" ", 1)
    words = [word for word in path.split("/")[2:] if not word.startswith("{")] or ["root"]
    is_list = method == "GET" and not path.endswith("}")
    name = f"{'list' if is_list else VERBS[method]}_{'_'.join(words)}".replace("-", "_")
    row_id = name
    number = 2
    while row_id in taken:
        row_id, number = f"{name}_{number}", number + 1
    read = method == "GET" or (method == "POST" and READ_POST.search(path) is not None)
    return Row(
        id=row_id, method=method, path=path, client=f"{words[-1].replace('-', '_')}.{row_id}",
        tag=(operation.get("tags") or ["Unreviewed"])[0], summary=f"{method} {path}: not reviewed.",
        paging=Paging(_paging(operation)), retry="safe" if read else "unsafe", rate="read" if read else "write",
        rate_limit_per_s=None, scopes=tuple(sorted(declared_scopes(operation))), scopes_by_target=(),
        token_levels=tuple(operation.get("x-token-levels", ("workspace", "user"))),
        stability=operation.get("x-stability", "unknown"), retired=False,
    )  # fmt: skip


def declared_scopes(operation: Json) -> set[str]:
    """Return the scopes that the spec itself names for an operation."""
    return {scope for rule in operation.get("security", ()) for scopes in rule.values() for scope in scopes}


def _paging(operation: Json) -> PagingStyle:
    names = {parameter["name"] for parameter in operation.get("parameters", ()) if parameter["in"] == "query"}
    if "cursor" in names:
        return "cursor"
    return "offset" if "offset" in names else "none"


def name_operations(spec: Json, rows: list[Row]) -> Json:
    """Write operationId, tag and summary of the rows into the spec."""
    by_call = {row.call: row for row in rows}
    paths: Json = {}
    for path, item in spec["paths"].items():
        paths[path] = dict(item)
        for method in METHODS:
            if method in item:
                row = by_call[f"{method.upper()} {path}"]
                paths[path][method] = {
                    **item[method],
                    "operationId": row.id,
                    "tags": [row.tag],
                    "summary": row.summary,
                }
    return {**spec, "paths": paths}


def rename_path_parameters(spec: Json, names: dict[str, str]) -> Json:
    """Rename path parameters such as `list`, which Python reserves; a path parameter's name is not on the wire."""
    paths: Json = {}
    for path, item in spec["paths"].items():
        renamed = {key: _rename(value, names) if key in METHODS else value for key, value in item.items()}
        paths[PARAMETER.sub(lambda match: f"{{{names.get(match[1], match[1])}}}", path)] = renamed
    return {**spec, "paths": paths}


def _rename(operation: Json, names: dict[str, str]) -> Json:
    if "parameters" not in operation:
        return operation
    parameters = [
        {**parameter, "name": names.get(parameter["name"], parameter["name"])}
        if parameter["in"] == "path"
        else parameter
        for parameter in operation["parameters"]
    ]
    return {**operation, "parameters": parameters}
