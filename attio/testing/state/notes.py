"""Notes on records."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from attio.testing.render import actor_json
from attio.testing.stamps import stamp
from attio.testing.state.links import Link, moved
from attio.testing.state.stores import Store

if TYPE_CHECKING:
    from attio.testing.access import Actor
    from attio.testing.note_text import NoteText
    from attio.testing.state.collections import Collection
    from attio.testing.state.workspace_state import WorkspaceState


class Note:
    """One note. `tags` are the members and records that its text mentions, in Attio's JSON."""

    __slots__ = ("actor", "created_us", "id", "meeting_id", "parent", "tags", "text", "title")

    def __init__(
        self,
        id: str,
        parent: Link,
        title: str,
        text: NoteText,
        *,
        created_us: int,
        actor: Actor,
        meeting_id: str | None = None,
    ) -> None:
        self.id = id
        self.parent = parent
        self.title = title
        self.text = text
        self.created_us = created_us
        self.actor = actor
        self.meeting_id = meeting_id
        self.tags: list[dict[str, str]] = []

    def render(self, state: WorkspaceState) -> dict[str, Any]:
        """Return the note as the API shows it."""
        return {
            "id": {"workspace_id": state.id, "note_id": self.id},
            "parent_object": state.objects[self.parent.object_id].slug,
            "parent_record_id": self.parent.record_id,
            "title": self.title,
            "meeting_id": self.meeting_id,
            "content_plaintext": self.text.plaintext,
            "content_markdown": self.text.markdown,
            "tags": [dict(tag) for tag in self.tags],
            "created_by_actor": actor_json(self.actor),
            "created_at": stamp(self.created_us),
        }


class Notes(Store):
    """All notes. Those of a deleted record go with it; those of merged records move to the new one."""

    def __init__(self, state: WorkspaceState) -> None:
        super().__init__(state)
        self.by_id: dict[str, Note] = {}

    def oldest_first(self, parent: Link | None) -> list[Note]:
        """Return the notes of a record, or all of them."""
        found = [note for note in self.by_id.values() if parent is None or note.parent == parent]
        return sorted(found, key=lambda note: (note.created_us, note.id))

    def row_deleted(self, collection: Collection, row_id: str) -> None:
        """Let go of the notes of a record that is gone."""
        gone = Link(collection.id, row_id)
        self.by_id = {key: note for key, note in self.by_id.items() if note.parent != gone}

    def record_merged(self, collection: Collection, old_ids: tuple[str, str], new_id: str) -> None:
        """Move the notes of both records to the new one."""
        for note in self.by_id.values():
            note.parent = moved(note.parent, collection.id, old_ids, new_id)

    def collection_deleted(self, collection: Collection) -> None:
        """Let go of the notes of an object's records."""
        self.by_id = {key: note for key, note in self.by_id.items() if note.parent.object_id != collection.id}

    def meeting_deleted(self, meeting_id: str) -> None:
        """Keep the notes of a meeting that is gone, without it."""
        for note in self.by_id.values():
            if note.meeting_id == meeting_id:
                note.meeting_id = None
