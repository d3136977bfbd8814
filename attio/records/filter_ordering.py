"""Sorts, run here: raw values in the order that a query would answer."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final, TypeVar, cast

from attio.core.errors import ArgumentError

from .filter_evaluate import active_values
from .filter_matching import choice_names, normalize, read_value, rule_of
from .filter_operators import FIELD_TO_SORT, PARENT_RECORD, TYPES, default_property
from .filter_problem import FilterProblem, missing_field, unknown_attribute
from .filter_types import checked_types, find_attribute, is_uuid
from .sorts import Sort, parse_sorts

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from .filter_evaluate import Options, Resolve, Values
    from .filter_matching import Raw, Titles
    from .filter_nodes import Path
    from .filter_types import KnownAttribute, Types
    from .sorts import SortsInput

RowT = TypeVar("RowT")
_TEXTS: Final = 2


def sort_rows(
    rows: Iterable[RowT],
    sorts: SortsInput,
    types: Types | None = None,
    *,
    values: Callable[[RowT], Values] | None = None,
    resolve: Resolve | None = None,
    options: Options | None = None,
) -> list[RowT]:
    """Return rows in the order of `sorts`, the first one primary; equal rows keep their order.

    Rows without a value come last in both directions (Attio's rule is undocumented). Text is ordered ignoring case,
    options and statuses by their place in `options`, else by title (both undocumented). `values` gives the raw values
    of a row, which is those themselves unless given. Raises FilterProblem for what Attio answers with 400.

    >>> rows = [{"age": [{"attribute_type": "number", "value": age}]} for age in (2, 3, 1)]
    >>> [row["age"][0]["value"] for row in sort_rows([*rows, {}], "-age") if row]
    [3, 2, 1]
    """
    checked = checked_types(types)
    ordered = list(rows)
    read = values or _itself
    keys = [_Key(sort, checked, resolve, options or {}) for sort in parse_sorts(sorts)]
    for key in reversed(keys):
        present: list[tuple[Any, RowT]] = []
        absent: list[RowT] = []
        for row in ordered:
            found = key.of(read(row))
            if found is None:
                absent.append(row)
            else:
                present.append((found, row))
        present.sort(key=_first, reverse=key.descending)
        ordered = [*(row for _, row in present), *absent]
    return ordered


def _itself(row: Any) -> Any:
    return row


def _first(pair: tuple[Any, Any]) -> Any:
    return pair[0]


class _Key:
    """What one sort reads of a row."""

    __slots__ = ("descending", "field", "places", "resolve", "slug", "steps", "titles", "type")

    def __init__(self, sort: Sort, types: Types | None, resolve: Resolve | None, options: Options) -> None:
        self.descending = sort.direction == "desc"
        self.resolve = resolve
        path: Path = sort.path or ((None, cast("str", sort.attribute)),)
        self.steps: list[tuple[str, str]] = []
        for index, (of, name) in enumerate(path[:-1]):
            known = None
            if index or name != PARENT_RECORD:
                known = _known(types, name, of if index else None)
            self.steps.append((known.slug if known else name, cast("str", path[index + 1][0])))
        if self.steps and resolve is None:
            raise ArgumentError(
                "resolve",
                None,
                "a path leads to other records",
                fix="pass resolve=lambda object, record_id: values",
            )
        of = path[-1][0] if self.steps else None
        known = _known(types, path[-1][1], of)
        self.slug = known.slug if known else path[-1][1]
        self.type = known.type if known else None
        self.field = sort.field
        if self.type is not None:
            self._checked_field(self.type)
        self.titles: Titles | None = options.get(self.slug if of is None else f"{of}.{self.slug}")
        self.places = {name: place for place, name in enumerate(self.titles or ())}

    def _checked_field(self, kind: str) -> str:
        if self.field is None and kind in FIELD_TO_SORT:
            raise missing_field(self.slug, ("sorts",))
        field = self.field or (default_property(kind) if kind in TYPES else "value") or ""
        if rule_of(kind, field) is None:
            raise FilterProblem(
                "invalid_filter_field", f'Invalid field "{field}" for attribute "{self.slug}".', ("sorts",)
            )
        return field

    def of(self, values: Values) -> Any:
        far = self._walk(values, 0)
        raw = None if far is None else next(active_values(far, self.slug), None)
        return None if raw is None else self._of_value(raw)

    def _walk(self, values: Values, index: int) -> Values | None:
        if index == len(self.steps):
            return values
        slug, target = self.steps[index]
        resolve = cast("Resolve", self.resolve)
        for raw in active_values(values, slug):
            found, record_id = raw.get("target_object"), raw.get("target_record_id")
            if isinstance(record_id, str) and (found == target or is_uuid(target) or is_uuid(found)):
                far = resolve(target, record_id)
                if far is not None and (end := self._walk(far, index + 1)) is not None:
                    return end
        return None

    def _of_value(self, raw: Raw) -> tuple[int, Any] | None:
        kind = self.type or str(raw.get("attribute_type"))
        field = self._checked_field(kind)
        rule = rule_of(kind, field)
        if rule is None or rule.kind == "any":
            return _comparable(read_value(raw, field))
        if rule.kind == "choice":
            title, own = choice_names(raw, field)
            if self.titles:
                title = next((name for name, known in self.titles.items() if known.lower() == own), title)
            return (
                None
                if title is None
                else (0, self.places[title])
                if title in self.places
                else _comparable(title)
            )
        return _comparable(normalize(rule.kind, read_value(raw, field)))


def _known(types: Types | None, name: str, of: str | None) -> KnownAttribute | None:
    known = find_attribute(types, name, of)
    if known is None and types is not None:
        raise unknown_attribute(name, ("sorts",))
    return known


def _comparable(value: Any) -> tuple[int, Any] | None:
    # Values of several kinds in one column can be ordered, kind by kind.
    if isinstance(value, str):
        return (_TEXTS, (value.casefold(), value)) if value else None
    return (1, value) if isinstance(value, (int, float)) else None
