"""Request builder of `list_workspace_members`."""

from __future__ import annotations

from ... import Request


def build_request() -> Request:
    """List the members of the workspace, suspended ones included."""
    return Request(
        "list_workspace_members",
        "GET",
        "/v2/workspace_members",
        {},
        None,
    )
