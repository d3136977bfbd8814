"""What an index over records can answer of a filter."""

from __future__ import annotations

from typing import Any

import pytest

from attio.records.filters import F, equality_hint, index_keys
from attio.values.plain import RecordRef

ID = "891dcbfc-9141-415d-9b2a-2238a6cc012d"
TYPES = {
    "mail": "email-address",
    "job": "text",
    "vip": "checkbox",
    "stage": "status",
    "count": "number",
    "company": "record-reference",
    "phones": "phone-number",
    "at": "timestamp",
    "place": "location",
    "new": "hologram",
    "record_id": "text",
}


@pytest.mark.parametrize(
    ("filter", "hint"),
    [
        ({}, None),
        ({"mail": "Ada@X.com"}, ("mail", "email_address", "ada@x.com")),
        ({"mail": {"$eq": "a@x"}}, ("mail", "email_address", "a@x")),
        ({"mail": {"email_domain": "X.com"}}, ("mail", "email_domain", "x.com")),
        ({"mail": {"email_domain": {"$eq": "X.com"}}}, ("mail", "email_domain", "x.com")),
        ({"mail": {"$contains": "a"}}, None),
        ({"mail": {"email_domain": {"$contains": "a"}}}, None),
        ({"$or": [{"mail": "a"}, {"mail": "b"}]}, None),
        ({"$not": {"mail": "a"}}, None),
        ({"$and": [{"job": {"$contains": "x"}}, {"$and": [{"mail": "a"}]}]}, ("mail", "email_address", "a")),
        ({"vip": True, "job": "x"}, ("job", "value", "x")),
        ({"stage": "Won", "job": "x", "record_id": ID}, ("record_id", "value", ID)),
        ({"stage": "Won"}, ("stage", "status", "Won")),
        ({"stage": ID.upper()}, ("stage", "status", ID)),
        ({"vip": "true"}, ("vip", "value", True)),
        ({"count": "7"}, ("count", "value", 7.0)),
        ({"phones": "+44"}, ("phones", "phone_number", "44")),
        ({"at": "2024-01-01T00:00Z"}, ("at", "value", "2024-01-01T00:00:00.000000000Z")),
        ({"place": {"locality": "London"}}, ("place", "locality", "London")),
        ({"place": "London"}, None),
        ({"new": "x"}, None),
        ({"unknown": "x"}, None),
        ({"mail": ["x"]}, None),
        ({"mail": {5: "x", "nope": "x"}}, None),
        ({"$and": "x", 5: "x"}, None),
        ({"path": [["people", "job"]], "constraints": {"$eq": "x"}}, None),
        ([], None),
        (F("company") == RecordRef("companies", ID), ("company", "target_record_id", ID)),
        ((F("job") == "x") & (F("count") > 1), ("job", "value", "x")),
        (F("company").ref("companies", "name") == "x", None),
    ],
)
def test_the_hint_names_an_equality_that_must_hold(filter: Any, hint: object) -> None:
    """Own ids come first, few-valued properties last, and what is not required is never named."""
    assert equality_hint(filter, TYPES) == hint


def test_without_types_only_system_attributes_are_named() -> None:
    """Without a type nobody knows how a value compares."""
    assert equality_hint({"job": "x"}) is None
    assert equality_hint({"record_id": ID}) == ("record_id", "value", ID)


def test_a_bottomless_filter_has_no_hint() -> None:
    """A nesting deeper than the bound is not searched."""
    deep: dict[str, Any] = {"job": "x"}
    for _ in range(10_000):
        deep = {"$and": [deep]}
    assert equality_hint(deep, TYPES) is None


@pytest.mark.parametrize(
    ("raw", "field", "keys"),
    [
        ({"attribute_type": "email-address", "email_address": "A@X"}, "email_address", ("a@x",)),
        (
            {"attribute_type": "select", "option": {"title": "VIP", "id": {"option_id": ID.upper()}}},
            "option",
            ("VIP", ID),
        ),
        ({"attribute_type": "number", "value": 7}, "value", (7,)),
        ({"attribute_type": "number", "value": None}, "value", ()),
        ({"attribute_type": "number", "value": 7}, "nope", ()),
        ({"attribute_type": "hologram", "value": 7}, "value", ()),
        ({}, "value", ()),
        ({"attribute_type": "interaction", "owner_actor": {"id": ID}}, "owner_member_id", (ID,)),
    ],
)
def test_index_keys_compare_like_hints(raw: dict[str, Any], field: str, keys: tuple[object, ...]) -> None:
    """A raw value is filed under what an equality filter compares."""
    assert index_keys(raw, field) == keys


def test_the_type_of_a_value_can_be_given() -> None:
    """A value without its type is filed by the schema's."""
    assert index_keys({"value": "X"}, "value", "text") == ("X",)
