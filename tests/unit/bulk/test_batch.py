"""Several requests at once, with their results in order."""

from __future__ import annotations

import pytest

from attio import AsyncBatch, Batch
from attio.core.errors import APIConnectionError, ArgumentError, ArgumentTypeError, DecodeError, NotFoundError
from tests.unit.bulk.world import World, people

ROUTE = "/v2/objects/people/records"


def _batch(world: World):
    return (Batch if world.kind == "sync" else AsyncBatch)(world.client)


def test_results_are_in_the_order_of_the_requests(world):
    """Each has its value or its error; one that fails stops no other."""
    batch = _batch(world)
    for row in people(12):
        assert (
            batch.add("POST", ROUTE, {"data": {"values": {**row, "email_addresses": row["email_addresses"]}}})
            is batch
        )
    batch.add("GET", "/v2/nowhere").add("get", "/v2/objects", query={"limit": 1})
    assert len(batch) == 14
    assert repr(batch) == f"<{type(batch).__name__} of 14 requests>"
    results = world.call(batch.execute, concurrency=3)
    assert len(batch) == 0
    assert [result.index for result in results] == list(range(14))
    titles = [result.value["data"]["values"]["job_title"][0]["value"] for result in results[:12]]
    assert titles == [f"No {at}" for at in range(12)]
    assert isinstance(results[12].error, NotFoundError)
    assert results[13].ok
    assert results[13].response.status == 200
    assert world.wire.most_busy <= 3
    assert len(world.call(batch.execute)) == 0


def test_what_cannot_be_sent_is_an_error_in_its_place(world):
    """A network that is gone, a body that is no JSON, an answer that is none."""
    world.wire.trouble = lambda operation, body: "refuse" if operation == "list_lists" else None
    batch = (
        _batch(world).add("GET", "/v2/lists").add("POST", ROUTE, {"data": object()}).add("GET", "/v2/objects")
    )
    results = world.call(batch.execute)
    assert isinstance(results[0].error, APIConnectionError)
    assert isinstance(results[1].error, ArgumentError)
    assert results[2].ok
    with pytest.raises(APIConnectionError):
        results.raise_first()
    respond = world.wire._respond

    def nonsense(request, content):
        answer = respond(request, content)
        return type(answer)(200, content=b"{]")

    world.wire._respond = nonsense
    assert isinstance(world.call(_batch(world).add("GET", "/v2/objects").execute)[0].error, DecodeError)


def test_wrong_requests_are_refused_when_they_are_added(world):
    """A method or path that cannot be, and a batch of the other kind of client."""
    with pytest.raises(ArgumentError, match="method"):
        _batch(world).add("FETCH", "/v2/objects")
    with pytest.raises(ArgumentError, match="path"):
        _batch(world).add("GET", "https://elsewhere.example/v2/objects")
    with pytest.raises(ArgumentError, match="concurrency: is out of range"):
        world.call(_batch(world).execute, concurrency=100)
    other = World("async" if world.kind == "sync" else "sync").client
    with pytest.raises(ArgumentTypeError, match="client: .*Batch sends through an"):
        (Batch if world.kind == "sync" else AsyncBatch)(other)


def test_options_are_of_each_request(world):
    """A header for one of them is on that one only."""
    batch = (
        _batch(world).add("GET", "/v2/objects", options={"headers": {"x-one": "1"}}).add("GET", "/v2/lists")
    )
    world.call(batch.execute, concurrency=1)
    assert [call.headers.get("x-one") for call in world.workspace.calls] == ["1", None]
