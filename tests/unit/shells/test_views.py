"""`client.views`: what goes out, what comes back, what is refused."""

from __future__ import annotations

import pytest

from attio._async.models.views import AsyncView
from attio.core.errors import ArgumentError
from attio.records.structure import ListData
from tests.unit.shells.attio_double import Double, every, own_id


def answer(*names: str, cursor: str | None = None) -> dict[str, object]:
    rows = [
        {"id": own_id(object_id="o-1", view_id=name), "title": name, "created_at": "2026-01-01T00:00:00Z"}
        for name in names
    ]
    return {"data": rows, "pagination": {"next_cursor": cursor}}


def test_views_of_an_object():
    """Views of an object come from its route; archived ones are asked for only when wanted."""
    double = Double(answer("v-1", cursor="next"))
    page = double.run(lambda client: client.views.list(object="people", limit=1))
    assert double.only == ("GET", "/v2/objects/people/views", {"limit": "1"}, None)
    assert isinstance(page[0], AsyncView) and (page[0].id, page[0].id.object_id) == ("v-1", "o-1")
    assert page.has_more


def test_views_of_a_list():
    """Views of a list come from its own route, by model too; a cursor takes up where a page ended."""
    double = Double(answer("v-1"))
    sales = ListData({"id": own_id(list_id="l-1")})
    double.run(lambda client: client.views.list(list=sales, show_archived=True, cursor="c"))
    assert double.only == ("GET", "/v2/lists/l-1/views", {"show_archived": "true", "cursor": "c"}, None)


def test_iterate_follows_cursors():
    """`iterate` asks until there is no cursor."""
    double = Double(answer("a", cursor="2"), answer("b"))
    rows = double.run(lambda client: every(client.views.iterate(object="people", page_size=1)))
    assert [view.title for view in rows] == ["a", "b"]
    assert [asked.query.get("cursor") for asked in double.asked] == [None, "2"]


def test_the_model_lists():
    """The class lists through a client."""
    double = Double(answer("a"))
    page = double.run(lambda client: AsyncView.list(client=client, list="sales"))
    assert page[0].title == "a"


@pytest.mark.parametrize(
    ("given", "message"),
    [
        ({}, 'object: is missing .*; give object="people" or list="sales"'),
        ({"object": "people", "list": "sales"}, "list: cannot be given with object"),
        ({"object": "people", "limit": 1001}, "limit: is out of range"),
        ({"object": "a b"}, "object: holds a space"),
    ],
)
def test_list_refuses(given, message):
    """Exactly one of object and list, and a limit that Attio takes."""
    double = Double()
    with pytest.raises(ArgumentError, match=message):
        double.run(lambda client: client.views.list(**given))
    assert double.asked == []


def test_iterate_refuses_at_once():
    """A wrong call fails where it is made, not at the first row."""

    async def call(client):
        with pytest.raises(ArgumentError, match="object: is missing"):
            client.views.iterate()

    Double().run(call)
