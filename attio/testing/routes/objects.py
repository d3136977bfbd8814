"""Objects: list, create, get, update, delete."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final

from attio.testing import relations, render
from attio.testing.replies import Refusal, invalid, slug_conflict
from attio.testing.router import route
from attio.testing.shapes import fields, optional, text
from attio.testing.standard import add_system_attribute
from attio.testing.state.collections import ObjectType

if TYPE_CHECKING:
    from attio.testing.call import Call
    from attio.testing.state.workspace_state import WorkspaceState

_NEW: Final = fields(api_slug=text(1), singular_noun=text(1), plural_noun=text(1))
_CHANGE: Final = fields(
    api_slug=optional(text(1)), singular_noun=optional(text(1)), plural_noun=optional(text(1))
)


@route("list_objects")
def list_objects(call: Call) -> Any:
    """List all objects; recorded answers order them by id."""
    homes = sorted(call.state.objects.values(), key=lambda home: home.id)
    return {"data": [render.object_json(call.state, home) for home in homes]}


@route("create_object", but="whether Attio gives a new object attributes besides the three that all have")
def create_object(call: Call) -> Any:
    """Create a custom object."""
    body = call.data(_NEW)
    _refuse_taken(call.state, body["api_slug"])
    most = call.state.settings.max_objects
    if most is not None and len(call.state.objects) >= most:
        raise Refusal(400, "quota_exceeded", f"The plan of this workspace allows {most} objects.")
    home = new_object(call.state, body["api_slug"], body["singular_noun"], body["plural_noun"], call.now_us)
    return {"data": render.object_json(call.state, home)}


def new_object(
    state: WorkspaceState, slug: str, singular: str, plural: str, now_us: int, *, id: str | None = None
) -> ObjectType:
    """Put a custom object with the attributes that every object has into the workspace."""
    home = ObjectType(id or state.ids.uuid(), slug, now_us, singular_noun=singular, plural_noun=plural)
    state.objects[home.id] = home
    add_system_attribute(state, home, "record_id", "Record ID", "text")
    add_system_attribute(state, home, "created_at", "Created at", "timestamp")
    add_system_attribute(state, home, "created_by", "Created by", "actor-reference")
    return home


def _refuse_taken(state: WorkspaceState, slug: str, home: ObjectType | None = None) -> None:
    holder = next((each for each in state.objects.values() if each.slug == slug), None)
    if holder is not None and holder is not home:
        raise slug_conflict(f'An object with the slug "{slug}" already exists.')


@route("get_object")
def get_object(call: Call) -> Any:
    """Get one object by slug or id."""
    return {"data": render.object_json(call.state, call.object())}


@route("update_object")
def update_object(call: Call) -> Any:
    """Change slug or nouns of an object."""
    home = call.object()
    body = call.data(_CHANGE)
    if not body:
        raise invalid("Give at least one of api_slug, singular_noun and plural_noun.", [])
    _refuse_taken(call.state, body.get("api_slug", home.slug), home)
    home.slug = body.get("api_slug", home.slug)
    home.singular_noun = body.get("singular_noun", home.singular_noun)
    home.plural_noun = body.get("plural_noun", home.plural_noun)
    return {"data": render.object_json(call.state, home)}


@route("delete_object")
def delete_object(call: Call) -> Any:
    """Delete a custom object with its records, their entries, its lists and the relationships that lead to it."""
    home = call.object()
    if home.is_system:
        raise Refusal(400, "system_edit_unauthorized", f'The object "{home.slug}" is a system object.')
    remove_object(call, home)
    return {}


def remove_object(call: Call, home: ObjectType) -> None:
    """Take an object and everything that hangs on it out of the workspace."""
    state = call.state
    for each in [each for each in state.lists.values() if each.parent is home]:
        del state.lists[each.id]
        for store in state.stores():
            store.collection_deleted(each)
        state.emit("list.deleted", call.actor, list_id=each.id)
    for record_id in home.rows:
        relations.forget_record(state, home, record_id, call.now_us)
    del state.objects[home.id]
    for attribute in state.referring(home):
        if attribute.inverse is not None and attribute.inverse.collection is home:
            attribute.collection.drop_attribute(attribute)
        elif attribute.allowed_ids is not None:
            attribute.allowed_ids.remove(home.id)
    for store in state.stores():
        store.collection_deleted(home)
