"""A run that dies at any step goes on: nothing is lost, nothing is done twice, creates are never sent blindly."""

from __future__ import annotations

import tempfile
from collections import Counter
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from attio.bulk.journal import Journal
from attio.bulk.journal_file import JournalError
from attio.core.errors import ArgumentError
from tests.unit.bulk.world import Killed, Power, World, people

ROWS = 2


class Life:
    """One process that works on a journal until its power goes off."""

    def __init__(self, world: World, path: Path, last: int | None) -> None:
        self.world = world
        self.path = path
        self.power = Power(last)

    def run(self, verb: str, rows: list[Any], **options: Any) -> Any:
        """Run until the end, or until the power goes: then None."""
        power, world = self.power, self.world
        world.wire.power = power
        begin, finish = Journal.begin, Journal.finish

        def begun(journal: Journal, task: Any, sent_at: float) -> float:
            power.step("before begin")
            begin(journal, task, sent_at)
            power.step("after begin")
            return sent_at

        def finished(journal: Journal, settled: Any) -> None:
            power.step("before finish")
            finish(journal, settled)
            power.step("after finish")

        Journal.begin, Journal.finish = begun, finished
        try:
            client = world.new_client()
            call = getattr(client.people, f"bulk_{verb}")
            matching = {"matching": "email_addresses"} if verb == "upsert" else {}
            return world.call(call, rows, journal=self.path, **matching, **options)
        except Killed:
            return None
        finally:
            Journal.begin, Journal.finish = begin, finish
            world.wire.power = Power()


def _prepare(world: World, verb: str, *, unique: bool = True) -> list[Any]:
    if verb == "create" and not unique:
        return [{"name": f"Person Number{at}"} for at in range(ROWS)]
    if verb in {"create", "upsert"}:
        return people(ROWS)
    ids = [world.call(world.client.people.create, row).id for row in people(ROWS)]
    world.wire.received.clear()
    return (
        ids
        if verb == "delete"
        else [(own, {"phone_numbers": [f"+4420794600{at:02}"]}) for at, own in enumerate(ids)]
    )


def _check(world: World, verb: str, report: Any, *, unique: bool, lives: int) -> None:
    """Everything that api.md promises of a journal."""
    done = [one for one in world.writes() if one.status == 200]
    per_row = Counter(str(one.body or one.path) for one in done)
    records = world.records()
    if verb == "create":
        assert all(count == 1 for count in per_row.values())
        assert len(records) == len(per_row)
        if unique:
            assert (len(records), report.unknown, report.failed_count) == (ROWS, 0, 0)
            assert {record.id for record in records} == {result.record_id for result in report.results}
        else:
            assert report.unknown <= lives
            assert ROWS - report.unknown <= len(records) <= ROWS
    elif verb == "delete":
        assert records == []
        assert len(per_row) == ROWS
        assert {result.outcome for result in report.results} == {"deleted"}
    elif verb == "update":
        assert all(len(record["phone_numbers"]) == 1 for record in records)
        assert {result.outcome for result in report.results} == {"updated"}
    else:
        assert len(records) == ROWS
        assert {record.id for record in records} == {result.record_id for result in report.results}
        assert "failed" not in {result.outcome for result in report.results}
    if verb != "create" or unique:
        assert report.complete


@pytest.mark.parametrize(
    ("verb", "unique"),
    [("create", True), ("create", False), ("upsert", True), ("update", True), ("delete", True)],
)
def test_killed_at_every_step(tmp_path, world, verb, unique):
    """One row after the other, the power goes off at each step in turn; then the same call finishes the work."""
    whole = Life(World(world.kind), tmp_path / "whole.db", None)
    rows = _prepare(whole.world, verb, unique=unique)
    assert whole.run(verb, rows, concurrency=1).complete
    steps = len(whole.power.steps)
    assert steps >= ROWS * 6
    for last in range(steps):
        fresh = World(world.kind)
        rows = _prepare(fresh, verb, unique=unique)
        path = tmp_path / f"{last}.db"
        assert Life(fresh, path, last).run(verb, rows, concurrency=1) is None, whole.power.steps[last]
        before = len(fresh.writes())
        assert before <= last
        report = Life(fresh, path, None).run(verb, rows, concurrency=1)
        _check(fresh, verb, report, unique=unique, lives=1)
        sent = len(fresh.writes())
        report = Life(fresh, path, None).run(verb, rows)
        assert report.skipped + report.unknown == ROWS
        assert len(fresh.writes()) == sent, "a third run has nothing to send"


@given(
    st.sampled_from(["sync", "async"]),
    st.sampled_from(["create", "upsert", "update", "delete"]),
    st.booleans(),
    st.lists(st.integers(0, 16), min_size=1, max_size=3),
    st.integers(1, 3),
)
@settings(max_examples=30, deadline=None)
def test_killed_again_and_again(kind, verb, unique, deaths, concurrency):
    """Several rows under way, several kills in a row, at any step: the promises hold."""
    unique = unique or verb != "create"
    with tempfile.TemporaryDirectory() as folder:
        world = World(kind)
        rows = _prepare(world, verb, unique=unique)
        path = Path(folder) / "j.db"
        for last in deaths:
            Life(world, path, last).run(verb, rows, concurrency=concurrency)
        report = Life(world, path, None).run(verb, rows, concurrency=concurrency)
        _check(world, verb, report, unique=unique, lives=len(deaths) * concurrency)


def test_a_journal_is_taken_up_by_key_in_any_order(tmp_path, world):
    """Known by a key, rows may come in another order, and with new ones among them."""
    rows = people(4)
    life = Life(world, tmp_path / "j.db", 11)
    assert life.run("create", rows, key="email_addresses", concurrency=1) is None
    rows = [*reversed(rows), {"email_addresses": ["new@rows.example"]}]
    report = Life(world, tmp_path / "j.db", None).run("create", rows, key="email_addresses")
    assert report.complete
    assert len(world.records()) == 5
    assert len(world.writes()) == 5


def test_a_list_that_shifted_is_not_created_again(tmp_path, world):
    """Without a key rows are known by place and content: a new first row makes none of the old ones twice."""
    rows = people(3)
    assert Life(world, tmp_path / "j.db", None).run("create", rows).complete
    shifted = [{"name": "New First"}, *rows]
    report = Life(world, tmp_path / "j.db", None).run("create", shifted)
    assert len(world.records()) == 3
    assert (report.failed_count, report.created) == (4, 0) or report.failed_count == 3
    assert "is not created twice" in str(report.failed[0].error)


def test_a_key_twice_in_a_run_fails_the_second_row(tmp_path, world):
    """With a journal and without one; the first row is done."""
    rows = [*people(2), {**people(1)[0], "job_title": "again"}]
    for options in ({"journal": tmp_path / "j.db"}, {}):
        report = world.call(
            world.client.people.bulk_upsert,
            rows,
            matching="email_addresses",
            key="email_addresses",
            **options,
        )
        assert report.failed_count == 1
        assert report.failed[0].index == 2
        assert isinstance(report.failed[0].error, ArgumentError)
        assert "is the key of" in str(report.failed[0].error)
    assert sorted(record["job_title"] for record in world.records()) == ["No 0", "No 1"]


def test_what_failed_is_sent_again_by_the_next_run(tmp_path, world):
    """A refused row is no done row: repaired by its owner, or in Attio, it goes through."""
    down = True
    world.wire.trouble = lambda operation, body: "refuse" if down and "p1@" in str(body) else None
    report = Life(world, tmp_path / "j.db", None).run("create", people(3))
    assert (report.created, report.failed_count) == (2, 1)
    down = False
    report = Life(world, tmp_path / "j.db", None).run("create", people(3))
    assert (report.created, report.skipped) == (1, 2)
    assert world.call(report.resume).skipped == 3
    assert len(world.records()) == 3


def test_a_run_over_an_iterator_resumes_with_its_journal(tmp_path, world):
    """The report knows the rows that failed, the journal what was done."""
    down = True
    world.wire.trouble = lambda operation, body: "refuse" if down and "p1@" in str(body) else None
    report = Life(world, tmp_path / "j.db", None).run("create", iter(people(3)))
    assert report.failed_count == 1
    down = False
    following = world.call(report.resume)
    assert (following.created, following.skipped, following.complete) == (1, 2, True)
    assert [result.outcome for result in following.results] == ["created"] * 3


def test_a_journal_is_of_one_call_and_one_workspace(tmp_path, world):
    """Another verb, object or workspace is refused before anything is sent."""
    path = tmp_path / "j.db"
    assert Life(world, path, None).run("create", people(2)).complete
    with pytest.raises(JournalError, match="verb: bulk_create, now bulk_upsert"):
        Life(world, path, None).run("upsert", people(2))
    with pytest.raises(JournalError, match="of: objects/people, now objects/companies"):
        world.call(world.client.companies.bulk_create, [], journal=path)
    other = World(world.kind)
    with pytest.raises(JournalError, match="workspace: "):
        Life(other, path, None).run("create", people(2))
    assert not other.writes()
    options = {"options": {"api_key": other.workspace.token}}
    assert Life(world, path, None).run("create", people(2), **options).skipped == 2


def test_a_journal_in_use_is_refused(tmp_path, world):
    """Two runs do not work through one list at the same time."""
    path = tmp_path / "j.db"
    inner: list[Exception] = []

    def again(operation, body):
        if operation == "create_record" and not inner:
            other = World("sync", world.workspace)
            try:
                other.client.people.bulk_create(people(1), journal=path)
            except JournalError as error:
                inner.append(error)

    world.wire.trouble = again
    assert Life(world, path, None).run("create", people(1)).complete
    assert "in use" in str(inner[0])


def test_a_dry_run_leaves_the_journal_alone(tmp_path, world):
    """It makes none, and of one that is there it only reads what was done."""
    path = tmp_path / "j.db"
    assert Life(world, path, None).run("create", people(2), dry_run=True).created == 2
    assert not path.exists()
    Life(world, path, None).run("create", people(1))
    report = Life(world, path, None).run("create", people(2), dry_run=True)
    assert (report.skipped, report.created) == (1, 1)
    assert Life(world, path, None).run("create", people(2)).created == 1


def test_a_journal_that_cannot_be_written_ends_the_run(tmp_path, world, monkeypatch):
    """A full disk is no failure of a row: nothing is sent that could not be noted."""

    def full(self, task, sent_at):
        raise JournalError("journal: database or disk is full")

    monkeypatch.setattr(Journal, "begin", full)
    with pytest.raises(JournalError, match="disk is full"):
        world.call(world.client.people.bulk_create, people(5), journal=tmp_path / "j.db")
    assert not world.writes()


def test_rows_without_content_need_a_key(tmp_path, world):
    """A value that could not be recognised in the next run is refused, a key makes it known."""

    class Title:
        def __str__(self):
            return "CTO"

    row = {"email_addresses": ["a@rows.example"], "job_title": Title()}
    report = world.call(world.client.people.bulk_create, [row], journal=tmp_path / "j.db")
    assert "give key=" in str(report.failed[0].error)


def test_cancelled_tasks_leave_the_journal_whole(tmp_path):
    """An async run whose task is cancelled goes on later like one that was killed."""
    import asyncio

    world = World("async")
    rows = people(6)
    path = tmp_path / "j.db"

    async def main() -> None:
        task = asyncio.create_task(world.client.people.bulk_create(rows, journal=path, concurrency=2))
        while len(world.writes()) < 3:
            await asyncio.sleep(0)
        task.cancel()
        with pytest.raises(asyncio.CancelledError):
            await task

    asyncio.run(main())
    assert Life(world, path, None).run("create", rows).complete
    assert len(world.records()) == 6
    assert all(one.status == 200 for one in world.writes())
