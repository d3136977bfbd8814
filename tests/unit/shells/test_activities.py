"""`client.activities`: what goes out, what comes back, what is refused."""

from __future__ import annotations

import pytest

from attio._async.models.activities import AsyncActivity
from attio.core.errors import ArgumentError
from tests.unit.shells.attio_double import Double, every, own_id

ROW = {
    "id": own_id(activity_id="a-1"),
    "api_slug": "demos",
    "singular_noun": "Demo",
    "plural_noun": "Demos",
    "extends": [{"schema_id": "s-1", "schema_slug": "activities"}],
    "is_system_activity": False,
    "created_at": "2026-05-16T01:34:05.738000000Z",
}


def answer(cursor: str | None = None) -> dict[str, object]:
    return {"data": [ROW], "pagination": {"next_cursor": cursor}}


def test_list():
    """A page takes limit and cursor."""
    double = Double(answer("more"))
    page = double.run(lambda client: client.activities.list(limit=1, cursor="c"))
    assert double.only == ("GET", "/v2/activities", {"limit": "1", "cursor": "c"}, None)
    assert (
        isinstance(page[0], AsyncActivity)
        and page.has_more
        and page[0].extends[0]["schema_slug"] == "activities"
    )


def test_iterate():
    """`iterate` follows the cursors."""
    second = {"data": [{**ROW, "id": own_id(activity_id="a-2")}], "pagination": {"next_cursor": None}}
    double = Double(answer("2"), second)
    assert len(double.run(lambda client: every(client.activities.iterate()))) == 2
    assert double.asked[1].query["cursor"] == "2"


def test_limit_is_bounded():
    """Attio gives 1000 at most."""
    with pytest.raises(ArgumentError, match="limit"):
        Double().run(lambda client: client.activities.list(limit=1001))


def test_get():
    """An activity is fetched by slug or id."""
    double = Double({"data": ROW})
    assert double.run(lambda client: client.activities.get("demos")).id == "a-1"
    assert double.only == ("GET", "/v2/activities/demos", {}, None)


def test_create():
    """A create says what it extends."""
    double = Double({"data": ROW})
    names = {"api_slug": "demos", "singular_noun": "Demo", "plural_noun": "Demos", "extends": "activities"}
    double.run(lambda client: client.activities.create(**names))
    assert double.only == ("POST", "/v2/activities", {}, {"data": names})


@pytest.mark.parametrize("name", ["api_slug", "singular_noun", "plural_noun", "extends"])
def test_create_refuses_empty_texts(name):
    """Every part of a create is a text with something in it."""
    names = {"api_slug": "d", "singular_noun": "D", "plural_noun": "Ds", "extends": "calls", name: ""}
    with pytest.raises(ArgumentError, match=f"{name}: is empty"):
        Double().run(lambda client: client.activities.create(**names))


def test_update_and_delete():
    """An update carries what was given; a delete answers nothing."""
    double = Double({"data": ROW}, {})
    double.run(lambda client: client.activities.update("demos", plural_noun="Shows"))
    assert double.run(lambda client: client.activities.delete("demos")) is None
    assert double.asked == [
        ("PATCH", "/v2/activities/demos", {}, {"data": {"plural_noun": "Shows"}}),
        ("DELETE", "/v2/activities/demos", {}, None),
    ]


def test_update_of_nothing():
    """An update of nothing is refused."""
    with pytest.raises(ArgumentError, match="there is nothing to change"):
        Double().run(lambda client: client.activities.update("demos"))


def test_the_model_acts():
    """An activity changes and deletes itself."""
    double = Double({"data": ROW}, {"data": ROW}, {})

    async def call(client):
        found = await AsyncActivity.get("demos", client=client)
        await found.update(singular_noun="Show")
        await found.delete()

    double.run(call)
    assert [(asked.method, asked.path) for asked in double.asked[1:]] == [
        ("PATCH", "/v2/activities/a-1"),
        ("DELETE", "/v2/activities/a-1"),
    ]
