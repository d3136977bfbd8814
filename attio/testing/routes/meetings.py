"""Meetings: list, create, get, link records, delete."""

from __future__ import annotations

from datetime import UTC
from typing import TYPE_CHECKING, Any, Final
from zoneinfo import ZoneInfo

from attio.testing import links
from attio.testing.invitees import companies_of, meet
from attio.testing.moments import moment_shape, queried_us, read_us
from attio.testing.normalise.dates import parse_date
from attio.testing.pages import by_cursor
from attio.testing.replies import (
    Refusal,
    invalid,
    invalid_body,
    invalid_query,
    missing,
    problem,
    required,
    value_not_found,
)
from attio.testing.router import route
from attio.testing.shapes import (
    array,
    boolean,
    choice,
    closed,
    either,
    email,
    fields,
    matching,
    nullable,
    optional,
    text,
    uuid,
)
from attio.testing.state.links import Link, joined
from attio.testing.state.meetings import Day, Meeting, Meetings, Moment, Participant
from attio.testing.state.notes import Notes
from attio.testing.state.recordings import Recordings

if TYPE_CHECKING:
    from datetime import tzinfo

    from attio.testing.call import Call
    from attio.testing.state.meetings import Edge


def _zone(name: str) -> tzinfo | None:
    """Return a time zone by its IANA name, None when this machine knows none of that name."""
    if name == "UTC":
        return UTC
    try:
        return ZoneInfo(name)
    except (KeyError, ValueError, OSError):
        return None


_EDGE: Final = either(
    closed(datetime=moment_shape(), timezone=optional(nullable(matching("timezone", _zone)))),
    closed(date=matching("date", lambda value: len(value) == 10 and parse_date(value) is not None)),
)
_LINKS: Final = array(fields(object=text(1), record_id=uuid()), at_most=50)
_PARTICIPANT: Final = fields(
    email_address=optional(email()),
    name=optional(text(1)),
    is_organizer=either(boolean(), choice("true", "false")),
    status=choice("accepted", "tentative", "declined", "pending"),
)
_NEW: Final = fields(
    title=text(0, 1000),
    description=text(0, 10_000),
    start=_EDGE,
    end=_EDGE,
    is_all_day=boolean(),
    participants=array(_PARTICIPANT, at_most=500),
    linked_records=optional(_LINKS),
)
_CHANGE: Final = closed(linked_records=_LINKS)
_SORTS: Final = ("start_asc", "start_desc")


def meeting_of(call: Call) -> Meeting:
    """Return the meeting of the path, or refuse with 404."""
    wanted = call.params["meeting_id"]
    meeting = call.state.store(Meetings).by_id.get(call.uuid(wanted))
    if meeting is None:
        raise missing("Meeting", wanted)
    return meeting


def _zone_of(call: Call) -> tzinfo:
    name = call.text("timezone") or "UTC"
    zone = _zone(name)
    if zone is None:
        raise invalid_query(problem(("timezone",), "Invalid timezone", "invalid_string"))
    return zone


@route("list_meetings")
def list_meetings(call: Call) -> Any:
    """List meetings of a record or of participants (either is enough), within a time, by start."""
    zone = _zone_of(call)
    link = links.queried(call, "linked_object", "linked_record_id")
    wanted = {each.strip().lower() for each in (call.text("participants") or "").split(",") if each.strip()}
    ends_from, starts_before = queried_us(call, "ends_from"), queried_us(call, "starts_before")
    rows = [
        meeting
        for meeting in call.state.store(Meetings).by_id.values()
        if _concerns(meeting, link, wanted)
        and (ends_from is None or meeting.end.in_zone(zone) >= ends_from)
        and (starts_before is None or meeting.start.in_zone(zone) < starts_before)
    ]
    descending = call.one_of("sort", _SORTS, _SORTS[0]) == "start_desc"
    rows.sort(key=lambda meeting: (meeting.start.in_zone(zone), meeting.id), reverse=descending)
    return by_cursor(call, rows, lambda meeting: meeting.render(call.state), key=lambda meeting: meeting.id)


def _concerns(meeting: Meeting, link: Link | None, addresses: set[str]) -> bool:
    if link is None and not addresses:
        return True
    if link is not None and link in meeting.links:
        return True
    return any((each.email_address or "").lower() in addresses for each in meeting.participants)


def _edge(raw: dict[str, Any]) -> Edge:
    if "date" in raw:
        return Day(parse_date(raw["date"]) or "")
    return Moment(read_us(raw["datetime"]), raw.get("timezone"))


def _check_times(body: dict[str, Any], start: Edge, end: Edge) -> None:
    for name, edge in (("start", start), ("end", end)):
        if isinstance(edge, Day) != body["is_all_day"]:
            wanted = "date" if body["is_all_day"] else "datetime"
            raise invalid_body([required(("data", name, wanted))])
    if end.in_zone(UTC) <= start.in_zone(UTC):
        raise invalid_body([problem(("data", "end"), "The end must be after the start")])


def _participants(given: list[dict[str, Any]]) -> list[Participant]:
    found: list[Participant] = []
    for at, raw in enumerate(given):
        if "email_address" not in raw and "name" not in raw:
            raise invalid_body([required(("data", "participants", at, "email_address"))])
        found.append(
            Participant(
                raw.get("email_address"),
                raw.get("name"),
                raw["status"],
                raw["is_organizer"] in {True, "true"},
            )
        )
    return found


def _linked(call: Call, given: list[dict[str, str]], *, creating: bool = False) -> list[Link]:
    found: list[Link] = []
    for raw in given:
        home = call.state.find_object(raw["object"])
        row = None if home is None else home.rows.get(raw["record_id"].lower())
        if home is None or row is None:
            message = f'Cannot find record with ID "{raw["record_id"]}" of object "{raw["object"]}".'
            raise invalid(message, []) if creating else value_not_found(message)
        found.append(Link(home.id, row.id))
    return joined(found)


@route("create_meeting", but="writing to calendars; the delay before companies are linked")
def create_meeting(call: Call) -> Any:
    """Create a meeting, timed or all day; addresses of participants become people, their companies are linked."""
    body = call.data(_NEW)
    start, end = _edge(body["start"]), _edge(body["end"])
    _check_times(body, start, end)
    participants = _participants(body["participants"])
    meeting = Meeting(
        call.state.ids.uuid(),
        body["title"],
        body["description"],
        start,
        end,
        created_us=call.now_us,
        actor=call.actor,
    )
    meeting.participants = participants
    meeting.links = _linked(call, body.get("linked_records", []), creating=True)
    call.state.store(Meetings).by_id[meeting.id] = meeting
    answer = {"data": meeting.render(call.state)}
    link_participants(call, meeting)
    return answer


def link_participants(call: Call, meeting: Meeting) -> None:
    """Create the people who take part and link their companies."""
    known = {each.email_address: each.name for each in meeting.participants if each.email_address}
    meet(call.state, known.items(), call.now_us)
    meeting.links = joined(meeting.links, companies_of(call.state, known))


@route("get_meeting")
def get_meeting(call: Call) -> Any:
    """Get one meeting."""
    return {"data": meeting_of(call).render(call.state)}


@route("update_meeting")
def update_meeting(call: Call) -> Any:
    """Link further records; nothing else of a meeting can be changed."""
    meeting = meeting_of(call)
    meeting.links = joined(meeting.links, _linked(call, call.data(_CHANGE)["linked_records"]))
    return {"data": meeting.render(call.state)}


@route("replace_meeting")
def replace_meeting(call: Call) -> Any:
    """Make these the linked records; an empty array unlinks all."""
    meeting = meeting_of(call)
    meeting.links = _linked(call, call.data(_CHANGE)["linked_records"])
    return {"data": meeting.render(call.state)}


@route("delete_meeting")
def delete_meeting(call: Call) -> Any:
    """Delete a meeting with its recordings; one that a calendar holds is refused."""
    meeting = meeting_of(call)
    if meeting.is_synced:
        raise Refusal(
            400, "system_edit_unauthorized", "A meeting that is synced from a calendar cannot be deleted."
        )
    del call.state.store(Meetings).by_id[meeting.id]
    call.state.store(Recordings).meeting_deleted(meeting.id)
    call.state.store(Notes).meeting_deleted(meeting.id)
    return {}
