"""Request builder of `create_file`."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from ... import Request, json_body

if TYPE_CHECKING:
    from collections.abc import Mapping

    from ...models.create_file_body_connected_file import CreateFileBodyConnectedFile
    from ...models.create_file_body_connected_folder import CreateFileBodyConnectedFolder
    from ...models.create_file_body_folder import CreateFileBodyFolder


def build_request(
    *,
    body: Mapping[str, Any]
    | CreateFileBodyConnectedFile
    | CreateFileBodyConnectedFolder
    | CreateFileBodyFolder,
) -> Request:
    """Create a folder, or connect a file or folder of a storage provider."""
    return Request(
        "create_file",
        "POST",
        "/v2/files",
        {},
        json_body(body),
    )
