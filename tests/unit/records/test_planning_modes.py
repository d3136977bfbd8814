"""What an upsert comes down to once the record is known."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from attio._sync.client import Attio
from attio.core.errors import ArgumentError
from attio.records.data import RecordData
from attio.records.planning_modes import holds_item, narrowed, needs_look_up
from attio.records.shape import ShapeRule, default_rule
from attio.testing import LocalWorkspace
from attio.values.plain import Location, Money, PersonalName, Phone
from attio.values.read import read_value
from attio.values.write import encode_values

EMAIL = {
    "attribute_type": "email-address",
    "email_address": "ada@x.example",
    "original_email_address": "Ada@x.example",
}
RECORD = RecordData(
    {
        "id": {"record_id": "r-1"},
        "values": {
            "email_addresses": [EMAIL, {**EMAIL, "email_address": "b@x.example"}],
            "name": [
                {
                    "attribute_type": "personal-name",
                    "first_name": "Ada",
                    "last_name": "L",
                    "full_name": "Ada L",
                }
            ],
            "job_title": [{"attribute_type": "text", "value": "CTO"}],
            "description": [],
            "tags": [
                {"attribute_type": "select", "option": {"title": "vip", "id": {"option_id": "o-1"}}},
                {"attribute_type": "select", "option": {"title": "new", "id": {"option_id": "o-2"}}},
            ],
        },
    },
    scope="people",
)


def _narrowed(mode, values, matching="email_addresses"):
    return narrowed(mode, values, encode_values(values, object="people"), RECORD, matching)


def test_only_some_modes_look_first():
    """Attio's own upsert needs no look; append needs one where an attribute may hold several values."""
    people, custom = default_rule("people"), ShapeRule("things", multi={"tags": True, "sku": False})
    one = {"email_addresses": "a@x.example", "job_title": "x"}
    assert not needs_look_up("replace", {"tags": 1}, "sku", custom)
    assert needs_look_up("fill_empty", one, "email_addresses", people)
    assert needs_look_up("only_if_changed", one, "email_addresses", people)
    assert not needs_look_up("append", one, "email_addresses", people)
    assert needs_look_up("append", {**one, "phone_numbers": ["+1"]}, "email_addresses", people)
    assert needs_look_up("append", {**one, "unheard_of": 1}, "email_addresses", people)
    assert not needs_look_up("append", {**one, "phone_numbers": None}, "email_addresses", people)
    assert needs_look_up("append", {"sku": 1, "tags": ["a"]}, "sku", custom)
    assert not needs_look_up("append", {"sku": 1}, "sku", custom)


def test_append_adds_everything():
    """What is sent is the row, as an update, which adds."""
    values = {"email_addresses": ["a@x.example"], "tags": ["x"]}
    assert _narrowed("append", values) == ("update", values)


def test_fill_empty_writes_what_is_empty():
    """Only attributes without a value are written, never the one that was matched on."""
    values = {
        "email_addresses": ["c@x.example"],
        "job_title": "CEO",
        "description": "new",
        "nick": "A",
        "linkedin": None,
    }
    assert _narrowed("fill_empty", values) == ("update", {"description": "new", "nick": "A"})
    assert not _narrowed("fill_empty", {"job_title": "CEO"}).values


def test_fill_empty_refuses_ids_of_attributes():
    """Values come by slug, so what an id stands for is unknown: better an error than an overwritten value."""
    own = "11111111-2222-4333-8444-555555555555"
    with pytest.raises(ArgumentError, match="use its slug"):
        _narrowed("fill_empty", {own: "x"})


def test_only_if_changed_writes_what_differs():
    """Values that are there are left out; the matching attribute goes along, to match on."""
    values = {
        "email_addresses": ["ADA@x.example"],
        "name": "Ada L",
        "job_title": "CEO",
        "tags": ["new", "vip"],
    }
    assert _narrowed("only_if_changed", values) == (
        "upsert",
        {"email_addresses": ["ADA@x.example"], "job_title": "CEO"},
    )
    assert not _narrowed("only_if_changed", {"email_addresses": ["b@x.example"], "job_title": "CTO"}).values
    assert _narrowed("only_if_changed", {"email_addresses": ["new@x.example"]}).values
    assert (
        "tags" in _narrowed("only_if_changed", {"email_addresses": ["b@x.example"], "tags": ["vip"]}).values
    )
    assert (
        "tags"
        in _narrowed("only_if_changed", {"email_addresses": ["b@x.example"], "tags": ["vip", "vip"]}).values
    )
    assert (
        "description"
        not in _narrowed("only_if_changed", {"email_addresses": ["b@x.example"], "description": None}).values
    )
    assert _narrowed("only_if_changed", {"job_title": None}, None) == ("upsert", {"job_title": None})
    assert "odd" in _narrowed("only_if_changed", {"email_addresses": "b@x.example", "odd": None}).values


@pytest.mark.parametrize(
    ("raw", "item", "same"),
    [
        ({"attribute_type": "text", "value": "x"}, "x", True),
        ({"attribute_type": "text", "value": "x"}, "X", False),
        ({"attribute_type": "number", "value": 1.0}, 1, True),
        ({"attribute_type": "number", "value": 1}, True, False),
        ({"attribute_type": "checkbox", "value": True}, True, True),
        ({"attribute_type": "checkbox", "value": True}, 1, False),
        ({"attribute_type": "checkbox", "value": False}, True, False),
        ({"attribute_type": "number", "value": None}, 0, False),
        ({"attribute_type": "currency", "currency_value": 5, "currency_code": "USD"}, 5.0, True),
        ({"attribute_type": "currency", "currency_value": "5.5", "currency_code": "USD"}, 5.5, True),
        ({"attribute_type": "currency", "currency_value": None}, 5, False),
        ({"attribute_type": "date", "value": "2026-01-31"}, "2026-01-31", True),
        ({"attribute_type": "timestamp", "value": "2026-01-31T01:00:00.000000000Z"}, "2026-01-31T02:00:00+01:00", True),
        ({"attribute_type": "timestamp", "value": "2026-01-31T01:00:00.000000000Z"}, "2026-01-31T01:00:01Z", False),
        ({"attribute_type": "timestamp", "value": None}, 5, False),
        ({"attribute_type": "domain", "domain": "x.example"}, "X.example", True),
        ({"attribute_type": "domain", "domain": "x.example"}, {"domain": "X.example"}, True),
        ({"attribute_type": "email-address", "email_address": "a@x.example"}, {"email_address": "b@x.example"}, False),
        ({"attribute_type": "select", "option": {"title": "A", "id": {"option_id": "o"}}}, "A", True),
        ({"attribute_type": "select", "option": {"title": "A", "id": {"option_id": "o"}}}, "o", True),
        ({"attribute_type": "select", "option": {"title": "A"}}, {"option": "A"}, True),
        ({"attribute_type": "select", "option": "o"}, "A", False),
        ({"attribute_type": "status", "status": {"title": "Lead", "id": {"status_id": "s"}}}, {"status": "s"}, True),
        ({"attribute_type": "status", "status": {"title": "Lead"}}, "Won", False),
        ({"attribute_type": "phone-number", "phone_number": "+4420", "original_phone_number": "020", "country_code": "GB"},
         {"original_phone_number": "+44 20", "country_code": None}, True),
        ({"attribute_type": "phone-number", "phone_number": "+4420", "country_code": "GB"},
         {"original_phone_number": "+44 21", "country_code": "GB"}, False),
        ({"attribute_type": "record-reference", "target_object": "people", "target_record_id": "r"},
         {"target_object": "people", "target_record_id": "r"}, True),
        ({"attribute_type": "record-reference", "target_object": "people", "target_record_id": "r"},
         {"target_object": "people", "email_addresses": ["x"]}, False),
        ({"attribute_type": "text", "value": "x"}, {}, False),
        ({"attribute_type": "text", "value": ["x"]}, ["x"], False),
    ],
)  # fmt: skip
def test_a_value_is_the_same_only_where_that_is_certain(raw, item, same):
    """In doubt a value counts as changed: that costs a write, the other way would lose one."""
    assert holds_item(read_value(raw), item) is same


TEXTS = st.text(st.characters(codec="ascii", exclude_categories=["C"]), min_size=1, max_size=8).filter(
    str.strip
)


@given(
    st.fixed_dictionaries(
        {"email_addresses": st.just(["ada@x.example"])},
        optional={
            "name": st.builds(PersonalName, TEXTS, TEXTS),
            "job_title": TEXTS,
            "description": st.none() | TEXTS,
            "phone_numbers": st.just([Phone("+44 20 7946 0000")]),
            "primary_location": st.builds(
                Location, locality=TEXTS, country_code=st.sampled_from(["GB", "DE"])
            ),
        },
    )
)
@settings(max_examples=15, deadline=None)
def test_what_was_just_written_has_not_changed(values):
    """Against the local workspace: writing a row and comparing it with what it made finds nothing to do."""
    with Attio(transport=LocalWorkspace().transport()) as client:
        record = client.people.upsert(values, matching="email_addresses")
        sent = encode_values(values, object="people")
        assert not narrowed("only_if_changed", values, sent, record, "email_addresses").values


def test_companies_and_deals_compare_too():
    """Money, dates, selects, statuses and references, as the local workspace answers them."""
    with Attio(transport=LocalWorkspace().transport()) as client:
        own = {
            "domains": ["Acme.example"],
            "funding_raised_usd": Money(100, "USD"),
            "foundation_date": date(2020, 1, 1),
        }
        company = client.companies.create(own)
        assert not narrowed(
            "only_if_changed", own, encode_values(own, object="companies"), company, "domains"
        ).values
        deal = {"name": "Big", "stage": "Lead", "value": Money("12.50", "USD"), "associated_company": company,
                "owner": "admin@local-workspace.example"}  # fmt: skip
        made = client.deals.create(deal)
        changed = narrowed("only_if_changed", deal, encode_values(deal, object="deals"), made, None).values
        assert set(changed) <= {"owner"}  # an address is not compared with the member that it stands for
