"""References between records: both sides of a relationship change together, and nothing points at what is gone."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable

    from attio.testing.access import Actor
    from attio.testing.state.attributes import Attribute
    from attio.testing.state.collections import Collection, ObjectType, Row, Value
    from attio.testing.state.workspace_state import WorkspaceState

Reference = tuple[str, str]


def replace_values(
    home: Collection, row: Row, attribute: Attribute, values: tuple[Value, ...], now_us: int
) -> tuple[Value, ...]:
    """Put values in force and move those that are left out to the history; return the values left out."""
    current = row.cells.get(attribute.key, ())
    kept = {id(value) for value in values}
    over = tuple(value for value in current if id(value) not in kept)
    if over:
        row.remember(attribute, [(payload, since, now_us, actor) for payload, since, actor in over])
    home.set_cell(row, attribute, values)
    return over


def mirror(
    attribute: Attribute,
    row: Row,
    *,
    added: Iterable[Reference],
    removed: Iterable[Reference],
    now_us: int,
    actor: Actor,
) -> list[tuple[Attribute, Row]]:
    """Carry a change of one side of a relationship over to the other; return what changed there.

    Where the other side holds one record only, the record that held it before lets go of it on its own side.
    """
    inverse = attribute.inverse
    if inverse is None:
        return []
    changed: list[tuple[Attribute, Row]] = []
    here: Reference = (attribute.collection.id, row.id)
    there = inverse.collection
    for _, target_id in removed:
        target = there.rows.get(target_id)
        if target is not None:
            unlink(inverse, target, here, now_us)
            changed.append((inverse, target))
    for _, target_id in added:
        target = there.rows[target_id]
        current = target.cells.get(inverse.key, ())
        if not inverse.is_multiselect and current:
            for (_, previous_id), _, _ in current:
                previous = attribute.collection.rows.get(previous_id)
                if previous is not None and previous is not row:
                    unlink(attribute, previous, (there.id, target_id), now_us)
                    changed.append((attribute, previous))
            current = ()
        replace_values(there, target, inverse, (*current, (here, now_us, actor)), now_us)
        changed.append((inverse, target))
    return changed


def unlink(attribute: Attribute, row: Row, reference: Reference, now_us: int) -> None:
    """Take one reference out of a row, without touching the other side."""
    current = row.cells.get(attribute.key, ())
    left = tuple(value for value in current if value[0] != reference)
    if len(left) != len(current):
        replace_values(attribute.collection, row, attribute, left, now_us)


def forget_record(state: WorkspaceState, home: ObjectType, record_id: str, now_us: int) -> None:
    """Take every reference to a record that is gone out of all rows."""
    reference: Reference = (home.id, record_id)
    for attribute in state.referring(home):
        for row_id in attribute.collection.filed_under(attribute, record_id):
            unlink(attribute, attribute.collection.rows[row_id], reference, now_us)


def repoint(state: WorkspaceState, home: ObjectType, old_id: str, new_id: str) -> None:
    """Let every reference to one record name another instead; times and actors stay, doubles go."""
    old: Reference = (home.id, old_id)
    new: Reference = (home.id, new_id)
    for attribute in state.referring(home):
        for row_id in attribute.collection.filed_under(attribute, old_id):
            row = attribute.collection.rows[row_id]
            values: dict[Reference, Value] = {}
            for payload, since, actor in row.cells.get(attribute.key, ()):
                target = new if payload == old else payload
                values.setdefault(target, (target, since, actor))
            attribute.collection.set_cell(row, attribute, tuple(values.values()))
