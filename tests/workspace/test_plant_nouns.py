"""Sections of a seed document besides objects and lists, and what becomes of nouns when records go."""

from __future__ import annotations

import base64

import pytest

from attio.core.errors import ArgumentError
from attio.testing import LocalWorkspace
from tests.workspace.conftest import Api, own

PEOPLE = [{"api_slug": "people", "records": [{"key": "ada", "values": {"name": "Lovelace, Ada"}}]}]
LISTS = [{"api_slug": "l", "parent_object": "people", "entries": [{"parent": "ada"}]}]


def plant(**sections):
    return Api(LocalWorkspace({"objects": PEOPLE, "lists": LISTS, **sections}))


@pytest.mark.parametrize(
    ("section", "path"),
    [("notes", "notes"), ("tasks", "tasks"), ("meetings", "meetings"), ("webhooks", "webhooks")],
)
def test_attios_own_json_can_be_planted(section, path):
    """What was read from one workspace is planted into another as it is, ids and times included."""
    source = LocalWorkspace("demo")
    source.webhooks.add("https://example.com/x", "record.created")
    read = Api(source).get(path)
    objects = [{**home, "records": Api(source).find(home["api_slug"])} for home in Api(source).get("objects")]
    attributes = {
        home["api_slug"]: [
            {**each, **choices(source, home["api_slug"], each)}
            for each in Api(source).get(f"objects/{home['api_slug']}/attributes")
        ]
        for home in objects
    }
    document = {
        "workspace": {"id": source.state.id},
        "members": Api(source).get("workspace_members"),
        "objects": [{**home, "attributes": attributes[home["api_slug"]]} for home in objects],
        section: [without_meeting(each) for each in read],
    }
    assert Api(LocalWorkspace(document)).get(path) == [without_meeting(each) for each in read]


def without_meeting(thing):
    return {**thing, "meeting_id": None} if "meeting_id" in thing else thing


def choices(workspace, slug, attribute):
    if attribute["type"] not in {"select", "status"}:
        return {}
    noun = "options" if attribute["type"] == "select" else "statuses"
    return {noun: Api(workspace).get(f"objects/{slug}/attributes/{attribute['api_slug']}/{noun}")}


def test_threads_and_files_can_be_planted_back():
    """Comments with their places, files with their bytes."""
    source = Api(LocalWorkspace("demo"))
    company = source.find("companies", {"domains": "northseaferries.example"})[0]
    (thread,) = source.get(f"threads?object=companies&record_id={own(company)}")
    files = source.get(f"files?object=companies&record_id={own(company)}")
    files[1]["content_base64"] = base64.b64encode(b"bytes").decode()
    document = {
        "workspace": {"id": source.workspace.state.id},
        "members": source.get("workspace_members"),
        "objects": [
            {
                **source.get("objects/companies"),
                "records": [{"id": own(company), "created_at": company["created_at"]}],
            }
        ],
        "threads": [
            {
                **thread,
                "resolved_at": thread["comments"][0]["resolved_at"],
                "resolved_by": thread["comments"][0]["resolved_by"],
            }
        ],
        "files": files,
    }
    twin = Api(LocalWorkspace(document))
    assert twin.get(f"threads?object=companies&record_id={own(company)}") == [thread]
    shown = twin.get(f"files?object=companies&record_id={own(company)}")
    assert [each["id"] for each in shown] == [each["id"] for each in files]
    assert shown[1]["content_size"] == 5 and shown[1]["parent_folder_id"] == files[1]["parent_folder_id"]


def test_a_thread_of_an_entry_can_be_planted_back():
    """The comments of Attio's JSON say which entry it is."""
    source = Api(LocalWorkspace("demo"))
    entry = source.query("lists/sales_pipeline/entries/query", filter={"stage": "Trial"})[0]
    (thread,) = source.get(f"threads?list=sales_pipeline&entry_id={own(entry)}")
    companies = source.get("objects/companies")
    document = {
        "workspace": {"id": source.workspace.state.id},
        "members": source.get("workspace_members"),
        "objects": [{**companies, "records": [{"id": entry["parent_record_id"]}]}],
        "lists": [{**source.get("lists/sales_pipeline"), "entries": [{**entry, "entry_values": {}}]}],
        "threads": [thread],
    }
    twin = Api(LocalWorkspace(document))
    assert twin.get(f"threads?list=sales_pipeline&entry_id={own(entry)}") == [thread]


def test_recordings_activities_and_emails_are_planted():
    """In the short form of the documentation of seeds."""
    api = plant(
        meetings=[
            {
                "title": "Day out",
                "start": "2026-02-01",
                "end": {"date": "2026-02-02"},
                "participants": [{"name": "Ada"}, "ada@x.example"],
                "recordings": [
                    {"status": "failed", "video_url": "https://x.example/v", "transcript": {"segments": []}},
                    {},
                ],
            }
        ],
        emails=[
            {
                "id": {"mailbox_id": "m", "email_id": "e"},
                "sent_at": "2026-01-01T00:00:00Z",
                "participants": [{"role": "from", "email_address": "a@x.example"}],
            }
        ],
        activities=[
            {"api_slug": "talks", "records": [{"values": {"title": "One", "occurred_at": None}}]},
            {"api_slug": "calls", "records": [{"values": {"title": "Synced"}}]},
            {
                "api_slug": "moods",
                "attributes": [{"api_slug": "mood", "type": "status", "statuses": ["Good"]}],
            },
        ],
        unsubscribed_emails=["A@x.example"],
        webhooks=[{"target_url": "https://example.com/x", "secret": "s" * 64}],
        files=[
            {
                "parent": "ada",
                "file_type": "connected-file",
                "storage_provider": "box",
                "external_provider_file_id": "1",
            }
        ],
        tasks=[
            {
                "content": "x",
                "is_completed": True,
                "linked_records": [{"$": 0, "target_object": "people"}][:0],
            }
        ],
    )
    meeting = api.get("meetings")[0]
    assert meeting["is_all_day"] and len(meeting["participants"]) == 2
    calls = f"meetings/{meeting['id']['meeting_id']}/call_recordings"
    assert [each["status"] for each in api.get(calls)].count("failed") == 1
    assert api.get("emails?domain=x.example")[0]["id"]["mailbox_id"] == "m"
    assert len(api.query("activities/calls/records/query")) == 1
    assert api.query("activities/talks/records/query")[0]["values"]["title"][0]["value"] == "One"
    assert api.get("tasks")[0]["completed_at"] is not None
    assert len(api.get("webhooks")[0]["subscriptions"]) == 34


@pytest.mark.parametrize(
    ("sections", "problem"),
    [
        ({"notes": {}}, "is no list, in 'notes'"),
        ({"notes": ["x"]}, "is no mapping, in 'notes'"),
        ({"notes": [{"parent": "ada", "content": "x"}]}, "lacks 'title'"),
        ({"notes": [{"parent": "ada", "title": "x"}]}, "lacks 'content'"),
        (
            {"notes": [{"parent": "adda", "title": "x", "content": "x"}]},
            "key of no record.*did you mean 'ada'",
        ),
        (
            {"notes": [{"parent_record_id": "x", "parent_object": "people", "title": "x", "content": ""}]},
            "no record",
        ),
        ({"notes": [{"parent": "ada", "title": "x", "content": "", "meeting": "M"}]}, "title of a meeting"),
        ({"tasks": [{}]}, "lacks 'content'"),
        ({"tasks": [{"content": "x", "assignees": ["nobody@x.example"]}]}, "no member"),
        ({"threads": [{"record": "ada", "comments": []}]}, "without a comment"),
        ({"threads": [{"comments": [{"content": "x"}]}]}, "lacks 'record'"),
        ({"threads": [{"record": "ada", "list": "none", "comments": [{"content": "x"}]}]}, "no list that"),
        ({"threads": [{"record": "ada", "comments": [{}]}]}, "lacks 'content'"),
        ({"meetings": [{"title": "x", "start": "soon", "end": "2026-01-01"}]}, "no time"),
        ({"meetings": [{"title": "x", "start": "2026-99-99", "end": "2026-01-01"}]}, "no date"),
        ({"meetings": [{"title": "x", "start": {}, "end": "2026-01-01"}]}, "lacks 'datetime'"),
        (
            {
                "meetings": [
                    {
                        "title": "x",
                        "start": "2026-01-01",
                        "end": "2026-01-02",
                        "recordings": [{"transcript": [{}]}],
                    }
                ]
            },
            "lacks 'speaker'",
        ),
        (
            {"emails": [{"sent_at": "2026-01-01T00:00:00Z", "participants": [{"role": "from"}]}]},
            "lacks 'email_address'",
        ),
        ({"activities": [{"api_slug": "x", "extends": "nothing"}]}, "nothing to build on"),
        (
            {"activities": [{"api_slug": "x", "records": [{"values": {"colour": 1}}]}]},
            "Cannot find attribute",
        ),
        ({"files": [{"parent": "ada", "name": "x", "content_base64": "?"}]}, "not base64"),
        ({"files": [{"parent": "ada", "name": "x", "folder": "none"}]}, "no folder of the same record"),
        ({"files": [{"name": "x"}]}, "lacks 'record_id'"),
        (
            {"webhooks": [{"events": ["record.made"], "target_url": "https://x.example"}]},
            "event type.*did you mean",
        ),
        ({"webhooks": [{"events": ["record.created"]}]}, "lacks 'target_url'"),
        ({"tasks": [{"content": "x", "assignees": 7}]}, "not built as 'tasks' must be"),
        ({"unsubscribed_emails": [7]}, "not built as 'unsubscribed_emails' must be"),
    ],
)
def test_what_a_seed_says_wrong_is_named(sections, problem):
    """With the section, and what is near to it."""
    with pytest.raises(ArgumentError, match=problem):
        plant(**sections)


# When records go


def whole(demo):
    """A person of the demo workspace with one of everything that hangs on records."""
    person = own(demo.find("people", limit=1)[0])
    link = [{"object": "people", "record_id": person}]
    note = {
        "parent_object": "people",
        "parent_record_id": person,
        "title": "n",
        "format": "plaintext",
        "content": "",
    }
    task = {
        "content": "t",
        "format": "plaintext",
        "deadline_at": None,
        "is_completed": False,
        "linked_records": [{"target_object": "people", "target_record_id": person}],
        "assignees": [],
    }
    member = next(iter(demo.workspace.state.members.by_id))
    comment = {
        "format": "plaintext",
        "content": "c",
        "author": {"type": "workspace-member", "id": member},
        "record": link[0],
    }
    meeting = {
        "title": "m",
        "description": "",
        "start": {"date": "2026-02-01"},
        "end": {"date": "2026-02-02"},
        "is_all_day": True,
        "participants": [],
        "linked_records": link,
    }
    folder = {"file_type": "folder", **link[0], "name": "f"}
    return person, {
        "note": demo.post("notes", note)["id"]["note_id"],
        "task": demo.post("tasks", task)["id"]["task_id"],
        "thread": demo.post("comments", comment)["thread_id"],
        "meeting": demo.post("meetings", meeting)["id"]["meeting_id"],
        "file": demo.query("files", **folder)["id"]["file_id"],
    }


def test_a_deleted_record_takes_what_was_on_it_along(demo):
    """Notes, threads and files go; tasks and meetings stay without the link."""
    person, made = whole(demo)
    demo.delete(f"objects/people/records/{person}")
    for noun in ("note", "thread", "file"):
        demo.refused("GET", f"{noun}s/{made[noun]}", status=404, code="not_found")
    assert demo.get(f"tasks/{made['task']}")["linked_records"] == []
    assert demo.get(f"meetings/{made['meeting']}")["linked_records"] == []


def test_a_deleted_object_does_too(demo):
    """Everything on its records, at once."""
    project = own(demo.find("projects", limit=1)[0])
    note = {
        "parent_object": "projects",
        "parent_record_id": project,
        "title": "",
        "format": "plaintext",
        "content": "",
    }
    made = demo.post("notes", note)["id"]["note_id"]
    folder = demo.query("files", file_type="folder", object="projects", record_id=project, name="f")["id"][
        "file_id"
    ]
    meeting = {
        "title": "m",
        "description": "",
        "start": {"date": "2026-02-01"},
        "end": {"date": "2026-02-02"},
        "is_all_day": True,
        "participants": [],
        "linked_records": [{"object": "projects", "record_id": project}],
    }
    held = demo.post("meetings", meeting)["id"]["meeting_id"]
    demo.delete("objects/projects")
    demo.refused("GET", f"notes/{made}", status=404, code="not_found")
    demo.refused("GET", f"files/{folder}", status=404, code="not_found")
    assert demo.get(f"meetings/{held}")["linked_records"] == []
    assert all(
        link["target_object_id"] != "projects"
        for task in demo.get("tasks")
        for link in task["linked_records"]
    )
    visit = demo.query("activities/site_visits/records/query")[0]
    assert [each["target_object"] for each in visit["values"]["linked_records"]] == ["companies"]


def test_merged_records_hand_over_what_was_on_them(demo):
    """Notes, threads, files and links lead to the new record, once each."""
    person, made = whole(demo)
    other = own(demo.find("people", limit=2)[1])
    both = [{"object": "people", "record_id": each} for each in (person, other)]
    demo.patch(f"meetings/{made['meeting']}", {"linked_records": both})
    new = demo.post(
        "objects/people/records/merge", {"primary_record_id": other, "secondary_record_id": person}
    )
    new_id = new["new_record_id"]
    assert demo.get(f"notes/{made['note']}")["parent_record_id"] == new_id
    assert demo.get(f"threads/{made['thread']}")["comments"][0]["record"]["record_id"] == new_id
    assert demo.get(f"files/{made['file']}")["record_id"] == new_id
    assert [each["target_record_id"] for each in demo.get(f"tasks/{made['task']}")["linked_records"]] == [
        new_id
    ]
    assert [each["record_id"] for each in demo.get(f"meetings/{made['meeting']}")["linked_records"]] == [
        new_id
    ]


def test_an_entry_takes_its_threads_along(demo):
    """They are about the entry, not about the record."""
    entry = own(demo.query("lists/sales_pipeline/entries/query", filter={"stage": "Trial"})[0])
    (thread,) = demo.get(f"threads?list=sales_pipeline&entry_id={entry}")
    demo.delete(f"lists/sales_pipeline/entries/{entry}")
    demo.refused("GET", f"threads/{thread['id']['thread_id']}", status=404, code="not_found")
