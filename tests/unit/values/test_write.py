"""Plain Python goes out as what Attio takes, for every attribute type; bad input is refused with the fix."""

from __future__ import annotations

import enum
import json
import sys
from collections.abc import Callable
from datetime import UTC, date, datetime, timedelta, timezone
from decimal import Decimal
from typing import Any, NamedTuple
from uuid import UUID

import pytest

from attio.core.errors import ArgumentError, ArgumentTypeError
from attio.records.data import EntryData, RecordData
from attio.records.ids import OptionId, RecordId, WorkspaceMemberId
from attio.records.members import WorkspaceMemberData
from attio.records.structure import OptionData, StatusData
from attio.values.read import read_value
from attio.values.types import (
    ActorRef,
    Interaction,
    Location,
    Money,
    Option,
    PersonalName,
    Phone,
    RecordRef,
    Status,
)
from attio.values.write import encode_value, encode_values, wants_schema

ID = "891dcbfc-9141-415d-9b2a-2238a6cc012d"
OTHER = "12345678-9141-415d-9b2a-2238a6cc012d"


class Attribute(NamedTuple):
    """An attribute as a schema describes it."""

    slug: str
    type: str
    is_multiselect: bool = False
    allowed_objects: tuple[str, ...] | None = None
    currency_code: str | None = None
    choices: tuple[Option, ...] | None = None
    is_writable: bool = True
    is_required: bool = False
    is_unique: bool = False
    is_archived: bool = False
    has_default: bool = False
    id: str | None = None


class Colour(enum.Enum):
    RED = "red"


MEMBER = WorkspaceMemberData({"id": {"workspace_member_id": ID}, "email_address": "me@acme.com"})
PERSON = RecordData({"id": {"record_id": ID, "object_id": OTHER}}, scope="people")
EMPTY_PLACE = dict.fromkeys(Location.__match_args__)

WRITES: list[tuple[str, Any, Any]] = [
    ("text", "hi", "hi"),
    ("text", UUID(ID), ID),
    ("text", Colour.RED, "red"),
    ("number", 5, 5),
    ("number", 5.25, 5.25),
    ("number", Decimal("5.25"), 5.25),
    ("number", Decimal(10), 10),
    ("number", Decimal("1e22"), 1e22),
    ("number", 2**53, 2**53),
    ("checkbox", True, True),
    ("checkbox", "false", False),
    ("currency", Money(100, "USD"), 100),
    ("currency", 99.5, 99.5),
    ("currency", Decimal("99.5"), 99.5),
    ("currency", "99.50", 99.5),
    ("currency", Money("1.2345"), 1.2345),
    ("date", date(2026, 1, 31), "2026-01-31"),
    ("date", "2026", "2026"),
    ("date", "2026-01", "2026-01"),
    ("date", " 2026-01-31 ", "2026-01-31"),
    ("date", "2023-01-02T23:00:00-10:00", "2023-01-02T23:00:00-10:00"),
    ("timestamp", datetime(2026, 1, 31, 12, tzinfo=UTC), "2026-01-31T12:00:00.000000000Z"),
    (
        "timestamp",
        datetime(2026, 1, 31, 12, tzinfo=timezone(timedelta(hours=2))),
        "2026-01-31T10:00:00.000000000Z",
    ),
    ("timestamp", "2026-01-31T12:00:00", "2026-01-31T12:00:00"),
    ("rating", 4, 4),
    ("rating", 0.0, 0),
    ("select", "vip", "vip"),
    ("select", Option("vip"), "vip"),
    ("select", Option("vip", ID), ID),
    ("select", UUID(ID), ID),
    ("select", OptionId(ID), ID),
    ("select", OptionData({"id": {"option_id": ID}, "title": "vip"}), ID),
    ("select", Colour.RED, "red"),
    ("status", Status("Won"), "Won"),
    ("status", StatusData({"id": {"status_id": ID}}), ID),
    ("record-reference", RecordRef("people", ID), {"target_object": "people", "target_record_id": ID}),
    ("record-reference", ("people", ID), {"target_object": "people", "target_record_id": ID}),
    ("record-reference", ("people", UUID(ID)), {"target_object": "people", "target_record_id": ID}),
    ("record-reference", PERSON, {"target_object": "people", "target_record_id": ID}),
    ("record-reference", PERSON.id, {"target_object": OTHER, "target_record_id": ID}),
    ("record-reference", "ada@x.com", "ada@x.com"),
    ("record-reference", ID, ID),
    ("record-reference", UUID(ID), ID),
    (
        "record-reference",
        {"target_object": "companies", "domains": "x.com"},
        {"target_object": "companies", "domains": [{"domain": "x.com"}]},
    ),
    (
        "record-reference",
        {"target_object": "people", "email_addresses": ["a@x.com", {"email_address": "b@x.com"}]},
        {
            "target_object": "people",
            "email_addresses": [{"email_address": "a@x.com"}, {"email_address": "b@x.com"}],
        },
    ),
    (
        "record-reference",
        {"target_object": "projects", "external_id": UUID(ID)},
        {"target_object": "projects", "external_id": [{"value": ID}]},
    ),
    ("actor-reference", "me@acme.com", {"workspace_member_email_address": "me@acme.com"}),
    ("actor-reference", ID, {"referenced_actor_type": "workspace-member", "referenced_actor_id": ID}),
    ("actor-reference", UUID(ID), {"referenced_actor_type": "workspace-member", "referenced_actor_id": ID}),
    ("actor-reference", MEMBER, {"referenced_actor_type": "workspace-member", "referenced_actor_id": ID}),
    ("actor-reference", MEMBER.id, {"referenced_actor_type": "workspace-member", "referenced_actor_id": ID}),
    (
        "actor-reference",
        ActorRef("workspace-member", ID),
        {"referenced_actor_type": "workspace-member", "referenced_actor_id": ID},
    ),
    ("location", Location(locality="London"), EMPTY_PLACE | {"locality": "London"}),
    (
        "location",
        {"locality": "London", "latitude": 51.5},
        EMPTY_PLACE | {"locality": "London", "latitude": "51.5"},
    ),
    ("location", "1 High St, London", "1 High St, London"),
    ("domain", "X.com", "X.com"),
    ("domain", "https://www.x.co.uk/path?q=1", "https://www.x.co.uk/path?q=1"),
    ("email-address", " Ada@Example.com ", "Ada@Example.com"),
    ("phone-number", "+44 20 7946 0000", {"original_phone_number": "+44 20 7946 0000", "country_code": None}),
    (
        "phone-number",
        Phone("020 7946 0000", country="gb"),
        {"original_phone_number": "020 7946 0000", "country_code": "GB"},
    ),
    ("personal-name", "Ada", {"first_name": "Ada", "last_name": "", "full_name": "Ada"}),
    ("personal-name", PersonalName("Ada"), {"first_name": "Ada", "last_name": "", "full_name": "Ada"}),
    (
        "personal-name",
        PersonalName(full_name="Ada Lovelace"),
        {"first_name": "Ada", "last_name": "Lovelace", "full_name": "Ada Lovelace"},
    ),
    (
        "personal-name",
        {"first_name": "Ada", "last_name": "Lovelace"},
        {"first_name": "Ada", "last_name": "Lovelace", "full_name": "Ada Lovelace"},
    ),
    (
        "personal-name",
        {"value": "Lovelace, Ada"},
        {"first_name": "Ada", "last_name": "Lovelace", "full_name": "Ada Lovelace"},
    ),
    ("formula", "anything", "anything"),
]


@pytest.mark.parametrize(
    ("kind", "value", "sent"), WRITES, ids=[f"{row[0]}-{n}" for n, row in enumerate(WRITES)]
)
def test_every_type_is_written(kind: str, value: Any, sent: Any) -> None:
    """Each friendly form becomes Attio's, as a list of one, ready for JSON."""
    encoded = encode_value(value, "slug", Attribute("slug", kind))
    assert encoded == [sent]
    assert type(encoded[0]) is type(sent)
    json.dumps(encoded)


UNTYPED: list[tuple[Any, Any]] = [
    ("vip", "vip"),
    (True, True),
    (5, 5),
    (Decimal("5.5"), 5.5),
    (date(2026, 1, 1), "2026-01-01"),
    (datetime(2026, 1, 1, tzinfo=UTC), "2026-01-01T00:00:00.000000000Z"),
    (UUID(ID), ID),
    (Money("5.5", "USD"), 5.5),
    (PersonalName("Ada", "L"), {"first_name": "Ada", "last_name": "L", "full_name": "Ada L"}),
    (Location(locality="Bonn"), EMPTY_PLACE | {"locality": "Bonn"}),
    (Phone("+49228123456"), {"original_phone_number": "+49228123456", "country_code": None}),
    (RecordRef("people", ID), {"target_object": "people", "target_record_id": ID}),
    (("people", ID), {"target_object": "people", "target_record_id": ID}),
    (PERSON, {"target_object": "people", "target_record_id": ID}),
    (MEMBER, {"referenced_actor_type": "workspace-member", "referenced_actor_id": ID}),
    (WorkspaceMemberId(ID), {"referenced_actor_type": "workspace-member", "referenced_actor_id": ID}),
    (OptionId(ID), ID),
    (OptionData({"id": {"option_id": ID}}), ID),
    (Status("Won"), "Won"),
    ({"first_name": "Ada", "last_name": "L"}, {"first_name": "Ada", "last_name": "L", "full_name": "Ada L"}),
    ({"locality": "Bonn"}, EMPTY_PLACE | {"locality": "Bonn"}),
    ({"value": "raw"}, {"value": "raw"}),
    ({"last_name": None}, {"last_name": None}),
    (
        {"target_object": "people", "target_record_id": ID},
        {"target_object": "people", "target_record_id": ID},
    ),
    ({}, {}),
]


@pytest.mark.parametrize(("value", "sent"), UNTYPED, ids=[str(n) for n in range(len(UNTYPED))])
def test_without_a_schema_the_python_type_decides(value: Any, sent: Any) -> None:
    """An attribute of unknown type gets what its Python type means."""
    assert encode_value(value, "custom") == [sent]


class Index:
    """A number of another library."""

    def __index__(self) -> int:
        return 7


def test_numbers_of_other_libraries() -> None:
    """What can be an index is a number."""
    assert encode_value(Index(), "custom") == [7]
    assert encode_value(Index(), "n", Attribute("n", "number")) == [7]


@pytest.mark.parametrize(
    "several",
    [["b", "a"], ("b", "a"), {"b": 1, "a": 2}.keys(), (item for item in "ba")],
    ids=["list", "tuple", "view", "generator"],
)
def test_several_values_in_any_container(several: Any) -> None:
    """Lists, tuples, views and generators all go out in their order, sets sorted."""
    assert encode_value(several, "tags", Attribute("tags", "select", True)) == ["b", "a"]
    assert encode_value({"b", "a"}, "tags") == ["a", "b"]
    assert encode_value([Colour.RED], "tags") == ["red"]
    assert encode_value(frozenset("ba"), "tags") == ["a", "b"]


@pytest.mark.parametrize(
    "nothing", [None, [], (), set(), iter(())], ids=["none", "list", "tuple", "set", "iterator"]
)
def test_none_and_nothing_clear(nothing: Any) -> None:
    """None clears, as the empty list that Attio takes."""
    assert encode_values({"nick": nothing}) == {"nick": []}


def test_tuples_of_values_are_not_references() -> None:
    """Only ("slug", id) is a reference; two ids or two addresses are two values."""
    references = Attribute("team", "record-reference", True)
    assert encode_value((ID, OTHER), "team", references) == [ID, OTHER]
    assert encode_value(("a@x.com", "b@x.com"), "team", references) == ["a@x.com", "b@x.com"]
    assert len(encode_value([("people", ID), ("people", OTHER)], "team", references)) == 2
    assert encode_value(("red", "blue"), "tags") == ["red", "blue"]


def test_attios_own_shapes_pass_untouched() -> None:
    """Raw dicts and lists of them go out as they are."""
    raw = {
        "name": [{"first_name": "A", "last_name": "B", "full_name": "C"}],
        "company": [{"target_object": "companies", "target_record_id": ID}],
        "email_addresses": [{"email_address": "a@x.com"}],
        "custom": [{"anything": [1, 2]}],
        "primary_location": [dict(EMPTY_PLACE)],
        "phone_numbers": [{"original_phone_number": "123", "country_code": "US"}],
    }
    assert encode_values(raw, object="people") == raw


@pytest.mark.parametrize(
    ("object", "slug", "value", "sent"),
    [
        (
            "people",
            "name",
            "Ada Lovelace",
            {"first_name": "Ada", "last_name": "Lovelace", "full_name": "Ada Lovelace"},
        ),
        ("companies", "name", "Ada Lovelace", "Ada Lovelace"),
        ("projects", "name", "Ada Lovelace", "Ada Lovelace"),
        ("people", "company", ID, {"target_object": "companies", "target_record_id": ID}),
        (
            "people",
            "company",
            {"domains": "x.com"},
            {"target_object": "companies", "domains": [{"domain": "x.com"}]},
        ),
        ("deals", "owner", "me@acme.com", {"workspace_member_email_address": "me@acme.com"}),
    ],
)
def test_the_table_of_standard_objects_tells_types(object: str, slug: str, value: Any, sent: Any) -> None:
    """Without a schema, the built-in attributes of standard objects are known."""
    assert encode_values({slug: value}, object=object) == {slug: [sent]}


READ_BACK: list[tuple[dict[str, Any], Any]] = [
    ({"attribute_type": "text", "value": "x"}, "x"),
    ({"attribute_type": "currency", "currency_value": 5, "currency_code": "USD"}, 5),
    ({"attribute_type": "select", "option": {"id": {"option_id": ID}, "title": "x"}}, ID),
    ({"attribute_type": "status", "status": {"id": {}, "title": "Won"}}, "Won"),
    (
        {"attribute_type": "phone-number", "phone_number": "+49228123456", "country_code": "DE"},
        {"original_phone_number": "+49228123456", "country_code": "DE"},
    ),
    (
        {"attribute_type": "record-reference", "target_object": "people", "target_record_id": ID},
        {"target_object": "people", "target_record_id": ID},
    ),
    ({"attribute_type": "location", "locality": "Bonn"}, EMPTY_PLACE | {"locality": "Bonn"}),
    ({"attribute_type": "hologram", "depth": 3}, {"depth": 3}),
]


@pytest.mark.parametrize(("raw", "sent"), READ_BACK, ids=[row[0]["attribute_type"] for row in READ_BACK])
def test_values_that_were_read_are_written_back(raw: dict[str, Any], sent: Any) -> None:
    """A value that was read, typed or raw, goes out without who set it when."""
    whole = {
        "active_from": "2026-01-01T00:00:00Z",
        "active_until": None,
        "created_by_actor": {"type": "app"},
        **raw,
    }
    info = Attribute("a", raw["attribute_type"])
    assert encode_value(read_value(whole), "a") == [sent]
    assert encode_value(read_value(whole), "a", info) == [sent]
    assert encode_value([whole], "a", info) == [sent]
    assert encode_value((read_value(whole),), "a") == [sent]


def test_a_value_of_another_type_is_written_by_its_content() -> None:
    """The title of a select can go into a text."""
    value = read_value({"attribute_type": "select", "option": {"id": {"option_id": ID}, "title": "x"}})
    assert encode_value(value, "a", Attribute("a", "text")) == ["x"]


def half() -> str:
    return "ab\ud83c"


BAD: list[tuple[str, Callable[[], Any], type[ArgumentError], str]] = [
    (
        "number",
        lambda: float("nan"),
        ArgumentError,
        "slug: is not a finite number and JSON cannot say it (got nan); use None to clear the value",
    ),
    ("number", lambda: Decimal("Infinity"), ArgumentError, "slug: is not a finite number"),
    (
        "number",
        lambda: "5",
        ArgumentTypeError,
        "slug: a number attribute takes a number, not str (got '5'); convert it with float()",
    ),
    ("number", lambda: True, ArgumentTypeError, "not bool (got True); use 1 or 0"),
    ("number", lambda: Money(5), ArgumentTypeError, "pass its .amount"),
    ("number", lambda: [5, None], ArgumentError, "slug: holds one value and 2 were given"),
    ("number", object, ArgumentTypeError, "takes a number, not object"),
    ("number", lambda: 2**53 + 1, ArgumentError, "more digits than Attio's 64-bit numbers hold"),
    ("number", lambda: 10**400, ArgumentError, "more digits than Attio's 64-bit numbers hold"),
    ("number", lambda: Decimal("0.12345678901234567890"), ArgumentError, "round it to 15 digits first"),
    ("number", lambda: Decimal("1e999"), ArgumentError, "more digits"),
    (
        "text",
        lambda: b"raw",
        ArgumentTypeError,
        "slug: a text attribute takes text, not bytes (got b'raw'); decode it to text first",
    ),
    ("text", lambda: 5, ArgumentTypeError, "convert it with str()"),
    ("text", half, ArgumentError, "slug: holds half of a surrogate pair at position 2"),
    (
        "text",
        lambda: "x" * 10_000_001,
        ArgumentError,
        "slug: is 10,000,001 bytes of text and Attio keeps at most 10,000,000 in a value",
    ),
    ("text", lambda: "é" * 5_000_001, ArgumentError, "is 10,000,002 bytes of text"),
    ("checkbox", lambda: 1, ArgumentTypeError, "takes True or False, not int"),
    ("checkbox", lambda: None, ArgumentError, "slug: a checkbox cannot be cleared (got None); use False"),
    ("currency", lambda: Money(5, "XYZ"), ArgumentError, "slug: 'XYZ' is not a currency"),
    (
        "currency",
        lambda: Money(5, "EUR"),
        ArgumentError,
        "slug: the attribute holds USD and Attio takes no currency on a write: EUR would become USD",
    ),
    (
        "currency",
        lambda: "1,000",
        ArgumentError,
        "slug: is not an amount (got '1,000'); write it like '1234.50'",
    ),
    ("currency", lambda: "5.12345", ArgumentError, "four decimals"),
    ("currency", lambda: Decimal("nan"), ArgumentError, "is not a finite number"),
    ("currency", lambda: float("inf"), ArgumentError, "is not a finite number"),
    (
        "date",
        lambda: datetime(2026, 1, 1),
        ArgumentTypeError,
        "slug: a date attribute takes a date, not datetime",
    ),
    (
        "date",
        lambda: "01/02/2026",
        ArgumentError,
        "slug: is not a date (got '01/02/2026'); pass a date, or a text such as '2026-01-31'",
    ),
    ("date", lambda: "2026-13", ArgumentError, "is not a date"),
    ("date", lambda: "0000", ArgumentError, "is not a date"),
    ("date", lambda: 2026, ArgumentTypeError, "takes a date, not int"),
    (
        "timestamp",
        lambda: datetime(2026, 1, 1),
        ArgumentError,
        "slug: a datetime without a time zone does not say which moment is meant (got datetime.datetime(2026, 1, 1, 0, 0)); use datetime(..., tzinfo=timezone.utc) or another zone",
    ),
    ("timestamp", lambda: date(2026, 1, 1), ArgumentTypeError, "takes a moment, not date"),
    ("timestamp", lambda: "2026-01-01", ArgumentError, "is not a date with a time"),
    ("timestamp", lambda: 17, ArgumentTypeError, "takes a datetime, not int"),
    (
        "timestamp",
        lambda: datetime(1, 1, 1, tzinfo=timezone(timedelta(hours=5))),
        ArgumentError,
        "outside the years",
    ),
    ("rating", lambda: 6, ArgumentError, "a rating is a whole number of stars from 0 to 5"),
    ("rating", lambda: 2.5, ArgumentError, "a rating is a whole number"),
    ("select", lambda: 5, ArgumentTypeError, "takes a title or an id as text"),
    ("select", lambda: "", ArgumentError, "is an empty title"),
    ("status", Status, ArgumentTypeError, "a status attribute takes a title"),
    ("record-reference", lambda: 5, ArgumentTypeError, "takes a record, a RecordRef"),
    ("record-reference", lambda: EntryData({}), ArgumentTypeError, "use its .parent"),
    ("record-reference", lambda: RecordData({}, scope="people"), ArgumentError, "has no id yet"),
    ("record-reference", lambda: RecordRef("", ID), ArgumentError, "does not say of which object"),
    ("record-reference", lambda: " ", ArgumentError, "is an empty reference"),
    (
        "record-reference",
        lambda: {"domains": "x.com", "name": "X"},
        ArgumentError,
        "a match names one unique attribute",
    ),
    (
        "record-reference",
        lambda: {"domains": "x.com"},
        ArgumentError,
        "add it: {'target_object': 'companies', 'domains': ...}",
    ),
    (
        "actor-reference",
        lambda: "Ada",
        ArgumentError,
        "is neither the e-mail address nor the id of a workspace member",
    ),
    ("actor-reference", lambda: ActorRef("system"), ArgumentError, "only workspace members can be written"),
    ("actor-reference", lambda: 5, ArgumentTypeError, "takes a member's e-mail address or id"),
    ("location", lambda: 5, ArgumentTypeError, "takes a Location or a text"),
    ("domain", lambda: "x", ArgumentError, "slug: is not a domain (got 'x'); write it like 'example.com'"),
    ("domain", lambda: 5, ArgumentTypeError, "takes a domain as text"),
    (
        "email-address",
        lambda: "ada.example.com",
        ArgumentError,
        "slug: is not an e-mail address: there is no @ in it (got 'ada.example.com'); write it like 'ada@example.com'",
    ),
    ("email-address", lambda: "Ada <ada@x.com>", ArgumentError, "without a name"),
    ("email-address", lambda: "@x.com", ArgumentError, "is not an e-mail address"),
    ("email-address", lambda: 5, ArgumentTypeError, "takes an e-mail address as text"),
    (
        "phone-number",
        lambda: "020 7946 0000",
        ArgumentError,
        "slug: is a phone number without its country, which Attio refuses (got '020 7946 0000'); write it with + and the country's prefix, or use Phone('020 7946 0000', country='GB')",
    ),
    ("phone-number", lambda: "call me", ArgumentError, "is not a phone number"),
    ("phone-number", lambda: 5, ArgumentTypeError, "takes a Phone or a text"),
    ("phone-number", lambda: "+999999999", ArgumentError, "cannot be parsed as a phone number"),
    ("phone-number", lambda: "+44", ArgumentError, "is not a phone number"),
    ("phone-number", lambda: "+44123", ArgumentError, "cannot be a phone number"),
    ("phone-number", lambda: Phone("020 7946 0000", country="XX"), ArgumentError, "'XX' is not a country"),
    ("personal-name", lambda: " ", ArgumentError, "is an empty name"),
    ("personal-name", lambda: 5, ArgumentTypeError, "takes a PersonalName or a text"),
    ("interaction", lambda: "x", ArgumentError, "interactions are what Attio saw and cannot be written"),
]


@pytest.mark.parametrize(
    ("kind", "make", "error", "message"), BAD, ids=[f"{row[0]}-{n}" for n, row in enumerate(BAD)]
)
def test_bad_input_is_refused(
    kind: str, make: Callable[[], Any], error: type[ArgumentError], message: str
) -> None:
    """Each refusal names the attribute, what is wrong and the fix."""
    if "parsed" in message or "cannot be a phone" in message or "country" in message:
        pytest.importorskip("phonenumbers")
    info = Attribute("slug", kind, currency_code="USD")
    with pytest.raises(error) as caught:
        encode_value(make(), "slug", info)
    assert str(caught.value).startswith("slug")
    assert message in str(caught.value)
    assert caught.value.argument.startswith("slug")


UNTYPED_BAD: list[tuple[Any, str]] = [
    (object(), "custom: an attribute takes text, a number, a date or another plain value, not object"),
    (b"x", "decode it to text first"),
    ([None], "custom[0]: None is no value among others"),
    (["a", float("nan")], "custom[1]: is not a finite number"),
    (Interaction("email", None), "cannot be written"),
    (Money(1, "ABC"), "'ABC' is not a currency"),
]


@pytest.mark.parametrize(("value", "message"), UNTYPED_BAD, ids=[str(n) for n in range(len(UNTYPED_BAD))])
def test_bad_input_is_refused_without_a_type(value: Any, message: str) -> None:
    """What no attribute can take is refused also where nothing is known of it; an item is named by its place."""
    with pytest.raises(ArgumentError) as caught:
        encode_values({"custom": value})
    assert message in str(caught.value)


def test_phone_numbers_without_the_extra(monkeypatch: pytest.MonkeyPatch) -> None:
    """Without phonenumbers, a number goes out as it was written, with its country."""
    monkeypatch.setitem(sys.modules, "phonenumbers", None)
    info = Attribute("p", "phone-number")
    assert encode_value("+999 123456", "p", info) == [
        {"original_phone_number": "+999 123456", "country_code": None}
    ]
    assert encode_value(Phone("123456", "xx"), "p", info) == [
        {"original_phone_number": "123456", "country_code": "XX"}
    ]
    with pytest.raises(ArgumentError, match="without its country"):
        encode_value("123456", "p", info)


def test_values_must_be_a_mapping() -> None:
    """A list of values, or a key that is no slug, is refused by name."""
    with pytest.raises(ArgumentTypeError, match="values: is no mapping"):
        encode_values([("name", "x")])  # type: ignore[arg-type]
    with pytest.raises(ArgumentTypeError, match="values: is no slug"):
        encode_values({5: "x"})  # type: ignore[dict-item]


def test_money_wants_the_schema() -> None:
    """Only the schema tells the currency of an attribute, so a named currency asks for it."""
    assert wants_schema({"value": Money(5, "EUR")})
    assert wants_schema({"value": [Money(5, "EUR")]})
    assert not wants_schema({"value": Money(5), "name": "x", "n": [5]})
