"""What an index over records can answer of a filter."""

from __future__ import annotations

from collections.abc import Hashable, Mapping
from typing import TYPE_CHECKING, Any, Final, cast

from .filter_compile import compile_filter
from .filter_matching import Raw, choice_names, normalize, operand_of, read_value, rule_of
from .filter_nodes import Filter
from .filter_operators import SYSTEM_TYPES, default_property
from .filter_problem import MAX_DEPTH, FilterProblem
from .filter_types import find_attribute, is_uuid

if TYPE_CHECKING:
    from collections.abc import Iterator

    from .filter_types import Types

_OWN_IDS: Final = frozenset({"record_id", "entry_id"})
_FEW_VALUED: Final = frozenset(
    {"option", "status", "target_object", "referenced_actor_type", "interaction_type", "country_code"}
)


def equality_hint(
    filter: Filter | Mapping[str, Any], types: Types | None = None
) -> tuple[str, str, Hashable] | None:
    """Name an equality that everything a filter finds has to meet: (slug, property, value), or None.

    An index from `index_keys` to records then gives all candidates, and the predicate decides among them.
    Own ids come first, few-valued properties last. An option or a status has two names, so its value is the
    title or the id that the filter has: look it up before asking an index of ids.

    >>> equality_hint({"email_addresses": "Ada@X.com", "job_title": {"$contains": "a"}}, {
    ...     "email_addresses": "email-address", "job_title": "text"})
    ('email_addresses', 'email_address', 'ada@x.com')
    """
    json: object = filter
    if isinstance(filter, Filter):
        json = compile_filter(filter, types, of="?")
    found = list(_equalities(json, types, 0))
    return min(found, key=_rank, default=None)


def index_keys(raw: Raw, field: str, attribute_type: str | None = None) -> tuple[Hashable, ...]:
    """Return the keys under which an index holds a raw value; none where the property has no value.

    An option or a status has two, its title and its id. The type is read from the value unless given.

    >>> index_keys({"attribute_type": "email-address", "email_address": "Ada@X.com"}, "email_address")
    ('ada@x.com',)
    """
    rule = rule_of(attribute_type or str(raw.get("attribute_type")), field)
    if rule is None or rule.kind == "any":
        return ()
    if rule.kind == "choice":
        return tuple(name for name in choice_names(raw, field) if name is not None)
    found = normalize(rule.kind, read_value(raw, field))
    return () if found is None else (cast("Hashable", found),)


def _rank(hint: tuple[str, str, Hashable]) -> int:
    slug, field, value = hint
    if slug in _OWN_IDS:
        return 0
    return 2 if field in _FEW_VALUED or isinstance(value, bool) else 1


def _equalities(json: object, types: Types | None, depth: int) -> Iterator[tuple[str, str, Hashable]]:
    if not isinstance(json, Mapping) or depth > MAX_DEPTH:
        return
    named = cast("Mapping[object, Any]", json)
    for name, body in named.items():
        if name == "$and" and isinstance(body, (list, tuple)):
            for part in cast("list[Any]", body):
                yield from _equalities(part, types, depth + 1)
        elif (
            isinstance(name, str)
            and not name.startswith("$")
            and not ("constraints" in named and "path" in named)
        ):
            yield from _of_attribute(name, body, types)


def _of_attribute(name: str, body: Any, types: Types | None) -> Iterator[tuple[str, str, Hashable]]:
    known = find_attribute(types, name)
    slug, kind = known or (name, SYSTEM_TYPES.get(name) if types is None else None)
    if kind is None:
        return
    asked = cast("Mapping[object, Any]", body) if isinstance(body, Mapping) else {"$eq": body}
    for field, value in asked.items():
        if field == "$eq":
            field, value = default_property(kind), {"$eq": value}  # noqa: PLW2901
        operand = cast("Mapping[object, Any]", value).get("$eq") if isinstance(value, Mapping) else value
        rule = rule_of(kind, field) if isinstance(field, str) else None
        if rule is None or rule.kind == "any" or "$eq" not in rule.operators:
            continue
        try:
            wanted = operand_of(rule.kind, operand, ())
        except FilterProblem:
            continue
        if rule.kind == "choice" and is_uuid(wanted):
            wanted = wanted.lower()
        yield slug, cast("str", field), wanted
