"""Request bodies of tasks (no I/O)."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import TYPE_CHECKING, Any, TypeAlias, cast

from attio.core.arguments import flag, one_of, text
from attio.core.errors import ArgumentError
from attio.records.bodies import NOT_GIVEN, NotGiven, moment_text, not_none
from attio.records.bodies_links import MEMBER, linked_pair, member_text, record_pair, several

if TYPE_CHECKING:
    from datetime import datetime

    from attio.records.bodies_links import MemberLike, RecordLike

CONTENT_MAX = 2000
"""Characters that Attio takes as a task's content."""

SORTS = ("created_at:asc", "created_at:desc", "completed_at:asc", "completed_at:desc")

TaskRecords: TypeAlias = "Iterable[RecordLike | str] | RecordLike | str"
TaskAssignees: TypeAlias = "Iterable[MemberLike | Mapping[str, Any]] | MemberLike | Mapping[str, Any]"


def task_query(
    *,
    sort: str | None,
    linked_object: Any,
    linked_record_id: Any,
    assignee: MemberLike | NotGiven | None,
    is_completed: bool | None,
) -> dict[str, Any]:
    """Return the query of a list."""
    place, record = linked_pair(linked_object, linked_record_id)
    return not_none(
        sort=None if sort is None else one_of(sort, "sort", SORTS),
        linked_object=place,
        linked_record_id=record,
        assignee=_assignee_text(assignee),
        is_completed=None if is_completed is None else flag(is_completed, "is_completed"),
    )


def _assignee_text(assignee: MemberLike | NotGiven | None) -> str | None:
    if assignee is NOT_GIVEN:
        return None
    # Attio reads an empty value and the word null alike; the word survives proxies that drop empty ones.
    return "null" if assignee is None else member_text("assignee", assignee)


def task_content(content: str) -> str:
    """Return the content of a task, refusing more than 2000 characters."""
    return text(content, "content", longest=CONTENT_MAX)


def task_changes(
    *,
    deadline_at: datetime | str | NotGiven | None,
    is_completed: bool | NotGiven,
    linked_records: TaskRecords | NotGiven,
    assignees: TaskAssignees | NotGiven,
) -> dict[str, Any]:
    """Return what a create and an update have in common; what is not given is left out."""
    body: dict[str, Any] = {}
    if deadline_at is not NOT_GIVEN:
        body["deadline_at"] = moment_text("deadline_at", deadline_at)
    if is_completed is not NOT_GIVEN:
        body["is_completed"] = flag(is_completed, "is_completed")
    if linked_records is not NOT_GIVEN:
        body["linked_records"] = task_records(linked_records)
    if assignees is not NOT_GIVEN:
        body["assignees"] = task_assignees(assignees)
    return body


def task_update(changes: dict[str, Any]) -> dict[str, Any]:
    """Return the body of an update; refuses one of nothing, which Attio answers with 400."""
    if not changes:
        raise ArgumentError(
            "task",
            None,
            "there is nothing to change",
            fix="give one of assignees, deadline_at, is_completed, linked_records",
        )
    return changes


def task_records(values: Any) -> list[Any]:
    """Return linked records as Attio takes them.

    Texts alone stay texts; beside references they become references too, because Attio takes no mixture.
    """
    rows = several("linked_records", values)
    if all(isinstance(row, str) for row in rows):
        return [_address_or_domain(row) for row in rows]
    return [_by_text(row) if isinstance(row, str) else _by_record(row) for row in rows]


def _by_text(value: str) -> dict[str, Any]:
    name = _address_or_domain(value)
    if "@" in name:
        return {"target_object": "people", "email_addresses": [{"email_address": name}]}
    return {"target_object": "companies", "domains": [{"domain": name}]}


def _address_or_domain(value: str) -> str:
    name = value.strip()
    if "@" not in name and "." not in name:
        raise ArgumentError(
            "linked_records",
            value,
            "a text names a record by its e-mail address or domain, and this is neither",
            fix='by its id use [("people", record_id)]',
        )
    return name


def _by_record(value: Any) -> dict[str, Any]:
    if isinstance(value, Mapping):
        raw = cast("Mapping[str, Any]", value)
        if "target_object" in raw:
            return dict(raw)
    place, record = record_pair("linked_records", cast("RecordLike", value))
    return {"target_object": place, "target_record_id": record}


def task_assignees(values: Any) -> list[dict[str, Any]]:
    """Return assignees as Attio takes them: members by id, or by e-mail address."""
    return [_assignee(row) for row in several("assignees", values)]


def _assignee(value: Any) -> dict[str, Any]:
    if isinstance(value, Mapping):
        return dict(cast("Mapping[str, Any]", value))
    member = member_text("assignees", value)
    if "@" in member:
        return {"workspace_member_email_address": member}
    return {"referenced_actor_type": MEMBER, "referenced_actor_id": member}
