"""Request builder of `download_file`."""

from __future__ import annotations

from urllib.parse import quote

from ... import Request


def build_request(
    file_id: str,
) -> Request:
    """Redirect to a short-lived address of the file's content."""
    return Request(
        "download_file",
        "GET",
        "/v2/files/{file_id}/download".format(
            file_id=quote(str(file_id), safe=""),
        ),
        {},
        None,
    )
