"""The bulk calls on records, against a local workspace, with both kinds of client."""

from __future__ import annotations

import asyncio
import threading
import time

import httpx
import pytest

from attio import RowFailure
from attio.core.errors import (
    APIConnectionError,
    ArgumentError,
    ArgumentTypeError,
    AuthenticationError,
    BadRequestError,
    MaybeSentError,
    NotFoundError,
    UniquenessConflictError,
)
from attio.testing import LocalWorkspace
from tests.unit.bulk.world import SetClock, World, people

ABSENT = "00000000-0000-4000-8000-000000000000"


def _upsert(world: World, rows, **options):
    return world.call(world.client.people.bulk_upsert, rows, matching="email_addresses", **options)


def test_creates_updates_and_deletes_many(world):
    """Every verb does its row's work, and the results are in the order of the rows."""
    made = world.call(world.client.people.bulk_create, people(30))
    assert (made.created, made.failed_count, made.complete) == (30, 0, True)
    ids = [result.record_id for result in made.results]
    by_id = {record.id: record for record in world.records()}
    assert [by_id[own]["job_title"] for own in ids] == [f"No {at}" for at in range(30)]
    rows = [(own, {"job_title": f"New {at}"}) for at, own in enumerate(ids)]
    changed = world.call(world.client.people.bulk_update, rows)
    assert changed.updated == 30
    assert [result.record_id for result in changed.results] == ids
    assert sorted(record["job_title"] for record in world.records()) == sorted(
        f"New {at}" for at in range(30)
    )
    gone = world.call(world.client.people.bulk_delete, [*ids[:10], ABSENT])
    assert (gone.deleted, gone.failed_count) == (10, 1)
    assert isinstance(gone.failed[0].error, NotFoundError)
    assert len(world.records()) == 20
    assert world.wire.most_busy <= 8


def test_rows_run_at_the_same_time_and_not_more_of_them(world):
    """As many as `concurrency` says are under way, and no more."""
    if world.kind == "sync":
        world.wire.gate = threading.Barrier(4)
    _upsert(world, people(16), concurrency=4)
    assert world.wire.most_busy == 4
    world.wire.gate = None
    world.wire.most_busy = 0
    _upsert(world, people(5), concurrency=1)
    assert world.wire.most_busy == 1


def test_created_and_updated_are_told_apart():
    """By created_at against the answer's date; a record of an hour ago was updated."""
    for kind in ("sync", "async"):
        clock = SetClock(3600)
        world = World(kind, LocalWorkspace(clock=clock))
        _upsert(world, people(10))
        clock.behind_s = 0
        report = _upsert(world, people(20))
        assert (report.updated, report.created, report.unknown) == (10, 10, 0)
        assert [result.outcome for result in report.results] == ["updated"] * 10 + ["created"] * 10


def test_a_record_of_this_moment_is_not_called_created():
    """A row for a record that somebody made within the same second is unknown, one of our own runs updated."""
    for kind in ("sync", "async"):
        clock = SetClock(0.05)
        world = World(kind, LocalWorkspace(clock=clock))
        world.call(world.client.people.create, people(1)[0])
        clock.behind_s = 0
        report = _upsert(world, people(1))
        assert (report.created, report.updated + report.unknown) == (0, 1)
        assert _upsert(world, people(3)).created == 2
        report = _upsert(world, people(3))
        assert (report.created, report.updated + report.unknown) == (0, 3)


def test_two_rows_about_one_record_keep_their_order(world):
    """The last row wins, whatever runs at the same time, and only the first created the record."""
    rows = [{"email_addresses": [f"p{at % 3}@rows.example"], "job_title": f"No {at}"} for at in range(30)]
    report = _upsert(world, rows)
    assert (report.created, report.updated) == (3, 27)
    assert sorted(record["job_title"] for record in world.records()) == ["No 27", "No 28", "No 29"]


def test_a_failing_row_does_not_stop_the_others(world):
    """Bad rows end in `failed`, with the row as it was given, its index and the error."""
    rows = people(12)
    rows[2] = {"email_addresses": ["nonsense"]}
    rows[5] = {"job_title": "no address"}
    rows[7] = {"email_addresses": ["x@rows.example"], "no_such_thing": 1}
    rows[9] = {"email_addresses": ["y@rows.example"], "no_such_thing": float("nan")}
    rows[10] = "a text"
    report = _upsert(world, rows)
    assert (report.created, report.failed_count, report.complete) == (7, 5, False)
    failed = {failure.index: failure for failure in report.failed}
    assert sorted(failed) == [2, 5, 7, 9, 10]
    assert failed[2].row is rows[2]
    assert "is not an e-mail address" in str(failed[2].error)
    assert "the values hold nothing to match on" in str(failed[5].error)
    assert "Cannot find attribute with slug/ID" in str(failed[7].error)
    assert "is not a finite number" in str(failed[9].error)
    assert "must be a mapping" in str(failed[10].error)
    assert [result.index for result in report.results if result.is_open] == [2, 5, 7, 9, 10]
    assert all(failure.error.__traceback__ is None for failure in report.failed)


def test_ten_megabytes_of_text_fail_by_themselves(world):
    """A row that is too large is refused before it is sent, and says its size."""
    rows = [{**people(1)[0], "description": "x" * 10_000_001}, *people(2)[1:]]
    report = _upsert(world, rows)
    assert report.created == 1
    assert "is 10,000,001 bytes of text" in str(report.failed[0].error)
    assert len(world.writes()) == 1


def test_a_row_that_raises_when_it_is_read_fails_by_itself(world):
    """A mapping of the caller's that is broken is a failed row, not the end of the run."""

    class Broken(dict):
        def keys(self):
            raise RuntimeError("broken row")

        def __iter__(self):
            raise RuntimeError("broken row")

    report = world.call(world.client.people.bulk_create, [Broken(name="x"), *people(2)])
    assert (report.created, report.failed_count) == (2, 1)
    assert "broken row" in str(report.failed[0].error)


def test_raise_ends_with_the_first_error(world):
    """What is under way ends, nothing more begins, and the error says how far the run came."""
    rows = people(50)
    rows[5] = {"email_addresses": ["nonsense"]}
    with pytest.raises(ArgumentError, match="is not an e-mail address") as caught:
        _upsert(world, rows, on_error="raise", concurrency=2)
    assert len(world.writes()) <= 7
    assert "bulk_upsert stopped here" in caught.value.__notes__[0]
    assert "a journal= would let it go on" in caught.value.__notes__[0]


def test_a_function_gets_each_failure(world):
    """And nothing is kept, so that memory stays bounded; what it raises ends the run."""
    rows = people(6)
    rows[1] = rows[4] = {"email_addresses": ["nonsense"]}
    seen: list[RowFailure] = []
    report = _upsert(world, rows, on_error=seen.append)
    assert sorted(failure.index for failure in seen) == [1, 4]
    assert (report.failed, report.failed_count, report.created) == ([], 2, 4)

    def refuse(failure):
        raise KeyError(failure.index)

    with pytest.raises(KeyError):
        _upsert(world, rows, on_error=refuse)


def test_rows_may_come_from_anywhere(world):
    """Generators, sets of ids, async generators: one by one, as they are needed."""
    pulled: list[int] = []

    def rows():
        for at, row in enumerate(people(20)):
            pulled.append(at)
            assert at - len(world.writes()) <= 3
            yield row

    assert _upsert(world, rows(), concurrency=2).created == 20
    ids = {record.id for record in world.records()}
    assert world.call(world.client.people.bulk_delete, ids).deleted == 20
    assert _upsert(world, []).complete

    async def later():
        for row in people(5):
            await asyncio.sleep(0)
            yield row

    if world.kind == "async":
        assert _upsert(world, later()).created == 5
    else:
        with pytest.raises(ArgumentTypeError, match="use AsyncAttio"):
            _upsert(world, later())


@pytest.mark.parametrize("rows", ["abc", {"name": "x"}, None, 5])
def test_what_is_no_rows_is_refused_at_once(world, rows):
    """Nothing is sent for one row that was not put into a list."""
    with pytest.raises(ArgumentTypeError, match="rows: must be an iterable"):
        _upsert(world, rows)
    assert not world.writes()


def test_an_error_of_the_rows_themselves_ends_the_run(world):
    """What a generator raises comes out, after what was under way has ended."""

    def rows():
        yield from people(3)
        raise OSError("the file is torn")

    with pytest.raises(OSError, match="the file is torn"):
        _upsert(world, rows())
    assert len(world.writes()) == 3


@pytest.mark.parametrize(
    ("arguments", "problem"),
    [
        ({"mode": "merge"}, "mode: is not one of the allowed values"),
        ({"matching": ""}, "matching: is empty"),
        ({"concurrency": 0}, "concurrency: is out of range"),
        ({"colour": 1}, "colour: is no option of a bulk call"),
    ],
)
def test_a_wrong_argument_is_named_before_anything_is_sent(world, arguments, problem):
    """Each of them, with what is allowed."""
    with pytest.raises(ArgumentError) as caught:
        world.call(world.client.people.bulk_upsert, people(2), **{"matching": "email_addresses", **arguments})
    assert problem in str(caught.value)
    assert not world.writes()


def test_progress_is_told_now_and_then_and_at_the_end(world):
    """The last call has the whole; the total is known where the rows can tell it."""
    told = []
    _upsert(world, people(10), progress=told.append)
    assert (told[-1].done, told[-1].total, told[-1].created) == (10, 10, 10)
    _upsert(world, iter(people(10)), progress=told.append)
    assert told[-1].total is None

    def refuse(progress):
        raise KeyError("progress")

    with pytest.raises(KeyError, match="progress"):
        _upsert(world, people(2), progress=refuse)


def test_progress_is_told_ten_times_a_second(world, monkeypatch):
    """By the client's clock, not once a row."""
    told = []
    seconds = [0.0]

    def tick(operation, body):
        seconds[0] += 0.03

    world.wire.trouble = tick
    monkeypatch.setattr(type(world.client.session), "monotonic", lambda self: seconds[0])
    _upsert(world, people(20), progress=told.append, concurrency=1)
    assert 4 <= len(told) <= 7
    assert told[-1].elapsed_s == pytest.approx(0.6)
    assert told[-1].throughput == pytest.approx(20 / 0.6)


def test_cancel_ends_a_run_in_good_order(world):
    """What is under way ends, the rest is left; resume() takes it up."""
    cancel = threading.Event()
    rows = people(20)

    def trouble(operation, body):
        if len(world.writes()) == 5:
            cancel.set()

    world.wire.trouble = trouble
    report = _upsert(world, rows, cancel=cancel, concurrency=2)
    assert report.cancelled
    assert not report.complete
    assert 5 <= report.created <= 8
    assert len(world.writes()) == report.created == len(report.results)
    following = world.call(report.resume)
    assert (following.created, following.skipped) == (20 - report.created, report.created)
    assert following.complete
    assert len(world.writes()) == 20
    done = threading.Event()
    done.set()
    report = _upsert(world, rows, cancel=done)
    assert (report.cancelled, len(report.results)) == (True, 0)


def test_a_cancelled_run_over_an_iterator_goes_on_where_it_stopped(world):
    """No row is lost between the part before and the part after, failed ones included."""
    cancel = threading.Event()
    rows = people(12)
    rows[1] = {"email_addresses": ["nonsense"]}
    world.wire.trouble = lambda operation, body: cancel.set() if len(world.writes()) == 4 else None
    report = _upsert(world, iter(rows), cancel=cancel, concurrency=3)
    assert report.cancelled
    rows[1]["email_addresses"] = ["repaired@rows.example"]
    following = world.call(report.resume)
    assert following.complete
    assert following.skipped == report.created
    assert len(following.results) == 12
    assert {result.outcome for result in following.results} == {"created"}
    with pytest.raises(ArgumentError, match="its rest was taken by an earlier resume"):
        world.call(report.resume)


def test_resume_repeats_what_failed(world):
    """Without a journal the report knows what is done."""
    down = True
    world.wire.trouble = lambda operation, body: "refuse" if down and "p3@" in str(body) else None
    report = _upsert(world, people(6))
    assert (report.created, report.failed_count) == (5, 1)
    assert isinstance(report.failed[0].error, APIConnectionError)
    down = False
    following = world.call(report.resume)
    assert (following.created, following.skipped, following.failed_count) == (1, 5, 0)
    assert following.complete
    assert world.call(following.resume).skipped == 6


def test_a_create_whose_answer_was_lost_is_never_sent_blindly(world):
    """It is unknown; resumed, it is looked up where it has something unique, and left alone where it has not."""
    lost = True
    world.wire.trouble = lambda operation, body: "lose" if lost and operation == "create_record" else None
    rows = [*people(2), {"name": "Ada Lovelace"}]
    report = world.call(world.client.people.bulk_create, rows)
    assert (report.unknown, report.created, report.failed_count) == (3, 0, 0)
    assert all(isinstance(one.error, MaybeSentError) for one in report.unresolved)
    lost = False
    following = world.call(report.resume)
    assert (following.created, following.unknown) == (2, 1)
    assert [failure.row for failure in following.unresolved] == [{"name": "Ada Lovelace"}]
    assert "no value of a unique attribute" in str(following.unresolved[0].error)
    assert len(world.writes()) == 3
    assert len(world.records()) == 3
    again = world.call(following.resume)
    assert (again.skipped, again.unknown) == (2, 1)
    assert len(world.writes()) == 3


def test_a_lost_create_whose_record_is_gone_is_made_again(world):
    """Nobody has the unique value any more, so sending the row again cannot make a second record."""
    world.wire.trouble = lambda operation, body: "lose" if operation == "create_record" else None
    report = world.call(world.client.people.bulk_create, people(1))
    world.wire.trouble = lambda operation, body: None
    (record,) = world.records()
    world.call(world.client.people.delete, record.id)
    following = world.call(report.resume)
    assert following.created == 1
    assert len(world.records()) == 1


def test_an_older_record_with_the_value_is_a_conflict():
    """A record that was there before the create began is not taken for its result."""
    for kind in ("sync", "async"):
        clock = SetClock(3600)
        world = World(kind, LocalWorkspace(clock=clock))
        world.call(world.client.people.create, people(1)[0])
        clock.behind_s = 0
        world.wire.trouble = lambda operation, body: "lose" if operation == "create_record" else None
        report = world.call(world.client.people.bulk_create, people(1))
        assert report.unknown == 1
        world.wire.trouble = lambda operation, body: None
        following = world.call(report.resume)
        assert (following.created, following.failed_count) == (0, 1)
        assert isinstance(following.failed[0].error, UniquenessConflictError)


def test_a_custom_unique_attribute_resolves_a_create(world):
    """The schema tells what is unique; it is loaded for that."""
    with world.new_client() if world.kind == "sync" else World("sync", world.workspace).client as client:
        client.objects.create(api_slug="things", singular_noun="Thing", plural_noun="Things")
        client.attributes.create(object="things", title="SKU", api_slug="sku", type="text", is_unique=True)
        client.attributes.create(object="things", title="Note", api_slug="note", type="text")
    world.wire.trouble = lambda operation, body: "lose" if operation == "create_record" else None
    things = world.client.object("things")
    report = world.call(things.bulk_create, [{"sku": "A-1", "note": "x"}, {"note": "y"}])
    assert report.unknown == 2
    world.wire.trouble = lambda operation, body: None
    following = world.call(report.resume)
    assert (following.created, following.unknown) == (1, 1)
    assert len(world.records("things")) == 2


def test_without_the_scope_for_the_schema_the_standard_table_tells(world):
    """People are known by their addresses, whatever the token may read."""
    world.wire.trouble = lambda operation, body: "lose" if operation == "create_record" else None
    report = world.call(world.client.people.bulk_create, people(1))
    world.wire.trouble = lambda operation, body: None
    forbidden = httpx.Response(
        403, json={"status_code": 403, "type": "auth_error", "code": "unauthorized", "message": "no"}
    )
    respond = world.wire._respond
    world.wire._respond = lambda request, content: (
        forbidden if request.url.path.endswith("/attributes") else respond(request, content)
    )
    following = world.call(report.resume)
    assert following.created == 1
    assert len(world.writes()) == 1


def test_a_refused_token_ends_the_run(world):
    """Not every row is tried with a token that Attio does not know."""
    client = world.new_client(api_key="x" * 64)
    with pytest.raises(AuthenticationError) as caught:
        world.call(client.people.bulk_upsert, people(50), matching="email_addresses", concurrency=2)
    assert "bulk_upsert stopped here" in caught.value.__notes__[0]
    assert len(world.writes()) <= 3


def test_a_network_that_is_gone_ends_the_run(world):
    """After a hundred rows in a row that could not be sent, the rest is not tried."""
    world.wire.trouble = lambda operation, body: "refuse"
    with pytest.raises(APIConnectionError):
        _upsert(world, people(300))
    assert not world.writes()


def test_a_dry_run_writes_nothing(world):
    """It tells what would be done, row by row, and shows the first requests."""
    _upsert(world, people(2))
    rows = [*people(3), {"email_addresses": ["nonsense"]}]
    before = len(world.writes())
    report = _upsert(world, rows, dry_run=True)
    assert (report.created, report.updated, report.failed_count) == (1, 2, 1)
    assert len(world.writes()) == before
    assert [write.row for write in report.preview] == [0, 1, 2]
    assert report.preview[0].path == "/v2/objects/people/records"
    assert report.preview[0].query == {"matching_attribute": "email_addresses"}
    assert report.write_time_s == 3 / 25
    with pytest.raises(ArgumentError, match="nothing was done, so there is nothing to resume"):
        world.call(report.resume)
    (one, two) = world.records()
    for call, values in (
        (world.client.people.bulk_update, [(one.id, {"job_title": "x"})]),
        (world.client.people.bulk_delete, [two.id]),
    ):
        assert world.call(call, values, dry_run=True).results[0].outcome in {"updated", "deleted"}
    assert len(world.writes()) == before


def test_modes_of_an_upsert(world):
    """append adds, replace overwrites, fill_empty leaves what is there, only_if_changed writes what differs."""
    first = {"email_addresses": ["a@rows.example"], "phone_numbers": ["+442079460000"], "job_title": "CTO"}
    second = {
        "email_addresses": ["a@rows.example"],
        "phone_numbers": ["+442079460001"],
        "description": "d",
        "job_title": "CEO",
    }
    expected = {
        "replace": (["+442079460001"], "CEO", "d"),
        "append": (["+442079460000", "+442079460001"], "CEO", "d"),
        "fill_empty": (["+442079460000"], "CTO", "d"),
        "only_if_changed": (["+442079460001"], "CEO", "d"),
    }
    for mode, (phones, title, text) in expected.items():
        _upsert(world, [first])
        report = _upsert(world, [second], mode=mode)
        assert (report.updated, report.created) == (1, 0), mode
        (person,) = world.records()
        assert sorted(person["phone_numbers"]) == phones, mode
        assert (person["job_title"], person["description"]) == (title, text), mode
        before = len(world.writes())
        again = _upsert(world, [second], mode=mode)
        unchanged = mode in {"fill_empty", "only_if_changed"}
        assert (again.skipped, len(world.writes()) - before) == ((1, 0) if unchanged else (0, 1))
        assert again.results[0].outcome == ("unchanged" if unchanged else "updated")
        world.call(world.client.people.delete, person.id)


def test_modes_of_an_update(world):
    """append adds to several values, replace overwrites; a changed record is saved."""
    _upsert(world, [{"email_addresses": ["a@rows.example"], "phone_numbers": ["+442079460000"]}])
    (person,) = world.records()
    row = {"record_id": person.id, "phone_numbers": ["+442079460001"]}
    assert world.call(world.client.people.bulk_update, [row]).updated == 1
    assert len(world.records()[0]["phone_numbers"]) == 2
    assert world.call(world.client.people.bulk_update, [row], mode="replace").updated == 1
    (person,) = world.records()
    assert person["phone_numbers"] == ["+442079460001"]
    person["phone_numbers"] = ["+442079460002"]
    report = world.call(world.client.people.bulk_update, [person, world.records()[0]])
    assert (report.updated, report.skipped) == (1, 1)
    assert world.records()[0]["phone_numbers"] == ["+442079460002"]
    with pytest.raises(ArgumentError, match="mode: is not one of the allowed values"):
        world.call(world.client.people.bulk_update, [], mode="fill_empty")


def test_a_schema_that_changed_under_a_loaded_one(world):
    """A new attribute is found by loading the schema again, an archived one refused row by row."""
    world.call(world.client.people.schema)
    with World("sync", world.workspace).client as other:
        other.attributes.create(object="people", title="Tier", api_slug="tier", type="text")
    clock = world.client.session.clock
    later = time.monotonic() + 2  # a schema younger than a second is believed
    type(clock).monotonic, kept = lambda self: later, type(clock).monotonic
    try:
        report = _upsert(world, [{**row, "tier": "gold"} for row in people(4)])
    finally:
        type(clock).monotonic = kept
    assert (report.created, report.failed_count) == (4, 0)
    assert {record["tier"] for record in world.records()} == {"gold"}
    report = _upsert(world, [{**row, "teir": "gold"} for row in people(2)])
    assert report.failed_count == 2
    assert "tier" in str(report.failed[0].error)


def test_raw_responses_of_a_whole_run_are_not_kept(world):
    """with_raw_response works, and holds no answers of single rows."""
    raw = world.call(world.client.with_raw_response.people.bulk_upsert, people(3), matching="email_addresses")
    assert raw.parsed.created == 3
    assert (raw.response, raw.content) == (None, b"")


def test_an_answer_that_is_no_record_is_an_error_of_its_row(world):
    """A create that was answered with nonsense may have been done: unknown."""
    for body in (b"{}", b'{"data": {}}', b"not json"):
        respond = world.wire._respond
        world.wire._respond = lambda request, content, body=body: httpx.Response(200, content=body)
        report = world.call(world.client.people.bulk_create, people(1))
        assert (report.unknown, report.failed_count) == (1, 0)
        report = _upsert(world, people(1))
        assert report.failed_count == 1
        world.wire._respond = respond


def test_reports_pickle_errors_and_print(world):
    """What a person sees first is one line."""
    report = _upsert(world, people(2))
    kind = "BulkReport" if world.kind == "sync" else "AsyncBulkReport"
    assert repr(report).startswith(f"<{kind}: 2 created in ")


def test_many_ids_are_fetched_in_their_order(world):
    """In portions, at the same time; missing ones are named."""
    world.call(world.client.people.bulk_create, people(230))
    ids = [record.id for record in world.records()]
    wanted = [*reversed(ids), ABSENT, ids[0]]
    before = len(world.workspace.calls)
    found = world.call(world.client.records.get_many, "people", wanted)
    assert [record.id for record in found] == [*reversed(ids), ids[0]]
    assert found.missing == (ABSENT,)
    assert len(world.workspace.calls) - before == 3
    same = world.call(world.client.people.get_many, iter(found), concurrency=1)
    assert len(same) == 231
    assert world.call(world.client.people.get_many, []).data == []
    with pytest.raises(ArgumentTypeError, match="must be an iterable of ids"):
        world.call(world.client.people.get_many, ABSENT)


def test_get_many_raises_what_goes_wrong(world):
    """An error of any portion is the call's."""
    client = world.new_client(api_key="x" * 64)
    with pytest.raises(AuthenticationError):
        world.call(client.people.get_many, [ABSENT] * 3)


def test_options_go_along_with_every_request(world):
    """A header of the caller's is on each of them, and a wrong option is named."""
    _upsert(world, people(2), options={"headers": {"x-run": "7"}}, journal=None)
    assert {call.headers.get("x-run") for call in world.workspace.calls} == {"7"}
    report = _upsert(world, people(1), options={"timeout": 5})
    assert isinstance(report.failed[0].error, ArgumentError)


def test_conflicts_of_creates_are_failures_of_their_rows(world):
    """The error names what is taken, as for a single create."""
    _upsert(world, people(1))
    report = world.call(world.client.people.bulk_create, people(2), concurrency=1)
    assert (report.created, report.failed_count) == (1, 1)
    assert isinstance(report.failed[0].error, UniquenessConflictError)
    assert isinstance(report.failed[0].error, BadRequestError)


def test_a_row_that_waited_for_another_is_not_lost_by_a_cancel(world):
    """Taken from an iterator, held because its record was under way, then cancelled: it comes first next time."""
    cancel = threading.Event()
    rows = [{**people(1)[0], "job_title": f"No {at}"} for at in range(3)]
    world.wire.trouble = lambda operation, body: cancel.set()
    report = _upsert(world, iter(rows), cancel=cancel, concurrency=2)
    assert (report.created, len(report.results)) == (1, 1)
    world.wire.trouble = lambda operation, body: None
    following = world.call(report.resume)
    assert (following.updated, following.skipped, len(following.results)) == (2, 1, 3)
    assert world.records()[0]["job_title"] == "No 2"


def test_nothing_to_match_on_is_left_to_attio(world):
    """An empty value cannot be looked up: the upsert goes out, and its refusal is the row's error."""
    report = _upsert(world, [{"email_addresses": [], "job_title": "x"}], mode="fill_empty")
    assert report.failed_count == 1
    assert isinstance(report.failed[0].error, BadRequestError)


def test_an_upsert_that_took_two_attempts_is_not_called_updated(world):
    """The first attempt, whose answer was lost, created the record: nobody can tell any more."""
    lost = [True]

    def trouble(operation, body):
        return "lose" if operation == "upsert_record" and lost and lost.pop() else None

    world.wire.trouble = trouble
    client = world.new_client(max_retries=2, retry_delay_s=0.01)
    report = world.call(client.people.bulk_upsert, people(1), matching="email_addresses")
    assert len(world.writes()) == 2
    assert report.updated == 0
    assert report.unknown + report.created == 1
