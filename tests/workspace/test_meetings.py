"""Meetings, their recordings and transcripts."""

from __future__ import annotations

import pytest

from attio.testing import LocalWorkspace, Settings
from tests.workspace.conftest import Api, own

MISSING = "00000000-0000-4000-8000-000000000000"
BODY = {
    "title": "Planning",
    "description": "The year",
    "start": {"datetime": "2026-02-01T09:00:00+01:00", "timezone": "Europe/Oslo"},
    "end": {"datetime": "2026-02-01T10:00:00Z"},
    "is_all_day": False,
    "participants": [],
}
WHO = {"is_organizer": False, "status": "accepted"}


def hold(api, **changes):
    return api.post("meetings", {**BODY, **changes})


def day(first, last):
    return {"start": {"date": first}, "end": {"date": last}, "is_all_day": True}


def id_of(meeting):
    return meeting["id"]["meeting_id"]


def test_a_timed_meeting_reads_back_in_utc(api):
    """The zone is kept beside the moment, which is shown in UTC."""
    meeting = hold(api)
    assert meeting["start"] == {"datetime": "2026-02-01T08:00:00.000000000Z", "timezone": "Europe/Oslo"}
    assert meeting["end"] == {"datetime": "2026-02-01T10:00:00.000000000Z", "timezone": None}
    assert meeting["is_all_day"] is False
    assert api.get(f"meetings/{id_of(meeting)}") == meeting


def test_an_all_day_meeting_has_dates(api):
    """Its end is the day after the last."""
    meeting = hold(api, **day("2026-02-14", "2026-02-17"))
    assert meeting["start"] == {"date": "2026-02-14"} and meeting["is_all_day"] is True


@pytest.mark.parametrize(
    "changes",
    [
        {"is_all_day": True},
        {"start": {"date": "2026-02-01"}},
        {"end": {"datetime": "2026-02-01T07:59:59Z"}},
        {"end": {"datetime": "2026-02-01T08:00:00Z"}},
        day("2026-02-14", "2026-02-14"),
        {"start": {"datetime": "whenever"}},
        {"start": {"datetime": "2026-02-01T09:00:00Z", "timezone": "Mars/Base"}},
        {"start": {"date": "2026-02-31"}, "end": {"date": "2026-03-02"}, "is_all_day": True},
        {"title": "x" * 1001},
        {"description": "x" * 10_001},
        {"participants": [{**WHO}]},
        {"participants": [{**WHO, "name": ""}]},
        {"participants": [{**WHO, "email_address": "not an address"}]},
        {"participants": [{**WHO, "name": "x", "status": "maybe"}]},
        {"participants": [{**WHO, "name": "x"}] * 501},
        {"linked_records": [{"object": "people", "record_id": MISSING}]},
        {"linked_records": [{"object": "unicorns", "record_id": MISSING}]},
        {"linked_records": [{"object": "people", "record_id": MISSING}] * 51},
    ],
)
def test_what_a_meeting_cannot_be(api, changes):
    """Every breach is validation_type, its status spelt in camel case, and nothing is stored."""
    answer = api.refused(
        "POST", "meetings", {"data": {**BODY, **changes}}, status=400, code="validation_type"
    )
    assert answer["statusCode"] == 400
    assert api.get("meetings") == []


def test_participants_become_people_and_their_companies_are_linked(api):
    """An address makes a person and a company, a name alone makes none; own colleagues link no company."""
    participants = [
        {**WHO, "email_address": "Ada@Engines.example", "name": "Ada Lovelace"},
        {**WHO, "email_address": "charles@engines.example", "is_organizer": "true"},
        {**WHO, "name": "Nobody In Particular"},
        {**WHO, "email_address": "admin@local-workspace.example"},
        {**WHO, "email_address": "private@gmail.com"},
        {**WHO, "email_address": "odd<>address@x.example"},
    ]
    meeting = hold(api, participants=participants)
    assert meeting["linked_records"] == []
    assert [each["is_organizer"] for each in meeting["participants"]][:2] == [False, True]
    assert meeting["participants"][2] == {
        "status": "accepted",
        "is_organizer": False,
        "email_address": None,
        "name": "Nobody In Particular",
    }
    people = {
        person["values"]["email_addresses"][0]["email_address"]: person for person in api.find("people")
    }
    assert "ada@engines.example" in people and len(people) == 4
    company = api.find("companies", {"domains": "engines.example"})[0]
    linked = api.get(f"meetings/{id_of(meeting)}")["linked_records"]
    assert [each["record_id"] for each in linked] == [own(company)]
    assert people["ada@engines.example"]["values"]["created_by"][0]["referenced_actor_type"] == "system"


def test_people_who_are_known_are_not_made_again(demo):
    """Somebody with the address is that person; without an object of people nobody is made."""
    ines = {**WHO, "email_address": "INES@nsf.example"}
    before = len(demo.find("people"))
    hold(demo, participants=[ines])
    assert len(demo.find("people")) == before
    demo.patch("objects/people", {"api_slug": "humans"})
    hold(demo, participants=[{**WHO, "email_address": "new@x.example"}])
    assert len(demo.find("humans")) == before


def test_records_are_linked_once_added_and_replaced(demo):
    """PATCH adds what is not there, PUT makes it exactly these, an empty array unlinks all."""
    ids = [own(each) for each in demo.find("people", limit=3)]

    def links(*chosen):
        return {"linked_records": [{"object": "people", "record_id": each} for each in chosen]}

    meeting = hold(demo, **links(ids[0], ids[0]))
    path = f"meetings/{id_of(meeting)}"

    def linked(answer):
        return [each["record_id"] for each in answer["linked_records"]]

    assert linked(meeting) == ids[:1]
    assert linked(demo.patch(path, links(ids[1], ids[0]))) == ids[:2]
    assert linked(demo.put(path, links(ids[2]))) == ids[2:]
    assert linked(demo.put(path, links())) == []
    demo.refused("PATCH", path, {"data": links(MISSING)}, status=400, code="value_not_found")
    demo.refused("PUT", path, {"data": {**links(), "title": "x"}}, status=400, code="validation_type")
    demo.refused("PUT", f"meetings/{MISSING}", {"data": links()}, status=404, code="not_found")


def test_meetings_are_found_by_record_or_participant(demo):
    """The two filters combine with OR; times combine with AND."""
    person = demo.find("people", limit=1)[0]
    address = person["values"]["email_addresses"][0]["email_address"]
    linked = hold(demo, title="linked", linked_records=[{"object": "people", "record_id": own(person)}])
    invited = hold(demo, title="invited", participants=[{**WHO, "email_address": "guest@x.example"}])
    hold(demo, title="neither")
    record = f"linked_object=people&linked_record_id={own(person)}"

    def found(query):
        return {each["title"] for each in demo.get(f"meetings?{query}")} & {"linked", "invited", "neither"}

    assert found("") == {"linked", "invited", "neither"}
    assert found(record) == {"linked"}
    assert found("participants=GUEST@x.example,other@x.example") == {"invited"}
    assert found(f"{record}&participants=guest@x.example") == {"linked", "invited"}
    assert found(f"participants={address},nobody@x.example&starts_before=1990-01-01T00:00:00Z") == set()
    assert linked["title"] == "linked" and invited["title"] == "invited"
    demo.refused("GET", "meetings?linked_object=people", status=400, code="validation_type")


def test_times_are_inclusive_at_the_end_and_exclusive_at_the_start(api):
    """ends_from takes the moment itself, starts_before does not."""
    hold(api)

    def count(query):
        return len(api.get(f"meetings?{query}"))

    assert count("ends_from=2026-02-01T10:00:00Z") == 1
    assert count("ends_from=2026-02-01T10:00:00.001Z") == 0
    assert count("starts_before=2026-02-01T08:00:00Z") == 0
    assert count("starts_before=2026-02-01T08:00:00.001Z") == 1
    assert count("ends_from=null&starts_before=") == 1
    api.refused("GET", "meetings?ends_from=soon", status=400, code="validation_type")


def test_the_zone_matters_to_all_day_meetings_only(api):
    """A day begins earlier in Tokyo than in New York."""
    hold(api, **day("2026-02-14", "2026-02-15"))
    hold(api, title="Timed")
    before = "starts_before=2026-02-14T01:00:00Z"

    def titles(zone):
        return [
            each["title"]
            for each in api.get(f"meetings?{before}&timezone={zone}&ends_from=2026-02-13T00:00:00Z")
        ]

    assert titles("Asia/Tokyo") == ["Planning"]
    assert titles("UTC") == ["Planning"]
    assert titles("America/New_York") == []
    api.refused("GET", "meetings?timezone=Mars/Base", status=400, code="validation_type")


@pytest.mark.parametrize(
    ("first", "zone"), [("0001-01-01", "Asia/Tokyo"), ("9999-12-30", "America/New_York")]
)
def test_days_at_the_ends_of_the_calendar_have_a_place(api, first, zone):
    """A day that a zone would push out of the calendar is still sorted."""
    last = "0001-01-02" if first.startswith("0") else "9999-12-31"
    hold(api, **day(first, last))
    assert len(api.get(f"meetings?timezone={zone}")) == 1


def test_meetings_come_by_start_in_pages(api):
    """start_asc by default, start_desc on demand; a cursor loses and repeats nothing."""
    for hour in (12, 10, 11, 9):
        hold(
            api,
            title=str(hour),
            start={"datetime": f"2026-02-01T{hour:02d}:00:00Z"},
            end={"datetime": f"2026-02-01T{hour:02d}:30:00Z"},
        )
    for sort, order in (("start_asc", ["9", "10", "11", "12"]), ("start_desc", ["12", "11", "10", "9"])):
        seen, cursor = [], ""
        while cursor is not None:
            answer = api.send(
                "GET", f"meetings?sort={sort}&limit=3" + (f"&cursor={cursor}" if cursor else "")
            ).json()
            seen += [each["title"] for each in answer["data"]]
            cursor = answer["pagination"]["next_cursor"]
        assert seen == order
    api.refused("GET", "meetings?cursor=made-up", status=400, code="validation_type")
    api.refused("GET", "meetings?limit=201", status=400, code="validation_type")


def test_a_synced_meeting_cannot_be_deleted(demo):
    """What a calendar holds is not the API's to delete; others are, with their recordings."""
    synced = next(each for each in demo.get("meetings") if each["title"].startswith("Kick-off"))
    demo.refused("DELETE", f"meetings/{id_of(synced)}", status=400, code="system_edit_unauthorized")
    meeting = id_of(hold(demo))
    recording = demo.post(f"meetings/{meeting}/call_recordings", {"video_url": "https://x.example/a.mp4"})
    demo.delete(f"meetings/{meeting}")
    path = f"meetings/{meeting}/call_recordings"
    demo.refused("GET", path, status=404, code="not_found")
    demo.refused("GET", f"{path}/{recording['id']['call_recording_id']}", status=404, code="not_found")


# Recordings

SPOKEN = {
    "speech": "Hello.",
    "start_time": 0,
    "end_time": 1.5,
    "speaker": {"name": "Ada", "email_address": "a@x.example"},
}


@pytest.fixture
def calls(api):
    """The path of the recordings of a new meeting."""
    return f"meetings/{id_of(hold(api))}/call_recordings"


def test_a_recording_is_processing_and_then_completed(api, calls):
    """The create shows it processing; the next look finds it done, with its transcript."""
    made = api.post(calls, {"video_url": "https://x.example/a.MP4?sig=1", "transcript": [SPOKEN]})
    assert made["status"] == "processing" and "transcript" not in made
    whole = api.get(f"{calls}/{made['id']['call_recording_id']}")
    assert whole["status"] == "completed" and whole["video_url"] is None
    assert whole["transcript"]["segments"] == [
        {"speech": "Hello.", "start_time": 0, "end_time": 1.5, "speaker": {"name": "Ada"}}
    ]
    assert whole["transcript"]["raw_transcript"] == "Ada: Hello."
    (listed,) = api.get(calls)
    assert listed["status"] == "completed" and "video_url" not in listed


def test_a_recording_without_words_has_no_transcript(api, calls):
    """transcript is null, and the route of transcripts does not find one."""
    made = api.post(calls, {"video_url": "https://x.example/a.mp4"})
    path = f"{calls}/{made['id']['call_recording_id']}"
    assert api.get(path)["transcript"] is None
    api.refused("GET", f"{path}/transcript", status=404, code="not_found")


@pytest.mark.parametrize(
    "body",
    [
        {},
        {"video_url": "http://x.example/a.mp4"},
        {"video_url": "https://x.example/a.mov"},
        {"transcript": [{**SPOKEN, "start_time": -1}]},
        {"transcript": [{**SPOKEN, "start_time": 2}]},
        {"transcript": [{**SPOKEN, "speaker": "Ada"}]},
        {"transcript": [SPOKEN] * 4001},
    ],
)
def test_what_a_recording_cannot_be(api, calls, body):
    """A video by https that ends in .mp4, words in order, or both."""
    api.refused("POST", calls, {"data": body}, status=400, code="validation_type")
    assert api.get(calls) == []


def test_a_long_transcript_comes_in_pages(api, calls):
    """A hundred segments at a time, by cursor."""
    spoken = [{**SPOKEN, "speech": str(n), "start_time": n, "end_time": n + 1} for n in range(250)]
    made = api.post(calls, {"transcript": spoken})
    path = f"{calls}/{made['id']['call_recording_id']}/transcript"
    seen, cursor = [], ""
    while cursor is not None:
        answer = api.send("GET", path + (f"?cursor={cursor}" if cursor else "")).json()
        seen += [each["speech"] for each in answer["data"]["transcript"]]
        cursor = answer["pagination"]["next_cursor"]
    assert seen == [str(n) for n in range(250)]
    for cursor in ("x", "-1", "9" * 12, "\u00b2"):
        api.refused("GET", f"{path}?cursor={cursor}", status=400, code="validation_type")
    assert api.get(f"{path}?cursor=999999")["transcript"] == []


def test_deleting_a_recording_answers_204(api, calls):
    """The one 204 of the API has no body; a second time it is not found."""
    made = api.post(calls, {"transcript": [SPOKEN]})
    path = f"{calls}/{made['id']['call_recording_id']}"
    answer = api.send("DELETE", path)
    assert (answer.status, answer.body) == (204, b"")
    api.refused("DELETE", path, status=404, code="not_found")


def test_a_recording_of_another_meeting_is_not_found(api, calls):
    """Ids of the path belong together."""
    made = api.post(calls, {"transcript": [SPOKEN]})
    other = f"meetings/{id_of(hold(api))}/call_recordings/{made['id']['call_recording_id']}"
    api.refused("GET", other, status=404, code="not_found")


def test_plan_and_quota_refuse_recordings():
    """A plan without them is billing_error, a full quota quota_exceeded; both are 403."""
    settings = Settings(max_call_recordings=1)
    api = Api(LocalWorkspace(settings=settings))
    calls = f"meetings/{id_of(hold(api))}/call_recordings"
    api.post(calls, {"transcript": [SPOKEN]})
    api.refused("POST", calls, {"data": {"transcript": [SPOKEN]}}, status=403, code="quota_exceeded")
    settings.plan_lacks = frozenset({"call_recordings"})
    api.refused("POST", calls, {"data": {"transcript": [SPOKEN]}}, status=403, code="billing_error")


def test_the_event_comes_when_processing_has_ended():
    """With processing held up, the app ends it: completed or failed."""
    api = Api(LocalWorkspace(settings=Settings(processes_recordings=False)))
    events = []
    api.workspace.listeners.append(events.extend)
    calls = f"meetings/{id_of(hold(api))}/call_recordings"
    made = api.post(calls, {"transcript": [SPOKEN]})["id"]["call_recording_id"]
    assert api.get(f"{calls}/{made}")["status"] == "processing"
    assert "call-recording.created" not in [each["event_type"] for each in events]
    api.workspace.app.finish_recording(made, status="failed")
    assert api.get(f"{calls}/{made}")["status"] == "failed"
    assert events[-1]["event_type"] == "call-recording.created"
    assert events[-1]["id"]["call_recording_id"] == made
