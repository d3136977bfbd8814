"""Calls of what people do together: notes, tasks, comments, meetings, files, e-mails."""

from __future__ import annotations

from datetime import date

from tests.contract.calls_rows import EARLY, ID, LATE, MEMBER_ID, OTHER_ID, Row, call, row

_SPEECH = {"speech": "Hello.", "start_time": 0, "end_time": 1.5, "speaker": "Ada"}

COLLABORATION: dict[str, Row] = {
    "list_notes": row(
        "notes.list",
        "page of Note",
        call(),
        call(parent_object="people", parent_record_id=ID, limit=3, offset=6),
    ),
    "create_note": row(
        "notes.create",
        "Note",
        call(parent_object="people", parent_record_id=ID, content="Met Ada."),
        call(
            parent_object="people",
            parent_record_id=ID,
            content="# Met Ada",
            title="Ada",
            format="markdown",
            created_at=EARLY,
            meeting_id=OTHER_ID,
        ),
    ),
    "get_note": row("notes.get", "Note", call(ID)),
    "update_note": row(
        "notes.update",
        "Note",
        call(ID, title="Ada"),
        call(ID, title="Ada", content="Met Ada.", format="markdown"),
    ),
    "delete_note": row("notes.delete", "nothing", call(ID)),
    "list_tasks": row(
        "tasks.list",
        "page of Task",
        call(),
        call(
            sort="created_at:desc",
            linked_object="people",
            linked_record_id=ID,
            assignee=MEMBER_ID,
            is_completed=False,
            limit=3,
            offset=6,
        ),
        call(assignee=None),
    ),
    "create_task": row(
        "tasks.create",
        "Task",
        call("Call Ada"),
        call(
            "Call Ada",
            deadline_at=LATE,
            is_completed=True,
            linked_records=[("people", ID)],
            assignees=[MEMBER_ID, "ada@example.com"],
        ),
        call("Call Ada", linked_records=["ada@example.com"]),
    ),
    "get_task": row("tasks.get", "Task", call(ID)),
    "update_task": row(
        "tasks.update",
        "Task",
        call(ID, is_completed=True),
        call(ID, deadline_at=None, is_completed=False, linked_records=[("people", ID)], assignees=MEMBER_ID),
    ),
    "delete_task": row("tasks.delete", "nothing", call(ID)),
    "list_threads": row(
        "threads.list",
        "page of Thread",
        call(object="people", record_id=ID),
        call(list="sales", entry_id=ID, limit=3, offset=6),
        call(record=("people", ID)),
        call(entry=("sales", ID)),
    ),
    "get_thread": row(
        "threads.get",
        "Thread with its cursor",
        call(ID),
        call(ID, limit=3, cursor="c-2", created_after=EARLY),
    ),
    "create_comment": row(
        "comments.create",
        "Comment",
        call("Well done.", author=MEMBER_ID, thread_id=ID),
        call("Well done.", author=MEMBER_ID, record=("people", ID), created_at=EARLY),
        call("Well done.", author=MEMBER_ID, entry=("sales", ID), created_at=EARLY),
        call("Well done.", author=MEMBER_ID, thread_id=ID, created_at=EARLY),
    ),
    "get_comment": row("comments.get", "Comment", call(ID)),
    "delete_comment": row("comments.delete", "nothing", call(ID)),
    "list_meetings": row(
        "meetings.list",
        "page of Meeting",
        call(),
        call(
            linked_object="people",
            linked_record_id=ID,
            participants=["ada@example.com", "bob@example.com"],
            sort="start_desc",
            ends_from=EARLY,
            starts_before=LATE,
            timezone="Europe/London",
            limit=3,
            cursor="c-2",
        ),
    ),
    "create_meeting": row(
        "meetings.create",
        "Meeting",
        call(title="Kick-off", start=EARLY, end=LATE),
        call(
            title="Off-site",
            description="Two days",
            start=date(2026, 3, 1),
            end=date(2026, 3, 3),
            is_all_day=True,
            participants=["ada@example.com", {"name": "Bob", "status": "accepted", "is_organizer": True}],
            linked_records=[("people", ID)],
        ),
    ),
    "get_meeting": row("meetings.get", "Meeting", call(ID)),
    "update_meeting": row("meetings.update", "Meeting", call(ID, [("people", OTHER_ID)])),
    "replace_meeting": row("meetings.replace", "Meeting", call(ID, [("people", OTHER_ID)]), call(ID, [])),
    "delete_meeting": row("meetings.delete", "nothing", call(ID)),
    "list_call_recordings": row(
        "call_recordings.list", "page of CallRecording", call(ID), call(ID, limit=3, cursor="c-2")
    ),
    "create_call_recording": row(
        "call_recordings.create",
        "CallRecording",
        call(ID, video_url="https://example.com/talk.mp4"),
        call(ID, video_url="https://example.com/talk.mp4", transcript=[_SPEECH]),
    ),
    "get_call_recording": row("call_recordings.get", "CallRecording", call(ID, OTHER_ID)),
    "delete_call_recording": row("call_recordings.delete", "nothing", call(ID, OTHER_ID)),
    "get_transcript": row(
        "transcripts.get",
        "Transcript with its cursor",
        call(ID, OTHER_ID),
        call(ID, OTHER_ID, cursor="c-2"),
    ),
    "list_files": row(
        "files.list",
        "page of File",
        call("people", ID),
        call("people", ID, storage_provider="dropbox", parent_folder_id=OTHER_ID, limit=3, cursor="c-2"),
    ),
    "create_file": row(
        "files.create",
        "File",
        call("people", ID, name="Contracts"),
        call("people", ID, name="2026", parent_folder_id=OTHER_ID),
        call(
            "people",
            ID,
            file_type="connected-file",
            storage_provider="microsoft-onedrive",
            external_provider_file_id="f-1",
            microsoft_drive_id="d-1",
        ),
        call(
            "people",
            ID,
            file_type="connected-folder",
            storage_provider="microsoft-onedrive",
            external_provider_file_id="f-2",
            microsoft_drive_id="d-1",
        ),
    ),
    "upload_file": row(
        "files.upload",
        "File",
        call("people", ID, b"a,b\r\n1,2\r\n", name="table.csv"),
        call(
            "people",
            ID,
            b"%PDF-1.7 " * 400,
            name="a b.pdf",
            content_type="text/x-odd",
            parent_folder_id=OTHER_ID,
        ),
    ),
    "get_file": row("files.get", "File", call(ID)),
    "delete_file": row("files.delete", "nothing", call(ID)),
    "download_file": row("files.download", "bytes", call(ID)),
    "list_emails": row(
        "emails.list",
        "page of Email",
        call(domain="example.com"),
        call(
            linked_object="people",
            linked_record_ids=[ID, OTHER_ID],
            participants=["ada@example.com"],
            domain="example.com",
            sent_after=EARLY,
            sent_before=LATE,
            exclude_automated_participants=True,
            limit=3,
            cursor="c-2",
        ),
    ),
    "unsubscribe_emails": row(
        "sequences.unsubscribe", "list of UnsubscribedEmailData", call(["ada@example.com", "bob@example.com"])
    ),
}
