"""From plain Python to the JSON that Attio takes, for every attribute type.

Without a schema the type of an attribute is known for the standard objects only; elsewhere the Python type
decides. With a schema everything is checked before it is sent. What is already in Attio's shape passes
untouched.

What is surprising in Attio is done as it was meant: a bare name becomes first, last AND full name, a location
is sent with all ten keys, None becomes the empty list, which clears. A PATCH then ADDS the values of
multi-valued attributes and a PUT OVERWRITES them: that is up to the call, the values are the same.
"""

from __future__ import annotations

import enum
from collections.abc import Mapping
from datetime import date, datetime
from decimal import Decimal
from typing import TYPE_CHECKING, Any, cast
from uuid import UUID

from attio.core.errors import ArgumentError, ArgumentTypeError

from .linked_values import SelectValue, StatusValue
from .plain import ActorRef, Interaction, Location, Money, Option, PersonalName, Phone, RecordRef, Status
from .read import read_value
from .reference_encoders import (
    as_reference,
    complete_match,
    encode_actor_reference,
    encode_choice,
    encode_record_reference,
)
from .refusals import NotInSchemaError, Place, id_noun_of, items_of, noun_of
from .scalar_encoders import (
    checked_text,
    complete_location,
    complete_personal_name,
    encode_checkbox,
    encode_currency,
    encode_date,
    encode_domain,
    encode_email,
    encode_location,
    encode_number,
    encode_personal_name,
    encode_phone,
    encode_rating,
    encode_text,
    encode_timestamp,
)
from .simple_values import PhoneNumberValue
from .standard import standard_object
from .value import METADATA_KEYS, Value

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from .attribute_info import AttributeInfo, AttributeLookup

__all__ = ["NotInSchemaError", "encode_value", "encode_values", "wants_schema"]


def encode_values(
    values: Mapping[str, Any],
    *,
    schema: AttributeLookup | None = None,
    object: str | None = None,
    creating: bool = False,
) -> dict[str, list[Any]]:
    """Encode values by slug (or attribute id), as `{"values": ...}` of a write has them.

    `schema` turns checks on: unknown, read-only and archived attributes, unknown options and statuses,
    several values for a single-valued attribute, and with `creating` missing required ones. Without it
    `object` tells what the built-in attributes of a standard object are. Raises ArgumentError
    (ArgumentTypeError for a wrong Python type, NotInSchemaError for what the schema lacks), always naming the
    attribute.

    >>> encode_values({"name": "Ada Lovelace", "nick": None}, object="people")["name"]
    [{'first_name': 'Ada', 'last_name': 'Lovelace', 'full_name': 'Ada Lovelace'}]
    """
    if not hasattr(values, "keys"):
        raise ArgumentTypeError(
            "values", values, "is no mapping of slugs to values", fix='pass {"slug": value}'
        )
    standard = standard_object(object) if object is not None else None
    lookup = schema if schema is not None else standard
    encoded: dict[str, list[Any]] = {}
    given: set[str] = set()
    for key in values:
        info = _find(key, values[key], lookup, schema)
        known = standard.find(info.slug) if standard is not None and info is not None else None
        encoded[key] = _encode_all(values[key], Place.of(key, info, known))
        if encoded[key]:
            given.add(info.slug if info else key)
    if creating and schema is not None:
        _check_required(schema, given, encoded)
    return encoded


def _find(
    key: Any, value: Any, lookup: AttributeLookup | None, schema: AttributeLookup | None
) -> AttributeInfo | None:
    if not isinstance(key, str):
        raise ArgumentTypeError("values", key, "is no slug of an attribute", fix="key values by slug or id")
    info = lookup.find(key) if lookup is not None else None
    if schema is None:
        return info
    if info is None:
        known = [attribute.slug for attribute in schema.attributes() if not attribute.is_archived]
        raise NotInSchemaError("values", key, f"{schema.name} has no such attribute", allowed=known)
    if not info.is_writable:
        raise ArgumentError(key, value, "Attio sets this attribute itself", fix="leave it out")
    if info.is_archived:
        raise NotInSchemaError(key, value, "this attribute is archived", fix="restore it or leave it out")
    return info


def _check_required(schema: AttributeLookup, given: set[str], encoded: Mapping[str, Any]) -> None:
    missing = [
        attribute.slug
        for attribute in schema.attributes()
        if attribute.is_required
        and attribute.is_writable
        and not (attribute.is_archived or attribute.has_default or attribute.slug in given)
    ]
    if missing:
        names = ", ".join(missing)
        raise ArgumentError(
            "values", sorted(encoded), f"{schema.name} needs {names} on a create", fix=f"add {names}"
        )


def encode_value(value: Any, slug: str, info: AttributeInfo | None = None) -> list[Any]:
    """Encode what one attribute gets as the list that Attio takes; None and an empty list clear it."""
    return _encode_all(value, Place.of(slug, info))


def _encode_all(value: Any, place: Place) -> list[Any]:
    info = place.info
    if isinstance(value, enum.Enum):
        value = value.value
    if value is None:
        if place.type == "checkbox":
            place.refuse(value, "a checkbox cannot be cleared", fix="use False")
        return []
    items = (
        None
        if as_reference(value) is not None and place.type in {None, "record-reference"}
        else items_of(value)
    )
    if items is None:
        return [_encode(value, place)]
    if info is not None and not info.is_multiselect and len(items) > 1:
        place.refuse(value, f"holds one value and {len(items)} were given", fix="pass one")
    return [_encode(item, place._replace(label=f"{place.label}[{at}]")) for at, item in enumerate(items)]


def _encode(value: Any, place: Place) -> Any:
    if isinstance(value, enum.Enum):
        value = value.value
    if value is None:
        place.refuse(value, "None is no value among others", fix="leave it out")
    if isinstance(value, Value):
        place, value = _written_back(value, place)
    if isinstance(value, Mapping):
        raw = cast("Mapping[str, Any]", value)
        if METADATA_KEYS & raw.keys():
            return _encode(read_value(dict(raw)), place)
        return _COMPLETERS[place.type](raw, place) if place.type in _COMPLETERS else _shaped(raw, place)
    encoder = _ENCODERS.get(place.type or "")
    return _by_python_type(value, place) if encoder is None else encoder(value, place)


def _written_back(value: Value, place: Place) -> tuple[Place, Any]:
    """Turn a value that was read into what is written: without who and when, by id where there is one."""
    if place.type is None:
        place = place._replace(type=value.type or None)
    if place.type != (value.type or None):
        return place, value.plain
    if isinstance(value, SelectValue):
        return place, value.option
    if isinstance(value, StatusValue):
        return place, value.status
    if isinstance(value, PhoneNumberValue):
        return place, Phone(value.original_phone_number or value.phone_number or "", value.country_code)
    return place, value.plain


def _shaped(raw: Mapping[str, Any], place: Place) -> Mapping[str, Any]:
    """Complete what can only be part of a name or a place; anything else is Attio's own shape."""
    if place.type is None and raw:
        if raw.keys() <= _NAME_KEYS:
            return complete_personal_name(raw, place)
        if raw.keys() <= _PLACE_KEYS:
            return complete_location(raw)
    return raw


_NAME_KEYS = {"first_name", "last_name", "full_name"}
_PLACE_KEYS = {*Location.__match_args__}


def _refuse_interaction(value: Any, place: Place) -> Any:
    place.refuse(value, "interactions are what Attio saw and cannot be written", fix="leave it out")


_ENCODERS: dict[str, Callable[[Any, Place], Any]] = {
    "text": encode_text,
    "number": encode_number,
    "checkbox": encode_checkbox,
    "currency": encode_currency,
    "date": encode_date,
    "timestamp": encode_timestamp,
    "rating": encode_rating,
    "select": encode_choice,
    "status": encode_choice,
    "record-reference": encode_record_reference,
    "actor-reference": encode_actor_reference,
    "location": encode_location,
    "domain": encode_domain,
    "email-address": encode_email,
    "phone-number": encode_phone,
    "personal-name": encode_personal_name,
    "interaction": _refuse_interaction,
}

_COMPLETERS: dict[str | None, Callable[[Mapping[str, Any], Place], Any]] = {
    "personal-name": complete_personal_name,
    "location": lambda raw, place: complete_location(raw),  # noqa: ARG005
    "record-reference": complete_match,
}

_BY_PYTHON_TYPE: tuple[tuple[type | tuple[type, ...], Callable[[Any, Place], Any]], ...] = (
    (str, checked_text),
    (bool, encode_checkbox),
    ((int, float, Decimal), encode_number),
    (datetime, encode_timestamp),
    (date, encode_date),
    (UUID, encode_text),
    (Money, encode_currency),
    (PersonalName, encode_personal_name),
    (Location, encode_location),
    (Phone, encode_phone),
    (RecordRef, encode_record_reference),
    (ActorRef, encode_actor_reference),
    ((Option, Status), encode_choice),
    (Interaction, _refuse_interaction),
)


def _by_python_type(value: Any, place: Place) -> Any:
    """Encode for an attribute of unknown type."""
    if as_reference(value) is not None:
        return encode_record_reference(value, place)
    noun = noun_of(value)
    if noun == "workspace-member" or id_noun_of(value) == "workspace_member_id":
        return encode_actor_reference(value, place)
    if noun in {"option", "status"}:
        return encode_choice(value, place)
    for types, encoder in _BY_PYTHON_TYPE:
        if isinstance(value, types):
            return encoder(value, place)
    if hasattr(value.__class__, "__index__"):
        return encode_number(value, place)
    return place.wrong_type(value, "text, a number, a date or another plain value")


def wants_schema(values: Mapping[str, Any]) -> bool:
    """Tell whether these values can only be written safely with the schema loaded.

    A Money names a currency, Attio takes none on a write, and only the schema tells the attribute's own.
    """
    return any(_names_currency(values[key]) for key in values)


def _names_currency(value: Any) -> bool:
    if isinstance(value, (list, tuple)):
        return any(map(_names_currency, cast("Iterable[Any]", value)))
    return isinstance(value, Money) and value.currency is not None
