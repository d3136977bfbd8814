"""Request builder of `create_file`."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from ... import Request, json_body

if TYPE_CHECKING:
    from collections.abc import Mapping

    from ...models.connected_file_create import ConnectedFileCreate
    from ...models.connected_folder_create import ConnectedFolderCreate
    from ...models.folder_create import FolderCreate


def build_request(
    *,
    body: Mapping[str, Any] | ConnectedFileCreate | ConnectedFolderCreate | FolderCreate,
) -> Request:
    """Create a folder, or connect a file or folder of a storage provider."""
    return Request(
        "create_file",
        "POST",
        "/v2/files",
        {},
        json_body(body),
    )
