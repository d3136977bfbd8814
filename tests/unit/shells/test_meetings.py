"""client.meetings, .call_recordings, .transcripts and their models."""

from __future__ import annotations

import asyncio
from datetime import UTC, date, datetime, timedelta

import httpx
import pytest

from attio._async.client import AsyncAttio
from attio._async.models.call_recordings import AsyncCallRecording
from attio._async.models.meetings import AsyncMeeting
from attio._async.models.transcripts import AsyncTranscript
from attio.core.errors import ArgumentError, NotFoundError
from attio.records.data import RecordData
from attio.values.plain import RecordRef
from tests.unit.shells.attio_double import Double, every, own_id

ID = "11111111-2222-4333-8444-555555555555"
PERSON = RecordData({"id": {"record_id": ID}, "values": {}}, scope="people")
AT = datetime(2026, 1, 2, 9, tzinfo=UTC)
MEETING = {
    "id": own_id(meeting_id="m-1"),
    "title": "Kick-off",
    "is_all_day": False,
    "start": {"datetime": "2026-01-02T09:00:00.000000000Z", "timezone": "UTC"},
    "end": {"datetime": "2026-01-02T10:00:00.000000000Z", "timezone": "UTC"},
    "participants": [],
    "linked_records": [{"object_slug": "people", "object_id": "o", "record_id": ID}],
}
RECORDING = {
    "id": own_id(meeting_id="m-1", call_recording_id="r-1"),
    "status": "completed",
    "web_url": "https://x",
}
LINKED = {"data": {"linked_records": [{"object": "people", "record_id": ID}]}}


class Unlimited(Double):
    """Takes what Attio allows once a second as often as it comes."""

    def run(self, call):
        async def main():
            transport = httpx.MockTransport(self)
            async with AsyncAttio(api_key="k" * 64, transport=transport, rate_limiter="off") as client:
                return await call(client)

        return asyncio.run(main())


def spoken(number: int) -> dict:
    return {
        "speech": f"Hi {number}",
        "start_time": number,
        "end_time": number + 1,
        "speaker": {"name": "Ada"},
    }


def transcript(*segments: dict, cursor: str | None = None) -> dict:
    data = {
        "id": RECORDING["id"],
        "transcript": list(segments),
        "raw_transcript": "Hi",
        "web_url": "https://x",
    }
    return {"data": data, "pagination": {"next_cursor": cursor}}


def test_list_filters_meetings():
    """Every filter goes out as Attio reads it; pages follow the cursor."""
    double = Double({"data": [MEETING], "pagination": {"next_cursor": "c"}}, {"data": []})

    async def use(client):
        page = await client.meetings.list(
            linked_record_id=PERSON,
            participants=["a@x.com", "b@x.com"],
            sort="start_desc",
            ends_from=AT,
            starts_before="2026-02-01T00:00:00Z",
            timezone="Europe/Berlin",
            limit=1,
            cursor="b",
        )
        return page, await page.next_page()

    page, _ = double.run(use)
    query = {
        "linked_object": "people",
        "linked_record_id": ID,
        "participants": "a@x.com,b@x.com",
        "sort": "start_desc",
        "ends_from": "2026-01-02T09:00:00.000000000Z",
        "starts_before": "2026-02-01T00:00:00Z",
        "timezone": "Europe/Berlin",
        "limit": "1",
    }
    assert [asked.query for asked in double.asked] == [{**query, "cursor": "b"}, {**query, "cursor": "c"}]
    assert isinstance(page[0], AsyncMeeting)
    assert (page[0].start, page[0].linked_records) == (AT, (RecordRef("people", ID),))


@pytest.mark.parametrize(
    ("given", "message"),
    [
        (dict(linked_object="people"), "^linked_record_id: is needed"),
        (dict(sort="start"), "^sort: is not one of"),
        (dict(participants=["x"]), "^participants: this is no e-mail address"),
        (dict(ends_from=datetime(2026, 1, 1)), "^ends_from: .*time zone"),
        (dict(limit=201), "^limit: is out of range"),
    ],
    ids=str,
)
def test_list_refuses(given, message):
    """What Attio would refuse or ignore is refused before sending."""
    double = Double({"data": []})
    with pytest.raises(ArgumentError, match=message):
        double.run(lambda c: c.meetings.list(**given))
    assert double.asked == []


def test_iterate_follows_the_cursor():
    """All meetings, with the same filters on every page."""
    other = {**MEETING, "id": own_id(meeting_id="m-2")}
    double = Double(
        {"data": [MEETING], "pagination": {"next_cursor": "c"}},
        {"data": [other], "pagination": {"next_cursor": None}},
    )
    found = double.run(lambda c: every(c.meetings.iterate(participants="a@x.com", page_size=1)))
    assert [one.id for one in found] == ["m-1", "m-2"]
    assert {asked.query["participants"] for asked in double.asked} == {"a@x.com"}


def test_create_infers_whether_it_lasts_all_day():
    """Dates make an all-day meeting, datetimes another; description and participants are filled in."""
    double = Double({"data": MEETING})
    double.run(lambda c: c.meetings.create(title="Fair", start=date(2026, 1, 2), end=date(2026, 1, 4)))
    assert double.only == (
        "POST",
        "/v2/meetings",
        {},
        {
            "data": {
                "title": "Fair",
                "description": "",
                "start": {"date": "2026-01-02"},
                "end": {"date": "2026-01-04"},
                "is_all_day": True,
                "participants": [],
            }
        },
    )
    double = Double({"data": MEETING})
    double.run(
        lambda c: c.meetings.create(
            title="Kick-off",
            start=AT,
            end=AT + timedelta(hours=1),
            description="Hello",
            participants=["a@x.com"],
            linked_records=[PERSON],
        )
    )
    data = double.only.body["data"]
    assert data["is_all_day"] is False and data["end"]["datetime"] == "2026-01-02T10:00:00.000000000Z"
    assert data["participants"] == [{"email_address": "a@x.com", "is_organizer": False, "status": "pending"}]
    assert data["linked_records"] == LINKED["data"]["linked_records"]


def test_create_refuses_a_contradiction():
    """A meeting that is half a day and half a time is refused before sending."""
    double = Double()
    with pytest.raises(ArgumentError, match="^end: start is a day and end is a time"):
        double.run(lambda c: c.meetings.create(title="x", start=date(2026, 1, 2), end=AT))
    assert double.asked == []


def test_records_are_added_or_replaced():
    """PATCH adds, PUT replaces, an empty PUT unlinks all, an empty PATCH is refused."""
    double = Double({"data": MEETING})
    double.run(lambda c: c.meetings.update("m-1", [PERSON]))
    assert double.only == ("PATCH", "/v2/meetings/m-1", {}, LINKED)
    double = Double({"data": MEETING})
    double.run(lambda c: c.meetings.replace("m-1", linked_records=[("people", ID)]))
    assert double.only == ("PUT", "/v2/meetings/m-1", {}, LINKED)
    double = Double({"data": MEETING})
    double.run(lambda c: c.meetings.replace("m-1", []))
    assert double.only.body == {"data": {"linked_records": []}}
    with pytest.raises(ArgumentError, match="^linked_records: there is nothing to add"):
        double.run(lambda c: c.meetings.update("m-1", []))


def test_a_meeting_can_act():
    """What a client returned links, refreshes and deletes itself."""
    double = Double({"data": MEETING})

    async def use(client):
        meeting = await client.meetings.get("m-1")
        assert (await meeting.update(linked_records=[PERSON])) is meeting
        assert (await meeting.replace([PERSON])) is meeting
        await meeting.refresh()
        await meeting.delete()
        await client.meetings.delete(meeting)

    double.run(use)
    assert [(asked.method, asked.path) for asked in double.asked[:6]] == [
        ("GET", "/v2/meetings/m-1"),
        ("PATCH", "/v2/meetings/m-1"),
        ("PUT", "/v2/meetings/m-1"),
        ("GET", "/v2/meetings/m-1"),
        ("DELETE", "/v2/meetings/m-1"),
        ("DELETE", "/v2/meetings/m-1"),
    ]


def test_recordings_are_listed_by_meeting():
    """One page, and all pages."""
    double = Double({"data": [RECORDING], "pagination": {"next_cursor": None}})
    page = double.run(lambda c: c.call_recordings.list("m-1", limit=5, cursor="c"))
    assert double.only == ("GET", "/v2/meetings/m-1/call_recordings", {"limit": "5", "cursor": "c"}, None)
    assert isinstance(page[0], AsyncCallRecording)
    found = double.run(lambda c: every(c.call_recordings.iterate(page[0].id.meeting_id)))
    assert found == list(page)


def test_a_recording_is_addressed_by_its_meeting():
    """Fetched with its transcript; refreshed and deleted by itself with the meeting that it remembers."""
    whole = {
        **RECORDING,
        "video_url": "https://v",
        "transcript": {"segments": [spoken(1)], "raw_transcript": "Hi"},
    }
    double = Unlimited({"data": whole})

    async def use(client):
        one = await client.call_recordings.get("m-1", "r-1")
        assert (one.video_url, one.transcript.segments[0].speaker.name) == ("https://v", "Ada")
        await one.refresh()
        await one.delete()
        await client.call_recordings.delete("m-1", "r-1")
        assert await AsyncCallRecording.get("m-1", "r-1", client=client) == one
        await AsyncCallRecording.create("m-1", video_url="https://v", client=client)

    double.run(use)
    route = "/v2/meetings/m-1/call_recordings/r-1"
    assert [asked[:2] for asked in double.asked] == [
        ("GET", route),
        ("GET", route),
        ("DELETE", route),
        ("DELETE", route),
        ("GET", route),
        ("POST", "/v2/meetings/m-1/call_recordings"),
    ]


def test_deleting_a_recording_has_no_body():
    """The one route that answers 204 is a success too."""

    async def main():
        transport = httpx.MockTransport(lambda request: httpx.Response(204))
        async with AsyncAttio(api_key="k" * 64, transport=transport) as client:
            return await client.call_recordings.delete("m-1", "r-1")

    assert asyncio.run(main()) is None


def test_a_recording_is_created_from_a_video_or_a_transcript():
    """The body holds what was given; nothing is refused."""
    double = Unlimited({"data": RECORDING})
    double.run(lambda c: c.call_recordings.create("m-1", transcript=[{**spoken(1), "speaker": "Ada"}]))
    assert double.only == (
        "POST",
        "/v2/meetings/m-1/call_recordings",
        {},
        {"data": {"transcript": [spoken(1)]}},
    )
    with pytest.raises(ArgumentError, match="^video_url: a recording has a video or a transcript"):
        double.run(lambda c: c.call_recordings.create("m-1"))


def test_a_transcript_comes_in_pages():
    """One page with its cursor, or all segments."""
    route = "/v2/meetings/m-1/call_recordings/r-1/transcript"
    double = Double(transcript(spoken(1), cursor="c"))
    one = double.run(lambda c: c.transcripts.get("m-1", "r-1", cursor="b"))
    assert double.only == ("GET", route, {"cursor": "b"}, None)
    assert isinstance(one, AsyncTranscript)
    assert (one.next_cursor, [segment.speech for segment in one.segments]) == ("c", ["Hi 1"])
    double = Double(transcript(spoken(1), cursor="c"), transcript(spoken(2)))
    found = double.run(lambda c: every(c.transcripts.iterate("m-1", "r-1")))
    assert [segment.speech for segment in found] == ["Hi 1", "Hi 2"]
    assert [asked.query for asked in double.asked] == [{}, {"cursor": "c"}]


def test_a_transcript_goes_on_by_itself():
    """A page that a client returned gives all segments from the first one on."""
    double = Double(
        transcript(spoken(1), cursor="c"), transcript(spoken(1), cursor="c"), transcript(spoken(2))
    )

    async def use(client):
        one = await AsyncTranscript.get("m-1", "r-1", client=client)
        return await every(one.iterate_segments(max_items=2))

    assert len(double.run(use)) == 2


def test_meetings_may_not_be_there():
    """Where Attio has not switched meetings on, the route itself is missing."""
    missing = {
        "status_code": 404,
        "type": "invalid_request_error",
        "code": "not_found",
        "message": "no endpoint",
    }
    with pytest.raises(NotFoundError):
        Double((404, missing)).run(lambda c: c.meetings.list())
