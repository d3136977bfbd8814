"""`client.attributes.options` and `.statuses`: what goes out, what comes back, what is refused."""

from __future__ import annotations

import pickle
from datetime import timedelta

import pytest
from dateutil.relativedelta import relativedelta

from attio._async.models.attributes import AsyncAttribute, AsyncOption, AsyncStatus
from attio.core.errors import ArgumentError, SlugConflictError, ValueNotFoundError
from attio.records.places import AttributePlace, Place
from tests.unit.shells.attio_double import Double, every, own_id

STAGE = AsyncAttribute(
    {"id": own_id(object_id="l-1", attribute_id="a-1"), "api_slug": "stage"}, place=Place("lists", "sales")
)
WHERE = {"attribute": "stage", "object": "deals"}


def row(kind: str, number: int = 1) -> dict[str, object]:
    own = {"options": "option_id", "statuses": "status_id"}[kind]
    return {
        "id": own_id(object_id="o-1", attribute_id="a-1", **{own: f"id-{number}"}),
        "title": f"In Progress {number}",
        "is_archived": False,
        "celebration_enabled": False,
        "target_time_in_status": "P3D",
    }


@pytest.fixture(params=["options", "statuses"])
def kind(request) -> str:
    """Both kinds of choices have the same routes."""
    return request.param


def the(client, kind: str):
    return getattr(client.attributes, kind)


def test_list(kind):
    """Choices come as a whole; a limit cuts them here; they remember their attribute."""
    double = Double({"data": [row(kind, 1), row(kind, 2)]})
    page = double.run(lambda client: the(client, kind).list("stage", object="deals", limit=1))
    assert double.only == ("GET", f"/v2/objects/deals/attributes/stage/{kind}", {}, None)
    assert isinstance(page[0], {"options": AsyncOption, "statuses": AsyncStatus}[kind])
    assert page.has_more and page[0].id == "id-1"
    assert page[0].place == AttributePlace("objects", "deals", "stage")
    assert page[0].place.arguments() == {"object": "deals", "attribute": "stage"}


def test_list_of_a_model(kind):
    """A model of an attribute says which list it is of."""
    double = Double({"data": [row(kind)]})
    rows = double.run(lambda client: every(the(client, kind).iterate(STAGE, show_archived=True)))
    assert double.only == ("GET", f"/v2/lists/sales/attributes/a-1/{kind}", {"show_archived": "true"}, None)
    assert rows[0].place == AttributePlace("lists", "sales", "a-1")


def test_list_with_archived_ones(kind):
    """Archived ones are asked for when wanted."""
    double = Double({"data": []})
    double.run(lambda client: the(client, kind).list("stage", list="sales", show_archived=True))
    assert double.only.query == {"show_archived": "true"}


@pytest.mark.parametrize(
    ("given", "message"),
    [
        ({"attribute": "stage"}, "object: is missing"),
        ({"attribute": "stage", "object": "deals", "list": "sales"}, "list: cannot be given with object"),
        ({"attribute": None, "object": "deals"}, "attribute: is missing"),
        ({"attribute": "a b", "object": "deals"}, "attribute: holds a space"),
    ],
)
def test_list_refuses(kind, given, message):
    """The attribute, and whose it is, are needed."""
    double = Double()
    with pytest.raises(ArgumentError, match=message):
        double.run(lambda client: the(client, kind).list(**given))
    assert double.asked == []


def test_create_an_option():
    """An option has a title."""
    double = Double({"data": row("options")})
    made = double.run(lambda client: client.attributes.options.create("tags", "VIP", object="people"))
    assert double.only == (
        "POST",
        "/v2/objects/people/attributes/tags/options",
        {},
        {"data": {"title": "VIP"}},
    )
    assert isinstance(made, AsyncOption) and made.place == AttributePlace("objects", "people", "tags")


def test_create_a_status():
    """A status is neither celebrated nor timed unless it is said."""
    double = Double({"data": row("statuses")})
    made = double.run(lambda client: client.attributes.statuses.create(STAGE, title="Won"))
    assert double.only == (
        "POST",
        "/v2/lists/sales/attributes/a-1/statuses",
        {},
        {"data": {"title": "Won", "celebration_enabled": False, "target_time_in_status": None}},
    )
    assert isinstance(made, AsyncStatus) and made.target_time_in_status == relativedelta(days=3)


@pytest.mark.parametrize(
    ("given", "sent"),
    [("P3D", "P3D"), (timedelta(hours=36), "P1DT12H"), (relativedelta(months=1), "P1M"), (None, None)],
)
def test_a_time_in_status(given, sent):
    """A duration goes out as ISO 8601 text."""
    double = Double({"data": row("statuses")})
    call = {"title": "Won", "celebration_enabled": True, "target_time_in_status": given}
    double.run(lambda client: client.attributes.statuses.create("stage", object="deals", **call))
    assert double.only.body["data"] == {
        "title": "Won",
        "celebration_enabled": True,
        "target_time_in_status": sent,
    }


@pytest.mark.parametrize(
    ("given", "message"),
    [
        ("3 days", "target_time_in_status: is not an ISO 8601 duration"),
        (3, "target_time_in_status: cannot be int"),
        (relativedelta(months=1, days=-1), "target_time_in_status: a duration whose months and days"),
    ],
)
def test_what_is_no_duration(given, message):
    """What is no duration is refused by name, in create and in update."""
    for verb, first in (("create", "stage"), ("update", "Won")):
        where = {"object": "deals"} if verb == "create" else WHERE
        with pytest.raises(ArgumentError, match=message):
            Double().run(
                lambda client, verb=verb, first=first, where=where: getattr(client.attributes.statuses, verb)(
                    first, title="x", target_time_in_status=given, **where
                )
            )


@pytest.mark.parametrize("title", ["", " ", None])
def test_a_title_is_needed(kind, title):
    """A choice has a title with something in it."""
    with pytest.raises(ArgumentError, match="title: "):
        Double().run(lambda client: the(client, kind).create("stage", title, object="deals"))


def test_update_by_title(kind):
    """A choice is named by its title, whatever stands in it, or by its id."""
    double = Double({"data": row(kind)})
    double.run(lambda client: the(client, kind).update("In Progress / 50 %", **WHERE, title="New"))
    path = f"/v2/objects/deals/attributes/stage/{kind}/In%20Progress%20%2F%2050%20%25"
    assert double.only == ("PATCH", path, {}, {"data": {"title": "New"}})


def test_update_of_a_status():
    """None removes the target time; what is not given stays."""
    double = Double({"data": row("statuses")})
    double.run(
        lambda client: client.attributes.statuses.update(
            "Won", **WHERE, target_time_in_status=None, celebration_enabled=True
        )
    )
    assert double.only.body == {"data": {"celebration_enabled": True, "target_time_in_status": None}}


def test_archive(kind):
    """Archiving is an update; a model needs nothing beside itself."""
    double = Double({"data": row(kind)})

    async def call(client):
        archived = await the(client, kind).archive("In Progress 1", **WHERE)
        await the(client, kind).update(archived, is_archived=False)
        await the(client, kind).update(archived, list="other", is_archived=False)
        await the(client, kind).update(archived, attribute="phase", is_archived=False)

    double.run(call)
    assert [asked.path.replace(f"/{kind}/", " ") for asked in double.asked] == [
        "/v2/objects/deals/attributes/stage In%20Progress%201",
        "/v2/objects/deals/attributes/stage id-1",
        "/v2/lists/other/attributes/stage id-1",
        "/v2/objects/deals/attributes/phase id-1",
    ]
    assert [asked.body["data"]["is_archived"] for asked in double.asked] == [True, False, False, False]


@pytest.mark.parametrize(
    ("given", "message"),
    [
        ({"title": "x"}, "attribute: is missing"),
        ({"title": "x", "attribute": "stage"}, "object: is missing"),
        ({"title": "x", "object": "deals"}, "attribute: is missing"),
        ({**WHERE}, "there is nothing to change"),
        ({**WHERE, "title": ""}, "title: is empty"),
    ],
)
def test_update_refuses(kind, given, message):
    """A title alone does not say of which attribute it is; nothing to change is refused."""
    with pytest.raises(ArgumentError, match=message):
        Double().run(lambda client: the(client, kind).update("Won", **given))


def test_the_model_acts(kind):
    """A choice changes and archives itself, below the list that it is from, also after a pickle."""
    double = Double({"data": row(kind)})
    model = {"options": AsyncOption, "statuses": AsyncStatus}[kind]

    async def call(client):
        made = await model.create(client=client, attribute=STAGE, title="In Progress")
        await made.update(title="Other")
        again = client.bind(pickle.loads(pickle.dumps(made)))
        await again.archive()

    double.run(call)
    assert [(asked.method, asked.path) for asked in double.asked] == [
        ("POST", f"/v2/lists/sales/attributes/a-1/{kind}"),
        ("PATCH", f"/v2/lists/sales/attributes/a-1/{kind}/id-1"),
        ("PATCH", f"/v2/lists/sales/attributes/a-1/{kind}/id-1"),
    ]


def test_errors_come_through(kind):
    """A taken title is a SlugConflictError, an unknown choice a ValueNotFoundError."""
    taken = {"status_code": 409, "type": "invalid_request_error", "code": "slug_conflict", "message": "no"}
    with pytest.raises(SlugConflictError):
        Double((409, taken)).run(lambda client: the(client, kind).create("stage", "x", object="deals"))
    unknown = {
        "status_code": 400,
        "type": "invalid_request_error",
        "code": "value_not_found",
        "message": "no",
    }
    with pytest.raises(ValueNotFoundError):
        Double((400, unknown)).run(lambda client: the(client, kind).archive("x", **WHERE))
