"""From an attribute to the property that a class gets for it. Pure."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from attio.typegen.layout import call_assigned, prose, quoted
from attio.values.uuids import like_uuid

if TYPE_CHECKING:
    from collections.abc import Sequence

    from attio.records.schema import SchemaAttribute

_TYPES = {
    "text": "str",
    "domain": "str",
    "email-address": "str",
    "phone-number": "str",
    "select": "str",
    "status": "str",
    "number": "float",
    "rating": "int",
    "checkbox": "bool",
    "currency": "attio.Money",
    "date": "dt.date",
    "timestamp": "dt.datetime",
    "record-reference": "attio.RecordRef",
    "actor-reference": "attio.ActorRef",
    "location": "attio.Location",
    "personal-name": "attio.PersonalName",
    "interaction": "Interaction",
}
"""What plain Python a value reads as; of other types nothing is known."""


class Property(NamedTuple):
    """A property of a class: its name, the attribute that it reads, and the alias of its titles if it has one."""

    name: str
    attribute: SchemaAttribute
    titles: str | None = None
    exact_numbers: bool = False

    @property
    def type(self) -> str:
        """The type of one value."""
        if self.titles is not None:
            return self.titles
        if self.exact_numbers and self.attribute.type == "number":
            return "Decimal"
        return _TYPES.get(self.attribute.type, "Any")

    @property
    def shape(self) -> tuple[str, str]:
        """The descriptor and what it is a descriptor of."""
        one, many = self.type, self.attribute.is_multiselect
        if self.titles is not None and self.attribute.is_writable:
            return ("Choices" if many else "Choice", one)
        whole = f"list[{one}]" if many else "Any" if one == "Any" else f"{one} | None"
        return ("Attribute" if self.attribute.is_writable else "ReadOnly", whole)

    def lines(self) -> list[str]:
        """Return the lines that declare it in a class body."""
        outer, _ = self.shape
        arguments = [quoted(_described(self.attribute))]
        if self.name.rstrip("_") != self.attribute.slug:
            arguments.append(f"slug={quoted(self.attribute.slug)}")
        if self.attribute.is_multiselect and outer != "Choices":
            arguments.append("multi=True")
        return call_assigned(self.name, self.shape, outer, arguments)


def _described(attribute: SchemaAttribute) -> str:
    facts = [attribute.type.replace("-", " ")]
    if attribute.currency_code:
        facts = [attribute.currency_code]
    objects = [name for name in attribute.allowed_objects or () if not like_uuid(name)]
    if objects:
        facts = [f"records of {' or '.join(objects)}"]
    if not attribute.is_writable:
        facts.append("read-only")
    elif attribute.is_required:
        facts.append("required")
    if attribute.is_unique:
        facts.append("unique")
    return f"{prose(attribute.title) or attribute.slug} ({', '.join(map(prose, facts))})."


def titles_of(attribute: SchemaAttribute) -> Sequence[tuple[str, str]]:
    """Return the titles that values of a select or status can have, each with a comment: 'archived', or none.

    Archived ones are among them, because records may hold them still.
    """
    found: dict[str, str] = {}
    for choice in attribute.choices or ():
        if choice.title:
            found[choice.title] = "archived" if choice.is_archived and found.get(choice.title) != "" else ""
    return [*found.items()]
