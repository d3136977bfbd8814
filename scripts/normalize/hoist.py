"""Move every shape into a component under its name, once, and tag the unions."""

from __future__ import annotations

from typing import Any

from scripts.normalize.problems import SpecError
from scripts.normalize.schema import NULL, Json, branches, map_schemas
from scripts.normalize.shapes import Shape, is_shape, shape_key, without_null
from scripts.normalize.unions import find_tag, order


def hoist(spec: Json, shapes: dict[str, Shape], names: dict[str, str]) -> Json:
    """Return the spec with components instead of inline shapes; tagged unions of responses get an Unknown branch."""
    components: Json = {names[key]: _component(shape.schema, names) for key, shape in shapes.items()}
    for key, shape in shapes.items():
        tag = find_tag(shape.schema) if "anyOf" in shape.schema else None
        if tag is None or tag.open or not shape.in_response:
            continue
        name = f"Unknown{names[key]}"
        if name in components:
            raise SpecError(f"the name {name} is taken; it belongs to the unknown branch of {names[key]}")
        components[name] = {"type": "object", "properties": {tag.name: {"type": tag.kind}}}
        components[names[key]]["anyOf"].append(_reference(name))
    result = map_schemas(spec, lambda schema, _: _outline(schema, names))
    return {**result, "components": {"schemas": components}}


def _reference(name: str) -> Json:
    return {"$ref": f"#/components/schemas/{name}"}


def _outline(schema: Json, names: dict[str, str]) -> Json:
    bare = without_null(schema)
    if bare is not None:
        outlined = _outline(bare, names)
        return {"anyOf": [*outlined.get("anyOf", [outlined]), NULL]}
    return _reference(names[shape_key(schema)]) if is_shape(schema) else _component(schema, names)


def _component(schema: Json, names: dict[str, str]) -> Json:
    result: Json = dict(schema)
    if "properties" in schema:
        result["properties"] = {name: _outline(child, names) for name, child in schema["properties"].items()}
    for key in ("items", "additionalProperties"):
        if isinstance(schema.get(key), dict):
            result[key] = _outline(schema[key], names)
    if "anyOf" in schema:
        found = branches(schema)
        result["anyOf"] = [_outline(found[index], names) for index in order(schema)]
    return result


def sort_parameters(spec: Json) -> Json:
    """Put the parameters of every operation in one order: path first, as in the path, then query by name."""
    paths: Json = {}
    for path, item in spec["paths"].items():
        paths[path] = {method: _sorted(operation, path) for method, operation in item.items()}
    return {**spec, "paths": paths}


def _sorted(operation: Any, path: str) -> Any:
    if "parameters" not in operation:
        return operation

    def place(parameter: Json) -> tuple[bool, int, str]:
        in_path = parameter["in"] == "path"
        return (not in_path, path.find(f"{{{parameter['name']}}}") if in_path else 0, parameter["name"])

    return {**operation, "parameters": sorted(operation["parameters"], key=place)}
