"""Take out of each operation what the generated code must not hold, and read the errors before they go."""

from __future__ import annotations

from typing import TYPE_CHECKING

from scripts.normalize.problems import SpecError
from scripts.normalize.schema import METHODS, Json, operations

if TYPE_CHECKING:
    from collections.abc import Callable

BODIES = frozenset({"application/json", "multipart/form-data"})
KEPT = frozenset({"tags", "operationId", "summary", "parameters", "requestBody", "responses"})


def guard_operations(spec: Json) -> None:
    """Raise SpecError for what a request builder has no place for: it would be lost without a word."""
    for method, path, operation in operations(spec):
        for parameter in operation.get("parameters", ()):
            if parameter["in"] not in {"path", "query"}:
                raise SpecError(
                    f"{method} {path} takes {parameter['in']} parameter {parameter['name']!r}; "
                    "teach scripts/templates/endpoint_module.py.jinja to send it"
                )
        for kind in operation.get("requestBody", {}).get("content", {}):
            if kind not in BODIES:
                raise SpecError(
                    f"{method} {path} takes a body of type {kind}; a request holds JSON or nothing"
                )


def drop_errors(spec: Json) -> Json:
    """Keep only 2xx responses: `send()` raises errors before any generated code sees them."""
    return _map_operations(spec, _without_errors)


def _without_errors(operation: Json) -> Json:
    kept = {status: response for status, response in operation["responses"].items() if status.startswith("2")}
    return {**operation, "responses": {status: _with_schema(status, kept[status]) for status in kept}}


def _with_schema(status: str, response: Json) -> Json:
    # Upstream declares a body for 204, which by HTTP has none.
    if status != "204" and any("schema" in media for media in response.get("content", {}).values()):
        return response
    return {"description": ""}


def drop_vendor_keys(spec: Json) -> Json:
    """Remove what operations.yaml says better: security, vendor keys of an operation."""
    return _map_operations(spec, _without_vendor_keys)


def _without_vendor_keys(operation: Json) -> Json:
    return {key: value for key, value in operation.items() if key in KEPT}


def _map_operations(spec: Json, change: Callable[[Json], Json]) -> Json:
    paths = {
        path: {key: change(value) if key in METHODS else value for key, value in item.items()}
        for path, item in spec["paths"].items()
    }
    return {**spec, "paths": paths}


def documented_errors(operation: Json) -> list[tuple[int, str, str]]:
    """Return (status, type, code) of every error that an operation of the spec documents, sorted."""
    found: set[tuple[int, str, str]] = set()
    for status, response in operation["responses"].items():
        if not status.isdigit() or int(status) < 400:
            continue
        for media in response.get("content", {}).values():
            for shape in _error_shapes(media.get("schema", {})):
                members = shape.get("properties", {})
                for kind in _constants(members.get("type", {})):
                    found |= {(int(status), kind, code) for code in _constants(members.get("code", {}))}
    return sorted(found)


def _error_shapes(schema: Json) -> list[Json]:
    found: list[Json] = schema.get("anyOf") or schema.get("oneOf") or [schema]
    return found


def _constants(schema: Json) -> list[str]:
    return [schema["const"]] if "const" in schema else list(schema.get("enum", ()))
