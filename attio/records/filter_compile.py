"""`Filter` -> the JSON that Attio runs."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, cast

from attio.core.errors import ArgumentError

from .filter_nodes import AllOf, Condition, Filter, Junction, Negation, Raw, all_of, any_of, negate
from .filter_parse import parse_filter
from .filter_types import checked_types
from .filter_typing import type_condition

if TYPE_CHECKING:
    from collections.abc import Mapping

    from .filter_types import Types


def compile_filter(
    filter: Filter | Mapping[str, Any],
    types: Types | None = None,
    *,
    of: str | None = None,
    complete: bool = False,
) -> dict[str, Any]:
    """Compile a filter, or a dict in any of its spellings, to Attio's verbose JSON; raises ArgumentError.

    `types` tells attribute types, to refuse what a type does not have and to rewrite what has an equivalent:
    `in_` becomes `$or` where there is no `$in` (also where the type is unknown), a date against a timestamp
    the whole day. `of` is the queried object or list, which paths start with. `complete` says that `types`
    lists every attribute, so that others are refused. `$not` ends up on single conditions, the only place
    that Attio has for it.

    >>> compile_filter({"stage": {"$in": ["Won", "Lost"]}}, {"stage": "status"})
    {'$or': [{'stage': {'$eq': 'Won'}}, {'stage': {'$eq': 'Lost'}}]}
    """
    checked = checked_types(types)
    return _json(_typed(parse_filter(filter), checked, complete, negated=False), of)


def _typed(node: Filter, types: Types | None, complete: bool, *, negated: bool) -> Filter:
    if isinstance(node, Negation):
        return _typed(node.part, types, complete, negated=not negated)
    if isinstance(node, Junction):
        parts = [_typed(part, types, complete, negated=negated) for part in node.parts]
        return all_of(parts) if isinstance(node, AllOf) is not negated else any_of(parts)
    if not isinstance(node, Condition):
        return negate(node) if negated else node
    typed, single = type_condition(node, types, complete=complete)
    return _negated(typed, single) if negated else typed


def _negated(node: Filter, single: bool) -> Filter:
    # What a condition was rewritten to, turned around by De Morgan's laws. Whether Attio takes a path, or several
    # operators on one attribute, inside $not is unverified; several values leave no other way to say it.
    if isinstance(node, Junction):
        parts = [_negated(part, single) for part in node.parts]
        return any_of(parts) if isinstance(node, AllOf) else all_of(parts)
    if single and isinstance(node, Condition) and len(node.constraints) > 1:
        return any_of([negate(node.with_constraints((part,))) for part in node.constraints])
    return negate(node)


def _json(node: Filter, of: str | None) -> dict[str, Any]:
    if isinstance(node, Condition):
        return _condition(node, of)
    if isinstance(node, Negation):
        return {"$not": _json(node.part, of)}
    if isinstance(node, Raw):
        return node.json
    junction = cast("Junction", node)
    return {junction.word: [_json(part, of) for part in junction.parts]} if junction.parts else {}


def _condition(node: Condition, of: str | None) -> dict[str, Any]:
    body: dict[str, Any] = {}
    for field, operator, value in node.constraints:
        inside = body if field is None else body.setdefault(field, {})
        inside[operator] = list(value) if isinstance(value, tuple) else value
    if len(node.path) == 1:
        return {node.path[0][1]: body}
    start = node.path[0][0] or of
    if start is None:
        raise ArgumentError(
            "of",
            None,
            f"a path starts with the object or list that is queried, and nothing says which ({node!r})",
            fix='call to_json(of="people"), or write F("company", of="people").ref(...)',
        )
    return {"path": [[start, node.path[0][1]], *map(list, node.path[1:])], "constraints": body}
