"""How sections of a seed name records, members and what they must have."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from attio.core.errors import ArgumentError
from attio.testing.json_types import is_array, is_object
from attio.testing.state.links import Link

if TYPE_CHECKING:
    from collections.abc import Mapping

    from attio.testing.access import Actor
    from attio.testing.seeds.planter import Planter


def need(section: str, raw: Any, key: str) -> Any:
    """Return what a thing of a section must have."""
    if not is_object(raw) or key not in raw:
        raise ArgumentError("seed", raw, f"lacks {key!r}, in {section!r}")
    return raw[key]


def each_of(section: str, given: Any) -> list[dict[str, Any]]:
    """Return a section that must be a list of mappings."""
    if not is_array(given):
        raise ArgumentError("seed", given, f"is no list, in {section!r}")
    for raw in given:
        if not is_object(raw):
            raise ArgumentError("seed", raw, f"is no mapping, in {section!r}")
    return given


def link_to(planter: Planter, named: Any) -> Link:
    """Return the record that a key names, or Attio's own JSON of a link to it."""
    if not is_object(named):
        home, record_id = planter.record(named)
        return Link(home.id, record_id)
    place = (
        named.get("object_slug")
        or named.get("object_id")
        or named.get("object")
        or named.get("target_object_id")
        or named.get("target_object")
    )
    wanted = str(named.get("record_id") or named.get("target_record_id"))
    found = planter.state.find_object(str(place))
    if found is None or wanted not in found.rows:
        raise ArgumentError("seed", dict(named), "is no record of the workspace")
    return Link(found.id, wanted)


def parent_of(planter: Planter, section: str, raw: Mapping[str, Any]) -> Link:
    """Return the record that a note or file belongs to: by `parent`, or as Attio's JSON says it."""
    if "parent" in raw:
        return link_to(planter, raw["parent"])
    if "parent_record_id" in raw:
        return link_to(
            planter,
            {"object": need(section, raw, "parent_object"), "record_id": raw["parent_record_id"]},
        )
    return link_to(planter, {"object": raw.get("object_slug"), "record_id": need(section, raw, "record_id")})


def links_of(planter: Planter, raw: Mapping[str, Any]) -> list[Link]:
    """Return the records that a task or meeting is linked to."""
    return [link_to(planter, each) for each in raw.get("linked_records", ())]


def member_id(planter: Planter, named: Any) -> str:
    """Return the id of a member, named by email, id or Attio's JSON of a reference."""
    wanted = named["referenced_actor_id"] if is_object(named) else named
    member = planter.state.members.find(wanted)
    if member is None:
        raise ArgumentError("seed", wanted, "is no member of the workspace")
    return member.id


def maker(planter: Planter, raw: Mapping[str, Any]) -> Actor:
    """Return who made a thing."""
    return planter.actor(raw.get("created_by", raw.get("created_by_actor")))
