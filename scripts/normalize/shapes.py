"""Find every distinct structure of a spec that deserves a class: objects, enums and unions of objects."""

from __future__ import annotations

import json
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from scripts.normalize.schema import NULL, Json, branches, children, is_object, operations
from scripts.normalize.unions import labels

if TYPE_CHECKING:
    from collections.abc import Iterator


@dataclass(slots=True)
class Shape:
    """One distinct structure, and every place where it occurs."""

    key: str
    schema: Json
    first: int
    # (shape that holds it, steps inside that shape); an operation's own schema has no holder
    places: list[tuple[str | None, str]] = field(default_factory=list[tuple[str | None, str]])
    in_response: bool = False


def shape_key(schema: Json) -> str:
    """Return the text that identifies a structure: equal structures have equal keys."""
    return json.dumps(schema, sort_keys=True)


def is_shape(schema: Json) -> bool:
    """Whether a schema becomes a component: an object, an enum or a union of several objects."""
    if is_object(schema) or "enum" in schema:
        return True
    return NULL not in schema.get("anyOf", ()) and sum(map(is_object, branches(schema))) > 1


def without_null(schema: Json) -> Json | None:
    """Return the schema without its null branch when it has one; None when it has none."""
    if NULL not in schema.get("anyOf", ()):
        return None
    rest = branches(schema)
    outer = {key: value for key, value in schema.items() if key != "anyOf"}
    return {**outer, **rest[0]} if len(rest) == 1 else {**outer, "anyOf": rest}


def roots(spec: Json) -> Iterator[tuple[str, Json, bool]]:
    """Yield (place, schema, whether it is a response) of every outermost schema of the named operations."""
    for _, _, operation in operations(spec):
        name = operation["operationId"]
        for parameter in operation.get("parameters", ()):
            if "schema" in parameter:
                yield f"{name}.{parameter['in']}.{parameter['name']}", parameter["schema"], False
        for media in operation.get("requestBody", {}).get("content", {}).values():
            if "schema" in media:
                yield f"{name}.body", media["schema"], False
        for index, (status, response) in enumerate(sorted(operation["responses"].items())):
            for media in response.get("content", {}).values():
                if "schema" in media:
                    yield f"{name}.response{status if index else ''}", media["schema"], True


def collect(spec: Json) -> dict[str, Shape]:
    """Return every shape of the spec by its key."""
    shapes: dict[str, Shape] = {}
    seen: set[tuple[str, bool]] = set()

    def visit(schema: Json, holder: str | None, path: str, in_response: bool) -> None:
        bare = without_null(schema)
        if bare is not None:
            visit(bare, holder, path, in_response)
            return
        if is_shape(schema):
            key = shape_key(schema)
            shape = shapes.setdefault(key, Shape(key, schema, len(shapes)))
            if (holder, path) not in shape.places:
                shape.places.append((holder, path))
            shape.in_response |= in_response
            if (key, in_response) in seen:
                return
            seen.add((key, in_response))
            holder, path = key, ""
        for step, child in labelled_children(schema):
            visit(child, holder, path + step, in_response)

    for place, schema, in_response in roots(spec):
        visit(schema, None, place, in_response)
    return shapes


def labelled_children(schema: Json) -> Iterator[tuple[str, Json]]:
    """Yield the schemas directly in a schema; a branch of a union is named by its label, not by its index."""
    if "anyOf" not in schema:
        yield from children(schema)
        return
    found = branches(schema)
    for label, child in zip(labels(schema), found, strict=True):
        yield f"|{label}", child
