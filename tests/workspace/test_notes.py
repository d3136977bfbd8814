"""Notes on records."""

from __future__ import annotations

import pytest

from attio.testing import USER_TOKEN
from attio.testing.routes.notes import MAX_CONTENT
from tests.workspace.conftest import own

MISSING = "00000000-0000-4000-8000-000000000000"


@pytest.fixture
def person(api):
    """The id of a person."""
    return own(api.create("people", name="Lovelace, Ada"))


def write(api, person, **changes):
    body = {
        "parent_object": "people",
        "parent_record_id": person,
        "title": "First call",
        "format": "plaintext",
        "content": "Keen.",
        **changes,
    }
    return api.post("notes", body)


def test_a_note_of_plain_text_reads_back_in_both_forms(api, person):
    """What would be markup is escaped in the markdown and stands as it was in the plain text."""
    note = write(api, person, content="5 * 3\n# not a heading")
    assert note["content_plaintext"] == "5 * 3\n# not a heading"
    assert note["content_markdown"] == "5 \\* 3\n\\# not a heading"
    assert note["parent_object"] == "people" and note["parent_record_id"] == person
    assert note["tags"] == [] and note["meeting_id"] is None
    assert api.get(f"notes/{note['id']['note_id']}") == note


def test_a_note_of_markdown_reads_back_in_both_forms(api, person):
    """Markup is kept in the markdown and gone from the plain text; images are lost."""
    note = write(api, person, format="markdown", content="# Plan\n\n- **bold** and _slanted_ ![x](y.png)")
    assert note["content_markdown"] == "# Plan\n\n- **bold** and *slanted* "
    assert note["content_plaintext"] == "Plan\n\n- bold and slanted "


def test_a_note_may_be_dated_back_but_not_ahead(api, person):
    """created_at lies between 1970 and now."""
    assert (
        write(api, person, created_at="1999-12-31T23:59:59.5Z")["created_at"]
        == "1999-12-31T23:59:59.500000000Z"
    )
    for when in ("2199-01-01T00:00:00Z", "1969-12-31T00:00:00Z", "yesterday"):
        body = {
            "parent_object": "people",
            "parent_record_id": person,
            "title": "",
            "format": "plaintext",
            "content": "",
            "created_at": when,
        }
        answer = api.refused("POST", "notes", {"data": body}, status=400, code="validation_type")
        assert answer["validation_errors"][0]["path"] == ["data", "created_at"]


@pytest.mark.parametrize(
    ("changes", "status", "code"),
    [
        ({"parent_object": "unicorns"}, 404, "not_found"),
        ({"parent_record_id": MISSING}, 404, "not_found"),
        ({"meeting_id": MISSING}, 404, "not_found"),
        ({"format": "html"}, 400, "validation_type"),
        ({"content": None}, 400, "validation_type"),
        ({"content": "x" * (MAX_CONTENT + 1)}, 413, "validation_type"),
    ],
)
def test_what_a_note_cannot_be(api, person, changes, status, code):
    """A missing parent or meeting is 404, a body that is none is 400, one too large 413."""
    body = {
        "parent_object": "people",
        "parent_record_id": person,
        "title": "x",
        "format": "plaintext",
        "content": "x",
        **changes,
    }
    api.refused("POST", "notes", {"data": body}, status=status, code=code)
    assert api.get("notes") == []


def test_notes_are_listed_oldest_first_by_record_in_pages(api, person):
    """The page is ten by default and fifty at most."""
    other = own(api.create("people", name="Babbage, Charles"))
    for number in range(12):
        write(api, person, title=f"{number}", created_at=f"2020-01-{12 - number:02d}T00:00:00Z")
    write(api, other, title="other")
    of_person = f"notes?parent_object=people&parent_record_id={person}"
    assert [note["title"] for note in api.get(of_person)] == [str(n) for n in range(11, 1, -1)]
    assert [note["title"] for note in api.get(of_person + "&limit=50&offset=10")] == ["1", "0"]
    assert len(api.get("notes?limit=50")) == 13
    api.refused("GET", "notes?limit=51", status=400, code="validation_type")


@pytest.mark.parametrize(
    ("query", "status"),
    [
        ("parent_object=people", 400),
        (f"parent_record_id={MISSING}", 400),
        (f"parent_object=people&parent_record_id={MISSING}", 404),
        (f"parent_object=unicorns&parent_record_id={MISSING}", 404),
    ],
)
def test_half_a_parent_is_refused_and_a_missing_one_not_found(api, query, status):
    """parent_object and parent_record_id go together."""
    assert api.send("GET", f"notes?{query}").status == status


def test_a_change_tells_title_and_content_apart(api, person):
    """note.updated is the title alone, note-content.updated the body; nothing changed, nothing told."""
    events = []
    api.workspace.listeners.append(lambda given: events.extend(each["event_type"] for each in given))
    note = write(api, person)
    path = f"notes/{note['id']['note_id']}"
    api.patch(path, {"title": "Second call"})
    api.patch(path, {"format": "markdown", "content": "**New**"})
    api.patch(path, {"title": "Second call"})
    api.patch(path, {"title": "Third", "format": "plaintext", "content": "both"})
    api.delete(path)
    assert events == [
        "note.created",
        "note.updated",
        "note-content.updated",
        "note.updated",
        "note-content.updated",
        "note.deleted",
    ]
    api.refused("GET", path, status=404, code="not_found")
    api.refused("DELETE", path, status=404, code="not_found")


@pytest.mark.parametrize(
    "change", [{}, {"format": "plaintext"}, {"content": "x"}, {"parent_object": "companies"}, {"title": 7}]
)
def test_a_change_must_change_something_that_can(api, person, change):
    """The parent is fixed, unknown keys are refused, content needs a format."""
    note = write(api, person)
    path = f"notes/{note['id']['note_id']}"
    api.refused("PATCH", path, {"data": change}, status=400, code="validation_type")
    assert api.get(path) == note


def test_a_note_knows_its_meeting_until_that_is_gone(demo):
    """The note stays when the meeting goes."""
    meeting = demo.post(
        "meetings",
        {
            "title": "M",
            "description": "",
            "start": {"datetime": "2026-02-01T09:00:00Z"},
            "end": {"datetime": "2026-02-01T10:00:00Z"},
            "is_all_day": False,
            "participants": [],
        },
    )["id"]["meeting_id"]
    person = own(demo.find("people", limit=1)[0])
    note = write(demo, person, meeting_id=meeting.upper())
    assert note["meeting_id"] == meeting
    demo.delete(f"meetings/{meeting}")
    assert demo.get(f"notes/{note['id']['note_id']}")["meeting_id"] is None


def test_the_note_of_a_member_is_the_members(api, person):
    """A user-level token writes as its member."""
    answer = api.workspace.request(
        "POST",
        "/v2/notes",
        {
            "data": {
                "parent_object": "people",
                "parent_record_id": person,
                "title": "",
                "format": "plaintext",
                "content": "",
            }
        },
        token=USER_TOKEN,
    )
    assert answer.json()["data"]["created_by_actor"]["type"] == "workspace-member"
