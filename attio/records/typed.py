"""Standard records with a property for each attribute that Attio gives them.

Custom attributes are read by slug: `person["nick"]`. `created_at_` is the attribute; `created_at` is when the
record itself was made, which differs from it by seconds.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from attio.values.names import split_name
from attio.values.plain import PersonalName

from .attribute_fields import (
    actor,
    day,
    first_text,
    fixed_actor,
    fixed_moment,
    fixed_number,
    fixed_text,
    interaction,
    location,
    money,
    name,
    record,
    records,
    text,
    texts,
)
from .data import RecordData

if TYPE_CHECKING:
    from collections.abc import Mapping


class _StandardData(RecordData):
    """What all standard records have."""

    __slots__ = ()

    record_id = fixed_text("The record's id, as an attribute.")
    created_at_ = fixed_moment("The attribute created_at.")
    created_by = fixed_actor("Who created the record.")


class _ContactData(_StandardData):
    """What people and companies both have: where they are and when the team was in touch."""

    __slots__ = ()

    description = text("What they do, in prose.")
    primary_location = location("Where they are.")
    angellist = text("Address of the AngelList profile.")
    facebook = text("Address of the Facebook profile.")
    instagram = text("Address of the Instagram profile.")
    linkedin = text("Address of the LinkedIn profile.")
    twitter = text("Address of the profile on X.")
    twitter_follower_count = fixed_number("How many follow the profile on X.")
    first_calendar_interaction = interaction("The first meeting.")
    last_calendar_interaction = interaction("The latest meeting.")
    next_calendar_interaction = interaction("The next meeting.")
    first_email_interaction = interaction("The first e-mail.")
    last_email_interaction = interaction("The latest e-mail.")
    first_interaction = interaction("The first contact of any kind.")
    last_interaction = interaction("The latest contact of any kind.")
    next_interaction = interaction("The next contact of any kind.")
    strongest_connection_strength_legacy = fixed_number("Strength of the connection on the old scale.")
    strongest_connection_strength = fixed_text("Strength of the strongest connection to the team.")
    strongest_connection_user = fixed_actor("Who of the team has the strongest connection.")
    associated_deals = records("Deals that they are part of.")


class PersonData(_ContactData):
    """Hold a person.

    >>> value = {"attribute_type": "personal-name", "first_name": "Ada", "last_name": "Lovelace",
    ...          "full_name": "Ada Lovelace"}
    >>> person = PersonData({"id": {"record_id": "891d"}, "values": {"name": [value]}}, scope="people")
    >>> person.full_name, person.last_name, person.job_title
    ('Ada Lovelace', 'Lovelace', None)
    """

    __slots__ = ()

    name = name("The name in its parts; a text may be assigned.")
    email_addresses = texts("All e-mail addresses.")
    emails = texts("All e-mail addresses; another word for `email_addresses`.", slug="email_addresses")
    email = first_text("The first e-mail address; assigning replaces it.", slug="email_addresses")
    phone_numbers = texts("All phone numbers.")
    phones = texts("All phone numbers; another word for `phone_numbers`.", slug="phone_numbers")
    phone = first_text("The first phone number; assigning replaces it.", slug="phone_numbers")
    company = record("The company that the person works for.")
    job_title = text("What the person does there.")
    avatar_url = fixed_text("Address of a picture.")
    associated_users = records("Users of your product who are this person.")

    def _name(self) -> PersonalName:
        found = self.get("name")
        if isinstance(found, str):
            return split_name(found)
        return found if isinstance(found, PersonalName) else PersonalName()

    def _rename(self, **changes: str | None) -> None:
        known = self._name()
        parts: Mapping[str, str | None] = {
            "first_name": known.first_name,
            "last_name": known.last_name,
            **changes,
        }
        self["name"] = PersonalName(**parts)

    @property
    def full_name(self) -> str | None:
        """The whole name; an assigned text is split into its parts."""
        return self._name().full_name

    @full_name.setter
    def full_name(self, value: str | None) -> None:
        self["name"] = None if value is None else split_name(value)

    @property
    def first_name(self) -> str | None:
        """The first name; assigning keeps the last name and puts the full name together anew."""
        return self._name().first_name

    @first_name.setter
    def first_name(self, value: str | None) -> None:
        self._rename(first_name=value)

    @property
    def last_name(self) -> str | None:
        """The last name; assigning keeps the first name and puts the full name together anew."""
        return self._name().last_name

    @last_name.setter
    def last_name(self, value: str | None) -> None:
        self._rename(last_name=value)


class CompanyData(_ContactData):
    """Hold a company."""

    __slots__ = ()

    name = text("Name of the company.")
    domains = texts("All domains.")
    domain = first_text("The first domain; assigning replaces it.", slug="domains")
    team = records("People who work there.")
    categories = texts("What the company is about: titles of options.")
    logo_url = fixed_text("Address of the logo.")
    estimated_arr_usd = text("Estimated annual revenue: title of an option.")
    funding_raised_usd = money("Funding raised so far.")
    foundation_date = day("When it was founded.")
    employee_range = text("How many work there: title of an option.")
    associated_workspaces = records("Workspaces of your product that belong to it.")


class DealData(_StandardData):
    """Hold a deal."""

    __slots__ = ()

    name = text("Name of the deal; needed on a create.")
    stage = text("Title of the status that the deal is in; needed on a create.")
    owner = actor("The member who owns the deal; needed on a create.")
    value = money("What the deal is worth.")
    associated_people = records("People who are part of it.")
    associated_company = record("The company that it is with.")


class UserData(_StandardData):
    """Hold a user of your product."""

    __slots__ = ()

    person = record("The person who is this user.")
    primary_email_address = text("The e-mail address; unique, needed on a create.")
    user_id = text("Your own id of the user; unique, needed on a create.")
    workspace = records("Workspaces of your product that the user is in.")


class WorkspaceData(_StandardData):
    """Hold a workspace of your product."""

    __slots__ = ()

    workspace_id = text("Your own id of the workspace; unique, needed on a create.")
    name = text("Name of the workspace.")
    users = records("Users who are in it.")
    company = record("The company that it belongs to.")
    avatar_url = text("Address of a picture.")


TYPED: Mapping[str, type[RecordData]] = {
    "people": PersonData,
    "companies": CompanyData,
    "deals": DealData,
    "users": UserData,
    "workspaces": WorkspaceData,
}
"""The typed record of each standard object."""
