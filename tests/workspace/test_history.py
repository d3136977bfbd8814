"""Values over time: reading and rewriting them."""

from __future__ import annotations

import pytest

from attio.testing import LocalWorkspace, Settings


def own(record):
    return record["id"].get("entry_id") or record["id"]["record_id"]


def texts(values):
    return [(each["value"], each["active_until"] is None) for each in values]


def span(value, since, until=None):
    return {"value": value, "active_from": since, "active_until": until}


JAN, FEB, MAR = "2025-01-01T00:00:00Z", "2025-02-01T00:00:00Z", "2025-03-01T00:00:00Z"


@pytest.fixture
def thing(things):
    record = things.create("things", text="one")
    path = f"objects/things/records/{own(record)}"
    things.patch(path, {"values": {"text": "two"}})
    things.patch(path, {"values": {"text": "three"}})
    return path


def test_history_is_oldest_first_and_ends_where_the_next_begins(things, thing):
    """Past values have active_until; without show_historic only the one in force is shown."""
    values = things.get(f"{thing}/attributes/text/values?show_historic=true")
    assert texts(values) == [("one", False), ("two", False), ("three", True)]
    assert values[0]["active_until"] == values[1]["active_from"]
    assert texts(things.get(f"{thing}/attributes/text/values")) == [("three", True)]
    page = things.get(f"{thing}/attributes/text/values?show_historic=true&limit=1&offset=1")
    assert texts(page) == [("two", False)]


def test_a_cleared_value_is_only_history(things, thing):
    """Nothing is in force, everything is remembered."""
    things.patch(thing, {"values": {"text": None}})
    assert things.get(f"{thing}/attributes/text/values") == []
    assert len(things.get(f"{thing}/attributes/text/values?show_historic=true")) == 3


def test_multi_values_end_one_by_one(things):
    """Replacing some values closes those only."""
    record = things.create("things", select_many=["A", "B"])
    path = f"objects/things/records/{own(record)}"
    things.put(path, {"values": {"select_many": ["B"]}})
    values = things.get(f"{path}/attributes/select_many/values?show_historic=true")
    assert [(each["option"]["title"], each["active_until"] is None) for each in values] == [
        ("A", False),
        ("B", True),
    ]


def test_enriched_attributes_refuse_their_history(demo):
    """400 validation_type with show_historic, the value in force without."""
    (company,) = demo.find("companies", {"domains": "nsf.example"})
    path = f"objects/companies/records/{own(company)}/attributes/description/values"
    assert len(demo.get(path)) == 1
    demo.refused("GET", f"{path}?show_historic=true", status=400, code="validation_type")
    body = {"data": {"values": [span("x", JAN)], "replace_history": True}}
    demo.refused("PUT", path, body, status=400, code="validation_type")


def test_a_plan_without_history_answers_nothing():
    """An empty array, not an error."""
    workspace = LocalWorkspace(settings=Settings(keeps_history=False))
    made = workspace.request(
        "POST", "/v2/objects/people/records", {"data": {"values": {"job_title": "x"}}}
    ).json()["data"]
    path = f"/v2/objects/people/records/{own(made)}/attributes/job_title/values"
    assert workspace.request("GET", f"{path}?show_historic=true").json() == {"data": []}
    assert len(workspace.request("GET", path).json()["data"]) == 1


def test_values_of_what_is_not_there(things, thing):
    """Unknown attribute, record, entry: 404."""
    things.refused("GET", f"{thing}/attributes/ghost/values", status=404, code="not_found")
    things.refused("GET", "objects/things/records/x/attributes/text/values", status=404, code="not_found")
    things.refused("GET", "lists/hiring/entries/x/attributes/step/values", status=404, code="not_found")


def test_system_values_are_readable(things, thing):
    """record_id, created_at and created_by have one value each."""
    for slug in ("record_id", "created_at", "created_by"):
        assert len(things.get(f"{thing}/attributes/{slug}/values?show_historic=true")) == 1


def write(things, path, values, slug="text"):
    return things.put(f"{path}/attributes/{slug}/values", {"values": values, "replace_history": True})


def test_a_rewritten_history_replaces_everything(things, thing):
    """Any order, gaps allowed; the open value is in force and no events follow."""
    heard = []
    things.workspace.listeners.append(heard.extend)
    answer = write(things, thing, [span("new", MAR), span("old", JAN, FEB)])
    assert texts(answer) == [("old", False), ("new", True)]
    assert answer == things.get(f"{thing}/attributes/text/values?show_historic=true")
    assert things.get(thing)["values"]["text"][0]["value"] == "new"
    assert heard == []
    write(things, thing, [span("only past", JAN, FEB)])
    assert things.get(thing)["values"]["text"] == []


def test_several_values_may_be_in_force_at_once_where_there_can_be_several(things):
    """Newest first, as appending leaves them."""
    record = things.create("things")
    path = f"objects/things/records/{own(record)}"
    write(things, path, [span("A", JAN), span("B", FEB)], "select_many")
    titles = [each["option"]["title"] for each in things.get(path)["values"]["select_many"]]
    assert titles == ["B", "A"]


@pytest.mark.parametrize(
    ("slug", "values", "code"),
    [
        ("text", [], "validation_type"),
        ("text", [span("x", JAN)] * 401, "validation_type"),
        ("text", [span(["x"], JAN)], "validation_type"),
        ("text", [span(None, JAN)], "validation_type"),
        ("text", [span(5, JAN)], "validation_type"),
        ("text", [span("x", "yesterday")], "validation_type"),
        ("text", [span("x", "2999-01-01T00:00:00Z")], "validation_type"),
        ("text", [span("x", JAN, "2999-01-01T00:00:00Z")], "validation_type"),
        ("text", [span("x", FEB, JAN)], "validation_type"),
        ("text", [{**span("x", JAN), "extra": 1}], "validation_type"),
        ("text", [span("a", JAN), span("b", FEB)], "multiple_values_for_single_value_attribute"),
        ("text", [span("a", JAN, MAR), span("b", FEB)], "multiple_values_for_single_value_attribute"),
        ("select_many", [span("A", JAN, MAR), span("A", FEB)], "duplicate_values"),
        ("select", [span("No such", JAN)], "value_not_found"),
        ("record_id", [span("x", JAN)], "system_edit_unauthorized"),
        ("key", [span("taken", JAN)], "uniqueness_conflict"),
    ],
)
def test_histories_that_cannot_be_written(things, thing, slug, values, code):
    """Each breach has its code, and the old history stays."""
    things.create("things", key="taken")
    before = things.get(f"{thing}/attributes/text/values?show_historic=true")
    body = {"data": {"values": values, "replace_history": True}}
    things.refused("PUT", f"{thing}/attributes/{slug}/values", body, status=400, code=code)
    assert things.get(f"{thing}/attributes/text/values?show_historic=true") == before


def test_history_is_only_ever_replaced(things, thing):
    """replace_history has to be true; a required value has to be in force; relationships refuse."""
    body = {"data": {"values": [span("x", JAN)], "replace_history": False}}
    things.refused("PUT", f"{thing}/attributes/text/values", body, status=400, code="validation_type")
    things.patch("objects/things/attributes/text", {"is_required": True})
    past = {"data": {"values": [span("x", JAN, FEB)], "replace_history": True}}
    things.refused("PUT", f"{thing}/attributes/text/values", past, status=400, code="missing_value")
    (person,) = things.find("people", {"email_addresses": "leo@auroracharter.example"})
    link = {"data": {"values": [span("auroracharter.example", JAN)], "replace_history": True}}
    path = f"objects/people/records/{own(person)}/attributes/company/values"
    things.refused("PUT", path, link, status=400, code="validation_type")


def test_multi_values_of_seeds_may_have_a_past_too():
    """A value that ended before says nothing about when the others began."""
    document = {
        "standard_objects": [],
        "objects": [
            {
                "api_slug": "people",
                "records": [
                    {
                        "created_at": MAR,
                        "values": {"email_addresses": ["new@x.example"]},
                        "history": {"email_addresses": [span("old@x.example", JAN, FEB)]},
                    }
                ],
            }
        ],
    }
    workspace = LocalWorkspace(document)
    record_id = next(iter(workspace.state.find_object("people").rows))
    path = f"/v2/objects/people/records/{record_id}/attributes/email_addresses/values?show_historic=true"
    values = workspace.request("GET", path).json()["data"]
    assert [each["email_address"] for each in values] == ["old@x.example", "new@x.example"]
    assert values[1]["active_from"].startswith("2025-03-01")


def test_a_unique_value_of_ones_own_is_no_conflict(things):
    """Rewriting the history of a unique attribute may keep the value."""
    record = things.create("things", key="mine")
    path = f"objects/things/records/{own(record)}"
    assert len(write(things, path, [span("mine", JAN)], "key")) == 1


def test_touching_spans_do_not_overlap(things, thing):
    """One may end when the next begins; the same value may return later."""
    assert len(write(things, thing, [span("a", JAN, FEB), span("b", FEB, MAR), span("a", MAR)])) == 3
    record = things.create("things")
    path = f"objects/things/records/{own(record)}"
    assert len(write(things, path, [span("A", JAN, FEB), span("B", JAN), span("A", FEB)], "select_many")) == 3


def test_entries_have_histories_too(demo):
    """The demo's first sale went through three stages; its history can be rewritten."""
    entry = demo.query("lists/sales_pipeline/entries/query", filter={"stage": "Customer"})[0]
    path = f"lists/sales_pipeline/entries/{own(entry)}/attributes/stage/values"
    stages = [each["status"]["title"] for each in demo.get(f"{path}?show_historic=true")]
    assert stages == ["Prospect", "Trial", "Customer"]
    demo.put(path, {"values": [span("Churned", JAN)], "replace_history": True})
    assert [each["status"]["title"] for each in demo.get(f"{path}?show_historic=true")] == ["Churned"]
