"""What services find things by: e-mail addresses, domains and names, as Attio keeps them. Pure."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any, cast

from attio.core.arguments import mapping, segment, text
from attio.values.plain import RecordRef
from attio.values.refusals import Place, items_of
from attio.values.scalar_encoders import encode_domain, encode_email

if TYPE_CHECKING:
    from collections.abc import Mapping

NAME_MAX = 10_000


def email_key(email: object, argument: str = "email") -> str:
    """Return an e-mail address in lower case, as Attio keeps it to compare."""
    return encode_email(email, Place(argument, "email-address", None)).lower()


def domain_key(domain: object, argument: str = "domain") -> str:
    """Return the domain of a text that may be a whole address: no scheme, path or port, and no leading www.

    >>> domain_key("https://www.Example.com/about")
    'example.com'
    """
    whole = encode_domain(domain, Place(argument, "domain", None)).lower()
    host = re.split(r"[/?#]", re.sub(r"^[a-z][\w+.-]*://", "", whole))[0]
    host = host.partition(":")[0].rstrip(".")
    shorter = host.removeprefix("www.")
    return shorter if "." in shorter else host


def name_key(name: object, argument: str = "name") -> str:
    """Return a name without the blanks around it; an empty one is refused."""
    return text(name, argument, longest=NAME_MAX).strip()


def keyed(attributes: Mapping[str, Any] | None, slug: str, key: str) -> dict[str, Any]:
    """Return attributes of a new record with the key first among the values of its multi-valued attribute."""
    given = attributes_of(attributes)
    others = [item for item in _items(given.get(slug)) if _text(item).lower() != key.lower()]
    return {**given, slug: [key, *others]}


def keys_among(attributes: Mapping[str, Any] | None, slug: str) -> list[str]:
    """Return the texts among attributes that would identify the new record too."""
    return [found for item in _items(attributes_of(attributes).get(slug)) if (found := _text(item))]


def attributes_of(attributes: Mapping[str, Any] | None) -> dict[str, Any]:
    """Return attributes as a new dict; None is none."""
    return {} if attributes is None else mapping(attributes, "attributes")


def _items(value: Any) -> list[Any]:
    if value is None:
        return []
    found = items_of(value)
    return [value] if found is None else found


def _text(item: Any) -> str:
    """Return the text of an e-mail address or domain, bare or in Attio's own shape."""
    if isinstance(item, dict):
        fields = cast("dict[str, Any]", item)
        item = fields.get("email_address", fields.get("domain"))
    return item.strip() if isinstance(item, str) else ""


def parent_id(record: object) -> str:
    """Return the id of a record that is given by itself, a reference or its id."""
    return segment(record.record_id if isinstance(record, RecordRef) else record, "record")
