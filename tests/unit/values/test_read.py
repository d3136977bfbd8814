"""Every attribute type reads as the plain Python that the documentation promises."""

from __future__ import annotations

import json
import pickle
from datetime import UTC, date, datetime
from decimal import Decimal
from typing import Any

import msgspec
import pytest

from attio.core.decoding import decode_json
from attio.values.read import plain_value, read_value, read_values
from attio.values.types import (
    VALUE_TYPES,
    ActorRef,
    Interaction,
    Location,
    Money,
    Option,
    PersonalName,
    RecordRef,
    Status,
    UnknownValue,
    Value,
)

SET = {
    "active_from": "2026-05-09T21:43:08.480000000Z",
    "active_until": None,
    "created_by_actor": {"type": "system", "id": None},
}
OPTION = {"id": {"workspace_id": "w", "option_id": "o-1"}, "title": "B2B", "is_archived": False}
STATUS = {
    "id": {"workspace_id": "w", "status_id": "s-1"},
    "title": "Won 🎉",
    "is_archived": True,
    "target_time_in_status": "P1M",
    "celebration_enabled": True,
}
PLACE = dict.fromkeys(Location.__match_args__) | {"locality": "London", "latitude": "51.5"}

READS: list[tuple[str, dict[str, Any], Any]] = [
    ("text", {"value": "hi"}, "hi"),
    ("number", {"value": 5}, 5),
    ("number", {"value": 5.5}, 5.5),
    ("checkbox", {"value": True}, True),
    ("checkbox", {"value": "false"}, False),
    ("rating", {"value": 4}, 4),
    ("rating", {"value": 4.0}, 4),
    ("currency", {"currency_value": 10000, "currency_code": "USD"}, Money(10000, "USD")),
    ("currency", {"currency_value": 99.99, "currency_code": "EUR"}, Money("99.99", "EUR")),
    ("currency", {"currency_value": "499.00", "currency_code": None}, Money("499.00")),
    ("date", {"value": "2025-12-16"}, date(2025, 12, 16)),
    ("timestamp", {"value": "2026-01-01T00:00:00.123456789Z"}, datetime(2026, 1, 1, 0, 0, 0, 123456, UTC)),
    ("select", {"option": OPTION}, "B2B"),
    ("select", {"option": "o-1"}, "o-1"),
    ("status", {"status": STATUS}, "Won 🎉"),
    (
        "record-reference",
        {"target_object": "companies", "target_record_id": "c"},
        RecordRef("companies", "c"),
    ),
    (
        "actor-reference",
        {"referenced_actor_type": "workspace-member", "referenced_actor_id": "m"},
        ActorRef("workspace-member", "m"),
    ),
    ("location", PLACE, Location(locality="London", latitude="51.5")),
    ("domain", {"domain": "app.x.com", "root_domain": "x.com"}, "app.x.com"),
    ("email-address", {"email_address": "ada@x.com", "original_email_address": "Ada@x.com"}, "ada@x.com"),
    ("phone-number", {"phone_number": "+442079460000", "original_phone_number": "020"}, "+442079460000"),
    ("phone-number", {"phone_number": None, "original_phone_number": "020"}, "020"),
    (
        "personal-name",
        {"first_name": "Ada", "last_name": "Lovelace", "full_name": "Ada Lovelace"},
        PersonalName("Ada", "Lovelace"),
    ),
    (
        "interaction",
        {
            "interaction_type": "email",
            "interacted_at": "2026-01-01T00:00:00Z",
            "owner_actor": {"type": "workspace-member", "id": "m"},
        },
        Interaction("email", datetime(2026, 1, 1, tzinfo=UTC), ActorRef("workspace-member", "m")),
    ),
]


@pytest.mark.parametrize(
    ("kind", "fields", "plain"), READS, ids=[f"{row[0]}-{n}" for n, row in enumerate(READS)]
)
def test_every_type_reads_as_plain_python(kind: str, fields: dict[str, Any], plain: Any) -> None:
    """A value of every type gives the promised plain value, of the promised type, and who set it when."""
    raw = {**SET, **fields, "attribute_type": kind}
    (value,) = read_values(msgspec.Raw(json.dumps([raw]).encode()))
    assert type(value) is VALUE_TYPES[kind]
    assert plain_value(value) == plain
    assert type(plain_value(value)) is type(plain)
    assert value.raw == raw
    assert value.attribute_type == kind
    assert value.active_from == datetime(2026, 5, 9, 21, 43, 8, 480000, UTC)
    assert value.active_until is None and value.is_current
    assert value.created_by == ActorRef("system", None)
    assert value == read_value(dict(raw)) and hash(value) == hash(read_value(dict(raw)))
    assert pickle.loads(pickle.dumps(value)) == value
    assert repr(value) == f"{type(value).__name__}({plain!r})"


def test_all_seventeen_types_are_covered() -> None:
    """The table above has every type that Attio has."""
    assert {row[0] for row in READS} == set(VALUE_TYPES)
    assert len(VALUE_TYPES) == 17


def test_typed_fields() -> None:
    """The typed values name each field of their type."""
    by_type: dict[str, Any] = {
        kind: read_value({**fields, "attribute_type": kind}) for kind, fields, _ in READS
    }
    assert by_type["text"].value == "hi"
    assert by_type["checkbox"].value is False
    assert by_type["rating"].value == 4
    assert by_type["currency"].currency_value == Decimal("499.00")
    assert by_type["currency"].currency_code is None
    assert by_type["date"].value == date(2025, 12, 16)
    assert by_type["timestamp"].value.year == 2026
    assert (by_type["select"].id, by_type["select"].title) == ("o-1", None)
    status = by_type["status"]
    assert (status.id, status.title, status.is_archived, status.celebration_enabled) == (
        "s-1",
        "Won 🎉",
        True,
        True,
    )
    assert status.target_time_in_status.months == 1
    assert status.status == Status(
        "Won 🎉", "s-1", is_archived=True, celebration_enabled=True, target_time_in_status_text="P1M"
    )
    assert read_value({"attribute_type": "select", "option": OPTION}).option == Option("B2B", "o-1")  # type: ignore[attr-defined]
    assert by_type["record-reference"].target_object == "companies"
    assert by_type["actor-reference"].referenced_actor_type == "workspace-member"
    assert (by_type["location"].locality, by_type["location"].region) == ("London", None)
    assert by_type["domain"].root_domain == "x.com"
    assert by_type["email-address"].original_email_address == "Ada@x.com"
    assert by_type["phone-number"].original_phone_number == "020"
    assert by_type["personal-name"].first_name == "Ada"
    assert by_type["interaction"].interacted_at.year == 2026
    assert by_type["interaction"].owner == ActorRef("workspace-member", "m")
    assert by_type["interaction"].interaction_type == "email"


def test_typed_values_cannot_be_changed() -> None:
    """A value is a fact: its fields have no setters, and its JSON comes as a copy."""
    value: Any = read_value({"attribute_type": "text", "value": "hi"})
    with pytest.raises(AttributeError):
        value.plain = "other"
    with pytest.raises(AttributeError):
        value.extra = "other"
    value.raw["value"] = "other"
    assert value.plain == "hi"


@pytest.mark.parametrize(
    ("json_number", "exact"), [("5", "5"), ("5.5", "5.5"), ("0.1", "0.1"), ("1e3", "1000")]
)
def test_numbers_as_decimals(json_number: str, exact: str) -> None:
    """Numbers read as Decimal on request, exactly as the JSON has them; other types are left alone."""
    (value,) = read_values(f'[{{"attribute_type": "number", "value": {json_number}}}]'.encode())
    assert plain_value(value, decimals=True) == Decimal(exact)
    assert value.decimal == Decimal(exact)  # type: ignore[attr-defined]
    assert plain_value(read_value({"attribute_type": "rating", "value": 3}), decimals=True) == 3


ODD: list[Any] = [
    None,
    "",
    "x",
    5,
    -1.5,
    True,
    [],
    [1],
    {},
    {"id": None},
    {"id": {"option_id": 5}},
    {"title": 5},
]


@pytest.mark.parametrize("odd", ODD, ids=repr)
@pytest.mark.parametrize("kind", sorted(VALUE_TYPES))
def test_odd_content_never_raises(kind: str, odd: Any) -> None:
    """Whatever stands in any field, everything about the value can be read and its JSON is kept."""
    fields = next(fields for name, fields, _ in READS if name == kind)
    for key in [*fields, "active_from", "active_until", "created_by_actor"]:
        raw = {**SET, **fields, "attribute_type": kind, key: odd}
        value = read_value(raw)
        for name in dir(type(value)):
            if not name.startswith("_") and not callable(getattr(type(value), name)):
                getattr(value, name)
        plain_value(value, decimals=True)
        assert value.raw == raw
        assert isinstance(repr(value), str) and isinstance(hash(value), int)
        missing = {name: item for name, item in raw.items() if name != key}
        plain_value(read_value(missing))


@pytest.mark.parametrize(
    ("raw", "plain"),
    [
        ({"attribute_type": "formula", "value": 7, **SET}, 7),
        ({"attribute_type": "hologram", "depth": 3, "hue": "red"}, {"depth": 3, "hue": "red"}),
        ({"attribute_type": ["odd"], "value": 1}, 1),
        ({"value": "no type"}, "no type"),
        ({}, {}),
        ("bare", "bare"),
        (None, None),
    ],
)
def test_unknown_types_are_kept_and_shown(raw: Any, plain: Any) -> None:
    """A type of tomorrow reads as its content, and nothing of its JSON is lost."""
    value = read_value(raw)
    assert type(value) is UnknownValue
    assert value.plain == plain
    assert value.raw == (raw if isinstance(raw, dict) else {"value": raw})
    assert isinstance(value.attribute_type, str)


@pytest.mark.parametrize(("raw", "count"), [(None, 0), ([], 0), ({"value": 1}, 1), ("x", 1), ([1, None], 2)])
def test_values_that_are_no_list_still_read(raw: Any, count: int) -> None:
    """Null is no value, and a lone value is one."""
    assert len(read_values(raw)) == count
    assert len(read_values(json.dumps(raw).encode())) == count


def test_history_is_told_from_the_present() -> None:
    """A value that ended is not current, and knows when it held."""
    value = read_value(
        {**SET, "attribute_type": "text", "value": "x", "active_until": "2026-05-10T00:00:00Z"}
    )
    assert not value.is_current
    assert value.held_at(datetime(2026, 5, 9, 22, tzinfo=UTC))
    assert not value.held_at(datetime(2026, 5, 10, tzinfo=UTC))
    assert not value.held_at(datetime(2026, 5, 9, tzinfo=UTC))
    assert read_value({}).held_at(datetime(2026, 5, 9, tzinfo=UTC))


def test_equality_is_by_json() -> None:
    """The same content set at another time is another value."""
    one, other = (
        read_value({"value": "x", "active_from": "a"}),
        read_value({"value": "x", "active_from": "b"}),
    )
    assert one != other
    assert one.plain == other.plain
    assert one != "x"
    assert len({one, other, read_value({"value": "x", "active_from": "a"})}) == 2


@pytest.mark.parametrize(
    ("data", "found"),
    [(b'"\\ud83c"', "\ud83c"), (b"1e999", float("inf")), (b'{"a": [1, "\\udf89"]}', {"a": [1, "\udf89"]})],
)
def test_json_that_javascript_writes_and_msgspec_refuses(data: bytes, found: Any) -> None:
    """Half an emoji and a number beyond a float still decode."""
    assert decode_json(data) == found


@pytest.mark.parametrize("data", [b"", b"{", b"<html>", b"\xff"])
def test_what_is_not_json_is_a_value_error(data: bytes) -> None:
    """Callers see one kind of error for a body that is not JSON."""
    with pytest.raises(ValueError):
        decode_json(data)


def test_fields_are_described_on_the_class() -> None:
    """Looking at a field on the class gives the field, not an error."""
    assert type(Value.raw) is property
    assert VALUE_TYPES["text"].value is VALUE_TYPES["text"].value  # type: ignore[attr-defined]
