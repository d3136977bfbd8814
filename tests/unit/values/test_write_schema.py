"""With a schema, writes are checked before anything is sent."""

from __future__ import annotations

import pickle
from collections.abc import Iterable
from typing import Any, NamedTuple

import pytest

from attio.core.errors import ArgumentError
from attio.records.data import RecordData
from attio.records.ids import RecordId
from attio.values.attribute_info import AttributeLookup
from attio.values.standard import StandardObject, standard_object
from attio.values.types import Money, Option, RecordRef
from attio.values.write import NotInSchemaError, encode_values

ID = "891dcbfc-9141-415d-9b2a-2238a6cc012d"
OTHER = "12345678-9141-415d-9b2a-2238a6cc012d"


class Attribute(NamedTuple):
    """An attribute as a schema describes it."""

    slug: str
    type: str
    is_multiselect: bool = False
    allowed_objects: tuple[str, ...] | None = None
    currency_code: str | None = None
    choices: tuple[Option, ...] | None = None
    is_writable: bool = True
    is_required: bool = False
    is_unique: bool = False
    is_archived: bool = False
    has_default: bool = False
    id: str | None = None


STAGES = (
    Option("Lead", ID),
    Option("In Progress"),
    Option("Won 🎉"),
    Option("Old", is_archived=True),
    Option(),
)


class Deals:
    """The schema of deals in some workspace."""

    name = "deals"
    rows = (
        Attribute("name", "text", is_required=True),
        Attribute("stage", "status", is_required=True, choices=STAGES),
        Attribute("owner", "actor-reference", is_required=True, has_default=True),
        Attribute("value", "currency", currency_code="EUR", id=OTHER),
        Attribute("local", "currency", currency_code="NTD"),
        Attribute("associated_company", "record-reference", allowed_objects=("companies",)),
        Attribute("by_id", "record-reference", allowed_objects=(OTHER,)),
        Attribute("anyone", "record-reference", True, allowed_objects=("people", "companies")),
        Attribute("tags", "select", True, choices=(Option("vip"), Option("new"))),
        Attribute("flag", "checkbox", is_required=True, is_archived=True),
        Attribute("created_at", "timestamp", is_writable=False, is_required=True),
    )

    def find(self, key: str) -> Attribute | None:
        return next((row for row in self.rows if key in (row.slug, row.id)), None)

    def attributes(self) -> Iterable[Attribute]:
        return self.rows


def encode(values: dict[str, Any], *, creating: bool = False) -> dict[str, Any]:
    return encode_values(values, schema=Deals(), creating=creating)


def test_checked_values_go_out() -> None:
    """What fits the schema is encoded by it, by slug or by attribute id."""
    sent = encode(
        {
            "name": "Big one",
            "stage": "Lead",
            OTHER: Money(5, "eur"),
            "local": Money(5, "TWD"),
            "tags": {"vip", "new"},
            "associated_company": ID,
            "anyone": [("people", ID), RecordRef("companies", ID)],
        },
        creating=True,
    )
    assert sent == {
        "name": ["Big one"],
        "stage": ["Lead"],
        OTHER: [5],
        "local": [5],
        "tags": ["new", "vip"],
        "associated_company": [{"target_object": "companies", "target_record_id": ID}],
        "anyone": [
            {"target_object": "people", "target_record_id": ID},
            {"target_object": "companies", "target_record_id": ID},
        ],
    }


@pytest.mark.parametrize("choice", ["Lead", ID, Option("Lead", ID), "Won 🎉", "Old"])
def test_choices_by_title_or_id(choice: Any) -> None:
    """An option or status is known by its exact title or its id, also an archived one."""
    assert encode({"stage": choice})["stage"]


BAD: list[tuple[dict[str, Any], type[ArgumentError], str]] = [
    (
        {"nmae": "x"},
        NotInSchemaError,
        "values: deals has no such attribute (got 'nmae')",
    ),
    ({"nmae": "x"}, NotInSchemaError, "'name'"),
    (
        {"created_at": "x"},
        ArgumentError,
        "created_at: Attio sets this attribute itself (got 'x'); leave it out",
    ),
    ({"flag": True}, NotInSchemaError, "flag: this attribute is archived"),
    (
        {"stage": "lead"},
        NotInSchemaError,
        "stage: is not a status of this attribute (got 'lead'); titles are matched to the letter: use 'Lead'",
    ),
    ({"stage": "Lost"}, NotInSchemaError, "stage: is not a status of this attribute (got 'Lost')"),
    ({"stage": "Lost"}, NotInSchemaError, "In Progress"),
    ({"tags": ["vip", "nwe"]}, NotInSchemaError, "tags[1]: is not an option of this attribute (got 'nwe')"),
    ({"stage": ["Lead", "Won 🎉"]}, ArgumentError, "stage: holds one value and 2 were given"),
    (
        {"value": Money(5, "USD")},
        ArgumentError,
        "value: the attribute holds EUR and Attio takes no currency on a write: USD would become EUR",
    ),
    ({"value": Money(5, "USD")}, ArgumentError, "convert the amount and pass Money(amount, 'EUR')"),
    ({"value": Money(5, "QQQ")}, ArgumentError, "'QQQ' is not a currency"),
    (
        {"associated_company": ("people", ID)},
        ArgumentError,
        "associated_company: is a record of people, and the attribute holds records of companies",
    ),
    (
        {"associated_company": RecordData({"id": {"record_id": ID}}, scope="people")},
        ArgumentError,
        "is a record of people",
    ),
    (
        {"associated_company": {"target_object": "people", "email_addresses": "a@x.com"}},
        ArgumentError,
        "is a record of people",
    ),
    ({"by_id": RecordId(ID, object_id=ID)}, ArgumentError, f"is a record of {ID}"),
    (
        {"by_id": RecordData({"id": {"record_id": ID, "object_id": ID}}, scope="people")},
        ArgumentError,
        f"by_id: is a record of people, and the attribute holds records of {OTHER}",
    ),
    (
        {"anyone": ID},
        ArgumentError,
        "anyone: does not say of which object the record is, and several can be meant: people, companies",
    ),
    ({"anyone": {"name": "x"}}, ArgumentError, "does not say of which object the record is"),
]


@pytest.mark.parametrize(("values", "error", "message"), BAD, ids=[str(n) for n in range(len(BAD))])
def test_what_does_not_fit_is_refused(
    values: dict[str, Any], error: type[ArgumentError], message: str
) -> None:
    """The message names the attribute, the value and what is allowed."""
    with pytest.raises(error) as caught:
        encode(values)
    assert message in str(caught.value)


def test_a_slug_and_an_id_of_an_object_cannot_be_compared() -> None:
    """An attribute whose objects are known by id only takes any slug: Attio decides."""
    assert encode({"by_id": ("people", ID)}) == {
        "by_id": [{"target_object": "people", "target_record_id": ID}]
    }


def test_the_built_in_table_names_the_objects_that_a_schema_knows_by_id() -> None:
    """A schema has ids only; for standard attributes the slugs are known as well."""

    class People:
        name = "people"

        def find(self, key: str) -> Attribute | None:
            return Attribute("company", "record-reference", allowed_objects=(OTHER,))

        def attributes(self) -> Iterable[Attribute]:
            return ()

    people: AttributeLookup = People()
    sent = encode_values({"company": ID}, schema=people, object="people")
    assert sent == {"company": [{"target_object": "companies", "target_record_id": ID}]}
    for fits in (("companies", ID), RecordId(ID, object_id=OTHER)):
        assert encode_values({"company": fits}, schema=people, object="people")
    with pytest.raises(
        ArgumentError, match="is a record of deals, and the attribute holds records of companies"
    ):
        encode_values({"company": ("deals", ID)}, schema=people, object="people")
    assert encode_values({"company": ("deals", ID)}, schema=people)


def test_a_create_needs_the_required_attributes() -> None:
    """All that are missing are named at once; defaults, archived and read-only ones are not needed."""
    with pytest.raises(ArgumentError) as caught:
        encode({"name": None, "value": 5}, creating=True)
    assert "deals needs name, stage on a create (got list(['name', 'value'])); add name, stage" in str(
        caught.value
    )
    assert encode({"value": 5}) == {"value": [5]}


def test_a_refusal_pickles_with_its_kind() -> None:
    """The error that tells a stale schema survives a process border."""
    with pytest.raises(NotInSchemaError) as caught:
        encode({"nope": 1})
    clone = pickle.loads(pickle.dumps(caught.value))
    assert type(clone) is NotInSchemaError and str(clone) == str(caught.value)


def test_the_standard_table_is_a_lookup() -> None:
    """The built-in table answers what a schema answers, as far as it is the same everywhere."""
    people = standard_object("people")
    assert isinstance(people, StandardObject)
    company = people.find("company")
    assert company is not None
    assert (company.type, company.is_multiselect, company.allowed_objects) == (
        "record-reference",
        False,
        ("companies",),
    )
    assert (company.id, company.choices, company.currency_code, company.is_archived) == (
        None,
        None,
        None,
        False,
    )
    deals = standard_object("deals")
    assert deals is not None and deals.find("value").usual_currency == "USD"  # type: ignore[union-attr]
    assert [row.slug for row in deals.attributes() if row.is_required] == ["name", "stage", "owner"]
    assert people.find("nope") is None
    assert standard_object("projects") is None
    assert standard_object("people") is people
