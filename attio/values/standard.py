"""The attributes that Attio itself gives to people, companies, deals, users and workspaces.

One line each: slug, type, flags, then the referenced object or the usual currency. Flags: W writable,
U unique, R required, M multi-valued, D filled in by default.
"""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from .attribute_info import Choice

TABLE: Mapping[str, str] = {
    "people": """
record_id text U
name personal-name W
email_addresses email-address WUM
description text W
company record-reference W companies
job_title text W
avatar_url text -
phone_numbers phone-number WM
primary_location location W
angellist text W
facebook text W
instagram text W
linkedin text W
twitter text W
twitter_follower_count number -
first_calendar_interaction interaction -
last_calendar_interaction interaction -
next_calendar_interaction interaction -
first_email_interaction interaction -
last_email_interaction interaction -
first_interaction interaction -
last_interaction interaction -
next_interaction interaction -
strongest_connection_strength_legacy number -
strongest_connection_strength select -
strongest_connection_user actor-reference -
associated_deals record-reference WM deals
associated_users record-reference WM users
created_at timestamp D
created_by actor-reference D
""",
    "companies": """
record_id text U
domains domain WUM
name text W
description text W
team record-reference WM people
categories select WM
primary_location location W
logo_url text -
angellist text W
facebook text W
instagram text W
linkedin text W
twitter text W
twitter_follower_count number -
estimated_arr_usd select W
funding_raised_usd currency W USD
foundation_date date W
employee_range select W
first_calendar_interaction interaction -
last_calendar_interaction interaction -
next_calendar_interaction interaction -
first_email_interaction interaction -
last_email_interaction interaction -
first_interaction interaction -
last_interaction interaction -
next_interaction interaction -
strongest_connection_strength_legacy number -
strongest_connection_strength select -
strongest_connection_user actor-reference -
associated_deals record-reference WM deals
associated_workspaces record-reference WM workspaces
created_at timestamp D
created_by actor-reference D
""",
    "deals": """
record_id text U
name text WR
stage status WR
owner actor-reference WR
value currency W USD
associated_people record-reference WM people
associated_company record-reference W companies
created_at timestamp D
created_by actor-reference D
""",
    "users": """
record_id text U
person record-reference W people
primary_email_address email-address WUR
user_id text WUR
workspace record-reference WM workspaces
created_at timestamp D
created_by actor-reference D
""",
    "workspaces": """
record_id text U
workspace_id text WUR
name text W
users record-reference WM users
company record-reference W companies
avatar_url text W
created_at timestamp D
created_by actor-reference D
""",
}

EVERYWHERE: Mapping[str, str] = {
    "record_id": "text",
    "entry_id": "text",
    "created_at": "timestamp",
    "created_by": "actor-reference",
}
"""Attributes that every object or list has; all hold one value and cannot be written."""


class StandardAttribute(NamedTuple):
    """An attribute of a standard object, as far as it is the same in every workspace."""

    slug: str
    type: str
    is_multiselect: bool
    is_writable: bool
    is_required: bool
    is_unique: bool
    has_default: bool
    usual_currency: str | None
    """The currency that Attio sets up; a workspace may have chosen another."""
    allowed_objects: tuple[str, ...] | None

    @property
    def id(self) -> str | None:
        """Unknown: ids differ from workspace to workspace."""
        return None

    @property
    def is_archived(self) -> bool:
        """Standard attributes are not archived as far as is known without asking."""
        return False

    @property
    def currency_code(self) -> str | None:
        """Unknown: a workspace may have chosen another one than the usual."""
        return None

    @property
    def choices(self) -> tuple[Choice, ...] | None:
        """Unknown: a workspace may edit them."""
        return None


class StandardObject:
    """The attributes of one standard object; an `AttributeLookup`."""

    __slots__ = ("_by_slug", "name")

    def __init__(self, name: str, rows: Iterable[StandardAttribute]) -> None:
        self.name = name
        self._by_slug = {row.slug: row for row in rows}

    def find(self, key: str) -> StandardAttribute | None:
        """Return the attribute of that slug, None when it is not a standard one."""
        return self._by_slug.get(key)

    def attributes(self) -> Iterable[StandardAttribute]:
        """Return the standard attributes, in Attio's order."""
        return self._by_slug.values()


@cache
def standard_object(slug: str) -> StandardObject | None:
    """Return the attributes of a standard object, None for any other."""
    table = TABLE.get(slug)
    return None if table is None else StandardObject(slug, map(_row, table.strip().splitlines()))


def _row(line: str) -> StandardAttribute:
    slug, kind, flags, *more = line.split()
    detail = more[0] if more else None
    return StandardAttribute(
        slug,
        kind,
        "M" in flags,
        "W" in flags,
        "R" in flags,
        "U" in flags,
        "D" in flags,
        detail if kind == "currency" else None,
        (detail,) if detail is not None and kind == "record-reference" else None,
    )
