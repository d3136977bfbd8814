"""The classes of events against what is known of Attio's."""

from __future__ import annotations

import copy
import pickle
from pathlib import Path

import pytest
import yaml

from attio import webhooks
from attio.records.ids import RecordId
from attio.values.types import ActorRef, RecordRef
from attio.webhooks import (
    EVENT_CLASSES,
    EVENT_TYPES,
    CommentCreated,
    Event,
    NoteEvent,
    RecordEvent,
    RecordMerged,
    RecordUpdated,
    WebhookDelivery,
    events,
    read_event,
)
from tests.unit.webhooks.deliveries import OBJECT, RECORD, WORKSPACE, event

ROOT = Path(__file__).resolve().parents[3]
KNOWN = yaml.safe_load((ROOT / "openapi/webhooks.yaml").read_text("utf-8"))["events"]


def raw_of(name: str) -> dict:
    """An event with every member that it is known to have, each with a value of its own."""
    about = KNOWN[name]
    return {
        "event_type": name,
        "id": {"workspace_id": "workspace_id!", **{member: f"{member}!" for member in about["id"]}},
        **{member: f"{member}!" for member in about["extra"]},
        "actor": {"type": "system", "id": None},
    }


def test_the_types_are_those_of_the_api():
    """Every type of event that the spec and the notes name has a class, and no other."""
    assert set(EVENT_TYPES) == set(KNOWN)
    from attio.testing.state.webhooks import EVENT_TYPES as simulated

    assert set(EVENT_TYPES) == set(simulated)


@pytest.mark.parametrize("name", KNOWN)
def test_every_member_can_be_read(name):
    """Each type is of its own class, whose properties read every member that it has."""
    read = read_event(raw_of(name))
    assert type(read) is EVENT_CLASSES[name] and type(read).event_types == (name,)
    assert read.event_type == name and read.workspace_id == "workspace_id!"
    for member in KNOWN[name]["id"]:
        assert getattr(read, member) == f"{member}!"
    found = {str(getattr(read, key)) for key in dir(type(read)) if not key.startswith("_")}
    for member in KNOWN[name]["extra"]:
        assert any(f"{member}!" in text for text in found), member
    own = KNOWN[name]["id"][-1] if not name.endswith("entry.updated") else "entry_id"
    own = "record_id" if name == "record.updated" else own
    assert read.id == f"{own}!" and read.id.workspace_id == "workspace_id!"
    assert read.actor == ActorRef("system", None)
    assert name in repr(read) and f"{own}!" in repr(read)


@pytest.mark.parametrize("name", KNOWN)
def test_every_noun_has_a_class(name):
    """A type is of the class of its noun too, which names all its types."""
    noun = type(read_event(raw_of(name))).__mro__[1]
    assert noun.__name__.endswith("Event") and noun.__name__ in events.__all__
    assert name in noun.event_types and issubclass(noun, Event)


def test_all_names_are_offered():
    """Every class of events is a name of attio.webhooks."""
    for kind in EVENT_CLASSES.values():
        assert getattr(webhooks, kind.__name__) is kind
        assert kind.__name__ in webhooks.__all__ and kind.__mro__[1].__name__ in webhooks.__all__


@pytest.mark.parametrize("name", KNOWN)
def test_nothing_is_needed_to_read(name):
    """An event that lacks members, or has them null or of another shape, reads as None."""
    for ids in ({}, None, "x", 5, [], dict.fromkeys(KNOWN[name]["id"]), dict.fromkeys(KNOWN[name]["id"], 5)):
        read = read_event({"event_type": name, "id": ids, "actor": "nobody"})
        for member in KNOWN[name]["id"]:
            assert getattr(read, member) is None
        for key in dir(type(read)):
            if isinstance(getattr(type(read), key), property):
                assert not str(getattr(read, key)).strip("/") or getattr(read, key) is None
        assert read.actor is None and repr(read)


@pytest.mark.parametrize("name", ["record.exploded", "moon.landed", "", None, 5, [], {}, ["record.created"]])
def test_an_unknown_type_is_kept(name):
    """A type that is not known reads as a plain Event, with all that it brought."""
    raw = {"event_type": name, "id": {"moon_id": "m"}, "crew": 3}
    read = read_event(raw)
    assert type(read) is Event and read.event_type == name and read.raw is raw
    assert read.id.raw == {"moon_id": "m"} and read.crew == 3 and read.workspace_id is None


def test_no_type_at_all():
    """An event without a type is a plain Event."""
    read = read_event({"id": {}})
    assert type(read) is Event and read.event_type is None


def test_new_members_are_kept():
    """A member that Attio adds tomorrow is in the raw event and reachable by its name."""
    read = read_event({**event("record.updated"), "changed_at": "2027-01-01T00:00:00Z"})
    assert isinstance(read, RecordUpdated) and read.changed_at == "2027-01-01T00:00:00Z"


def test_ids_are_those_of_records():
    """The id of an event is the id of what it is about, with the members that came beside it."""
    read = read_event(event("record.updated", object_id=OBJECT, record_id=RECORD, attribute_id="a"))
    assert isinstance(read, RecordUpdated) and isinstance(read.id, RecordId)
    assert read.id == RECORD and read.id.object_id == OBJECT and read.id.workspace_id == WORKSPACE
    assert read.ref == RecordRef(OBJECT, RECORD) and read.attribute_id == "a"


def test_a_merge_names_both():
    """A merge event names the record that is, and the one that is no more."""
    raw = event("record.merged", extra={"duplicate_object_id": OBJECT, "duplicate_record_id": "old"})
    read = read_event(raw)
    assert isinstance(read, RecordMerged)
    assert (read.ref, read.duplicate) == (RecordRef(OBJECT, RECORD), RecordRef(OBJECT, "old"))


def test_a_comment_on_a_record_and_on_an_entry():
    """A comment names its record always, and list and entry where it is on an entry."""
    extra = {"thread_id": "t", "object_id": OBJECT, "record_id": RECORD, "list_id": None, "entry_id": None}
    read = read_event(event("comment.created", comment_id="c", extra=extra))
    assert isinstance(read, CommentCreated) and (read.comment_id, read.thread_id) == ("c", "t")
    assert read.ref == RecordRef(OBJECT, RECORD) and read.list_id is None and read.entry_id is None
    on_entry = read_event(
        event("comment.created", comment_id="c", extra={**extra, "list_id": "l", "entry_id": "e"})
    )
    assert (on_entry.list_id, on_entry.entry_id) == ("l", "e")


def test_events_match():
    """Classes of events work in match statements and with isinstance."""
    match read_event(event("note-content.updated", note_id="n")):
        case RecordEvent():
            pytest.fail("a note is no record")
        case NoteEvent(note_id=note_id):
            assert note_id == "n"


def test_equality_is_by_content():
    """Two events about one record are equal only when they say the same."""
    one, same = read_event(event("record.created")), read_event(event("record.created"))
    other = read_event(event("record.deleted"))
    attribute = read_event(event("record.created", object_id=OBJECT, record_id=RECORD, attribute_id="a"))
    assert one == same and hash(one) == hash(same)
    assert one != other and one != attribute and one != "record.created"


def test_events_cannot_be_assigned_to():
    """An event is what Attio said, and not to be changed by assignment."""
    with pytest.raises(AttributeError, match="read-only"):
        read_event(event()).event_type = "record.deleted"


def test_pickles_and_copies_carry_data_only():
    """A pickled event keeps what it says, and drops the client and the delivery."""
    delivery = WebhookDelivery({"webhook_id": "w", "events": [event()]}, client=object())
    read = delivery.event
    assert read._client is not None and read.delivery is delivery
    for again in (pickle.loads(pickle.dumps(read)), copy.deepcopy(read)):
        assert again == read and type(again) is type(read)
        assert again._client is None and again.delivery is None
    assert copy.copy(read)._client is read._client


def test_repr_is_bounded():
    """An event with enormous members is shown in one short line."""
    read = read_event(event("record.created", object_id="x" * 10_000, record_id="y"))
    assert len(repr(read)) <= 250
