"""What names records, entries and members in requests."""

from __future__ import annotations

import uuid

import pytest

from attio.core.errors import ArgumentError, ArgumentTypeError
from attio.records import bodies_links as links
from attio.records.collaboration import NoteData, TaskData
from attio.records.data import EntryData, RecordData
from attio.records.ids import RecordId, WorkspaceMemberId
from attio.records.members import WorkspaceMemberData
from attio.records.results import RecordEntryData, SearchResultData
from attio.values.plain import ActorRef, RecordRef

ID = "11111111-2222-4333-8444-555555555555"
PERSON = RecordData({"id": {"record_id": ID, "object_id": "o"}, "values": {}}, scope="people")
ENTRY = EntryData({"id": {"entry_id": "e-1", "list_id": "l-1"}, "entry_values": {}})
MEMBER = WorkspaceMemberData({"id": {"workspace_member_id": ID}, "email_address": "me@x.com"})


def kind_of(value):
    return type(value).__name__


@pytest.mark.parametrize(
    "value",
    [
        PERSON,
        RecordRef("people", ID),
        SearchResultData({"id": {"record_id": ID}, "object_slug": "people"}),
        ("people", ID),
        ("people", uuid.UUID(ID)),
        ("people", PERSON),
        ("people", RecordId(ID)),
        {"object": "people", "record_id": ID},
        {"target_object": "people", "target_record_id": ID},
        {"target_object_id": "people", "target_record_id": ID},
        {"object_slug": "people", "object_id": "o", "record_id": ID},
    ],
    ids=kind_of,
)
def test_a_record_is_named_in_every_form(value):
    """A record is a model, a reference, a pair, or JSON in any of Attio's spellings."""
    assert links.record_pair("record", value) == ("people", ID)


@pytest.mark.parametrize(
    "value",
    [ID, None, 7, (), ("people",), ("people", ID, "x"), {"object": "people"}, ENTRY, uuid.UUID(ID)],
    ids=kind_of,
)
def test_a_record_without_its_object_is_refused(value):
    """An id alone does not name a record, and the message says what does."""
    with pytest.raises(
        ArgumentTypeError, match=r'^record: .*give a record, a RecordRef or \("people", record_id\)'
    ):
        links.record_pair("record", value)


def test_a_record_pair_keeps_to_its_route():
    """The parts of a pair are checked like every other id and slug."""
    with pytest.raises(ArgumentError, match="record: record_id: "):
        links.record_pair("record", ("people", "../x"))
    with pytest.raises(ArgumentError, match="record: object: "):
        links.record_pair("record", ("..", ID))


@pytest.mark.parametrize(
    ("value", "place"),
    [
        (ENTRY, "l-1"),
        (EntryData({"id": {"entry_id": "e-1"}, "entry_values": {}}, scope="sales"), "sales"),
        (RecordEntryData({"entry_id": "e-1", "list_id": "l-1", "list_api_slug": "sales"}), "sales"),
        (("sales", "e-1"), "sales"),
        ({"list": "sales", "entry_id": "e-1"}, "sales"),
        ({"list_id": "l-1", "entry_id": "e-1"}, "l-1"),
    ],
    ids=kind_of,
)
def test_an_entry_is_named_in_every_form(value, place):
    """An entry is a model, a pair or JSON; its list comes along."""
    assert links.entry_pair("entry", value) == (place, "e-1")


@pytest.mark.parametrize("value", ["e-1", PERSON, ("sales",), {"list": "sales"}, None], ids=kind_of)
def test_an_entry_without_its_list_is_refused(value):
    """An id alone does not name an entry."""
    with pytest.raises(ArgumentTypeError, match=r'^entry: .*give an entry or \("sales", entry_id\)'):
        links.entry_pair("entry", value)


def test_linked_filters_go_together():
    """An object without a record, or a record id without an object, is refused naming what is missing."""
    assert links.linked_pair(None, None) == (None, None)
    assert links.linked_pair("people", ID) == ("people", ID)
    assert links.linked_pair(None, PERSON) == ("people", ID)
    with pytest.raises(ArgumentError, match="^linked_record_id: is needed with linked_object"):
        links.linked_pair("people", None)
    with pytest.raises(ArgumentError, match="^linked_object: is needed with linked_record_id"):
        links.linked_pair(None, ID)


def test_two_arguments_name_a_record_or_an_entry():
    """The object of a record model and the list of an entry model need not be repeated."""
    assert links.record_by_ids("companies", ID) == ("companies", ID)
    assert links.record_by_ids(None, PERSON) == ("people", ID)
    assert links.entry_by_ids(None, ENTRY) == ("l-1", "e-1")
    with pytest.raises(ArgumentError, match="^object: is needed with record_id"):
        links.record_by_ids(None, uuid.UUID(ID))
    with pytest.raises(ArgumentError, match="^list: is needed with entry_id"):
        links.entry_by_ids(None, "e-1")


def test_one_value_counts_as_a_list_of_one():
    """Things that iterate over something else than values, such as records, are one value."""
    for one in ("x.com", b"x", PERSON, MEMBER, RecordRef("people", ID), {"a": 1}, TaskData({}), 7):
        assert links.several("rows", one) == [one]
    assert links.several("rows", (row for row in "ab")) == ["a", "b"]
    with pytest.raises(
        ArgumentError, match=r"^rows: Attio takes at most 1 \(got '2 of them'\); split them up"
    ):
        links.several("rows", [1, 2], maximum=1)


@pytest.mark.parametrize(
    "value", [MEMBER, ID, uuid.UUID(ID), WorkspaceMemberId(ID), ActorRef("workspace-member", ID)], ids=kind_of
)
def test_a_member_is_named_in_every_form(value):
    """A member is a model, an id in any type, or a reference."""
    assert links.member_id("author", value) == ID == links.member_text("author", value)


def test_a_member_is_nothing_else():
    """Addresses are refused where Attio takes none; apps and other models are no members."""
    assert links.member_text("assignee", "me@x.com") == "me@x.com"
    with pytest.raises(ArgumentError, match="^author: Attio takes the id of a member here"):
        links.member_id("author", "me@x.com")
    with pytest.raises(ArgumentError, match="^author: this actor is no workspace member"):
        links.member_id("author", ActorRef("app", ID))
    with pytest.raises(ArgumentError, match="^author: this actor is no workspace member"):
        links.member_id("author", ActorRef("workspace-member", None))
    with pytest.raises(ArgumentTypeError, match="^author: a workspace member is needed, not a note"):
        links.member_id("author", NoteData({"id": {"note_id": ID}}))


def test_addresses_are_checked():
    """E-mail addresses are at least something at something, without blanks and commas."""
    assert links.addresses("participants", " a@x.com ") == ["a@x.com"]
    assert links.comma_addresses("participants", "a@x.com, b@x.com") == "a@x.com,b@x.com"
    assert links.comma_addresses("participants", ["a@x.com", "b@x.com"]) == "a@x.com,b@x.com"
    for bad in ("x.com", "@x.com", "a@", "a b@x.com", "a@x.com,b@x.com", ""):
        with pytest.raises(ArgumentError, match="^participants: this is no e-mail address"):
            links.addresses("participants", [bad])
    with pytest.raises(ArgumentError, match="^participants: at least one is needed"):
        links.addresses("participants", [])
