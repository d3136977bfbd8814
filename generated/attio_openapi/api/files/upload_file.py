"""Request builder of `upload_file`."""

from __future__ import annotations

from ... import Request


def build_request() -> Request:
    """Upload a file to a record."""
    return Request(
        "upload_file",
        "POST",
        "/v2/files/upload",
        {},
        None,
    )
