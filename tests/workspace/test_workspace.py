"""The workspace as a whole: determinism, threads, calls, layers, transports."""

from __future__ import annotations

import asyncio
import threading
from datetime import UTC, datetime, timedelta

import httpx
import pytest
from attio_openapi.operations import OPERATIONS
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

import attio.testing
from attio.testing import Calls, LocalWorkspace, SteppingClock, SystemClock
from attio.testing.replies import LocalResponse, rate_limited

TOKEN = {"authorization": f"Bearer {attio.testing.FULL_ACCESS_TOKEN}"}


def person(workspace, **values):
    return workspace.request("POST", "/v2/objects/people/records", {"data": {"values": values}})


def test_the_same_seed_and_requests_give_the_same_bytes():
    """Ids, times and execution ids repeat; another seed gives others."""

    def run(**options):
        workspace = LocalWorkspace(**options)
        return [
            workspace.request("GET", "/v2/objects"),
            person(workspace, name="A, B"),
            workspace.request("GET", "/v2/self"),
        ]

    assert run(random_seed="x") == run(random_seed="x")
    assert run(random_seed="x") != run(random_seed="y")
    assert run(seed="demo") == run(seed="demo")
    assert run() != run()


def test_what_is_stored_does_not_depend_on_how_often_one_asks():
    """Reading in between changes no id."""
    first, second = LocalWorkspace(random_seed=1), LocalWorkspace(random_seed=1)
    for _ in range(3):
        second.request("GET", "/v2/objects")
    assert person(first).json()["data"]["id"] == person(second).json()["data"]["id"]


def test_clocks():
    """The machine's, one that steps, or any function of one's own."""
    now = datetime.now(UTC)
    assert abs(SystemClock().now_us() - now.timestamp() * 1e6) < 60e6
    stepping = SteppingClock(datetime(2026, 1, 1, tzinfo=UTC), step_ms=5)
    first = stepping.now_us()
    assert (stepping.now_us() - first, stepping.read_us() - first) == (5000, 5000)
    stepping.advance(1.5)
    assert stepping.read_us() - first == 1_505_000
    fixed = LocalWorkspace(clock=lambda: datetime(2027, 7, 7, 7, tzinfo=UTC) + timedelta(microseconds=1234))
    answer = person(fixed)
    assert answer.json()["data"]["created_at"] == "2027-07-07T07:00:00.001000000Z"
    assert answer.header("Date") == "Wed, 07 Jul 2027 07:00:00 GMT"
    assert LocalWorkspace(clock=stepping).clock is stepping
    assert isinstance(LocalWorkspace().clock, SystemClock)


def test_of_many_writers_of_one_unique_value_exactly_one_wins():
    """Threads are answered one at a time."""
    workspace = LocalWorkspace()
    statuses = []
    barrier = threading.Barrier(8)

    def write(number):
        barrier.wait()
        for each in range(10):
            statuses.append(
                person(workspace, email_addresses=[f"same{each}@x.example"], job_title=str(number)).status
            )

    threads = [threading.Thread(target=write, args=(number,)) for number in range(8)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert sorted(statuses) == [200] * 10 + [400] * 70
    assert len(workspace.request("POST", "/v2/objects/people/records/query", {}).json()["data"]) == 10


def test_calls_are_recorded_without_the_token(workspace):
    """Method, path, query, body and status of each, oldest first; by operation too."""
    workspace.request("GET", "/v2/objects/people/attributes?limit=2")
    person(workspace, job_title="x")
    workspace.request("GET", "/v2/nothing")
    listed, created, unknown = workspace.calls
    assert (listed.operation, listed.method, listed.path, listed.query) == (
        "list_attributes",
        "GET",
        "/v2/objects/people/attributes",
        {"limit": "2"},
    )
    assert created.json() == {"data": {"values": {"job_title": "x"}}}
    assert (unknown.operation, unknown.status, unknown.json()) == (None, 404, None)
    assert workspace.token not in repr(list(workspace.calls))
    assert workspace.calls.of("create_record") == [created]
    assert workspace.calls[-1] is unknown
    assert workspace.calls[:2] == [listed, created]
    assert listed.at_us < created.at_us < unknown.at_us
    assert repr(workspace.calls) == "<Calls: 3>"
    workspace.calls.clear()
    assert len(workspace.calls) == 0


def test_only_the_last_answers_are_kept():
    """Memory stays bounded: 200 answers of at most 64 kB, 10,000 calls."""
    workspace = LocalWorkspace()
    for _ in range(203):
        workspace.request("GET", "/v2/self")
    kept = [bool(each.response) for each in workspace.calls]
    assert kept == [False] * 3 + [True] * 200
    calls = Calls()
    one = workspace.calls[-1]._replace(response=b"x" * 100_000)
    for _ in range(10_050):
        calls.add(one)
    assert len(calls) == 10_000
    assert len(calls[-1].response) == 65_536


def test_layers_wrap_every_answer(workspace):
    """The first added is the outermost; a layer may answer itself, change, or fail."""
    order = []

    def outer(request, inner):
        order.append("outer")
        if request.path == "/v2/slow":
            raise TimeoutError("faked")
        return inner(request)

    def limited(request, inner):
        order.append("limited")
        if request.operation is not None and request.operation.id == "list_lists":
            refusal = rate_limited(0)
            return LocalResponse(refusal.status, list(refusal.headers), b"{}")
        return inner(request)

    workspace.layers += [outer, limited]
    assert workspace.request("GET", "/v2/objects").status == 200
    assert order == ["outer", "limited"]
    assert workspace.request("GET", "/v2/lists").status == 429
    with pytest.raises(TimeoutError):
        workspace.request("GET", "/v2/slow")
    assert [each.status for each in workspace.calls] == [200, 429, 0]


def test_an_sync_client_of_httpx_works_through_the_transport(demo):
    """Path, query, headers and body arrive; the answer is a plain httpx response."""
    with httpx.Client(
        transport=demo.workspace.transport(), base_url="https://api.attio.com", headers=TOKEN
    ) as client:
        answer = client.get("/v2/objects/projects/attributes", params={"limit": 2, "show_archived": True})
        assert len(answer.json()["data"]) == 2
        assert answer.headers["x-attio-execution-id"]
        made = client.post("/v2/objects/people/records", json={"data": {"values": {"job_title": "é"}}})
        assert made.json()["data"]["values"]["job_title"][0]["value"] == "é"
        renamed = client.patch(
            "/v2/objects/deals/attributes/stage/statuses/Won%20%F0%9F%8E%89", json={"data": {"title": "Won"}}
        )
        assert renamed.status_code == 200


def test_an_async_client_of_httpx_works_through_the_transport(demo):
    """The same transport serves both kinds of client."""

    async def ask():
        async with httpx.AsyncClient(
            transport=demo.workspace.transport(), base_url="https://api.attio.com", headers=TOKEN
        ) as client:
            return await client.post("/v2/objects/people/records/query", json={"limit": 1})

    assert len(asyncio.run(ask()).json()["data"]) == 1


def test_the_transport_brings_key_limits_and_clock():
    """A deterministic workspace's clients wait in its time; others in their own."""
    seeded = LocalWorkspace(random_seed=1).transport()
    assert seeded.attio_limiter is None
    assert seeded.attio_api_key == attio.testing.FULL_ACCESS_TOKEN
    clock = seeded.attio_clock
    before = clock.monotonic()
    clock.sleep(10)
    asyncio.run(clock.asleep(5))
    assert clock.now() - before == pytest.approx(15)
    assert 0 <= clock.random() < 1
    assert LocalWorkspace().transport().attio_clock is None


def test_names_are_loaded_when_they_are_used():
    """Every public name is there, others are refused."""
    for name in attio.testing.__all__:
        assert getattr(attio.testing, name) is not None
    assert set(attio.testing.__all__) <= set(dir(attio.testing))
    with pytest.raises(AttributeError, match="no attribute 'nope'"):
        attio.testing.nope


KEYS = ["data", "values", "filter", "sorts", "limit", "name", "company", "email_addresses", "$and", "$eq"] + [
    "path",
    "constraints",
    "attribute",
    "direction",
    "entry_values",
    "parent_object",
    "active_from",
    "value",
]
BODIES = st.deferred(
    lambda: (
        st.none()
        | st.booleans()
        | st.integers(-5, 10)
        | st.text(max_size=4)
        | st.sampled_from(["name", "people", "$eq"])
        | st.lists(BODIES, max_size=3)
        | st.dictionaries(st.sampled_from(KEYS), BODIES, max_size=4)
    )
)
HANDLED = sorted(
    operation for operation, answered in attio.testing.workspace.operations().items() if answered
)


@settings(max_examples=150, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(
    operation=st.sampled_from(HANDLED),
    body=BODIES,
    name=st.sampled_from(["people", "hiring", "stage", "x", "%00"]),
)
def test_no_request_breaks_the_workspace(operation, body, name):
    """Whatever is sent to whichever route: an answer below 500, of the documented shape."""
    workspace = LocalWorkspace("demo")
    row = OPERATIONS[operation]
    record_id = next(iter(workspace.state.find_object("people").rows))
    path = row.path.replace("{target}", "objects").replace("{record_id}", record_id)
    for parameter in ("object", "list", "identifier", "attribute", "option", "status", "entry_id"):
        path = path.replace(
            "{" + parameter + "}", "people" if parameter in {"object", "identifier"} else name
        )
    path = path.replace("{", "").replace("}", "")
    for sent in (body, {"data": body}, {"data": {"values": body, "entry_values": body}}):
        assert workspace.request(row.method, path + "?matching_attribute=email_addresses", sent).status < 500
