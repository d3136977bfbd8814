"""Writes that wait on disk until there is a network."""

from __future__ import annotations

import threading

import pytest

from attio import AsyncOutbox, Outbox
from attio.bulk.journal_file import JournalError
from attio.bulk.outbox_file import OutboxFile
from attio.core.errors import APIConnectionError, ArgumentError, ArgumentTypeError, AuthenticationError
from tests.unit.bulk.world import Killed, Power, World, people

ROUTE = "/v2/objects/people/records"
ABSENT = "00000000-0000-4000-8000-000000000000"


def _open(world: World, path, client=None):
    return (Outbox if world.kind == "sync" else AsyncOutbox)(client or world.client, path)


@pytest.fixture
def outbox(world, tmp_path):
    """An outbox of the world's client, offline at first."""
    world.wire.trouble = lambda operation, body: "refuse"
    made = _open(world, tmp_path / "outbox.db")
    yield made
    made.close()


def _online(world: World) -> None:
    world.wire.trouble = lambda operation, body: None


def test_writes_are_added_offline_and_flushed_in_order(world, outbox):
    """Nothing goes over the wire while adding; a flush sends the oldest first."""
    one, two = people(2)
    assert world.call(outbox.create, "people", one) == 1
    assert world.call(outbox.upsert, "people", {**two, "job_title": "first"}, matching="email_addresses") == 2
    assert (
        world.call(outbox.upsert, "people", {**two, "job_title": "second"}, matching="email_addresses") == 3
    )
    assert world.call(outbox.add, "POST", ROUTE, {"data": {"values": {"name": "Ada Lovelace"}}}) == 4
    assert len(outbox) == 4
    assert outbox
    assert len(world.workspace.calls) == 0
    report = world.call(outbox.flush)
    assert (report.sent, report.waiting) == (0, 4)
    assert isinstance(report.stopped_by, APIConnectionError)
    _online(world)
    report = world.call(outbox.flush)
    assert (report.sent, report.refused, report.unknown, report.waiting, report.stopped_by) == (
        4,
        0,
        0,
        0,
        None,
    )
    assert [one.operation for one in world.writes()] == [
        "create_record",
        "upsert_record",
        "upsert_record",
        "create_record",
    ]
    assert sorted(str(record["job_title"]) for record in world.records()) == ["No 0", "None", "second"]
    assert len(outbox) == 0
    assert repr(report) == "<OutboxReport: 4 sent, 0 refused, 0 unknown, 0 waiting>"


def test_every_verb_waits(world, outbox):
    """Updates and deletes of records too."""
    _online(world)
    record = world.call(world.client.people.create, people(1)[0])
    world.call(outbox.update, "people", record, {"job_title": "CTO"})
    assert world.call(outbox.flush).sent == 1
    assert world.records()[0]["job_title"] == "CTO"
    world.call(outbox.delete, "people", record.id)
    assert world.call(outbox.flush).sent == 1
    assert world.records() == []


def test_it_outlives_the_process(world, outbox, tmp_path):
    """Opened again, it has what was added before, bodies and queries as they were."""
    world.call(outbox.upsert, "people", people(1)[0], matching="email_addresses")
    outbox.close()
    again = _open(world, tmp_path / "outbox.db")
    (item,) = again.waiting()
    assert (item.number, item.method, item.path, item.state) == (1, "PUT", ROUTE, "waiting")
    assert item.query == {"matching_attribute": "email_addresses"}
    assert item.body["data"]["values"]["email_addresses"] == ["p0@rows.example"]
    assert repr(item) == "<OutboxItem 1: PUT /v2/objects/people/records waiting>"
    assert repr(again).endswith("outbox.db>")
    again.close()


def test_it_is_a_context(world, tmp_path):
    """Leaving the block lets go of the file."""
    if world.kind == "sync":
        with Outbox(world.client, tmp_path / "o.db") as box:
            assert len(box) == 0
    else:

        async def main() -> None:
            async with AsyncOutbox(world.client, tmp_path / "o.db") as box:
                assert len(box) == 0

        world.call(main)
    _open(world, tmp_path / "o.db").close()


def test_a_key_is_kept_once(world, outbox):
    """Adding the same thing again gives the number of the first, also after it was sent."""
    row = people(1)[0]
    numbers = [world.call(outbox.create, "people", row, key="person-1") for _ in range(3)]
    assert len(set(numbers)) == 1
    assert len(outbox) == 1
    _online(world)
    assert world.call(outbox.flush).sent == 1
    assert world.call(outbox.create, "people", row, key="person-1") == numbers[0]
    assert world.call(outbox.flush).sent == 0
    assert len(world.records()) == 1
    with pytest.raises(ArgumentError, match="key: is empty"):
        world.call(outbox.create, "people", row, key=" ")


def test_what_attio_refuses_is_set_aside(world, outbox):
    """The next ones go on; what was set aside can be retried or forgotten."""
    _online(world)
    world.call(outbox.add, "POST", ROUTE, {"data": {"values": {"no_such": 1}}})
    world.call(outbox.delete, "people", ABSENT)
    world.call(outbox.create, "people", people(1)[0])
    report = world.call(outbox.flush)
    assert (report.sent, report.refused, report.waiting) == (1, 2, 0)
    first, second = outbox.set_aside()
    assert (first.state, second.state) == ("refused", "refused")
    assert "no_such" in first.error
    assert "404 not_found" in second.error
    outbox.retry(first.number)
    assert [item.number for item in outbox.waiting()] == [first.number]
    assert world.call(outbox.flush).refused == 1
    outbox.discard(first.number)
    outbox.discard(second.number)
    assert outbox.set_aside() == []
    for verb in (outbox.retry, outbox.discard):
        with pytest.raises(ArgumentError, match="number: there is no such item"):
            verb(first.number)
        with pytest.raises(ArgumentError, match="number: there is no such item"):
            verb(999)


def test_a_create_whose_answer_was_lost_is_looked_up(world, outbox):
    """By what is unique about its record; it is never sent a second time."""
    world.call(outbox.create, "people", people(1)[0])
    world.wire.trouble = lambda operation, body: "lose" if operation == "create_record" else None
    report = world.call(outbox.flush)
    assert (report.sent, report.waiting) == (0, 1)
    assert outbox.waiting()[0].state == "sent"
    _online(world)
    assert world.call(outbox.flush).sent == 1
    assert len(world.writes()) == 1
    assert len(world.records()) == 1


def test_a_write_that_cannot_be_looked_up_is_unknown(world, outbox):
    """A person without an address, or a note: set aside, and sent again only when you say so."""
    world.call(outbox.create, "people", {"name": "Ada Lovelace"})
    world.wire.trouble = lambda operation, body: "lose" if operation == "create_record" else None
    world.call(outbox.flush)
    _online(world)
    report = world.call(outbox.flush)
    assert (report.unknown, report.waiting) == (1, 0)
    (item,) = outbox.set_aside()
    assert item.state == "unknown"
    assert "no value of a unique attribute" in item.error
    assert len(world.writes()) == 1
    outbox.retry(item.number)
    assert world.call(outbox.flush).sent == 1
    assert len(world.records()) == 2


def test_a_repeatable_write_whose_answer_was_lost_is_sent_again(world, outbox):
    """An upsert twice is an upsert; a delete that meets nothing was done before."""
    _online(world)
    record = world.call(world.client.people.create, people(1)[0])
    world.call(outbox.delete, "people", record)
    world.call(outbox.upsert, "people", people(2)[1], matching="email_addresses")
    world.wire.trouble = lambda operation, body: (
        "lose" if operation in {"delete_record", "upsert_record"} else None
    )
    assert world.call(outbox.flush).sent == 0
    _online(world)
    report = world.call(outbox.flush)
    assert (report.sent, report.refused) == (2, 0)
    assert [record["job_title"] for record in world.records()] == ["No 1"]


def test_a_refused_token_stops_the_flush(world, outbox, tmp_path):
    """Nothing is set aside for it; a working token goes on."""
    world.call(outbox.create, "people", people(1)[0])
    outbox.close()
    _online(world)
    stranger = _open(world, tmp_path / "outbox.db", world.new_client(api_key="x" * 64))
    report = world.call(stranger.flush)
    assert isinstance(report.stopped_by, AuthenticationError)
    assert report.waiting == 1
    assert "AuthenticationError" in repr(report)
    stranger.close()
    again = _open(world, tmp_path / "outbox.db")
    assert world.call(again.flush).sent == 1
    again.close()


def test_a_token_refused_in_the_middle_leaves_the_item_waiting(world, outbox):
    """What was certainly not done waits as if it had never been tried."""
    world.call(outbox.create, "people", people(1)[0])
    _online(world)
    world.call(world.client.whoami)
    token = world.workspace.tokens.pop(world.workspace.token)
    report = world.call(outbox.flush)
    assert isinstance(report.stopped_by, AuthenticationError)
    assert outbox.waiting()[0].state == "waiting"
    world.workspace.tokens[world.workspace.token] = token
    assert world.call(outbox.flush).sent == 1


def test_it_belongs_to_one_workspace(world, outbox, tmp_path):
    """Flushed to one, it is not flushed to another by mistake."""
    _online(world)
    world.call(outbox.create, "people", people(1)[0])
    world.call(outbox.flush)
    world.call(outbox.create, "people", people(2)[1])
    outbox.close()
    other = World(world.kind)
    moved = _open(other, tmp_path / "outbox.db")
    with pytest.raises(JournalError, match=r"path: .* belongs to something else \(workspace"):
        other.call(moved.flush)
    assert not other.writes()
    with pytest.raises(JournalError, match="in use"):
        _open(world, tmp_path / "outbox.db")
    moved.close()


@pytest.mark.parametrize(
    ("method", "path", "body", "problem"),
    [
        ("GET", "/v2/objects", None, "only reads, and an outbox is for writes"),
        ("POST", "/v2/objects/people/records/query", {}, "only reads"),
        ("FETCH", "/v2/objects", None, "method"),
        ("POST", ROUTE, {"data": object()}, "cannot be sent as JSON"),
        ("POST", "https://elsewhere.example/x", None, "path"),
    ],
)
def test_what_is_no_write_is_refused_when_it_is_added(world, outbox, method, path, body, problem):
    """Offline is the time to find out."""
    with pytest.raises(ArgumentError) as caught:
        world.call(outbox.add, method, path, body)
    assert problem in str(caught.value)
    assert len(outbox) == 0


def test_values_are_checked_offline(world, outbox):
    """As far as that goes without a schema."""
    with pytest.raises(ArgumentError, match="is not an e-mail address"):
        world.call(outbox.create, "people", {"email_addresses": ["nonsense"]})
    with pytest.raises(ArgumentError, match="the values hold nothing to match on"):
        world.call(outbox.upsert, "people", {"name": "x"}, matching="email_addresses")
    other = World("async" if world.kind == "sync" else "sync").client
    with pytest.raises(ArgumentTypeError, match="client: .*Outbox sends through an"):
        _open(world, "never-made.db", other)


def test_other_routes_wait_too(world, outbox):
    """A write to any route; where Attio would do it twice it is not repeated."""
    _online(world)
    world.call(outbox.add, "POST", "/v2/lists", {"data": {"name": "Sales", "api_slug": "sales", "parent_object": "people",
               "workspace_access": "full-access", "workspace_member_access": []}})  # fmt: skip
    world.wire.trouble = lambda operation, body: "lose" if operation == "create_list" else None
    world.call(outbox.flush)
    _online(world)
    assert world.call(outbox.flush).unknown == 1
    assert len(world.workspace.calls.of("create_list")) == 1


def test_one_flush_at_a_time(world, outbox):
    """A second flush while one goes on is refused; afterwards it works."""
    _online(world)
    inner: list[Exception] = []
    world.call(outbox.create, "people", people(1)[0])

    def again(operation, body):
        if operation == "create_record":
            thread = threading.Thread(target=lambda: inner.append(_error(lambda: outbox._file.enter())))
            thread.start()
            thread.join()

    world.wire.trouble = again
    assert world.call(outbox.flush).sent == 1
    assert "is being flushed already" in str(inner[0])
    assert world.call(outbox.flush).sent == 0


def _error(call) -> Exception:
    try:
        call()
    except JournalError as error:
        return error
    raise AssertionError("no error")


def test_killed_at_every_step(world, tmp_path, monkeypatch):
    """The power goes off at each step of a flush in turn: the next flush does the rest, and nothing twice."""
    writes = [("people", row) for row in people(2)]

    def live(box_world: World, path, last: int | None):
        power = Power(last)
        box_world.wire.power = power
        begin, finish = OutboxFile.begin, OutboxFile.finish

        def begun(self, task, sent_at):
            power.step("before begin")
            begin(self, task, sent_at)
            power.step("after begin")
            return sent_at

        def finished(self, settled):
            power.step("before finish")
            finish(self, settled)
            power.step("after finish")

        monkeypatch.setattr(OutboxFile, "begin", begun)
        monkeypatch.setattr(OutboxFile, "finish", finished)
        box = _open(box_world, path, box_world.new_client())
        try:
            return box_world.call(box.flush), power
        except Killed:
            return None, power
        finally:
            monkeypatch.undo()
            box_world.wire.power = Power()
            box.close()

    def fill(box_world: World, path) -> None:
        box = _open(box_world, path)
        for object, row in writes:
            box_world.call(box.create, object, row)
        box.close()

    whole = World(world.kind)
    fill(whole, tmp_path / "whole.db")
    report, power = live(whole, tmp_path / "whole.db", None)
    assert report.sent == 2
    assert len(power.steps) >= 12
    for last in range(len(power.steps)):
        fresh = World(world.kind)
        path = tmp_path / f"{last}.db"
        fill(fresh, path)
        assert live(fresh, path, last)[0] is None
        report, _ = live(fresh, path, None)
        assert (report.waiting, report.refused, report.unknown) == (0, 0, 0)
        assert len(fresh.records()) == 2
        assert len([one for one in fresh.writes() if one.status == 200]) == 2
