"""A condition, once the type of its attribute is known: checked, and put into words that Attio accepts."""

from __future__ import annotations

from itertools import product
from math import prod
from typing import TYPE_CHECKING, Final, NamedTuple

from attio.core.errors import ArgumentError
from attio.core.show import short

from .filter_conditions import one_place_each
from .filter_literals import restate
from .filter_nodes import Condition, Constraint, Filter, any_of
from .filter_operators import (
    NOT_EMPTY,
    PARENT_RECORD,
    PRESENCE,
    RANGE,
    SINGLE_VALUED,
    TYPES,
    default_property,
    operators_of,
    types_with,
)
from .filter_types import find_attribute, is_uuid, refuse_unknown, type_of

if TYPE_CHECKING:
    from .filter_nodes import Path
    from .filter_operators import PropertyRule
    from .filter_types import Types
    from .filter_values import Scalar

_MOST_ALTERNATIVES: Final = 10_000
_ONE_VALUE_PROPERTIES: Final = frozenset({None, "value", "currency_value", "interacted_at"})


class TypedCondition(NamedTuple):
    """A condition as Attio accepts it."""

    filter: Filter
    """One condition, or several joined."""
    single: bool
    """Whether the attribute holds one value at most, so that "not (a and b)" is "not a or not b"."""


def type_condition(node: Condition, types: Types | None, *, complete: bool) -> TypedCondition:
    """Check a condition against its attribute's type and rewrite what has an equivalent."""
    slug = node.path[-1][1]
    where = f"F({short(slug)})"
    if node.path[0][1] != PARENT_RECORD or find_attribute(types, PARENT_RECORD) is not None:
        if complete:
            refuse_unknown(node.path[0][1], types, where)
    elif len(node.path) == 1:
        return type_condition(_through_parent(node, where), types, complete=complete)
    _check_steps(node.path, types)
    kind = type_of(types, slug, node.path[-1][0] if len(node.path) > 1 else None)
    groups = [_alternatives(part, kind, where) for part in node.constraints]
    if sum(len(group) > 1 for group in groups) > 1 and prod(map(len, groups)) > _MOST_ALTERNATIVES:
        raise ArgumentError(
            where,
            prod(map(len, groups)),
            "makes too many alternatives of several lists",
            fix="compare one property with a list and filter the rest here",
        )
    together = [
        one_place_each(node.path, [part for group in chosen for part in group]) for chosen in product(*groups)
    ]
    return TypedCondition(any_of(together), _is_single(node, kind))


def _is_single(node: Condition, kind: str | None) -> bool:
    if kind is not None:
        return kind in SINGLE_VALUED
    return any(part.operator in RANGE for part in node.constraints) and all(
        part.property in _ONE_VALUE_PROPERTIES for part in node.constraints
    )


def _check_steps(path: Path, types: Types | None) -> None:
    for index, (of, slug) in enumerate(path[:-1]):
        kind = type_of(types, slug, of if index else None)
        if kind not in {None, "record-reference"}:
            raise ArgumentError(
                f"F({short(slug)}).ref",
                slug,
                f"is a {kind} attribute; only record references lead to other records",
                fix=f"filter by {slug} itself",
            )


def _through_parent(node: Condition, where: str) -> Condition:
    # An entry's record is no attribute that can be compared, but a path reaches the record's own id.
    wanted = {part.property: part for part in node.constraints if part.operator == "$eq"}
    ids = [part for part in node.constraints if part.property == "target_record_id"]
    target = wanted.get("target_object")
    if target is None or not ids or len(node.constraints) != len(ids) + 1:
        raise ArgumentError(
            where,
            PARENT_RECORD,
            "can only start a path",
            fix='write F.parent("people", "record_id") == record_id, or F.parent("people", "<slug>")',
        )
    path = ((node.path[0][0], PARENT_RECORD), (str(target.value), "record_id"))
    return Condition(path, [Constraint(None, part.operator, part.value) for part in ids])


def _alternatives(part: Constraint, kind: str | None, where: str) -> list[tuple[Constraint, ...]]:
    if kind is None:
        return _untyped(part, where)
    if part.property is None and kind in {"record-reference", "actor-reference"}:
        return _by_id(part, kind, where)
    rules = TYPES[kind]
    name = (
        part.property
        or default_property(kind)
        or (PRESENCE.get(kind) if part.operator == NOT_EMPTY else None)
    )
    if name is None:
        raise ArgumentError(
            where, part.operator, f"{_a(kind)} attribute needs a field", fix=_fields(kind, where)
        )
    if name not in rules:
        raise ArgumentError(
            f"{where}.field", name, f"{_a(kind)} attribute has no such field", allowed=tuple(rules)
        )
    rule = rules[name]
    kept = part.property if default_property(kind) else name
    if part.operator == NOT_EMPTY:
        return [(Constraint(kept, NOT_EMPTY, True),)]
    place = f"{where} {part.operator}"
    if part.operator == "$eq" or (part.operator == "$in" and "$in" not in rule.operators):
        return [
            tuple(Constraint(kept, *said) for said in _equality(kind, rule, item, place))
            for item in _items(part)
        ]
    if part.operator not in rule.operators:
        raise ArgumentError(
            place,
            part.operator,
            f"{_a(kind)} attribute has no such operator" + (f" on {name}" if len(rules) > 1 else ""),
            allowed=operators_of(kind, name),
        )
    if part.operator == "$in":
        values = tuple(restate(kind, rule.kind, "$eq", item, place)[0][1] for item in _items(part))
        return [(Constraint(kept, "$in", values),)]
    said_so = restate(kind, rule.kind, part.operator, _items(part)[0], place)
    return [tuple(Constraint(kept, *said) for said in said_so)]


def _equality(kind: str, rule: PropertyRule, item: Scalar, place: str) -> tuple[tuple[str, Scalar], ...]:
    said = restate(kind, rule.kind, "$eq", item, place)
    if "$eq" in rule.operators or len(said) > 1:
        return said
    # A property with ranges only equals what is neither less nor more.
    wanted = next(value for _, value in said)
    return (("$gte", wanted), ("$lte", wanted))


def _untyped(part: Constraint, where: str) -> list[tuple[Constraint, ...]]:
    kinds = () if part.property is None else types_with(part.property)
    have = [operators_of(kind, part.property) for kind in kinds]
    if part.operator == "$in":
        if have and all("$in" in operators for operators in have):
            return [(part,)]
        # Most types have no $in, all have $eq: this is right whatever the type turns out to be.
        return [(Constraint(part.property, "$eq", item),) for item in _items(part)]
    if have and not any(part.operator in operators for operators in have):
        raise ArgumentError(
            f"{where}.field({part.property!r})",
            part.operator,
            f"{part.property} has no such operator, whatever the attribute",
            allowed=tuple(dict.fromkeys(name for operators in have for name in operators)),
        )
    return [(part,)]


def _by_id(part: Constraint, kind: str, where: str) -> list[tuple[Constraint, ...]]:
    if part.operator == NOT_EMPTY:
        return [(part,)]
    place = f"{where} {part.operator}"
    if part.operator not in {"$eq", "$in"}:
        raise ArgumentError(
            place,
            part.operator,
            f"{_a(kind)} attribute has no such operator",
            allowed=("$eq", "$in", NOT_EMPTY),
        )
    for item in _items(part):
        if not is_uuid(item):
            raise ArgumentError(place, item, "is no id", fix=_ID_FIX[kind])
    if kind == "record-reference":
        return [(Constraint("target_record_id", part.operator, part.value),)]
    return [
        (
            Constraint("referenced_actor_type", "$eq", "workspace-member"),
            Constraint("referenced_actor_id", "$eq", item),
        )
        for item in _items(part)
    ]


_ID_FIX: Final = {
    "record-reference": "pass a record, a RecordRef or a record id; by what that record says: "
    'F("company").ref("companies", "name") == ...; by its object: .field("target_object")',
    "actor-reference": "pass a workspace member, an ActorRef or a member id (there is no filter by e-mail); "
    'by kind of actor: .field("referenced_actor_type")',
}


def _items(part: Constraint) -> tuple[Scalar, ...]:
    return part.value if isinstance(part.value, tuple) else (part.value,)


def _a(kind: str) -> str:
    return f"{'an' if kind[0] in 'aeiou' else 'a'} {kind}"


def _fields(kind: str, where: str) -> str:
    return f"name one: {where}.field(...) with one of " + ", ".join(map(repr, TYPES[kind]))
