"""Replace every $ref by what it points to, so that patches and names see one shape whatever the spec shares."""

from __future__ import annotations

from typing import Any

from scripts.normalize.problems import SpecError
from scripts.normalize.schema import Json, is_list, is_map


def inline_refs(spec: Json) -> Json:
    """Return the spec without a $ref and without components; a recursive schema is a SpecError."""
    result = {key: value for key, value in spec.items() if key != "components"}
    result["paths"] = _resolve(spec["paths"], spec, ())
    return result


def _resolve(node: Any, spec: Json, seen: tuple[str, ...]) -> Any:
    if is_list(node):
        return [_resolve(child, spec, seen) for child in node]
    if not is_map(node):
        return node
    reference = node.get("$ref")
    if isinstance(reference, str):
        if reference in seen:
            raise SpecError(f"{reference} contains itself; recursive schemas need a step of their own")
        return _resolve(_target(reference, spec), spec, (*seen, reference))
    return {key: _resolve(child, spec, seen) for key, child in node.items()}


def _target(reference: str, spec: Json) -> Any:
    node: Any = spec
    if not reference.startswith("#/"):
        raise SpecError(f"$ref {reference!r} leaves the file")
    for step in reference[2:].split("/"):
        name = step.replace("~1", "/").replace("~0", "~")
        if not is_map(node) or name not in node:
            raise SpecError(f"$ref {reference!r} points nowhere")
        node = node[name]
    return node
