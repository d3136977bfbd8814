"""Lists, entries, views, members."""

from __future__ import annotations

import pytest

from attio.testing import LocalWorkspace, Settings

LIST = {
    "name": "Prospects",
    "api_slug": "prospects",
    "parent_object": "companies",
    "workspace_access": "full-access",
    "workspace_member_access": [],
}


def own(thing):
    return thing["id"].get("entry_id") or thing["id"]["record_id"]


def entry_body(parent, object="people", **values):
    return {"parent_record_id": own(parent), "parent_object": object, "entry_values": values}


def test_a_list_reads_its_parent_as_an_array(api):
    """A plain string goes in, an array of one comes out; slug and id find it."""
    made = api.post("lists", LIST)
    assert made["parent_object"] == ["companies"]
    assert made["created_by_actor"]["type"] == "api-token"
    assert api.get("lists/prospects") == api.get(f"lists/{made['id']['list_id']}") == made
    assert api.get("lists") == [made]
    slugs = [each["api_slug"] for each in api.get("lists/prospects/attributes")]
    assert slugs == ["entry_id", "created_at", "created_by"]


@pytest.mark.parametrize(
    ("change", "status", "code"),
    [
        ({"parent_object": "ghosts"}, 404, "not_found"),
        ({"workspace_access": None}, 400, "validation_type"),
        ({"workspace_access": "read-only"}, 400, "validation_type"),
        ({"workspace_access": "everything"}, 400, "validation_type"),
        ({"name": ""}, 400, "validation_type"),
        (
            {
                "workspace_member_access": [
                    {"workspace_member_id": "7f7f7f7f-0000-4000-8000-000000000000", "level": "full-access"}
                ]
            },
            400,
            "value_not_found",
        ),
        (
            {"workspace_member_access": [{"workspace_member_id": "x", "level": "full-access"}]},
            400,
            "validation_type",
        ),
    ],
    ids=str,
)
def test_lists_that_cannot_be_made(api, change, status, code):
    """Parent, members and access are checked; somebody must have full access."""
    api.refused("POST", "lists", {"data": LIST | change}, status=status, code=code)
    assert api.get("lists") == []


def test_changing_a_list(api):
    """Name, slug and access change; the parent does not; a slug in use is 409."""
    api.post("lists", LIST)
    api.post("lists", LIST | {"api_slug": "other"})
    api.refused("POST", "lists", {"data": LIST}, status=409, code="slug_conflict")
    api.refused("PATCH", "lists/other", {"data": {"api_slug": "prospects"}}, status=409, code="slug_conflict")
    member = next(iter(api.workspace.state.members.by_id))
    access = [{"workspace_member_id": member, "level": "full-access"}]
    changed = api.patch(
        "lists/other", {"name": "New", "workspace_access": None, "workspace_member_access": access}
    )
    assert (changed["name"], changed["workspace_access"], changed["api_slug"]) == ("New", None, "other")
    body = {"data": {"workspace_member_access": []}}
    api.refused("PATCH", "lists/other", body, status=400, code="validation_type")
    assert api.patch("lists/other", {"api_slug": "others"})["api_slug"] == "others"
    api.refused("GET", "lists/other", status=404, code="not_found")


def test_permissions_of_lists_are_a_feature_of_the_plan():
    """403 billing_error for anything but full access of the workspace."""
    workspace = LocalWorkspace(settings=Settings(list_permissions=False))
    answer = workspace.request("POST", "/v2/lists", {"data": LIST | {"workspace_access": "read-only"}})
    assert (answer.status, answer.json()["code"]) == (403, "billing_error")
    assert workspace.request("POST", "/v2/lists", {"data": LIST}).status == 200


def test_a_record_may_be_on_a_list_several_times(demo):
    """Duplicates of one parent are allowed; the record's entries are listed oldest first."""
    (noor,) = demo.find("people", {"email_addresses": "noor.visser@gmail.com"})
    second = demo.post("lists/hiring/entries", entry_body(noor, step="Applied"))
    assert second["parent_record_id"] == own(noor)
    assert second["parent_object"] == "people"
    assert list(second["entry_values"]) == [
        "entry_id",
        "created_at",
        "created_by",
        "step",
        "score",
        "referred",
        "referrer",
    ]
    assert second["entry_values"]["entry_id"][0]["value"] == own(second)
    assert second["entry_values"]["step"][0]["status"]["id"]["object_id"] == second["id"]["list_id"]
    rows = demo.get(f"objects/people/records/{own(noor)}/entries")
    assert [each["list_api_slug"] for each in rows] == ["hiring", "hiring"]
    assert rows[1]["entry_id"] == own(second)
    assert demo.get(f"objects/people/records/{own(noor)}/entries?limit=1&offset=1") == rows[1:]
    demo.refused(
        "GET", f"objects/people/records/{own(noor)}/entries?limit=1001", status=400, code="validation_type"
    )


@pytest.mark.parametrize(
    ("body", "code"),
    [
        ({"parent_object": "ghosts"}, "value_not_found"),
        ({"parent_object": "companies"}, "validation_type"),
        ({"parent_record_id": "7f7f7f7f-0000-4000-8000-000000000000"}, "value_not_found"),
        ({"parent_record_id": "x"}, "validation_type"),
        ({"entry_values": {"ghost": 1}}, "value_not_found"),
        ({"entry_values": {"score": 9}}, "validation_type"),
        ({"entry_values": None}, "validation_type"),
    ],
    ids=str,
)
@pytest.mark.parametrize("method", ["POST", "PUT"])
def test_entries_that_cannot_be(demo, method, body, code):
    """Parent and values are checked, with paths into entry_values."""
    (noor,) = demo.find("people", {"email_addresses": "noor.visser@gmail.com"})
    error = demo.refused(
        method, "lists/hiring/entries", {"data": entry_body(noor) | body}, status=400, code=code
    )
    if body == {"entry_values": {"score": 9}}:
        assert error["validation_errors"][0]["path"] == ["data", "entry_values", "score"]


def test_upsert_goes_by_parent(demo):
    """No entry: create; one: update, overwriting; several: 400."""
    (ines,) = demo.find("people", {"email_addresses": "ines@nsf.example"})
    made = demo.put("lists/hiring/entries", entry_body(ines, score=1, step="Applied"))
    changed = demo.put("lists/hiring/entries", entry_body(ines, score=2))
    assert changed["id"] == made["id"]
    assert changed["entry_values"]["score"][0]["value"] == 2
    assert changed["entry_values"]["step"][0]["status"]["title"] == "Applied"
    demo.post("lists/hiring/entries", entry_body(ines))
    body = {"data": entry_body(ines)}
    demo.refused("PUT", "lists/hiring/entries", body, status=400, code="multiple_match_results")


def test_changing_an_entry_adds_or_overwrites(demo):
    """PATCH adds multi-values in front, PUT replaces; the parent is immutable, unknown keys are refused."""
    (entry,) = demo.query("lists/sales_pipeline/entries/query", filter={"stage": "Trial"})
    path = f"lists/sales_pipeline/entries/{own(entry)}"

    def interests(answer):
        return [each["option"]["title"] for each in answer["entry_values"]["interests"]]

    assert interests(demo.patch(path, {"entry_values": {"interests": ["Fleet view"]}})) == [
        "Fleet view",
        "Weather",
    ]
    assert interests(demo.put(path, {"entry_values": {"interests": ["Hull sensors"]}})) == ["Hull sensors"]
    assert demo.get(path)["entry_values"]["interests"][0]["option"]["title"] == "Hull sensors"
    for extra in ({"parent_record_id": "x"}, {"parent_object": "people"}):
        body = {"data": {"entry_values": {}, **extra}}
        demo.refused("PATCH", path, body, status=400, code="immutable_value")
    body = {"data": {"entry_values": {}, "surprise": 1}}
    demo.refused("PUT", path, body, status=400, code="validation_type")


def test_deleting_an_entry_leaves_the_record_and_the_other_way_round_not(demo):
    """An entry goes alone; a record takes its entries along."""
    (entry,) = demo.query("lists/sales_pipeline/entries/query", filter={"stage": "Trial"})
    path = f"lists/sales_pipeline/entries/{own(entry)}"
    assert demo.send("DELETE", path).json() == {}
    demo.refused("GET", path, status=404, code="not_found")
    demo.refused("DELETE", path, status=404, code="not_found")
    assert demo.get(f"objects/companies/records/{entry['parent_record_id']}")
    assert demo.get(f"objects/companies/records/{entry['parent_record_id']}/entries") == []
    (left,) = demo.query("lists/sales_pipeline/entries/query", filter={"stage": "Customer"})
    demo.delete(f"objects/companies/records/{left['parent_record_id']}")
    demo.refused("GET", f"lists/sales_pipeline/entries/{own(left)}", status=404, code="not_found")


def test_what_happens_is_told_to_listeners(demo):
    """One event per created, changed and deleted thing, with the parent for entries; refused requests tell nothing."""
    heard = []
    demo.workspace.listeners.append(heard.extend)
    (ines,) = demo.find("people", {"email_addresses": "ines@nsf.example"})
    entry = demo.post("lists/hiring/entries", entry_body(ines, step="Applied"))
    demo.patch(f"lists/hiring/entries/{own(entry)}", {"entry_values": {"step": "Offer", "score": 5}})
    demo.delete(f"lists/hiring/entries/{own(entry)}")
    kinds = [each["event_type"] for each in heard]
    assert kinds == ["list-entry.created", "list-entry.updated", "list-entry.updated", "list-entry.deleted"]
    assert all(each["parent_record_id"] == own(ines) for each in heard)
    assert heard[0]["actor"]["type"] == "api-token"
    heard.clear()
    demo.refused(
        "POST",
        "lists/hiring/entries",
        {"data": entry_body(ines, step="x")},
        status=400,
        code="value_not_found",
    )
    acme = demo.create("companies", name="Acme")
    assert [each["event_type"] for each in heard] == ["record.created"]
    heard.clear()
    demo.patch(
        f"objects/people/records/{own(ines)}",
        {"values": {"company": own(acme), "job_title": "Fleet Director"}},
    )
    told = [(each["event_type"], each["id"]["record_id"]) for each in heard]
    assert told.count(("record.updated", own(ines))) == 1
    assert ("record.updated", own(acme)) in told
    heard.clear()
    demo.post("lists", LIST)
    demo.patch("lists/prospects", {"name": "P"})
    assert [each["event_type"] for each in heard] == ["list.created", "list.updated"]


def test_views_come_by_id_in_pages(demo):
    """A cursor leads from page to page; archived views on demand."""
    for number in range(5):
        demo.workspace.add_view("hiring", f"View {number}")
    archived = demo.workspace.add_view("hiring", "Old", {"step": "Applied"})
    archived.is_archived = True
    everything = demo.send("GET", "lists/hiring/views").json()
    ids = [each["id"]["view_id"] for each in everything["data"]]
    assert ids == sorted(ids)
    assert everything["pagination"] == {"next_cursor": None}
    assert len(demo.get("lists/hiring/views?show_archived=true")) == len(ids) + 1
    seen, cursor = [], ""
    while cursor is not None:
        page = demo.send("GET", f"lists/hiring/views?limit=2{f'&cursor={cursor}' if cursor else ''}").json()
        seen += [each["id"]["view_id"] for each in page["data"]]
        cursor = page["pagination"]["next_cursor"]
    assert seen == ids
    for wrong in ("cursor=%21%21", "cursor=eA", "limit=1001", "limit=0"):
        demo.refused("GET", f"lists/hiring/views?{wrong}", status=400, code="validation_type")
    with pytest.raises(ValueError, match="no object and no list"):
        demo.workspace.add_view("ghosts", "x")


def test_a_cursor_survives_the_end_of_its_row(demo):
    """When the row that a cursor names is gone, the page starts where it stood."""
    for number in range(4):
        demo.workspace.add_view("hiring", f"View {number}")
    first = demo.send("GET", "lists/hiring/views?limit=2").json()
    home = demo.workspace.state.find_list("hiring")
    ids = sorted(home.views)
    del home.views[first["data"][1]["id"]["view_id"]]
    rest = demo.send("GET", f"lists/hiring/views?cursor={first['pagination']['next_cursor']}").json()
    assert [each["id"]["view_id"] for each in rest["data"]] == ids[3:]


def test_members_are_listed_leavers_included(demo):
    """Three in the demo, one of them suspended; one by id, others 404."""
    members = demo.get("workspace_members")
    assert [each["access_level"] for each in members] == ["admin", "member", "suspended"]
    member_id = members[1]["id"]["workspace_member_id"]
    assert demo.get(f"workspace_members/{member_id.upper()}") == members[1]
    demo.refused("GET", "workspace_members/x", status=404, code="not_found")
    added = demo.workspace.add_member("New", "Hire", "new@harbourlight.example")
    assert demo.get(f"workspace_members/{added.id}")["email_address"] == "new@harbourlight.example"
