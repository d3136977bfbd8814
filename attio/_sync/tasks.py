# Derived from attio/_async by scripts/unasync: edit there.
"""Tasks."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from attio_openapi.api.tasks import create_task, delete_task, get_task, list_tasks, update_task

from attio.core.arguments import segment
from attio.records.bodies import NOT_GIVEN, NotGiven
from attio.records.bodies_tasks import task_changes, task_content, task_query, task_update

from .models.tasks import Task
from .resource import Resource

if TYPE_CHECKING:
    from datetime import datetime
    from uuid import UUID

    from attio_openapi import Request

    from attio.core.config import RequestOptions
    from attio.records.bodies_links import MemberLike
    from attio.records.bodies_tasks import TaskAssignees, TaskRecords
    from attio.records.data import RecordData
    from attio.records.model import Model
    from attio.records.paging import PageQuery
    from attio.records.structure import ObjectData

    from .listing import Listing, Page, Rows


class Tasks(Resource):
    """Tasks: `client.tasks`."""

    __slots__ = ()

    def _tasks(self, options: RequestOptions | None, **filters: Any) -> Listing[Task]:
        query = task_query(**filters)

        def build(at: PageQuery) -> Request:
            return list_tasks.build_request(limit=at.limit, offset=at.offset, **query)

        return self._listing(Task, "list_tasks", build, options)

    def list(
        self,
        *,
        sort: str | None = None,
        linked_object: ObjectData | str | None = None,
        linked_record_id: RecordData | str | UUID | None = None,
        assignee: MemberLike | NotGiven | None = NOT_GIVEN,
        is_completed: bool | None = None,
        limit: int | None = None,
        offset: int | None = None,
        options: RequestOptions | None = None,
    ) -> Page[Task]:
        """Fetch one page of tasks, oldest first unless `sort` says otherwise.

        `sort` is "created_at" or "completed_at" with ":asc" or ":desc". `linked_object` and
        `linked_record_id` go together; a record model brings its object along. `assignee` is a member, its id
        or its e-mail address; None means tasks that nobody is assigned to. `limit` is 500 unless given.
        Scopes: task:read, object_configuration:read, record_permission:read, user_management:read.
        Source: GET /v2/tasks.
        """
        listing = self._tasks(
            options,
            sort=sort,
            linked_object=linked_object,
            linked_record_id=linked_record_id,
            assignee=assignee,
            is_completed=is_completed,
        )
        return listing.page(limit=limit, offset=offset)

    def iterate(
        self,
        *,
        sort: str | None = None,
        linked_object: ObjectData | str | None = None,
        linked_record_id: RecordData | str | UUID | None = None,
        assignee: MemberLike | NotGiven | None = NOT_GIVEN,
        is_completed: bool | None = None,
        page_size: int | None = None,
        max_items: int | None = None,
        prefetch: bool = False,
        options: RequestOptions | None = None,
    ) -> Rows[Task]:
        """Go through all tasks, page by page (500 a page unless `page_size` says otherwise).

        Takes what `list` takes. Tasks that are added or deleted meanwhile make no other task lost or repeated
        (see `attio.records.paging`); with `is_completed` or a sort by completion, one that is completed during
        the run may be. Source: GET /v2/tasks.
        """
        listing = self._tasks(
            options,
            sort=sort,
            linked_object=linked_object,
            linked_record_id=linked_record_id,
            assignee=assignee,
            is_completed=is_completed,
        )
        return listing.rows(page_size=page_size, max_items=max_items, prefetch=prefetch)

    def get(self, task_id: Model | str | UUID, *, options: RequestOptions | None = None) -> Task:
        """Fetch one task; raises NotFoundError.

        Scopes: task:read, object_configuration:read, record_permission:read, user_management:read.
        Source: GET /v2/tasks/{task_id}.
        """
        request = get_task.build_request(segment(task_id, "task_id"))
        return self._one(Task, request, options)

    def create(
        self,
        content: str,
        *,
        deadline_at: datetime | str | None = None,
        is_completed: bool = False,
        linked_records: TaskRecords = (),
        assignees: TaskAssignees = (),
        options: RequestOptions | None = None,
    ) -> Task:
        """Write a task; its content cannot be changed afterwards.

        Attio refuses a task without all of its fields, so what is left out is sent as no deadline, not
        completed, no linked records, no assignees, and always as plain text. `content` has 2000 characters at
        most. A linked record is a record, a RecordRef, ("people", record_id), an e-mail address, a domain, or
        Attio's own object, which can also name a value of a unique attribute. An assignee is a member, its id
        or its e-mail address. Not sent again when its outcome is unknown (MaybeSentError).
        Raises NotFoundError for an unknown record or member, ValidationError for a link to something else.
        Scopes: task:read-write, object_configuration:read, record_permission:read, user_management:read.
        Source: POST /v2/tasks.
        """
        changes = task_changes(
            deadline_at=deadline_at,
            is_completed=is_completed,
            linked_records=linked_records,
            assignees=assignees,
        )
        body = {"content": task_content(content), "format": "plaintext", **changes}
        return self._one(Task, create_task.build_request(body={"data": body}), options)

    def update(
        self,
        task_id: Model | str | UUID,
        *,
        deadline_at: datetime | str | NotGiven | None = NOT_GIVEN,
        is_completed: bool | NotGiven = NOT_GIVEN,
        linked_records: TaskRecords | NotGiven = NOT_GIVEN,
        assignees: TaskAssignees | NotGiven = NOT_GIVEN,
        options: RequestOptions | None = None,
    ) -> Task:
        """Change a task; what is not given stays, None clears the deadline. Give lists whole, not what is new in them.

        The content cannot change. Takes linked records and assignees in the forms that `create` takes.
        Raises NotFoundError, ValidationError.
        Scopes: task:read-write, object_configuration:read, record_permission:read, user_management:read.
        Source: PATCH /v2/tasks/{task_id}.
        """
        changes = task_changes(
            deadline_at=deadline_at,
            is_completed=is_completed,
            linked_records=linked_records,
            assignees=assignees,
        )
        request = update_task.build_request(segment(task_id, "task_id"), body={"data": task_update(changes)})
        return self._one(Task, request, options)

    def delete(self, task_id: Model | str | UUID, *, options: RequestOptions | None = None) -> None:
        """Delete a task for good; raises NotFoundError.

        Scopes: task:read-write. Source: DELETE /v2/tasks/{task_id}.
        """
        self._send(delete_task.build_request(segment(task_id, "task_id")), options)
