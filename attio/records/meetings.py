"""What was said: meetings, call recordings, transcripts (no I/O)."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, ClassVar

from attio.records.json_shapes import as_object
from attio.values.timestamps import read_date, read_timestamp

from .ids import CallRecordingId, MeetingId
from .model import (
    Field,
    Model,
    actor,
    flag,
    identifier,
    moment,
    nested,
    nested_list,
    number,
    optional_text,
    record_links,
    text,
)

if TYPE_CHECKING:
    from datetime import date, datetime


def _edge(value: Any) -> datetime | date | None:
    """Read a start or an end: a time, or a day where the meeting lasts all day."""
    found = as_object(value)
    if found.get("datetime"):
        return read_timestamp(found["datetime"])
    return read_date(found.get("date"))


class ParticipantData(Model):
    """Somebody who was invited to a meeting."""

    __slots__ = ()
    kind: ClassVar[str] = "participant"
    _title_keys: ClassVar[tuple[str, ...]] = ("name", "email_address")

    email_address = optional_text("Address, or None where only the name is known.")
    name = optional_text("Name, or None.")
    status = text("accepted, tentative, declined or pending.")
    is_organizer = flag("Whether they called the meeting.")


class MeetingData(Model):
    """A meeting, synced from a calendar or made through the API."""

    __slots__ = ()
    kind: ClassVar[str] = "meeting"

    id = identifier(MeetingId, "Id of the meeting.")
    title = text("Title.")
    description = text("Description.")
    is_all_day = flag("Whether it lasts whole days.")
    start = Field(_edge, "When it begins: an aware UTC datetime, or a date for all-day meetings.")
    end = Field(_edge, "When it ends (exclusive): an aware UTC datetime, or a date for all-day meetings.")
    participants = nested_list(ParticipantData, "Who was invited.")
    linked_records = record_links("Records that it is about.")
    created_by = actor("Who made it.", key="created_by_actor")
    created_at = moment("When it was made.")


class SpeakerData(Model):
    """Who speaks in a segment."""

    __slots__ = ()
    kind: ClassVar[str] = "speaker"

    name = optional_text("Name as the recording knows it.")


class SegmentData(Model):
    """One stretch of speech."""

    __slots__ = ()
    kind: ClassVar[str] = "segment"
    _title_keys: ClassVar[tuple[str, ...]] = ("speech",)

    speech = text("What was said.")
    start_time = number("Start, in seconds from the beginning of the recording.")
    end_time = number("End, in seconds from the beginning of the recording.")
    speaker = nested(SpeakerData, "Who said it.")


class TranscriptData(Model):
    """A transcript: segments with speakers and times, and the same as one text."""

    __slots__ = ()
    kind: ClassVar[str] = "transcript"

    id = identifier(CallRecordingId, "Id of the recording that it belongs to.")
    raw_transcript = optional_text("All of it as one text.")
    web_url = optional_text("Where the app shows it.")

    @property
    def segments(self) -> tuple[SegmentData, ...]:
        """The segments, in order (Attio calls them `segments` or `transcript`, by route)."""
        rows = self.raw.get("segments", self.raw.get("transcript"))
        return tuple(SegmentData(row) for row in rows or ())


class CallRecordingData(Model):
    """A recording of a meeting."""

    __slots__ = ()
    kind: ClassVar[str] = "call-recording"

    id = identifier(CallRecordingId, "Id of the recording.")
    status = text("processing, completed or failed.")
    web_url = optional_text("Where the app shows it.")
    video_url = optional_text("Where the video can be fetched for an hour, or None; only `get` has it.")
    transcript = nested(TranscriptData, "What was said, or None; only `get` has it.")
    created_by = actor("Who made it.", key="created_by_actor")
    created_at = moment("When it was made.")
