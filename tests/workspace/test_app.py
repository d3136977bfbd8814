"""What people do in Attio's app."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest

from attio.core.errors import ArgumentError
from tests.workspace.conftest import own

MISSING = "00000000-0000-4000-8000-000000000000"


@pytest.fixture
def thread(demo):
    """The id of an open thread on a record."""
    member = next(iter(demo.workspace.state.members.by_id))
    body = {
        "format": "plaintext",
        "content": "x",
        "author": {"type": "workspace-member", "id": member},
        "record": {"object": "people", "record_id": own(demo.find("people", limit=1)[0])},
    }
    return demo.post("comments", body)["thread_id"]


def test_a_thread_is_resolved_and_opened_again(demo, thread):
    """Every comment of it shows who and when; doing it twice is doing it once."""
    app, events = demo.workspace.app, []
    demo.workspace.listeners.append(lambda given: events.extend(each["event_type"] for each in given))
    app.resolve(thread, by="jonas@harbourlight.example")
    app.resolve(thread)
    comment = demo.get(f"comments/{thread}")
    assert comment["resolved_by"]["id"] == demo.workspace.state.members.find("jonas@harbourlight.example").id
    assert comment["resolved_at"] is not None
    app.resolve(thread, resolved=False)
    assert demo.get(f"comments/{thread}")["resolved_at"] is None
    assert events == ["comment.resolved", "comment.unresolved"]


def test_an_email_is_synced(demo):
    """With sender and receivers, now or then."""
    app = demo.workspace.app
    app.add_email(
        sender="ines@nsf.example", to=["mira@harbourlight.example"], cc=["x@y.example"], subject_line="Now"
    )
    app.add_email(
        sender="mira@harbourlight.example",
        to=["ines@nsf.example"],
        sent_at=datetime(2020, 1, 2, tzinfo=UTC),
        direction="outbound",
    )
    now, then = demo.get("emails?participants=ines@nsf.example")
    assert now["subject_line"] == "Now" and [each["role"] for each in now["participants"]] == [
        "from",
        "to",
        "cc",
    ]
    assert (then["sent_at"], then["direction"]) == ("2020-01-02T00:00:00.000000000Z", "outbound")
    assert now["id"]["mailbox_id"] == then["id"]["mailbox_id"]


def test_a_meeting_is_synced_from_a_calendar(demo):
    """The API reads it and cannot delete it."""
    meeting = demo.workspace.app.sync_meeting(
        "Standup", start="2026-01-06T09:00:00Z", end="2026-01-06T09:15:00Z", participants=["ines@nsf.example"]
    )
    shown = demo.get(f"meetings/{meeting.id}")
    assert shown["created_by_actor"] == {"type": "system", "id": None} and shown["title"] == "Standup"
    demo.refused("DELETE", f"meetings/{meeting.id}", status=400, code="system_edit_unauthorized")


def test_a_new_member_is_told_to_webhooks(demo):
    """workspace-member.created, by the system."""
    got = []
    demo.workspace.webhooks.add("https://example.com/x", "workspace-member.created", to=got.append)
    member = demo.workspace.add_member("Nina", "Berg", "nina@harbourlight.example")
    assert [each.event["id"]["workspace_member_id"] for each in got] == [member.id]


def test_a_read_only_value_is_enriched(demo):
    """Only Attio itself fills it in."""
    company = own(demo.find("companies", limit=1)[0])
    path = f"objects/companies/records/{company}"
    body = {"data": {"values": {"logo_url": "x"}}}
    demo.refused("PATCH", path, body, status=400, code="system_edit_unauthorized")
    demo.workspace.app.enrich(
        "companies", company, {"logo_url": "https://x.example/l.png", "employee_range": "1-10"}
    )
    values = demo.get(path)["values"]
    assert values["logo_url"][0]["value"] == "https://x.example/l.png"
    assert values["employee_range"][0]["created_by_actor"]["type"] == "system"


@pytest.mark.parametrize(
    ("call", "argument"),
    [
        (lambda app: app.resolve(MISSING), "thread_id"),
        (lambda app: app.finish_recording(MISSING), "call_recording_id"),
        (lambda app: app.add_email(sender="a@b.example", to=[], direction="sideways"), "direction"),
        (lambda app: app.add_email(sender="a@b.example", to=[], sent_at="soon"), "at"),
        (lambda app: app.sync_meeting("x", start="soon", end="later"), "at"),
        (lambda app: app.add_activity_attribute("nope", "x", "text"), "activity"),
        (lambda app: app.add_activity_attribute("site_visits", "x", "interaction"), "type"),
        (lambda app: app.add_activity_attribute("site_visits", "title", "text"), "slug"),
        (lambda app: app.enrich("companies", MISSING, {}), "record_id"),
        (lambda app: app.enrich("unicorns", MISSING, {}), "record_id"),
    ],
)
def test_what_is_not_there_is_named(demo, call, argument):
    """With the argument that is wrong."""
    with pytest.raises(ArgumentError) as caught:
        call(demo.workspace.app)
    assert caught.value.argument == argument


def test_other_mistakes_are_named_too(demo, thread):
    """Members and statuses and values that cannot be."""
    app = demo.workspace.app
    with pytest.raises(ArgumentError, match="no member"):
        app.resolve(thread, by="nobody@x.example")
    recording = demo.get("meetings")[0]["id"]["meeting_id"]
    made = demo.get(f"meetings/{recording}/call_recordings")[0]["id"]["call_recording_id"]
    with pytest.raises(ArgumentError, match="status"):
        app.finish_recording(made, status="lost")
    company = own(demo.find("companies", limit=1)[0])
    with pytest.raises(ArgumentError, match="Cannot find attribute"):
        app.enrich("companies", company, {"colour": "red"})
