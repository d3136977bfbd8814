"""`client.attributes`: what goes out, what comes back, what is refused, what models remember."""

from __future__ import annotations

import copy
import pickle
from datetime import timedelta

import pytest

from attio._async.models.attributes import AsyncAttribute
from attio.core.errors import ArgumentError, SlugConflictError
from attio.records.places import Place
from attio.records.structure import AttributeData, ListData, ObjectData
from tests.unit.shells.attio_double import Double, every, own_id

PEOPLE = ObjectData({"id": own_id(object_id="o-1"), "api_slug": "people"})
SALES = ListData({"id": own_id(list_id="l-1"), "api_slug": "sales"})


def row(slug: str = "tier", **more: object) -> dict[str, object]:
    return {
        "id": own_id(object_id="o-1", attribute_id=f"id-of-{slug}"),
        "title": slug.title(),
        "description": None,
        "api_slug": slug,
        "type": "text",
        "is_system_attribute": False,
        "is_writable": True,
        "is_required": False,
        "is_unique": False,
        "is_multiselect": False,
        "is_default_value_enabled": False,
        "is_archived": False,
        "default_value": None,
        "relationship": None,
        "config": {},
        **more,
    }


def test_list_of_an_object():
    """All attributes of an object come in one page; nothing is sent that was not asked for."""
    double = Double({"data": [row(), row("stage")]})
    page = double.run(lambda client: client.attributes.list(object="people"))
    assert double.only == ("GET", "/v2/objects/people/attributes", {}, None)
    assert [type(each) for each in page] == [AsyncAttribute] * 2 and not page.has_more
    assert page[1].id == "id-of-stage" and page[1].place == Place("objects", "people")


def test_list_of_a_list():
    """Attributes of a list come from its own route; limit, offset and archived ones can be asked for."""
    double = Double({"data": [row()]})
    page = double.run(
        lambda client: client.attributes.list(list=SALES, show_archived=True, limit=1, offset=4)
    )
    query = {"limit": "1", "offset": "4", "show_archived": "true"}
    assert double.only == ("GET", "/v2/lists/l-1/attributes", query, None)
    assert page.has_more and page[0].place == Place("lists", "l-1")


def test_iterate():
    """`iterate` gives every attribute once, each knowing where it is from."""
    double = Double({"data": [row(), row("stage")]})
    rows = double.run(lambda client: every(client.attributes.iterate(object=PEOPLE)))
    assert [each.api_slug for each in rows] == ["tier", "stage"]
    assert {each.place for each in rows} == {Place("objects", "o-1")}


@pytest.mark.parametrize(
    ("given", "message"),
    [
        ({}, 'object: is missing .*; give object="people" or list="sales"'),
        ({"object": "people", "list": "sales"}, "list: cannot be given with object"),
        ({"object": ""}, "object: is empty"),
        ({"list": ".."}, "list: consists of dots"),
        ({"object": "people", "limit": 0}, "limit: is out of range"),
        ({"object": "people", "offset": -1}, "offset: is out of range"),
    ],
)
def test_list_refuses(given, message):
    """Exactly one of object and list."""
    double = Double()
    with pytest.raises(ArgumentError, match=message):
        double.run(lambda client: client.attributes.list(**given))
    assert double.asked == []


def test_get():
    """An attribute is fetched by slug or id, and by a model that knows where it is from."""
    double = Double({"data": row()})

    async def call(client):
        found = await client.attributes.get("tier", list="sales")
        return await client.attributes.get(found)

    assert double.run(call).place == Place("lists", "sales")
    assert [asked.path for asked in double.asked] == [
        "/v2/lists/sales/attributes/tier",
        "/v2/lists/sales/attributes/id-of-tier",
    ]


def test_get_needs_a_place():
    """A slug alone, and a model made by hand, do not say whose attribute is meant."""
    for attribute in ("tier", AttributeData(row()), AsyncAttribute(row())):
        with pytest.raises(ArgumentError, match="object: is missing"):
            Double().run(lambda client, attribute=attribute: client.attributes.get(attribute))


def create(double: Double, **given):
    arguments = {"object": "deals", "title": "Deal Tier", "type": "text", **given}
    return double.run(lambda client: client.attributes.create(**arguments))


def test_a_short_create_gets_defaults():
    """Title and type are enough: every other key that Attio wants has its default."""
    double = Double({"data": row()})
    made = create(double)
    assert double.only == (
        "POST",
        "/v2/objects/deals/attributes",
        {},
        {
            "data": {
                "title": "Deal Tier",
                "description": None,
                "api_slug": "deal_tier",
                "type": "text",
                "is_required": False,
                "is_unique": False,
                "is_multiselect": False,
                "config": {},
            }
        },
    )
    assert isinstance(made, AsyncAttribute) and made.place == Place("objects", "deals")


def test_a_full_create():
    """What is given goes out."""
    double = Double({"data": row()})
    create(
        double,
        object=None,
        list="sales",
        api_slug="tier",
        description="How big",
        type="number",
        is_required=True,
        is_unique=True,
        is_multiselect=True,
        default_value=3,
    )
    assert double.only.path == "/v2/lists/sales/attributes"
    assert double.only.body["data"] == {
        "title": "Deal Tier",
        "description": "How big",
        "api_slug": "tier",
        "type": "number",
        "is_required": True,
        "is_unique": True,
        "is_multiselect": True,
        "config": {},
        "default_value": {"type": "static", "template": [{"value": 3}]},
    }


@pytest.mark.parametrize(
    ("given", "config"),
    [
        (
            {"type": "currency", "currency_code": "usd"},
            {"currency": {"default_currency_code": "USD", "display_type": "symbol"}},
        ),
        (
            {"type": "currency", "currency_code": "EUR", "display_type": "code"},
            {"currency": {"default_currency_code": "EUR", "display_type": "code"}},
        ),
        ({"type": "currency"}, {}),
        (
            {"type": "record-reference", "allowed_objects": ["people", PEOPLE]},
            {"record_reference": {"allowed_objects": ["people", "o-1"]}},
        ),
        (
            {"type": "record-reference", "allowed_objects": "people"},
            {"record_reference": {"allowed_objects": ["people"]}},
        ),
        (
            {"type": "record-reference", "allowed_objects": PEOPLE},
            {"record_reference": {"allowed_objects": ["o-1"]}},
        ),
        ({"type": "record-reference"}, {}),
        ({"type": "moon-phase", "config": {"moon": {"full": True}}}, {"moon": {"full": True}}),
    ],
)
def test_config_in_plain_words(given, config):
    """Currency and allowed objects become the config; a config of one's own goes out untouched."""
    double = Double({"data": row()})
    create(double, **given)
    assert double.only.body["data"]["config"] == config


def test_a_two_way_reference():
    """A relationship names the attribute of the other side; its slug and single value are defaults."""
    double = Double({"data": row()})
    create(double, type="record-reference", relationship={"object": PEOPLE, "title": "Owned Deals"})
    assert double.only.body["data"]["relationship"] == {
        "object": "o-1",
        "title": "Owned Deals",
        "api_slug": "owned_deals",
        "is_multiselect": False,
    }
    given = {"object": "people", "title": "X", "api_slug": "y", "is_multiselect": True}
    create(double, type="record-reference", relationship=given, allowed_objects=["people"])
    assert double.asked[1].body["data"]["relationship"] == given


@pytest.mark.parametrize(
    ("given", "message"),
    [
        ({"object": None}, "object: is missing"),
        ({"list": "sales"}, "list: cannot be given with object"),
        ({"title": ""}, "title: is empty"),
        ({"title": "→"}, "title: no slug can be made of it"),
        ({"api_slug": " "}, "api_slug: is empty"),
        ({"type": ""}, "type: is empty"),
        ({"type": 5}, "type: must be a str"),
        ({"type": "interaction"}, "type: Attio alone makes attributes of this type"),
        ({"type": "personal-name"}, "type: Attio alone makes attributes of this type"),
        ({"currency_code": "USD"}, "currency_code: attributes of type 'text' have none, only 'currency' has"),
        ({"display_type": "code"}, "display_type: attributes of type 'text' have none"),
        ({"allowed_objects": ["people"]}, "allowed_objects: attributes of type 'text' have none"),
        ({"type": "currency", "display_type": "code"}, "currency_code: is needed with display_type"),
        ({"type": "currency", "currency_code": "DOLLAR"}, "currency_code: is not three letters"),
        ({"type": "currency", "currency_code": "U5D"}, "currency_code: is not three letters"),
        ({"type": "currency", "currency_code": "TWD"}, "currency_code: Attio names the Taiwan dollar NTD"),
        ({"type": "currency", "currency_code": 5}, "currency_code: must be a str"),
        (
            {"type": "currency", "currency_code": "USD", "display_type": "narrow"},
            "display_type: is not one of the allowed values",
        ),
        (
            {"type": "currency", "currency_code": "USD", "config": {}},
            "currency_code: cannot be given with config",
        ),
        ({"config": "x"}, "config: must be a mapping"),
        ({"type": "record-reference", "allowed_objects": []}, "allowed_objects: is empty"),
        ({"type": "record-reference", "allowed_objects": ["a b"]}, "allowed_objects: holds a space"),
        ({"type": "record-reference", "allowed_objects": 5}, "allowed_objects: cannot be int"),
        (
            {"relationship": {"object": "people", "title": "X"}},
            "relationship: attributes of type 'text' have none",
        ),
        ({"type": "record-reference", "relationship": "people"}, "relationship: must be a mapping"),
        ({"type": "record-reference", "relationship": {"object": "people"}}, "relationship: has no 'title'"),
        ({"type": "record-reference", "relationship": {"title": "X"}}, "relationship: has no 'object'"),
        (
            {"type": "record-reference", "relationship": {"object": "people", "title": "→"}},
            "relationship: no slug",
        ),
        ({"type": "record-reference", "relationship": {"objects": "people"}}, "relationship: .*'object'"),
        (
            {
                "type": "record-reference",
                "relationship": {"object": "people", "title": "X"},
                "allowed_objects": ["people", "companies"],
            },
            "allowed_objects: relationship allows its own object only",
        ),
        ({"default_value": []}, "default_value: is empty"),
    ],
)
def test_create_refuses(given, message):
    """What Attio would refuse, or nobody can mean, is refused by name before sending."""
    double = Double()
    with pytest.raises(ArgumentError, match=message):
        create(double, **given)
    assert double.asked == []


def test_a_taken_slug():
    """A slug that is taken is a SlugConflictError."""
    refused = {"status_code": 409, "type": "invalid_request_error", "code": "slug_conflict", "message": "no"}
    with pytest.raises(SlugConflictError):
        create(Double((409, refused)))


def test_update():
    """An update carries what was given; None clears description and default."""
    double = Double({"data": row()})
    double.run(
        lambda client: client.attributes.update(
            "tier", object="deals", title="New", description=None, default_value=None, is_unique=True
        )
    )
    assert double.only == (
        "PATCH",
        "/v2/objects/deals/attributes/tier",
        {},
        {"data": {"title": "New", "description": None, "is_unique": True, "default_value": None}},
    )


def test_update_of_the_config():
    """The config is changed in plain words too."""
    double = Double({"data": row()})
    double.run(
        lambda client: client.attributes.update(
            "value", object="deals", currency_code="EUR", display_type="name"
        )
    )
    double.run(lambda client: client.attributes.update("ref", object="deals", allowed_objects=["people"]))
    assert [asked.body["data"] for asked in double.asked] == [
        {"config": {"currency": {"default_currency_code": "EUR", "display_type": "name"}}},
        {"config": {"record_reference": {"allowed_objects": ["people"]}}},
    ]


@pytest.mark.parametrize(
    ("given", "message"),
    [
        ({}, "attribute: there is nothing to change"),
        ({"title": ""}, "title: is empty"),
        ({"api_slug": ""}, "api_slug: is empty"),
        ({"display_type": "code"}, "currency_code: is needed with display_type"),
        (
            {"default_value": 3},
            "default_value: a plain value cannot be the default of an attribute whose type",
        ),
    ],
)
def test_update_refuses(given, message):
    """An update that says nothing, or too little, is refused."""
    with pytest.raises(ArgumentError, match=message):
        Double().run(lambda client: client.attributes.update("tier", object="deals", **given))


def test_archive():
    """Archiving is an update; so is bringing back."""
    double = Double({"data": row(is_archived=True)})
    archived = double.run(lambda client: client.attributes.archive("tier", list="sales"))
    double.run(lambda client: client.attributes.update(archived, is_archived=False))
    assert archived.is_archived
    assert double.asked == [
        ("PATCH", "/v2/lists/sales/attributes/tier", {}, {"data": {"is_archived": True}}),
        ("PATCH", "/v2/lists/sales/attributes/id-of-tier", {}, {"data": {"is_archived": False}}),
    ]


def test_the_model_acts():
    """A model of a list's attribute addresses the list, though its id says object."""
    double = Double(
        {"data": [row(type="date")]}, {"data": row()}, {"data": row(is_archived=True)}, {"data": row()}
    )

    async def call(client):
        (found,) = await AsyncAttribute.list(client=client, list="sales")
        await found.update(default_value=timedelta(days=3))
        await found.archive()
        assert found.is_archived and found.place == Place("lists", "sales")
        await found.refresh()
        assert not found.is_archived

    double.run(call)
    path = "/v2/lists/sales/attributes/id-of-tier"
    assert double.asked[1:] == [
        ("PATCH", path, {}, {"data": {"default_value": {"type": "dynamic", "template": "P3D"}}}),
        ("PATCH", path, {}, {"data": {"is_archived": True}}),
        ("GET", path, {}, None),
    ]


def test_a_model_made_by_hand_can_be_told():
    """A model without a place takes one as an argument, or set on it."""
    double = Double({"data": row()})

    async def call(client):
        made = client.bind(AsyncAttribute(row()))
        with pytest.raises(ArgumentError, match="object: is missing"):
            await made.update(title="x")
        await made.update(title="x", object="deals")
        made.place = Place("lists", "sales")
        await made.refresh()

    double.run(call)
    assert [asked.path for asked in double.asked] == [
        "/v2/objects/deals/attributes/id-of-tier",
        "/v2/lists/sales/attributes/id-of-tier",
    ]


def test_copies_and_pickles_remember_the_place():
    """A pickle drops the client and keeps the place; a shallow copy keeps both."""
    page = Double({"data": [row()]}).run(lambda client: client.attributes.list(object="people"))
    for again in (pickle.loads(pickle.dumps(page[0])), copy.deepcopy(page[0])):
        assert again.place == Place("objects", "people") and again._client is None
        assert again == page[0] and again.raw == page[0].raw
    assert copy.copy(page[0]).place == page[0].place and copy.copy(page[0])._client is page[0]._client
