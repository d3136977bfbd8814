"""Request builder of `get_workspace_member`."""

from __future__ import annotations

from urllib.parse import quote

from ... import Request


def build_request(
    workspace_member_id: str,
) -> Request:
    """Fetch one workspace member."""
    return Request(
        "get_workspace_member",
        "GET",
        "/v2/workspace_members/{workspace_member_id}".format(
            workspace_member_id=quote(str(workspace_member_id), safe=""),
        ),
        {},
        None,
    )
