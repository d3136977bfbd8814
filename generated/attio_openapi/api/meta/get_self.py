"""Request builder of `get_self`."""

from __future__ import annotations

from ... import Request


def build_request() -> Request:
    """Describe the token in use: workspace, scopes, level."""
    return Request(
        "get_self",
        "GET",
        "/v2/self",
        {},
        None,
    )
