"""Standard records have a property for each attribute, readable always and settable where Attio lets it."""

from __future__ import annotations

import json
from datetime import UTC, date, datetime
from typing import Any

import pytest

from attio.records.attribute_fields import Attribute
from attio.records.data import RecordData
from attio.records.typed import TYPED, CompanyData, DealData, PersonData, UserData, WorkspaceData
from attio.values.standard import standard_object
from attio.values.types import ActorRef, Interaction, Location, Money, PersonalName, RecordRef
from attio.values.write import encode_values

SAMPLES: dict[str, tuple[dict[str, Any], Any]] = {
    "text": ({"value": "x"}, "x"),
    "number": ({"value": 5}, 5),
    "currency": ({"currency_value": 5, "currency_code": "USD"}, Money(5, "USD")),
    "date": ({"value": "2026-01-31"}, date(2026, 1, 31)),
    "timestamp": ({"value": "2026-01-31T00:00:00Z"}, datetime(2026, 1, 31, tzinfo=UTC)),
    "select": ({"option": {"title": "x"}}, "x"),
    "status": ({"status": {"title": "x"}}, "x"),
    "record-reference": ({"target_object": "people", "target_record_id": "1"}, RecordRef("people", "1")),
    "actor-reference": ({"referenced_actor_type": "system", "referenced_actor_id": None}, ActorRef("system")),
    "location": ({"locality": "Bonn"}, Location(locality="Bonn")),
    "domain": ({"domain": "x.com"}, "x.com"),
    "email-address": ({"email_address": "a@x.com"}, "a@x.com"),
    "phone-number": ({"phone_number": "+49228"}, "+49228"),
    "personal-name": ({"first_name": "A", "last_name": "B", "full_name": "A B"}, PersonalName("A", "B")),
    "interaction": ({"interaction_type": "email"}, Interaction("email", None)),
}


def property_of(slug: str) -> str:
    return f"{slug}_" if hasattr(RecordData, slug) else slug


def whole(object: str) -> RecordData:
    """Return a record with a value of every standard attribute."""
    standard = standard_object(object)
    assert standard is not None
    values = {
        row.slug: [{"attribute_type": row.type, **SAMPLES[row.type][0]}] for row in standard.attributes()
    }
    return TYPED[object]({"id": {"record_id": "r-1"}, "values": values}, scope=object)


@pytest.mark.parametrize("object", sorted(TYPED))
def test_every_standard_attribute_is_a_property(object: str) -> None:
    """The property reads what the slug reads, in the shape of the built-in table, and dir() shows it."""
    record, empty = whole(object), TYPED[object]({}, scope=object)
    standard = standard_object(object)
    assert standard is not None
    for row in standard.attributes():
        name = property_of(row.slug)
        plain = SAMPLES[row.type][1]
        assert getattr(record, name) == ([plain] if row.is_multiselect else plain), name
        assert getattr(record, name) == record[row.slug]
        assert getattr(empty, name) == ([] if row.is_multiselect else None)
        assert name in dir(record)
        assert getattr(type(record), name).__doc__


@pytest.mark.parametrize("object", sorted(TYPED))
def test_properties_are_settable_where_writable(object: str) -> None:
    """Setting a property is setting the slug; what Attio sets itself says so."""
    standard = standard_object(object)
    assert standard is not None
    for row in standard.attributes():
        record = whole(object)
        name = property_of(row.slug)
        if row.is_writable:
            setattr(record, name, "new")
            assert record.changes() == {row.slug: "new"}
        else:
            with pytest.raises(AttributeError, match=f"Attio sets {row.slug} itself"):
                setattr(record, name, "new")


def test_created_at_is_the_envelope() -> None:
    """The one slug that collides goes by its name with an underscore."""
    record = PersonData(
        {
            "created_at": "2026-01-01T00:00:00Z",
            "values": {"created_at": [{"attribute_type": "timestamp", "value": "2026-02-02T00:00:00Z"}]},
        }
    )
    assert record.created_at == datetime(2026, 1, 1, tzinfo=UTC)
    assert record.created_at_ == datetime(2026, 2, 2, tzinfo=UTC)


def person() -> PersonData:
    name = {
        "attribute_type": "personal-name",
        "first_name": "Ada",
        "last_name": "King",
        "full_name": "Ada King",
    }
    emails = [{"attribute_type": "email-address", "email_address": one} for one in ("a@x.com", "b@x.com")]
    row = {
        "id": {"record_id": "r-1"},
        "values": {"name": [name], "email_addresses": emails, "phone_numbers": []},
    }
    return PersonData(json.dumps(row).encode(), scope="people")


def test_names_of_people() -> None:
    """The parts of a name read and set alone; the full name follows."""
    ada = person()
    assert (ada.first_name, ada.last_name, ada.full_name) == ("Ada", "King", "Ada King")
    ada.last_name = "Lovelace"
    assert ada.name == PersonalName("Ada", "Lovelace", "Ada Lovelace")
    ada.first_name = "Augusta"
    assert ada.full_name == "Augusta Lovelace"
    ada.full_name = "Ludwig van Beethoven"
    assert (ada.first_name, ada.last_name) == ("Ludwig", "van Beethoven")
    ada.name = "Grace Hopper"
    assert (ada.first_name, ada.full_name) == ("Grace", "Grace Hopper")
    ada.full_name = None
    assert ada.name is None and ada.full_name is None
    assert ada.changes() == {"name": None}
    ada.first_name = "Ada"
    assert ada.name == PersonalName("Ada")


def test_first_addresses() -> None:
    """email, phone and domain are the first of several; assigning replaces it and keeps the others."""
    ada = person()
    assert (ada.email, ada.emails, ada.phone, ada.phones) == ("a@x.com", ["a@x.com", "b@x.com"], None, [])
    ada.email = "new@x.com"
    ada.phone = "+49228123456"
    assert ada.email_addresses == ["new@x.com", "b@x.com"]
    assert ada.phone_numbers == ["+49228123456"]
    ada.email = None
    assert ada.emails == ["b@x.com"]
    company = CompanyData({"values": {}}, scope="companies")
    assert (company.domain, company.domains) == (None, [])
    company.domain = "x.com"
    assert company.domains == ["x.com"]
    company.domains.append("y.com")
    assert encode_values(company.changes(), object="companies") == {"domains": ["x.com", "y.com"]}


def test_typed_records_print_and_compare_as_records() -> None:
    """A typed record is a record: same identity, its own name in print."""
    assert repr(person()) == "<PersonData 'Ada King' r-1>"
    assert person() == RecordData({"id": {"record_id": "r-1"}})
    assert isinstance(PersonData.job_title, Attribute)
    assert PersonData.email.slug == "email_addresses"


def test_what_is_no_name_reads_as_an_empty_one() -> None:
    """An odd value of name has no parts, and does not raise."""
    odd = PersonData({"values": {"name": [{"attribute_type": "number", "value": 5}]}})
    assert odd.full_name is None and odd.name == 5  # type: ignore[comparison-overlap]


def test_all_five_are_there() -> None:
    """The typed records are those of the five standard objects."""
    assert TYPED == {
        "people": PersonData,
        "companies": CompanyData,
        "deals": DealData,
        "users": UserData,
        "workspaces": WorkspaceData,
    }
