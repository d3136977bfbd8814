"""Merging records."""

from __future__ import annotations

import pytest

from attio.testing import LocalWorkspace, Settings
from attio.testing.state.stores import Store


def own(record):
    return record["id"]["record_id"]


def merge(api, first, second, object="people"):
    body = {"primary_record_id": own(first), "secondary_record_id": own(second)}
    return api.post(f"objects/{object}/records/merge", body)["new_record_id"]


def test_the_primary_wins_and_multi_values_join(api):
    """A new id is made; single values are the primary's, else the secondary's; several are joined."""
    first = api.create("people", email_addresses=["a@x.example"], job_title="A")
    second = api.create("people", email_addresses=["b@y.example"], job_title="B", description="only here")
    new = merge(api, first, second)
    merged = api.get(f"objects/people/records/{new}")
    assert new not in {own(first), own(second)}
    assert [each["email_address"] for each in merged["values"]["email_addresses"]] == [
        "a@x.example",
        "b@y.example",
    ]
    assert merged["values"]["job_title"][0]["value"] == "A"
    assert merged["values"]["description"][0]["value"] == "only here"
    for old in (first, second):
        api.refused("GET", f"objects/people/records/{own(old)}", status=404, code="not_found")
    body = {"data": {"values": {"email_addresses": ["b@y.example"]}}}
    assert (
        new
        in api.refused("POST", "objects/people/records", body, status=400, code="uniqueness_conflict")[
            "message"
        ]
    )


def test_relationships_follow_and_let_go(api):
    """The losing company forgets the person; everything else points at the new record."""
    acme, other = api.create("companies", name="Acme"), api.create("companies", name="Other")
    first, second = api.create("people", company=own(acme)), api.create("people", company=own(other))
    new = merge(api, first, second)

    def team(company):
        values = api.get(f"objects/companies/records/{own(company)}")["values"]["team"]
        return [each["target_record_id"] for each in values]

    assert (team(acme), team(other)) == ([new], [])
    third = api.create("people", company=own(other))
    joined = merge(api, acme, other, "companies")
    people = api.get(f"objects/companies/records/{joined}")["values"]["team"]
    assert [each["target_record_id"] for each in people] == [new, own(third)]
    for person in (new, own(third)):
        company = api.get(f"objects/people/records/{person}")["values"]["company"]
        assert company[0]["target_record_id"] == joined


def test_histories_and_plain_references_join(things):
    """What both were is remembered; references anywhere name the new record once."""
    first, second = things.create("people", job_title="A"), things.create("people", job_title="B")
    things.patch(f"objects/people/records/{own(second)}", {"values": {"job_title": "C"}})
    refs = [{"target_object": "people", "target_record_id": own(each)} for each in (first, second)]
    thing = things.create("things", anything=refs)
    new = merge(things, first, second)
    values = things.get(f"objects/people/records/{new}/attributes/job_title/values?show_historic=true")
    assert [(each["value"], each["active_until"] is None) for each in values] == [
        ("A", True),
        ("B", False),
        ("C", False),
    ]
    anything = things.get(f"objects/things/records/{own(thing)}")["values"]["anything"]
    assert [each["target_record_id"] for each in anything] == [new]


def test_entries_and_other_stores_follow(demo):
    """Entries of both are entries of the new record; every store is told."""
    told = []

    class Told(Store):
        def record_merged(self, collection, old_ids, new_id):
            told.append((collection.slug, old_ids, new_id))

    demo.workspace.state.store(Told)
    (noor,) = demo.find("people", {"email_addresses": "noor.visser@gmail.com"})
    (tariq,) = demo.find("people", {"email_addresses": "tariq.azizbell@outlook.com"})
    new = merge(demo, noor, tariq)
    entries = demo.get(f"objects/people/records/{new}/entries")
    assert [each["list_api_slug"] for each in entries] == ["hiring", "hiring"]
    assert told == [("people", (own(noor), own(tariq)), new)]


def test_two_events_say_which_records_became_one(api):
    """Each event names the new record and one original."""
    heard = []
    api.workspace.listeners.append(heard.extend)
    first, second = api.create("companies"), api.create("companies")
    heard.clear()
    new = merge(api, first, second, "companies")
    assert [each["event_type"] for each in heard] == ["record.merged", "record.merged"]
    assert [each["duplicate_record_id"] for each in heard] == [own(first), own(second)]
    assert {each["id"]["record_id"] for each in heard} == {new}


def test_a_record_cannot_be_merged_with_itself_or_nothing(api):
    """400 self_merge, 404 for what is not there, 400 for a body of the wrong form; twice is 404."""
    first, second = api.create("people"), api.create("people")
    path = "objects/people/records/merge"
    body = {"data": {"primary_record_id": own(first), "secondary_record_id": own(first)}}
    api.refused("POST", path, body, status=400, code="self_merge")
    gone = {
        "data": {
            "primary_record_id": own(first),
            "secondary_record_id": "7f7f7f7f-0000-4000-8000-000000000000",
        }
    }
    api.refused("POST", path, gone, status=404, code="not_found")
    api.refused("POST", path, {"data": {"primary_record_id": "x"}}, status=400, code="validation_type")
    merge(api, first, second)
    again = {"data": {"primary_record_id": own(first), "secondary_record_id": own(second)}}
    api.refused("POST", path, again, status=404, code="not_found")


@pytest.fixture
def slow():
    from datetime import UTC, datetime

    from attio.testing import SteppingClock

    clock = SteppingClock(datetime(2026, 1, 1, tzinfo=UTC))
    return LocalWorkspace(clock=clock, random_seed=4, settings=Settings(merge_delay_s=60))


def test_a_pending_merge_is_202_and_hides_all_three(slow):
    """Reads answer 404 merge_in_progress, writes 400, queries leave it out; later the new record is there."""

    def send(method, path, body=None):
        answer = slow.request(method, f"/v2/{path}", body)
        return answer.status, answer.json()

    ids = []
    for _ in range(2):
        _, made = send("POST", "objects/people/records", {"data": {"values": {}}})
        ids.append(made["data"]["id"]["record_id"])
    body = {"data": {"primary_record_id": ids[0], "secondary_record_id": ids[1]}}
    status, made = send("POST", "objects/people/records/merge", body)
    assert status == 202
    new = made["data"]["new_record_id"]
    for each in (*ids, new):
        status, error = send("GET", f"objects/people/records/{each}")
        assert (status, error["code"]) == (404, "merge_in_progress")
        for method in ("PATCH", "DELETE"):
            status, error = send(method, f"objects/people/records/{each}", {"data": {"values": {}}})
            assert (status, error["code"]) == (400, "merge_in_progress")
    upsert = {"data": {"values": {"record_id": new}}}
    status, error = send("PUT", "objects/people/records?matching_attribute=record_id", upsert)
    assert (status, error["code"]) == (400, "merge_in_progress")
    list_body = {
        "name": "L",
        "api_slug": "l",
        "parent_object": "people",
        "workspace_access": "full-access",
        "workspace_member_access": [],
    }
    assert send("POST", "lists", {"data": list_body})[0] == 200
    entry = {"data": {"parent_record_id": new, "parent_object": "people", "entry_values": {}}}
    status, error = send("POST", "lists/l/entries", entry)
    assert (status, error["code"]) == (400, "merge_in_progress")
    assert send("POST", "objects/people/records/query", {})[1]["data"] == []
    slow.clock.advance(61)
    assert send("GET", f"objects/people/records/{new}")[0] == 200
    assert len(send("POST", "objects/people/records/query", {})[1]["data"]) == 1
    status, error = send("GET", f"objects/people/records/{ids[0]}")
    assert (status, error["code"]) == (404, "not_found")
    assert send("PUT", "objects/people/records?matching_attribute=record_id", upsert)[0] == 200
    assert send("POST", "lists/l/entries", entry)[0] == 200
