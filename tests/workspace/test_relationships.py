"""Both sides of a relationship, and references to what is gone."""

from __future__ import annotations

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from attio.testing import LocalWorkspace


def ids(record, slug):
    return [each["target_record_id"] for each in record["values"][slug]]


def own(record):
    return record["id"]["record_id"]


def test_the_other_side_follows(api):
    """person.company and company.team always say the same."""
    acme, other = api.create("companies", name="Acme"), api.create("companies", name="Other")
    ada, bob = api.create("people", company=own(acme)), api.create("people")
    assert ids(api.get(f"objects/companies/records/{own(acme)}"), "team") == [own(ada)]
    api.put(
        f"objects/companies/records/{own(other)}",
        {"values": {"team": [ref("people", bob), ref("people", ada)]}},
    )
    assert ids(api.get(f"objects/people/records/{own(ada)}"), "company") == [own(other)]
    assert ids(api.get(f"objects/companies/records/{own(acme)}"), "team") == []
    api.patch(f"objects/people/records/{own(ada)}", {"values": {"company": None}})
    assert ids(api.get(f"objects/companies/records/{own(other)}"), "team") == [own(bob)]


def ref(object, record):
    return {"target_object": object, "target_record_id": own(record)}


def test_both_sides_remember(api):
    """A change of one side closes the value on the other."""
    acme = api.create("companies")
    ada = api.create("people", company=own(acme))
    api.patch(f"objects/people/records/{own(ada)}", {"values": {"company": None}})
    for path in (
        f"objects/people/records/{own(ada)}/attributes/company",
        f"objects/companies/records/{own(acme)}/attributes/team",
    ):
        (past,) = api.get(f"{path}/values?show_historic=true")
        assert past["active_until"] > past["active_from"]


def test_references_to_a_deleted_record_vanish(things):
    """From relationships and from plain references alike; the history still shows where they led."""
    ada = things.create("people", name="A")
    acme = things.create("companies", team=[ref("people", ada)])
    thing = things.create("things", anybody=own(ada), anything=[ref("people", ada), ref("companies", acme)])
    things.delete(f"objects/people/records/{own(ada)}")
    assert ids(things.get(f"objects/companies/records/{own(acme)}"), "team") == []
    thing = things.get(f"objects/things/records/{own(thing)}")
    assert (ids(thing, "anybody"), ids(thing, "anything")) == ([], [own(acme)])
    (past,) = things.get(f"objects/things/records/{own(thing)}/attributes/anybody/values?show_historic=true")
    assert past["target_record_id"] == own(ada)


def test_a_deleted_object_takes_its_relationships_along(things, new_attribute):
    """The other side is gone too, and so are its records and lists."""
    body = new_attribute(
        "owner_of",
        type="record-reference",
        is_multiselect=True,
        relationship={"object": "people", "title": "Thing", "api_slug": "thing", "is_multiselect": False},
    )
    made = things.post("objects/things/attributes", body)
    assert made["relationship"]["object_slug"] == "people"
    ada = things.create("people", name="A")
    thing = things.create("things", owner_of=[ref("people", ada)])
    assert ids(things.get(f"objects/people/records/{own(ada)}"), "thing") == [own(thing)]
    things.post(
        "lists",
        {
            "name": "L",
            "api_slug": "l",
            "parent_object": "things",
            "workspace_access": "full-access",
            "workspace_member_access": [],
        },
    )
    other = things.create("projects", name="P")
    things.post(
        "objects/projects/attributes",
        new_attribute(
            "loose",
            type="record-reference",
            config={"record_reference": {"allowed_objects": ["things", "people"]}},
        ),
    )
    things.patch(f"objects/projects/records/{own(other)}", {"values": {"loose": ref("things", thing)}})
    things.delete("objects/things")
    assert "thing" not in things.get(f"objects/people/records/{own(ada)}")["values"]
    things.refused("GET", "lists/l", status=404, code="not_found")
    things.refused("GET", "objects/things", status=404, code="not_found")
    other = things.get(f"objects/projects/records/{own(other)}")
    assert other["values"]["loose"] == []
    (past,) = things.get(f"objects/projects/records/{own(other)}/attributes/loose/values?show_historic=true")
    assert past["target_record_id"] == own(thing)


@settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(
    st.lists(
        st.tuples(
            st.sampled_from(["person", "team+", "team=", "delete"]),
            st.integers(0, 3),
            st.lists(st.integers(0, 3), max_size=3),
        ),
        max_size=12,
    )
)
def test_after_any_changes_both_sides_agree(steps):
    """However relationships are written, person.company and company.team are each other's mirror."""
    workspace = LocalWorkspace(random_seed=3)

    def send(method, path, body=None):
        answer = workspace.request(method, f"/v2/{path}", body)
        assert answer.status in {200, 404}, answer.body
        return answer.json().get("data")

    people = [send("POST", "objects/people/records", {"data": {"values": {}}}) for _ in range(4)]
    companies = [send("POST", "objects/companies/records", {"data": {"values": {}}}) for _ in range(4)]
    for kind, one, many in steps:
        if kind == "person":
            wanted = own(companies[many[0]]) if many else None
            send(
                "PATCH",
                f"objects/people/records/{own(people[one])}",
                {"data": {"values": {"company": wanted}}},
            )
        elif kind == "delete" and one == 3:
            send("DELETE", f"objects/people/records/{own(people[one])}")
        else:
            team = [ref("people", people[each]) for each in many if each != 3]
            method = "PATCH" if kind == "team+" else "PUT"
            send(
                method,
                f"objects/companies/records/{own(companies[one])}",
                {"data": {"values": {"team": team}}},
            )
    forward, back = set(), set()
    for record in send("POST", "objects/people/records/query", {}):
        forward |= {(own(record), each) for each in ids(record, "company")}
        assert len(ids(record, "company")) <= 1
    for record in send("POST", "objects/companies/records/query", {}):
        back |= {(each, own(record)) for each in ids(record, "team")}
        assert len(set(ids(record, "team"))) == len(ids(record, "team"))
    assert forward == back
    state = workspace.state
    company = state.find_object("people").by_slug["company"]
    for each in companies:
        index = state.find_object("people").index(company)
        assert set(index.find(own(each))) == {person for person, home in forward if home == own(each)}
