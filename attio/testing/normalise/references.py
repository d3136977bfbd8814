"""References to records and to actors."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final

from attio.testing import normalise
from attio.testing.identifiers import is_uuid
from attio.testing.json_types import is_array, is_object
from attio.testing.normalise.breaches import bad_value
from attio.testing.replies import Refusal, problem, required, value_not_found
from attio.testing.shapes import wrong_type

if TYPE_CHECKING:
    from attio.testing.access import Actor
    from attio.testing.state.attributes import Attribute
    from attio.testing.state.collections import ObjectType
    from attio.testing.state.workspace_state import WorkspaceState

# What a bare string is looked up by, per standard object.
_BARE_KEYS: Final = {
    "companies": "domains",
    "people": "email_addresses",
    "users": "user_id",
    "workspaces": "workspace_id",
}
_MEMBER: Final = "workspace-member"


def record_reference(state: WorkspaceState, attribute: Attribute, raw: Any) -> tuple[str, str]:
    """Take an id with its object, a match by a unique attribute, or a bare domain, email or id."""
    if isinstance(raw, str):
        return _bare(state, attribute, raw)
    if not is_object(raw):
        raise bad_value(attribute, wrong_type(raw, (), "object"))
    name = raw.get("target_object")
    if not isinstance(name, str):
        raise bad_value(attribute, required(("target_object",)))
    target = state.find_object(name)
    if target is None:
        raise value_not_found(f'Cannot find object with slug/ID "{name}".')
    if attribute.allowed_ids is not None and target.id not in attribute.allowed_ids:
        raise bad_value(
            attribute, problem(("target_object",), f'Records of "{target.slug}" are not allowed here')
        )
    if "target_record_id" in raw:
        return target.id, _existing(attribute, target, raw["target_record_id"])
    match = next((key for key in raw if key != "target_object"), None)
    if match is None:
        raise bad_value(attribute, required(("target_record_id",)))
    return target.id, find_by(state, target, match, raw[match])


def _existing(attribute: Attribute, target: ObjectType, record_id: Any) -> str:
    if not isinstance(record_id, str) or not is_uuid(record_id):
        raise bad_value(
            attribute,
            problem(("target_record_id",), "Invalid uuid", "invalid_string", string_validation="uuid"),
        )
    row = target.rows.get(record_id.lower())
    if row is None:
        raise value_not_found(f'Cannot find record with ID "{record_id}" of object "{target.slug}".')
    return row.id


def find_by(state: WorkspaceState, target: ObjectType, name: str, raw: Any) -> str:
    """Return the id of the one record that a unique attribute of an object points out."""
    unique = target.attribute(name, archived=False)
    if unique is None:
        raise value_not_found(f'Cannot find attribute with slug/ID "{name}".')
    if not unique.is_unique:
        message = f'Attribute with slug "{unique.slug}" is not unique, so it cannot be used to match records.'
        raise Refusal(400, "matching_attribute_definition_not_unique", message)
    if unique.virtual is not None:
        wanted: tuple[Any, ...] = (str(raw).lower(),)
    else:
        wanted = normalise.payloads(state, unique, raw if unique.is_multiselect else _first(raw))
    found = {record_id for each in wanted for record_id in target.holders(unique, each)}
    if len(found) > 1:
        raise Refusal(400, "multiple_match_results", f'Several records match on "{unique.slug}".')
    if not found:
        raise value_not_found(
            f'Cannot find a record of object "{target.slug}" that matches on "{unique.slug}".'
        )
    return found.pop()


def _first(raw: Any) -> Any:
    return raw[0] if is_array(raw) and len(raw) == 1 else raw


def _bare(state: WorkspaceState, attribute: Attribute, text: str) -> tuple[str, str]:
    allowed = [
        state.objects[each] for each in attribute.allowed_ids or state.objects if each in state.objects
    ]
    if is_uuid(text):
        for target in allowed:
            if text.lower() in target.rows:
                return target.id, text.lower()
        raise value_not_found(f'Cannot find record with ID "{text}".')
    for target in allowed:
        key = _BARE_KEYS.get(target.slug)
        if key is None:
            continue
        try:
            return target.id, find_by(state, target, key, text)
        except Refusal:
            continue
    raise value_not_found(f'Cannot find a record that "{text}" stands for.')


def actor_reference(state: WorkspaceState, attribute: Attribute, raw: Any) -> Actor:
    """Take a member by id or by email address; no other kind of actor can be written."""
    wanted = raw
    if is_object(raw):
        if "workspace_member_email_address" in raw:
            wanted = raw["workspace_member_email_address"]
        elif raw.get("referenced_actor_type") == _MEMBER:
            wanted = raw.get("referenced_actor_id")
        else:
            options = [_MEMBER]
            raise bad_value(
                attribute,
                problem(("referenced_actor_type",), "Invalid option", "invalid_option", options=options),
            )
    if not isinstance(wanted, str):
        raise bad_value(attribute, wrong_type(wanted, (), "string"))
    member = state.members.find(wanted)
    if member is None:
        raise value_not_found(f'Cannot find workspace member "{wanted}".')
    return (_MEMBER, member.id)
