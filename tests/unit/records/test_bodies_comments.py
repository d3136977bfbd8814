"""Bodies of comments, notes, e-mail queries; pages inside of things."""

from __future__ import annotations

import json
from datetime import UTC, datetime

import pytest

from attio.core.errors import ArgumentError, ArgumentTypeError, DecodeError
from attio.records.bodies import NOT_GIVEN
from attio.records.bodies_comments import comment_body, thread_place
from attio.records.bodies_emails import email_query, unsubscribe_body
from attio.records.bodies_notes import first_line, note_body, note_changes
from attio.records.collaboration import CommentData, ThreadData
from attio.records.data import EntryData, RecordData
from attio.records.embedded_pages import embedded_rows, next_cursor, paged_data

ID = "11111111-2222-4333-8444-555555555555"
PERSON = RecordData({"id": {"record_id": ID}, "values": {}}, scope="people")
ENTRY = EntryData({"id": {"entry_id": "e-1", "list_id": "l-1"}, "entry_values": {}})


def comment(content="Hi", author=ID, **given):
    return comment_body(
        content,
        author=author,
        **{"thread_id": None, "record": None, "entry": None, "created_at": None, **given},
    )


@pytest.mark.parametrize(
    ("given", "place"),
    [
        (dict(thread_id="t-1"), {"thread_id": "t-1"}),
        (dict(thread_id=ThreadData({"id": {"thread_id": "t-1"}})), {"thread_id": "t-1"}),
        (
            dict(thread_id=CommentData({"id": {"comment_id": "c-2"}, "thread_id": "t-1"})),
            {"thread_id": "t-1"},
        ),
        (dict(record=PERSON), {"record": {"object": "people", "record_id": ID}}),
        (dict(entry=ENTRY), {"entry": {"list": "l-1", "entry_id": "e-1"}}),
    ],
    ids=["id", "thread", "answer", "record", "entry"],
)
def test_a_comment_goes_to_one_place(given, place):
    """A comment goes into a thread, or begins one on a record or an entry."""
    author = {"type": "workspace-member", "id": ID}
    assert comment(**given) == {"format": "plaintext", "content": "Hi", "author": author, **place}


def test_a_comment_may_carry_its_time_and_a_raw_author():
    """A time is written in UTC, an author in Attio's own shape passes untouched."""
    made = comment(
        thread_id="t-1",
        author={"type": "workspace-member", "id": "m"},
        created_at=datetime(2026, 1, 2, tzinfo=UTC),
    )
    assert made["author"]["id"] == "m"
    assert made["created_at"] == "2026-01-02T00:00:00.000000000Z"


def test_a_comment_without_or_with_two_places_is_refused():
    """The message names the three places."""
    with pytest.raises(ArgumentError, match="^thread_id: is missing .*thread_id, record, entry"):
        comment()
    with pytest.raises(ArgumentError, match="^record: cannot be given with thread_id"):
        comment(thread_id="t-1", record=PERSON)
    with pytest.raises(ArgumentError, match="^author: Attio takes the id of a member here"):
        comment(thread_id="t-1", author="me@x.com")
    with pytest.raises(ArgumentError, match="^content: is empty"):
        comment("", thread_id="t-1")


def threads(**given):
    return thread_place(
        **{**dict.fromkeys(("object", "record_id", "record", "list", "entry_id", "entry")), **given}
    )


def test_threads_are_those_of_one_thing():
    """A record or an entry, by model, pair or two ids."""
    of_record = {"object_": "people", "record_id": ID}
    assert (
        threads(record=PERSON)
        == threads(object="people", record_id=ID)
        == threads(record_id=PERSON)
        == of_record
    )
    of_entry = {"list_": "l-1", "entry_id": "e-1"}
    assert threads(entry=ENTRY) == threads(list="l-1", entry_id="e-1") == threads(entry_id=ENTRY) == of_entry


@pytest.mark.parametrize(
    ("given", "message"),
    [
        (dict(), "^record: is missing"),
        (dict(record=PERSON, entry=ENTRY), "^entry: cannot be given with record"),
        (dict(record=PERSON, record_id=ID), "^record_id: cannot be given with record"),
        (dict(object="people"), "^record_id: is needed with object"),
        (dict(record_id=ID), "^object: is needed with record_id"),
        (dict(list="sales"), "^entry_id: is needed with list"),
        (dict(object="people", record_id=ID, entry=ENTRY), "^record_id: cannot be given with entry"),
    ],
    ids=str,
)
def test_threads_of_several_things_or_none_are_refused(given, message):
    """What is missing or too much is named."""
    with pytest.raises(ArgumentError, match=message):
        threads(**given)


def note(**given):
    defaults = dict(parent_object="people", parent_record_id=ID, content="Met Ada\nShe codes", title=None)
    return note_body(**{**defaults, "format": "plaintext", "created_at": None, "meeting_id": None, **given})


def test_a_note_gets_its_first_line_as_title():
    """A title that was not given is the first line, without the signs of a heading where those are markup."""
    assert note()["title"] == "Met Ada"
    assert first_line("\n\n  # Met Ada #1\ntext", "markdown") == "Met Ada #1"
    assert first_line("# 1 priority", "plaintext") == "# 1 priority"
    assert first_line("", "plaintext") == ""
    assert note(title="")["title"] == ""


def test_a_note_names_its_record():
    """A record model brings its object; an id alone does not name a record."""
    assert note(parent_object=None, parent_record_id=PERSON)["parent_object"] == "people"
    assert note(meeting_id="m-1")["meeting_id"] == "m-1"
    with pytest.raises(ArgumentError, match="^parent_object: is needed with parent_record_id"):
        note(parent_object=None)
    with pytest.raises(ArgumentError, match="^format: .*'plaintext', 'markdown'"):
        note(format="html")
    with pytest.raises(ArgumentTypeError, match="^content: must be a str"):
        note(content=None)


def test_a_note_changes_in_what_was_given():
    """Format goes with content; nothing is refused."""
    none = dict(title=NOT_GIVEN, content=NOT_GIVEN, format=NOT_GIVEN)
    assert note_changes(**{**none, "title": "x"}) == {"title": "x"}
    assert note_changes(**{**none, "content": "x"}) == {"content": "x", "format": "plaintext"}
    assert note_changes(**{**none, "content": "x", "format": "markdown"}) == {
        "content": "x",
        "format": "markdown",
    }
    with pytest.raises(ArgumentError, match="^content: format says what content is"):
        note_changes(**{**none, "format": "markdown"})
    with pytest.raises(ArgumentError, match="^note: there is nothing to change .*content, format, title"):
        note_changes(**none)


EMAILS = dict.fromkeys(
    (
        "linked_object",
        "linked_record_ids",
        "participants",
        "domain",
        "sent_after",
        "sent_before",
        "exclude_automated_participants",
    )
)


def emails(**given):
    return email_query(**{**EMAILS, **given})


def test_emails_are_asked_for_by_something():
    """Records, participants or a domain; times and the flag refine that."""
    assert emails(domain="x.com", exclude_automated_participants=True) == {
        "domain": "x.com",
        "exclude_automated_participants": True,
    }
    two = dict(linked_object="people", linked_record_ids=f"{ID},r-2")
    assert emails(linked_record_ids=[PERSON]) == {"linked_object": "people", "linked_record_ids": ID}
    assert emails(linked_object="people", linked_record_ids=[PERSON, "r-2"]) == two == emails(**two)
    after = datetime(2026, 1, 2, tzinfo=UTC)
    assert emails(participants="a@x.com", sent_after=after)["sent_after"] == "2026-01-02T00:00:00.000000000Z"


@pytest.mark.parametrize(
    ("given", "message"),
    [
        (dict(), "^linked_object: Attio lists no e-mails without a filter .*give linked_object="),
        (dict(sent_after="2026-01-01T00:00:00Z"), "^linked_object: Attio lists no e-mails"),
        (dict(linked_object="people"), "^linked_record_ids: is needed with linked_object"),
        (dict(linked_record_ids=[ID]), "^linked_object: is needed with linked_record_ids"),
        (dict(linked_object="people", linked_record_ids=[]), "^linked_record_ids: at least one is needed"),
        (dict(linked_object="people", linked_record_ids=" , "), "^linked_record_ids: at least one is needed"),
        (
            dict(linked_object="people", linked_record_ids=["r"] * 11),
            "^linked_record_ids: Attio takes at most 10",
        ),
        (dict(participants=["a@x.com"] * 11), "^participants: Attio takes at most 10"),
        (dict(participants=[]), "^participants: at least one is needed"),
        (dict(domain=""), "^domain: is empty"),
        (dict(domain="x.com", sent_before=datetime(2026, 1, 1)), "^sent_before: .*time zone"),
    ],
    ids=str,
)
def test_emails_asked_for_by_nothing_or_too_much_are_refused(given, message):
    """A query that Attio would refuse is refused, naming the argument."""
    with pytest.raises(ArgumentError, match=message):
        emails(**given)


def test_a_thousand_addresses_can_be_unsubscribed():
    """1 to 1000 addresses, one or several, each checked."""
    assert unsubscribe_body("a@x.com") == {"email_addresses": ["a@x.com"]}
    assert len(unsubscribe_body(f"{n}@x.com" for n in range(1000))["email_addresses"]) == 1000
    with pytest.raises(ArgumentError, match="^email_addresses: Attio takes at most 1000"):
        unsubscribe_body(["a@x.com"] * 1001)
    with pytest.raises(ArgumentError, match="^email_addresses: at least one is needed"):
        unsubscribe_body([])


class Answer:
    """What a shell gets."""

    response = None

    def __init__(self, **body):
        self.body = body

    def json(self):
        return json.loads(json.dumps(self.body))

    def decode_error(self, problem):
        return DecodeError(problem)


def test_a_page_inside_a_thing_keeps_its_cursor():
    """The cursor travels with the thing, as does what else is said of the pages; null reads as no rows."""
    reply = Answer(data={"id": "t", "comments": [{}, {}]}, pagination={"next_cursor": "c", "left": 3})
    assert next_cursor(paged_data(reply)) == "c"
    assert paged_data(reply)["pagination"] == {"next_cursor": "c", "left": 3}
    assert embedded_rows(reply, "comments") == ([{}, {}], "c")
    last = Answer(data={"comments": None})
    assert next_cursor(paged_data(last)) is None
    assert embedded_rows(last, "comments") == ([], None)
    assert next_cursor({}) is None


@pytest.mark.parametrize("data", [[1], None, {"comments": 5}, {"comments": [1]}, {"comments": {}}])
def test_what_holds_no_rows_is_a_decode_error(data):
    """Other JSON than promised is not read as a page without rows."""
    with pytest.raises(DecodeError):
        embedded_rows(Answer(data=data), "comments")
