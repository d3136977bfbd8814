"""client.notes and AsyncNote."""

from __future__ import annotations

import pickle
from datetime import UTC, datetime

import pytest

from attio._async.models.notes import AsyncNote
from attio.core.errors import ArgumentError, NotFoundError
from attio.records.data import RecordData
from attio.values.plain import RecordRef
from tests.unit.shells.attio_double import Double, every, own_id

RECORD = "11111111-2222-4333-8444-555555555555"
PERSON = RecordData({"id": {"record_id": RECORD}, "values": {}}, scope="people")
NOTE = {
    "id": own_id(note_id="n-1"),
    "title": "Met Ada",
    "content_plaintext": "Met Ada",
    "parent_object": "people",
    "parent_record_id": RECORD,
    "created_at": "2026-01-02T00:00:00.000000000Z",
}


def test_list_asks_for_the_notes_of_a_record():
    """One page, by object and record; the rows are notes that can act."""
    double = Double({"data": [NOTE]})
    page = double.run(
        lambda c: c.notes.list(parent_object="people", parent_record_id=RECORD, limit=2, offset=4)
    )
    assert double.only == (
        "GET",
        "/v2/notes",
        {"parent_object": "people", "parent_record_id": RECORD, "limit": "2", "offset": "4"},
        None,
    )
    assert isinstance(page[0], AsyncNote)
    assert (page[0].id, page[0].title, page[0].parent) == ("n-1", "Met Ada", RecordRef("people", RECORD))


def test_list_takes_the_object_from_a_record():
    """A record model brings its object; alone, an object or nothing is a filter too."""
    for given, query in (
        (dict(parent_record_id=PERSON), {"parent_object": "people", "parent_record_id": RECORD}),
        (dict(parent_object="people"), {"parent_object": "people"}),
        ({}, {}),
    ):
        double = Double({"data": []})
        double.run(lambda c, given=given: c.notes.list(**given))
        assert double.only.query == query


def test_list_refuses_more_than_a_page_holds():
    """Notes come 50 at most a page."""
    double = Double({"data": []})
    with pytest.raises(ArgumentError, match="^limit: is out of range .*1 to 50"):
        double.run(lambda c: c.notes.list(limit=51))
    assert double.asked == []


def test_iterate_goes_through_all_pages():
    """Pages are asked for one after the other, and no note comes twice."""
    rows = [{**NOTE, "id": own_id(note_id=f"n-{n}")} for n in range(5)]

    class Server(Double):
        def __call__(self, request):
            offset, limit = (int(request.url.params.get(name, 0)) for name in ("offset", "limit"))
            self.answers = [{"data": rows[offset : offset + limit]}]
            return super().__call__(request)

    double = Server()
    found = double.run(lambda c: every(c.notes.iterate(page_size=2)))
    assert [note.id for note in found] == [f"n-{n}" for n in range(5)]
    assert all(asked.query["limit"] == "2" or int(asked.query["limit"]) <= 50 for asked in double.asked)


def test_get_fetches_one():
    """A note by its id, a model or an id alike; a missing one is NotFoundError."""
    double = Double({"data": NOTE})
    note = double.run(lambda c: c.notes.get("n-1"))
    assert double.only[:2] == ("GET", "/v2/notes/n-1")
    assert double.run(lambda c: c.notes.get(note)) == note
    missing = Double(
        (404, {"status_code": 404, "type": "invalid_request_error", "code": "not_found", "message": "x"})
    )
    with pytest.raises(NotFoundError):
        missing.run(lambda c: c.notes.get("n-2"))


def test_get_keeps_to_its_route():
    """An id can never lead to another route."""
    double = Double()
    for bad in ("..", "a/b", "", None):
        with pytest.raises(ArgumentError, match="^note_id: "):
            double.run(lambda c, bad=bad: c.notes.get(bad))
    assert double.asked == []


def test_create_fills_in_what_attio_wants():
    """The title is the first line and the format plain text unless given."""
    double = Double({"data": NOTE})
    double.run(lambda c: c.notes.create(parent_record_id=PERSON, content="Met Ada\nShe codes"))
    assert double.only == (
        "POST",
        "/v2/notes",
        {},
        {
            "data": {
                "parent_object": "people",
                "parent_record_id": RECORD,
                "title": "Met Ada",
                "format": "plaintext",
                "content": "Met Ada\nShe codes",
            }
        },
    )


def test_create_sends_all_it_is_given():
    """Title, format, time and meeting go out as given."""
    double = Double({"data": NOTE})
    moment = datetime(2026, 1, 2, tzinfo=UTC)
    double.run(
        lambda c: c.notes.create(
            parent_object="people",
            parent_record_id=RECORD,
            content="**x**",
            title="T",
            format="markdown",
            created_at=moment,
            meeting_id="m-1",
        )
    )
    assert double.only.body["data"] == {
        "parent_object": "people",
        "parent_record_id": RECORD,
        "title": "T",
        "format": "markdown",
        "content": "**x**",
        "created_at": "2026-01-02T00:00:00.000000000Z",
        "meeting_id": "m-1",
    }


def test_update_changes_what_is_given():
    """Only what is given goes out, and nothing at all is refused."""
    double = Double({"data": NOTE})
    double.run(lambda c: c.notes.update("n-1", content="x"))
    assert double.only == ("PATCH", "/v2/notes/n-1", {}, {"data": {"content": "x", "format": "plaintext"}})
    with pytest.raises(ArgumentError, match="^note: there is nothing to change"):
        double.run(lambda c: c.notes.update("n-1"))


def test_delete_answers_nothing():
    """A deleted note is gone."""
    double = Double({})
    assert double.run(lambda c: c.notes.delete("n-1")) is None
    assert double.only[:2] == ("DELETE", "/v2/notes/n-1")


def test_a_note_can_act():
    """What a client returned updates, refreshes and deletes itself, and its class lists and creates."""
    changed = {**NOTE, "title": "New"}
    double = Double({"data": NOTE}, {"data": changed}, {"data": NOTE}, {}, {"data": [NOTE]}, {"data": NOTE})

    async def use(client):
        note = await AsyncNote.retrieve("n-1", client=client)
        assert (await note.update(title="New")) is note and note.title == "New"
        assert (await note.refresh()).title == "Met Ada"
        await note.delete()
        assert list(await AsyncNote.list(parent_record_id=PERSON, client=client)) == [note]
        return await AsyncNote.create(parent_record_id=PERSON, content="x", client=client)

    note = double.run(use)
    assert [asked[:2] for asked in double.asked] == [
        ("GET", "/v2/notes/n-1"),
        ("PATCH", "/v2/notes/n-1"),
        ("GET", "/v2/notes/n-1"),
        ("DELETE", "/v2/notes/n-1"),
        ("GET", "/v2/notes"),
        ("POST", "/v2/notes"),
    ]
    assert pickle.loads(pickle.dumps(note)) == note
