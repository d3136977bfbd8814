"""client.threads, client.comments and their models."""

from __future__ import annotations

import copy
import pickle
from datetime import UTC, datetime

import pytest

from attio._async.models.comments import AsyncComment
from attio._async.models.threads import AsyncThread
from attio.core.errors import ArgumentError
from attio.records.data import EntryData, RecordData
from tests.unit.shells.attio_double import Double, every, own_id

ID = "11111111-2222-4333-8444-555555555555"
PERSON = RecordData({"id": {"record_id": ID}, "values": {}}, scope="people")
ENTRY = EntryData({"id": {"entry_id": "e-1", "list_id": "l-1"}, "entry_values": {}})


def comment(number: int) -> dict:
    return {"id": own_id(comment_id=f"c-{number}"), "thread_id": "t-1", "content_plaintext": f"Hi {number}"}


def thread(*comments: dict, cursor: str | None = None) -> dict:
    return {
        "data": {
            "id": own_id(thread_id="t-1"),
            "created_at": "2026-01-02T00:00:00Z",
            "comments": list(comments),
        },
        "pagination": {"next_cursor": cursor},
    }


@pytest.mark.parametrize(
    ("given", "query"),
    [
        (dict(record=PERSON), {"object": "people", "record_id": ID}),
        (dict(object="people", record_id=ID), {"object": "people", "record_id": ID}),
        (dict(entry=ENTRY), {"list": "l-1", "entry_id": "e-1"}),
        (dict(list="sales", entry_id="e-1", limit=3), {"list": "sales", "entry_id": "e-1", "limit": "3"}),
    ],
    ids=lambda value: "-".join(value),
)
def test_list_names_the_record_or_the_entry(given, query):
    """Threads are listed by what they are about."""
    double = Double({"data": [thread(comment(1))["data"]]})
    page = double.run(lambda c: c.threads.list(**given))
    assert double.only == ("GET", "/v2/threads", query, None)
    assert isinstance(page[0], AsyncThread)
    assert isinstance(page[0].comments[0], AsyncComment)
    assert (page[0].next_cursor, page[0].has_more_comments) == (None, False)


def test_list_refuses_threads_of_nothing():
    """Attio lists no threads of the whole workspace."""
    double = Double({"data": []})
    for bad in ({}, dict(record=PERSON, entry=ENTRY), dict(record_id=ID)):
        with pytest.raises(ArgumentError):
            double.run(lambda c, bad=bad: c.threads.list(**bad))
        with pytest.raises(ArgumentError):
            double.run(lambda c, bad=bad: every(c.threads.iterate(**bad)))
    assert double.asked == []


def test_iterate_goes_through_the_threads():
    """All threads of a record."""
    double = Double({"data": [thread()["data"]]})
    found = double.run(lambda c: every(c.threads.iterate(record=PERSON, max_items=9)))
    assert [one.id for one in found] == ["t-1"]


def test_a_listed_thread_may_have_been_cut():
    """Where Attio says that it left comments out, the thread says so."""
    cut = {**thread(comment(1))["data"], "has_more_comments": True}
    page = Double({"data": [cut]}).run(lambda c: c.threads.list(record=PERSON))
    assert page[0].has_more_comments


def test_get_brings_a_page_of_comments():
    """The page's size, place and earliest time go out; the cursor to the rest comes back and survives copies."""
    double = Double(thread(comment(1), cursor="more"))
    after = datetime(2026, 1, 2, tzinfo=UTC)
    found = double.run(lambda c: c.threads.get("t-1", limit=1, cursor="x", created_after=after))
    assert double.only == (
        "GET",
        "/v2/threads/t-1",
        {"limit": "1", "cursor": "x", "created_after": "2026-01-02T00:00:00.000000000Z"},
        None,
    )
    assert found.next_cursor == "more" and found.has_more_comments
    for twin in (copy.deepcopy(found), pickle.loads(pickle.dumps(found))):
        assert (twin, twin.next_cursor) == (found, "more")
    with pytest.raises(ArgumentError, match="^limit: is out of range .*1 to 250"):
        double.run(lambda c: c.threads.get("t-1", limit=251))
    with pytest.raises(ArgumentError, match="^created_after: .*time zone"):
        double.run(lambda c: c.threads.get("t-1", created_after=datetime(2026, 1, 2)))


def test_comments_are_gone_through_page_by_page():
    """The resource and the thread give all comments, which can act."""
    double = Double(thread(comment(1), cursor="more"), thread(comment(2)))
    found = double.run(
        lambda c: every(c.threads.iterate_comments("t-1", created_after="2026-01-01T00:00:00Z", page_size=1))
    )
    assert [one.id for one in found] == ["c-1", "c-2"]
    assert [asked.query for asked in double.asked] == [
        {"limit": "1", "created_after": "2026-01-01T00:00:00Z"},
        {"limit": "1", "created_after": "2026-01-01T00:00:00Z", "cursor": "more"},
    ]
    double = Double(thread(comment(1), cursor="more"), thread(comment(1), cursor="more"), thread(comment(2)))

    async def use(client):
        one = await AsyncThread.retrieve("t-1", client=client)
        return await every(one.iterate_comments(prefetch=True))

    assert [(type(one), one.id) for one in double.run(use)] == [(AsyncComment, "c-1"), (AsyncComment, "c-2")]


def test_a_thread_refreshes_with_its_cursor():
    """A fresh answer brings fresh comments and the fresh cursor."""
    double = Double(thread(comment(1), cursor="more"), thread(comment(1), comment(2)))

    async def use(client):
        one = await client.threads.get("t-1")
        assert (await one.refresh()) is one
        return one

    found = double.run(use)
    assert (len(found.comments), found.next_cursor) == (2, None)


@pytest.mark.parametrize(
    ("given", "place"),
    [
        (dict(thread_id="t-1"), {"thread_id": "t-1"}),
        (dict(record=("people", ID)), {"record": {"object": "people", "record_id": ID}}),
        (dict(entry=ENTRY), {"entry": {"list": "l-1", "entry_id": "e-1"}}),
    ],
    ids=lambda value: "-".join(value),
)
def test_create_a_comment(given, place):
    """A comment goes to one place, as somebody."""
    double = Double({"data": comment(1)})
    made = double.run(lambda c: c.comments.create("Hi", author=ID, **given))
    assert double.only == (
        "POST",
        "/v2/comments",
        {},
        {
            "data": {
                "format": "plaintext",
                "content": "Hi",
                "author": {"type": "workspace-member", "id": ID},
                **place,
            }
        },
    )
    assert isinstance(made, AsyncComment) and made.thread_id == "t-1"


def test_create_refuses_no_place():
    """A comment without a place is refused before sending."""
    double = Double()
    with pytest.raises(ArgumentError, match="^thread_id: is missing"):
        double.run(lambda c: c.comments.create("Hi", author=ID))
    assert double.asked == []


def test_a_comment_is_fetched_and_deleted():
    """By id through the resource, and by itself."""
    double = Double({"data": comment(1)}, {"data": comment(1)}, {}, {}, {"data": comment(2)})

    async def use(client):
        one = await client.comments.get("c-1")
        await one.refresh()
        await one.delete()
        await client.comments.delete("c-1")
        return await AsyncComment.create("Hi", author=ID, thread_id=one, client=client)

    double.run(use)
    assert [asked[:2] for asked in double.asked] == [
        ("GET", "/v2/comments/c-1"),
        ("GET", "/v2/comments/c-1"),
        ("DELETE", "/v2/comments/c-1"),
        ("DELETE", "/v2/comments/c-1"),
        ("POST", "/v2/comments"),
    ]
    assert double.asked[-1].body["data"]["thread_id"] == "t-1"
