"""Rows, attributes, objects and lists as the JSON that Attio sends; key order as recorded."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, Any, Final

from attio.testing.normalise.domains import root_domain
from attio.testing.normalise.locations import LOCATION_PARTS
from attio.testing.stamps import stamp
from attio.testing.state.attributes import Status

if TYPE_CHECKING:
    from collections.abc import Iterable

    from attio.testing.access import Actor
    from attio.testing.state.attributes import Attribute, Option, Payload
    from attio.testing.state.collections import Collection, Entry, ListType, ObjectType, Row, Value, View
    from attio.testing.state.workspace_state import WorkspaceState

Json = dict[str, Any]
Fields = Callable[[Json, "WorkspaceState", "Attribute", "Payload"], None]

_APP: Final = "https://app.attio.com"


def actor_json(actor: Actor) -> Json:
    """Render an actor."""
    return {"type": actor[0], "id": actor[1]}


# Each adds the fields of its type to what all values start with; a page has thousands of values, so none is copied.


def _value(to: Json, _state: WorkspaceState, _attribute: Attribute, payload: Payload) -> None:
    to["value"] = payload


def _timestamp(to: Json, _state: WorkspaceState, _attribute: Attribute, payload: int) -> None:
    to["value"] = stamp(payload)


def _currency(to: Json, _state: WorkspaceState, attribute: Attribute, payload: float) -> None:
    to["currency_code"] = attribute.currency_code
    to["currency_value"] = payload


def _select(to: Json, state: WorkspaceState, attribute: Attribute, payload: Option) -> None:
    to["option"] = option_json(state, attribute, payload)


def _status(to: Json, state: WorkspaceState, attribute: Attribute, payload: Option) -> None:
    to["status"] = option_json(state, attribute, payload)


def _reference(to: Json, state: WorkspaceState, _attribute: Attribute, payload: tuple[str, str]) -> None:
    # a value of the past may lead to an object that is gone
    home = state.objects.get(payload[0])
    to["target_object"] = payload[0] if home is None else home.slug
    to["target_record_id"] = payload[1]


def _actor(to: Json, _state: WorkspaceState, _attribute: Attribute, payload: Actor) -> None:
    to["referenced_actor_type"], to["referenced_actor_id"] = payload


def _location(
    to: Json, _state: WorkspaceState, _attribute: Attribute, payload: tuple[str | None, ...]
) -> None:
    to.update(zip(LOCATION_PARTS, payload, strict=True))


def _domain(to: Json, _state: WorkspaceState, _attribute: Attribute, payload: str) -> None:
    to["domain"] = payload
    to["root_domain"] = root_domain(payload)


def _email(to: Json, _state: WorkspaceState, _attribute: Attribute, payload: str | tuple[str, str]) -> None:
    address, written = (payload, payload) if isinstance(payload, str) else payload
    local, _, host = address.rpartition("@")
    to["original_email_address"] = written
    to["email_address"] = address
    to["email_domain"] = host
    to["email_root_domain"] = root_domain(host)
    to["email_local_specifier"] = local


def _phone(to: Json, _state: WorkspaceState, _attribute: Attribute, payload: tuple[str, str, str]) -> None:
    to["original_phone_number"] = payload[1]
    to["country_code"] = payload[2]
    to["phone_number"] = payload[0]


def _name(to: Json, _state: WorkspaceState, _attribute: Attribute, payload: tuple[str, str, str]) -> None:
    to["first_name"], to["last_name"], to["full_name"] = payload


def _interaction(
    to: Json, _state: WorkspaceState, _attribute: Attribute, payload: tuple[str, int, Actor]
) -> None:
    kind, at_us, owner = payload
    to["interaction_type"] = kind
    to["interacted_at"] = stamp(at_us)
    to["owner_actor"] = actor_json(owner)


_FIELDS: Final[dict[str, Fields]] = {
    "text": _value,
    "number": _value,
    "rating": _value,
    "checkbox": _value,
    "date": _value,
    "timestamp": _timestamp,
    "currency": _currency,
    "select": _select,
    "status": _status,
    "record-reference": _reference,
    "actor-reference": _actor,
    "location": _location,
    "domain": _domain,
    "email-address": _email,
    "phone-number": _phone,
    "personal-name": _name,
    "interaction": _interaction,
}


def option_json(state: WorkspaceState, attribute: Attribute, option: Option) -> Json:
    """Render an option or a status."""
    owner = {
        "workspace_id": state.identity["id"],
        "object_id": attribute.collection.id,
        "attribute_id": attribute.id,
    }
    if isinstance(option, Status):
        return {
            "id": {**owner, "status_id": option.id},
            "title": option.title,
            "is_archived": option.is_archived,
            "target_time_in_status": option.target_time_in_status,
            "celebration_enabled": option.celebration_enabled,
        }
    return {"id": {**owner, "option_id": option.id}, "title": option.title, "is_archived": option.is_archived}


def payload_json(state: WorkspaceState, attribute: Attribute, payload: Payload) -> Json:
    """Render what a value holds, without its times and actor, as default values show it."""
    rendered: Json = {}
    _FIELDS[attribute.type](rendered, state, attribute, payload)
    rendered["attribute_type"] = attribute.type
    return rendered


def value_json(
    state: WorkspaceState, attribute: Attribute, value: Value, until_us: int | None = None
) -> Json:
    """Render one value; `until_us` is when it ended, None for a value in force."""
    payload, from_us, actor = value
    kind = attribute.type
    rendered: Json = {
        "active_from": stamp(from_us),
        "active_until": None if until_us is None else stamp(until_us),
        "created_by_actor": {"type": actor[0], "id": actor[1]},
    }
    _FIELDS[kind](rendered, state, attribute, payload)
    rendered["attribute_type"] = kind
    return rendered


def values_json(state: WorkspaceState, row: Row, attributes: Iterable[Attribute]) -> Json:
    """Render the values in force of a row, one array per attribute, empty ones included."""
    cells = row.cells
    rendered: Json = {}
    for attribute in attributes:
        if attribute.virtual is not None:
            rendered[attribute.slug] = [value_json(state, attribute, row.values(attribute)[0])]
            continue
        values = cells.get(attribute.key)
        rendered[attribute.slug] = [value_json(state, attribute, value) for value in values] if values else []
    return rendered


def web_url(state: WorkspaceState, home: ObjectType, record_id: str) -> str:
    """Return the address of a record in Attio's web app."""
    return f"{_APP}/{state.identity['slug']}/{home.web_path or f'{home.slug}/record'}/{record_id}"


def record_json(state: WorkspaceState, home: ObjectType, row: Row) -> Json:
    """Render a record."""
    return {
        "id": {"workspace_id": state.identity["id"], "object_id": home.id, "record_id": row.id},
        "created_at": stamp(row.created_us),
        "web_url": web_url(state, home, row.id),
        "values": values_json(state, row, home.live_attributes()),
    }


def entry_json(state: WorkspaceState, home: ListType, entry: Entry) -> Json:
    """Render a list entry."""
    return {
        "id": {"workspace_id": state.identity["id"], "list_id": home.id, "entry_id": entry.id},
        "parent_record_id": entry.parent_id,
        "parent_object": state.objects[entry.parent_object_id].slug,
        "created_at": stamp(entry.created_us),
        "entry_values": values_json(state, entry, home.live_attributes()),
    }


def attribute_json(state: WorkspaceState, attribute: Attribute) -> Json:
    """Render an attribute."""
    default: Json | None = None
    if attribute.default is not None:
        kind, template = attribute.default
        if kind == "static":
            template = [payload_json(state, attribute, payload) for payload in template]
        default = {"type": kind, "template": template}
    return {
        "id": _attribute_id(state, attribute),
        "title": attribute.title,
        "description": attribute.description,
        "api_slug": attribute.slug,
        "type": attribute.type,
        "is_system_attribute": attribute.is_system,
        "is_writable": attribute.is_writable,
        "is_required": attribute.is_required,
        "is_unique": attribute.is_unique,
        "is_multiselect": attribute.is_multiselect,
        "is_default_value_enabled": default is not None,
        "is_archived": attribute.is_archived,
        "default_value": default,
        "relationship": _relationship(state, attribute.inverse),
        "created_at": stamp(attribute.created_us),
        "config": {
            "currency": {
                "default_currency_code": attribute.currency_code,
                "display_type": attribute.display_type,
            },
            "record_reference": {"allowed_object_ids": attribute.allowed_ids},
        },
    }


def _attribute_id(state: WorkspaceState, attribute: Attribute) -> Json:
    return {
        "workspace_id": state.identity["id"],
        "object_id": attribute.collection.id,
        "attribute_id": attribute.id,
    }


def _relationship(state: WorkspaceState, inverse: Attribute | None) -> Json | None:
    if inverse is None:
        return None
    return {
        "id": _attribute_id(state, inverse),
        "object_slug": inverse.collection.slug,
        "api_slug": inverse.slug,
        "is_multiselect": inverse.is_multiselect,
        "title": inverse.title,
    }


def object_json(state: WorkspaceState, home: ObjectType) -> Json:
    """Render an object."""
    return {
        "id": {"workspace_id": state.identity["id"], "object_id": home.id},
        "api_slug": home.slug,
        "singular_noun": home.singular_noun,
        "plural_noun": home.plural_noun,
        "created_at": stamp(home.created_us),
    }


def list_json(state: WorkspaceState, home: ListType) -> Json:
    """Render a list."""
    return {
        "id": {"workspace_id": state.identity["id"], "list_id": home.id},
        "api_slug": home.slug,
        "created_at": stamp(home.created_us),
        "name": home.name,
        "workspace_access": home.workspace_access,
        "workspace_member_access": [dict(each) for each in home.member_access],
        "parent_object": [home.parent.slug],
        "created_by_actor": actor_json(home.actor),
    }


def view_json(state: WorkspaceState, home: Collection, view: View) -> Json:
    """Render a saved view."""
    owner = "list_id" if home.kind == "lists" else "object_id"
    return {
        "id": {"workspace_id": state.identity["id"], owner: home.id, "view_id": view.id},
        "title": view.title,
        "created_at": stamp(view.created_us),
    }
