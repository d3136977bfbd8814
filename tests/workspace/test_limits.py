"""Rate limits of the workspace, enforced on demand."""

from __future__ import annotations

from email.utils import parsedate_to_datetime

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from attio import Attio
from attio.core.errors import ArgumentError
from attio.testing import LocalWorkspace, SteppingClock
from attio.testing.limits import Window
from tests.workspace.every_operation import demo, request_for, send

LIST = ("GET", "/v2/objects")
WRITE = ("POST", "/v2/objects/companies/records", {"data": {"values": {}}})


@pytest.fixture
def workspace():
    """A workspace whose clock moves a tenth of a millisecond at a look."""
    return LocalWorkspace(clock=SteppingClock(step_ms=0), random_seed="limits")


@pytest.mark.parametrize("window", ["sliding", "fixed"])
def test_100_reads_and_25_writes_a_second(workspace, window):
    """The next one is 429, with the date of a second in which it would be let through; nothing is processed."""
    workspace.limits.enforce(window=window)
    workspace.clock.advance(0.4)
    assert [workspace.request(*LIST).status for _ in range(101)] == [200] * 100 + [429]
    assert [workspace.request(*WRITE).status for _ in range(26)] == [200] * 25 + [429]
    assert len(workspace.state.find_object("companies").rows) == 25
    refused = workspace.request(*LIST)
    assert workspace.limits.refused == 3 and refused.json()["code"] == "rate_limit_exceeded"
    again_at = parsedate_to_datetime(refused.header("retry-after")).timestamp()
    now = workspace.clock.read_us() / 1e6
    assert 0 < again_at - now <= 2
    workspace.clock.advance(again_at - now + 0.001)
    assert workspace.request(*LIST).status == 200


def test_fixed_windows_let_twice_as_much_through_around_their_border(workspace):
    """Sliding ones do not: that is the difference to test against."""
    through = {}
    for window in ("fixed", "sliding"):
        workspace.limits.enforce(window=window, per_endpoint=False)
        workspace.clock.advance(10 - workspace.clock.read_us() / 1e6 % 10 + 0.99)
        before = [workspace.request(*WRITE).status for _ in range(25)]
        workspace.clock.advance(0.02)
        after = [workspace.request(*WRITE).status for _ in range(25)]
        through[window] = (before + after).count(200)
    assert through == {"fixed": 50, "sliding": 25}


def test_single_operations_have_lower_limits():
    """Uploads, recordings and SQL; merges and notes too."""
    for operation, per_s in (
        ("run_sql", 2),
        ("list_notes", 10),
        ("upload_file", 1),
        ("create_call_recording", 1),
    ):
        workspace = demo()
        workspace.clock = SteppingClock(step_ms=0)
        workspace.limits.enforce()
        request = request_for(operation, workspace)
        statuses = [send(workspace, request).status for _ in range(per_s + 1)]
        assert statuses[-1] == 429 and 429 not in statuses[:-1], operation
        workspace.limits.enforce(per_endpoint=False)
        assert 429 not in [send(workspace, request).status for _ in range(per_s + 1)]


def test_all_tokens_share_the_limits(workspace):
    """They are the workspace's."""
    workspace.limits.enforce(reads_per_s=3)
    workspace.add_token("t" * 64)
    tokens = [None, "t" * 64, None, "t" * 64]
    assert [workspace.request(*LIST, token=each).status for each in tokens] == [200, 200, 200, 429]


def test_unknown_routes_are_not_counted(workspace):
    """Only operations have a rate."""
    workspace.limits.enforce(reads_per_s=1)
    assert {workspace.request("GET", "/v2/nothing").status for _ in range(5)} == {404}


def test_scores_of_queries_have_ceilings(workspace):
    """One for a single query, one for all of ten seconds; the counting is by the header that Attio sends."""
    query = (
        "POST",
        "/v2/objects/people/records/query",
        {"sorts": [{"attribute": "name", "field": "first_name", "direction": "asc"}]},
    )
    assert workspace.request(*query).header("x-attio-record-query-score") == "2"
    workspace.limits.enforce(query_score=1)
    assert workspace.request(*query).status == 429
    assert workspace.request(*query[:2], {}).status == 200
    workspace.limits.enforce(query_scores_per_10_s=5)
    assert [workspace.request(*query).status for _ in range(3)] == [200, 200, 429]
    workspace.clock.advance(10.1)
    assert workspace.request(*query).status == 200
    workspace.limits.enforce(query_scores_per_10_s=1)
    assert workspace.request(*query).status == 429


def test_limits_are_lifted_again(workspace):
    """And then nothing is counted."""
    workspace.limits.enforce(reads_per_s=1)
    assert workspace.limits.enforced
    workspace.limits.lift()
    workspace.limits.lift()
    assert not workspace.limits.enforced and workspace.layers == []
    assert {workspace.request(*LIST).status for _ in range(5)} == {200}


@pytest.mark.parametrize("arguments", [{"window": "round"}, {"reads_per_s": 0}, {"writes_per_s": 0.5}])
def test_a_wrong_limit_is_refused(workspace, arguments):
    """Named, and nothing is enforced."""
    with pytest.raises(ArgumentError):
        workspace.limits.enforce(**arguments)
    assert not workspace.limits.enforced


@pytest.mark.parametrize("window", ["sliding", "fixed"])
def test_the_client_never_meets_a_limit_that_it_keeps(window):
    """A client of a workspace with limits paces itself: no 429, at nearly the whole rate."""
    workspace = LocalWorkspace(random_seed="paced")
    workspace.limits.enforce(window=window)
    with Attio(transport=workspace.transport()) as client:
        before = workspace.clock.read_us()
        for number in range(100):
            client.companies.create({"name": f"Firm {number}"})
        elapsed_s = (workspace.clock.read_us() - before) / 1e6
    assert workspace.limits.refused == 0
    assert 3.8 < elapsed_s < 6


def test_a_client_that_does_not_keep_them_waits_and_loses_nothing():
    """With its limiter off it meets 429s, and every write is done once."""
    workspace = LocalWorkspace(random_seed="unpaced")
    workspace.limits.enforce()
    with Attio(transport=workspace.transport(), rate_limiter="off") as client:
        for number in range(60):
            client.companies.create({"name": f"Firm {number}"})
    assert workspace.limits.refused > 0
    assert len(workspace.state.find_object("companies").rows) == 60


@given(
    steps=st.lists(st.integers(0, 400_000), min_size=1, max_size=60),
    limit=st.integers(1, 5),
    kind=st.sampled_from(["sliding", "fixed"]),
)
@settings(max_examples=150, deadline=None)
def test_no_window_is_ever_overfull(steps, limit, kind):
    """Whatever comes when: never more than the limit within a second, and what must wait fits when it is told to."""
    window = Window(limit, kind)
    now_us, taken = 1_700_000_000_000_000, []
    for step in steps:
        now_us += step
        free_us = window.free_at_us(now_us)
        assert free_us >= now_us
        if free_us == now_us:
            window.take(now_us)
            taken.append(now_us)
        else:
            assert free_us <= now_us + 1_000_000
    for at_us in taken:
        if kind == "sliding":
            assert sum(at_us - 1_000_000 < each <= at_us for each in taken) <= limit
        else:
            assert sum(each // 1_000_000 == at_us // 1_000_000 for each in taken) <= limit
