"""`client.objects`: what goes out, what comes back, what is refused."""

from __future__ import annotations

import pickle

import pytest

from attio._async.models.objects import AsyncObject
from attio.core.errors import ArgumentError, DecodeError, NotFoundError, SystemEditError
from tests.unit.shells.attio_double import WORKSPACE, Double, every, own_id


def row(number: int = 1) -> dict[str, object]:
    return {
        "id": own_id(object_id=f"o-{number}"),
        "api_slug": f"things_{number}",
        "singular_noun": "Thing",
        "plural_noun": "Things",
        "created_at": "2026-05-16T01:34:05.738000000Z",
    }


FIVE = {"data": [row(number) for number in range(5)]}


def test_list_sends_no_paging_and_gives_models():
    """Attio takes neither limit nor offset for objects, so none is sent."""
    double = Double(FIVE)
    page = double.run(lambda client: client.objects.list())
    assert double.only == ("GET", "/v2/objects", {}, None)
    assert [type(thing) for thing in page] == [AsyncObject] * 5
    assert (page[0].id, page[0].id.workspace_id, page[0].api_slug) == ("o-0", WORKSPACE, "things_0")
    assert not page.has_more
    assert page.response.status == page[0].response.status == 200


@pytest.mark.parametrize(
    ("limit", "offset", "slugs", "more"),
    [
        (2, None, [0, 1], True),
        (2, 3, [3, 4], False),
        (None, 4, [4], False),
        (5, 0, [0, 1, 2, 3, 4], False),
        (2, 9, [], False),
    ],
)
def test_list_cuts_here(limit, offset, slugs, more):
    """`limit` and `offset` cut the whole list, and `has_more` tells whether rows were left out behind the cut."""
    page = Double(FIVE).run(lambda client: client.objects.list(limit=limit, offset=offset))
    assert [thing.api_slug for thing in page] == [f"things_{number}" for number in slugs]
    assert page.has_more is more


def test_pages_of_a_cut_list_follow_each_other():
    """`next_page` and `auto_paginate` go through the cuts without a gap, one request each."""

    async def call(client):
        page = await client.objects.list(limit=2)
        second = await page.next_page()
        rest = [thing.api_slug async for thing in page.auto_paginate()]
        last = await (await second.next_page()).next_page()
        return [thing.api_slug for thing in second], rest, last

    double = Double(FIVE)
    second, rest, last = double.run(call)
    assert second == ["things_2", "things_3"]
    assert rest == [f"things_{number}" for number in range(5)]
    assert last is None
    assert len(double.asked) == 5 and {asked.query.__len__() for asked in double.asked} == {0}


@pytest.mark.parametrize("bad", [{"limit": 0}, {"limit": -1}, {"offset": -1}, {"limit": True}])
def test_a_wrong_cut_is_refused(bad):
    """A limit below one and a negative offset are refused before anything is sent."""
    double = Double(FIVE)
    with pytest.raises(ArgumentError, match=next(iter(bad))):
        double.run(lambda client: client.objects.list(**bad))
    assert double.asked == []


def test_iterate_asks_once():
    """`iterate` goes through everything with one request, or as far as `max_items` says."""
    double = Double(FIVE)
    assert len(double.run(lambda client: every(client.objects.iterate()))) == 5
    assert len(double.run(lambda client: every(client.objects.iterate(max_items=3)))) == 3
    assert double.asked == [("GET", "/v2/objects", {}, None)] * 2


def test_get_takes_a_slug_an_id_and_a_model():
    """An object is addressed by slug, id or model."""
    double = Double({"data": row(7)})

    async def call(client):
        found = await client.objects.get("things_7")
        await client.objects.get(found)
        return found

    assert double.run(call).singular_noun == "Thing"
    assert [asked.path for asked in double.asked] == ["/v2/objects/things_7", "/v2/objects/o-7"]


@pytest.mark.parametrize("bad", ["", "..", "a/b", None, 5])
def test_get_refuses_what_is_no_object(bad):
    """What cannot be a step of the path never leaves."""
    double = Double()
    with pytest.raises(ArgumentError, match="object"):
        double.run(lambda client: client.objects.get(bad))
    assert double.asked == []


def test_create():
    """A create carries slug and both nouns."""
    double = Double({"data": row()})
    names = {"api_slug": "things_1", "singular_noun": "Thing", "plural_noun": "Things"}
    made = double.run(lambda client: client.objects.create(**names))
    assert double.only == ("POST", "/v2/objects", {}, {"data": names})
    assert isinstance(made, AsyncObject)


def test_create_refuses_an_empty_name():
    """An empty slug or noun is refused by name."""
    with pytest.raises(ArgumentError, match="plural_noun: is empty"):
        Double().run(lambda c: c.objects.create(api_slug="a", singular_noun="b", plural_noun=" "))


def test_update_sends_what_was_given():
    """An update carries the given fields alone."""
    double = Double({"data": row()})
    double.run(lambda client: client.objects.update("things_1", singular_noun="Project Task"))
    assert double.only == ("PATCH", "/v2/objects/things_1", {}, {"data": {"singular_noun": "Project Task"}})


def test_update_of_nothing_is_refused():
    """An update of nothing names what could be given."""
    with pytest.raises(ArgumentError, match="api_slug, plural_noun, singular_noun"):
        Double().run(lambda client: client.objects.update("things_1"))


def test_delete():
    """A delete answers nothing."""
    double = Double({})
    assert double.run(lambda client: client.objects.delete("things_1")) is None
    assert double.only == ("DELETE", "/v2/objects/things_1", {}, None)


def test_delete_of_a_standard_object():
    """A standard object cannot be deleted, and the error says so by its class."""
    refused = {
        "status_code": 400,
        "type": "invalid_request_error",
        "code": "system_edit_unauthorized",
        "message": "no",
    }
    with pytest.raises(SystemEditError):
        Double((400, refused)).run(lambda client: client.objects.delete("people"))


def test_the_model_acts():
    """A model lists, creates, fetches, changes, refreshes and deletes through the client given or its own."""
    double = Double(
        {"data": [row()]}, {"data": row()}, {"data": row()}, {"data": row(2)}, {"data": row()}, {}
    )

    async def call(client):
        (found,) = await AsyncObject.list(client=client, limit=1)
        await AsyncObject.create(client=client, api_slug="a", singular_noun="b", plural_noun="c")
        await AsyncObject.retrieve("things_1", client=client)
        same = await found.update(singular_noun="X")
        assert same is found and found.api_slug == "things_2"
        await found.refresh()
        await found.delete()

    double.run(call)
    assert [(asked.method, asked.path) for asked in double.asked] == [
        ("GET", "/v2/objects"),
        ("POST", "/v2/objects"),
        ("GET", "/v2/objects/things_1"),
        ("PATCH", "/v2/objects/o-1"),
        ("GET", "/v2/objects/o-2"),
        ("DELETE", "/v2/objects/o-1"),
    ]


def test_the_model_pickles():
    """A pickle keeps the data and drops the client."""
    page = Double(FIVE).run(lambda client: client.objects.list())
    again = pickle.loads(pickle.dumps(page[0]))
    assert again == page[0] and again.same_values(page[0]) and again._client is None


def test_options_reach_the_call():
    """Options of a call go out with it."""
    double = Double(FIVE)
    double.run(lambda client: client.objects.list(options={"extra_query": {"probe": "1"}}))
    assert double.only.query == {"probe": "1"}


def test_errors_come_through():
    """A missing object is a NotFoundError; an answer without a list is a DecodeError."""
    missing = {"status_code": 404, "type": "invalid_request_error", "code": "not_found", "message": "no"}
    with pytest.raises(NotFoundError):
        Double((404, missing)).run(lambda client: client.objects.get("nope"))
    with pytest.raises(DecodeError):
        Double({"data": {"rows": []}}).run(lambda client: client.objects.list())
