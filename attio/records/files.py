"""Files and folders on records (no I/O)."""

from __future__ import annotations

from typing import ClassVar

from .ids import FileId
from .model import Model, actor, flag, identifier, moment, number, optional_text, text


class FileData(Model):
    """A file or a folder of a record, stored by Attio or connected from another storage.

    `file_type` tells which of the four it is; fields that its kind does not have read as None.
    """

    __slots__ = ()
    kind: ClassVar[str] = "file"

    id = identifier(FileId, "Id of the file or folder.")
    file_type = text("file, folder, connected-file or connected-folder.")
    storage_provider = text("attio, dropbox, box, google-drive or microsoft-onedrive.")
    name = optional_text("Name; None for connected ones.")
    content_type = optional_text("Media type of a file, or None.")
    content_size_bytes = number("Size of a file in bytes, or None.", key="content_size")
    parent_folder_id = optional_text("Folder it lies in, or None.")
    has_children = flag("Whether a folder holds anything; only `get` has it.")
    external_provider_file_id = optional_text("Id in the connected storage.")
    microsoft_drive_id = optional_text("Drive in Microsoft OneDrive, or None.")
    object_id = text("Id of the object of the record it belongs to.")
    object_slug = text("Slug of the object of the record it belongs to.")
    record_id = text("Id of the record it belongs to.")
    created_by = actor("Who added it.", key="created_by_actor")
    created_at = moment("When it was added.")

    @property
    def is_folder(self) -> bool:
        """Whether it is a folder, stored or connected."""
        return str(self.raw.get("file_type", "")).endswith("folder")
