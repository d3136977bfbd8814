"""Request bodies of meetings and call recordings (no I/O)."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import date, datetime
from typing import TYPE_CHECKING, Any, TypeAlias, cast

from attio.core.arguments import flag, number, one_of, text
from attio.core.errors import ArgumentError, ArgumentTypeError
from attio.records.bodies import day_or_moment, moment_text, not_none
from attio.records.bodies_links import addresses, comma_addresses, linked_pair, record_pair, several
from attio.records.model import Model

if TYPE_CHECKING:
    from attio.records.bodies_links import RecordLike
    from attio.records.meetings import ParticipantData, SegmentData

Edge: TypeAlias = "date | datetime | str | Mapping[str, Any]"
Participants: TypeAlias = "Iterable[str | Mapping[str, Any] | ParticipantData]"
Segments: TypeAlias = "Iterable[Mapping[str, Any] | SegmentData]"

TITLE_MAX = 1000
DESCRIPTION_MAX = 10_000
PARTICIPANTS_MAX = 500
LINKED_MAX = 50
SEGMENTS_MAX = 4000
SORTS = ("start_asc", "start_desc")
STATUSES = ("accepted", "tentative", "declined", "pending")


def meeting_query(
    *,
    linked_object: Any,
    linked_record_id: Any,
    participants: Iterable[str] | str | None,
    sort: str | None,
    ends_from: datetime | str | None,
    starts_before: datetime | str | None,
    timezone: str | None,
) -> dict[str, Any]:
    """Return the query of a list."""
    place, record = linked_pair(linked_object, linked_record_id)
    return not_none(
        linked_object=place,
        linked_record_id=record,
        participants=None if participants is None else comma_addresses("participants", participants),
        sort=None if sort is None else one_of(sort, "sort", SORTS),
        ends_from=moment_text("ends_from", ends_from),
        starts_before=moment_text("starts_before", starts_before),
        timezone=None if timezone is None else text(getattr(timezone, "key", timezone), "timezone"),
    )


def meeting_body(
    *,
    title: str,
    description: str,
    start: Edge,
    end: Edge,
    is_all_day: bool | None,
    participants: Participants,
    linked_records: Iterable[RecordLike] | None,
) -> dict[str, Any]:
    """Return the body of a create; whether it lasts all day follows from its edges."""
    edges = {"start": day_or_moment("start", start), "end": day_or_moment("end", end)}
    linked = None if linked_records is None else meeting_records(linked_records)
    return {
        "title": text(title, "title", empty=True, longest=TITLE_MAX),
        "description": text(description, "description", empty=True, longest=DESCRIPTION_MAX),
        **edges,
        "is_all_day": _all_day(edges, start, end, is_all_day),
        "participants": [
            _participant(row) for row in several("participants", participants, maximum=PARTICIPANTS_MAX)
        ],
        **not_none(linked_records=linked),
    }


def _all_day(edges: dict[str, dict[str, Any]], start: Edge, end: Edge, said: bool | None) -> bool:
    whole = ["date" in edge for edge in edges.values()]
    if whole[0] != whole[1]:
        raise ArgumentError(
            "end",
            end,
            f"start is a {'day' if whole[0] else 'time'} and end is a {'day' if whole[1] else 'time'}",
            fix="give two dates for an all-day meeting, two datetimes for another",
        )
    if said is not None and flag(said, "is_all_day") != whole[0]:
        raise ArgumentError(
            "is_all_day",
            said,
            f"start and end are {'days' if whole[0] else 'times'}",
            fix="leave is_all_day out: it follows from start and end",
        )
    _refuse_backwards(start, end, all_day=whole[0])
    return whole[0]


def _refuse_backwards(start: Any, end: Any, *, all_day: bool) -> None:
    if type(start) is not type(end) or not isinstance(start, date):
        return
    if all_day and end == start:
        raise ArgumentError(
            "end", end, "end is exclusive, so this lasts no day", fix="give the day after the last one"
        )
    if end < start:
        raise ArgumentError("end", end, f"this is before start, {start.isoformat()}")


def _participant(value: Any) -> dict[str, Any]:
    if isinstance(value, str):
        return {"email_address": addresses("participants", value, maximum=1)[0], **_PENDING}
    raw = value.raw if isinstance(value, Model) else value
    if not isinstance(raw, Mapping):
        raise ArgumentTypeError("participants", value, "an e-mail address or a dict is needed")
    # Attio reads null where it writes it, but refuses it on the way in.
    given = {key: item for key, item in cast("Mapping[str, Any]", raw).items() if item is not None}
    if not given.get("email_address") and not given.get("name"):
        raise ArgumentError("participants", value, "a participant has an email_address, or a name at least")
    one_of(given.get("status", "pending"), "participants: status", STATUSES)
    return {**_PENDING, **given}


_PENDING: dict[str, Any] = {"is_organizer": False, "status": "pending"}


def meeting_records(values: Any) -> list[dict[str, str]]:
    """Return linked records as meetings have them; at most 50."""
    rows = several("linked_records", values, maximum=LINKED_MAX)
    pairs = [record_pair("linked_records", row) for row in rows]
    return [{"object": place, "record_id": record} for place, record in pairs]


def meeting_additions(values: Any) -> list[dict[str, str]]:
    """Return linked records to add; refuses none, which would change nothing."""
    rows = meeting_records(values)
    if not rows:
        raise ArgumentError(
            "linked_records", values, "there is nothing to add", fix="unlink all records with replace([])"
        )
    return rows


def recording_body(*, video_url: str | None, transcript: Segments | None) -> dict[str, Any]:
    """Return the body of a create: a video to fetch, what was said, or both."""
    if video_url is None and transcript is None:
        raise ArgumentError(
            "video_url",
            None,
            "a recording has a video or a transcript",
            fix="give video_url=, transcript= or both",
        )
    if video_url is not None and not text(video_url, "video_url", empty=True).lower().startswith("https://"):
        raise ArgumentError("video_url", video_url, "Attio fetches videos by https only")
    rows = None if transcript is None else several("transcript", transcript, maximum=SEGMENTS_MAX)
    segments = None if rows is None else [_segment(at, row) for at, row in enumerate(rows)]
    return not_none(video_url=video_url, transcript=segments)


def _segment(at: int, value: Any) -> dict[str, Any]:
    argument = f"transcript[{at}]"
    raw = value.raw if isinstance(value, Model) else value
    if not isinstance(raw, Mapping):
        raise ArgumentTypeError(
            argument, value, "a dict with speech, start_time, end_time and speaker is needed"
        )
    segment = dict(cast("Mapping[str, Any]", raw))
    if missing := [
        key for key in ("speech", "start_time", "end_time", "speaker") if segment.get(key) is None
    ]:
        raise ArgumentError(argument, value, f"{' and '.join(missing)} missing")
    if isinstance(segment["speaker"], str):
        segment["speaker"] = {"name": segment["speaker"]}
    _times(argument, segment["start_time"], segment["end_time"])
    return segment


def _times(argument: str, start: Any, end: Any) -> None:
    begins, stops = number(start, f"{argument}: start_time"), number(end, f"{argument}: end_time")
    if not 0 <= begins <= stops:
        raise ArgumentError(argument, (start, end), "start_time is 0 or later, end_time not before it")
