"""Objects and lists: both are attributes plus rows, so records and entries share everything but their envelope."""

from __future__ import annotations

from bisect import bisect_left, insort
from typing import TYPE_CHECKING, Any, Final, cast

from attio.testing.state.attributes import (
    VIRTUAL_CREATED_AT,
    VIRTUAL_CREATED_BY,
    VIRTUAL_ID,
    Attribute,
    EqualityIndex,
    Payload,
)

if TYPE_CHECKING:
    from collections.abc import Hashable, Iterator

    from attio.testing.access import Actor

Value = tuple[Payload, int, "Actor"]
"""A value in force: payload, microseconds since when, actor."""
Past = tuple[Payload, int, int, "Actor"]
"""A value of the past: payload, from, until, actor."""

# Attributes whose equality a row answers without an index.
_UNINDEXED: Final = frozenset({"location", "interaction"})


class Row:
    """One record or entry. Cells hold only attributes that have a value, by `Attribute.key`."""

    __slots__ = ("actor", "cells", "created_us", "history", "id")

    def __init__(self, id: str, created_us: int, actor: Actor) -> None:
        self.id = id
        self.created_us = created_us
        self.actor = actor
        self.cells: dict[int, tuple[Value, ...]] = {}
        self.history: dict[int, list[Past]] | None = None

    def values(self, attribute: Attribute) -> tuple[Value, ...]:
        """Return the values in force of one attribute, first one first."""
        if attribute.virtual is None:
            return self.cells.get(attribute.key, ())
        return ((self._virtual(attribute.virtual), self.created_us, self.actor),)

    def past(self, attribute: Attribute) -> list[Past]:
        """Return the values that are over, oldest first."""
        return [] if self.history is None else self.history.get(attribute.key, [])

    def _virtual(self, kind: str) -> Payload:
        if kind == VIRTUAL_ID:
            return self.id
        return self.created_us if kind == VIRTUAL_CREATED_AT else self.actor

    def remember(self, attribute: Attribute, past: list[Past]) -> None:
        """Add values that are over to the history."""
        if self.history is None:
            self.history = {}
        self.history.setdefault(attribute.key, []).extend(past)


class Entry(Row):
    """One entry of a list: a row with a parent that never changes (a merge of the parent excepted)."""

    __slots__ = ("parent_id", "parent_object_id")

    def __init__(self, id: str, created_us: int, actor: Actor, parent_object_id: str, parent_id: str) -> None:
        super().__init__(id, created_us, actor)
        self.parent_object_id = parent_object_id
        self.parent_id = parent_id


class View:
    """A saved view: only its filter matters to a query."""

    __slots__ = ("created_us", "filter", "id", "is_archived", "title")

    def __init__(self, id: str, title: str, created_us: int, filter: dict[str, Any] | None = None) -> None:
        self.id = id
        self.title = title
        self.created_us = created_us
        self.filter: dict[str, Any] = filter or {}
        self.is_archived = False


class Collection:
    """Attributes and rows under one id and slug."""

    __slots__ = ("_by_time", "_order", "attributes", "by_slug", "created_us", "id", "rows", "slug", "views")

    kind = "objects"

    def __init__(self, id: str, slug: str, created_us: int) -> None:
        self.id = id
        self.slug = slug
        self.created_us = created_us
        self.attributes: dict[str, Attribute] = {}
        self.by_slug: dict[str, Attribute] = {}
        self.rows: dict[str, Row] = {}
        self.views: dict[str, View] = {}
        self._order: list[str] | None = []
        self._by_time: list[tuple[int, str]] | None = None

    def add_attribute(self, attribute: Attribute) -> None:
        """Append an attribute; it is listed after those that exist."""
        self.attributes[attribute.id] = attribute
        self.by_slug[attribute.slug] = attribute
        if attribute.is_unique and attribute.virtual is None:
            self.index(attribute)

    def attribute(self, name: str, *, archived: bool = True) -> Attribute | None:
        """Find an attribute by slug or id."""
        found = self.by_slug.get(name)
        if found is None:
            found = self.attributes.get(name.lower())
        return None if found is None or (found.is_archived and not archived) else found

    def rename(self, attribute: Attribute, slug: str) -> None:
        """Give an attribute another slug."""
        del self.by_slug[attribute.slug]
        attribute.slug = slug
        self.by_slug[slug] = attribute

    def drop_attribute(self, attribute: Attribute) -> None:
        """Take an attribute out for good, with its values; only the end of a related object does this."""
        del self.attributes[attribute.id]
        del self.by_slug[attribute.slug]
        for row in self.rows.values():
            row.cells.pop(attribute.key, None)
            if row.history is not None:
                row.history.pop(attribute.key, None)

    def live_attributes(self) -> Iterator[Attribute]:
        """Walk the attributes that are not archived, in the order the API lists them."""
        return (attribute for attribute in self.attributes.values() if not attribute.is_archived)

    def insert(self, row: Row) -> None:
        """Add a row; its cells are indexed as they are set."""
        self.rows[row.id] = row
        if self._order is not None:
            insort(self._order, row.id)
        if self._by_time is not None:
            insort(self._by_time, (row.created_us, row.id))

    def remove(self, row: Row) -> None:
        """Take a row and what the indexes know of it out."""
        del self.rows[row.id]
        if self._order is not None:
            del self._order[bisect_left(self._order, row.id)]
        if self._by_time is not None:
            del self._by_time[bisect_left(self._by_time, (row.created_us, row.id))]
        for attribute in self.attributes.values():
            if attribute.index is not None:
                for payload, _, _ in row.cells.get(attribute.key, ()):
                    attribute.index.discard(attribute.index_key(payload), row.id)

    def ordered_ids(self) -> list[str]:
        """Return all row ids in the order of a query without sorts.

        Recorded answers (May 2026, companies and deals) come in ascending order of id, not of creation.
        """
        if self._order is None:
            self._order = sorted(self.rows)
        return self._order

    def ids_by_time(
        self, from_us: int | None = None, to_us: int | None = None, *, newest_first: bool = False
    ) -> Iterator[str]:
        """Walk row ids in order of creation; bounds are inclusive. Nothing may be added or removed meanwhile."""
        if self._by_time is None:
            self._by_time = sorted((row.created_us, row.id) for row in self.rows.values())
        low = 0 if from_us is None else bisect_left(self._by_time, (from_us, ""))
        high = len(self._by_time) if to_us is None else bisect_left(self._by_time, (to_us + 1, ""))
        places = range(high - 1, low - 1, -1) if newest_first else range(low, high)
        return (self._by_time[place][1] for place in places)

    def index(self, attribute: Attribute) -> EqualityIndex | None:
        """Return the index of an attribute, built on first use and kept from then on; None where there is none."""
        if attribute.index is None and attribute.virtual is None and attribute.type not in _UNINDEXED:
            attribute.index = EqualityIndex()
            self._file(attribute, attribute.index, self.rows)
        return attribute.index

    def _file(self, attribute: Attribute, index: EqualityIndex, rows: dict[str, Row]) -> None:
        key = attribute.key
        for row_id, row in rows.items():
            for payload, _, _ in row.cells.get(key, ()):
                index.add(attribute.index_key(payload), row_id)

    def set_cell(self, row: Row, attribute: Attribute, values: tuple[Value, ...]) -> None:
        """Replace the values in force of one attribute and keep its index."""
        index = attribute.index
        if index is not None:
            for payload, _, _ in row.cells.get(attribute.key, ()):
                index.discard(attribute.index_key(payload), row.id)
            for payload, _, _ in values:
                index.add(attribute.index_key(payload), row.id)
        if values:
            row.cells[attribute.key] = values
        else:
            row.cells.pop(attribute.key, None)

    def filed_under(self, attribute: Attribute, key: Hashable) -> list[str]:
        """Return the ids of rows that an index files under a key; none where there is no index."""
        index = self.index(attribute)
        return [] if index is None else list(index.find(key))

    def holders(self, attribute: Attribute, payload: Payload) -> list[str]:
        """Return the ids of rows that hold exactly this value."""
        if attribute.virtual == VIRTUAL_ID:
            return [payload] if payload in self.rows else []
        wanted = attribute.identity(payload)
        key = attribute.key
        return [
            row_id
            for row_id in self.filed_under(attribute, attribute.index_key(payload))
            if any(attribute.identity(held) == wanted for held, _, _ in self.rows[row_id].cells.get(key, ()))
        ]


class ObjectType(Collection):
    """An object and its records."""

    __slots__ = ("is_system", "plural_noun", "singular_noun", "web_path")

    def __init__(self, id: str, slug: str, created_us: int, *, singular_noun: str, plural_noun: str) -> None:
        super().__init__(id, slug, created_us)
        self.singular_noun = singular_noun
        self.plural_noun = plural_noun
        self.is_system = False
        # people and companies have their own word in web addresses, all others their slug
        self.web_path: str | None = None

    def insert_many(self, rows: dict[str, Row]) -> None:
        """Add rows whose cells are set already, for seeds: sorts and indexes once."""
        self.rows.update(rows)
        self._order = None
        self._by_time = None
        for attribute in self.attributes.values():
            if attribute.index is not None:
                self._file(attribute, attribute.index, rows)


class ListType(Collection):
    """A list and its entries. `by_parent` holds entry ids by record id, oldest first."""

    __slots__ = ("actor", "by_parent", "member_access", "name", "parent", "workspace_access")

    kind = "lists"

    def __init__(
        self, id: str, slug: str, created_us: int, *, name: str, parent: ObjectType, actor: Actor
    ) -> None:
        super().__init__(id, slug, created_us)
        self.name = name
        self.parent = parent
        self.actor = actor
        self.workspace_access: str | None = "full-access"
        self.member_access: list[dict[str, str]] = []
        self.by_parent: dict[str, list[str]] = {}

    def insert(self, row: Row) -> None:
        """Add an entry and note its parent."""
        super().insert(row)
        self.note_parent(row)

    def note_parent(self, row: Row) -> None:
        """File an entry under its parent."""
        self.by_parent.setdefault(cast("Entry", row).parent_id, []).append(row.id)

    def forget_parent(self, row: Row) -> None:
        """Take an entry out of its parent's file."""
        parent_id = cast("Entry", row).parent_id
        siblings = self.by_parent[parent_id]
        siblings.remove(row.id)
        if not siblings:
            del self.by_parent[parent_id]

    def remove(self, row: Row) -> None:
        """Take an entry out."""
        super().remove(row)
        self.forget_parent(row)


__all__ = [
    "VIRTUAL_CREATED_AT",
    "VIRTUAL_CREATED_BY",
    "VIRTUAL_ID",
    "Collection",
    "Entry",
    "ListType",
    "ObjectType",
    "Past",
    "Row",
    "Value",
    "View",
]
