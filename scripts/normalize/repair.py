"""Rewrite what the generator misreads into a form it reads right; the meaning of a schema does not change."""

from __future__ import annotations

import json
from functools import reduce
from typing import Any

from scripts.normalize.problems import SpecError
from scripts.normalize.schema import NULL, Json, is_object, map_schemas, rebuild, types_of, walk
from scripts.normalize.unions import find_tag

# A discriminator goes too: its mapping names components that are gone, and tags are found by their constants.
UNION_KEYS = frozenset({"oneOf", "anyOf", "discriminator"})


def repair(spec: Json) -> Json:
    """Apply every repair to every schema, and the response-only ones to responses."""
    return map_schemas(spec, _repair_schema)


def _repair_schema(schema: Json, place: str) -> Json:
    steps = [
        open_object if place == "response" else hide_default,
        bare_array, nullable_flag, single_enum, nullable_enum, split_types, object_shape, id_format, sorted_lists,
        union, array_union, scalar_union,
    ]  # fmt: skip
    repaired = reduce(rebuild, steps, schema)
    guard_names(repaired)
    return open_constants(repaired) if place == "response" else repaired


def open_object(schema: Json) -> Json:
    """Drop `additionalProperties: false`: the generator would lose every field that Attio adds later."""
    if schema.get("additionalProperties") is False:
        return {key: value for key, value in schema.items() if key != "additionalProperties"}
    return schema


def hide_default(schema: Json) -> Json:
    """Keep a default out of a request: a model would send it, and in a PATCH it would overwrite what is there.

    Attio fills it in itself. The fact stays in the file as `x-default`.
    """
    if "default" not in schema:
        return schema
    return {
        **{key: value for key, value in schema.items() if key != "default"},
        "x-default": schema["default"],
    }


def bare_array(schema: Json) -> Json:
    """Give an array without `items` the open schema: the generator skips the whole endpoint otherwise."""
    if "array" in types_of(schema) and "items" not in schema:
        return {**schema, "items": {}}
    return schema


def nullable_flag(schema: Json) -> Json:
    """Turn `nullable: true` of OpenAPI 3.0 into the `null` type of 3.1."""
    if "nullable" not in schema:
        return schema
    result = {key: value for key, value in schema.items() if key != "nullable"}
    if not schema["nullable"]:
        return result
    if "type" in result:
        result["type"] = [*types_of(result), "null"] if "null" not in types_of(result) else result["type"]
        return result
    return {"anyOf": [result, NULL]}


def single_enum(schema: Json) -> Json:
    """Turn an enum of one value into a `const`: typed inline as a literal, and the tag of a union.

    With a null beside it it stays an enum: the generator raises on everything but the constant before it sees null.
    """
    values = schema.get("enum", ())
    if len(values) != 1 or values[0] is None or "null" in types_of(schema):
        return schema
    return {**{key: value for key, value in schema.items() if key != "enum"}, "const": values[0]}


def nullable_enum(schema: Json) -> Json:
    """Move the null of an enum into a branch of its own: the generator makes a class for each type otherwise.

    Upstream also writes `type: [string, null]` beside an enum that lacks null; both forms mean the same to Attio.
    """
    if "enum" not in schema or not (None in schema["enum"] or "null" in types_of(schema)):
        return schema
    kind = [name for name in types_of(schema) if name != "null"]
    rest = {key: value for key, value in schema.items() if key not in {"enum", "type"}}
    values = [value for value in schema["enum"] if value is not None]
    return {"anyOf": [{**rest, "type": kind[0] if kind else "string", "enum": values}, NULL]}


def split_types(schema: Json) -> Json:
    """Take an object or array apart from its null, so that the object can become a class of its own."""
    kinds = types_of(schema)
    if not isinstance(schema.get("type"), list):
        return schema
    if len(kinds) == 1:
        return {**schema, "type": kinds[0]}
    structured = [kind for kind in kinds if kind in {"object", "array"}]
    if not structured:
        return schema
    plain = [{"type": kind} for kind in kinds if kind not in {"object", "array", "null"}]
    parts = [_of_kind(schema, kind) for kind in structured]
    return {"anyOf": [*parts, *plain, *([NULL] if "null" in kinds else [])]}


def _of_kind(schema: Json, kind: str) -> Json:
    drop = {"items"} if kind == "object" else {"properties", "required", "additionalProperties"}
    return {**{key: value for key, value in schema.items() if key not in drop}, "type": kind}


def union(schema: Json) -> Json:
    """Write every union as one flat `anyOf` without doubles, null last.

    One branch left means no union, and neither does a branch that takes anything.
    """
    if schema.get("allOf"):
        raise SpecError("allOf occurs in the spec; the steps for it have to be written first")
    found = [branch for key in ("oneOf", "anyOf") for branch in schema.get(key, ())]
    if not found:
        return schema
    flat: list[Json] = []
    for branch in found:
        parts: list[Json] = branch.get("anyOf", [branch])
        flat += [part for part in parts if part not in flat]
    ordered = sorted((part for part in flat if part != NULL), key=_text) + ([NULL] if NULL in flat else [])
    rest = {key: value for key, value in schema.items() if key not in {*UNION_KEYS, "type"}}
    if {} in ordered:
        return rest
    return {**rest, **ordered[0]} if len(ordered) == 1 else {**rest, "anyOf": ordered}


def array_union(schema: Json) -> Json:
    """Turn a union of arrays into one array of a union: the generator cannot tell two lists apart by their type."""
    arrays = [branch for branch in schema.get("anyOf", ()) if branch.get("type") == "array"]
    if len(arrays) < 2:
        return schema
    merged = scalar_union(array_union(union({"anyOf": [array["items"] for array in arrays]})))
    rest = [branch for branch in schema["anyOf"] if branch not in arrays]
    return union({**schema, "anyOf": [{"type": "array", "items": merged}, *rest]})


def scalar_union(schema: Json) -> Json:
    """Merge the constants and enums of a union's plain types: the generator never gets past the first constant."""
    plain = [branch for branch in schema.get("anyOf", ()) if _is_plain(branch)]
    if len(plain) < 2:
        return schema
    merged: list[Json] = []
    for kind in dict.fromkeys(branch["type"] for branch in plain):
        same = [branch for branch in plain if branch["type"] == kind]
        closed = [_values(branch) for branch in same if _values(branch)]
        if len(closed) == len(same):
            merged.append({"type": kind, "enum": sorted({value for values in closed for value in values})})
        else:
            merged += [branch for branch in same if not _values(branch)]
    rest = [branch for branch in schema["anyOf"] if branch not in plain]
    return union({**schema, "anyOf": [*merged, *rest]})


def _is_plain(branch: Json) -> bool:
    return isinstance(branch.get("type"), str) and branch["type"] not in {"object", "array", "null"}


def _values(branch: Json) -> list[Any]:
    return [branch["const"]] if "const" in branch else list(branch.get("enum", ()))


def open_constants(schema: Json, tag: str = "") -> Json:
    """Turn every constant of an answer that is no tag into its plain type: another value must not cost the answer.

    The fact stays in the file as `x-const`. `tag` is the member that tells the branches of the union around apart.
    """
    if "anyOf" in schema:
        found = find_tag(schema)
        name = found.name if found else ""
        return union({**schema, "anyOf": [open_constants(branch, name) for branch in schema["anyOf"]]})
    result = dict(schema)
    if "const" in schema:
        result["x-const"] = result.pop("const")
    if "properties" in schema:
        result["properties"] = {
            name: child if name == tag and "const" in child else open_constants(child)
            for name, child in schema["properties"].items()
        }
    for key in ("items", "additionalProperties"):
        if schema.get(key):
            result[key] = open_constants(schema[key])
    return result


def object_shape(schema: Json) -> Json:
    """Write every object without known members the same way, and drop empty keywords."""
    if not is_object(schema):
        return schema
    result = {key: value for key, value in schema.items() if value not in ([], {}) or key == "type"}
    result["type"] = "object"
    if result.get("additionalProperties") is True:
        del result["additionalProperties"]
    return result


def id_format(schema: Json) -> Json:
    """Keep `format: uuid` out of the generator's sight: an id of another form must not cost the whole response.

    The fact stays in the file as `x-format`, which the generator ignores.
    """
    if schema.get("format") != "uuid":
        return schema
    return {**{key: value for key, value in schema.items() if key != "format"}, "x-format": "uuid"}


def sorted_lists(schema: Json) -> Json:
    """Sort the lists whose order means nothing, so that equal schemas are equal whoever wrote them."""
    result = dict(schema)
    for key in ("required", "enum"):
        if key in result:
            result[key] = sorted(result[key])
    return result


def guard_names(schema: Json) -> None:
    """Refuse a property that would shadow a local of the generated code (`d` is the dict that from_dict reads)."""
    for path, part in walk(schema):
        if "d" in part.get("properties", {}):
            raise SpecError(
                f"a property is called 'd' at {path or 'the root'}; the generated from_dict would break"
            )


def _text(value: Any) -> str:
    return json.dumps(value, sort_keys=True)
