"""`Schema`: the attributes of one object or list, with options and statuses (no I/O)."""

from __future__ import annotations

from typing import TYPE_CHECKING

from attio.records.shape import ShapeRule

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    from attio.core.redact import Secret
    from attio.records.structure import AttributeData, ChoiceData

CHOICE_TYPES = frozenset({"select", "status"})
"""Attribute types whose values are titles out of a list."""


class SchemaWarning(UserWarning):
    """A schema may not be read with this token, so that some shapes are a guess."""


class SchemaAttribute:
    """One attribute as the schema knows it: what Attio said, and its options or statuses."""

    __slots__ = ("choices", "data")

    def __init__(self, data: AttributeData, choices: Sequence[ChoiceData] | None = None) -> None:
        self.data = data
        self.choices = choices
        """Options or statuses; None for other types and while they are not loaded."""

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

    @property
    def allowed_objects(self) -> Sequence[str] | None:
        """Ids of the objects that a reference may point at; None means any."""
        return self.data.allowed_object_ids

    def __repr__(self) -> str:
        many = "[]" if self.is_multiselect else ""
        return f"<{self.slug}: {self.type}{many}>"


class Schema:
    """The attributes of one object or list, by slug and by id; iterates in Attio's order.

    `complete` tells whether options and statuses are loaded too: only then are titles checked before sending.
    """

    __slots__ = ("_by_key", "_rows", "_shapes", "complete", "name", "target")

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
        self._shapes: dict[bool, ShapeRule] = {}

    def find(self, key: str) -> SchemaAttribute | None:
        """Return the attribute of that slug or id, None when there is none."""
        return self._by_key.get(key)

    def attributes(self) -> Sequence[SchemaAttribute]:
        """Return all attributes, in Attio's order."""
        return self._rows

    def types(self) -> Mapping[str, str]:
        """Return the type of every attribute by slug, for filters."""
        return {row.slug: row.type for row in self._rows}

    def shape(self, *, decimals: bool = False) -> ShapeRule:
        """Return the rule by which records of it read as single values or lists."""
        found = self._shapes.get(decimals)
        if found is None:
            own = self.name if self.target == "objects" else None
            found = self._shapes[decimals] = ShapeRule.from_schema(self, own, decimals=decimals)
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


def tenant_of(token: Secret | str | None) -> str:
    """Return a digest that stands for a token: what one token sees is never shown to another."""
    from hashlib import blake2b

    text = token if isinstance(token, str) else token.reveal() if token is not None else ""
    return blake2b(text.encode(), digest_size=16, person=b"attio-schema").hexdigest()


class SchemaStore:
    """Schemas that were loaded, by tenant, target and slug or id, each for a limited time.

    A tenant is whoever's token was used: what one token sees is never shown to another.
    """

    __slots__ = ("_kept", "_marks", "parents", "ttl_s")

    def __init__(self, ttl_s: float = 300.0) -> None:
        self.ttl_s = ttl_s
        self._kept: dict[tuple[str, str, str], tuple[Schema, float]] = {}
        self._marks: set[tuple[str, str, str]] = set()
        self.parents: dict[tuple[str, str], str] = {}
        """Object of the records that a list holds, by tenant and list; Attio lets nobody change it."""

    def get(self, tenant: str, target: str, key: str, now: float) -> Schema | None:
        """Return a schema that is fresh at `now` (monotonic seconds), None otherwise."""
        found = self._kept.get((tenant, target, key))
        return None if found is None or now - found[1] > self.ttl_s else found[0]

    def age_s(self, tenant: str, target: str, key: str, now: float) -> float:
        """Return how long ago a schema was loaded; infinity when it was not."""
        found = self._kept.get((tenant, target, key))
        return float("inf") if found is None else now - found[1]

    def put(self, tenant: str, key: str, schema: Schema, now: float) -> None:
        """Keep a schema under the slug or id that it was asked for by."""
        self._kept[tenant, schema.target, key] = (schema, now)

    def forget(self, tenant: str) -> None:
        """Drop what a tenant has, after a write that may have changed it."""
        for key in [key for key in self._kept if key[0] == tenant]:
            self._kept.pop(key, None)

    def mark(self, tenant: str, target: str, key: str) -> bool:
        """Note that a schema may not be read (403); True the first time, so that the warning comes once."""
        mark = (tenant, target, key)
        if mark in self._marks:
            return False
        self._marks.add(mark)
        return True

    def marked(self, tenant: str, target: str, key: str) -> bool:
        """Tell whether a schema was refused before."""
        return (tenant, target, key) in self._marks
