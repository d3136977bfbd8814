"""`Filter` -> the Python that builds it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final, cast

from .filter_nodes import AllOf, Condition, Filter, Junction, Negation, Raw
from .filter_operators import NOT_EMPTY, PARENT_RECORD

if TYPE_CHECKING:
    from collections.abc import Mapping

    from .filter_nodes import Constraint, Path

_SIGNS: Final = {"$eq": "==", "$lt": "<", "$lte": "<=", "$gt": ">", "$gte": ">="}
_METHODS: Final = {
    "$contains": "contains",
    "$starts_with": "starts_with",
    "$ends_with": "ends_with",
    "$in": "in_",
}
# Python's parser recurses on a chain of operators: a long one is written as a call.
_LONGEST_CHAIN: Final = 12


def print_filter(node: Filter) -> str:
    """Write a filter as Python; evaluated with F and Raw in scope, it builds an equal filter."""
    return _write(node)[0]


def _write(node: Filter) -> tuple[str, bool]:
    # The text, and whether it binds as tightly as a call.
    if isinstance(node, Condition):
        return _condition(node)
    if isinstance(node, Negation):
        return _negation(node.part)
    if isinstance(node, Raw):
        return f"Raw({literal(node.json)})", True
    junction = cast("Junction", node)
    every = isinstance(junction, AllOf)
    if not 1 < len(junction.parts) <= _LONGEST_CHAIN:
        name = "all_of" if every else "any_of"
        return f"F.{name}({', '.join(_write(part)[0] for part in junction.parts)})", True
    return (" & " if every else " | ").join(_operand(part) for part in junction.parts), False


def _operand(node: Filter) -> str:
    text, tight = _write(node)
    return text if tight else f"({text})"


def _negation(part: Filter) -> tuple[str, bool]:
    if isinstance(part, Condition) and len(part.constraints) == 1:
        only = part.constraints[0]
        if only.operator == "$eq":
            return f"{print_subject(part.path, only.property)} != {literal(only.value)}", False
        if only.operator == NOT_EMPTY:
            return f"{print_subject(part.path, only.property)}.is_empty()", True
    return f"~{_operand(part)}", True


def _condition(node: Condition) -> tuple[str, bool]:
    first = node.constraints[0]
    subject = print_subject(node.path, first.property)
    if len(node.constraints) == 1:
        if first.operator in _SIGNS:
            return f"{subject} {_SIGNS[first.operator]} {literal(first.value)}", False
        if first.operator == NOT_EMPTY:
            return f"{subject}.not_empty()", True
        values = first.value if isinstance(first.value, tuple) else (first.value,)
        return f"{subject}.{_METHODS[first.operator]}({', '.join(map(literal, values))})", True
    if _is_between(node.constraints):
        low, high = node.constraints
        return f"{subject}.between({literal(low.value)}, {literal(high.value)})", True
    body: dict[str, object] = {}
    for field, operator, value in node.constraints:
        inside = body if field is None else cast("dict[str, object]", body.setdefault(field, {}))
        inside[operator] = value
    return f"{print_subject(node.path, None)}.where({literal(body)})", True


def _is_between(parts: tuple[Constraint, ...]) -> bool:
    return [part.operator for part in parts] == ["$gte", "$lte"] and parts[0].property == parts[1].property


def print_subject(path: Path, field: str | None) -> str:
    """Return what a condition is about, as the `F(...)` expression that names it."""
    of, slug = path[0]
    origin = "" if of is None else f", of={literal(of)}"
    if slug == PARENT_RECORD and len(path) > 1:
        text, further = f"F.parent({literal(path[1][0])}, {literal(path[1][1])}{origin})", path[2:]
    else:
        text, further = f"F({literal(slug)}{origin})", path[1:]
    steps = "".join(f".ref({literal(target)}, {literal(attribute)})" for target, attribute in further)
    return f"{text}{steps}" + ("" if field is None else f".field({literal(field)})")


def literal(value: object) -> str:
    """Write a JSON value as Python, texts in double quotes where they need no escape.

    >>> print(literal({"$eq": "Ada", "$in": ("it's", 1)}))
    {"$eq": "Ada", "$in": ["it's", 1]}
    """
    if isinstance(value, str):
        text = repr(str.__str__(value))
        return text if '"' in value else f'"{text[1:-1]}"'
    if hasattr(value, "items"):
        members = cast("Mapping[str, object]", value).items()
        return "{" + ", ".join(f"{literal(name)}: {literal(item)}" for name, item in members) + "}"
    if isinstance(value, (list, tuple)):
        return f"[{', '.join(map(literal, cast('list[object]', value)))}]"
    return repr(value)
