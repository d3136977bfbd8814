"""Where filters and sorts learn the type of an attribute."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Final, NamedTuple, Protocol, TypeAlias, cast, runtime_checkable

from attio.core.errors import ArgumentError, ArgumentTypeError

from .filter_operators import SYSTEM_TYPES, TYPES

_UUID: Final = re.compile(r"[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}", re.IGNORECASE)


class KnownAttribute(NamedTuple):
    """An attribute as a schema knows it."""

    slug: str
    type: str


@runtime_checkable
class AttributeLookup(Protocol):
    """A schema that finds attributes by slug or id, also those of other objects."""

    def find_attribute(self, attribute: str, of: str | None = None) -> tuple[str, str] | None:
        """Return (slug, type) of an attribute by slug or id, or None.

        `of` is the object or list that has it, by slug or id; None is the one that is queried.
        """
        ...


Types: TypeAlias = Mapping[str, str] | AttributeLookup
"""What is known about attributes: slug -> type ("companies.name" for other objects), or a schema."""


def find_attribute(types: Types | None, attribute: str, of: str | None = None) -> KnownAttribute | None:
    """Look an attribute up; None when `types` does not have it.

    >>> find_attribute({"stage": "status", "companies.name": "text"}, "name", "companies")
    KnownAttribute(slug='name', type='text')
    """
    if types is None:
        return None
    if not isinstance(types, Mapping):
        found = types.find_attribute(attribute, of)
        return None if found is None else KnownAttribute(*found)
    kind = types.get(attribute if of is None else f"{of}.{attribute}")
    return None if kind is None else KnownAttribute(attribute, kind)


def type_of(types: Types | None, attribute: str, of: str | None = None) -> str | None:
    """Tell an attribute's type when it is known and is one that the table of operators has.

    Attributes that every object has are known without a schema.
    """
    found = find_attribute(types, attribute, of)
    kind = SYSTEM_TYPES.get(attribute) if found is None else found.type
    return kind if kind in TYPES else None


def slugs_of(types: Types | None) -> tuple[str, ...]:
    """Return the slugs of the queried object that `types` can list, to name near matches."""
    if not isinstance(types, Mapping):
        return ()
    return tuple(slug for slug in types if "." not in slug)


def checked_types(types: object) -> Types | None:
    """Refuse what can tell no types; raises ArgumentTypeError."""
    if types is None or isinstance(types, (Mapping, AttributeLookup)):
        return cast("Types | None", types)
    raise ArgumentTypeError(
        "types",
        types,
        "cannot tell the types of attributes",
        fix="pass a mapping of slug to type, or a schema with find_attribute()",
    )


def refuse_unknown(attribute: str, types: Types | None, argument: str) -> None:
    """Refuse an attribute that a complete schema does not have, naming the nearest ones.

    A mapping of slugs says nothing about ids.
    """
    known = find_attribute(types, attribute) is not None or attribute in SYSTEM_TYPES
    if not known and not (isinstance(types, Mapping) and is_uuid(attribute)):
        raise ArgumentError(
            argument, attribute, "there is no attribute with this slug", allowed=sorted(slugs_of(types))
        )


def is_uuid(text: object) -> bool:
    """Tell whether a text looks like a UUID, as Attio writes them."""
    return isinstance(text, str) and _UUID.fullmatch(text) is not None
