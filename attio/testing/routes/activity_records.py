"""Records of activities, the events of timelines: query, create, upsert, get, update, replace, delete."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final

from attio.testing.query import read_query
from attio.testing.replies import forbidden, missing
from attio.testing.router import route
from attio.testing.routes.activities import activity_of, refuse_plan
from attio.testing.routes.records import VALUES, matched, matching_attribute, without_own_id
from attio.testing.shapes import closed, mapping
from attio.testing.state.activities import Activities, ActivityType
from attio.testing.state.collections import Row

if TYPE_CHECKING:
    from attio.testing.call import Call
    from attio.testing.writing import Mode

# Changes refuse keys they do not know, a create does not.
_CLOSED: Final = closed(values=mapping())


def _row(call: Call, home: ActivityType) -> Row:
    wanted = call.params["record_id"]
    row = home.rows.get(call.uuid(wanted))
    if row is None:
        raise missing("Activity record", wanted)
    return row


def _writable(call: Call) -> ActivityType:
    """Return the activity of the path, or refuse: events of Attio's own activities are made by syncing."""
    home = activity_of(call)
    if home.is_system:
        raise forbidden(f'Records of the activity "{home.slug}" are Attio\'s own.')
    return home


def _answer(call: Call, home: ActivityType, row: Row) -> Any:
    return {"data": call.state.store(Activities).render_record(home, row)}


def _created(call: Call, home: ActivityType, values: dict[str, Any]) -> Row:
    edit = call.edit()
    plan = edit.plan_new(home, values)
    row = Row(call.state.ids.uuid(), call.now_us, call.actor)
    home.insert(row)
    for attribute, wanted in plan.items():
        if wanted:
            edit.put(home, row, attribute, wanted)
    call.state.emit("activity-record.created", call.actor, activity_id=home.id, record_id=row.id)
    return row


@route("list_activity_records")
def list_activity_records(call: Call) -> Any:
    """Query events by filter, sorted, by limit and offset."""
    home = activity_of(call)
    store = call.state.store(Activities)
    _, rows = read_query(call, home)
    return {"data": [store.render_record(home, row) for row in rows]}


@route(
    "create_activity_record", but="particle_gate_violation and concurrent_write_conflict, except as faults"
)
def create_activity_record(call: Call) -> Any:
    """Create an event."""
    refuse_plan(call)
    home = _writable(call)
    return _answer(call, home, _created(call, home, call.data(VALUES)["values"]))


@route(
    "upsert_activity_record", but="particle_gate_violation and concurrent_write_conflict, except as faults"
)
def upsert_activity_record(call: Call) -> Any:
    """Create an event or update the one that a unique attribute points out."""
    refuse_plan(call)
    home = _writable(call)
    matching = matching_attribute(call, home)
    values = call.data(_CLOSED)["values"]
    found = matched(call, home, matching, values)
    written = without_own_id(values, matching)
    if found is None:
        return _answer(call, home, _created(call, home, written))
    row = home.rows[found]
    call.edit().update(home, row, written, "overwrite", matching)
    return _answer(call, home, row)


@route("get_activity_record")
def get_activity_record(call: Call) -> Any:
    """Get one event."""
    home = activity_of(call)
    return _answer(call, home, _row(call, home))


def _changed(call: Call, mode: Mode) -> Any:
    home = _writable(call)
    row = _row(call, home)
    call.edit().update(home, row, call.data(_CLOSED)["values"], mode)
    return _answer(call, home, row)


@route(
    "update_activity_record", but="particle_gate_violation and concurrent_write_conflict, except as faults"
)
def update_activity_record(call: Call) -> Any:
    """Change an event; several values are added in front of those that exist."""
    return _changed(call, "append")


@route(
    "replace_activity_record", but="particle_gate_violation and concurrent_write_conflict, except as faults"
)
def replace_activity_record(call: Call) -> Any:
    """Change an event; several values become exactly those that are sent."""
    return _changed(call, "overwrite")


@route("delete_activity_record")
def delete_activity_record(call: Call) -> Any:
    """Delete an event."""
    home = _writable(call)
    row = _row(call, home)
    home.remove(row)
    call.state.emit("activity-record.deleted", call.actor, activity_id=home.id, record_id=row.id)
    return {}
