"""Whether `record["tags"]` is one value or a list: decided by rule, never by what was read before."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Mapping

    from attio.values.attribute_info import AttributeLookup

AMBIGUOUS_TYPES = frozenset({"select", "record-reference", "actor-reference"})
"""Types whose attributes may hold one value or several; only the schema tells."""


class ShapeRule:
    """Decide whether an attribute reads as one value or as a list, and numbers as floats or Decimals.

    Standard attributes go by the built-in table. For the others `multi` says it, from the object's schema.
    What is in neither is a list when its type may hold several values (select, record and actor reference),
    else one value. A record keeps the rule that it was created with.

    >>> rule = ShapeRule("people")
    >>> rule.is_multi("email_addresses", "email-address"), rule.is_multi("company", "record-reference")
    (True, False)
    >>> rule.is_multi("tags", "select"), ShapeRule("people", multi={"tags": False}).is_multi("tags", "select")
    (True, False)
    """

    __slots__ = ("_known", "decimals", "multi", "object")

    def __init__(
        self, object: str | None = None, *, multi: Mapping[str, bool] | None = None, decimals: bool = False
    ) -> None:
        self.object = object
        self.multi = multi
        self.decimals = decimals
        standard = _standard_shapes(object)
        self._known: Mapping[str, bool] = {**multi, **standard} if multi else standard

    @classmethod
    def from_schema(
        cls, schema: AttributeLookup, object: str | None = None, *, decimals: bool = False
    ) -> ShapeRule:
        """Build the rule from a loaded schema."""
        multi = {attribute.slug: attribute.is_multiselect for attribute in schema.attributes()}
        return cls(object, multi=multi, decimals=decimals)

    def knows(self, slug: str) -> bool:
        """Tell whether the table or the schema has the attribute."""
        return slug in self._known

    def unknown(self, values: Mapping[str, Any]) -> set[str]:
        """Return the slugs among the keys that neither the table nor the schema has."""
        return values.keys() - self._known.keys()

    def is_multi(self, slug: str, attribute_type: str | None, count: int = 1) -> bool:
        """Tell whether the attribute reads as a list.

        `count` matters only for attributes in neither table nor schema and of a type that, as far as is
        known, holds one value: several are then shown rather than lost.
        """
        known = self._known.get(slug)
        if known is not None:
            return known
        return count > 1 or attribute_type in AMBIGUOUS_TYPES

    def __eq__(self, other: object) -> bool:
        if not isinstance(other, ShapeRule):
            return NotImplemented
        return self._known == other._known and (self.object, self.decimals) == (other.object, other.decimals)

    def __hash__(self) -> int:
        return hash((self.object, self.decimals, len(self._known)))

    def __copy__(self) -> ShapeRule:
        return self

    def __deepcopy__(self, memo: dict[int, Any]) -> ShapeRule:
        return self

    def __reduce__(self) -> tuple[Any, ...]:
        return _restore, (self.object, None if self.multi is None else dict(self.multi), self.decimals)


def _restore(object: str | None, multi: dict[str, bool] | None, decimals: bool) -> ShapeRule:
    return ShapeRule(object, multi=multi, decimals=decimals)


@cache
def _standard_shapes(object: str | None) -> Mapping[str, bool]:
    from attio.values.standard import EVERYWHERE, standard_object

    shapes = dict.fromkeys(EVERYWHERE, False)
    found = standard_object(object) if object else None
    if found is not None:
        shapes.update((row.slug, row.is_multiselect) for row in found.attributes())
    return shapes


@cache
def default_rule(object: str | None) -> ShapeRule:
    """Return the rule of an object whose schema is not loaded."""
    return ShapeRule(object)
