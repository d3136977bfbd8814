"""One request for each of the 97 operations, to the demo workspace; every one of them succeeds there."""

from __future__ import annotations

import json
from typing import Any, NamedTuple

from attio_openapi.operations import OPERATIONS

from attio.testing import LocalWorkspace
from attio.testing.replies import LocalResponse
from attio.testing.state.activities import Activities
from attio.testing.state.files import Files
from attio.testing.state.meetings import Meetings
from attio.testing.state.notes import Notes
from attio.testing.state.recordings import Recordings
from attio.testing.state.tasks import Tasks
from attio.testing.state.threads import Threads
from attio.testing.state.webhooks import Subscribers

BOUNDARY = "every-operation"
ATTRIBUTE = {
    "title": "New",
    "description": None,
    "api_slug": "brand_new",
    "type": "text",
    "is_required": False,
    "is_unique": False,
    "is_multiselect": False,
    "config": {},
}


class Request(NamedTuple):
    """What is sent; `body` is JSON, or bytes of a form."""

    method: str
    path: str
    body: Any = None


def demo() -> LocalWorkspace:
    """The demo workspace with a webhook, so that there is one of everything."""
    workspace = LocalWorkspace("demo")
    workspace.webhooks.add("https://example.com/every-operation", "record.merged")
    return workspace


def send(workspace: LocalWorkspace, request: Request) -> LocalResponse:
    """Send one request as the token with full access."""
    headers = {"authorization": f"Bearer {workspace.token}", "content-type": "application/json"}
    body = request.body
    if isinstance(body, bytes):
        headers["content-type"] = f"multipart/form-data; boundary={BOUNDARY}"
    elif body is not None:
        body = json.dumps(body).encode()
    return workspace.handle(request.method, request.path, headers=headers, body=body or b"")


def form(fields: dict[str, str], content: bytes = b"hello", filename: str = "hello.txt") -> bytes:
    """The body of an upload."""
    parts = [
        f'--{BOUNDARY}\r\nContent-Disposition: form-data; name="{name}"\r\n\r\n{value}\r\n'.encode()
        for name, value in fields.items()
    ]
    head = f'--{BOUNDARY}\r\nContent-Disposition: form-data; name="file"; filename="{filename}"\r\n'
    parts.append(head.encode() + b"Content-Type: text/plain\r\n\r\n" + content + b"\r\n")
    return b"".join(parts) + f"--{BOUNDARY}--\r\n".encode()


def first(things: Any) -> Any:
    """The id of the first thing of a store."""
    return next(iter(things))


def request_for(operation: str, workspace: LocalWorkspace) -> Request:
    """The request of one operation, by what is in the workspace now."""
    row = OPERATIONS[operation]
    state = workspace.state
    people, projects = state.find_object("people"), state.find_object("projects")
    pipeline = state.find_list("sales_pipeline")
    assert people is not None and projects is not None and pipeline is not None
    activities = state.store(Activities)
    visits = activities.find("site_visits")
    assert visits is not None
    meetings, recordings = state.store(Meetings).by_id, state.store(Recordings).by_id
    uploaded = next(file for file in state.store(Files).by_id.values() if file.kind == "file")
    own_meeting = next(each for each in meetings.values() if not each.is_synced)
    recording = next(iter(recordings.values()))
    is_list = operation.endswith("_entry_values") or "entr" in operation
    person = first(people.rows)
    names = {
        "object": "people",
        "list": "sales_pipeline",
        "target": "objects",
        "identifier": "projects",
        "attribute": "stage" if is_list else "job_title",
        "record_id": person,
        "entry_id": first(pipeline.rows),
        "option": "Hardware",
        "status": "Planned",
        "note_id": first(state.store(Notes).by_id),
        "task_id": first(state.store(Tasks).by_id),
        "thread_id": first(state.store(Threads).by_id),
        "comment_id": first(state.store(Threads).by_id),
        "meeting_id": recording.meeting_id
        if "recording" in operation or "transcript" in operation
        else own_meeting.id,
        "call_recording_id": recording.id,
        "file_id": uploaded.id,
        "webhook_id": first(state.store(Subscribers).by_id),
        "workspace_member_id": first(state.members.by_id),
        "activity": "site_visits",
    }
    if operation.endswith(("_option", "_options")):
        names["attribute"] = "topics"
    elif operation.endswith(("_status", "_statuses")):
        names["attribute"] = "phase"
    elif operation in {"get_attribute", "update_attribute"}:
        names["attribute"] = "hours"
    elif row.tag == "Activity records":
        names["record_id"] = first(visits.rows)
    elif operation in {"delete_object", "update_object"}:
        names["object"] = "projects"
    path = row.path
    for name, value in names.items():
        path = path.replace("{" + name + "}", value)
    query, body = _body(operation, workspace, names)
    return Request(row.method, path + query, body)


def _body(operation: str, workspace: LocalWorkspace, names: dict[str, str]) -> tuple[str, Any]:
    state = workspace.state
    people, companies = state.find_object("people"), state.find_object("companies")
    pipeline = state.find_list("sales_pipeline")
    assert people is not None and companies is not None and pipeline is not None
    person, second = list(people.rows)[:2]
    company = first(companies.rows)
    member = first(state.members.by_id)
    file_home = next(iter(state.store(Files).by_id.values())).parent
    thread = next(each for each in state.store(Threads).by_id.values() if each.place.entry_id is None)
    link = [{"object": "people", "record_id": person}]
    values = {"data": {"values": {"job_title": "Captain"}}}
    event = {"data": {"values": {"title": "Another visit"}}}
    entry = {"data": {"entry_values": {"stage": "Trial"}}}
    history = {
        "data": {
            "values": [{"value": "Trial", "active_from": "2025-01-01T00:00:00Z", "active_until": None}],
            "replace_history": True,
        }
    }
    new_entry = {"parent_record_id": company, "parent_object": "companies", "entry_values": {}}
    noun = {"api_slug": "brand_new", "singular_noun": "New one", "plural_noun": "New ones"}
    task = {
        "content": "Call",
        "format": "plaintext",
        "deadline_at": None,
        "is_completed": False,
        "linked_records": [],
        "assignees": [],
    }
    meeting = {
        "title": "Planning",
        "description": "",
        "start": {"datetime": "2026-02-01T09:00:00Z"},
        "end": {"datetime": "2026-02-01T10:00:00Z"},
        "is_all_day": False,
        "participants": [],
    }
    note = {
        "parent_object": "people",
        "parent_record_id": person,
        "title": "New",
        "format": "plaintext",
        "content": "text",
    }
    comment = {
        "format": "plaintext",
        "content": "Hi",
        "author": {"type": "workspace-member", "id": member},
        "record": {"object": "people", "record_id": person},
    }
    webhook = {
        "target_url": "https://example.com/new",
        "subscriptions": [{"event_type": "record.created", "filter": None}],
    }
    new_list = {
        "name": "New",
        "api_slug": "brand_new",
        "parent_object": "people",
        "workspace_access": "full-access",
        "workspace_member_access": [],
    }
    upload = {"object": "people", "record_id": person}
    plain: dict[str, tuple[str, Any]] = {
        "create_object": ("", {"data": noun}),
        "update_object": ("", {"data": {"plural_noun": "Undertakings"}}),
        "create_attribute": ("", {"data": ATTRIBUTE}),
        "update_attribute": ("", {"data": {"title": "Hours spent"}}),
        "create_option": ("", {"data": {"title": "Brand new"}}),
        "update_option": ("", {"data": {"title": "Hard ware"}}),
        "create_status": ("", {"data": {"title": "Brand new"}}),
        "update_status": ("", {"data": {"title": "In planning"}}),
        "list_records": ("", {}),
        "create_record": ("", values),
        "upsert_record": (
            "?matching_attribute=email_addresses",
            {"data": {"values": {"email_addresses": ["upsert@baltic.example"]}}},
        ),
        "update_record": ("", values),
        "replace_record": ("", values),
        "write_record_values": ("", history),
        "search_records": ("", {"query": "ines", "objects": ["people"], "request_as": {"type": "workspace"}}),
        "merge_records": ("", {"data": {"primary_record_id": person, "secondary_record_id": second}}),
        "create_list": ("", {"data": new_list}),
        "update_list": ("", {"data": {"name": "Pipeline"}}),
        "list_entries": ("", {}),
        "create_entry": ("", {"data": new_entry}),
        "upsert_entry": ("", {"data": new_entry}),
        "update_entry": ("", entry),
        "replace_entry": ("", entry),
        "write_entry_values": ("", history),
        "create_note": ("", {"data": note}),
        "update_note": ("", {"data": {"title": "Newer"}}),
        "create_task": ("", {"data": task}),
        "update_task": ("", {"data": {"is_completed": True}}),
        "list_threads": (
            f"?object={thread.place.record.object_id}&record_id={thread.place.record.record_id}",
            None,
        ),
        "create_comment": ("", {"data": comment}),
        "create_meeting": ("", {"data": meeting}),
        "update_meeting": ("", {"data": {"linked_records": link}}),
        "replace_meeting": ("", {"data": {"linked_records": link}}),
        "create_call_recording": ("", {"data": {"video_url": "https://example.com/call.mp4"}}),
        "list_files": (f"?object={file_home.object_id}&record_id={file_home.record_id}", None),
        "create_file": ("", {"file_type": "folder", "object": "people", "record_id": person, "name": "New"}),
        "upload_file": ("", form(upload)),
        "list_emails": ("?domain=northseaferries.example", None),
        "unsubscribe_emails": ("", {"data": {"email_addresses": ["gone@x.example"]}}),
        "create_activity": ("", {"data": {**noun, "extends": "activities"}}),
        "update_activity": ("", {"data": {"plural_noun": "Visits"}}),
        "list_activity_records": ("", {}),
        "create_activity_record": ("", event),
        "upsert_activity_record": (
            "?matching_attribute=report_number",
            {"data": {"values": {"report_number": "SV-2"}}},
        ),
        "update_activity_record": ("", event),
        "replace_activity_record": ("", event),
        "create_webhook": ("", {"data": webhook}),
        "update_webhook": ("", {"data": {"target_url": "https://example.com/changed"}}),
        "run_sql": ("", {"sql": "SELECT name FROM companies"}),
    }
    return plain.get(operation, ("", None))
