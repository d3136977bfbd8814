"""Lists: list, create, get, update. There is no deleting a list."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final

from attio.testing.render import list_json
from attio.testing.replies import forbidden, invalid, missing_named, slug_conflict, value_not_found
from attio.testing.router import route
from attio.testing.shapes import array, choice, fields, nullable, optional, text, uuid
from attio.testing.standard import add_system_attribute
from attio.testing.state.collections import ListType, ObjectType

if TYPE_CHECKING:
    from attio.testing.access import Actor
    from attio.testing.call import Call
    from attio.testing.state.workspace_state import WorkspaceState

_LEVEL: Final = choice("full-access", "read-and-write", "read-only")
_ACCESS: Final = nullable(_LEVEL)
_MEMBERS: Final = array(fields(workspace_member_id=uuid(), level=_LEVEL))
_NEW: Final = fields(
    name=text(1),
    api_slug=text(1),
    parent_object=text(1),
    workspace_access=_ACCESS,
    workspace_member_access=_MEMBERS,
)
_CHANGE: Final = fields(
    name=optional(text(1)),
    api_slug=optional(text(1)),
    workspace_access=optional(_ACCESS),
    workspace_member_access=optional(_MEMBERS),
)


@route("list_lists", but="the sidebar order that people arrange (here: the order of creation)")
def list_lists(call: Call) -> Any:
    """List the lists that the token may see, in sidebar order (here: the order they were made in)."""
    return {"data": [list_json(call.state, home) for home in call.state.lists.values() if call.may_see(home)]}


@route("get_list")
def get_list(call: Call) -> Any:
    """Get one list by slug or id."""
    return {"data": list_json(call.state, call.list())}


@route("create_list")
def create_list(call: Call) -> Any:
    """Create a list of records of one object."""
    body = call.data(_NEW)
    parent = call.state.find_object(body["parent_object"])
    if parent is None:
        raise missing_named("Object", body["parent_object"])
    _refuse_taken(call.state, body["api_slug"])
    _check_access(call, body["workspace_access"], body["workspace_member_access"])
    home = new_list(call.state, body["api_slug"], body["name"], parent, now_us=call.now_us, actor=call.actor)
    home.workspace_access = body["workspace_access"]
    home.member_access = body["workspace_member_access"]
    call.state.emit("list.created", call.actor, list_id=home.id)
    return {"data": list_json(call.state, home)}


def new_list(
    state: WorkspaceState,
    slug: str,
    name: str,
    parent: ObjectType,
    *,
    now_us: int,
    actor: Actor,
    id: str | None = None,
) -> ListType:
    """Put a list, with the attributes that every list has, into the workspace."""
    home = ListType(id or state.ids.uuid(), slug, now_us, name=name, parent=parent, actor=actor)
    state.lists[home.id] = home
    add_system_attribute(state, home, "entry_id", "Entry ID", "text")
    add_system_attribute(state, home, "created_at", "Created at", "timestamp")
    add_system_attribute(state, home, "created_by", "Created by", "actor-reference")
    return home


def _refuse_taken(state: WorkspaceState, slug: str, home: ListType | None = None) -> None:
    if any(each.slug == slug and each is not home for each in state.lists.values()):
        raise slug_conflict(f'A list with the slug "{slug}" already exists.')


def _check_access(call: Call, workspace: str | None, members: list[dict[str, str]]) -> None:
    for each in members:
        if call.state.members.find(each["workspace_member_id"]) is None:
            raise value_not_found(f'Cannot find workspace member "{each["workspace_member_id"]}".')
    if not call.state.settings.list_permissions and (workspace != "full-access" or members):
        raise forbidden("The plan of this workspace has no permissions for lists.", "billing_error")
    if workspace != "full-access" and not any(each["level"] == "full-access" for each in members):
        raise invalid("Somebody must have full access to a list: the workspace or a member.", [])


@route("update_list")
def update_list(call: Call) -> Any:
    """Change name, slug or access of a list; its parent object stays."""
    home = call.list()
    body = call.data(_CHANGE)
    if not body:
        raise invalid("Give at least one property to change.", [])
    _refuse_taken(call.state, body.get("api_slug", home.slug), home)
    access = body.get("workspace_access", home.workspace_access)
    members = body.get("workspace_member_access", home.member_access)
    if "workspace_access" in body or "workspace_member_access" in body:
        _check_access(call, access, members)
    home.name = body.get("name", home.name)
    home.slug = body.get("api_slug", home.slug)
    home.workspace_access = access
    home.member_access = members
    call.state.emit("list.updated", call.actor, list_id=home.id)
    return {"data": list_json(call.state, home)}
