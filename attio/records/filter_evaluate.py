"""Attio's filters, run here: over raw values, with Attio's meaning and Attio's errors."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from typing import TYPE_CHECKING, Any, Final, TypeAlias, cast

from attio.core.errors import ArgumentError, ArgumentTypeError

from .filter_compile import compile_filter
from .filter_matching import Asked, Raw, Test, Titles, matcher, rule_of
from .filter_nodes import Filter
from .filter_operators import MAX_STEPS, NOT_EMPTY, PARENT_RECORD, TYPES, default_property
from .filter_problem import MAX_DEPTH, FilterProblem, filter_error, missing_field, unknown_attribute
from .filter_types import checked_types, find_attribute, is_uuid

if TYPE_CHECKING:
    from collections.abc import Iterator

    from .filter_types import KnownAttribute, Types

Values: TypeAlias = Mapping[str, Sequence[Raw]]
"""Raw values of one record or entry: slug -> Attio's value objects."""
Predicate: TypeAlias = Callable[[Values], bool]
Resolve: TypeAlias = Callable[[str, str], Values | None]
"""(object, record id) -> that record's raw values, or None when there is no such record."""
Options: TypeAlias = Mapping[str, Titles]
"""Slug -> titles of its options or statuses -> their ids, as the schema has them now."""

_EVERYWHERE: Final = "?"


def evaluate(
    filter: Filter | Mapping[str, Any],
    values: Values,
    *,
    types: Types | None = None,
    resolve: Resolve | None = None,
    options: Options | None = None,
    of: str | None = None,
) -> bool:
    """Tell whether one record's raw values meet a filter; see `compile_predicate`, which serves many records.

    >>> evaluate({"name": {"$contains": "ADA"}}, {"name": [{"attribute_type": "text", "value": "Ada"}]})
    True
    """
    if not isinstance(values, Mapping):
        raise ArgumentTypeError("values", values, "are no raw values", fix='pass {"<slug>": [{...}]}')
    return compile_predicate(filter, types, resolve=resolve, options=options, of=of)(values)


def compile_predicate(
    filter: Filter | Mapping[str, Any],
    types: Types | None = None,
    *,
    resolve: Resolve | None = None,
    options: Options | None = None,
    of: str | None = None,
) -> Predicate:
    """Prepare a filter once, to run over many records; raises FilterProblem for what Attio answers with 400.

    A dict is read as Attio reads it; the friendlier spellings are for `Filter.parse`. With `types`, which
    then has to name every attribute, problems show here; without, values tell their own type and problems
    show when they are met. A condition holds when any active value meets it (unverified), `$not` when none.
    `resolve` fetches the records that paths lead to; `options` knows titles that changed since a value was
    stored; `of` is the queried object or list.
    """
    checked = checked_types(types)
    json = compile_filter(filter, checked, of=of or _EVERYWHERE) if isinstance(filter, Filter) else filter
    if not isinstance(json, Mapping):
        raise ArgumentTypeError(
            "filter", filter, "is no filter", fix='pass a Filter, or {"<slug>": {"$eq": ...}}'
        )
    return _Preparation(checked, resolve, options or {}, of).filter(json, (), 0)


def entry_values(entry: Mapping[str, Any]) -> dict[str, Sequence[Raw]]:
    """Give the values of a raw entry to filter by: its own and, for paths, `parent_record`.

    >>> list(entry_values({"parent_object": "people", "parent_record_id": "r-1", "entry_values": {}}))
    ['parent_record']
    """
    parent = {
        "attribute_type": "record-reference",
        "target_object": entry.get("parent_object"),
        "target_record_id": entry.get("parent_record_id"),
    }
    own = cast("Mapping[str, Sequence[Raw]]", entry.get("entry_values") or {})
    return {**own, PARENT_RECORD: [parent]}


def active_values(values: Values, slug: str) -> Iterator[Raw]:
    """Go through the values that are not history."""
    found: Any = values.get(slug) or ()
    for raw in (cast("Raw", found),) if isinstance(found, Mapping) else found:
        if isinstance(raw, Mapping) and (one := cast("Raw", raw)).get("active_until") is None:
            yield one


def _everything(_: Values) -> bool:
    return True


class _Preparation:
    """One filter on its way to a predicate."""

    __slots__ = ("of", "options", "resolve", "types")

    def __init__(
        self, types: Types | None, resolve: Resolve | None, options: Options, of: str | None
    ) -> None:
        self.types = types
        self.resolve = resolve
        self.options = options
        self.of = of

    def filter(self, json: object, path: tuple[str, ...], depth: int) -> Predicate:
        if not isinstance(json, Mapping) or depth > MAX_DEPTH:
            raise filter_error(path)
        named = cast("Mapping[object, Any]", json)
        tests: list[Predicate] = []
        walked = "path" in named and "constraints" in named and isinstance(named["path"], (list, tuple))
        if walked:
            tests.append(self.path_filter(named["path"], named["constraints"], path))
        for name, value in named.items():
            if not isinstance(name, str):
                raise filter_error(path)
            if not (walked and name in {"path", "constraints"}):
                tests.append(self.named(name, value, (*path, name), depth))
        return _joined(tests, every=True)

    def named(self, name: str, value: Any, path: tuple[str, ...], depth: int) -> Predicate:
        if name in {"$and", "$or"}:
            if not isinstance(value, (list, tuple)):
                raise filter_error(path)
            parts = [
                self.filter(part, (*path, str(index)), depth + 1)
                for index, part in enumerate(cast("list[Any]", value))
            ]
            return _joined(parts, every=name == "$and")
        if name == "$not":
            return self.negation(value, path, depth)
        if name.startswith("$"):
            raise unknown_attribute(name, path)
        return self.attribute(name, None, value, path)

    def negation(self, value: Any, path: tuple[str, ...], depth: int) -> Predicate:
        if not isinstance(value, Mapping) or not value:
            raise filter_error(path)
        for name in cast("Mapping[object, Any]", value):
            # Attio reads names of attributes here and nothing else [nhip].
            if isinstance(name, str) and name.startswith("$"):
                raise unknown_attribute(name, (*path, name))
        inner = self.filter(cast("Any", value), path, depth + 1)
        return lambda values: not inner(values)

    def attribute(self, name: str, of: str | None, body: Any, path: tuple[str, ...]) -> Predicate:
        known = self.known(name, of, path)
        slug = known.slug if known else name
        asked = list(_constraints(body, path))
        titles = self.options.get(slug if of is None else f"{of}.{slug}")

        def prepare(kind: str) -> Test:
            tests = [_test(kind, name, one, titles) for one in asked]
            return tests[0] if len(tests) == 1 else lambda raw: all(test(raw) for test in tests)

        if known is None:
            return _by_value_type(slug, prepare)
        check = prepare(known.type)

        def test(values: Values) -> bool:
            for raw in values.get(slug) or ():
                if isinstance(raw, Mapping) and raw.get("active_until") is None and check(raw):
                    return True
            return False

        return test

    def known(self, name: str, of: str | None, path: tuple[str, ...]) -> KnownAttribute | None:
        known = find_attribute(self.types, name, of)
        if known is None and self.types is not None:
            raise unknown_attribute(name, path)
        return known

    def path_filter(self, steps: Any, constraints: Any, path: tuple[str, ...]) -> Predicate:
        pairs = _pairs(steps, (*path, "path"))
        start = pairs[0][0]
        if self.of is not None and start != self.of and not is_uuid(start) and not is_uuid(self.of):
            raise filter_error((*path, "path", "0", "0"))
        if not isinstance(constraints, Mapping):
            raise filter_error((*path, "constraints"))
        of = None if len(pairs) == 1 else pairs[-1][0]
        test = self.attribute(pairs[-1][1], of, cast("Any", constraints), (*path, "constraints"))
        for index in range(len(pairs) - 2, -1, -1):
            test = self.hop(pairs, index, test, (*path, "path", str(index), "1"))
        return test

    def hop(
        self, pairs: list[tuple[str, str]], index: int, inner: Predicate, path: tuple[str, ...]
    ) -> Predicate:
        name, target = pairs[index][1], pairs[index + 1][0]
        slug = name
        if index or name != PARENT_RECORD:
            known = self.known(name, pairs[index][0] if index else None, path)
            slug = known.slug if known else name
            if known and known.type != "record-reference":
                raise filter_error(path)
        resolve = self.resolve
        if resolve is None:
            raise ArgumentError(
                "resolve",
                None,
                "a path leads to other records",
                fix="pass resolve=lambda object, record_id: values",
            )
        by_id = is_uuid(target)

        def test(values: Values) -> bool:
            for raw in active_values(values, slug):
                found, record_id = raw.get("target_object"), raw.get("target_record_id")
                if isinstance(record_id, str) and (by_id or found == target or is_uuid(found)):
                    far = resolve(target, record_id)
                    if far is not None and inner(far):
                        return True
            return False

        return test


def _joined(tests: list[Predicate], *, every: bool) -> Predicate:
    if len(tests) == 1:
        return tests[0]
    if every:
        return (lambda values: all(test(values) for test in tests)) if tests else _everything
    return lambda values: any(test(values) for test in tests)


def _by_value_type(slug: str, prepare: Callable[[str], Test]) -> Predicate:
    prepared: dict[str, Test] = {}

    def test(values: Values) -> bool:
        for raw in active_values(values, slug):
            kind = raw.get("attribute_type")
            kind = kind if isinstance(kind, str) else ""
            if kind not in prepared:
                prepared[kind] = prepare(kind)
            if prepared[kind](raw):
                return True
        return False

    return test


def _constraints(body: Any, path: tuple[str, ...]) -> Iterator[Asked]:
    if not isinstance(body, Mapping):
        yield Asked(None, "$eq", body, path)
        return
    named = cast("Mapping[object, Any]", body)
    if not named:
        raise filter_error(path)
    for name, value in named.items():
        if not isinstance(name, str):
            raise filter_error(path)
        where = (*path, name)
        if name.startswith("$"):
            yield Asked(None, name, value, where)
        elif isinstance(value, Mapping):
            operations = cast("Mapping[object, Any]", value)
            if not operations:
                raise filter_error(where)
            for operator, operand in operations.items():
                if not isinstance(operator, str):
                    raise filter_error(where)
                yield Asked(name, operator, operand, (*where, operator))
        else:
            yield Asked(name, "$eq", value, where)


def _test(kind: str, attribute: str, asked: Asked, titles: Titles | None) -> Test:
    name = asked.field or (default_property(kind) if kind in TYPES else "value")
    if name is None:
        raise missing_field(attribute, asked.path)
    rule = rule_of(kind, name)
    if rule is None:
        raise FilterProblem(
            "invalid_filter_field", f'Invalid field "{name}" for attribute "{attribute}".', asked.path
        )
    if asked.operator not in (*rule.operators, *rule.unverified, NOT_EMPTY):
        raise FilterProblem(
            "invalid_filter_operator",
            f'Invalid operator "{asked.operator}" for attribute "{attribute}".',
            asked.path,
        )
    return matcher(rule, name, asked, titles)


def _pairs(steps: Any, path: tuple[str, ...]) -> list[tuple[str, str]]:
    pairs: list[tuple[str, str]] = []
    for index, step in enumerate(cast("list[Any]", steps)):
        pair = cast("list[Any]", step) if isinstance(step, (list, tuple)) else []
        if len(pair) != 2 or not all(isinstance(name, str) for name in pair):
            raise filter_error((*path, str(index)))
        pairs.append((pair[0], pair[1]))
    if not 1 <= len(pairs) <= MAX_STEPS:
        raise filter_error(path)
    return pairs
