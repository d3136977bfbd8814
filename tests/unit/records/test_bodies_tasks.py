"""Bodies and queries of tasks."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest

from attio.core.errors import ArgumentError, ArgumentTypeError
from attio.records.bodies import NOT_GIVEN
from attio.records.bodies_tasks import (
    task_assignees,
    task_changes,
    task_content,
    task_query,
    task_records,
    task_update,
)
from attio.records.data import RecordData
from attio.records.members import WorkspaceMemberData
from attio.values.plain import ActorRef, RecordRef

ID = "11111111-2222-4333-8444-555555555555"
PERSON = RecordData({"id": {"record_id": ID}, "values": {}}, scope="people")
BY_ID = {"target_object": "people", "target_record_id": ID}


def kind_of(value):
    return type(value).__name__


def query(**given):
    defaults = dict(
        sort=None, linked_object=None, linked_record_id=None, assignee=NOT_GIVEN, is_completed=None
    )
    return task_query(**{**defaults, **given})


def test_texts_alone_stay_texts():
    """Addresses and domains go out as Attio takes them when there is nothing else."""
    assert task_records(["ada@x.com", " x.com "]) == ["ada@x.com", "x.com"]
    assert task_records("x.com") == ["x.com"]
    assert task_records(()) == []


def test_texts_beside_references_become_references():
    """Attio takes either texts or references, so a mixture becomes references."""
    assert task_records(["ada@x.com", "x.com", ("people", ID)]) == [
        {"target_object": "people", "email_addresses": [{"email_address": "ada@x.com"}]},
        {"target_object": "companies", "domains": [{"domain": "x.com"}]},
        BY_ID,
    ]


@pytest.mark.parametrize(
    "value",
    [PERSON, RecordRef("people", ID), {"target_object_id": "people", "target_record_id": ID}],
    ids=kind_of,
)
def test_records_become_references(value):
    """Records, references and what a task shows as its linked records can be linked."""
    assert task_records(value) == [BY_ID]


def test_a_body_in_attios_shape_passes_untouched():
    """A reference by a unique attribute is Attio's own language."""
    raw = {"target_object": "projects", "external_id": [{"value": "7"}]}
    assert task_records([raw]) == [raw]


def test_a_text_that_names_no_record_is_refused():
    """An id or a slug as a text would be taken for a domain; the message says how to write it."""
    for bad in (ID, "people", ""):
        with pytest.raises(
            ArgumentError, match=r'^linked_records: .*by its id use \[\("people", record_id\)\]'
        ):
            task_records([bad])
    with pytest.raises(ArgumentError, match="linked_records"):
        task_records(("people", ID))
    with pytest.raises(ArgumentTypeError, match="^linked_records: a record and its object are needed"):
        task_records(7)


def test_assignees_in_every_form():
    """Assignees are members, ids, references, addresses or JSON, one or several."""
    by_id = {"referenced_actor_type": "workspace-member", "referenced_actor_id": ID}
    member = WorkspaceMemberData({"id": {"workspace_member_id": ID}})
    raw = {"workspace_member_email_address": "x@x.com"}
    for one in (member, ID, ActorRef("workspace-member", ID)):
        assert task_assignees(one) == task_assignees([one]) == [by_id]
    assert task_assignees(["me@x.com", raw]) == [{"workspace_member_email_address": "me@x.com"}, raw]


def test_a_query_says_who_and_what():
    """None means nobody, leaving out means anybody; words and flags are checked."""
    assert query() == {}
    assert query(assignee=None) == {"assignee": "null"}
    assert query(assignee="me@x.com", is_completed=False) == {"assignee": "me@x.com", "is_completed": False}
    assert query(linked_record_id=PERSON) == {"linked_object": "people", "linked_record_id": ID}
    with pytest.raises(ArgumentError, match="^sort: .*did you mean 'created_at:desc'"):
        query(sort="created_at_desc")
    with pytest.raises(ArgumentTypeError, match="^is_completed: must be True or False"):
        query(is_completed="no")


def test_content_is_short_text():
    """Content has 1 to 2000 characters."""
    assert task_content("x" * 2000) == "x" * 2000
    with pytest.raises(ArgumentError, match="^content: is 2001 characters long .*; give at most 2000"):
        task_content("x" * 2001)
    with pytest.raises(ArgumentError, match="^content: is empty"):
        task_content(" ")


def test_changes_hold_what_was_given():
    """None clears the deadline, what is not given is left out, a change of nothing is refused."""
    rest = dict(is_completed=NOT_GIVEN, linked_records=NOT_GIVEN, assignees=NOT_GIVEN)
    assert task_changes(deadline_at=None, **rest) == {"deadline_at": None}
    moment = datetime(2026, 1, 2, tzinfo=UTC)
    assert task_changes(deadline_at=moment, **rest) == {"deadline_at": "2026-01-02T00:00:00.000000000Z"}
    with pytest.raises(ArgumentError, match="^deadline_at: .*time zone"):
        task_changes(deadline_at=datetime(2026, 1, 2), **rest)
    with pytest.raises(
        ArgumentError, match="^task: there is nothing to change .*give one of assignees, deadline_at"
    ):
        task_update(task_changes(deadline_at=NOT_GIVEN, **rest))
