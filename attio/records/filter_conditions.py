"""One condition from an attribute, a property, an operator and a value in plain Python."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, cast

from attio.core.errors import ArgumentError, ArgumentTypeError
from attio.core.show import short

from .filter_nodes import Condition, Constraint, Filter, all_of, any_of, negate
from .filter_operators import (
    MAX_STEPS,
    NOT_EMPTY,
    OPERATORS,
    RANGE,
    TEXT,
    UNFILTERABLE,
    instead_of,
    types_with,
)
from .filter_values import Reference, is_array, read_operand

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from .filter_nodes import Path
    from .filter_values import Scalar

_OWN_IDS = frozenset({"record_id", "entry_id"})


def condition(path: Path, field: str | None, operator: str, value: object, argument: str) -> Filter:
    """Build the filter that one operator means; raises ArgumentError for what Attio never accepts."""
    return conditions(path, ((field, operator, value),), argument)


def conditions(path: Path, wanted: Iterable[tuple[str | None, str, object]], argument: str) -> Filter:
    """Build the filter that several operators on one attribute mean together.

    What is comparison stays one condition, so that one value has to meet all of it; emptiness and
    alternatives, which Attio can only say outside of it, become conditions of their own, joined by AND.
    """
    together: list[Constraint] = []
    beside: list[Filter] = []
    for field, operator, value in wanted:
        made = _read(
            path, field, operator, value, f"{argument}{'' if field is None else '.' + field} {operator}"
        )
        if isinstance(made, Filter):
            beside.append(made)
        else:
            together.extend(made)
    return all_of([one_place_each(path, together), *beside]) if together else all_of(beside)


def one_place_each(path: Path, parts: Iterable[Constraint]) -> Filter:
    """Join constraints to one condition, or several: JSON has one place for an operator on a property."""
    rounds: list[dict[tuple[str | None, str], Constraint]] = []
    for part in parts:
        place = (part.property, part.operator)
        for taken in rounds:
            if taken.setdefault(place, part) == part:
                break
        else:
            rounds.append({place: part})
    return all_of([Condition(path, tuple(taken.values())) for taken in rounds])


def checked_field(field: object, argument: str) -> str:
    """Refuse a property that values have but that Attio does not filter by."""
    if not isinstance(field, str) or not field or field.startswith("$"):
        raise ArgumentTypeError(
            argument, field, "is no name of a property", fix='name one, such as "last_name"'
        )
    name = str.__str__(field)
    if name in UNFILTERABLE:
        raise ArgumentError(argument, name, "Attio does not filter by this property", fix=UNFILTERABLE[name])
    return name


def split_dotted(name: str, argument: str) -> tuple[str, str | None]:
    """Split "slug.property"; a name without a dot has no property."""
    slug, dot, field = name.partition(".")
    if not dot:
        return name, None
    if not slug or not types_with(checked_field(field, argument)):
        raise ArgumentError(
            argument,
            name,
            f"{short(field)} is no property of any attribute type",
            fix='for an attribute of a record that it refers to: F("company").ref("companies", "name")',
        )
    return slug, field


def checked_path(path: Path, argument: str) -> Path:
    """Refuse a path that is longer than Attio walks."""
    if len(path) > MAX_STEPS:
        raise ArgumentError(
            argument,
            len(path),
            f"a path has at most {MAX_STEPS} steps",
            fix="filter in two queries: first the far records, then those that refer to them",
        )
    return path


def unknown_operator(operator: str, argument: str) -> ArgumentError:
    """Build the error for an operator that Attio does not have, with the way to say it."""
    fix = instead_of(operator)
    return ArgumentError(
        argument,
        operator,
        "Attio has no such operator",
        fix=fix,
        allowed=() if fix else OPERATORS,
    )


def _read(
    path: Path, field: str | None, operator: str, value: object, where: str
) -> list[Constraint] | Filter:
    if operator == NOT_EMPTY:
        return _presence(path, field, value, where)
    if operator == "$in":
        return _membership(path, field, value, where)
    if value is None:
        if operator == "$eq":
            return _empty(path, field)
        raise ArgumentError(where, None, "cannot compare with None", fix="use .is_empty() or .not_empty()")
    operand = read_operand(value, where)
    if isinstance(operand, Reference):
        if operator != "$eq":
            raise ArgumentError(
                where, value, "records, actors and ids are equal or not, nothing else", fix="use == or .in_()"
            )
        return _equal(path, field, operand, where)
    _refuse_senseless(operator, operand, where)
    return [Constraint(field, operator, operand)]


def _refuse_senseless(operator: str, operand: Scalar, where: str) -> None:
    if operator in TEXT and not isinstance(operand, str):
        raise ArgumentTypeError(where, operand, "looks for text", fix=f"pass {str(operand)!r}")
    if operator in RANGE and isinstance(operand, bool):
        raise ArgumentTypeError(where, operand, "true and false have no order", fix="use ==")


def _empty(path: Path, field: str | None) -> Filter:
    return negate(Condition(path, (Constraint(field, NOT_EMPTY, True),)))


def _presence(path: Path, field: str | None, value: object, where: str) -> list[Constraint] | Filter:
    if not isinstance(value, bool):
        raise ArgumentTypeError(
            where, value, "takes true", fix='{"$not_empty": true}, or F("<slug>").not_empty()'
        )
    return [Constraint(field, NOT_EMPTY, True)] if value else _empty(path, field)


def _own_id(operand: Reference, where: str) -> str:
    if not operand.id:
        raise ArgumentError(
            where, None, "the actor has no id", fix="compare its type: no .field(), or in .where()"
        )
    return operand.id


def _equal(path: Path, field: str | None, operand: Reference, where: str) -> list[Constraint]:
    # A reference is compared by all its properties, except where the caller or the attribute says which one.
    if field is not None or path[-1][1] in _OWN_IDS:
        return [Constraint(field, "$eq", _own_id(operand, where))]
    return [Constraint(name, "$eq", wanted) for name, wanted in operand.properties]


def _membership(path: Path, field: str | None, value: object, where: str) -> list[Constraint] | Filter:
    if not is_array(value):
        raise ArgumentTypeError(where, value, "takes a list", fix="pass [value], or use == for one value")
    given = cast("Sequence[Any]", value)
    if not given:
        raise ArgumentError(
            where,
            value,
            "nothing is in an empty list",
            fix="leave the condition out, or do not send the query",
        )
    scalars: dict[tuple[bool, Scalar], Scalar] = {}
    by_object: dict[tuple[tuple[str, str], ...], dict[str, None]] = {}
    others: list[Filter] = []
    for item in given:
        operand = None if item is None else read_operand(item, where)
        if operand is None:
            others.append(_empty(path, field))
        elif not isinstance(operand, Reference):
            scalars[isinstance(operand, bool), operand] = operand
        elif field is not None or path[-1][1] in _OWN_IDS:
            scalars[False, operand.id] = _own_id(operand, where)
        elif operand.properties[-1][0] == "target_record_id":
            by_object.setdefault(operand.properties[:-1], {})[operand.id] = None
        else:
            others.append(Condition(path, _equal(path, field, operand, where)))
    plain = (
        sorted(scalars.values(), key=str) if isinstance(value, (set, frozenset)) else list(scalars.values())
    )
    groups: list[list[Constraint]] = [[Constraint(field, "$in", tuple(plain))]] if plain else []
    for shared, ids in by_object.items():
        equal = [Constraint(name, "$eq", wanted) for name, wanted in shared]
        groups.append([*equal, Constraint("target_record_id", "$in", tuple(ids))])
    if len(groups) == 1 and not others:
        return groups[0]
    return any_of([*(Condition(path, group) for group in groups), *others])
