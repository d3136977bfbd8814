"""The bulk calls on entries, against a local workspace, with both kinds of client."""

from __future__ import annotations

import pytest

from attio.core.errors import ArgumentError, MaybeSentError
from attio.records.data import EntryData
from attio.testing import LocalWorkspace
from attio.values.plain import RecordRef
from tests.unit.bulk.world import SetClock, World, people


@pytest.fixture
def sales(world):
    """A list of people, three people, and the entries of the list."""
    with World("sync", world.workspace).client as client:
        client.lists.create(name="Sales", api_slug="sales", parent_object="people")
        client.attributes.create(
            list="sales", title="Tags", api_slug="tags", type="select", is_multiselect=True
        )
        for title in ("a", "b", "c"):
            client.attributes.options.create("tags", title, list="sales")
        client.attributes.create(list="sales", title="Note", api_slug="note", type="text")
        world.people = [client.people.create(row) for row in people(3)]
    return world.client.entries_in("sales")


def _entries(world) -> list[EntryData]:
    with World("sync", world.workspace).client as client:
        return list(client.entries_in("sales").iterate())


def test_adds_changes_and_removes_entries(world, sales):
    """Rows name their record in every way that there is."""
    ada, bob, eve = world.people
    rows = [
        ada,
        (bob.id, {"note": "x"}),
        {"parent_record_id": eve.id, "parent_object": "people", "entry_values": {"note": "y"}},
    ]
    report = world.call(sales.bulk_create, rows)
    assert (report.created, report.complete) == (3, True)
    assert [entry.parent_record_id for entry in _entries(world)] == [ada.id, bob.id, eve.id] or len(
        _entries(world)
    ) == 3
    ids = [result.record_id for result in report.results]
    assert {entry.id for entry in _entries(world)} == set(ids)
    changed = world.call(sales.bulk_update, [(ids[0], {"note": "z"}), {"entry_id": ids[1], "tags": ["a"]}])
    assert changed.updated == 2
    by_id = {entry.id: entry for entry in _entries(world)}
    assert by_id[ids[0]]["note"] == "z"
    assert by_id[ids[1]]["tags"] == ["a"]
    assert world.call(sales.bulk_update, [(ids[1], {"tags": ["b"]})], mode="replace").updated == 1
    by_id = {entry.id: entry for entry in _entries(world)}
    assert by_id[ids[1]]["tags"] == ["b"]
    by_id[ids[1]]["note"] = "saved"
    assert world.call(sales.bulk_update, [by_id[ids[1]]]).updated == 1
    assert world.call(sales.bulk_delete, [by_id[ids[0]], ids[1], {"entry_id": ids[2]}]).deleted == 3
    assert _entries(world) == []


def test_an_upsert_keeps_each_record_in_the_list_once(world, sales):
    """Rows about one record are written in their order."""
    ada, bob, _ = world.people
    rows = [(RecordRef("people", (ada, bob)[at % 2].id), {"note": str(at)}) for at in range(12)]
    report = world.call(sales.bulk_upsert, rows)
    assert (report.created, report.updated) == (2, 10)
    assert sorted(entry["note"] for entry in _entries(world)) == ["10", "11"]


def test_modes_of_an_upsert(world, sales):
    """They mean what they mean for records."""
    ada = world.people[0]
    expected = {
        "replace": (["b"], "second"),
        "append": (["a", "b"], "second"),
        "fill_empty": (["a"], "first"),
        "only_if_changed": (["b"], "second"),
    }
    for mode, (tags, note) in expected.items():
        world.call(sales.bulk_upsert, [(ada, {"tags": ["a"], "note": "first"})])
        report = world.call(sales.bulk_upsert, [(ada, {"tags": ["b"], "note": "second"})], mode=mode)
        assert (report.failed_count, report.created) == (0, 0), (mode, report.failed)
        (entry,) = _entries(world)
        assert (sorted(entry["tags"]), entry["note"]) == (tags, note), mode
        before = len(world.writes())
        world.call(
            sales.bulk_upsert,
            [(ada, {"tags": ["b"], "note": "second"})],
            mode="only_if_changed" if mode != "fill_empty" else mode,
        )
        assert len(world.writes()) - before == (mode == "append")
        world.call(sales.bulk_delete, [entry])
    with pytest.raises(ArgumentError, match="mode: is not one of the allowed values"):
        world.call(sales.bulk_upsert, [], mode="merge")


def test_a_dry_run_tells_created_from_updated(world, sales):
    """By looking for entries of the record."""
    ada, bob, eve = world.people
    world.call(sales.bulk_create, [ada, eve, eve])
    before = len(world.writes())
    report = world.call(sales.bulk_upsert, [ada.id, bob.id, eve.id], dry_run=True)
    assert [result.outcome for result in report.results] == ["updated", "created", "unknown"]
    assert len(world.writes()) == before


def test_a_create_whose_answer_was_lost_stays_unknown(world, sales):
    """Nothing of an entry is unique, so it is never sent again."""
    world.wire.trouble = lambda operation, body: "lose" if operation == "create_entry" else None
    report = world.call(sales.bulk_create, world.people[:2])
    assert report.unknown == 2
    world.wire.trouble = lambda operation, body: None
    for _ in range(2):
        report = world.call(report.resume)
        assert (report.unknown, report.created) == (2, 0)
        assert all(isinstance(failure.error, MaybeSentError) for failure in report.unresolved)
    assert len(_entries(world)) == 2


def test_a_loaded_schema_checks_and_shapes(world, sales):
    """Unknown attributes and titles fail before they are sent; single values need no look for append."""
    world.call(sales.schema)
    report = world.call(
        sales.bulk_upsert, [(world.people[0], {"nope": 1}), (world.people[1], {"tags": ["zzz"]})]
    )
    assert report.failed_count == 2
    assert not world.writes()
    world.workspace.calls.clear()
    assert world.call(sales.bulk_upsert, [(world.people[0], {"note": "x"})], mode="append").created == 1
    assert not world.workspace.calls.of("list_entries")


def test_entries_of_an_hour_ago_were_updated():
    """Told by the times, as for records."""
    for kind in ("sync", "async"):
        clock = SetClock(3600)
        world = World(kind, LocalWorkspace(clock=clock))
        with World("sync", world.workspace).client as client:
            client.lists.create(name="Sales", api_slug="sales", parent_object="people")
            rows = [client.people.create(row) for row in people(4)]
        sales = world.client.entries_in("sales")
        world.call(sales.bulk_upsert, rows[:2])
        clock.behind_s = 0
        report = world.call(sales.bulk_upsert, rows)
        assert (report.updated, report.created) == (2, 2)
