"""A record reads like a mapping of plain Python, knows what it is, and never shows a shape by accident."""

from __future__ import annotations

import copy
import pickle
from datetime import UTC, date, datetime
from decimal import Decimal
from typing import Any

import pytest

from attio.core.errors import ArgumentError, ArgumentTypeError
from attio.records.data import ActivityRecordData, EntryData, RecordData, ShapeRule
from attio.records.ids import ActivityRecordId, EntryId, RecordId
from attio.records.row import RowData
from attio.values.read import read_value
from attio.values.types import ActorRef, PersonalName, RecordRef


def text(value: str, **extra: Any) -> dict[str, Any]:
    return {"attribute_type": "text", "value": value, **extra}


def select(title: str) -> dict[str, Any]:
    return {"attribute_type": "select", "option": {"id": {"option_id": title}, "title": title}}


def number(value: float) -> dict[str, Any]:
    return {"attribute_type": "number", "value": value}


NAME = {
    "attribute_type": "personal-name",
    "first_name": "Ada",
    "last_name": "Lovelace",
    "full_name": "Ada Lovelace",
}
ROW: dict[str, Any] = {
    "id": {"workspace_id": "w-1", "object_id": "o-1", "record_id": "891dcbfc"},
    "created_at": "2026-01-02T03:04:05.000000000Z",
    "web_url": "https://app.attio.com/acme/person/891dcbfc",
    "values": {
        "name": [NAME],
        "email_addresses": [{"attribute_type": "email-address", "email_address": "ada@x.com"}],
        "phone_numbers": [],
        "job_title": [text("Engineer")],
        "company": [
            {"attribute_type": "record-reference", "target_object": "companies", "target_record_id": "c-1"}
        ],
        "nick": [],
        "tags": [select("vip"), select("new")],
        "score": [number(4.5)],
        "created_at": [{"attribute_type": "timestamp", "value": "2026-01-02T03:04:00.000000000Z"}],
    },
    "added_tomorrow": {"kept": True},
}


def person(**changes: Any) -> RecordData:
    return RecordData({**ROW, **changes}, scope="people")


def test_plain_values_by_slug() -> None:
    """Single-valued attributes read as one value or None, multi-valued ones as a list."""
    record = person()
    assert record["name"] == PersonalName("Ada", "Lovelace")
    assert record["email_addresses"] == ["ada@x.com"]
    assert record["phone_numbers"] == []
    assert record["job_title"] == "Engineer"
    assert record["company"] == RecordRef("companies", "c-1")
    assert record["nick"] is None
    assert record["tags"] == ["vip", "new"]
    assert record["score"] == 4.5
    assert record["created_at"] == datetime(2026, 1, 2, 3, 4, tzinfo=UTC)


def test_a_record_reads_like_a_mapping() -> None:
    """Slugs, membership, length, items and dict() all work; a record is true."""
    record = person()
    assert list(record) == list(record.keys()) == list(ROW["values"])
    assert "nick" in record and "nope" not in record and 5 not in record
    assert len(record) == 9
    assert dict(record) == dict(record.items())
    assert dict(record)["job_title"] == "Engineer"
    assert record and RecordData()


def test_get_first_all() -> None:
    """get() falls back for what is missing or empty, first() and all() do not care about the shape."""
    record = person()
    assert record.get("job_title") == "Engineer"
    assert record.get("nick", "none") == "none"
    assert record.get("nope", "none") == "none"
    assert record.get("phone_numbers", "none") == []
    assert record.first("tags") == "vip"
    assert record.first("job_title") == "Engineer"
    assert record.first("phone_numbers", "none") == "none"
    assert record.first("nope") is None
    assert record.all("tags") == ["vip", "new"]
    assert record.all("job_title") == ["Engineer"]
    assert record.all("nick") == record.all("nope") == []
    assert record.all("tags") is not record.all("tags")


def test_a_wrong_slug_names_its_neighbours() -> None:
    """A KeyError that says which slug was meant, also for typed values, and that pickles."""
    record = person()
    with pytest.raises(KeyError) as caught:
        record["jobtitle"]
    assert str(caught.value) == "this record of people has no attribute 'jobtitle'; did you mean 'job_title'?"
    assert str(pickle.loads(pickle.dumps(caught.value))) == str(caught.value)
    with pytest.raises(KeyError, match="no attribute 'zzz'"):
        record.values["zzz"]
    with pytest.raises(KeyError, match="this entry has no attribute"):
        EntryData({})["x"]


def test_typed_values_are_a_read_only_mapping() -> None:
    """`.values` gives tuples of typed values, decoded once, and cannot be changed."""
    record = person()
    values = record.values
    assert values["tags"][0].title == "vip"  # type: ignore[attr-defined]
    assert values["tags"] is record.values["tags"]
    assert values["nick"] == ()
    assert len(values) == 9 and list(values) == list(ROW["values"]) and "name" in values
    assert [type(one).__name__ for one in values["name"]] == ["PersonalNameValue"]
    with pytest.raises(TypeError):
        values["name"] = ()  # type: ignore[index]
    assert "PersonalNameValue" in repr(values)


def test_what_a_record_is() -> None:
    """Id, object, web_url, created_at and the JSON itself, unknown keys included."""
    record = person()
    assert record.id == "891dcbfc" and type(record.id) is RecordId
    assert record.id is record.id
    assert (record.id.workspace_id, record.id.object_id) == ("w-1", "o-1")
    assert record.object == "people"
    assert record.web_url == ROW["web_url"]
    assert record.created_at == datetime(2026, 1, 2, 3, 4, 5, tzinfo=UTC)
    assert record.raw == ROW == record.to_dict()
    record.raw["values"].clear()
    assert record.raw == ROW
    assert record.kind == "record"
    assert record.reference() == RecordRef("people", "891dcbfc")


@pytest.mark.parametrize(
    ("web_url", "object"),
    [
        ("https://app.attio.com/acme/person/1", "people"),
        ("https://app.attio.com/acme/company/1", "companies"),
        ("https://app.attio.com/acme/deals/record/1", "deals"),
        ("https://app.attio.com/acme/my-things/record/1", "my-things"),
        ("https://elsewhere", "o-1"),
        (None, "o-1"),
        (5, "o-1"),
    ],
)
def test_the_object_is_found_out(web_url: Any, object: str) -> None:
    """Without being told, a record knows its object by its web address, else by id."""
    record = RecordData({**ROW, "web_url": web_url})
    assert record.object == object
    assert record["email_addresses"] == (["ada@x.com"] if object == "people" else "ada@x.com")


def test_missing_envelope_keys_are_tolerated() -> None:
    """Without created_at, web_url and with a plain string id a record still reads."""
    record = RecordData({"id": "r-1", "values": {"created_at": ROW["values"]["created_at"]}})
    assert (record.id, record.id.object_id, record.web_url, record.object) == ("r-1", None, None, "")
    assert record.created_at == datetime(2026, 1, 2, 3, 4, tzinfo=UTC)
    assert RecordData({}).created_at is None
    assert RecordData({}).id == ""
    assert dict(RecordData({"values": None})) == {}
    assert dict(RecordData({"values": [1]})) == {}
    assert RecordData(b"7").raw == {"value": 7}
    assert dict(RecordData(b"[]")) == {}


@pytest.mark.parametrize(
    ("rule", "tags"),
    [
        (ShapeRule("people"), ["vip", "new"]),
        (ShapeRule("people", multi={"tags": True}), ["vip", "new"]),
        (ShapeRule("people", multi={"tags": False}), "vip"),
    ],
)
def test_shape_goes_by_rule(rule: ShapeRule, tags: Any) -> None:
    """The schema decides about custom attributes; without it selects and references are lists."""
    record = RecordData(ROW, scope="people", rule=rule)
    assert record["tags"] == tags
    assert record["company"] == RecordRef("companies", "c-1")
    assert record.rule is rule


@pytest.mark.parametrize("kind", ["select", "record-reference", "actor-reference"])
def test_ambiguous_types_are_lists_without_a_schema(kind: str) -> None:
    """One value or none: what may hold several reads as a list when only its type is known."""
    record = RecordData({"values": {"x": [{"attribute_type": kind}]}}, scope="projects")
    assert isinstance(record["x"], list)


def test_several_values_of_a_single_type_are_not_lost() -> None:
    """A type that holds one value as far as is known shows all when there are more."""
    assert RecordData({"values": {"x": [text("a"), text("b")]}})["x"] == ["a", "b"]
    assert RecordData({"values": {"x": [text("a")]}})["x"] == "a"


def test_shape_rules_compare_and_copy() -> None:
    """Rules are values: equal, hashable, the same object in copies, whole in pickles."""
    rule = ShapeRule("people", multi={"tags": False}, decimals=True)
    assert pickle.loads(pickle.dumps(rule)) == rule
    assert copy.copy(rule) is rule and copy.deepcopy(rule) is rule
    assert hash(rule) == hash(ShapeRule("people", multi={"tags": False}, decimals=True))
    assert rule != ShapeRule("people") and rule != 5
    assert rule.knows("tags") and rule.knows("name") and not rule.knows("nick")
    assert not ShapeRule().is_multi("created_by", "actor-reference")


def test_shape_rules_come_from_a_schema() -> None:
    """A loaded schema becomes the rule; the built-in table wins where both know."""

    class Row:
        def __init__(self, slug: str, is_multiselect: bool) -> None:
            self.slug, self.is_multiselect = slug, is_multiselect

    class Schema:
        def attributes(self) -> list[Row]:
            return [Row("tags", False), Row("email_addresses", False)]

    rule = ShapeRule.from_schema(Schema(), "people", decimals=True)  # type: ignore[arg-type]
    assert not rule.is_multi("tags", "select")
    assert rule.is_multi("email_addresses", "email-address")
    assert rule.decimals


def test_numbers_as_decimals() -> None:
    """A rule with decimals reads numbers exactly."""
    record = RecordData(ROW, scope="people", rule=ShapeRule("people", decimals=True))
    assert record["score"] == Decimal("4.5") and type(record["score"]) is Decimal


def test_equality_is_identity() -> None:
    """The same record is equal whatever it holds, also across twins; content is compared by same_values."""

    class Twin(RecordData):
        pass

    record = person()
    other = person(values={"name": []})
    assert record == other and hash(record) == hash(other)
    assert record == Twin(ROW)
    assert not record.same_values(other)
    assert record.same_values(person(created_at=None))
    assert record.same_values(person(values={**ROW["values"], "empty": []}))
    assert not record.same_values(EntryData({}))
    assert record != person(id={**ROW["id"], "record_id": "other"})
    assert record != person(id={**ROW["id"], "object_id": "other"})
    assert record == person(id="891dcbfc")
    assert record != "891dcbfc"
    assert record != EntryData({"id": {"entry_id": "891dcbfc"}})
    assert len({record, other}) == 1


def test_rows_without_an_id_are_only_themselves() -> None:
    """Nothing can be told to be the same thing when nobody said what it is."""
    record = RecordData({})
    assert record == record and record != RecordData({})
    assert len({record, record, RecordData({})}) == 2


@pytest.mark.parametrize(
    ("record", "shown"),
    [
        (person(), "<RecordData 'Ada Lovelace' 891d…>"),
        (RecordData({"id": "r-1", "values": {"name": [text("Acme")]}}), "<RecordData 'Acme' r-1>"),
        (RecordData({"id": "r-1", "values": {"name": []}}), "<RecordData r-1>"),
        (
            person(values={"name": [], "email_addresses": ROW["values"]["email_addresses"]}),
            "<RecordData 'ada@x.com' 891d…>",
        ),
        (RecordData({"values": {"name": [text("x" * 80)]}}), f"<RecordData '{'x' * 47}…'>"),
        (RecordData({}), "<RecordData>"),
        (EntryData({"id": {"entry_id": "e-1"}}), "<EntryData e-1>"),
    ],
)
def test_printing(record: RowData, shown: str) -> None:
    """A repr names the record the way people do."""
    assert repr(record) == shown


def test_to_dict() -> None:
    """Plain gives plain values, otherwise the JSON; both are new."""
    record = person()
    plain = record.to_dict(plain=True)
    assert plain == dict(record)
    plain["tags"].append("x")
    assert record["tags"] == ["vip", "new"]


HISTORY = [
    text("Intern", active_from="2020-01-01T00:00:00Z", active_until="2022-01-01T00:00:00Z"),
    text("CTO", active_from="2022-01-01T00:00:00Z", active_until=None),
]


def test_historic_values_do_not_show() -> None:
    """Only current values read as plain; typed values keep the history."""
    record = RecordData({"values": {"job_title": HISTORY}})
    assert record["job_title"] == "CTO"
    assert [value.plain for value in record.values["job_title"]] == ["Intern", "CTO"]
    assert RecordData({"values": {"job_title": HISTORY[:1]}})["job_title"] is None


def test_at_a_moment() -> None:
    """at() gives the values that were active then, from the record or from a history."""
    record = RecordData({"id": "r-1", "values": {"job_title": HISTORY}}, scope="people", client="c")
    then = record.at(datetime(2021, 6, 1, tzinfo=UTC))
    assert type(then) is RecordData and then == record
    assert then["job_title"] == "Intern"
    assert [value.plain for value in then.values["job_title"]] == ["Intern"]
    assert record.at(datetime(2019, 1, 1, tzinfo=UTC))["job_title"] is None
    assert record.at(datetime(2025, 1, 1, tzinfo=UTC))["job_title"] == "CTO"
    assert record["job_title"] == "CTO"
    assert pickle.loads(pickle.dumps(then))["job_title"] == "Intern"
    assert then._client == "c"
    now = RecordData({"id": "r-1", "values": {"job_title": HISTORY[1:]}})
    assert now.at(datetime(2021, 6, 1, tzinfo=UTC))["job_title"] is None
    history = {"job_title": [read_value(value) for value in HISTORY]}
    assert now.at(datetime(2021, 6, 1, tzinfo=UTC), history=history)["job_title"] == "Intern"


def test_at_needs_a_moment() -> None:
    """A naive datetime or a date is refused with the fix."""
    with pytest.raises(ArgumentError, match="moment: a datetime without a time zone"):
        person().at(datetime(2026, 1, 1))
    with pytest.raises(ArgumentTypeError, match="moment: is not a datetime"):
        person().at(date(2026, 1, 1))  # type: ignore[arg-type]


def test_entries() -> None:
    """An entry knows its list and its parent, and reads its own values."""
    entry = EntryData(
        {
            "id": {"workspace_id": "w", "list_id": "l-1", "entry_id": "e-1"},
            "parent_record_id": "r-1",
            "parent_object": "people",
            "created_at": "2026-01-02T03:04:05Z",
            "entry_values": {
                "stage": [{"attribute_type": "status", "status": {"title": "Lead"}}],
                "created_by": [{"attribute_type": "actor-reference", "referenced_actor_type": "system"}],
                "name": [text("x")],
            },
        },
        scope="people",
    )
    assert entry.id == "e-1" and type(entry.id) is EntryId and entry.id.list_id == "l-1"
    assert (entry.list_slug, entry.parent_object, entry.parent_record_id) == ("people", "people", "r-1")
    assert entry.parent == RecordRef("people", "r-1")
    assert dict(entry) == {"stage": "Lead", "created_by": ActorRef("system"), "name": "x"}
    assert entry.created_at is not None
    assert EntryData({"id": {"entry_id": "e", "list_id": "l"}}).list_slug == "l"
    assert EntryData({}).parent == RecordRef("", "")
    assert EntryData({"parent_object": ["people"]}).parent_object == "people"
    assert EntryData({"parent_object": []}).parent_object == ""
    assert entry != EntryData({"id": {"entry_id": "e-1", "list_id": "other"}})


def test_activity_records() -> None:
    """A record of an activity knows its activity."""
    event = ActivityRecordData(
        {"id": {"activity_id": "a-1", "record_id": "r-1"}, "values": {"x": [text("y")]}}
    )
    assert type(event.id) is ActivityRecordId
    assert (event.activity, event["x"]) == ("a-1", "y")
    assert ActivityRecordData({}, scope="calls").activity == "calls"
    assert event != ActivityRecordData({"id": {"activity_id": "other", "record_id": "r-1"}})
    assert event != RecordData({"id": "r-1"})
