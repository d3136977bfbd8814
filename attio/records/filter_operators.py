"""What Attio can filter by: operators by attribute type and property, as data.

Source: Attio's documentation and measured notes on its API. The first property of a type is what a filter
means that names none. Unverified: `$not_empty` on types other than domain, personal-name, interaction and the
country of a phone number; `$in` on domains; `$eq` on active_from; and whether `$starts_with` and `$ends_with`
ignore case.
"""

from __future__ import annotations

from types import MappingProxyType
from typing import TYPE_CHECKING, Final, Literal, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Mapping

Kind = Literal[
    "text", "folded", "phone", "code", "id", "name", "choice", "number", "flag", "date", "moment", "any"
]
"""How a property's values compare.

text     exactly for `$eq` and `$in`; `$contains` ignores case; `$starts_with` and `$ends_with` ignore case
         here too (unverified)
folded   like text, in lower case on both sides: Attio stores emails and domains so
phone    like text, digits only: filters match with and without "+", never in national format
code     like text, in upper case: ISO country codes
id       UUIDs, in lower case
name     slugs, exactly
choice   an option or a status, by title (exactly) or by id
number   by amount; currencies also take numeric strings
flag     true or false
date     by calendar day, YYYY-MM-DD
moment   by instant, to the nanosecond
any      a type that this library does not know: compared as the JSON that it is
"""

EQUAL: Final = ("$eq",)
RANGE: Final = ("$lt", "$lte", "$gt", "$gte")
TEXT: Final = ("$contains", "$starts_with", "$ends_with")
NOT_EMPTY: Final = "$not_empty"
OPERATORS: Final = (*EQUAL, "$in", NOT_EMPTY, *TEXT, *RANGE)
"""Every operator that exists. There is no `$ne`, no `$not_in`, no `$regex` and no relative date."""
LOGICAL: Final = ("$and", "$or", "$not")


class PropertyRule(NamedTuple):
    """How one property of an attribute type can be filtered."""

    kind: Kind
    """How its values compare."""
    operators: tuple[str, ...]
    """Operators that Attio documents or that were seen to work; `$not_empty` is added to all of them."""
    unverified: tuple[str, ...] = ()
    """Operators that may work: the local workspace takes them, the client avoids them by a rewrite."""


_MATCH = (*EQUAL, *TEXT)
_COMPARE = (*EQUAL, *RANGE)
_LINE = PropertyRule("text", _MATCH)
_PERSONAL = PropertyRule("text", _MATCH)
_EMAIL = PropertyRule("folded", _MATCH)
_DOMAIN = PropertyRule("folded", _MATCH, ("$in",))
_SINCE = PropertyRule("moment", RANGE, EQUAL)
_TEXT: Mapping[str, PropertyRule] = MappingProxyType({"value": PropertyRule("text", (*EQUAL, "$in", *TEXT))})

TYPES: Final[Mapping[str, Mapping[str, PropertyRule]]] = MappingProxyType(
    {
        "text": _TEXT,
        "number": MappingProxyType({"value": PropertyRule("number", _COMPARE)}),
        "rating": MappingProxyType({"value": PropertyRule("number", _COMPARE)}),
        "checkbox": MappingProxyType({"value": PropertyRule("flag", EQUAL)}),
        "currency": MappingProxyType({"currency_value": PropertyRule("number", _COMPARE)}),
        "date": MappingProxyType({"value": PropertyRule("date", _COMPARE)}),
        "timestamp": MappingProxyType({"value": PropertyRule("moment", _COMPARE)}),
        "select": MappingProxyType({"option": PropertyRule("choice", EQUAL), "active_from": _SINCE}),
        "status": MappingProxyType({"status": PropertyRule("choice", EQUAL), "active_from": _SINCE}),
        "record-reference": MappingProxyType(
            {
                "target_object": PropertyRule("name", EQUAL),
                "target_record_id": PropertyRule("id", (*EQUAL, "$in")),
            }
        ),
        "actor-reference": MappingProxyType(
            {
                "referenced_actor_type": PropertyRule("name", EQUAL),
                "referenced_actor_id": PropertyRule("id", EQUAL),
            }
        ),
        "email-address": MappingProxyType(
            {
                "email_address": _EMAIL,
                "email_domain": _EMAIL,
                "email_root_domain": _EMAIL,
                "email_local_specifier": _EMAIL,
            }
        ),
        "domain": MappingProxyType({"domain": _DOMAIN, "root_domain": _DOMAIN}),
        "personal-name": MappingProxyType(
            {"full_name": _PERSONAL, "first_name": _PERSONAL, "last_name": _PERSONAL}
        ),
        "phone-number": MappingProxyType(
            {"phone_number": PropertyRule("phone", _MATCH), "country_code": PropertyRule("code", EQUAL)}
        ),
        "location": MappingProxyType(
            {
                **dict.fromkeys(
                    ("line_1", "line_2", "line_3", "line_4", "locality", "region", "postcode"), _LINE
                ),
                "country_code": PropertyRule("code", (*EQUAL, "$starts_with")),
            }
        ),
        "interaction": MappingProxyType(
            {
                "interacted_at": PropertyRule("moment", _COMPARE),
                "interaction_type": PropertyRule("name", EQUAL),
                "owner_member_id": PropertyRule("id", EQUAL),
            }
        ),
    }
)
"""Attribute type -> property -> rule, in Attio's order."""

NO_DEFAULT: Final = frozenset({"location", "interaction"})
"""Types whose filters must name a property."""

FIELD_TO_SORT: Final = frozenset({"personal-name", "location", "interaction"})
"""Types that can only be sorted by a named property (which types exactly is unverified)."""

PRESENCE: Final[Mapping[str, str]] = MappingProxyType({"interaction": "interaction_type"})
"""Property that every value of a type without a default one has: what its `$not_empty` asks."""

SINGLE_VALUED: Final = frozenset(
    {
        *("text", "number", "rating", "checkbox", "currency", "date", "timestamp", "status"),
        *("personal-name", "location", "interaction"),
    }
)
"""Types whose attributes never hold several values at once."""

UNFILTERABLE: Final[Mapping[str, str]] = MappingProxyType(
    {
        "original_phone_number": "filter by phone_number, in international format",
        "original_email_address": "filter by email_address; it ignores case",
        "latitude": "filter by locality, region, postcode or country_code",
        "longitude": "filter by locality, region, postcode or country_code",
    }
)
"""Properties that values have but that Attio does not filter by, and what to use."""

SYSTEM_TYPES: Final[Mapping[str, str]] = MappingProxyType(
    {
        "record_id": "text",
        "entry_id": "text",
        "created_at": "timestamp",
        "created_by": "actor-reference",
    }
)
"""Attributes that every object or list has, whatever the schema."""

PARENT_RECORD: Final = "parent_record"
"""Name of the first step from a list's entry to its record; usable in paths only."""

MAX_STEPS: Final = 5
"""Most tuples that a path may have."""

_KNOWN_PROPERTIES: Final[Mapping[str, tuple[str, ...]]] = MappingProxyType(
    {
        name: tuple(kind for kind, rules in TYPES.items() if name in rules)
        for name in dict.fromkeys(name for rules in TYPES.values() for name in rules)
    }
)

_INSTEAD: Final[Mapping[str, str]] = MappingProxyType(
    {
        **dict.fromkeys(
            ("$ne", "$neq", "$not_eq", "$not_equal", "$not_equals"),
            'there is no "not equal": use {"$not": {"<slug>": {"$eq": ...}}} or F("<slug>") != ...',
        ),
        **dict.fromkeys(
            ("$not_in", "$nin"), 'use {"$not": {"<slug>": {"$in": [...]}}} or ~F("<slug>").in_(...)'
        ),
        **dict.fromkeys(
            ("$empty", "$is_empty", "$null", "$is_null", "$exists"),
            'use {"<slug>": {"$not_empty": true}}, {"$not": ...} of it, or F("<slug>").is_empty()',
        ),
        **dict.fromkeys(
            ("$regex", "$matches", "$like", "$ilike", "$search"), "use $contains, $starts_with or $ends_with"
        ),
        **dict.fromkeys(("$equals", "$equal", "$is"), "use $eq"),
        **dict.fromkeys(("$greater_than", "$after"), "use $gt"),
        **dict.fromkeys(("$less_than", "$before"), "use $lt"),
        "$between": 'use {"$gte": low, "$lte": high} or F("<slug>").between(low, high)',
        "$nor": "put $not on each condition",
    }
)


def instead_of(operator: str) -> str | None:
    """Name the working way to say what an operator that does not exist would say.

    >>> instead_of("$equals")
    'use $eq'
    """
    return _INSTEAD.get(operator.lower())


def default_property(attribute_type: str) -> str | None:
    """Return the property that a filter means which names none; None for a type that has no default.

    >>> default_property("personal-name"), default_property("location")
    ('full_name', None)
    """
    if attribute_type in NO_DEFAULT or attribute_type not in TYPES:
        return None
    return next(iter(TYPES[attribute_type]))


def operators_of(attribute_type: str, field: str | None = None) -> tuple[str, ...]:
    """Return the operators that a type, or one of its properties, has; empty for a type nobody knows.

    >>> operators_of("status")
    ('$eq', '$not_empty')
    """
    name = field or default_property(attribute_type) or PRESENCE.get(attribute_type)
    rule = TYPES.get(attribute_type, {}).get(name or "")
    return () if rule is None else (*rule.operators, NOT_EMPTY)


def types_with(field: str) -> tuple[str, ...]:
    """Return the attribute types that have a property.

    >>> types_with("country_code")
    ('phone-number', 'location')
    """
    return _KNOWN_PROPERTIES.get(field, ())
