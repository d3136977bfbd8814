"""Options of select attributes and statuses of status attributes: list, create, update. Neither can be deleted."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final

from attio.testing import render
from attio.testing.identifiers import is_uuid
from attio.testing.normalise.dates import parse_duration
from attio.testing.replies import invalid, not_found, slug_conflict
from attio.testing.router import route
from attio.testing.routes.attributes import attribute_of
from attio.testing.shapes import boolean, fields, matching, nullable, optional, text
from attio.testing.state.attributes import Option, Status

if TYPE_CHECKING:
    from attio.testing.call import Call
    from attio.testing.state.attributes import Attribute

_DURATION: Final = nullable(matching("duration", lambda value: parse_duration(value) is not None))
_NEW_OPTION: Final = fields(title=text(1))
_CHANGED_OPTION: Final = fields(title=optional(text(1)), is_archived=optional(boolean()))
_NEW_STATUS: Final = fields(
    title=text(1), celebration_enabled=optional(boolean()), target_time_in_status=optional(_DURATION)
)
_CHANGED_STATUS: Final = fields(
    title=optional(text(1)),
    celebration_enabled=optional(boolean()),
    target_time_in_status=optional(_DURATION),
    is_archived=optional(boolean()),
)


def _attribute(call: Call, kind: str) -> Attribute:
    attribute = attribute_of(call)
    if attribute.type != kind:
        raise _wrong_kind(call, attribute, kind)
    return attribute


def _wrong_kind(call: Call, attribute: Attribute, kind: str) -> Exception:
    message = f'Attribute with slug "{attribute.slug}" is of type "{attribute.type}", not "{kind}".'
    # Reads document no 400.
    return not_found(message) if call.operation.method == "GET" else invalid(message, [])


def _listed(call: Call, kind: str) -> Any:
    attribute = _attribute(call, kind)
    archived = call.flag("show_archived", default=False)
    rows = [each for each in attribute.options.values() if archived or not each.is_archived]
    return {"data": [render.option_json(call.state, attribute, each) for each in rows]}


def _refuse_taken(attribute: Attribute, title: str, option: Option | None = None) -> None:
    if any(each.title == title and each is not option for each in attribute.options.values()):
        raise slug_conflict(f'"{title}" already exists for attribute with slug "{attribute.slug}".')


def _named(call: Call, attribute: Attribute, noun: str) -> Option:
    name = call.params[noun]
    found = attribute.option(name)
    if found is None:
        raise not_found(f'{noun.capitalize()} with {"ID" if is_uuid(name) else "title"} "{name}" not found.')
    return found


@route("list_options")
def list_options(call: Call) -> Any:
    """List the options of a select attribute in their order."""
    return _listed(call, "select")


@route("list_statuses")
def list_statuses(call: Call) -> Any:
    """List the statuses of a status attribute in their order."""
    return _listed(call, "status")


@route("create_option")
def create_option(call: Call) -> Any:
    """Add an option at the end."""
    attribute = _attribute(call, "select")
    body = call.data(_NEW_OPTION)
    _refuse_taken(attribute, body["title"])
    option = Option(call.state.ids.uuid(), body["title"])
    attribute.options[option.id] = option
    return {"data": render.option_json(call.state, attribute, option)}


@route("create_status")
def create_status(call: Call) -> Any:
    """Add a status at the end."""
    attribute = _attribute(call, "status")
    body = call.data(_NEW_STATUS)
    _refuse_taken(attribute, body["title"])
    status = Status(
        call.state.ids.uuid(),
        body["title"],
        celebration_enabled=body.get("celebration_enabled", False),
        target_time_in_status=body.get("target_time_in_status"),
    )
    attribute.options[status.id] = status
    return {"data": render.option_json(call.state, attribute, status)}


@route("update_option")
def update_option(call: Call) -> Any:
    """Rename, archive or bring back an option; values that hold it follow."""
    attribute = _attribute(call, "select")
    option = _named(call, attribute, "option")
    return _changed(call, attribute, option, call.data(_CHANGED_OPTION))


@route("update_status")
def update_status(call: Call) -> Any:
    """Change, archive or bring back a status; values that hold it follow."""
    attribute = _attribute(call, "status")
    status = _named(call, attribute, "status")
    body = call.data(_CHANGED_STATUS)
    answer = _changed(call, attribute, status, body)
    if isinstance(status, Status):
        status.celebration_enabled = body.get("celebration_enabled", status.celebration_enabled)
        status.target_time_in_status = body.get("target_time_in_status", status.target_time_in_status)
        answer = {"data": render.option_json(call.state, attribute, status)}
    return answer


def _changed(call: Call, attribute: Attribute, option: Option, body: dict[str, Any]) -> Any:
    if not body:
        raise invalid("Give at least one property to change.", [])
    _refuse_taken(attribute, body.get("title", option.title), option)
    option.title = body.get("title", option.title)
    option.is_archived = body.get("is_archived", option.is_archived)
    return {"data": render.option_json(call.state, attribute, option)}
