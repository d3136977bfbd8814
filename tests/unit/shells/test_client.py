"""The client itself: settings, sharing, binding, raw answers, closing; in both worlds."""

from __future__ import annotations

import asyncio
import copy
import inspect
import pickle
import threading
from typing import Any

import httpx
import pytest

import attio
from attio import AsyncAttio, Attio
from attio.records.data import RecordData
from attio.testing import LocalWorkspace

KEY = "k" * 64


def _both(call: Any, **settings: Any) -> list[Any]:
    """Run the same call in both worlds, each on a workspace of its own."""
    found: list[Any] = []
    with Attio(transport=LocalWorkspace().transport(), **settings) as client:
        found.append(call(client))

    async def main() -> Any:
        async with AsyncAttio(transport=LocalWorkspace().transport(), **settings) as client:
            result = call(client)
            return await result if inspect.isawaitable(result) else result

    found.append(asyncio.run(main()))
    return found


def test_a_client_of_other_settings_shares_the_connections() -> None:
    """with_options changes what it is told and nothing else; closing either closes both."""
    client = Attio(transport=LocalWorkspace().transport())
    other = client.with_options(timeout_s=5, numbers="decimal")
    assert (other.config.timeout_s, other.config.numbers) == (5.0, "decimal")
    assert (client.config.timeout_s, client.config.numbers) == (30.0, "float")
    assert other.people.list().data == []
    other.close()
    with pytest.raises(attio.ClientClosedError):
        client.people.list()


def test_a_wrong_setting_is_named() -> None:
    """A setting that cannot be is a ConfigurationError that names it."""
    client = Attio(transport=LocalWorkspace().transport())
    with pytest.raises(attio.ConfigurationError, match="timeout_s"):
        client.with_options(timeout_s=-1)
    with pytest.raises(attio.ConfigurationError, match="did you mean 'api_key'"):
        Attio(token="x")  # type: ignore[call-arg]


@pytest.mark.parametrize("make", [Attio, AsyncAttio])
def test_no_secret_is_shown_or_stored(make: Any) -> None:
    """Neither the repr nor a pickle of a client gives its token away."""
    client = make(api_key=KEY, transport=httpx.MockTransport(lambda _: httpx.Response(200)))
    assert KEY not in repr(client) + repr(client.config) + repr(client.session) + repr(client.people)
    with pytest.raises(TypeError, match="cannot be pickled"):
        pickle.dumps(client)


def test_whoami_tells_whose_token_it_is() -> None:
    """The identity has workspace and scopes; the session remembers the workspace."""
    for identity in _both(lambda client: client.whoami()):
        assert identity
        assert identity.workspace_name == "Local Workspace"
        assert identity.holds("note:read")
        assert not identity.holds("nothing:read")
    client = Attio(transport=LocalWorkspace().transport())
    assert client.whoami().workspace_id == client.session.workspace_id


def test_a_revoked_token_is_an_answer_and_no_error() -> None:
    """`{"active": false}` reads as an identity that is false and has nothing else."""
    transport = httpx.MockTransport(lambda _: httpx.Response(200, json={"active": False}))
    identity = Attio(api_key=KEY, transport=transport).whoami()
    assert not identity
    assert identity.workspace_id is None
    assert identity.scopes == ()


def test_any_route_can_be_called() -> None:
    """request() takes method and path, and gives the answer as it is."""
    for reply in _both(lambda client: client.request("GET", "/v2/objects", query={"x": 1})):
        assert {row["api_slug"] for row in reply.json()["data"]} >= {"people", "companies"}


def test_the_raw_answer_stands_beside_the_result() -> None:
    """with_raw_response gives what a call returns, the snapshot and the bytes."""
    for raw in _both(lambda client: client.with_raw_response.people.create({"name": "Ada Lovelace"})):
        assert raw.parsed["name"].first_name == "Ada"
        assert raw.response.status == 200
        assert raw.parsed.id.encode() in raw.content
        assert "200" in repr(raw)
    for raw in _both(lambda client: client.with_raw_response.object("people").list()):
        assert raw.parsed.data == []


def test_raw_resources_look_like_the_resources() -> None:
    """The raw side offers the same names, iterators come as they are, a call without requests has no answer."""
    client = Attio(transport=LocalWorkspace().transport())
    raw = client.with_raw_response
    assert set(dir(client)) == set(dir(raw))
    assert "people" in repr(raw.people)
    assert list(raw.people.iterate()) == []
    nothing = raw.bind(RecordData({}))
    assert (nothing.response, nothing.content) == (None, b"")


def test_models_come_bound_and_copies_unbound() -> None:
    """A fetched model acts; out of a pickle it says what to do, and acts again once bound."""
    client = Attio(transport=LocalWorkspace().transport())
    person = client.people.create({"name": "Ada Lovelace"})
    for twin in (pickle.loads(pickle.dumps(person)), copy.deepcopy(person)):
        with pytest.raises(attio.UnboundModelError, match=r"client\.bind\(model\)"):
            twin.refresh()
        assert client.bind(twin).refresh() == person
    assert copy.copy(person).refresh() == person


def test_an_unbound_model_acts_through_the_client_in_use() -> None:
    """Inside `using` an unbound model finds its client, unless that is of another workspace."""
    client = Attio(transport=LocalWorkspace().transport())
    person = pickle.loads(pickle.dumps(client.people.create({"name": "Ada Lovelace"})))
    client.whoami()
    with attio.using(client):
        assert person.refresh()["name"].full_name == "Ada Lovelace"
    elsewhere = Attio(transport=LocalWorkspace().transport())
    elsewhere.whoami()
    with attio.using(elsewhere), pytest.raises(attio.UnboundModelError, match="of workspace"):
        person.refresh()


def test_the_wrong_kind_of_client_is_refused() -> None:
    """Sync models do not act through async clients, nor the other way round."""
    transport = LocalWorkspace().transport()
    with (
        attio.using(AsyncAttio(transport=transport)),
        pytest.raises(attio.ConfigurationError, match="AsyncAttio"),
    ):
        attio.Person.list()
    with pytest.raises(attio.ArgumentTypeError, match="client"):
        attio.Person.list(client=AsyncAttio(transport=transport))  # type: ignore[arg-type]

    async def main() -> None:
        with pytest.raises(attio.ConfigurationError, match="which client"):
            await attio.AsyncPerson.list()
        async with AsyncAttio(transport=transport) as client:
            assert (await attio.AsyncPerson.list(client=client)).data == []
            with attio.using(client):
                assert (await attio.AsyncPerson.list()).data == []

    asyncio.run(main())


def test_a_failed_page_is_asked_for_again() -> None:
    """After an error the iterator goes on with the very page that failed: nothing is lost or repeated."""
    for world in ("sync", "async"):
        workspace = LocalWorkspace()
        for number in range(7):
            workspace_client = Attio(transport=workspace.transport())
            workspace_client.companies.create({"name": f"c{number}"})
        fails = {2: httpx.ReadError("cut"), 3: httpx.ReadError("cut")}
        count = 0
        inner = workspace.transport()

        def answer(request: httpx.Request) -> httpx.Response:
            nonlocal count
            count += 1
            if count in fails:
                raise fails[count]
            return inner.handle_request(request)

        transport = httpx.MockTransport(answer)
        seen: list[str] = []
        errors = 0
        if world == "sync":
            rows = Attio(api_key=inner.attio_api_key, transport=transport, max_retries=0).companies.iterate(
                page_size=3
            )
            while True:
                try:
                    seen.append(next(rows)["name"])
                except StopIteration:
                    break
                except attio.APIConnectionError:
                    errors += 1
        else:

            async def main() -> None:
                nonlocal errors
                async with AsyncAttio(
                    api_key=inner.attio_api_key, transport=transport, max_retries=0
                ) as client:
                    rows = client.companies.iterate(page_size=3)
                    while True:
                        try:
                            seen.append((await anext(rows))["name"])
                        except StopAsyncIteration:
                            break
                        except attio.APIConnectionError:
                            errors += 1

            asyncio.run(main())
        assert sorted(seen) == [f"c{number}" for number in range(7)]
        assert errors == 2


def test_prefetching_gives_the_same_rows_and_leaves_no_thread() -> None:
    """prefetch changes when pages are fetched and nothing else, also when one stops early."""
    client = Attio(transport=LocalWorkspace().transport())
    for number in range(9):
        client.companies.create({"name": f"c{number}"})
    plain = [row["name"] for row in client.companies.iterate(page_size=2)]
    before = threading.active_count()
    assert [row["name"] for row in client.companies.iterate(page_size=2, prefetch=True)] == plain
    with client.companies.iterate(page_size=2, prefetch=True) as rows:
        assert next(rows)["name"] == plain[0]
    assert threading.active_count() == before


def test_pages_know_the_next_one() -> None:
    """next_page, auto_paginate and has_more agree with each other."""

    def names(page: Any) -> list[str]:
        return [row["name"] for row in page]

    client = Attio(transport=LocalWorkspace().transport())
    for number in range(5):
        client.companies.create({"name": f"c{number}"})
    page = client.companies.list(limit=2, sorts=["name"])
    assert (names(page), page.has_more, len(page)) == (["c0", "c1"], True, 2)
    second = page.next_page()
    assert second is not None
    assert names(second) == ["c2", "c3"]
    last = second.next_page()
    assert last is not None
    assert (names(last), last.has_more, last.next_page()) == (["c4"], False, None)
    assert [row["name"] for row in page.auto_paginate()] == [f"c{number}" for number in range(5)]
    assert page.first()["name"] == "c0"  # type: ignore[index]


def test_a_merge_waits_until_the_new_record_can_be_read() -> None:
    """202 is polled, with growing pauses; wait=False gives a reference at once."""
    reads = 0
    new = "33333333-3333-4333-8333-333333333333"

    def answer(request: httpx.Request) -> httpx.Response:
        nonlocal reads
        if request.method == "POST":
            return httpx.Response(202, json={"data": {"new_record_id": new}})
        reads += 1
        if reads < 4:
            body = {
                "status_code": 404,
                "type": "invalid_request_error",
                "code": "merge_in_progress",
                "message": "x",
            }
            return httpx.Response(404, json=body)
        return httpx.Response(200, json={"data": {"id": {"record_id": new}, "values": {}}})

    transport = httpx.MockTransport(answer)
    slept: list[float] = []

    class Clock(attio.core.clock.Clock):
        def sleep(self, seconds: float) -> None:
            slept.append(seconds)

        async def asleep(self, seconds: float) -> None:
            slept.append(seconds)

    transport.attio_clock = Clock()  # type: ignore[attr-defined]
    transport.attio_limiter = None  # type: ignore[attr-defined]
    one, two = "11111111-1111-4111-8111-111111111111", "22222222-2222-4222-8222-222222222222"
    client = Attio(api_key=KEY, transport=transport)
    assert client.people.merge(one, two).id == new
    assert slept == [0.1, 0.2, 0.4]
    assert client.people.merge(one, two, wait=False).record_id == new
    reads = -100
    with pytest.raises(attio.APITimeoutError, match="goes on"):
        client.records.merge("people", one, two, wait_timeout_s=1)
    with pytest.raises(attio.ArgumentError, match="itself"):
        client.people.merge(one, one)
