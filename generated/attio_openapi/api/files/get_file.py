"""Request builder of `get_file`."""

from __future__ import annotations

from urllib.parse import quote

from ... import Request


def build_request(
    file_id: str,
) -> Request:
    """Fetch one file or folder entry."""
    return Request(
        "get_file",
        "GET",
        "/v2/files/{file_id}".format(
            file_id=quote(str(file_id), safe=""),
        ),
        {},
        None,
    )
