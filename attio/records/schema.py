"""`Schema`: the attributes of one object or list, with options and statuses (no I/O)."""

from __future__ import annotations

from typing import TYPE_CHECKING

from attio.records.attribute_fields import declared_shapes
from attio.records.shape import ShapeRule
from attio.values.plain import Option, Status

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    from attio.records.structure import AttributeData, ChoiceData

CHOICE_TYPES = frozenset({"select", "status"})
"""Attribute types whose values are titles out of a list."""


def choice_of(data: ChoiceData) -> Option | Status:
    """Return an option or a status as values have it; a record takes it as a value."""
    own, found = str(data._own_id()) or None, data.raw
    if data.kind == "option":
        return Option(data.title, own, is_archived=data.is_archived)
    return Status(
        data.title,
        own,
        is_archived=data.is_archived,
        celebration_enabled=found.get("celebration_enabled") is True,
        target_time_in_status_text=found.get("target_time_in_status"),
    )


class SchemaWarning(UserWarning):
    """A schema may not be read with this token, so that some shapes are a guess."""


class SchemaAttribute:
    """One attribute as the schema knows it: what Attio said, and its options or statuses."""

    __slots__ = ("_choices", "allowed_objects", "data")

    def __init__(
        self,
        data: AttributeData,
        choices: Sequence[Option | Status] | None = None,
        names: Mapping[str, str] | None = None,
    ) -> None:
        """Describe an attribute; `names` tells slugs of objects by their ids, as far as they are known."""
        self.data = data
        self._choices = choices
        self.allowed_objects = _allowed(data.allowed_object_ids, names or {})
        """The objects that a reference may point at: their slugs where those are known, and their ids.

        None means any. Attio names objects by id here, and people name them by slug: either is understood.
        """

    @property
    def choices(self) -> Sequence[Option | Status] | None:
        """Options or statuses, archived ones too; None for other types and while they are not loaded."""
        return self._choices

    @property
    def slug(self) -> str:
        """The name that values are keyed by."""
        return self.data.api_slug

    @property
    def id(self) -> str | None:
        """The attribute's own id."""
        return str(self.data.id) or None

    @property
    def title(self) -> str:
        """The title that the app shows."""
        return self.data.title

    @property
    def type(self) -> str:
        """Attio's word for the type."""
        return self.data.type

    @property
    def is_multiselect(self) -> bool:
        """Whether it holds several values."""
        return self.data.is_multiselect

    @property
    def is_writable(self) -> bool:
        """Whether values can be written."""
        return self.data.is_writable

    @property
    def is_required(self) -> bool:
        """Whether a create must give it a value."""
        return self.data.is_required

    @property
    def is_unique(self) -> bool:
        """Whether two records may not share a value; an upsert can match on it."""
        return self.data.is_unique

    @property
    def is_archived(self) -> bool:
        """Whether it is archived."""
        return self.data.is_archived

    @property
    def has_default(self) -> bool:
        """Whether Attio fills it in on a create that does not set it."""
        return self.data.is_default_value_enabled

    @property
    def currency_code(self) -> str | None:
        """ISO code that all amounts of a currency attribute have."""
        return self.data.currency_code

    def __repr__(self) -> str:
        many = "[]" if self.is_multiselect else ""
        return f"<{self.slug}: {self.type}{many}{', archived' if self.is_archived else ''}>"


def _allowed(ids: Sequence[str] | None, names: Mapping[str, str]) -> tuple[str, ...] | None:
    if ids is None:
        return None
    # All or none: an object without its slug could not be told from a wrong one.
    slugs = [names[own] for own in ids if own in names]
    return (*slugs, *ids) if len(slugs) == len(ids) else tuple(ids)


class Schema:
    """The attributes of one object or list, by slug and by id; iterates in Attio's order, archived ones too.

    `complete` tells whether options and statuses are loaded too: only then are titles checked before sending.
    """

    __slots__ = ("_by_key", "_rows", "_shapes", "absent", "complete", "name", "target")

    def __init__(
        self,
        name: str,
        attributes: Iterable[SchemaAttribute],
        *,
        target: str = "objects",
        complete: bool = True,
    ) -> None:
        self.name = name
        self.target = target
        self.complete = complete
        self._rows = tuple(attributes)
        self._by_key: dict[str, SchemaAttribute] = {}
        for row in self._rows:
            self._by_key[row.slug] = row
            if row.id:
                self._by_key.setdefault(row.id, row)
        self._shapes: dict[tuple[bool, type], ShapeRule] = {}
        self.absent: set[str] = set()
        """Slugs that rows had and that a fresh load did not bring: not worth asking for again."""

    def find(self, key: str) -> SchemaAttribute | None:
        """Return the attribute of that slug or id, None when there is none."""
        return self._by_key.get(key)

    def attributes(self) -> Sequence[SchemaAttribute]:
        """Return all attributes, in Attio's order."""
        return self._rows

    def types(self) -> Mapping[str, str]:
        """Return the type of every attribute by slug, for filters."""
        return {row.slug: row.type for row in self._rows}

    def shape(self, *, decimals: bool = False, kind: type = object) -> ShapeRule:
        """Return the rule by which records of it read as single values or lists.

        What the class of the records (one that typegen wrote) says of its attributes goes before the schema.
        """
        found = self._shapes.get((decimals, kind))
        if found is None:
            multi = {row.slug: row.is_multiselect for row in self._rows}
            multi.update(declared_shapes(kind))
            own = self.name if self.target == "objects" else None
            found = self._shapes[decimals, kind] = ShapeRule(own, multi=multi, decimals=decimals)
        return found

    def __getitem__(self, key: str) -> SchemaAttribute:
        found = self.find(key)
        if found is None:
            from attio.core.errors import ArgumentError

            raise ArgumentError(
                "attribute",
                key,
                f"{self.name} has no such attribute",
                allowed=[row.slug for row in self._rows],
            )
        return found

    def __contains__(self, key: object) -> bool:
        return key in self._by_key

    def __iter__(self) -> Iterator[SchemaAttribute]:
        return iter(self._rows)

    def __len__(self) -> int:
        return len(self._rows)

    def __repr__(self) -> str:
        return f"<Schema {self.name}: {len(self._rows)} attributes>"
