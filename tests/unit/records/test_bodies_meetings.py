"""Bodies and queries of meetings and call recordings."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta, timezone
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from attio.core.errors import ArgumentError, ArgumentTypeError
from attio.records.bodies_meetings import (
    meeting_additions,
    meeting_body,
    meeting_query,
    meeting_records,
    recording_body,
)
from attio.records.meetings import ParticipantData, SegmentData

ID = "11111111-2222-4333-8444-555555555555"
AT = datetime(2026, 1, 2, 9, tzinfo=UTC)
PENDING = {"is_organizer": False, "status": "pending"}
SPOKEN = {"speech": "Hi", "start_time": 0, "end_time": 1.5, "speaker": {"name": "Ada"}}


def body(**changes):
    defaults = dict(
        title="Kick-off",
        description="",
        start=AT,
        end=AT + timedelta(hours=1),
        is_all_day=None,
        participants=(),
        linked_records=None,
    )
    return meeting_body(**{**defaults, **changes})


def test_times_make_a_timed_meeting():
    """Aware datetimes are sent in UTC with the name of their zone."""
    made = body(start=datetime(2026, 1, 2, 10, tzinfo=ZoneInfo("Europe/Berlin")))
    assert made["is_all_day"] is False
    assert made["start"] == {"datetime": "2026-01-02T09:00:00.000000000Z", "timezone": "Europe/Berlin"}
    assert "linked_records" not in made


def test_dates_make_an_all_day_meeting():
    """Two dates, as dates or texts, last whole days."""
    made = body(start=date(2026, 1, 2), end="2026-01-03", is_all_day=True)
    assert (made["is_all_day"], made["start"], made["end"]) == (
        True,
        {"date": "2026-01-02"},
        {"date": "2026-01-03"},
    )


@pytest.mark.parametrize(
    ("changes", "message"),
    [
        (dict(start=date(2026, 1, 2)), "^end: start is a day and end is a time .*give two dates"),
        (dict(end=date(2026, 1, 2)), "^end: start is a time and end is a day "),
        (dict(is_all_day=True), "^is_all_day: start and end are times .*leave is_all_day out"),
        (
            dict(start=date(2026, 1, 2), end=date(2026, 1, 3), is_all_day=False),
            "^is_all_day: start and end are days",
        ),
        (dict(start=date(2026, 1, 2), end=date(2026, 1, 2)), "^end: end is exclusive.*give the day after"),
        (dict(end=AT - timedelta(1)), "^end: this is before start, 2026-01-02T09:00"),
        (dict(start=datetime(2026, 1, 2)), "^start: .*time zone"),
        (dict(start=None), "^start: "),
        (dict(title="x" * 1001), "^title: is 1001 characters long"),
        (dict(description="x" * 10_001), "^description: is 10001 characters long"),
        (dict(participants=["a@x.com"] * 501), "^participants: Attio takes at most 500"),
        (
            dict(participants=[{"status": "pending"}]),
            "^participants: a participant has an email_address, or a name",
        ),
        (
            dict(participants=[{"name": "Ada", "status": "maybe"}]),
            "^participants: status: .*allowed: 'accepted'",
        ),
        (dict(participants=[7]), "^participants: an e-mail address or a dict is needed"),
        (dict(participants=["Ada"]), "^participants: this is no e-mail address"),
        (dict(linked_records=[("people", ID)] * 51), "^linked_records: Attio takes at most 50"),
        (dict(linked_records=[ID]), "^linked_records: a record and its object are needed"),
    ],
)
def test_what_attio_would_refuse_is_refused_here(changes, message):
    """A meeting that contradicts itself or is too large is refused, naming the argument and the fix."""
    with pytest.raises(ArgumentError, match=message):
        body(**changes)


def test_a_meeting_may_end_when_it_starts():
    """A moment without length is nobody's mistake."""
    assert body(end=AT)["end"] == body()["start"]


def test_participants_in_every_form():
    """Addresses, dicts and participants of other meetings; what is missing gets Attio's least."""
    invited = ParticipantData(
        {"email_address": None, "name": "Grace", "status": "accepted", "is_organizer": True}
    )
    made = body(participants=["a@x.com", {"name": "Ada"}, invited])
    assert made["participants"] == [
        {"email_address": "a@x.com", **PENDING},
        {"name": "Ada", **PENDING},
        {"name": "Grace", "status": "accepted", "is_organizer": True},
    ]
    assert body(participants=invited)["participants"] == made["participants"][2:]


def test_records_to_add_and_to_keep():
    """Adding nothing is refused, keeping none unlinks all."""
    assert meeting_records(("people", ID)[:0]) == []
    assert body(linked_records=[("people", ID)])["linked_records"] == [{"object": "people", "record_id": ID}]
    assert meeting_additions([("people", ID)]) == [{"object": "people", "record_id": ID}]
    with pytest.raises(ArgumentError, match=r"^linked_records: there is nothing to add .*replace\(\[\]\)"):
        meeting_additions([])


def test_a_query_of_meetings():
    """Addresses are joined, times written in UTC, a zone may be a ZoneInfo."""
    none = dict.fromkeys(
        (
            "linked_object",
            "linked_record_id",
            "participants",
            "sort",
            "ends_from",
            "starts_before",
            "timezone",
        )
    )
    assert meeting_query(**none) == {}
    made = meeting_query(
        linked_object="people",
        linked_record_id=ID,
        participants=["a@x.com", "b@x.com"],
        sort="start_desc",
        ends_from=datetime(2026, 1, 2, 1, tzinfo=timezone(timedelta(hours=1))),
        starts_before="2026-02-01T00:00:00Z",
        timezone=ZoneInfo("Europe/Berlin"),
    )
    assert made == {
        "linked_object": "people",
        "linked_record_id": ID,
        "participants": "a@x.com,b@x.com",
        "sort": "start_desc",
        "ends_from": "2026-01-02T00:00:00.000000000Z",
        "starts_before": "2026-02-01T00:00:00Z",
        "timezone": "Europe/Berlin",
    }
    with pytest.raises(ArgumentError, match="^sort: "):
        meeting_query(**{**none, "sort": "start"})


def test_a_recording_has_something():
    """A recording is a video, a transcript, or both."""
    assert recording_body(video_url="https://x.com/a.mp4", transcript=None) == {
        "video_url": "https://x.com/a.mp4"
    }
    segments = [SegmentData(SPOKEN), {**SPOKEN, "speaker": "Ada"}]
    assert recording_body(video_url=None, transcript=segments) == {"transcript": [SPOKEN, SPOKEN]}
    assert recording_body(video_url=None, transcript=SegmentData(SPOKEN)) == {"transcript": [SPOKEN]}


@pytest.mark.parametrize(
    ("given", "message"),
    [
        (
            dict(),
            "^video_url: a recording has a video or a transcript .*give video_url=, transcript= or both",
        ),
        (dict(video_url="http://x.com/a.mp4"), "^video_url: Attio fetches videos by https only"),
        (dict(transcript=[SPOKEN] * 4001), "^transcript: Attio takes at most 4000"),
        (dict(transcript=[SPOKEN, "x"]), r"^transcript\[1\]: a dict with speech"),
        (
            dict(transcript=[{"speech": "x"}]),
            r"^transcript\[0\]: start_time and end_time and speaker missing",
        ),
        (dict(transcript=[{**SPOKEN, "start_time": "0"}]), r"^transcript\[0\]: start_time: must be a number"),
        (dict(transcript=[{**SPOKEN, "start_time": -1}]), r"^transcript\[0\]: start_time is 0 or later"),
        (dict(transcript=[{**SPOKEN, "start_time": 2}]), r"^transcript\[0\]: start_time is 0 or later"),
    ],
)
def test_a_recording_that_attio_would_refuse(given, message):
    """What is wrong with a recording is named with its place."""
    with pytest.raises(ArgumentError, match=message):
        recording_body(**{"video_url": None, "transcript": None, **given})


@settings(max_examples=60, deadline=None)
@given(st.dates(date(1990, 1, 1), date(2090, 1, 1)), st.integers(-3, 3))
def test_all_day_meetings_end_after_they_start(start, days):
    """For every pair of dates: either the body says what was given, or the end is refused."""
    end = start + timedelta(days)
    if days > 0:
        made = body(start=start, end=end)
        assert made["is_all_day"] is True and made["end"] == {"date": end.isoformat()}
    else:
        with pytest.raises(ArgumentError) as caught:
            body(start=start, end=end)
        assert caught.value.argument == "end"
