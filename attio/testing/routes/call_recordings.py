"""Recordings of meetings and their transcripts."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final

from attio.testing.pages import by_cursor
from attio.testing.replies import (
    Answer,
    forbidden,
    invalid_body,
    invalid_query,
    missing,
    not_found,
    problem,
    required,
)
from attio.testing.router import route
from attio.testing.routes.meetings import meeting_of
from attio.testing.shapes import array, email, fields, matching, number, optional, text
from attio.testing.state.recordings import Recording, Recordings, Segment

if TYPE_CHECKING:
    from attio.testing.call import Call
    from attio.testing.state.workspace_state import WorkspaceState


def _is_video(url: str) -> bool:
    return url.startswith("https://") and url.split("?", 1)[0].lower().endswith(".mp4") and len(url) > 12


_SEGMENT: Final = fields(
    speech=text(),
    start_time=number(0),
    end_time=number(),
    speaker=fields(name=text(), email_address=optional(email())),
)
_NEW: Final = fields(
    video_url=optional(matching("url", _is_video)), transcript=optional(array(_SEGMENT, at_most=4000))
)
# The page of a transcript has no documented size, and no parameter sets it.
SEGMENTS_PER_PAGE: Final = 100


def _recording(call: Call) -> Recording:
    meeting = meeting_of(call)
    wanted = call.params["call_recording_id"]
    found = call.state.store(Recordings).by_id.get(call.uuid(wanted))
    if found is None or found.meeting_id != meeting.id:
        raise missing("Call recording", wanted)
    return found


@route("list_call_recordings")
def list_call_recordings(call: Call) -> Any:
    """List the recordings of a meeting, oldest first, without video and transcript."""
    rows = call.state.store(Recordings).of_meeting(meeting_of(call).id)
    return by_cursor(call, rows, lambda each: each.render(call.state), key=lambda each: each.id)


def _segments(given: list[dict[str, Any]] | None) -> list[Segment] | None:
    if given is None:
        return None
    for at, raw in enumerate(given):
        if raw["end_time"] < raw["start_time"]:
            raise invalid_body(
                [problem(("data", "transcript", at, "end_time"), "The end must not be before the start")]
            )
    return [
        Segment(raw["speech"], raw["start_time"], raw["end_time"], raw["speaker"]["name"]) for raw in given
    ]


@route("create_call_recording", but="fetching the video and listening to it")
def create_call_recording(call: Call) -> Any:
    """Add a recording by video address, transcript or both; processing, then completed at the next look."""
    meeting = meeting_of(call)
    body = call.data(_NEW)
    if not body:
        raise invalid_body([required(("data", "video_url"))])
    settings = call.state.settings
    if "call_recordings" in settings.plan_lacks:
        raise forbidden("The plan of this workspace has no call recordings.", "billing_error")
    recordings = call.state.store(Recordings)
    if settings.max_call_recordings is not None and len(recordings.by_id) >= settings.max_call_recordings:
        raise forbidden("The quota of call recordings of this workspace is used up.", "quota_exceeded")
    recording = Recording(call.state.ids.uuid(), meeting.id, created_us=call.now_us, actor=call.actor)
    recording.segments = _segments(body.get("transcript"))
    recordings.by_id[recording.id] = recording
    answer = {"data": recording.render(call.state)}
    if settings.processes_recordings:
        finish(call.state, recording)
    return answer


def finish(state: WorkspaceState, recording: Recording, status: str = "completed") -> None:
    """End the processing of a recording; only then its event is sent."""
    recording.status = status
    state.emit(
        "call-recording.created",
        recording.actor,
        meeting_id=recording.meeting_id,
        call_recording_id=recording.id,
    )


@route("get_call_recording", but="addresses of videos, unless they are seeded")
def get_call_recording(call: Call) -> Any:
    """Get one recording with its transcript."""
    return {"data": _recording(call).render_whole(call.state)}


@route("delete_call_recording")
def delete_call_recording(call: Call) -> Any:
    """Delete a recording; the one operation that answers 204."""
    del call.state.store(Recordings).by_id[_recording(call).id]
    return Answer(None, status=204)


@route("get_transcript", but="the size of Attio's pages (here 100 segments)")
def get_transcript(call: Call) -> Any:
    """Get the transcript of a recording, 100 segments at a time."""
    recording = _recording(call)
    if recording.segments is None:
        raise not_found(f'The call recording with ID "{recording.id}" has no transcript.')
    start = _start(call, len(recording.segments))
    page = recording.segments[start : start + SEGMENTS_PER_PAGE]
    following = start + len(page)
    return {
        "data": {
            "id": recording.ids(call.state),
            "transcript": [each.render() for each in page],
            "raw_transcript": recording.raw_transcript(),
            "web_url": recording.web_url(call.state),
        },
        "pagination": {"next_cursor": str(following) if following < len(recording.segments) else None},
    }


def _start(call: Call, count: int) -> int:
    cursor = call.text("cursor")
    if cursor is None:
        return 0
    if not (cursor.isascii() and cursor.isdigit()) or len(cursor) > 9:
        raise invalid_query(problem(("cursor",), "Invalid cursor"))
    return min(int(cursor), count)
