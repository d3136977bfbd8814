"""client.tasks and AsyncTask."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest

from attio._async.models.tasks import AsyncTask
from attio.core.errors import ArgumentError
from attio.records.data import RecordData
from attio.records.members import WorkspaceMemberData
from attio.values.plain import ActorRef, RecordRef
from tests.unit.shells.attio_double import Double, every, own_id

ID = "11111111-2222-4333-8444-555555555555"
PERSON = RecordData({"id": {"record_id": ID}, "values": {}}, scope="people")
TASK = {
    "id": own_id(task_id="t-1"),
    "content_plaintext": "Call Ada",
    "deadline_at": None,
    "is_completed": False,
    "completed_at": None,
    "linked_records": [{"target_object_id": "people", "target_record_id": ID}],
    "assignees": [{"referenced_actor_type": "workspace-member", "referenced_actor_id": ID}],
}


@pytest.mark.parametrize(
    ("given", "query"),
    [
        ({}, {}),
        (
            dict(sort="completed_at:desc", limit=1, offset=2),
            {"sort": "completed_at:desc", "limit": "1", "offset": "2"},
        ),
        (
            dict(linked_object="people", linked_record_id=ID),
            {"linked_object": "people", "linked_record_id": ID},
        ),
        (dict(linked_record_id=PERSON), {"linked_object": "people", "linked_record_id": ID}),
        (dict(assignee="me@x.com", is_completed=False), {"assignee": "me@x.com", "is_completed": "false"}),
        (dict(assignee=WorkspaceMemberData({"id": {"workspace_member_id": ID}})), {"assignee": ID}),
        (dict(assignee=ActorRef("workspace-member", ID)), {"assignee": ID}),
        (dict(assignee=None), {"assignee": "null"}),
    ],
    ids=lambda value: "-".join(value),
)
def test_list_filters(given, query):
    """Every filter goes out as Attio reads it; None as assignee means nobody."""
    double = Double({"data": [TASK]})
    page = double.run(lambda c: c.tasks.list(**given))
    assert double.only == ("GET", "/v2/tasks", query, None)
    task = page[0]
    assert isinstance(task, AsyncTask)
    assert task.linked_records == (RecordRef("people", ID),)
    assert task.assignees == (ActorRef("workspace-member", ID),)


@pytest.mark.parametrize(
    ("given", "message"),
    [
        (dict(linked_object="people"), "^linked_record_id: is needed with linked_object"),
        (dict(linked_record_id=ID), "^linked_object: is needed with linked_record_id"),
        (dict(sort="created_at"), "^sort: is not one of"),
        (dict(assignee=ActorRef("app", ID)), "^assignee: this actor is no workspace member"),
        (dict(limit=0), "^limit: is out of range"),
    ],
    ids=str,
)
def test_list_refuses(given, message):
    """What Attio would ignore or refuse is refused before sending, in lists and in iterations."""
    double = Double({"data": []})
    with pytest.raises(ArgumentError, match=message):
        double.run(lambda c: c.tasks.list(**given))
    if "limit" not in given:
        with pytest.raises(ArgumentError, match=message):
            double.run(lambda c: every(c.tasks.iterate(**given)))
    assert double.asked == []


def test_iterate_asks_with_the_same_filters():
    """All pages carry the filters."""
    double = Double({"data": [TASK]})
    assert len(double.run(lambda c: every(c.tasks.iterate(is_completed=True, max_items=5)))) == 1
    assert double.asked[0].query["is_completed"] == "true"


def test_get_and_delete():
    """One task by its id."""
    double = Double({"data": TASK})
    assert double.run(lambda c: c.tasks.get("t-1")).content_plaintext == "Call Ada"
    assert double.only[:2] == ("GET", "/v2/tasks/t-1")
    double = Double({})
    assert double.run(lambda c: c.tasks.delete("t-1")) is None
    assert double.only[:2] == ("DELETE", "/v2/tasks/t-1")


def test_create_sends_all_six_fields():
    """Attio refuses a task without all of its fields, so the rest is filled in."""
    double = Double({"data": TASK})
    double.run(lambda c: c.tasks.create("Call Ada"))
    assert double.only == (
        "POST",
        "/v2/tasks",
        {},
        {
            "data": {
                "content": "Call Ada",
                "format": "plaintext",
                "deadline_at": None,
                "is_completed": False,
                "linked_records": [],
                "assignees": [],
            }
        },
    )


def test_create_takes_links_and_assignees_in_any_form():
    """Records, pairs, domains and members become what Attio takes."""
    double = Double({"data": TASK})
    double.run(
        lambda c: c.tasks.create(
            content="Call Ada",
            deadline_at=datetime(2026, 1, 2, tzinfo=UTC),
            linked_records=[PERSON, "x.com"],
            assignees=["me@x.com", ID],
        )
    )
    data = double.only.body["data"]
    assert data["deadline_at"] == "2026-01-02T00:00:00.000000000Z"
    assert data["linked_records"] == [
        {"target_object": "people", "target_record_id": ID},
        {"target_object": "companies", "domains": [{"domain": "x.com"}]},
    ]
    assert data["assignees"] == [
        {"workspace_member_email_address": "me@x.com"},
        {"referenced_actor_type": "workspace-member", "referenced_actor_id": ID},
    ]


def test_update_sends_what_is_given():
    """None clears the deadline, lists go out whole, nothing is refused; the content has no argument."""
    double = Double({"data": TASK})
    double.run(lambda c: c.tasks.update("t-1", deadline_at=None, linked_records=[], assignees=ID))
    assert double.only == (
        "PATCH",
        "/v2/tasks/t-1",
        {},
        {
            "data": {
                "deadline_at": None,
                "linked_records": [],
                "assignees": [{"referenced_actor_type": "workspace-member", "referenced_actor_id": ID}],
            }
        },
    )
    with pytest.raises(ArgumentError, match="^task: there is nothing to change"):
        double.run(lambda c: c.tasks.update("t-1"))
    with pytest.raises(TypeError, match="content"):
        double.run(lambda c: c.tasks.update("t-1", content="x"))


def test_content_too_long_is_refused():
    """2000 characters are the most."""
    double = Double()
    with pytest.raises(ArgumentError, match="^content: is 2001 characters long"):
        double.run(lambda c: c.tasks.create("x" * 2001))
    assert double.asked == []


def test_a_task_can_be_completed_and_reopened():
    """A task marks itself, in Attio and in the model."""
    double = Double({"data": TASK}, {"data": {**TASK, "is_completed": True}}, {"data": TASK})

    async def use(client):
        task = await AsyncTask.create("Call Ada", client=client)
        assert (await task.complete()) is task and task.is_completed
        assert not (await task.reopen()).is_completed

    double.run(use)
    assert [asked.body["data"] for asked in double.asked[1:]] == [
        {"is_completed": True},
        {"is_completed": False},
    ]
