"""Scenes of notes, tasks, comments, meetings, recordings, files and e-mails."""

from __future__ import annotations

from typing import TYPE_CHECKING

from scripts.recording.calls import Call, call
from scripts.recording.scenes import scene
from scripts.recording.stage import DOMAIN, EARLY, FIRST, LAST, LATE

if TYPE_CHECKING:
    from scripts.recording.stage import Stage


@scene
def list_notes(stage: Stage) -> Call:
    stage.note()
    return call(limit=3)


@scene
def create_note(stage: Stage) -> Call:
    content = "# Visit\n\nMet **Ada**.\n\n- well\n- busy"
    return call(
        parent_object="people",
        parent_record_id=stage.person(),
        title="Visit",
        content=content,
        format="markdown",
    )


@scene
def get_note(stage: Stage) -> Call:
    return call(stage.note())


@scene
def update_note(stage: Stage) -> Call:
    return call(stage.note(), title="Second visit")


@scene
def delete_note(stage: Stage) -> Call:
    return call(stage.note())


@scene
def list_tasks(stage: Stage) -> Call:
    stage.task()
    return call(limit=3, sort="created_at:desc")


@scene
def create_task(stage: Stage) -> Call:
    return call(
        "Call Ada", deadline_at=LATE, linked_records=[("people", stage.person())], assignees=[stage.member()]
    )


@scene
def get_task(stage: Stage) -> Call:
    return call(stage.task())


@scene
def update_task(stage: Stage) -> Call:
    return call(stage.task(), is_completed=True)


@scene
def delete_task(stage: Stage) -> Call:
    return call(stage.task())


@scene
def list_threads(stage: Stage) -> Call:
    person = stage.person()
    stage.comment(person)
    return call(object="people", record_id=person)


@scene
def get_thread(stage: Stage) -> Call:
    return call(str(stage.comment().thread_id))


@scene
def create_comment(stage: Stage) -> Call:
    return call("Well done.", author=stage.member(), record=("people", stage.person()))


@scene
def get_comment(stage: Stage) -> Call:
    return call(str(stage.comment().id))


@scene
def delete_comment(stage: Stage) -> Call:
    return call(str(stage.comment().id))


@scene
def list_meetings(stage: Stage) -> Call:
    stage.meeting()
    return call(limit=3)


@scene
def create_meeting(stage: Stage) -> Call:
    return call(
        title="Kick-off",
        description="Who does what",
        start=EARLY,
        end=LATE,
        participants=[stage.email()],
        linked_records=[("people", stage.person())],
    )


@scene
def get_meeting(stage: Stage) -> Call:
    return call(stage.meeting())


@scene
def update_meeting(stage: Stage) -> Call:
    return call(stage.meeting(), [("people", stage.person())])


@scene
def replace_meeting(stage: Stage) -> Call:
    return call(stage.meeting(), [("people", stage.person())])


@scene
def delete_meeting(stage: Stage) -> Call:
    return call(stage.meeting())


@scene
def list_call_recordings(stage: Stage) -> Call:
    meeting = stage.meeting()
    stage.recording(meeting)
    return call(meeting)


@scene
def create_call_recording(stage: Stage) -> Call:
    speech = {"speech": "Good morning.", "start_time": 0, "end_time": 2, "speaker": f"{FIRST} {LAST}"}
    return call(stage.meeting(), transcript=[speech])


@scene
def get_call_recording(stage: Stage) -> Call:
    meeting = stage.meeting()
    return call(meeting, stage.recording(meeting))


@scene
def delete_call_recording(stage: Stage) -> Call:
    meeting = stage.meeting()
    return call(meeting, stage.recording(meeting))


@scene
def get_transcript(stage: Stage) -> Call:
    meeting = stage.meeting()
    return call(meeting, stage.recording(meeting))


@scene
def list_files(stage: Stage) -> Call:
    person = stage.person()
    stage.adopt("a folder", stage.client.files.create("people", person, name="Contracts"))
    return call("people", person)


@scene
def create_file(stage: Stage) -> Call:
    return call("people", stage.person(), name="Contracts")


@scene
def upload_file(stage: Stage) -> Call:
    return call("people", stage.person(), b"a,b\r\n1,2\r\n", name="table.csv")


@scene
def get_file(stage: Stage) -> Call:
    return call(stage.file())


@scene
def delete_file(stage: Stage) -> Call:
    return call(stage.file())


@scene
def download_file(stage: Stage) -> Call:
    return call(stage.file())


@scene
def list_emails(_: Stage) -> Call:
    return call(domain=DOMAIN, limit=3)


@scene
def unsubscribe_emails(stage: Stage) -> Call:
    return call([stage.email()])
