"""Meetings with their recordings, and e-mails, of a seed document.

meetings:
  - title: Kick-off
    start: 2026-01-12T09:00:00Z      # a date alone for an all-day meeting; Attio's JSON works too
    end: 2026-01-12T10:00:00Z
    participants: [ada@x.example, {email_address, name, status, is_organizer}]
    linked_records: [keel]
    is_synced: true                  # from a calendar
    recordings: [{status, transcript: [{speech, start_time, end_time, speaker: Ada}], video_url}]
emails:
  - {sent_at, direction: inbound, subject_line, participants: [{role: from, email_address, name}]}
unsubscribed_emails: [nobody@x.example]
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from attio.core.errors import ArgumentError
from attio.testing.json_types import is_object
from attio.testing.normalise.dates import parse_date
from attio.testing.seeds import section
from attio.testing.seeds.linked import each_of, links_of, maker, need
from attio.testing.seeds.reading import moment_us, own_id
from attio.testing.state.emails import Correspondent, Emails
from attio.testing.state.meetings import Day, Meeting, Meetings, Moment, Participant
from attio.testing.state.recordings import Recording, Recordings, Segment

if TYPE_CHECKING:
    from attio.testing.seeds.planter import Planter
    from attio.testing.state.meetings import Edge


@section("meetings")
def plant_meetings(planter: Planter, given: Any) -> None:
    """Hold the meetings of a document."""
    for raw in each_of("meetings", given):
        meeting = Meeting(
            own_id(raw, "meeting_id") or planter.state.ids.uuid(),
            need("meetings", raw, "title"),
            raw.get("description", ""),
            _edge(need("meetings", raw, "start")),
            _edge(need("meetings", raw, "end")),
            created_us=planter.time(raw),
            actor=maker(planter, raw),
        )
        meeting.participants = [_participant(each) for each in raw.get("participants", ())]
        meeting.links = links_of(planter, raw)
        meeting.is_synced = raw.get("is_synced", False)
        planter.state.store(Meetings).by_id[meeting.id] = meeting
        for each in raw.get("recordings", ()):
            _recording(planter, meeting, each)


def _edge(raw: Any) -> Edge:
    if is_object(raw):
        if "date" in raw:
            return _edge(raw["date"])
        return Moment(moment_us(need("meetings", raw, "datetime")), raw.get("timezone"))
    if isinstance(raw, str) and len(raw) == 10:
        day = parse_date(raw)
        if day is None:
            raise ArgumentError("seed", raw, "is no date")
        return Day(day)
    return Moment(moment_us(str(raw)))


def _participant(raw: Any) -> Participant:
    if not is_object(raw):
        return Participant(raw, None, "accepted")
    return Participant(
        raw.get("email_address"),
        raw.get("name"),
        raw.get("status", "accepted"),
        raw.get("is_organizer", False),
    )


def _recording(planter: Planter, meeting: Meeting, raw: dict[str, Any]) -> None:
    recording = Recording(
        own_id(raw, "call_recording_id") or planter.state.ids.uuid(),
        meeting.id,
        created_us=planter.time(raw),
        actor=maker(planter, raw),
    )
    recording.status = raw.get("status", "completed")
    recording.video_url = raw.get("video_url")
    spoken = raw.get("transcript")
    if is_object(spoken):
        spoken = spoken["segments"]
    if spoken is not None:
        recording.segments = [_segment(each) for each in spoken]
    planter.state.store(Recordings).by_id[recording.id] = recording


def _segment(raw: dict[str, Any]) -> Segment:
    speaker = need("recordings", raw, "speaker")
    return Segment(
        need("recordings", raw, "speech"),
        need("recordings", raw, "start_time"),
        need("recordings", raw, "end_time"),
        speaker["name"] if is_object(speaker) else speaker,
    )


@section("emails")
def plant_emails(planter: Planter, given: Any) -> None:
    """Sync the e-mails of a document."""
    for raw in each_of("emails", given):
        correspondents = tuple(
            Correspondent(
                need("emails", each, "role"), need("emails", each, "email_address"), each.get("name")
            )
            for each in need("emails", raw, "participants")
        )
        planter.state.store(Emails).add(
            moment_us(need("emails", raw, "sent_at")),
            raw.get("direction", "inbound"),
            raw.get("subject_line"),
            correspondents,
            id=own_id(raw, "email_id"),
            mailbox_id=raw["id"].get("mailbox_id") if is_object(raw.get("id")) else None,
        )


@section("unsubscribed_emails")
def plant_unsubscribed(planter: Planter, given: Any) -> None:
    """Put addresses on the list of those that sequences do not write to."""
    unsubscribed = planter.state.store(Emails).unsubscribed
    for address in given:
        unsubscribed[address.lower()] = planter.now_us
