"""Files and folders of records, and the bytes of what was uploaded."""

from __future__ import annotations

import hashlib
from typing import TYPE_CHECKING, Any

from attio.testing.render import actor_json
from attio.testing.stamps import stamp
from attio.testing.state.links import Link, moved
from attio.testing.state.stores import Store

if TYPE_CHECKING:
    from attio.testing.access import Actor
    from attio.testing.state.collections import Collection
    from attio.testing.state.workspace_state import WorkspaceState

FOLDER = "folder"


class File:
    """A file or folder, Attio's own or one of a connected storage. Only uploaded files have content."""

    __slots__ = (
        "actor",
        "content",
        "content_type",
        "created_us",
        "drive_id",
        "external_id",
        "id",
        "kind",
        "name",
        "parent",
        "parent_folder_id",
        "provider",
    )

    def __init__(self, id: str, kind: str, parent: Link, *, created_us: int, actor: Actor) -> None:
        self.id = id
        self.kind = kind
        self.parent = parent
        self.created_us = created_us
        self.actor = actor
        self.provider = "attio"
        self.name = ""
        self.parent_folder_id: str | None = None
        self.content: bytes = b""
        self.content_type: str | None = None
        self.external_id = ""
        self.drive_id: str | None = None

    def render(self, state: WorkspaceState) -> dict[str, Any]:
        """Return the file as the API shows it."""
        shown: dict[str, Any] = {
            "id": {"workspace_id": state.id, "file_id": self.id},
            "object_id": self.parent.object_id,
            "object_slug": state.objects[self.parent.object_id].slug,
            "record_id": self.parent.record_id,
            "storage_provider": self.provider,
            "created_by_actor": actor_json(self.actor),
            "created_at": stamp(self.created_us),
            "file_type": self.kind,
        }
        if self.kind.startswith("connected-"):
            return {
                **shown,
                "external_provider_file_id": self.external_id,
                "microsoft_drive_id": self.drive_id,
            }
        shown["name"] = self.name
        if self.kind == "file":
            shown |= {"content_type": self.content_type, "content_size": len(self.content)}
        return {**shown, "parent_folder_id": self.parent_folder_id}


class Files(Store):
    """All files. Those of a deleted record go with it; those of merged records move to the new one."""

    def __init__(self, state: WorkspaceState) -> None:
        super().__init__(state)
        self.by_id: dict[str, File] = {}
        # Not from the source of ids, which a look at files must not move on.
        self.secret: str = hashlib.sha256(f"storage of {state.id}".encode()).hexdigest()

    @property
    def size_bytes(self) -> int:
        """How many bytes are stored."""
        return sum(len(file.content) for file in self.by_id.values())

    def children(self, folder_id: str) -> list[File]:
        """Return what lies directly in a folder."""
        return [file for file in self.by_id.values() if file.parent_folder_id == folder_id]

    def remove(self, file: File) -> None:
        """Take a file out, a folder with all that is in it."""
        del self.by_id[file.id]
        for child in self.children(file.id):
            self.remove(child)

    def row_deleted(self, collection: Collection, row_id: str) -> None:
        """Let go of the files of a record that is gone."""
        gone = Link(collection.id, row_id)
        self.by_id = {key: file for key, file in self.by_id.items() if file.parent != gone}

    def record_merged(self, collection: Collection, old_ids: tuple[str, str], new_id: str) -> None:
        """Move the files of both records to the new one."""
        for file in self.by_id.values():
            file.parent = moved(file.parent, collection.id, old_ids, new_id)

    def collection_deleted(self, collection: Collection) -> None:
        """Let go of the files of an object's records."""
        self.by_id = {key: file for key, file in self.by_id.items() if file.parent.object_id != collection.id}
