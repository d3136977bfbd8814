"""Records: query, create, upsert, get, update, replace, delete."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final

from attio.testing import normalise
from attio.testing.call import merge_in_progress
from attio.testing.json_types import is_array, is_object
from attio.testing.query import read_query
from attio.testing.render import record_json
from attio.testing.replies import Answer, Refusal, unknown_attribute
from attio.testing.router import route
from attio.testing.shapes import fields, mapping
from attio.testing.writing import missing_value

if TYPE_CHECKING:
    from attio.testing.call import Call
    from attio.testing.state.attributes import Attribute
    from attio.testing.state.collections import Collection, Row
    from attio.testing.writing import Mode

VALUES: Final = fields(values=mapping())


def visible(call: Call, rows: list[Row]) -> list[Row]:
    """Leave out records that a pending merge covers."""
    merging = call.state.merging
    if not merging:
        return rows
    return [row for row in rows if row.id not in merging or call.now_us >= merging[row.id][0]]


@route(
    "list_records",
    but="the formula of the query score, and the lag of a query behind a write",
)
def list_records(call: Call) -> Any:
    """Query records by filter or saved view, sorted, by limit and offset."""
    home = call.object()
    query, rows = read_query(call, home)
    data = [record_json(call.state, home, row) for row in visible(call, rows)]
    return Answer({"data": data}, headers=(("x-attio-record-query-score", str(query.score)),))


@route(
    "create_record",
    but="enrichment (nothing fills in later) and geocoding (free addresses are taken apart by rule)",
)
def create_record(call: Call) -> Any:
    """Create a record; a unique value in use refuses it."""
    home = call.object()
    row = call.edit().create_record(home, call.data(VALUES)["values"])
    return {"data": record_json(call.state, home, row)}


@route("upsert_record", but="enrichment and geocoding, as with create")
def upsert_record(call: Call) -> Any:
    """Create a record or update the one that a unique attribute points out; the answer does not tell which."""
    home = call.object()
    matching = matching_attribute(call, home)
    values = call.data(VALUES)["values"]
    found = matched(call, home, matching, values)
    edit = call.edit()
    if found is None:
        row = edit.create_record(home, without_own_id(values, matching))
    else:
        row = home.rows[found]
        _refuse_pending(call, found)
        edit.update(home, row, without_own_id(values, matching), "overwrite", matching)
    return {"data": record_json(call.state, home, row)}


def matching_attribute(call: Call, home: Collection) -> Attribute:
    """Return the unique attribute that the query parameter names."""
    name = call.needed("matching_attribute")
    attribute = home.attribute(name, archived=False)
    if attribute is None:
        raise unknown_attribute(name)
    if not attribute.is_unique:
        message = (
            f'Attribute with slug "{attribute.slug}" is not unique, so it cannot be used to match records.'
        )
        raise Refusal(400, "matching_attribute_definition_not_unique", message)
    return attribute


def matched(call: Call, home: Collection, matching: Attribute, values: dict[str, Any]) -> str | None:
    """Return the id of the one record that holds a matching value, None when there is none."""
    given = values.get(matching.slug, values.get(matching.id))
    if given is None or given == []:
        raise missing_value(matching)
    if matching.virtual is not None:
        first = given[0] if is_array(given) else given
        wanted: tuple[Any, ...] = (str(first.get("value") if is_object(first) else first).lower(),)
    else:
        wanted = normalise.payloads(call.state, matching, given)
    found = {row_id for payload in wanted for row_id in home.holders(matching, payload)}
    if len(found) > 1:
        message = f'Several records match on the attribute with slug "{matching.slug}".'
        raise Refusal(400, "multiple_match_results", message)
    return found.pop() if found else None


def without_own_id(values: dict[str, Any], matching: Attribute) -> dict[str, Any]:
    """Leave record_id out of what is written when it was what matched."""
    if matching.virtual is None:
        return values
    return {name: value for name, value in values.items() if name not in {matching.slug, matching.id}}


def _refuse_pending(call: Call, record_id: str) -> None:
    pending = call.state.merging.get(record_id)
    if pending is not None and call.now_us < pending[0]:
        raise merge_in_progress(record_id, reading=False)


@route("get_record")
def get_record(call: Call) -> Any:
    """Get one record."""
    home = call.object()
    return {"data": record_json(call.state, home, call.record(home))}


def _changed(call: Call, mode: Mode) -> Any:
    home = call.object()
    row = call.record(home)
    call.edit().update(home, row, call.data(VALUES)["values"], mode)
    return {"data": record_json(call.state, home, row)}


@route("update_record")
def update_record(call: Call) -> Any:
    """Change a record; several values are added in front of those that exist."""
    return _changed(call, "append")


@route("replace_record")
def replace_record(call: Call) -> Any:
    """Change a record; several values become exactly those that are sent."""
    return _changed(call, "overwrite")


@route("delete_record")
def delete_record(call: Call) -> Any:
    """Delete a record."""
    home = call.object()
    call.edit().delete_record(home, call.record(home))
    return {}
