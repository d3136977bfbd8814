"""Request builder of `list_lists`."""

from __future__ import annotations

from ... import Request


def build_request() -> Request:
    """List the lists that the token can see, in sidebar order."""
    return Request(
        "list_lists",
        "GET",
        "/v2/lists",
        {},
        None,
    )
