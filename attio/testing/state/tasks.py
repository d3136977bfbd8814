"""Tasks, linked to any number of records and members."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from attio.testing.render import actor_json
from attio.testing.stamps import stamp
from attio.testing.state.links import Link, all_moved, without, without_object
from attio.testing.state.stores import Store

if TYPE_CHECKING:
    from attio.testing.access import Actor
    from attio.testing.state.collections import Collection
    from attio.testing.state.workspace_state import WorkspaceState


class Task:
    """One task. `assignees` are ids of members."""

    __slots__ = (
        "actor",
        "assignees",
        "completed_us",
        "content",
        "created_us",
        "deadline_us",
        "id",
        "links",
    )

    def __init__(self, id: str, content: str, *, created_us: int, actor: Actor) -> None:
        self.id = id
        self.content = content
        self.created_us = created_us
        self.actor = actor
        self.deadline_us: int | None = None
        self.completed_us: int | None = None
        self.links: list[Link] = []
        self.assignees: list[str] = []

    def render(self, state: WorkspaceState) -> dict[str, Any]:
        """Return the task as the API shows it."""
        return {
            "id": {"workspace_id": state.id, "task_id": self.id},
            "content_plaintext": self.content,
            "deadline_at": None if self.deadline_us is None else stamp(self.deadline_us),
            "is_completed": self.completed_us is not None,
            "completed_at": None if self.completed_us is None else stamp(self.completed_us),
            # The key says id and Attio sends the slug.
            "linked_records": [
                {
                    "target_object_id": state.objects[link.object_id].slug,
                    "target_record_id": link.record_id,
                }
                for link in self.links
            ],
            "assignees": [
                {"referenced_actor_type": "workspace-member", "referenced_actor_id": member_id}
                for member_id in self.assignees
            ],
            "created_by_actor": actor_json(self.actor),
            "created_at": stamp(self.created_us),
        }


class Tasks(Store):
    """All tasks; they outlive the records they are linked to."""

    def __init__(self, state: WorkspaceState) -> None:
        super().__init__(state)
        self.by_id: dict[str, Task] = {}

    def row_deleted(self, collection: Collection, row_id: str) -> None:
        """Unlink a record that is gone."""
        for task in self.by_id.values():
            task.links = without(task.links, Link(collection.id, row_id))

    def record_merged(self, collection: Collection, old_ids: tuple[str, str], new_id: str) -> None:
        """Link the new record in place of both."""
        for task in self.by_id.values():
            task.links = all_moved(task.links, collection.id, old_ids, new_id)

    def collection_deleted(self, collection: Collection) -> None:
        """Unlink an object's records."""
        for task in self.by_id.values():
            task.links = without_object(task.links, collection.id)
