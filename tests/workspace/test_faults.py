"""Faults: each of them, on each operation, through the client and without."""

from __future__ import annotations

import asyncio
import json

import httpx
import pytest
from attio_openapi.operations import OPERATIONS
from hypothesis import given, settings
from hypothesis import strategies as st

from attio import AsyncAttio, Attio
from attio.core.errors import (
    APIConnectionError,
    APITimeoutError,
    ArgumentError,
    BadGatewayError,
    ConcurrentWriteError,
    DecodeError,
    MaybeSentError,
    RateLimitError,
    ServiceUnavailableError,
)
from attio.testing import LocalWorkspace, SystemClock
from tests.workspace.every_operation import demo, request_for, send

LIST = ("GET", "/v2/objects")


@pytest.fixture
def client(workspace):
    """A client of the workspace."""
    with Attio(transport=workspace.transport()) as made:
        yield made


# The matrix


def _state(workspace):
    """What a request could have changed."""
    state = workspace.state
    return (
        {
            home.slug: (len(home.rows), len(home.attributes), len(home.views))
            for home in state.objects.values()
        },
        {home.slug: (len(home.rows), len(home.attributes)) for home in state.lists.values()},
        [sorted(map(str, vars(store).get("by_id", {}))) for store in state.stores()],
    )


NOT_APPLIED = {
    "connect": {},
    "reset": {},
    "timeout": {"applied": False},
    "rate_limit": {},
    "error": {"status": 500},
    "html": {"status": 520},
}
ANSWERED = {"latency": {"seconds": 2}, "truncate": {"keep": 0.3}, "duplicate_delivery": {}}


@pytest.mark.parametrize("kind", NOT_APPLIED)
def test_a_fault_before_attio_leaves_no_trace_on_any_operation(kind):
    """Nothing is applied, whatever was asked; afterwards the same request works."""
    for operation in OPERATIONS:
        workspace = demo()
        request = request_for(operation, workspace)
        before = _state(workspace)
        fault = workspace.faults.add(kind, operation=operation, times=1, **NOT_APPLIED[kind])
        if kind in {"connect", "reset", "timeout"}:
            with pytest.raises(httpx.TransportError):
                send(workspace, request)
        else:
            answer = send(workspace, request)
            assert answer.status == {"rate_limit": 429, "error": 500, "html": 520}[kind], operation
            is_html = answer.header("content-type").startswith("text/html")
            assert is_html == (kind == "html")
            if kind != "html":
                body = answer.json()
                assert body.get("status_code", body.get("statusCode")) == answer.status
                assert answer.header("x-attio-execution-id")
        assert _state(workspace) == before, operation
        assert (fault.seen, fault.struck) == (1, 1)
        assert send(workspace, request).status in OPERATIONS[operation].success, operation


@pytest.mark.parametrize("kind", ["reset", "timeout"])
def test_a_fault_after_attio_has_done_the_work(kind):
    """No answer comes, and yet it is as if it had."""
    for operation in OPERATIONS:
        workspace, twin = demo(), demo()
        request = request_for(operation, workspace)
        workspace.faults.add(kind, operation=operation, applied=True)
        with pytest.raises(httpx.TransportError):
            send(workspace, request)
        send(twin, request)
        assert _state(workspace) == _state(twin), operation


@pytest.mark.parametrize("kind", ANSWERED)
def test_a_fault_on_the_answer_leaves_the_work_done(kind):
    """The request is carried out once, and its answer is slow, cut or as usual."""
    for operation in OPERATIONS:
        workspace, twin = demo(), demo()
        request = request_for(operation, workspace)
        workspace.faults.add(kind, operation=operation, **ANSWERED[kind])
        answer, wanted = send(workspace, request), send(twin, request)
        assert answer.status == wanted.status
        assert _state(workspace) == _state(twin), operation
        if kind == "latency":
            assert answer.delay_s == 2
        elif kind == "truncate":
            assert len(answer.body) < int(answer.header("content-length"))


def test_a_request_that_arrives_twice_is_carried_out_twice():
    """The client sees the second answer: 404 for a delete, a conflict where one value may be there once."""
    statuses = {}
    for operation in OPERATIONS:
        workspace = demo()
        request = request_for(operation, workspace)
        workspace.faults.add("duplicate_request", operation=operation)
        statuses[operation] = send(workspace, request).status
    for operation, row in OPERATIONS.items():
        if row.method == "DELETE":
            assert statuses[operation] == 404, operation
        elif row.retry in {"safe", "idempotent"} and operation not in {
            "merge_records",
            "update_option",
            "update_status",
        }:
            assert statuses[operation] in row.success, operation
    assert statuses["create_object"] == statuses["create_list"] == statuses["create_webhook"] == 409
    assert statuses["update_option"] == 404


# Through the client


def test_a_read_survives_what_passes(client, workspace):
    """503, a reset and a slow answer are repeated away, without real waiting."""
    workspace.faults.add("error", status=503, nth=1)
    workspace.faults.add("reset", nth=2)
    workspace.faults.add("latency", seconds=45, nth=3)
    before = workspace.clock.read_us()
    assert len(client.objects.list()) == 5
    assert workspace.clock.read_us() - before > 30_000_000
    assert len(workspace.calls) == 4


def test_a_slow_answer_within_patience_is_just_late(client, workspace):
    """Latency below the timeout moves the clock and nothing else."""
    workspace.faults.add("latency", seconds=7)
    before = workspace.clock.read_us()
    client.objects.list()
    assert 7_000_000 <= workspace.clock.read_us() - before < 8_000_000


def test_a_write_that_may_have_happened_says_so(client, workspace):
    """Timeout after the work was done: MaybeSentError, and the record is there."""
    workspace.faults.add("timeout", operation="create_record")
    with pytest.raises(APITimeoutError) as caught:
        client.companies.create({"name": "Acme"})
    assert isinstance(caught.value, MaybeSentError)
    workspace.faults.clear()
    assert [each["name"] for each in client.companies.list()] == ["Acme"]


def test_a_write_that_was_never_sent_is_sent_again(client, workspace):
    """A refused connection is safe to repeat: exactly one record."""
    workspace.faults.add("connect", operation="create_record", times=2)
    client.companies.create({"name": "Acme"})
    assert len(client.companies.list()) == 1


@pytest.mark.parametrize("retry_after", ["date", "seconds", None])
def test_a_429_is_waited_out(client, workspace, retry_after):
    """As a date, in seconds or unsaid; nothing was processed, so creates are repeated too."""
    workspace.faults.add("rate_limit", seconds=3, retry_after=retry_after, times=2)
    before = workspace.clock.read_us()
    client.companies.create({"name": "Acme"})
    waited_s = (workspace.clock.read_us() - before) / 1e6
    assert waited_s > (4 if retry_after else 0.4)
    workspace.faults.clear()
    assert len(client.companies.list()) == 1
    assert [call.status for call in workspace.calls][:3] == [429, 429, 200]


def test_the_date_of_a_429_is_a_whole_second_ahead(workspace):
    """Never in the past, as a date of HTTP."""
    workspace.faults.add("rate_limit", seconds=1)
    answer = workspace.request(*LIST)
    assert answer.header("retry-after").endswith(" GMT")
    assert answer.header("retry-after") > answer.header("date")
    assert answer.json() == {
        "status_code": 429,
        "type": "rate_limit_error",
        "code": "rate_limit_exceeded",
        "message": "Rate limit exceeded, please try again later",
    }


@pytest.mark.parametrize(
    ("kind", "details", "error"),
    [
        ("html", {"status": 502}, BadGatewayError),
        ("error", {"status": 503}, ServiceUnavailableError),
        ("rate_limit", {}, RateLimitError),
        ("reset", {}, APIConnectionError),
        ("truncate", {}, APIConnectionError),
        ("html", {"status": 200}, DecodeError),
        ("error", {"status": 409, "code": "concurrent_write_conflict"}, ConcurrentWriteError),
    ],
)
def test_what_does_not_pass_is_an_error_of_its_own(workspace, kind, details, error):
    """Sync and async alike; the token is in no message."""
    workspace.faults.add(kind, **details)
    with Attio(transport=workspace.transport(), max_retries=1) as client, pytest.raises(error) as caught:
        client.companies.create({"name": "Acme"})
    assert workspace.token not in str(caught.value)

    async def again():
        async with AsyncAttio(transport=workspace.transport(), max_retries=1) as client:
            await client.companies.create({"name": "Acme"})

    with pytest.raises(error):
        asyncio.run(again())


def test_async_clients_wait_on_the_same_clock(workspace):
    """Latency and timeouts are virtual for them too."""
    workspace.faults.add("timeout", nth=1)
    workspace.faults.add("latency", seconds=5, nth=2)

    async def scenario():
        async with AsyncAttio(transport=workspace.transport()) as client:
            return len(await client.objects.list())

    before = workspace.clock.read_us()
    assert asyncio.run(scenario()) == 5
    assert workspace.clock.read_us() - before > 35_000_000


def test_a_client_without_a_timeout_waits_for_ever(workspace):
    """httpx itself may be told to: then latency is only late."""
    workspace.faults.add("latency", seconds=1000)
    headers = {"authorization": f"Bearer {workspace.token}"}
    with httpx.Client(transport=workspace.transport(), timeout=None, headers=headers) as client:
        assert client.get("https://api.attio.com/v2/objects").status_code == 200
    with httpx.Client(transport=workspace.transport(), timeout=5, headers=headers) as client:
        with pytest.raises(httpx.ReadTimeout):
            client.get("https://api.attio.com/v2/objects")
        workspace.faults.clear()
        workspace.faults.add("timeout")
        with pytest.raises(httpx.ReadTimeout):
            client.get("https://api.attio.com/v2/objects")


def test_by_the_machines_clock_a_latency_really_waits(monkeypatch):
    """The transport sleeps for it."""
    slept = []
    monkeypatch.setattr("attio.core.clock.Clock.sleep", lambda self, seconds: slept.append(seconds))
    workspace = LocalWorkspace(clock=SystemClock())
    workspace.faults.add("latency", seconds=0.25)
    with Attio(transport=workspace.transport()) as client:
        client.objects.list()
    assert slept == [0.25]


def test_a_cut_body_breaks_where_it_is_cut(workspace):
    """What came before it came; an empty one does not even begin."""
    workspace.faults.add("truncate", keep=0.5)
    headers = {"authorization": f"Bearer {workspace.token}"}
    whole = len(send(demo(), request_for("list_objects", demo())).body)
    for keep in (0.5, 0.0):
        workspace.faults.clear()
        workspace.faults.add("truncate", keep=keep)
        with (
            httpx.Client(transport=workspace.transport(), headers=headers) as client,
            client.stream("GET", "https://api.attio.com/v2/objects") as response,
        ):
            parts = []
            with pytest.raises(httpx.RemoteProtocolError, match="complete message body"):
                parts.extend(response.iter_bytes())
        assert 0 <= sum(map(len, parts)) < whole


# Which requests, and how often


def test_requests_are_chosen_by_operation_method_and_path(workspace):
    """Any of the three; several operations at once; routes that do not exist have a path too."""
    struck = workspace.faults.add("error", operation=["list_lists", "list_objects"])
    assert [workspace.request("GET", f"/v2/{each}").status for each in ("lists", "objects", "tasks")] == [
        503,
        503,
        200,
    ]
    assert struck.struck == 2
    workspace.faults.clear()
    workspace.faults.add("error", method="post", path="/v2/objects/*/records*")
    assert workspace.request("POST", "/v2/objects/people/records", {"data": {"values": {}}}).status == 503
    assert workspace.request("GET", "/v2/objects/people").status == 200
    workspace.faults.clear()
    workspace.faults.add("html", path="/v3/*")
    assert workspace.request("GET", "/v3/objects").status == 502


def test_the_nth_request_and_so_many_times(workspace):
    """nth counts matching requests from one, times counts strikes."""
    fault = workspace.faults.add("error", nth=[2, 4, 5], times=2)
    assert [workspace.request(*LIST).status for _ in range(6)] == [200, 503, 200, 503, 200, 200]
    assert (fault.seen, fault.struck) == (6, 2)
    assert "struck 2 of 6" in repr(workspace.faults)


def test_chance_repeats_with_its_seed(workspace):
    """The same seed, the same requests struck; about as many as the probability says."""

    def pattern():
        workspace.faults.clear()
        workspace.faults.seed("chance")
        workspace.faults.add("error", probability=0.3)
        return [workspace.request(*LIST).status for _ in range(200)]

    first = pattern()
    assert pattern() == first
    assert 40 <= first.count(503) <= 80


def test_faults_compose(workspace):
    """Latency on top of an error on top of a duplicate: all of them strike."""
    workspace.faults.add("latency", seconds=1)
    workspace.faults.add("latency", seconds=2)
    workspace.faults.add("truncate")
    workspace.faults.add("error", status=500, times=1)
    workspace.faults.add("duplicate_request")
    answer = workspace.request(*LIST)
    assert (answer.status, answer.delay_s) == (500, 3)
    assert len(answer.body) < int(answer.header("content-length"))
    assert [each.struck for each in workspace.faults] == [1] * 5


def test_a_fault_is_taken_back(workspace):
    """One of them, or all; a workspace without any has no layer."""
    fault = workspace.faults.add("error")
    other = workspace.faults.add("latency")
    workspace.faults.remove(fault)
    assert list(workspace.faults) == [other] and workspace.request(*LIST).status == 200
    workspace.faults.clear()
    workspace.faults.clear()
    assert len(workspace.faults) == 0 and workspace.layers == [] and "none" in repr(workspace.faults)


@pytest.mark.parametrize(
    ("arguments", "problem"),
    [
        ({"kind": "latancy"}, r"kind.*did you mean 'latency'"),
        ({"kind": "error", "operation": "list_object"}, r"operation.*did you mean 'list_objects'"),
        ({"kind": "error", "nth": 0}, "nth"),
        ({"kind": "error", "nth": [1, -1]}, "nth"),
        ({"kind": "error", "times": 0}, "times"),
        ({"kind": "error", "probability": 0.0}, "probability"),
        ({"kind": "error", "probability": 1.5}, "probability"),
        ({"kind": "error", "status": 200}, "status"),
        ({"kind": "html", "status": 199}, "status"),
        ({"kind": "error", "status": 600}, "status"),
        ({"kind": "latency", "seconds": -1}, "seconds"),
        ({"kind": "latency", "seconds": float("nan")}, "seconds"),
        ({"kind": "truncate", "keep": 1.0}, "keep"),
        ({"kind": "duplicate_request", "copies": 0}, "copies"),
        ({"kind": "rate_limit", "retry_after": "soon"}, "retry_after"),
        ({"kind": "connect", "applied": True}, "applied"),
    ],
)
def test_a_wrong_fault_is_refused_at_once(workspace, arguments, problem):
    """And nothing is added."""
    with pytest.raises(ArgumentError, match=problem):
        workspace.faults.add(**arguments)
    assert len(workspace.faults) == 0


@given(
    kinds=st.lists(
        st.sampled_from(
            ["latency", "rate_limit", "error", "html", "truncate", "duplicate_request", "timeout", "reset"]
        ),
        max_size=4,
    ),
    operation=st.sampled_from(["create_record", "list_records", "create_note", "delete_object"]),
)
@settings(max_examples=40, deadline=None)
def test_any_stack_of_faults_ends_in_an_answer_or_a_broken_connection(kinds, operation):
    """Never in anything else, and the workspace works afterwards."""
    workspace = demo()
    request = request_for(operation, workspace)
    for kind in kinds:
        workspace.faults.add(kind)
    try:
        answer = send(workspace, request)
        if answer.header("content-type").startswith("application/json") and "truncate" not in kinds:
            json.loads(answer.body or b"{}")
    except httpx.TransportError:
        assert {"timeout", "reset"} & set(kinds)
    workspace.faults.clear()
    assert workspace.request(*LIST).status == 200
