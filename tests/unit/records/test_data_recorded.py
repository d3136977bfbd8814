"""Recorded answers of Attio read correctly, value by value; mutated ones still read and lose nothing."""

from __future__ import annotations

import copy
import json
import random
from datetime import UTC, date, datetime
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from attio.records.data import RecordData, decode_page, schema_slugs
from attio.values.types import ActorRef, Location, Money, PersonalName, UnknownValue

TRAFFIC = Path(__file__).parents[4] / "shared" / "real-traffic"
FILES = ["companies_query.json", "deals_query.json", "people_list.json", "records_query_people.json"]
SYSTEM = {"type": "system", "id": None}


def recorded(name: str) -> list[dict[str, Any]]:
    path = TRAFFIC / name
    if not path.exists():
        pytest.skip("../shared is not there: nothing recorded to read")
    bodies = [one["response"]["body"] for one in json.loads(path.read_text())["interactions"]]
    return [row for body in bodies if isinstance(body, dict) for row in body.get("data") or []]


def page(rows: list[Any], scope: str | None = None) -> list[RecordData]:
    return decode_page(json.dumps({"data": rows}).encode(), RecordData, scope=scope)


def expected(raw: dict[str, Any]) -> Any:
    """Say what a recorded value is in plain Python, without the code under test."""
    match raw["attribute_type"]:
        case "date":
            return date.fromisoformat(raw["value"])
        case "timestamp":
            stamp = raw["value"].replace("Z", "")[:26]
            return datetime.strptime(stamp, "%Y-%m-%dT%H:%M:%S.%f").replace(tzinfo=UTC)
        case "select":
            return raw["option"]["title"]
        case "status":
            return raw["status"]["title"]
        case "currency":
            return Money(Decimal(str(raw["currency_value"])), raw["currency_code"])
        case "actor-reference":
            return ActorRef(raw["referenced_actor_type"], raw["referenced_actor_id"])
        case "domain":
            return raw["domain"]
        case "location":
            return Location(**{key: raw[key] for key in Location.__match_args__})
        case "personal-name":
            return PersonalName(raw["first_name"], raw["last_name"], raw["full_name"])
        case _:
            return raw["value"]


@pytest.mark.parametrize("name", FILES)
def test_recorded_records_read_value_by_value(name: str) -> None:
    """Every value of every recorded record is what the recording says."""
    rows = recorded(name)
    for row, record in zip(rows, page(rows), strict=True):
        assert record.raw == row
        assert record.id == row["id"]["record_id"]
        assert (record.id.object_id, record.id.workspace_id) == (
            row["id"]["object_id"],
            row["id"]["workspace_id"],
        )
        assert record.web_url == row["web_url"]
        assert record.created_at is not None and record.created_at.isoformat()[:19] == row["created_at"][:19]
        assert list(record) == list(row["values"])
        for slug, values in row["values"].items():
            assert record.all(slug) == [expected(value) for value in values]
            for typed, value in zip(record.values[slug], values, strict=True):
                assert typed.raw == value
                assert not isinstance(typed, UnknownValue)
                assert typed.created_by == ActorRef(**value["created_by_actor"])


def test_a_recorded_company_reads_as_documented() -> None:
    """The shapes of the documentation hold for a real company."""
    rows = recorded("companies_query.json")
    company = page(rows)[0]
    assert company.object == "companies"
    assert company["name"] == "Popl"
    assert company["domains"] == ["popl.co"]
    assert company["categories"][:2] == ["B2C", "Information Technology & Services"]
    assert company["team"] == []
    assert company["description"].startswith("Popl is")
    assert company["primary_location"].locality == "Los Angeles"
    assert company["foundation_date"] == date(2020, 1, 1)
    assert company["estimated_arr_usd"] == "$1M-$10M"
    assert company["twitter_follower_count"] == 1033
    assert company["funding_raised_usd"] is None
    assert company["created_by"].type == "workspace-member"
    assert company["created_at"] == datetime(2026, 5, 9, 21, 42, 57, 234000, UTC)


def test_a_recorded_deal_reads_as_documented() -> None:
    """The shapes of the documentation hold for a real deal, and its page needs no schema."""
    rows = recorded("deals_query.json")
    deals = page(rows, "deals")
    assert [deal["stage"] for deal in deals] == ["Discovery", "Solution Definition"]
    assert [deal["value"] for deal in deals] == [None, Money(10000, "USD")]
    assert deals[1]["date_entered_discovery"] == date(2025, 12, 16)
    assert deals[0]["owner"] == ActorRef("workspace-member", "635cebb2-d0d3-4c03-8485-44354bdf4cb1")
    assert deals[0]["associated_people"] == []
    assert deals[0]["associated_company"] is None
    filled = {slug for deal in deals for slug in deal if deal.values[slug]}
    assert schema_slugs(deals) == {
        slug for slug in deals[0] if slug not in filled and not deals[0].rule.knows(slug)
    }


JUNK = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats(allow_nan=False) | st.text(max_size=5),
    lambda inner: st.lists(inner, max_size=2) | st.dictionaries(st.text(max_size=3), inner, max_size=2),
    max_leaves=4,
)


def places(node: Any, path: tuple[Any, ...] = ()) -> list[tuple[Any, ...]]:
    """List the paths of everything inside a JSON value."""
    keys = list(node) if isinstance(node, dict) else range(len(node)) if isinstance(node, list) else []
    found = [(*path, key) for key in keys]
    return found + [deeper for key in keys for deeper in places(node[key], (*path, key))]


def mutate(row: dict[str, Any], seed: int, junk: Any) -> dict[str, Any]:
    """Change one place: put junk there, null, a new enum member, an extra key, or take it away."""
    dice = random.Random(seed)
    row = copy.deepcopy(row)
    path = dice.choice(places(row))
    parent: Any = row
    for key in path[:-1]:
        parent = parent[key]
    action = dice.choice(["junk", "null", "enum", "extra", "remove"])
    if action == "extra" and isinstance(parent[path[-1]], dict):
        parent[path[-1]]["added_tomorrow"] = junk
    elif action == "enum" and isinstance(parent[path[-1]], str):
        parent[path[-1]] = "added-tomorrow"
    elif action == "remove":
        del parent[path[-1]]
    else:
        parent[path[-1]] = None if action == "null" else junk
    return row


@settings(max_examples=150, deadline=None)
@given(st.sampled_from(FILES[:2]), st.integers(0, 10**9), JUNK)
def test_mutated_answers_still_read(name: str, seed: int, junk: Any) -> None:
    """Extra fields, new enum members and types, nulls and missing keys: nothing raises, nothing is lost."""
    rows = recorded(name)
    row = mutate(random.Random(seed).choice(rows), seed, junk)
    (record,) = page([row])
    assert record.raw == row
    assert isinstance(record.id, str)
    for read in (
        lambda: record.object,
        lambda: record.web_url,
        lambda: record.created_at,
        lambda: repr(record),
    ):
        read()
    for slug in record:
        record[slug]
        record.all(slug)
        values = record.values[slug]
        kept = row["values"][slug]
        sent = kept if isinstance(kept, list) else [] if kept is None else [kept]
        assert [value.raw for value in values] == [
            value if isinstance(value, dict) else {"value": value} for value in sent
        ]
        for value in values:
            assert isinstance(repr(value), str)
            _ = value.plain, value.active_from, value.active_until, value.created_by, hash(value)
    record.to_dict(plain=True)
    schema_slugs([record])
    assert record == page([row])[0] or not record.id
    assert record.same_values(page([row])[0])


@pytest.mark.parametrize("text", ["half an emoji \ud83c", "\udf89"])
def test_half_a_surrogate_pair_does_not_spoil_the_page(text: str) -> None:
    """Text that JavaScript cut in the middle of an emoji still reads, and so does the rest of its page."""
    odd = {"id": {"record_id": "1"}, "values": {"name": [{"attribute_type": "text", "value": text}]}}
    fine = {"id": {"record_id": "2"}, "values": {"name": [{"attribute_type": "text", "value": "fine"}]}}
    first, second = page([odd, fine])
    assert first["name"] == text
    assert second["name"] == "fine"
    assert first.raw == odd
    assert schema_slugs([first, second]) == set()
