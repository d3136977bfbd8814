"""Merging two records into a new one."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final, cast

from attio.testing import relations
from attio.testing.replies import Answer, Refusal
from attio.testing.router import route
from attio.testing.shapes import closed, uuid
from attio.testing.state.collections import Entry, ListType, ObjectType, Row

if TYPE_CHECKING:
    from attio.testing.call import Call
    from attio.testing.state.attributes import Attribute
    from attio.testing.state.collections import Value

_MERGE: Final = closed(primary_record_id=uuid(), secondary_record_id=uuid())


@route(
    "merge_records",
    but="which of the two creation times and creators Attio keeps (here: the earlier time, the primary's creator)",
)
def merge_records(call: Call) -> Any:
    """Merge: the primary's values win, a new id stands for both. 202 while it is pending, see `Settings`."""
    home = call.object()
    body = call.data(_MERGE)
    primary = call.record_by_id(home, body["primary_record_id"])
    secondary = call.record_by_id(home, body["secondary_record_id"])
    if primary is secondary:
        raise Refusal(400, "self_merge", "A record cannot be merged with itself.")
    row = _merged(call, home, primary, secondary)
    delay_us = int(call.state.settings.merge_delay_s * 1_000_000)
    if delay_us:
        until_us = call.now_us + delay_us
        call.state.merging[row.id] = (until_us, True)
        call.state.merging[primary.id] = call.state.merging[secondary.id] = (until_us, False)
    for old in (primary, secondary):
        duplicate = {"duplicate_object_id": home.id, "duplicate_record_id": old.id}
        call.state.emit("record.merged", call.actor, extra=duplicate, object_id=home.id, record_id=row.id)
    return Answer({"data": {"new_record_id": row.id}}, status=202 if delay_us else 200)


def _merged(call: Call, home: ObjectType, primary: Row, secondary: Row) -> Row:
    state = call.state
    row = Row(state.ids.uuid(), min(primary.created_us, secondary.created_us), primary.actor)
    row.history = _joined_history(primary, secondary)
    home.remove(primary)
    home.remove(secondary)
    home.insert(row)
    for attribute in home.attributes.values():
        values, over = _joined(attribute, primary, secondary)
        if over:
            row.remember(attribute, [(payload, since, call.now_us, actor) for payload, since, actor in over])
        if values:
            home.set_cell(row, attribute, values)
    for old in (primary, secondary):
        relations.repoint(state, home, old.id, row.id)
    for attribute in home.attributes.values():
        if attribute.inverse is not None:
            _let_go(attribute, row, secondary)
    for each in state.lists.values():
        _move_entries(each, row.id, (primary.id, secondary.id))
    for store in state.stores():
        store.record_merged(home, (primary.id, secondary.id), row.id)
    return row


def _joined(
    attribute: Attribute, primary: Row, secondary: Row
) -> tuple[tuple[Value, ...], tuple[Value, ...]]:
    """Return the values that stay and those that lose."""
    first = primary.cells.get(attribute.key, ())
    second = secondary.cells.get(attribute.key, ())
    if not attribute.is_multiselect:
        return (first, second) if first else (second, ())
    known = {attribute.identity(value[0]) for value in first}
    return (*first, *[value for value in second if attribute.identity(value[0]) not in known]), ()


def _joined_history(primary: Row, secondary: Row) -> dict[int, list[Any]] | None:
    joined: dict[int, list[Any]] = {}
    for row in (primary, secondary):
        for key, past in (row.history or {}).items():
            joined.setdefault(key, []).extend(past)
    return joined or None


def _let_go(attribute: Attribute, row: Row, secondary: Row) -> None:
    """Take the new record off the other side of a relationship where the secondary's value lost."""
    inverse = attribute.inverse
    if inverse is None or attribute.is_multiselect:
        return
    kept = {value[0] for value in row.cells.get(attribute.key, ())}
    for (object_id, record_id), _, _ in secondary.cells.get(attribute.key, ()):
        target = inverse.collection.rows.get(record_id)
        if target is not None and (object_id, record_id) not in kept:
            left = tuple(value for value in target.cells.get(inverse.key, ()) if value[0][1] != row.id)
            inverse.collection.set_cell(target, inverse, left)


def _move_entries(home: ListType, new_id: str, old_ids: tuple[str, str]) -> None:
    for old_id in old_ids:
        for entry_id in list(home.by_parent.get(old_id, ())):
            entry = cast("Entry", home.rows[entry_id])
            home.forget_parent(entry)
            entry.parent_id = new_id
            home.note_parent(entry)
