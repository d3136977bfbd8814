"""Recorded answers of the real API read correctly, field by field, also when Attio changes them."""

from __future__ import annotations

import asyncio
import copy
import json
import random
from datetime import UTC, date, datetime
from decimal import Decimal
from pathlib import Path
from typing import Any

import httpx
import pytest

from attio import AsyncAttio, Attio, NotFoundError, RecordRef
from attio.core.client import Reply
from attio.core.snapshot import ResponseSnapshot
from attio.records.data import RowData
from attio.records.model import Field, Model
from attio.records.schema import Schema
from attio.values.types import Value

SHARED = Path(__file__).resolve().parents[3] / "shared" / "real-traffic"
pytestmark = pytest.mark.skipif(not SHARED.is_dir(), reason="../shared/real-traffic is not here")

WEBHOOK = "61da62a7-f6c5-4182-8392-59ecb1e0f47a"
CALLS: dict[tuple[str, str], Any] = {
    ("GET", "/v2/self"): lambda c: c.whoami(),
    ("GET", "/v2/objects"): lambda c: c.objects.list(),
    ("GET", "/v2/lists"): lambda c: c.lists.list(),
    ("GET", "/v2/meetings"): lambda c: c.meetings.list(),
    ("GET", "/v2/notes"): lambda c: c.notes.list(),
    ("GET", "/v2/tasks"): lambda c: c.tasks.list(),
    ("GET", "/v2/workspace_members"): lambda c: c.workspace_members.list(),
    ("GET", "/v2/objects/people/attributes"): lambda c: c.attributes.list(object="people"),
    ("GET", "/v2/objects/companies/attributes"): lambda c: c.attributes.list(object="companies"),
    ("GET", "/v2/objects/people/attributes/name"): lambda c: c.attributes.get("name", object="people"),
    ("GET", "/v2/objects/deals/attributes/stage/statuses"): lambda c: c.attributes.statuses.list(
        "stage", object="deals"
    ),
    ("POST", "/v2/objects/people/records/query"): lambda c: c.people.list(limit=5),
    ("POST", "/v2/objects/companies/records/query"): lambda c: c.companies.list(limit=5),
    ("POST", "/v2/objects/deals/records/query"): lambda c: c.deals.list(limit=5),
    ("GET", "/v2/objects/people/views"): lambda c: c.views.list(object="people"),
    ("POST", "/v2/webhooks"): lambda c: c.webhooks.create(
        target_url="https://example.com/test-webhook",
        subscriptions=[{"event_type": "record.created", "filter": None}],
    ),
    ("GET", f"/v2/webhooks/{WEBHOOK}"): lambda c: c.webhooks.get(WEBHOOK),
    ("DELETE", f"/v2/webhooks/{WEBHOOK}"): lambda c: c.webhooks.delete(WEBHOOK),
    ("GET", "/v2/objects/people/records"): lambda c: c.request("GET", "/v2/objects/people/records?limit=5"),
}


def _interactions() -> list[Any]:
    found = []
    for path in sorted(SHARED.glob("*.json")) if SHARED.is_dir() else ():
        for index, row in enumerate(json.loads(path.read_text("utf-8"))["interactions"]):
            found.append(pytest.param(row, id=f"{path.stem}-{index}"))
    return found


def _transport(row: dict[str, Any], body: Any, asked: list[httpx.Request]) -> httpx.MockTransport:
    def answer(request: httpx.Request) -> httpx.Response:
        asked.append(request)
        return httpx.Response(row["response"]["status"], json=body, headers=row["response"]["headers"])

    return httpx.MockTransport(answer)


def _call(row: dict[str, Any], body: Any, *, world: str) -> tuple[Any, list[httpx.Request]]:
    url = httpx.URL(row["request"]["url"])
    call = CALLS[row["request"]["method"], url.path]
    asked: list[httpx.Request] = []
    transport = _transport(row, body, asked)
    if world == "sync":
        with Attio(api_key="k" * 64, transport=transport, schema="off") as client:
            return call(client), asked

    async def main() -> Any:
        async with AsyncAttio(api_key="k" * 64, transport=transport, schema="off") as client:
            return await call(client)

    return asyncio.run(main()), asked


def _touch(thing: Any) -> None:
    """Read everything that a person could read of a result."""
    repr(thing)
    if isinstance(thing, RowData):
        dict(thing)
        thing.to_dict(plain=True)
        for values in thing.values.values():
            for value in values:
                for name in dir(type(value)):
                    if not name.startswith("_"):
                        getattr(value, name)
    elif isinstance(thing, Model):
        for name in dir(type(thing)):
            if isinstance(getattr(type(thing), name, None), (Field, property)):
                _touch(getattr(thing, name))
    elif isinstance(thing, (list, tuple)):
        for item in thing:
            _touch(item)


def _raws(result: Any) -> Any:
    if result is None:
        return {}
    if isinstance(result, Reply):
        return result.json()
    return [row.raw for row in result] if not isinstance(result, (Model, RowData)) else result.raw


@pytest.mark.parametrize("world", ["sync", "async"])
@pytest.mark.parametrize("row", _interactions())
def test_a_recorded_answer_reads_whole(row: dict[str, Any], world: str) -> None:
    """The client sends what was recorded, and every field of the answer is there."""
    status, body = row["response"]["status"], row["response"]["body"]
    if status >= 400:
        with pytest.raises(NotFoundError) as caught:
            _call(row, body, world=world)
        assert caught.value.code == body["code"]
        assert caught.value.type == body["type"]
        assert body["message"] in str(caught.value)
        assert caught.value.request_id == row["response"]["headers"]["x-attio-execution-id"]
        return
    result, asked = _call(row, body, world=world)
    assert len(asked) == 1
    assert asked[0].method == row["request"]["method"]
    assert asked[0].url.path == httpx.URL(row["request"]["url"]).path
    sent = json.loads(asked[0].content) if asked[0].content else None
    recorded = row["request"]["body"]
    # A recorded request of the defaults may name them or leave them out; nothing else may differ.
    assert sent == recorded or {**(recorded or {}), "limit": 5} == sent
    assert _raws(result) == body.get("data", body)
    _touch(result)
    if result is not None:
        assert isinstance(result.response, ResponseSnapshot)
        assert result.response.request_id == row["response"]["headers"]["x-attio-execution-id"]


def _mutations(body: Any, seed: int) -> Any:
    """Change an answer as Attio might: more fields, other words, nulls, things left out."""
    chance = random.Random(seed)
    envelope = {"data", "id"}

    def change(node: Any, key: str = "") -> Any:
        if isinstance(node, dict):
            out = {name: change(value, name) for name, value in node.items()}
            for name in list(out):
                if name in envelope:
                    continue
                dice = chance.random()
                if dice < 0.06:
                    out[name] = None
                elif dice < 0.12:
                    del out[name]
                elif dice < 0.2 and isinstance(out[name], str):
                    out[name] = "a-word-of-tomorrow"
            out["field_of_tomorrow"] = {"nested": [1, None, "x"]}
            return out
        if isinstance(node, list):
            return [change(item, key) for item in node]
        return node

    return change(copy.deepcopy(body))


@pytest.mark.parametrize("seed", range(6))
@pytest.mark.parametrize("row", _interactions())
def test_a_changed_answer_raises_nothing_and_loses_nothing(row: dict[str, Any], seed: int) -> None:
    """Unknown fields, enum members and types, nulls and missing fields read, and stay in .raw."""
    if row["response"]["status"] >= 400:
        return
    body = _mutations(row["response"]["body"], seed)
    result, _ = _call(row, body, world="sync")
    assert _raws(result) == (body.get("data", body) if result is not None else {})
    _touch(result)


@pytest.mark.parametrize("seed", range(6))
@pytest.mark.parametrize("row", _interactions())
def test_values_of_an_unknown_type_are_kept(row: dict[str, Any], seed: int) -> None:
    """A value whose attribute_type nobody knows yet is shown, with its JSON."""
    body = copy.deepcopy(row["response"]["body"])
    rows = body.get("data") if isinstance(body.get("data"), list) else []
    strange = {"active_from": "2026-01-01T00:00:00.000000000Z", "attribute_type": "hologram", "beam": seed}
    for record in rows:
        if "values" in record:
            record["values"]["brand_new"] = [strange]
    result, _ = _call(row, body, world="sync") if row["response"]["status"] < 400 else ([], [])
    for record in result if isinstance(result, list) else ():
        if isinstance(record, RowData):
            value = record.values["brand_new"][0]
            assert isinstance(value, Value)
            assert value.raw == strange
            assert value.attribute_type == "hologram"


def _one(name: str) -> Any:
    row = json.loads((SHARED / f"{name}.json").read_text("utf-8"))["interactions"][0]
    return _call(row, row["response"]["body"], world="sync")[0]


def test_a_recorded_deal_reads_as_plain_python() -> None:
    """Money, status, references and times of a real deal come out as what they mean."""
    deal = next(row for row in _one("deals_query") if row.raw["values"]["value"])
    raw = deal.raw["values"]
    assert deal["stage"] == raw["stage"][0]["status"]["title"]
    assert deal["value"].amount == Decimal(str(raw["value"][0]["currency_value"]))
    assert deal["value"].currency == raw["value"][0]["currency_code"]
    assert deal["created_at"].tzinfo is UTC
    assert isinstance(deal["created_at"], datetime)
    for ref in deal["associated_people"]:
        assert isinstance(ref, RecordRef)


def test_a_recorded_company_reads_as_plain_python() -> None:
    """Domains are a list, dates are dates, selects are titles, an interaction has a time."""
    for company in _one("companies_query"):
        raw = company.raw["values"]
        assert company["domains"] == [value["domain"] for value in raw["domains"]]
        assert company["categories"] == [value["option"]["title"] for value in raw["categories"]]
        assert company["foundation_date"] is None or isinstance(company["foundation_date"], date)
        assert company.created_at.tzinfo is UTC


def test_the_recorded_attributes_make_a_schema() -> None:
    """The recorded attribute list is a schema in which every attribute is found by slug and by id."""
    from attio.records.schema import SchemaAttribute

    rows = _one("attributes_list_people")
    schema = Schema("people", [SchemaAttribute(row) for row in rows])
    assert len(schema) == len(rows)
    for row in rows:
        assert schema[row.api_slug].id == schema[str(row.id)].id == row.id.attribute_id
