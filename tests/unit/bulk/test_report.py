"""What a run says afterwards: results in order, counts, failures, progress."""

from __future__ import annotations

import sys
import uuid

import pytest
from attio_openapi import Request
from hypothesis import given, settings
from hypothesis import strategies as st

from attio.bulk.batch_results import BatchResult, BatchResults
from attio.bulk.report import PREVIEWED, BulkReportData
from attio.bulk.results import Results
from attio.core.errors import BadRequestError
from attio.records.planning import Rules, Seen, Settled, Task
from attio.records.planning_rows import Work

RULES = Rules("upsert", "record", ("objects", "people"))
OUTCOMES = st.sampled_from(["created", "updated", "deleted", "unchanged", "unknown", "failed"])
IDS = st.none() | st.uuids().map(str) | st.sampled_from(["r-1", "", str(uuid.uuid4()).upper()])


@given(st.lists(st.tuples(OUTCOMES, IDS, st.booleans(), st.booleans())), st.randoms(use_true_random=False))
@settings(max_examples=60)
def test_results_come_back_as_they_were(rows, random):
    """Whatever ends first, each row's result is at its index, with its id as it was."""
    results = Results()
    order = list(range(len(rows)))
    random.shuffle(order)
    for index in order:
        outcome, own, earlier, done = rows[index]
        results.note(Settled(index, outcome, own, earlier=earlier, mark="done" if done else None))
    assert len(results) == len(rows)
    for result, (index, (outcome, own, earlier, done)) in zip(results, enumerate(rows), strict=True):
        assert (result.index, result.outcome, result.earlier) == (index, outcome, earlier)
        assert result.record_id == own
        assert result.is_open == (outcome == "failed" or (outcome == "unknown" and not done))


def test_results_are_a_sequence():
    """Index, slice, negative index, length; past the end is an IndexError."""
    results = Results()
    for index in range(3):
        results.note(Settled(index, "created", f"r-{index}"))
    assert results[-1].record_id == "r-2"
    assert [result.index for result in results[1:]] == [1, 2]
    with pytest.raises(IndexError):
        results[3]
    copied = Results(results)
    copied.note(Settled(0, "failed"))
    assert (results[0].outcome, copied[0].outcome, copied[0].record_id) == ("created", "failed", None)
    assert repr(results) == "<Results of 3 rows>"


def test_a_million_results_are_17_bytes_each():
    """The memory of a run does not depend on what is in its rows."""
    results = Results()
    own = str(uuid.uuid4())
    for index in range(100_000):
        results.note(Settled(index, "created", own))
    held = sys.getsizeof(results._codes) + sys.getsizeof(results._ids) + sys.getsizeof(results._odd)
    assert held < 100_000 * 17 * 1.2


def _task(ident="row 0", seen=None) -> Task:
    return Task(0, ident, b"h", {"a": 1}, Work({}), seen)


def test_counts_follow_the_outcomes():
    """Each row is counted once: by its outcome, as skipped, or as failed."""
    report = BulkReportData(RULES)
    error = BadRequestError("no")
    for index, settled in enumerate(
        [
            Settled(0, "created", "r", sent=True, mark="done"),
            Settled(0, "updated", "r", sent=True, mark="done"),
            Settled(0, "deleted", "r", sent=True, mark="done"),
            Settled(0, "unknown", "r", sent=True, mark="done"),
            Settled(0, "unchanged", "r", mark="done"),
            Settled(0, "created", "r", earlier=True, mark="done"),
            Settled(0, "failed", row={"a": 1}, error=error, task=_task(), mark="failed"),
            Settled(0, "unknown", row={"a": 1}, error=error, task=_task(), sent=True, sent_at=5.0),
        ]
    ):
        report.note(
            Settled(
                **{name: getattr(settled, name) for name in settled.__struct_fields__} | {"index": index}
            ),
            collect=True,
        )
    assert (report.created, report.updated, report.deleted, report.unknown) == (1, 1, 1, 2)
    assert (report.skipped, report.failed_count, report.sent) == (2, 1, 5)
    (failure,) = report.failed
    assert (failure.index, failure.row, failure.error, failure.key, failure.seen) == (
        6,
        {"a": 1},
        error,
        None,
        None,
    )
    (open_one,) = report.unresolved
    assert (open_one.index, open_one.seen) == (7, Seen("sent", 7, b"h", sent_at=5.0))
    assert report.open_rows() == [(6, {"a": 1}), (7, {"a": 1})]
    assert not report.complete
    report.elapsed_s = 2.0
    assert report.throughput == 2.5
    assert report.write_time_s == 0.2
    assert repr(report) == (
        "<BulkReportData: 1 created, 1 updated, 1 deleted, 2 unknown, 2 skipped, 1 failed in 2.0 s (2.5/s), "
        "not all rows taken>"
    )
    assert repr(failure) == f"<RowFailure 6: {error!r}>"


def test_a_run_that_goes_on_knows_what_was_done():
    """Done rows by their result, open ones by their failure, others not at all."""
    report = BulkReportData(RULES)
    report.note(Settled(0, "created", "r-0", sent=True, mark="done"), collect=True)
    report.note(Settled(1, "failed", error=BadRequestError("x"), task=_task(), mark="failed"), collect=True)
    sent_before = _task(seen=Seen("sent", 2, sent_at=1.0))
    report.note(
        Settled(2, "failed", error=BadRequestError("x"), task=sent_before, sent=True, sent_at=9.0),
        collect=True,
    )
    report.note(Settled(3, "failed", error=BadRequestError("x")), collect=False)
    assert report.seen(0) == Seen("done", 0, outcome="created", record_id="r-0")
    assert report.seen(1) is None
    assert report.seen(2) == Seen("sent", 2, b"h", sent_at=1.0)
    assert report.seen(3) is None
    assert report.seen(4) is None
    following = BulkReportData(RULES, report)
    assert [result.outcome for result in following.results] == ["created", "failed", "failed", "failed"]
    assert following.created == 0


def test_a_failure_tells_its_key():
    """Where rows are known by a key, so is the failure."""
    report = BulkReportData(RULES._replace(key="sku"))
    failure = report.note(
        Settled(0, "failed", error=BadRequestError("x"), task=_task("key A-1"), mark="failed"), collect=True
    )
    assert failure is not None
    assert failure.key == "A-1"


def test_a_dry_run_shows_the_beginning():
    """The first hundred requests, and how long all of them would take."""
    report = BulkReportData(RULES._replace(dry_run=True))
    for index in range(PREVIEWED + 50):
        report.note(Settled(index, "created"), collect=True)
        report.plan(index, Request("upsert_record", "PUT", "/v2/x", {"a": "b"}, {"data": {}}))
    assert len(report.preview) == PREVIEWED
    assert report.preview[0] == (0, "PUT", "/v2/x", {"a": "b"}, {"data": {}})
    assert report.dry_run
    assert report.write_time_s == 6.0
    report.exhausted = True
    assert not report.complete
    assert repr(report).startswith("<BulkReportData: would be 150 created in")
    assert repr(BulkReportData(RULES)) == "<BulkReportData: no rows in 0.0 s (0.0/s), not all rows taken>"


def test_progress_tells_what_is_left():
    """At the pace so far; nothing where the number of rows, or the pace, is not known."""
    report = BulkReportData(RULES)
    assert report.progress(10, 0.0).remaining_s is None
    for index in range(4):
        report.note(Settled(index, "created", sent=True), collect=True)
    progress = report.progress(10, 2.0)
    assert (progress.done, progress.total, progress.created, progress.throughput) == (4, 10, 4, 2.0)
    assert progress.remaining_s == 3.0
    assert report.progress(None, 2.0).remaining_s is None


def test_batch_results_are_values_or_errors():
    """In order; the first error can be raised."""
    error = BadRequestError("no")
    results = BatchResults(
        [BatchResult(0, "GET", "/v2/a", {"data": 1}), BatchResult(1, "GET", "/v2/b", error=error)]
    )
    assert results.values == [{"data": 1}, None]
    assert results.errors == [error]
    assert results[0].ok
    assert results[0].unwrap() == {"data": 1}
    assert not results[1].ok
    with pytest.raises(BadRequestError):
        results[1].unwrap()
    with pytest.raises(BadRequestError):
        results.raise_first()
    BatchResults(results[:1]).raise_first()
    assert repr(results) == "<BatchResults: 1 ok, 1 failed>"
    assert repr(results[0]) == "<BatchResult 0: GET /v2/a ok>"
    assert "BadRequestError" in repr(results[1])
