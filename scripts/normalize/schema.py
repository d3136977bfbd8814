"""Walk JSON schemas and the places of an OpenAPI document that hold one."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, TypeAlias, TypeGuard

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

Json: TypeAlias = dict[str, Any]

METHODS = ("get", "post", "put", "patch", "delete")
UNIONS = ("oneOf", "anyOf", "allOf")
NULL: Json = {"type": "null"}


def is_map(node: object) -> TypeGuard[Json]:
    """Whether a piece of JSON is an object."""
    return isinstance(node, dict)


def is_list(node: object) -> TypeGuard[list[Any]]:
    """Whether a piece of JSON is a list."""
    return isinstance(node, list)


def rebuild(schema: Json, change: Callable[[Json], Json]) -> Json:
    """Return `schema` with `change` applied to every schema in it, the innermost first."""
    result = dict(schema)
    if "properties" in schema:
        result["properties"] = {name: rebuild(child, change) for name, child in schema["properties"].items()}
    for key in ("items", "additionalProperties"):
        if isinstance(schema.get(key), dict):
            result[key] = rebuild(schema[key], change)
    for key in UNIONS:
        if key in schema:
            result[key] = [rebuild(child, change) for child in schema[key]]
    return change(result)


def children(schema: Json) -> Iterator[tuple[str, Json]]:
    """Yield the schemas directly in `schema`, each with the step that leads to it: `.name`, `[]`, `{}` or `|0`."""
    for name, child in schema.get("properties", {}).items():
        yield f".{name}", child
    if isinstance(schema.get("items"), dict):
        yield "[]", schema["items"]
    if isinstance(schema.get("additionalProperties"), dict):
        yield "{}", schema["additionalProperties"]
    for key in UNIONS:
        for index, child in enumerate(schema.get(key, ())):
            yield f"|{index}", child


def walk(schema: Json, path: str = "") -> Iterator[tuple[str, Json]]:
    """Yield `schema` and every schema in it, outermost first, each with its path of steps."""
    yield path, schema
    for step, child in children(schema):
        yield from walk(child, path + step)


def operations(spec: Json) -> Iterator[tuple[str, str, Json]]:
    """Yield (method, path, operation) for every operation of a spec, in the order of the file."""
    for path, item in spec["paths"].items():
        for method in METHODS:
            if method in item:
                yield method.upper(), path, item[method]


def map_schemas(spec: Json, change: Callable[[Json, str], Json]) -> Json:
    """Return the spec with `change(schema, place)` applied to each outermost schema of its operations.

    `place` is "parameter", "body" or "response".
    """
    paths = {
        path: {key: _map_operation(value, change) if key in METHODS else value for key, value in item.items()}
        for path, item in spec["paths"].items()
    }
    return {**spec, "paths": paths}


def _map_operation(operation: Json, change: Callable[[Json, str], Json]) -> Json:
    result = dict(operation)
    if "parameters" in operation:
        result["parameters"] = [
            {**parameter, "schema": change(parameter["schema"], "parameter")}
            if "schema" in parameter
            else parameter
            for parameter in operation["parameters"]
        ]
    if "requestBody" in operation:
        result["requestBody"] = _map_content(operation["requestBody"], change, "body")
    if "responses" in operation:
        result["responses"] = {
            status: _map_content(response, change, "response")
            for status, response in operation["responses"].items()
        }
    return result


def _map_content(holder: Json, change: Callable[[Json, str], Json], place: str) -> Json:
    if "content" not in holder:
        return holder
    content = {
        kind: {**media, "schema": change(media["schema"], place)} if "schema" in media else media
        for kind, media in holder["content"].items()
    }
    return {**holder, "content": content}


def types_of(schema: Json) -> list[str]:
    """Return the types that a schema names; none when it names none."""
    kind = schema.get("type", [])
    return kind if is_list(kind) else [str(kind)]


def is_object(schema: Json) -> bool:
    """Whether a schema describes a JSON object."""
    return schema.get("type") == "object" or "properties" in schema


def branches(schema: Json) -> list[Json]:
    """Return the branches of a union without its null branch; [] for what is no union."""
    return [branch for branch in schema.get("anyOf", ()) if branch != NULL]
