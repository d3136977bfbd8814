"""Entries of lists: query, create, upsert by parent, get, update, replace, delete; and the entries of a record."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final, cast

from attio.testing.call import merge_in_progress
from attio.testing.pages import by_offset
from attio.testing.query import read_query
from attio.testing.render import entry_json
from attio.testing.replies import Answer, Refusal, invalid, missing, problem, value_not_found
from attio.testing.router import route
from attio.testing.shapes import anything, closed, fields, mapping, optional, text, uuid
from attio.testing.stamps import stamp
from attio.testing.state.collections import Entry, ListType

if TYPE_CHECKING:
    from attio.testing.call import Call
    from attio.testing.writing import Mode

_NEW: Final = fields(parent_record_id=uuid(), parent_object=text(1), entry_values=mapping())
# Anything else is refused here; the parent only to say that it cannot change.
_CHANGE: Final = closed(
    entry_values=mapping(), parent_record_id=optional(anything()), parent_object=optional(anything())
)


def _parent_id(call: Call, home: ListType, body: dict[str, Any]) -> str:
    """Return the id of the record that a body names as parent."""
    target = call.state.find_object(body["parent_object"])
    if target is None:
        raise value_not_found(f'Cannot find object with slug/ID "{body["parent_object"]}".')
    if target is not home.parent:
        message = f'The list "{home.slug}" holds records of "{home.parent.slug}".'
        raise invalid(message, [problem(("data", "parent_object"), "Invalid input")])
    record_id: str = body["parent_record_id"].lower()
    pending = call.state.merging.get(record_id)
    if pending is not None and call.now_us < pending[0]:
        raise merge_in_progress(record_id, reading=False)
    if record_id not in target.rows:
        raise value_not_found(f'Cannot find record with ID "{record_id}" of object "{target.slug}".')
    return record_id


def _entry(call: Call, home: ListType) -> Entry:
    entry = home.rows.get(call.uuid(call.params["entry_id"]))
    if not isinstance(entry, Entry):
        raise missing("Entry", call.params["entry_id"])
    return entry


@route(
    "list_entries",
    but="the formula of the query score, and the lag of a query behind a write",
)
def list_entries(call: Call) -> Any:
    """Query entries by filter or saved view, sorted, by limit and offset."""
    home = call.list()
    query, rows = read_query(call, home)
    data = [entry_json(call.state, home, cast("Entry", row)) for row in rows]
    return Answer({"data": data}, headers=(("x-attio-record-query-score", str(query.score)),))


@route("create_entry", but="write access by list: every token that sees a list may write its entries")
def create_entry(call: Call) -> Any:
    """Add a record to a list; one record may be on a list several times."""
    home = call.list()
    body = call.data(_NEW)
    entry = call.edit().create_entry(home, _parent_id(call, home, body), body["entry_values"])
    return {"data": entry_json(call.state, home, entry)}


@route("upsert_entry")
def upsert_entry(call: Call) -> Any:
    """Create or update the one entry of a parent record."""
    home = call.list()
    body = call.data(_NEW)
    parent_id = _parent_id(call, home, body)
    found = home.by_parent.get(parent_id, [])
    if len(found) > 1:
        message = f'The record with ID "{parent_id}" is on this list {len(found)} times.'
        raise Refusal(400, "multiple_match_results", message)
    edit = call.edit()
    if found:
        entry = cast("Entry", home.rows[found[0]])
        edit.update(home, entry, body["entry_values"], "overwrite")
    else:
        entry = edit.create_entry(home, parent_id, body["entry_values"])
    return {"data": entry_json(call.state, home, entry)}


@route("get_entry")
def get_entry(call: Call) -> Any:
    """Get one entry."""
    home = call.list()
    return {"data": entry_json(call.state, home, _entry(call, home))}


def _changed(call: Call, mode: Mode) -> Any:
    home = call.list()
    entry = _entry(call, home)
    body = call.data(_CHANGE)
    if "parent_record_id" in body or "parent_object" in body:
        raise Refusal(400, "immutable_value", "The parent of an entry cannot be changed.")
    call.edit().update(home, entry, body["entry_values"], mode)
    return {"data": entry_json(call.state, home, entry)}


@route("update_entry", but="write access by list, as with create")
def update_entry(call: Call) -> Any:
    """Change an entry; several values are added in front of those that exist."""
    return _changed(call, "append")


@route("replace_entry")
def replace_entry(call: Call) -> Any:
    """Change an entry; several values become exactly those that are sent."""
    return _changed(call, "overwrite")


@route("delete_entry")
def delete_entry(call: Call) -> Any:
    """Take an entry off its list; the record stays."""
    home = call.list()
    call.edit().delete_entry(home, _entry(call, home))
    return {}


@route("list_record_entries")
def list_record_entries(call: Call) -> Any:
    """List where a record is on lists, oldest entry first."""
    home = call.object()
    record = call.record(home)
    rows = [
        (each, each.rows[entry_id])
        for each in call.state.lists.values()
        if call.may_see(each)
        for entry_id in each.by_parent.get(record.id, ())
    ]
    rows.sort(key=lambda found: (found[1].created_us, found[1].id))
    return by_offset(
        call,
        rows,
        lambda found: {
            "list_id": found[0].id,
            "list_api_slug": found[0].slug,
            "entry_id": found[1].id,
            "created_at": stamp(found[1].created_us),
        },
    )
