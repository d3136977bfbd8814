"""From an event to the thing that it is about, through either client, on the deliveries of a local workspace."""

from __future__ import annotations

import asyncio
import inspect

import pytest

from attio import AsyncAttio, Attio, Company, Person, Record
from attio.core.errors import NotFoundError, UnboundModelError
from attio.testing import LocalWorkspace
from attio.webhooks import EVENT_TYPES, InvalidDeliveryError, parse, read_event
from attio.webhooks.events_activities import ActivityAttributeEvent

URL = "https://example.com/hook"


class World:
    """A workspace with one webhook for everything, and both clients."""

    def __init__(self) -> None:
        self.workspace = LocalWorkspace("demo")
        self.client = Attio(api_key=self.workspace.token, transport=self.workspace.transport())
        self.events = []
        webhook = self.workspace.webhooks.add(URL, EVENT_TYPES, to=self._take)
        self.secret = webhook.secret

    def _take(self, delivery) -> int:
        parsed = parse(delivery.body, delivery.headers, secret=self.secret)
        self.events.extend(parsed.events)
        return 200

    def last(self, event_type: str):
        return next(event for event in reversed(self.events) if event.event_type == event_type)

    def both(self, fetch):
        """Fetch through the sync client and the async one; both find the same thing."""

        async def main():
            async with AsyncAttio(
                api_key=self.workspace.token, transport=self.workspace.transport()
            ) as client:
                pending = fetch(client)
                assert inspect.isawaitable(pending)
                return await pending

        one, other = fetch(self.client), asyncio.run(main())
        assert one == other and type(other).__name__ == f"Async{type(one).__name__}"
        return one


@pytest.fixture
def world():
    made = World()
    yield made
    made.client.close()


def test_a_record(world):
    """An event about a record fetches it, by the id of its object or as the class of its slug."""
    person = world.client.people.create({"name": "Ada Lovelace"})
    event = world.last("record.created")
    assert event.record_id == person.id
    found = world.both(lambda client: event.record(client))
    assert isinstance(found, Record) and found == person and found["name"].full_name == "Ada Lovelace"
    typed = world.both(lambda client: event.record(client, object="people"))
    assert isinstance(typed, Person) and typed.full_name == "Ada Lovelace"
    assert isinstance(event.record(world.client, object=Person), Person)


def test_each_changed_attribute(world):
    """An update is an event for each attribute, which names it."""
    company = world.client.companies.create({"name": "Analytical Engines"})
    company.update({"description": "Engines"})
    event = world.last("record.updated")
    assert event.record_id == company.id
    attribute = world.client.attributes.get("description", object="companies")
    assert event.attribute_id == attribute.id
    assert isinstance(event.record(world.client, object="companies"), Company)


def test_a_deleted_record_is_gone(world):
    """What is deleted cannot be fetched, and the error is the one of any other fetch."""
    world.client.people.create({"name": "Ada"}).delete()
    with pytest.raises(NotFoundError):
        world.last("record.deleted").record(world.client)


def test_a_merge(world):
    """The two events of a merge name the record that is, and the two that are no more."""
    one, two = (world.client.companies.create({"name": name}) for name in ("One", "Two"))
    merged = world.client.records.merge("companies", one, two)
    merges = [event for event in world.events if event.event_type == "record.merged"]
    assert {event.duplicate.record_id for event in merges} == {one.id, two.id}
    assert all(event.record(world.client, object="companies") == merged for event in merges)


def test_entries_and_lists(world):
    """Events of entries fetch the entry and its record; those of lists and attributes what they are about."""
    made = world.client.lists.create(name="Leads", parent_object="people")
    assert world.both(lambda client: world.last("list.created").list(client)) == made
    person = world.client.people.create({"name": "Ada"})
    entry = world.client.entries_in(made.api_slug).create(person)
    event = world.last("list-entry.created")
    assert world.both(lambda client: event.entry(client)) == entry
    assert world.both(lambda client: event.record(client)) == person
    assert event.record(world.client, object="people") == person and event.list_id == made.id
    made.update(name="Hot leads")
    assert world.last("list.updated").list(world.client).name == "Hot leads"


def test_attributes(world):
    """Events of attributes fetch them, from their object or their list."""
    made = world.client.attributes.create(object="people", title="Shoe size", type="number")
    event = world.last("object-attribute.created")
    assert world.both(lambda client: event.attribute(client)) == made
    lead = world.client.lists.create(name="Leads", parent_object="people")
    listed = world.client.attributes.create(list=lead.api_slug, title="Heat", type="rating")
    event = world.last("list-attribute.created")
    assert world.both(lambda client: event.attribute(client)) == listed and event.list_id == lead.id


def test_notes_tasks_and_comments(world):
    """Events of notes, tasks and comments fetch them, and the record that they are on."""
    person = world.client.people.create({"name": "Ada"})
    note = world.client.notes.create(
        parent_object="people", parent_record_id=person.id, title="Hello", content="World"
    )
    event = world.last("note.created")
    assert world.both(lambda client: event.note(client)) == note
    assert world.both(lambda client: event.record(client)) == person and event.parent.record_id == person.id
    task = world.client.tasks.create("Call Ada", linked_records=[person])
    assert world.both(lambda client: world.last("task.created").task(client)) == task
    member = world.client.workspace_members.list()[0]
    comment = world.client.comments.create("Nice", author=member, record=person)
    event = world.last("comment.created")
    assert world.both(lambda client: event.comment(client)) == comment
    assert world.both(lambda client: event.record(client)) == person
    assert event.record(world.client, object="people") == person


def test_a_comment_on_an_entry(world):
    """A comment on an entry fetches that entry."""
    made = world.client.lists.create(name="Leads", parent_object="people")
    entry = world.client.entries_in(made.api_slug).create(world.client.people.create({"name": "Ada"}))
    member = world.client.workspace_members.list()[0]
    world.client.comments.create("Nice", author=member, entry=entry)
    event = world.last("comment.created")
    assert world.both(lambda client: event.entry(client)) == entry


class Recorder:
    """A client that says what was asked of it."""

    def __getattr__(self, name):
        return Recorder.Part(name)

    class Part:
        def __init__(self, name):
            self.name = name

        def get(self, *ids, options=None, **about):
            return (self.name, *ids, about, options)


@pytest.mark.parametrize(
    ("event_type", "ids", "method", "asked"),
    [
        ("workspace-member.created", {"workspace_member_id": "m"}, "member", ("workspace_members", "m")),
        (
            "call-recording.created",
            {"meeting_id": "m", "call_recording_id": "c"},
            "call_recording",
            ("call_recordings", "m", "c"),
        ),
        ("activity.updated", {"activity_id": "a"}, "activity", ("activities", "a")),
        (
            "activity-record.created",
            {"activity_id": "a", "record_id": "r"},
            "activity_record",
            ("activity_records", "a", "r"),
        ),
        ("record.created", {"object_id": "o", "record_id": "r"}, "record", ("records", "o", "r")),
        ("task.updated", {"task_id": "t"}, "task", ("tasks", "t")),
        ("note.updated", {"note_id": "n"}, "note", ("notes", "n")),
        ("comment.resolved", {"comment_id": "c"}, "comment", ("comments", "c")),
        ("list.deleted", {"list_id": "l"}, "list", ("lists", "l")),
        ("list-entry.deleted", {"list_id": "l", "entry_id": "e"}, "entry", ("entries", "l", "e")),
    ],
)
def test_each_noun_asks_its_resource(event_type, ids, method, asked):
    """Each event asks the resource of its noun with its ids, hands on the options, and says what is missing."""
    event = read_event({"event_type": event_type, "id": ids})
    assert getattr(event, method)(Recorder(), options={"timeout_s": 1}) == (*asked, {}, {"timeout_s": 1})
    event.bind(Recorder())
    assert getattr(event, method)() == (*asked, {}, None)
    for missing in ids:
        poor = read_event({"event_type": event_type, "id": {k: v for k, v in ids.items() if k != missing}})
        with pytest.raises(InvalidDeliveryError, match=f"names no {missing}"):
            getattr(poor, method)(Recorder())


@pytest.mark.parametrize("home", ["object", "list"])
def test_attributes_ask_for_their_home(home):
    """An attribute is asked for with the id of what has it."""
    event = read_event(
        {"event_type": f"{home}-attribute.updated", "id": {f"{home}_id": "h", "attribute_id": "a"}}
    )
    assert event.attribute(Recorder()) == ("attributes", "a", {home: "h"}, None)


def test_without_a_client():
    """An event without a client says how to give it one."""
    with pytest.raises(UnboundModelError, match=r"RecordCreated has no client; give one, or WebhookReceiver"):
        read_event({"event_type": "record.created", "id": {"object_id": "o", "record_id": "r"}}).record()


def test_an_attribute_of_an_activity_has_no_route():
    """There is nothing to fetch an activity's attribute by, so there is no method that would."""
    assert not hasattr(ActivityAttributeEvent, "attribute")
