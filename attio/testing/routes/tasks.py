"""Tasks: list, create, get, update, delete. The text of a task cannot be changed."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final

from attio.testing import links
from attio.testing.json_types import is_object
from attio.testing.moments import moment_shape, read_us
from attio.testing.normalise.references import find_by
from attio.testing.pages import by_offset
from attio.testing.replies import Refusal, invalid, invalid_body, missing, not_found, problem
from attio.testing.router import route
from attio.testing.shapes import (
    anything,
    array,
    boolean,
    choice,
    either,
    email,
    fields,
    mapping,
    nullable,
    optional,
    text,
    uuid,
)
from attio.testing.state.links import Link, joined
from attio.testing.state.tasks import Task, Tasks

if TYPE_CHECKING:
    from attio.testing.call import Call
    from attio.testing.state.collections import ObjectType

_LINKS: Final = either(array(text(1)), array(mapping()))
_ASSIGNEES: Final = array(
    either(
        fields(referenced_actor_type=choice("workspace-member"), referenced_actor_id=uuid()),
        fields(workspace_member_email_address=email()),
    )
)
_DEADLINE: Final = nullable(moment_shape())
_NEW: Final = fields(
    content=text(0, 2000),
    format=choice("plaintext"),
    deadline_at=_DEADLINE,
    is_completed=boolean(),
    linked_records=_LINKS,
    assignees=_ASSIGNEES,
)
_CHANGE: Final = fields(
    deadline_at=optional(_DEADLINE),
    is_completed=optional(boolean()),
    linked_records=optional(_LINKS),
    assignees=optional(_ASSIGNEES),
    content=optional(anything()),
)
_SORTS: Final = ("created_at:asc", "created_at:desc", "completed_at:asc", "completed_at:desc")
# Attio answers limit_reached above a number that it does not tell.
MAX_LINKS: Final = 100


def _link(call: Call, at: int, raw: Any) -> Link:
    path = ("data", "linked_records", at)
    if not is_object(raw):
        slug, key = ("people", "email_addresses") if "@" in raw else ("companies", "domains")
        home = call.object_named(slug)
        return Link(home.id, _matched(call, home, key, raw))
    name = raw.get("target_object")
    if not isinstance(name, str):
        raise invalid_body([problem((*path, "target_object"), "Required", "invalid_type")])
    found = call.state.find_object(name)
    if found is None:
        raise invalid(
            f'"{name}" is no object, and tasks are linked to records of objects only.',
            [problem((*path, "target_object"), "Invalid input")],
        )
    if "target_record_id" in raw:
        record_id = raw["target_record_id"]
        if not isinstance(record_id, str):
            raise invalid_body([problem((*path, "target_record_id"), "Invalid uuid", "invalid_string")])
        return Link(found.id, call.record_by_id(found, record_id).id)
    unique = next((each for each in raw if each != "target_object"), None)
    if unique is None:
        raise invalid_body([problem(path, "Invalid input", "invalid_union")])
    return Link(found.id, _matched(call, found, unique, raw[unique]))


def _matched(call: Call, home: ObjectType, key: str, raw: Any) -> str:
    try:
        return find_by(call.state, home, key, raw)
    except Refusal as refusal:
        if refusal.code == "value_not_found":
            raise not_found(refusal.message) from None
        raise invalid(refusal.message, []) from None


def _linked(call: Call, given: list[Any]) -> list[Link]:
    _refuse_many(given, "linked records")
    return joined(_link(call, at, raw) for at, raw in enumerate(given))


def _assigned(call: Call, given: list[dict[str, str]]) -> list[str]:
    _refuse_many(given, "assignees")
    ids: list[str] = []
    for raw in given:
        wanted = raw.get("referenced_actor_id") or raw["workspace_member_email_address"]
        member = call.state.members.find(wanted)
        if member is None:
            raise not_found(f'Workspace member "{wanted}" not found.')
        if member.id not in ids:
            ids.append(member.id)
    return ids


def _refuse_many(given: list[Any], noun: str) -> None:
    if len(given) > MAX_LINKS:
        raise Refusal(400, "limit_reached", f"A task has at most {MAX_LINKS} {noun}.")


def _task(call: Call) -> Task:
    wanted = call.params["task_id"]
    task = call.state.store(Tasks).by_id.get(call.uuid(wanted))
    if task is None:
        raise missing("Task", wanted)
    return task


@route("list_tasks")
def list_tasks(call: Call) -> Any:
    """List tasks by record, assignee (or none) and completion, sorted by creation or completion."""
    rows = list(call.state.store(Tasks).by_id.values())
    link = links.queried(call, "linked_object", "linked_record_id")
    if link is not None:
        rows = [task for task in rows if link in task.links]
    assignee = call.text("assignee")
    if assignee in {"", "null"}:
        rows = [task for task in rows if not task.assignees]
    elif assignee is not None:
        member = call.state.members.find(assignee)
        rows = [task for task in rows if member is not None and member.id in task.assignees]
    done = call.flag("is_completed")
    if done is not None:
        rows = [task for task in rows if (task.completed_us is not None) == done]
    by, _, direction = call.one_of("sort", _SORTS, _SORTS[0]).partition(":")
    return by_offset(
        call, _sorted(rows, by, descending=direction == "desc"), lambda task: task.render(call.state)
    )


def _sorted(rows: list[Task], by: str, *, descending: bool) -> list[Task]:
    """Sort; tasks without the time come last either way."""
    if by == "created_at":
        return sorted(rows, key=lambda task: (task.created_us, task.id), reverse=descending)
    done = [task for task in rows if task.completed_us is not None]
    done.sort(key=lambda task: (task.completed_us or 0, task.id), reverse=descending)
    return done + [task for task in rows if task.completed_us is None]


@route("create_task", but="the numbers of links and assignees that Attio refuses (here above 100)")
def create_task(call: Call) -> Any:
    """Create a task; records by id, unique value, domain or email, members by id or email."""
    body = call.data(_NEW)
    linked, assigned = _linked(call, body["linked_records"]), _assigned(call, body["assignees"])
    task = Task(call.state.ids.uuid(), body["content"], created_us=call.now_us, actor=call.actor)
    _apply(call, task, body, linked, assigned)
    call.state.store(Tasks).by_id[task.id] = task
    call.state.emit("task.created", call.actor, task_id=task.id)
    return {"data": task.render(call.state)}


def _apply(call: Call, task: Task, body: dict[str, Any], linked: list[Link], assigned: list[str]) -> None:
    task.links, task.assignees = linked, assigned
    if "deadline_at" in body:
        given = body["deadline_at"]
        task.deadline_us = None if given is None else read_us(given)
    if "is_completed" in body and body["is_completed"] != (task.completed_us is not None):
        task.completed_us = call.now_us if body["is_completed"] else None


@route("get_task")
def get_task(call: Call) -> Any:
    """Get one task."""
    return {"data": _task(call).render(call.state)}


@route("update_task")
def update_task(call: Call) -> Any:
    """Change deadline, completion, links or assignees; lists are replaced, the text is fixed."""
    task = _task(call)
    body = call.data(_CHANGE)
    if "content" in body:
        raise invalid_body([problem(("data",), "Unrecognized key(s) in object: 'content'")])
    if not body:
        raise invalid("Give at least one property to change.", [])
    linked = _linked(call, body["linked_records"]) if "linked_records" in body else task.links
    assigned = _assigned(call, body["assignees"]) if "assignees" in body else task.assignees
    before = task.render(call.state)
    _apply(call, task, body, linked, assigned)
    if task.render(call.state) != before:
        call.state.emit("task.updated", call.actor, task_id=task.id)
    return {"data": task.render(call.state)}


@route("delete_task")
def delete_task(call: Call) -> Any:
    """Delete a task."""
    task = _task(call)
    del call.state.store(Tasks).by_id[task.id]
    call.state.emit("task.deleted", call.actor, task_id=task.id)
    return {}
