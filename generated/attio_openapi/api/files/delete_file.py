"""Request builder of `delete_file`."""

from __future__ import annotations

from urllib.parse import quote

from ... import Request


def build_request(
    file_id: str,
) -> Request:
    """Delete a file entry; a folder goes with all it holds."""
    return Request(
        "delete_file",
        "DELETE",
        "/v2/files/{file_id}".format(
            file_id=quote(str(file_id), safe=""),
        ),
        {},
        None,
    )
