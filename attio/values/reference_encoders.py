"""From Python to Attio's JSON: references to records and actors, options and statuses."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, cast
from uuid import UUID

from .plain import ActorRef, Option, RecordRef, Status
from .refusals import id_noun_of, items_of, noun_of
from .scalar_encoders import checked_text, encode_email
from .standard import standard_object
from .uuids import like_uuid

if TYPE_CHECKING:
    from collections.abc import Sequence

    from .attribute_info import Choice
    from .refusals import Place

_SLUG = re.compile(r"[A-Za-z0-9][A-Za-z0-9_-]*")


def as_reference(value: Any) -> RecordRef | None:
    """Return the reference that a RecordRef, a record, its id or ("companies", id) stands for, else None."""
    if isinstance(value, RecordRef):
        return value
    if noun_of(value) == "record" and hasattr(value.__class__, "reference"):
        return cast("RecordRef", value.reference())
    if id_noun_of(value) == "record_id" and getattr(value, "object_id", None):
        return RecordRef(value.object_id, value)
    if type(value) is tuple:
        pair = cast("Sequence[Any]", value)
        if len(pair) == 2 and isinstance(pair[0], str) and _is_pair(pair[0], pair[1]):
            return RecordRef(pair[0], pair[1])
    return None


def _is_pair(object: str, record_id: Any) -> bool:
    """Tell a reference ("companies", id) from a tuple of two values such as two ids or two domains."""
    if not _SLUG.fullmatch(object) or like_uuid(object):
        return False
    return isinstance(record_id, UUID) or (isinstance(record_id, str) and like_uuid(record_id))


def encode_record_reference(value: Any, place: Place) -> Any:
    """Encode a reference.

    Takes a record, a RecordRef, ("companies", id), an id, or the text that Attio itself looks up (a domain for
    companies, an e-mail address for people, a user_id or workspace_id). `complete_match` takes matches.
    """
    reference = as_reference(value)
    if reference is not None:
        return _encode_reference(reference, value, place)
    if not isinstance(value, (str, UUID)):
        problem = "a record, a RecordRef, ('companies', id), a match such as {'domains': 'x.com'}, or an id"
        fix = "use its .parent" if noun_of(value) == "entry" else None
        place.wrong_type(value, problem, fix=fix)
    text = checked_text(str(value), place).strip()
    if not text:
        place.refuse(value, "is an empty reference", fix="use None to clear the value")
    allowed = place.allowed_names
    if not like_uuid(text) or not allowed:
        return text
    if len(allowed) > 1:
        where = ", ".join(allowed)
        fix = f"pass ({allowed[0]!r}, id) or RecordRef"
        place.refuse(
            value, f"does not say of which object the record is, and several can be meant: {where}", fix=fix
        )
    return {"target_object": allowed[0], "target_record_id": text}


def _encode_reference(reference: RecordRef, value: Any, place: Place) -> dict[str, str]:
    if not reference.record_id:
        place.refuse(value, "has no id yet, so nothing can refer to it", fix="create it first")
    check_object(reference.object, value, place)
    if not reference.object:
        place.refuse(value, "does not say of which object the record is", fix="pass ('companies', id)")
    return {"target_object": reference.object, "target_record_id": reference.record_id}


def check_object(object: str, value: Any, place: Place) -> None:
    """Refuse a reference to a record of an object that the attribute cannot hold."""
    names = {object}
    if noun_of(value) == "record" and value.id.object_id:
        names.add(value.id.object_id)
    if not place.allowed or names & {*place.allowed}:
        return
    # A slug and an id cannot be compared: only like with like can be told to differ.
    if {like_uuid(name) for name in names} & {like_uuid(name) for name in place.allowed}:
        wanted = " or ".join(place.allowed_names)
        place.refuse(value, f"is a record of {object}, and the attribute holds records of {wanted}")


def complete_match(raw: Mapping[str, Any], place: Place) -> Mapping[str, Any]:
    """Complete {"domains": "x.com"} to a reference by a unique attribute; Attio's own shapes pass."""
    keys = [key for key in raw if key != "target_object"]
    if "target_record_id" in raw or not keys:
        return raw
    if len(keys) > 1:
        place.refuse(
            dict(raw), "a match names one unique attribute", fix="keep the one that tells the record"
        )
    allowed = place.allowed_names
    target = raw.get("target_object") or (allowed[0] if len(allowed) == 1 else None)
    if target is None:
        place.refuse(
            dict(raw),
            "does not say of which object the record is",
            fix=f"add it: {{'target_object': 'companies', {keys[0]!r}: ...}}",
        )
    check_object(str(target), dict(raw), place)
    found = raw[keys[0]]
    items = items_of(found)
    return {
        "target_object": target,
        keys[0]: [_match_value(str(target), keys[0], item) for item in ([found] if items is None else items)],
    }


_MATCH_KEYS = {
    "domain": "domain",
    "email-address": "email_address",
    "phone-number": "original_phone_number",
}


def _match_value(target: str, slug: str, item: Any) -> Any:
    if isinstance(item, Mapping):
        return cast("Mapping[str, Any]", item)
    standard = standard_object(target)
    attribute = standard.find(slug) if standard else None
    return {
        _MATCH_KEYS.get(attribute.type if attribute else "", "value"): str(item)
        if isinstance(item, UUID)
        else item
    }


def encode_actor_reference(value: Any, place: Place) -> dict[str, str]:
    """Encode a workspace member: an e-mail address, an id, a member, or an ActorRef of that type."""
    if isinstance(value, ActorRef):
        if value.type != "workspace-member" or not value.id:
            place.refuse(
                value, "only workspace members can be written", fix="use ActorRef('workspace-member', id)"
            )
        return _member(value.id)
    own = value.id if noun_of(value) == "workspace-member" else value
    if id_noun_of(own) == "workspace_member_id" or isinstance(own, UUID):
        return _member(str(own))
    if not isinstance(value, str):
        place.wrong_type(value, "a member's e-mail address or id, a WorkspaceMember or an ActorRef")
    text = checked_text(value, place).strip()
    if "@" in text:
        return {"workspace_member_email_address": encode_email(text, place)}
    if not like_uuid(text):
        place.refuse(value, "is neither the e-mail address nor the id of a workspace member")
    return _member(text)


def _member(member_id: str) -> dict[str, str]:
    return {"referenced_actor_type": "workspace-member", "referenced_actor_id": member_id}


def encode_choice(value: Any, place: Place) -> str:
    """Encode an option or a status by its id or its title, which Attio matches to the letter."""
    if isinstance(value, (Option, Status)):
        value = value.id or value.title
    elif noun_of(value) in {"option", "status"}:
        value = str(value.id)
    if isinstance(value, UUID):
        value = str(value)
    if not isinstance(value, str):
        place.wrong_type(value, "a title or an id as text")
    text = checked_text(value, place)
    if not text:
        place.refuse(value, "is an empty title", fix="use None to clear the value")
    choices = place.info.choices if place.info else None
    if choices is not None and not any(text in (choice.title, choice.id) for choice in choices):
        _refuse_choice(text, choices, place)
    return text


def _refuse_choice(text: str, choices: Sequence[Choice], place: Place) -> None:
    titles = [choice.title for choice in choices if choice.title and not choice.is_archived]
    folded = text.strip().casefold()
    near = next((title for title in titles if title.strip().casefold() == folded), None)
    fix = None if near is None else f"titles are matched to the letter: use {near!r}"
    noun = "a status" if place.type == "status" else "an option"
    place.not_in_schema(text, f"is not {noun} of this attribute", titles, fix=fix)
