"""How requests name records, entries and members: from models, references, pairs and JSON (no I/O)."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from typing import TYPE_CHECKING, Any, TypeAlias, cast

from attio.core.arguments import segment, text, together
from attio.core.errors import ArgumentError, ArgumentTypeError
from attio.records.model import Model
from attio.values.plain import ActorRef, RecordRef

if TYPE_CHECKING:
    from uuid import UUID

    from attio.records.data import EntryData, RecordData
    from attio.records.members import WorkspaceMemberData
    from attio.records.results import RecordEntryData, SearchResultData

RecordLike: TypeAlias = (
    "RecordData | SearchResultData | RecordRef | tuple[str, RecordData | str | UUID] | Mapping[str, Any]"
)
"""What names a record with its object: a record, a reference, ("people", record_id), {object, record_id}."""

EntryLike: TypeAlias = "EntryData | RecordEntryData | tuple[str, str | UUID] | Mapping[str, Any]"
"""What names an entry with its list: an entry, ("sales", entry_id), {list, entry_id}."""

MemberLike: TypeAlias = "WorkspaceMemberData | ActorRef | str | UUID"
"""What names a workspace member: the member, its id, a reference to it; where said, its e-mail address."""

_OBJECT_KEYS = ("object", "target_object", "target_object_id", "object_slug", "object_id")
_RECORD_KEYS = ("record_id", "target_record_id")
MEMBER = "workspace-member"


def record_pair(argument: str, value: RecordLike) -> tuple[str, str]:
    """Return the object and the id of a record."""
    place, own = _record_parts(value)
    if not place or not own:
        raise ArgumentTypeError(
            argument,
            value,
            "a record and its object are needed",
            fix='give a record, a RecordRef or ("people", record_id)',
        )
    return segment(place, f"{argument}: object"), segment(own, f"{argument}: record_id")


def _record_parts(value: Any) -> tuple[Any, Any]:
    if isinstance(value, Mapping):
        return _mapped(cast("Mapping[str, Any]", value))
    if isinstance(value, tuple):
        return _two(value)
    own = value.record_id if isinstance(value, RecordRef) else getattr(value, "id", None)
    return getattr(value, "object", None), own


def entry_pair(argument: str, value: EntryLike) -> tuple[str, str]:
    """Return the list and the id of an entry."""
    place, own = _entry_parts(value)
    if not place or not own:
        raise ArgumentTypeError(
            argument, value, "an entry and its list are needed", fix='give an entry or ("sales", entry_id)'
        )
    return segment(place, f"{argument}: list"), segment(own, f"{argument}: entry_id")


def _entry_parts(value: Any) -> tuple[Any, Any]:
    if isinstance(value, Mapping):
        keys = cast("Mapping[str, Any]", value)
        return _first(keys, ("list", "list_id", "list_api_slug")), keys.get("entry_id")
    if isinstance(value, tuple):
        return _two(value)
    own = getattr(value, "id", None)
    # The list's id comes with the entry; its slug stands in where an entry was made from less.
    return getattr(own, "list_id", None) or getattr(value, "list_slug", None), own


def _mapped(raw: Mapping[str, Any]) -> tuple[Any, Any]:
    return _first(raw, _OBJECT_KEYS), _first(raw, _RECORD_KEYS)


def _two(value: Any) -> tuple[Any, Any]:
    pair = cast("tuple[Any, ...]", value)
    return (pair[0], pair[1]) if len(pair) == 2 else (None, None)


def _first(raw: Mapping[str, Any], keys: Iterable[str]) -> Any:
    return next((raw[key] for key in keys if raw.get(key)), None)


def several(argument: str, values: Any, *, maximum: int | None = None) -> list[Any]:
    """Return values as a list, refusing more than `maximum`; one that stands alone counts as a list of one."""
    # Records iterate over their slugs, texts over their letters: they are one value all the same.
    alone = isinstance(values, (str, bytes, Mapping, Model, RecordRef)) or hasattr(values, "id")
    lone = alone or not isinstance(values, Iterable)
    rows: list[Any] = [values] if lone else list(cast("Iterable[Any]", values))
    if maximum is not None and len(rows) > maximum:
        raise ArgumentError(
            argument, f"{len(rows)} of them", f"Attio takes at most {maximum}", fix="split them up"
        )
    return rows


def linked_pair(
    linked_object: Any, linked_record_id: Any, *, own: str = "linked_record_id"
) -> tuple[str | None, str | None]:
    """Return object and record of a filter; both or neither, but a record model brings its object itself."""
    if linked_object is None and linked_record_id is None:
        return None, None
    return by_ids("linked_object", linked_object, own, linked_record_id)


def record_by_ids(object: str | None, record_id: Any) -> tuple[str, str]:
    """Return the object and the id of a record that two arguments name."""
    return by_ids("object", object, "record_id", record_id)


def entry_by_ids(list: str | None, entry_id: Any) -> tuple[str, str]:
    """Return the list and the id of an entry that two arguments name."""
    return by_ids("list", list, "entry_id", entry_id, _entry_parts)


def by_ids(
    place: str,
    place_value: Any,
    own: str,
    own_value: Any,
    parts: Callable[[Any], tuple[Any, Any]] | None = None,
) -> tuple[str, str]:
    """Return what two arguments name; a model as the second one brings the first itself."""
    if place_value is None and not isinstance(own_value, str):
        place_value = (parts or _record_parts)(own_value)[0]
    together(**{place: place_value, own: own_value})
    return segment(place_value, place), segment(own_value, own)


def member_id(argument: str, value: MemberLike) -> str:
    """Return the id of a workspace member; refuses e-mail addresses, which Attio takes in few places."""
    if isinstance(value, str) and "@" in value:
        raise ArgumentError(
            argument,
            value,
            "Attio takes the id of a member here, no e-mail address",
            fix="give a member of client.workspace_members.list()",
        )
    return member_text(argument, value)


def member_text(argument: str, value: MemberLike) -> str:
    """Return what names a workspace member in a query: the id, or the e-mail address if that was given."""
    if isinstance(value, ActorRef):
        if value.type != MEMBER or value.id is None:
            raise ArgumentError(argument, value, "this actor is no workspace member")
        return segment(value.id, argument)
    if isinstance(value, Model) and value.kind != MEMBER:
        raise ArgumentTypeError(argument, value, f"a workspace member is needed, not a {value.kind}")
    return value if isinstance(value, str) and "@" in value else segment(value, argument)


def addresses(argument: str, values: Iterable[str] | str, *, maximum: int | None = None) -> list[str]:
    """Return e-mail addresses; refuses an empty list, too many, and what is no address."""
    rows = [text(row, argument, empty=True).strip() for row in several(argument, values, maximum=maximum)]
    if not rows:
        raise ArgumentError(argument, values, "at least one is needed")
    for row in rows:
        address, at, domain = row.rpartition("@")
        if not (at and address and domain) or any(char.isspace() or char == "," for char in row):
            raise ArgumentError(argument, row, "this is no e-mail address")
    return rows


def comma_addresses(argument: str, values: Iterable[str] | str, *, maximum: int | None = None) -> str:
    """Return e-mail addresses as one text with commas, from a list or from such a text."""
    given = values.split(",") if isinstance(values, str) else values
    return ",".join(addresses(argument, given, maximum=maximum))
