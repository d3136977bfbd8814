"""Workspace members: read only."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from attio.testing.replies import missing
from attio.testing.router import route

if TYPE_CHECKING:
    from attio.testing.call import Call


@route("list_workspace_members")
def list_workspace_members(call: Call) -> Any:
    """List all members, leavers included."""
    return {"data": [member.render(call.state.id) for member in call.state.members.by_id.values()]}


@route("get_workspace_member")
def get_workspace_member(call: Call) -> Any:
    """Get one member."""
    wanted = call.params["workspace_member_id"]
    member = call.state.members.by_id.get(call.uuid(wanted))
    if member is None:
        raise missing("Workspace member", wanted)
    return {"data": member.render(call.state.id)}
