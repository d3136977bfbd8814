"""Attio's filter JSON -> `Filter`, with plain Python values and the spellings people bring along."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, cast

from attio.core.errors import ArgumentError, ArgumentTypeError
from attio.core.show import short

from .filter_conditions import (
    checked_field,
    checked_path,
    condition,
    conditions,
    split_dotted,
    unknown_operator,
)
from .filter_nodes import Filter, all_of, any_of, negate
from .filter_operators import LOGICAL, MAX_STEPS, OPERATORS
from .filter_problem import MAX_DEPTH, too_deep
from .filter_values import is_array

if TYPE_CHECKING:
    from collections.abc import Iterator

    from .filter_nodes import Path


def parse_filter(json: Filter | Mapping[str, Any], *, argument: str = "filter") -> Filter:
    """Read a filter from JSON, or return the `Filter` that it is.

    Raises ArgumentError with the place and the fix.

    >>> parse_filter({"stage": "Won", "value": {"$gte": 10, "$lt": 20}})
    (F("stage") == "Won") & F("value").where({"$gte": 10, "$lt": 20})
    """
    if isinstance(json, Filter):
        return json
    return _filter(json, argument, 0)


def parse_constraints(path: Path, json: object, where: str) -> Filter:
    """Read what is asked of one attribute: an object of operators and properties."""
    if not isinstance(json, Mapping):
        raise ArgumentTypeError(
            where, json, "takes an object of operators and properties", fix='{"$eq": ...}'
        )
    return _attribute(path, cast("Mapping[str, Any]", json), where)


def _filter(json: object, where: str, depth: int) -> Filter:
    if isinstance(json, Filter):
        return json
    if depth > MAX_DEPTH:
        raise too_deep(where[:80])
    if not isinstance(json, Mapping):
        raise _no_filter(json, where)
    named = cast("Mapping[object, Any]", json)
    parts: list[Filter] = []
    walked = isinstance(named.get("path"), (list, tuple)) and "constraints" in named
    if walked:
        parts.append(_path_filter(cast("Mapping[str, Any]", named), where))
    for name, value in named.items():
        if not isinstance(name, str):
            raise ArgumentTypeError(
                where, name, "is no slug of an attribute", fix="name attributes by slug or id"
            )
        if walked and name in {"path", "constraints"}:
            continue
        parts.append(_named(name, value, f"{where}[{short(name)}]", depth))
    return all_of(parts)


def _no_filter(json: object, where: str) -> ArgumentError:
    from .filters import F

    if isinstance(json, F):
        return ArgumentTypeError(
            where, json, "names an attribute and asks nothing", fix=f"write {json!r} == ..."
        )
    return ArgumentTypeError(where, json, "is no filter", fix='pass a Filter, or {"<slug>": {"$eq": ...}}')


def _named(name: str, value: Any, where: str, depth: int) -> Filter:
    if name in {"$and", "$or"}:
        if not is_array(value):
            raise ArgumentTypeError(
                where, value, f"{name} takes a list of filters", fix=f'{{"{name}": [...]}}'
            )
        parts = [
            _filter(part, f"{where}[{index}]", depth + 1)
            for index, part in enumerate(cast("list[Any]", value))
        ]
        if name == "$and":
            return all_of(parts)
        if not parts:
            raise ArgumentError(where, value, "nothing is any of no filters", fix="leave the condition out")
        return any_of(parts)
    if name == "$not":
        return negate(_filter(value, where, depth + 1))
    if name.startswith("$"):
        if name in OPERATORS:
            raise ArgumentError(
                where,
                value,
                f"{name} says nothing about which attribute",
                fix=f'{{"<slug>": {{"{name}": ...}}}}',
            )
        raise ArgumentError(where, name, "there is no such operator on filters", allowed=LOGICAL)
    attribute, field = split_dotted(str.__str__(name), where)
    return _attribute(((None, attribute),), value if field is None else {field: value}, where)


def _attribute(path: Path, value: Any, where: str) -> Filter:
    if not path[-1][1]:
        raise ArgumentError(where, "", "an attribute has a slug or an id", fix="name one")
    if not isinstance(value, Mapping):
        if is_array(value):
            raise _array(value, where, path[-1][1])
        return condition(path, None, "$eq", value, where)
    body = cast("Mapping[object, Any]", value)
    wanted = list(_constraints(body, where))
    if not wanted:
        raise ArgumentError(where, body, "asks nothing", fix='{"$eq": ...}, or {"$not_empty": true}')
    return conditions(path, wanted, where)


def _array(value: object, where: str, slug: str) -> ArgumentError:
    return ArgumentError(
        where,
        value,
        "Attio takes an array for $in only",
        fix=f'pass {{"{slug}": {{"$in": [...]}}}}, or F("{slug}").in_(...); one value goes without brackets',
    )


def _constraints(json: Mapping[object, Any], where: str) -> Iterator[tuple[str | None, str, object]]:
    for name, value in json.items():
        if not isinstance(name, str):
            raise ArgumentTypeError(
                where, name, "is no operator and no property", fix='use "$eq", "$gte", ...'
            )
        if name.startswith("$"):
            yield _operation(None, name, value, where)
            continue
        field = checked_field(name, where)
        if isinstance(value, Mapping):
            operations = cast("Mapping[object, Any]", value)
            if not operations:
                raise ArgumentError(where, operations, f"asks nothing of {field}", fix='{"$eq": ...}')
            for operator, operand in operations.items():
                if not isinstance(operator, str) or not operator.startswith("$"):
                    raise ArgumentError(
                        where,
                        operator,
                        f"is no operator on {field}",
                        allowed=OPERATORS if isinstance(operator, str) else (),
                    )
                yield _operation(field, operator, operand, where)
        elif is_array(value):
            raise _array(value, where, field)
        else:
            yield field, "$eq", value


def _operation(field: str | None, operator: str, value: object, where: str) -> tuple[str | None, str, object]:
    if operator in LOGICAL:
        raise ArgumentError(
            where,
            operator,
            "joins filters, not the operators of one attribute",
            fix=f'put it outside: {{"{operator}": ...}} around {{"<slug>": ...}}',
        )
    if operator == "$includes":
        # The seed's word for "one of the values is": what $eq means on an attribute with several values.
        operator = "$eq"
    if operator not in OPERATORS:
        raise unknown_operator(operator, where)
    if operator != "$in" and is_array(value):
        raise _array(value, where, "<slug>")
    return field, operator, value


def _path_filter(json: Mapping[str, Any], where: str) -> Filter:
    steps = cast("list[Any]", json["path"])
    path: list[tuple[str | None, str]] = []
    if len(steps) <= MAX_STEPS:
        for index, step in enumerate(steps):
            place = f"{where}['path'][{index}]"
            if (
                not is_array(step)
                or len(pair := tuple(step)) != 2
                or not all(isinstance(name, str) and name for name in pair)
            ):
                raise ArgumentError(
                    place, step, "is no [object or list, attribute]", fix='write ["people", "company"]'
                )
            path.append((str.__str__(pair[0]), str.__str__(pair[1])))
    else:
        checked_path(tuple(steps), f"{where}['path']")
    if not path:
        raise ArgumentError(f"{where}['path']", steps, "leads nowhere", fix='[["people", "company"], ...]')
    return parse_constraints(tuple(path), json["constraints"], f"{where}['constraints']")
