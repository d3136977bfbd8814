"""Values of one attribute over time, of records and of entries: read and rewrite."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final

from attio.testing import normalise
from attio.testing.normalise.dates import parse_moment
from attio.testing.pages import by_offset
from attio.testing.render import value_json
from attio.testing.replies import Problem, Refusal, invalid, missing, missing_named, problem
from attio.testing.router import route
from attio.testing.shapes import (
    array,
    boolean,
    choice,
    closed,
    either,
    mapping,
    matching,
    nullable,
    number,
    text,
)
from attio.testing.writing import missing_value, uniqueness_conflict

if TYPE_CHECKING:
    from attio.testing.call import Call
    from attio.testing.state.attributes import Attribute
    from attio.testing.state.collections import Collection, Past, Row, Value

_MOMENT: Final = matching("datetime", lambda value: parse_moment(value) is not None)
_HISTORY: Final = closed(
    values=array(
        closed(
            value=either(mapping(), text(), number(), boolean()),
            active_from=_MOMENT,
            active_until=nullable(_MOMENT),
        ),
        1,
        400,
    ),
    replace_history=choice(True),
)

# payload, from, until or None, actor
_Span = tuple[Any, int, int | None, Any]


def _attribute(call: Call, home: Collection) -> Attribute:
    name = call.params["attribute"]
    found = home.attribute(name, archived=False)
    if found is None:
        raise missing_named("Attribute", name)
    return found


def _entry(call: Call) -> tuple[Collection, Row]:
    home = call.list()
    row = home.rows.get(call.uuid(call.params["entry_id"]))
    if row is None:
        raise missing("Entry", call.params["entry_id"])
    return home, row


def _record(call: Call) -> tuple[Collection, Row]:
    home = call.object()
    return home, call.record(home)


@route("list_record_values")
def list_record_values(call: Call) -> Any:
    """List the values of one attribute of a record; past ones on demand, oldest first."""
    return _listed(call, *_record(call))


@route("list_entry_values")
def list_entry_values(call: Call) -> Any:
    """List the values of one attribute of an entry; past ones on demand, oldest first."""
    return _listed(call, *_entry(call))


def _listed(call: Call, home: Collection, row: Row) -> Any:
    attribute = _attribute(call, home)
    historic = call.flag("show_historic", default=False)
    spans: list[_Span] = [(payload, since, None, actor) for payload, since, actor in row.values(attribute)]
    if historic:
        if attribute.is_enriched:
            raise invalid(
                f'Attribute with slug "{attribute.slug}" is enriched: its history cannot be read.', []
            )
        spans = _over_time(row, attribute) if call.state.settings.keeps_history else []
    return by_offset(call, spans, lambda span: _rendered(call, attribute, span))


def _over_time(row: Row, attribute: Attribute) -> list[_Span]:
    spans: list[_Span] = list(row.past(attribute))
    spans.extend((payload, since, None, actor) for payload, since, actor in row.values(attribute))
    spans.sort(key=lambda span: (span[1], span[2] is None, span[2] or 0))
    return spans


def _rendered(call: Call, attribute: Attribute, span: _Span) -> dict[str, Any]:
    payload, since, until, actor = span
    return value_json(call.state, attribute, (payload, since, actor), until)


@route("write_record_values", but="formula attributes")
def write_record_values(call: Call) -> Any:
    """Replace the whole history of one attribute of a record; no events follow."""
    return _rewritten(call, *_record(call))


@route("write_entry_values", but="formula attributes")
def write_entry_values(call: Call) -> Any:
    """Replace the whole history of one attribute of an entry; no events follow."""
    return _rewritten(call, *_entry(call))


def _rewritten(call: Call, home: Collection, row: Row) -> Any:
    attribute = _attribute(call, home)
    _refuse_kind(attribute)
    spans = [_span(call, attribute, index, each) for index, each in enumerate(call.data(_HISTORY)["values"])]
    spans.sort(key=lambda span: (span[1], span[2] is None, span[2] or 0))
    _refuse_overlaps(attribute, spans)
    current: list[Value] = [(span[0], span[1], span[3]) for span in spans if span[2] is None]
    if attribute.is_required and not current:
        raise missing_value(attribute)
    if attribute.is_unique:
        for payload, _, _ in current:
            for holder_id in home.holders(attribute, payload):
                if holder_id != row.id:
                    raise uniqueness_conflict(attribute, holder_id)
    past: list[Past] = [(span[0], span[1], span[2], span[3]) for span in spans if span[2] is not None]
    if row.history is not None:
        row.history.pop(attribute.key, None)
    if past:
        row.remember(attribute, past)
    # newest first, as appending leaves them
    home.set_cell(row, attribute, tuple(reversed(current)))
    return {"data": [_rendered(call, attribute, span) for span in spans]}


def _refuse_kind(attribute: Attribute) -> None:
    where = f'Attribute with slug "{attribute.slug}"'
    if attribute.is_enriched or attribute.inverse is not None:
        kind = "enriched" if attribute.is_enriched else "a relationship"
        raise invalid(f"{where} is {kind}: its history cannot be written.", [])
    if attribute.virtual is not None or not attribute.is_writable:
        raise Refusal(400, "system_edit_unauthorized", f"{where} is set by the system and cannot be written.")


def _span(call: Call, attribute: Attribute, index: int, given: dict[str, Any]) -> _Span:
    payload = normalise.payload(call.state, attribute, given["value"])
    since = parse_moment(given["active_from"]) or 0
    until = None if given["active_until"] is None else parse_moment(given["active_until"])
    problems: list[Problem] = []
    if since > call.now_us:
        problems.append(problem(("data", "values", index, "active_from"), "Must not be in the future"))
    if until is not None and until <= since:
        problems.append(problem(("data", "values", index, "active_until"), "Must be after active_from"))
    if until is not None and until > call.now_us:
        problems.append(problem(("data", "values", index, "active_until"), "Must not be in the future"))
    if problems:
        raise invalid("Body payload validation error.", problems)
    return payload, since, until, call.actor


def _refuse_overlaps(attribute: Attribute, spans: list[_Span]) -> None:
    """Refuse two values at once where there can be one, and one value twice at once anywhere."""
    for index, (payload, _, until, _) in enumerate(spans):
        for later in spans[index + 1 :]:
            if until is not None and later[1] >= until:
                break
            if not attribute.is_multiselect:
                message = (
                    f'Attribute with slug "{attribute.slug}" holds one value at a time, and spans overlap.'
                )
                raise Refusal(400, "multiple_values_for_single_value_attribute", message)
            if attribute.identity(later[0]) == attribute.identity(payload):
                message = (
                    f'Attribute with slug "{attribute.slug}" was given the same value for overlapping spans.'
                )
                raise Refusal(400, "duplicate_values", message)
