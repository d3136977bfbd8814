"""Request builder of `list_objects`."""

from __future__ import annotations

from ... import Request


def build_request() -> Request:
    """List every object that is switched on in the workspace."""
    return Request(
        "list_objects",
        "GET",
        "/v2/objects",
        {},
        None,
    )
