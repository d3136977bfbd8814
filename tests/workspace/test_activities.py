"""Activities and their records."""

from __future__ import annotations

import pytest

from attio.testing import LocalWorkspace, Settings
from tests.workspace.conftest import Api, own, plain

MISSING = "00000000-0000-4000-8000-000000000000"
NOUN = {
    "api_slug": "calls_made",
    "singular_noun": "Call made",
    "plural_noun": "Calls made",
    "extends": "calls",
}


def rid(record):
    return record["id"]["record_id"]


def test_an_activity_is_made_renamed_and_deleted(api):
    """What it builds on stays; each step has its event."""
    events = []
    api.workspace.listeners.append(lambda given: events.extend(each["event_type"] for each in given))
    made = api.post("activities", NOUN)
    assert made["extends"][0]["schema_slug"] == "calls" and made["is_system_activity"] is False
    path = f"activities/{made['id']['activity_id']}"
    assert (
        api.get("activities/calls_made") == api.get(path.upper().replace("ACTIVITIES", "activities")) == made
    )
    renamed = api.patch("activities/calls_made", {"api_slug": "phone_calls", "plural_noun": "Phone calls"})
    assert renamed["api_slug"] == "phone_calls" and renamed["id"] == made["id"]
    api.refused("GET", "activities/calls_made", status=404, code="not_found")
    api.post("activities/phone_calls/records", {"values": {}})
    api.delete("activities/phone_calls")
    api.refused("GET", path, status=404, code="not_found")
    assert events == ["activity.created", "activity.updated", "activity-record.created", "activity.deleted"]


def test_attios_own_activities_are_read_only(api):
    """They are listed first, cannot be changed or deleted, and take no events from outside."""
    first, second = api.get("activities")
    assert first["is_system_activity"] and second["is_system_activity"]
    path = f"activities/{first['api_slug']}"
    api.refused("DELETE", path, status=400, code="system_edit_unauthorized")
    api.refused("PATCH", path, {"data": {"plural_noun": "x"}}, status=403, code="unauthorized")
    api.refused("POST", f"{path}/records", {"data": {"values": {}}}, status=403, code="unauthorized")
    assert api.query(f"{path}/records/query") == []


@pytest.mark.parametrize(
    ("changes", "status", "code"),
    [
        ({"extends": "meetings"}, 400, "validation_type"),
        ({"singular_noun": ""}, 400, "validation_type"),
        ({"api_slug": "calls"}, 409, "slug_conflict"),
    ],
)
def test_what_an_activity_cannot_be(api, changes, status, code):
    """Nouns are not empty, slugs are not taken, and only four schemas can be built on."""
    api.refused("POST", "activities", {"data": {**NOUN, **changes}}, status=status, code=code)


def test_a_change_of_an_activity_is_strict(api):
    """An empty one and an unknown key are 400, a taken slug 409."""
    api.post("activities", NOUN)
    for change in ({}, {"extends": "emails"}):
        api.refused("PATCH", "activities/calls_made", {"data": change}, status=400, code="validation_type")
    api.refused(
        "PATCH", "activities/calls_made", {"data": {"api_slug": "emails"}}, status=409, code="slug_conflict"
    )
    assert api.patch("activities/calls_made", {"api_slug": "calls_made"})["api_slug"] == "calls_made"


def test_activities_come_in_pages(api):
    """By cursor, oldest first."""
    for number in range(3):
        api.post("activities", {**NOUN, "api_slug": f"kind_{number}"})
    first = api.send("GET", "activities?limit=4").json()
    rest = api.send("GET", f"activities?cursor={first['pagination']['next_cursor']}").json()
    slugs = [each["api_slug"] for each in first["data"] + rest["data"]]
    assert slugs == ["calls", "emails", "kind_0", "kind_1", "kind_2"]


def test_a_plan_without_custom_activities_refuses_them():
    """403 billing_error for the kind and for its events."""
    rules = Settings()
    api = Api(LocalWorkspace(settings=rules))
    api.post("activities", NOUN)
    rules.plan_lacks = frozenset({"activities"})
    api.refused("POST", "activities", {"data": {**NOUN, "api_slug": "x"}}, status=403, code="billing_error")
    for method, path in (("POST", "records"), ("PUT", "records?matching_attribute=record_id")):
        body = {"data": {"values": {}}}
        api.refused(method, f"activities/calls_made/{path}", body, status=403, code="billing_error")


# Records


@pytest.fixture
def visits(demo):
    """The demo workspace, whose site visits have a unique number and a select of weather."""
    demo.company = own(demo.find("companies", limit=1)[0])
    return demo


def visit(api, **values):
    return api.post("activities/site_visits/records", {"values": values})


def test_an_event_reads_back_without_a_web_address(visits):
    """Values are those of records; there is no web_url."""
    made = visit(
        visits,
        title="Check",
        weather="Rain",
        occurred_at="2026-01-02T03:04:05Z",
        linked_records=[{"target_object": "companies", "target_record_id": visits.company}],
    )
    assert set(made) == {"id", "created_at", "values"}
    assert plain(made, "weather") == ["Rain"] and plain(made, "title") == ["Check"]
    assert visits.get(f"activities/site_visits/records/{rid(made)}") == made


def test_events_are_queried_like_records(visits):
    """Filters and sorts, also by options; a path that does not exist is an error of the filter."""
    visit(visits, title="b", weather="Storm")
    visit(visits, title="a", weather="Storm", report_number="SV-7")
    path = "activities/site_visits/records/query"
    sorts = [{"attribute": "title", "direction": "asc"}]
    found = visits.query(path, filter={"weather": "Storm"}, sorts=sorts)
    assert [plain(each, "title") for each in found] == [["a"], ["b"]]
    assert len(visits.query(path, filter={"report_number": {"$eq": "SV-7"}})) == 1
    assert len(visits.query(path, limit=1, offset=2)) == 1
    visits.refused(
        "POST", path, {"filter": {"colour": "red"}}, status=400, code="unknown_filter_attribute_slug"
    )
    visits.refused("POST", "activities/none/records/query", {}, status=404, code="not_found")


def test_an_upsert_finds_the_event_by_its_unique_value(visits):
    """Created once, updated the second time; other attributes are overwritten."""
    path = "activities/site_visits/records?matching_attribute=report_number"
    events = []
    visits.workspace.listeners.append(lambda given: events.extend(each["event_type"] for each in given))
    made = visits.put(path, {"values": {"report_number": "SV-9", "title": "One"}})
    again = visits.put(path, {"values": {"report_number": "SV-9", "title": "Two"}})
    assert rid(made) == rid(again) and plain(again, "title") == ["Two"]
    assert events == ["activity-record.created"]
    by_id = visits.put(
        "activities/site_visits/records?matching_attribute=record_id",
        {"values": {"record_id": rid(made), "title": "Three"}},
    )
    assert plain(by_id, "title") == ["Three"]


@pytest.mark.parametrize(
    ("query", "values", "status", "code"),
    [
        ("", {"title": "x"}, 400, "validation_type"),
        ("?matching_attribute=title", {"title": "x"}, 400, "matching_attribute_definition_not_unique"),
        ("?matching_attribute=colour", {"title": "x"}, 400, "value_not_found"),
        ("?matching_attribute=report_number", {"title": "x"}, 400, "missing_value"),
    ],
)
def test_an_upsert_needs_a_unique_attribute_with_a_value(visits, query, values, status, code):
    """As with records."""
    body = {"data": {"values": values}}
    visits.refused("PUT", f"activities/site_visits/records{query}", body, status=status, code=code)


def test_what_an_event_cannot_hold(visits):
    """Unknown attributes, taken unique values and unknown options are refused; changes are closed bodies."""
    path = "activities/site_visits/records"
    visits.refused("POST", path, {"data": {"values": {"colour": "red"}}}, status=400, code="value_not_found")
    visits.refused(
        "POST", path, {"data": {"values": {"weather": "Snow"}}}, status=400, code="value_not_found"
    )
    taken = {"data": {"values": {"report_number": "SV-1"}}}
    visits.refused("POST", path, taken, status=400, code="uniqueness_conflict")
    one = f"{path}/{rid(visit(visits))}"
    for method in ("PATCH", "PUT"):
        visits.refused(method, one, {"data": {"values": {}, "x": 1}}, status=400, code="validation_type")
        visits.refused(method, f"{path}/{MISSING}", {"data": {"values": {}}}, status=404, code="not_found")


def test_update_adds_and_replace_overwrites(visits):
    """Multi-values are put in front by PATCH and become exactly these by PUT."""
    companies = [own(each) for each in visits.find("companies", limit=3)]

    def links(*ids):
        return {
            "values": {
                "linked_records": [{"target_object": "companies", "target_record_id": each} for each in ids]
            }
        }

    path = f"activities/site_visits/records/{rid(visit(visits, **links(companies[0])['values']))}"
    assert plain(visits.patch(path, links(companies[1])), "linked_records") == [companies[1], companies[0]]
    assert plain(visits.put(path, links(companies[2])), "linked_records") == [companies[2]]


def test_events_follow_their_records(visits):
    """A deleted record is no longer referred to, merged ones are by their new id."""
    people = [own(each) for each in visits.find("people", limit=3)]
    made = visit(
        visits, linked_records=[{"target_object": "people", "target_record_id": each} for each in people]
    )
    path = f"activities/site_visits/records/{rid(made)}"
    visits.delete(f"objects/people/records/{people[0]}")
    assert plain(visits.get(path), "linked_records") == people[1:]
    merged = visits.post(
        "objects/people/records/merge", {"primary_record_id": people[1], "secondary_record_id": people[2]}
    )
    assert plain(visits.get(path), "linked_records") == [merged["new_record_id"]]


def test_deleting_an_event_tells_of_it(visits):
    """Deletes have an event, updates have none."""
    made = visit(visits)
    events = []
    visits.workspace.listeners.append(events.extend)
    path = f"activities/site_visits/records/{rid(made)}"
    visits.patch(path, {"values": {"title": "x"}})
    visits.delete(path)
    visits.refused("GET", path, status=404, code="not_found")
    assert [each["event_type"] for each in events] == ["activity-record.deleted"]
    assert events[0]["id"]["record_id"] == rid(made)


def test_attributes_of_activities_are_made_in_the_app(api):
    """`workspace.app` makes them, with their event; the API has no route for it."""
    events = []
    api.workspace.listeners.append(events.extend)
    api.post("activities", NOUN)
    made = api.workspace.app.add_activity_attribute("calls_made", "duration", "number", is_required=True)
    assert events[-1]["event_type"] == "activity-attribute.created"
    assert events[-1]["id"]["attribute_id"] == made.id
    body = {"data": {"values": {}}}
    api.refused("POST", "activities/calls_made/records", body, status=400, code="missing_value")
    api.refused("GET", "activities/calls_made/attributes", status=404, code="not_found")
