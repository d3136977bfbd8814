"""Objects, attributes, lists and views of a seed document."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from attio.core.errors import ArgumentError
from attio.testing.attribute_rules import currency_of
from attio.testing.json_types import is_array
from attio.testing.routes.lists import new_list
from attio.testing.routes.objects import new_object
from attio.testing.seeds.reading import own_id
from attio.testing.state.attributes import Attribute, Option, Status
from attio.testing.state.collections import ListType, ObjectType, View

if TYPE_CHECKING:
    from collections.abc import Mapping

    from attio.testing.seeds.planter import Planter
    from attio.testing.state.collections import Collection

_FLAGS = ("is_required", "is_unique", "is_multiselect", "is_archived", "is_writable", "is_enriched")


def plant_object(planter: Planter, raw: Mapping[str, Any]) -> tuple[ObjectType, Mapping[str, Any]]:
    """Make an object, or find the standard one, and give it the attributes of the document."""
    state = planter.state
    slug = raw["api_slug"]
    home = state.find_object(slug)
    given_id = own_id(raw, "object_id")
    if home is None:
        singular = raw.get("singular_noun", slug.rstrip("s").replace("_", " ").title())
        plural = raw.get("plural_noun", slug.replace("_", " ").title())
        home = new_object(state, slug, singular, plural, planter.time(raw), id=given_id)
    else:
        if given_id is not None:
            _renumber_object(planter, home, given_id)
        home.created_us = planter.time(raw) if "created_at" in raw else home.created_us
    for each in raw.get("attributes", ()):
        _plant_attribute(planter, home, each)
    return home, raw


def plant_list(planter: Planter, raw: Mapping[str, Any]) -> tuple[ListType, Mapping[str, Any]]:
    """Make a list with its attributes."""
    state = planter.state
    named = raw["parent_object"]
    parent = state.find_object(named[0] if is_array(named) else named)
    if parent is None:
        raise ArgumentError("seed", named, "is no object of the workspace")
    home = new_list(
        state,
        raw["api_slug"],
        raw.get("name", raw["api_slug"].replace("_", " ").title()),
        parent,
        now_us=planter.time(raw),
        actor=planter.actor(raw.get("created_by_actor")),
        id=own_id(raw, "list_id"),
    )
    home.workspace_access = raw.get("workspace_access", "full-access")
    home.member_access = [dict(each) for each in raw.get("workspace_member_access", ())]
    for each in raw.get("attributes", ()):
        _plant_attribute(planter, home, each)
    return home, raw


def plant_views(planter: Planter, home: Collection, given: Any) -> None:
    """Make saved views."""
    for raw in given:
        view = View(
            own_id(raw, "view_id") or planter.state.ids.uuid(),
            raw["title"],
            planter.time(raw),
            raw.get("filter"),
        )
        view.is_archived = raw.get("is_archived", False)
        home.views[view.id] = view


def _renumber_object(planter: Planter, home: ObjectType, id: str) -> None:
    state = planter.state
    del state.objects[home.id]
    for attribute in state.referring(home):
        if attribute.allowed_ids is not None:
            attribute.allowed_ids = [id if each == home.id else each for each in attribute.allowed_ids]
    for attribute in home.attributes.values():
        if attribute.allowed_ids is not None:
            attribute.allowed_ids = [id if each == home.id else each for each in attribute.allowed_ids]
    home.id = id
    state.objects[id] = home


def _plant_attribute(planter: Planter, home: Collection, raw: Mapping[str, Any]) -> None:
    slug = raw["api_slug"]
    given_id = own_id(raw, "attribute_id")
    attribute = home.by_slug.get(slug)
    if attribute is None:
        title = raw.get("title", slug.replace("_", " ").capitalize())
        attribute = Attribute(
            home,
            given_id or planter.state.ids.uuid(),
            slug=slug,
            title=title,
            type=raw["type"],
            created_us=planter.time(raw),
        )
        for flag in _FLAGS:
            if flag in raw:
                setattr(attribute, flag, raw[flag])
        attribute.description = raw.get("description")
        config: dict[str, Any] = raw.get("config") or {}
        if attribute.type == "currency":
            attribute.currency_code, attribute.display_type = currency_of("currency", config)
        home.add_attribute(attribute)
    else:
        _renumber(attribute, given_id)
        attribute.created_us = planter.time(raw) if "created_at" in raw else attribute.created_us
    _plant_options(planter, attribute, raw)
    planter.wanted.append((attribute, raw))


def _renumber(attribute: Attribute, id: str | None) -> None:
    if id is None:
        return
    home = attribute.collection
    renumbered = {id if each is attribute else each.id: each for each in home.attributes.values()}
    attribute.id = id
    home.attributes = renumbered


def _plant_options(planter: Planter, attribute: Attribute, raw: Mapping[str, Any]) -> None:
    given = raw.get("options", raw.get("statuses"))
    if given is None:
        return
    attribute.options = {}
    for each in given:
        wanted: Mapping[str, Any] = {"title": each} if isinstance(each, str) else each
        option: Option
        if attribute.type == "status":
            option = Status(
                own_id(wanted, "status_id") or planter.state.ids.uuid(),
                wanted["title"],
                celebration_enabled=wanted.get("celebration_enabled", False),
                target_time_in_status=wanted.get("target_time_in_status"),
            )
        else:
            option = Option(own_id(wanted, "option_id") or planter.state.ids.uuid(), wanted["title"])
        option.is_archived = wanted.get("is_archived", False)
        attribute.options[option.id] = option


def plant_relationships(planter: Planter) -> None:
    """Join the two sides of every relationship, making the other side where the document does not have it."""
    for attribute, raw in planter.wanted:
        if attribute.type != "record-reference":
            continue
        _allow(planter, attribute, raw)
        asked = raw.get("relationship")
        if asked is not None and attribute.inverse is None:
            _relate(planter, attribute, asked)
        elif asked is not None and attribute.inverse is not None and "id" in asked:
            _renumber(attribute.inverse, own_id(asked, "attribute_id"))


def _allow(planter: Planter, attribute: Attribute, raw: Mapping[str, Any]) -> None:
    whole: dict[str, Any] = raw.get("config") or {}
    config: dict[str, Any] = whole.get("record_reference") or {}
    names = raw.get("allowed_objects", config.get("allowed_objects", config.get("allowed_object_ids")))
    if names is None or attribute.is_system:
        return
    homes = {name: planter.state.find_object(name) for name in names}
    for name, home in homes.items():
        if home is None:
            raise ArgumentError("seed", name, "is no object of the workspace")
    attribute.allowed_ids = [home.id for home in homes.values() if home is not None]


def _relate(planter: Planter, attribute: Attribute, asked: Mapping[str, Any]) -> None:
    state = planter.state
    other = state.find_object(asked.get("object_slug") or asked["object"])
    if other is None:
        raise ArgumentError("seed", dict(asked), "names no object of the workspace")
    inverse = other.by_slug.get(asked["api_slug"])
    if inverse is None:
        inverse = Attribute(
            other,
            own_id(asked, "attribute_id") or state.ids.uuid(),
            slug=asked["api_slug"],
            title=asked.get("title", asked["api_slug"].replace("_", " ").capitalize()),
            type="record-reference",
            created_us=attribute.created_us,
        )
        inverse.is_multiselect = asked.get("is_multiselect", False)
        other.add_attribute(inverse)
    inverse.allowed_ids = [attribute.collection.id]
    inverse.inverse = attribute
    attribute.allowed_ids = [other.id]
    attribute.inverse = inverse
