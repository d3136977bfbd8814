"""Queries over rows: filters and sorts by the engine of `attio.records.filters`, with indexes in front of it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from heapq import heapify, heappop
from itertools import islice
from typing import TYPE_CHECKING, Any, Final

from attio.core.errors import ArgumentError
from attio.records.filter_ordering import sort_rows
from attio.records.filters import FilterProblem, compile_predicate, equality_hint
from attio.testing.identifiers import is_uuid
from attio.testing.json_types import is_array, is_mapping
from attio.testing.normalise.dates import parse_moment
from attio.testing.render import value_json
from attio.testing.replies import Refusal, not_found
from attio.testing.shapes import array, choice, either, fields, mapping, number, optional, text
from attio.testing.state.attributes import CHOICE_TYPES, VIRTUAL_ID
from attio.testing.state.collections import Collection, Entry, Row

if TYPE_CHECKING:
    from collections.abc import Iterable

    from attio.testing.call import Call
    from attio.testing.state.workspace_state import WorkspaceState

_DIRECTION: Final = choice("asc", "desc")
_SORT: Final = either(
    fields(direction=_DIRECTION, attribute=text(1), field=optional(text(1))),
    fields(direction=_DIRECTION, path=array(array(text(1), 2, 2), 1), field=optional(text(1))),
)
QUERY: Final = fields(
    filter=optional(mapping()),
    filter_view_id=optional(text(1)),
    sorts=optional(array(_SORT)),
    limit=optional(number(1, whole=True)),
    offset=optional(number(0, whole=True)),
)
_OWN_IDS: Final = frozenset({"record_id", "entry_id"})
# Properties that the indexes are keyed by; an equality on any other one scans.
_INDEXED: Final = {
    "text": "value",
    "number": "value",
    "rating": "value",
    "checkbox": "value",
    "date": "value",
    "currency": "currency_value",
    "domain": "domain",
    "email-address": "email_address",
    "phone-number": "phone_number",
    "personal-name": "full_name",
    "record-reference": "target_record_id",
    "actor-reference": "referenced_actor_id",
    "select": "option",
    "status": "status",
}
_SCORE_ROWS: Final = 10_000


class RowValues(Mapping[str, list[dict[str, Any]]]):
    """A row as the engine reads it: raw values by slug, rendered when they are looked at."""

    __slots__ = ("home", "row", "state")

    def __init__(self, state: WorkspaceState, home: Collection, row: Row) -> None:
        self.state = state
        self.home = home
        self.row = row

    def __getitem__(self, slug: str) -> list[dict[str, Any]]:
        attribute = self.home.by_slug.get(slug)
        if attribute is not None:
            return [value_json(self.state, attribute, value) for value in self.row.values(attribute)]
        if slug == "parent_record" and isinstance(self.row, Entry):
            target = self.state.objects[self.row.parent_object_id].slug
            return [
                {
                    "attribute_type": "record-reference",
                    "target_object": target,
                    "target_record_id": self.row.parent_id,
                }
            ]
        raise KeyError(slug)

    def __iter__(self) -> Iterator[str]:
        return iter(self.home.by_slug)

    def __len__(self) -> int:
        return len(self.home.by_slug)


class Lookup:
    """What the engine asks about attributes and about the records that paths lead to."""

    __slots__ = ("home", "state")

    def __init__(self, state: WorkspaceState, home: Collection) -> None:
        self.state = state
        self.home = home

    def find_attribute(self, attribute: str, of: str | None = None) -> tuple[str, str] | None:
        """Return (slug, type) of an attribute by slug or id, of the queried collection or of another object."""
        home = self.home if of is None else self.state.find_object(of) or self.state.find_list(of)
        found = None if home is None else home.attribute(attribute, archived=False)
        return None if found is None else (found.slug, found.type)

    def resolve(self, object: str, record_id: str) -> RowValues | None:
        """Return a record's values, or None when there is no such record."""
        home = self.state.find_object(object)
        row = None if home is None else home.rows.get(record_id)
        return None if home is None or row is None else RowValues(self.state, home, row)


class Choices(Mapping[str, Mapping[str, str]]):
    """Titles of options and statuses, in their order, with their ids: by slug, or by object.slug for other objects."""

    __slots__ = ("home", "state")

    def __init__(self, state: WorkspaceState, home: Collection) -> None:
        self.state = state
        self.home = home

    def __getitem__(self, name: str) -> Mapping[str, str]:
        of, dot, slug = name.rpartition(".")
        home = (self.state.find_object(of) or self.state.find_list(of)) if dot else self.home
        attribute = None if home is None else home.by_slug.get(slug)
        if attribute is None or attribute.type not in CHOICE_TYPES:
            raise KeyError(name)
        return {option.title: option.id for option in attribute.options.values()}

    def __iter__(self) -> Iterator[str]:
        return (slug for slug, attribute in self.home.by_slug.items() if attribute.type in CHOICE_TYPES)

    def __len__(self) -> int:
        return sum(1 for _ in self)


class Query:
    """One query of one collection: prepared once, then read page by page."""

    def __init__(self, state: WorkspaceState, home: Collection, asked: Mapping[str, Any]) -> None:
        self.state = state
        self.home = home
        self.lookup = Lookup(state, home)
        self.choices = Choices(state, home)
        self.filter: Mapping[str, Any] = self._filter_of(asked)
        self.sorts: list[dict[str, Any]] = asked.get("sorts", [])

    def _filter_of(self, asked: Mapping[str, Any]) -> Mapping[str, Any]:
        view_id = asked.get("filter_view_id")
        if view_id is None:
            given: Mapping[str, Any] = asked.get("filter", {})
            return given
        if "filter" in asked:
            raise Refusal(400, "filter_error", "Give either filter or filter_view_id, not both.")
        view = self.home.views.get(view_id.lower()) if is_uuid(view_id) else None
        if view is None:
            raise not_found(f'View with ID "{view_id}" not found.')
        return view.filter

    @property
    def score(self) -> int:
        """What the query costs in the header x-attio-record-query-score; 0 without filter and sorts, as recorded.

        Attio does not publish its formula: here it is conditions and twice the sorts, per 10,000 rows begun.
        """
        weight = _conditions(self.filter) + 2 * len(self.sorts)
        return weight * (1 + len(self.home.rows) // _SCORE_ROWS)

    def page(self, limit: int, offset: int) -> list[Row]:
        """Return the rows of one page; refuses a filter or sort that Attio would refuse."""
        try:
            return self._page(limit, offset)
        except FilterProblem as found:
            refusal = Refusal(400, found.code, found.message)
            if found.path:
                refusal.extra["path"] = list(found.path)
            raise refusal from None
        except ArgumentError as found:
            raise Refusal(400, "filter_error", str(found)) from None

    def _page(self, limit: int, offset: int) -> list[Row]:
        rows = self.home.rows
        by_time = _by_time(self.sorts)
        if not self.filter and (not self.sorts or by_time is not None):
            if by_time is None:
                return [rows[row_id] for row_id in self.home.ordered_ids()[offset : offset + limit]]
            ids = self.home.ids_by_time(newest_first=not by_time)
            return [rows[row_id] for row_id in islice(ids, offset, offset + limit)]
        test = compile_predicate(self.filter, self.lookup, resolve=self.lookup.resolve, of=self.home.slug)
        values = RowValues(self.state, self.home, next(iter(rows.values()), _NOBODY))
        if self.sorts and by_time is None:
            matching = [
                row for row in map(rows.__getitem__, self._candidates(None)) if _meets(values, row, test)
            ]
            return self._sorted(matching)[offset : offset + limit]
        found: list[Row] = []
        for row_id in self._candidates(by_time):
            row = rows[row_id]
            if _meets(values, row, test):
                found.append(row)
                if len(found) == offset + limit:
                    break
        return found[offset:]

    def _sorted(self, matching: list[Row]) -> list[Row]:
        return sort_rows(
            matching,
            self.sorts,
            self.lookup,
            values=lambda row: RowValues(self.state, self.home, row),
            resolve=self.lookup.resolve,
            options=self.choices,
        )

    def _candidates(self, by_time: bool | None) -> Iterable[str]:
        """Return the ids that can meet the filter, in the order asked for."""
        some = self._few()
        if some is not None:
            if by_time is None:
                return _smallest_first(some)
            some.sort(key=lambda row_id: (self.home.rows[row_id].created_us, row_id), reverse=not by_time)
            return some
        low, high = _created_between(self.filter)
        if by_time is not None:
            return self.home.ids_by_time(low, high, newest_first=not by_time)
        if low is None and high is None:
            return self.home.ordered_ids()
        return sorted(self.home.ids_by_time(low, high))

    def _few(self) -> list[str] | None:
        """Return the ids that an index finds, None when no index helps."""
        rows = self.home.rows
        listed = _listed_ids(self.filter)
        if listed is not None:
            return [row_id for row_id in listed if row_id in rows]
        hint = equality_hint(self.filter, self.lookup)
        if hint is None:
            return None
        slug, field, value = hint
        attribute = self.home.by_slug[slug]
        if attribute.virtual == VIRTUAL_ID:
            return [str(value)] if value in rows else []
        if _INDEXED.get(attribute.type) != field or attribute.virtual is not None:
            return None
        if attribute.type in CHOICE_TYPES:
            option = attribute.option(str(value))
            value = None if option is None else option.id
        return self.home.filed_under(attribute, value)


_NOBODY: Final = Row("", 0, ("system", None))


def _meets(values: RowValues, row: Row, test: Any) -> bool:
    values.row = row
    return bool(test(values))


def _smallest_first(ids: list[str]) -> Iterator[str]:
    """Walk ids in order without sorting all of them, since most queries want the first few."""
    heapify(ids)
    while ids:
        yield heappop(ids)


def _by_time(sorts: list[dict[str, Any]]) -> bool | None:
    """Tell whether rows are wanted oldest first (True), newest first (False) or in some other order (None)."""
    if len(sorts) == 1 and sorts[0].get("attribute") == "created_at" and "field" not in sorts[0]:
        return bool(sorts[0]["direction"] == "asc")
    return None


def _conditions(filter: Any) -> int:
    if is_mapping(filter):
        return sum(_conditions(each) or 1 for each in filter.values())
    if is_array(filter):
        return sum(_conditions(each) for each in filter)
    return 0


def _parts(filter: Mapping[str, Any]) -> Iterator[Mapping[str, Any]]:
    """Walk the objects whose conditions all have to hold."""
    yield filter
    both = filter.get("$and")
    if is_array(both):
        for each in both:
            if is_mapping(each):
                yield from _parts(each)


def _listed_ids(filter: Mapping[str, Any]) -> list[str] | None:
    for part in _parts(filter):
        for name in _OWN_IDS & part.keys():
            listed = part[name].get("$in") if is_mapping(part[name]) else None
            if is_array(listed) and all(isinstance(each, str) for each in listed):
                return list(dict.fromkeys(each.lower() for each in listed))
    return None


def _created_between(filter: Mapping[str, Any]) -> tuple[int | None, int | None]:
    """Return bounds on the creation that everything found has to meet, wide enough for any rounding."""
    low: int | None = None
    high: int | None = None
    for part in _parts(filter):
        bounds = part.get("created_at")
        if is_mapping(bounds) and is_mapping(bounds.get("value")):
            bounds = bounds["value"]
        if not is_mapping(bounds):
            continue
        for operator, limit in bounds.items():
            at_us = parse_moment(limit) if isinstance(limit, str) else None
            if at_us is None:
                continue
            if operator in {"$gt", "$gte", "$eq"}:
                low = at_us - 1 if low is None else max(low, at_us - 1)
            if operator in {"$lt", "$lte", "$eq"}:
                high = at_us + 1 if high is None else min(high, at_us + 1)
    return low, high


def read_query(call: Call, home: Collection) -> tuple[Query, list[Row]]:
    """Check the body of a query endpoint and return the query with the page it asks for."""
    asked = call.json(QUERY)
    query = Query(call.state, home, asked)
    default = call.operation.page_default or 500
    return query, query.page(asked.get("limit", default), asked.get("offset", 0))


__all__ = ["QUERY", "Lookup", "Query", "RowValues", "read_query"]
