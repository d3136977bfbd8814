"""Which object or list something configured is of, as paths have it (no I/O)."""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal, NamedTuple, TypeAlias

from attio.core.arguments import exclusive, segment
from attio.core.errors import ArgumentError

if TYPE_CHECKING:
    from uuid import UUID

    from .model import Model

AnyPlace: TypeAlias = "Model | type | str | UUID"
"""What names an object, a list or an attribute: its slug or id, its model, or a class made by typegen."""


class Place(NamedTuple):
    """An object or a list.

    Attio's own ids do not tell which: the id of a list's attribute has the list's id in `object_id`.
    """

    target: Literal["objects", "lists"]
    """First step of the path."""
    identifier: str
    """Slug or id of the object or list."""

    def arguments(self) -> dict[str, str]:
        """Return it as calls take it: `object=` or `list=`."""
        return {"object" if self.target == "objects" else "list": self.identifier}


class AttributePlace(NamedTuple):
    """An attribute of an object or a list, which options and statuses belong to."""

    target: Literal["objects", "lists"]
    """First step of the path."""
    identifier: str
    """Slug or id of the object or list."""
    attribute: str
    """Slug or id of the attribute."""

    def arguments(self) -> dict[str, str]:
        """Return it as calls take it: `object=` or `list=`, and `attribute=`."""
        return {**Place(self.target, self.identifier).arguments(), "attribute": self.attribute}


def place_of(object: AnyPlace | None, list: AnyPlace | None, *models: object) -> Place:
    """Return the object or the list that a call names, else the one that a model given to it remembers.

    Raises ArgumentError when both are given, and when there is neither.
    """
    exclusive(object=object, list=list)
    if object is not None:
        return Place("objects", segment(object, "object"))
    if list is not None:
        return Place("lists", segment(list, "list"))
    for model in models:
        remembered = getattr(model, "place", None)
        if isinstance(remembered, (Place, AttributePlace)):
            return Place(remembered.target, remembered.identifier)
    raise ArgumentError("object", None, "is missing", fix='give object="people" or list="sales"')


def attribute_place_of(
    object: AnyPlace | None, list: AnyPlace | None, attribute: AnyPlace | None, *models: object
) -> AttributePlace:
    """Return the attribute that a call names, with its object or list, else the one that a model remembers.

    Raises ArgumentError when something is missing.
    """
    if attribute is not None:
        return AttributePlace(*place_of(object, list, attribute, *models), segment(attribute, "attribute"))
    for model in models:
        remembered = getattr(model, "place", None)
        if isinstance(remembered, AttributePlace):
            return AttributePlace(*place_of(object, list, model), remembered.attribute)
    raise ArgumentError("attribute", None, "is missing", fix='give attribute="stage" and object="deals"')
