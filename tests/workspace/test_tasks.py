"""Tasks."""

from __future__ import annotations

import pytest

from attio.testing.routes.tasks import MAX_LINKS
from tests.workspace.conftest import own

MISSING = "00000000-0000-4000-8000-000000000000"
BODY = {
    "content": "Call back",
    "format": "plaintext",
    "deadline_at": None,
    "is_completed": False,
    "linked_records": [],
    "assignees": [],
}


def make(api, **changes):
    return api.post("tasks", {**BODY, **changes})


def id_of(task):
    return task["id"]["task_id"]


@pytest.fixture
def ada(api):
    """The id of a person with an address."""
    return own(api.create("people", email_addresses=["ada@engines.example"]))


@pytest.fixture
def member(api):
    """The id of the only member."""
    return api.get("workspace_members")[0]["id"]["workspace_member_id"]


def test_a_task_reads_back(api, ada, member):
    """Read keys: target_object_id holds the slug; a task is not completed until it is."""
    task = make(
        api,
        deadline_at="2026-03-01T12:00:00+02:00",
        linked_records=[{"target_object": "people", "target_record_id": ada}],
        assignees=[{"referenced_actor_type": "workspace-member", "referenced_actor_id": member}],
    )
    assert task["deadline_at"] == "2026-03-01T10:00:00.000000000Z"
    assert task["linked_records"] == [{"target_object_id": "people", "target_record_id": ada}]
    assert task["assignees"] == [{"referenced_actor_type": "workspace-member", "referenced_actor_id": member}]
    assert (task["is_completed"], task["completed_at"]) == (False, None)
    assert api.get(f"tasks/{id_of(task)}") == task


@pytest.mark.parametrize(
    "links",
    [
        ["ada@engines.example"],
        [{"target_object": "people", "email_addresses": [{"email_address": "ADA@engines.example"}]}],
        [{"target_object": "people", "email_addresses": ["ada@engines.example"]}],
    ],
)
def test_records_are_linked_by_what_is_unique(api, ada, links):
    """A text with an at sign is a person, other ones a company."""
    assert make(api, linked_records=links)["linked_records"][0]["target_record_id"] == ada
    company = make(api, linked_records=["engines.example"])["linked_records"]
    assert company[0]["target_object_id"] == "companies"


def test_a_member_is_assigned_by_address_once(api, member):
    """The same member by id and by address is one assignee."""
    given = [
        {"workspace_member_email_address": "ADMIN@local-workspace.example"},
        {"referenced_actor_type": "workspace-member", "referenced_actor_id": member},
    ]
    assert len(make(api, assignees=given)["assignees"]) == 1


@pytest.mark.parametrize(
    ("changes", "status", "code"),
    [
        ({"content": "x" * 2001}, 400, "validation_type"),
        ({"format": "markdown"}, 400, "validation_type"),
        ({"deadline_at": "soon"}, 400, "validation_type"),
        ({"is_completed": "no"}, 400, "validation_type"),
        (
            {"linked_records": [{"target_object": "tasks", "target_record_id": MISSING}]},
            400,
            "validation_type",
        ),
        ({"linked_records": [{"target_object": "people"}]}, 400, "validation_type"),
        ({"linked_records": [{"target_record_id": MISSING}]}, 400, "validation_type"),
        ({"linked_records": [{"target_object": "people", "target_record_id": 7}]}, 400, "validation_type"),
        ({"linked_records": [{"target_object": "people", "job_title": "Boss"}]}, 400, "validation_type"),
        ({"linked_records": ["a.example", {"target_object": "people"}]}, 400, "validation_type"),
        ({"linked_records": [{"target_object": "people", "target_record_id": MISSING}]}, 404, "not_found"),
        ({"linked_records": ["nobody@x.example"]}, 404, "not_found"),
        ({"linked_records": ["nowhere.example"]}, 404, "not_found"),
        ({"assignees": [{"workspace_member_email_address": "who@x.example"}]}, 404, "not_found"),
        (
            {"assignees": [{"referenced_actor_type": "app", "referenced_actor_id": MISSING}]},
            400,
            "validation_type",
        ),
        (
            {"assignees": [{"workspace_member_email_address": "a@b.example"}] * (MAX_LINKS + 1)},
            400,
            "limit_reached",
        ),
        ({"linked_records": ["a.example"] * (MAX_LINKS + 1)}, 400, "limit_reached"),
    ],
)
def test_what_a_task_cannot_be(api, changes, status, code):
    """Bodies that are none are 400, what does not exist is 404, too much is limit_reached."""
    api.refused("POST", "tasks", {"data": {**BODY, **changes}}, status=status, code=code)
    assert api.get("tasks") == []


@pytest.mark.parametrize("key", sorted(BODY))
def test_all_six_keys_are_needed(api, key):
    """Attio wants every one of them, null or empty though it be."""
    body = {name: value for name, value in BODY.items() if name != key}
    answer = api.refused("POST", "tasks", {"data": body}, status=400, code="validation_type")
    assert answer["validation_errors"][0]["path"] == ["data", key]


def test_completing_sets_the_time_and_undoing_clears_it(api):
    """completed_at is when it was done; doing it twice does not move it."""
    path = f"tasks/{id_of(make(api))}"
    done = api.patch(path, {"is_completed": True})
    assert done["completed_at"] is not None
    assert api.patch(path, {"is_completed": True})["completed_at"] == done["completed_at"]
    assert api.patch(path, {"is_completed": False})["completed_at"] is None


def test_lists_of_a_task_are_replaced(api, ada, member):
    """linked_records and assignees become what is sent; what is not sent stays."""
    task = make(
        api,
        linked_records=["ada@engines.example"],
        assignees=[{"workspace_member_email_address": "admin@local-workspace.example"}],
    )
    path = f"tasks/{id_of(task)}"
    assert api.patch(path, {"linked_records": []})["assignees"] == task["assignees"]
    assert api.patch(path, {"assignees": [], "deadline_at": "2026-05-05T00:00:00Z"})["assignees"] == []
    assert api.patch(path, {"deadline_at": None})["deadline_at"] is None


@pytest.mark.parametrize("change", [{}, {"content": "New text"}])
def test_the_text_of_a_task_is_fixed(api, change):
    """There is no way to change it, and a change of nothing is refused."""
    path = f"tasks/{id_of(make(api))}"
    api.refused("PATCH", path, {"data": change}, status=400, code="validation_type")


def test_tasks_are_found_by_record_assignee_and_completion(api, ada, member):
    """Filters combine; an empty assignee, or the word null, means nobody."""
    mine = make(api, assignees=[{"workspace_member_email_address": "admin@local-workspace.example"}])
    hers = make(api, linked_records=["ada@engines.example"], is_completed=True)

    def found(query):
        return [id_of(task) for task in api.get(f"tasks?{query}")]

    assert found("") == [id_of(mine), id_of(hers)]
    assert found(f"linked_object=people&linked_record_id={ada}") == [id_of(hers)]
    assert found(f"linked_object=unicorns&linked_record_id={ada}") == []
    assert found(f"assignee={member}") == found("assignee=admin@local-workspace.example") == [id_of(mine)]
    assert found("assignee=") == found("assignee=null") == [id_of(hers)]
    assert found("assignee=stranger@x.example") == []
    assert found("is_completed=true") == [id_of(hers)]
    assert found("is_completed=false&assignee=null") == []
    api.refused("GET", "tasks?linked_object=people", status=400, code="validation_type")
    api.refused("GET", "tasks?is_completed=maybe", status=400, code="validation_type")


def test_tasks_are_sorted_by_creation_or_completion(api):
    """Tasks that are not done come last in both directions of completion."""
    first, second, third = (id_of(make(api)) for _ in range(3))
    api.patch(f"tasks/{third}", {"is_completed": True})
    api.patch(f"tasks/{first}", {"is_completed": True})

    def order(sort):
        return [id_of(task) for task in api.get(f"tasks?sort={sort}")]

    assert order("created_at:asc") == [first, second, third]
    assert order("created_at:desc") == [third, second, first]
    assert order("completed_at:asc") == [third, first, second]
    assert order("completed_at:desc") == [first, third, second]
    api.refused("GET", "tasks?sort=title:asc", status=400, code="validation_type")


def test_changes_are_told_once(api):
    """Created, updated (only when something changed), deleted."""
    events = []
    api.workspace.listeners.append(lambda given: events.extend(each["event_type"] for each in given))
    path = f"tasks/{id_of(make(api))}"
    api.patch(path, {"is_completed": False})
    api.patch(path, {"is_completed": True})
    api.delete(path)
    assert events == ["task.created", "task.updated", "task.deleted"]
    for method in ("GET", "PATCH", "DELETE"):
        api.refused(method, path, {"data": {"is_completed": True}}, status=404, code="not_found")
