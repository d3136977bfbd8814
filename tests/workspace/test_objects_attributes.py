"""Objects, attributes, options, statuses."""

from __future__ import annotations

import pytest

from attio.testing import LocalWorkspace, Settings

THING = {"api_slug": "boats", "singular_noun": "Boat", "plural_noun": "Boats"}


def test_objects_are_listed_by_id(api):
    """As recorded: in ascending order of id."""
    ids = [each["id"]["object_id"] for each in api.get("objects")]
    assert ids == sorted(ids)
    assert len(ids) == 5


def test_objects_that_are_off_are_not_there():
    """deals, users and workspaces have to be switched on; so do the attributes that lead to them."""
    workspace = LocalWorkspace(standard_objects=[])
    slugs = {each["api_slug"] for each in workspace.request("GET", "/v2/objects").json()["data"]}
    assert slugs == {"people", "companies"}
    assert workspace.request("GET", "/v2/objects/deals").status == 404
    people = workspace.request("GET", "/v2/objects/people/attributes").json()["data"]
    assert not {"associated_deals", "associated_users"} & {each["api_slug"] for each in people}


def test_a_custom_object_starts_with_three_attributes(api):
    """record_id, created_at and created_by; slug or id find it."""
    made = api.post("objects", THING)
    assert api.get("objects/boats") == api.get(f"objects/{made['id']['object_id'].upper()}") == made
    assert [each["api_slug"] for each in api.get("objects/boats/attributes")] == [
        "record_id",
        "created_at",
        "created_by",
    ]


def test_slugs_of_objects_are_unique(api):
    """409 on create and on change; its own slug is no conflict."""
    api.post("objects", THING)
    api.refused("POST", "objects", {"data": THING}, status=409, code="slug_conflict")
    api.refused("PATCH", "objects/boats", {"data": {"api_slug": "people"}}, status=409, code="slug_conflict")
    changed = api.patch("objects/boats", {"api_slug": "boats", "plural_noun": "Fleet"})
    assert (changed["api_slug"], changed["plural_noun"], changed["singular_noun"]) == (
        "boats",
        "Fleet",
        "Boat",
    )
    assert api.patch("objects/boats", {"api_slug": "fleet"})["api_slug"] == "fleet"
    api.refused("GET", "objects/boats", status=404, code="not_found")


def test_an_empty_change_is_refused(api, demo):
    """A PATCH with nothing in it is 400 validation_type."""
    member = {"data": {}}
    api.refused("PATCH", "objects/people", member, status=400, code="validation_type")
    demo.refused("PATCH", "lists/hiring", member, status=400, code="validation_type")
    demo.refused("PATCH", "objects/projects/attributes/name", member, status=400, code="validation_type")
    demo.refused(
        "PATCH", "objects/projects/attributes/size/options/Small", member, status=400, code="validation_type"
    )


def test_the_plan_limits_objects():
    """One object too many is 400 quota_exceeded."""
    workspace = LocalWorkspace(settings=Settings(max_objects=6))
    assert workspace.request("POST", "/v2/objects", {"data": THING}).status == 200
    again = workspace.request("POST", "/v2/objects", {"data": {**THING, "api_slug": "more"}})
    assert (again.status, again.json()["code"]) == (400, "quota_exceeded")


def test_system_objects_cannot_be_deleted(api):
    """400 system_edit_unauthorized."""
    api.refused("DELETE", "objects/people", status=400, code="system_edit_unauthorized")


def test_attributes_page_and_show_archived_ones_on_demand(demo):
    """limit and offset cut the list; archived ones are left out unless asked for."""
    slugs = [each["api_slug"] for each in demo.get("objects/projects/attributes")]
    assert "old_name" not in slugs
    shown = demo.get("objects/projects/attributes?show_archived=true")
    assert "old_name" in [each["api_slug"] for each in shown]
    page = demo.get("objects/projects/attributes?limit=2&offset=3")
    assert [each["api_slug"] for each in page] == slugs[3:5]
    assert demo.get("objects/projects/attributes?offset=900") == []
    for query in ("limit=x", "limit=0", "offset=-1", "show_archived=maybe"):
        error = demo.refused(
            "GET", f"objects/projects/attributes?{query}", status=400, code="validation_type"
        )
        assert error["message"] == "Query params validation error."
        assert error["validation_errors"][0]["path"] == [query.partition("=")[0]]


def test_archived_attributes_keep_their_slug_and_lose_their_place(demo, new_attribute):
    """They are no part of records, cannot be written, and still hold their slug."""
    record = demo.create("projects", name="X")
    assert "old_name" not in record["values"]
    body = {"data": {"values": {"name": "Y", "old_name": "x"}}}
    demo.refused("POST", "objects/projects/records", body, status=400, code="value_not_found")
    taken = {"data": new_attribute("old_name", type="text")}
    demo.refused("POST", "objects/projects/attributes", taken, status=409, code="slug_conflict")
    back = demo.patch("objects/projects/attributes/old_name", {"is_archived": False})
    assert back["is_archived"] is False
    assert "old_name" in demo.create("projects", name="Y")["values"]


def test_every_creatable_type_can_be_created(things):
    """config always shows both branches, with nulls where they do not apply."""
    for each in things.get("objects/things/attributes"):
        assert set(each["config"]) == {"currency", "record_reference"}
        if each["type"] == "currency":
            assert each["config"]["currency"] == {"default_currency_code": "EUR", "display_type": "symbol"}
        else:
            assert each["config"]["currency"] == {"default_currency_code": None, "display_type": None}
    anybody = things.get("objects/things/attributes/anybody")
    people = things.get("objects/people")["id"]["object_id"]
    assert people in anybody["config"]["record_reference"]["allowed_object_ids"]
    anything = things.get("objects/things/attributes/anything")
    assert anything["config"]["record_reference"]["allowed_object_ids"] is None


@pytest.mark.parametrize(
    ("target", "facts", "status", "code"),
    [
        ("objects/things", {"type": "interaction"}, 400, "validation_type"),
        ("objects/things", {"type": "personal-name"}, 400, "validation_type"),
        ("objects/things", {"type": "text", "is_multiselect": True}, 400, "validation_type"),
        ("objects/things", {"type": "select", "is_unique": True}, 400, "validation_type"),
        ("objects/people", {"type": "text", "is_unique": True}, 400, "validation_type"),
        ("objects/things", {"type": "text", "surprise": 1}, 400, "validation_type"),
        ("objects/things", {"type": "text", "is_required": "yes"}, 400, "validation_type"),
        (
            "objects/things",
            {
                "type": "currency",
                "config": {"currency": {"default_currency_code": "TWD", "display_type": "code"}},
            },
            400,
            "validation_type",
        ),
        (
            "objects/things",
            {"type": "record-reference", "config": {"record_reference": {"allowed_objects": ["ghosts"]}}},
            400,
            "value_not_found",
        ),
        (
            "objects/people",
            {"type": "text", "default_value": {"type": "static", "template": ["x"]}},
            400,
            "validation_type",
        ),
        (
            "objects/things",
            {"type": "text", "default_value": {"type": "dynamic", "template": "current-user"}},
            400,
            "validation_type",
        ),
        (
            "objects/things",
            {"type": "date", "default_value": {"type": "dynamic", "template": "soon"}},
            400,
            "validation_type",
        ),
        (
            "objects/things",
            {"type": "number", "default_value": {"type": "static", "template": ["x"]}},
            400,
            "validation_type",
        ),
        ("objects/things", {"type": "text", "default_value": {"type": "odd"}}, 400, "validation_type"),
        (
            "objects/things",
            {
                "type": "text",
                "relationship": {"object": "people", "title": "T", "api_slug": "t", "is_multiselect": True},
            },
            400,
            "validation_type",
        ),
        (
            "objects/things",
            {
                "type": "record-reference",
                "relationship": {"object": "ghosts", "title": "T", "api_slug": "t", "is_multiselect": True},
            },
            404,
            "not_found",
        ),
        (
            "objects/things",
            {
                "type": "record-reference",
                "relationship": {
                    "object": "people",
                    "title": "T",
                    "api_slug": "name",
                    "is_multiselect": True,
                },
            },
            409,
            "slug_conflict",
        ),
        (
            "objects/things",
            {
                "type": "record-reference",
                "relationship": {"object": "things", "title": "T", "api_slug": "new", "is_multiselect": True},
            },
            409,
            "slug_conflict",
        ),
        ("objects/ghosts", {"type": "text"}, 404, "not_found"),
        ("lists/ghosts", {"type": "text"}, 404, "not_found"),
    ],
    ids=str,
)
def test_attributes_that_cannot_be(things, new_attribute, target, facts, status, code):
    """Each rule of types, flags, defaults and relationships refuses, and nothing is made."""
    before = things.get("objects/things/attributes")
    body = {"data": new_attribute("new", **facts)}
    error = things.refused("POST", f"{target}/attributes", body, status=status, code=code)
    if facts.get("is_unique"):
        assert error["message"] == "Cannot set attribute as unique."
    assert things.get("objects/things/attributes") == before


def test_a_relationship_within_one_object(things, new_attribute):
    """Both sides may be on the same object and do not mix."""
    body = new_attribute(
        "children",
        type="record-reference",
        is_multiselect=True,
        relationship={"object": "things", "title": "Parent", "api_slug": "parent", "is_multiselect": False},
    )
    things.post("objects/things/attributes", body)
    mother = things.create("things", text="mother")
    child = things.create("things", parent=mother["id"]["record_id"])
    mother = things.get(f"objects/things/records/{mother['id']['record_id']}")
    assert [each["target_record_id"] for each in mother["values"]["children"]] == [child["id"]["record_id"]]
    assert mother["values"]["parent"] == []


def test_attributes_of_lists_name_the_list_as_their_object(demo, new_attribute):
    """object_id holds the list's id."""
    made = demo.post("lists/hiring/attributes", new_attribute("notes", type="text"))
    assert made["id"]["object_id"] == demo.get("lists/hiring")["id"]["list_id"]
    assert demo.get("lists/hiring/attributes/notes") == made


def test_what_can_be_changed_of_an_attribute(things):
    """Title, description, slug, flags, default, config; type and multiselect are not among them."""
    changed = things.patch(
        "objects/things/attributes/currency",
        {
            "title": "Price",
            "description": "What it costs",
            "api_slug": "price",
            "is_required": True,
            "config": {"currency": {"default_currency_code": "USD", "display_type": "code"}},
        },
    )
    assert changed["api_slug"] == "price"
    assert changed["config"]["currency"]["default_currency_code"] == "USD"
    things.refused("GET", "objects/things/attributes/currency", status=404, code="not_found")
    body = {"data": {"values": {}}}
    things.refused("POST", "objects/things/records", body, status=400, code="missing_value")
    assert things.create("things", price=1)["values"]["price"][0]["currency_code"] == "USD"
    allowed = {"config": {"record_reference": {"allowed_objects": ["companies"]}}}
    assert (
        len(
            things.patch("objects/things/attributes/anybody", allowed)["config"]["record_reference"][
                "allowed_object_ids"
            ]
        )
        == 1
    )
    assert (
        things.patch("objects/things/attributes/price", {"default_value": None})["is_default_value_enabled"]
        is False
    )
    with_default = things.patch(
        "objects/things/attributes/text", {"default_value": {"type": "static", "template": ["x"]}}
    )
    assert with_default["default_value"] == {
        "type": "static",
        "template": [{"value": "x", "attribute_type": "text"}],
    }
    things.refused(
        "PATCH",
        "objects/things/attributes/text",
        {"data": {"type": "number"}},
        status=400,
        code="validation_type",
    )
    things.refused(
        "PATCH",
        "objects/things/attributes/text",
        {"data": {"api_slug": "key"}},
        status=409,
        code="slug_conflict",
    )


def test_uniqueness_can_be_set_while_no_value_doubles(things):
    """Doubles refuse it; lifting it is always fine."""
    things.create("things", text="same", number=1)
    things.create("things", text="same", number=2)
    body = {"data": {"is_unique": True}}
    for slug in ("text", "select"):
        things.refused("PATCH", f"objects/things/attributes/{slug}", body, status=400, code="validation_type")
    assert things.patch("objects/things/attributes/number", {"is_unique": True})["is_unique"] is True
    things.refused(
        "POST",
        "objects/things/records",
        {"data": {"values": {"number": 2.0}}},
        status=400,
        code="uniqueness_conflict",
    )
    assert things.patch("objects/things/attributes/number", {"is_unique": False})["is_unique"] is False
    things.create("things", number=2)


def test_system_attributes_cannot_be_changed(api):
    """400 system_edit_unauthorized."""
    body = {"data": {"title": "X"}}
    api.refused("PATCH", "objects/people/attributes/name", body, status=400, code="system_edit_unauthorized")


# Options and statuses


def test_options_come_in_order_and_new_ones_last(things):
    """Archived ones are shown on demand."""
    things.post("objects/things/attributes/select/options", {"title": "C 🎈"})
    titles = [each["title"] for each in things.get("objects/things/attributes/select/options")]
    assert titles == ["A", "B", "C 🎈"]
    shown = things.get("objects/things/attributes/select/options?show_archived=true")
    assert [each["title"] for each in shown] == ["A", "B", "Gone", "C 🎈"]


@pytest.mark.parametrize(("kind", "slug"), [("options", "select"), ("statuses", "status")])
def test_titles_are_taken_once(things, kind, slug):
    """409 slug_conflict, archived titles included, on create and on rename."""
    path = f"objects/things/attributes/{slug}/{kind}"
    first, second = ("A", "B") if kind == "options" else ("To do", "Done")
    things.refused("POST", path, {"data": {"title": first}}, status=409, code="slug_conflict")
    things.refused("PATCH", f"{path}/{second}", {"data": {"title": first}}, status=409, code="slug_conflict")
    things.patch(f"{path}/{first.replace(' ', '%20')}", {"is_archived": True})
    things.refused("POST", path, {"data": {"title": first}}, status=409, code="slug_conflict")
    things.refused("PATCH", f"{path}/nope", {"data": {"title": "x"}}, status=404, code="not_found")
    things.refused(
        "PATCH",
        f"{path}/7f7f7f7f-0000-4000-8000-000000000000",
        {"data": {"title": "x"}},
        status=404,
        code="not_found",
    )


def test_values_follow_a_renamed_option(things):
    """A value shows the title that the option has now."""
    record = things.create("things", select="A", status="Done")
    things.patch("objects/things/attributes/select/options/A", {"title": "Alpha"})
    changed = things.patch(
        "objects/things/attributes/status/statuses/Done",
        {"title": "Finished", "celebration_enabled": False, "target_time_in_status": "P3D"},
    )
    assert changed["target_time_in_status"] == "P3D"
    record = things.get(f"objects/things/records/{record['id']['record_id']}")
    assert record["values"]["select"][0]["option"]["title"] == "Alpha"
    assert record["values"]["status"][0]["status"] == changed


def test_a_status_can_be_made_whole_at_once(things):
    """Target time is an ISO duration or null."""
    path = "objects/things/attributes/status/statuses"
    made = things.post(
        path, {"title": "Review", "celebration_enabled": True, "target_time_in_status": "P1DT12H"}
    )
    assert (made["celebration_enabled"], made["target_time_in_status"]) == (True, "P1DT12H")
    body = {"data": {"title": "Bad", "target_time_in_status": "a day"}}
    things.refused("POST", path, body, status=400, code="validation_type")
    assert things.patch(f"{path}/Review", {"target_time_in_status": None})["target_time_in_status"] is None


@pytest.mark.parametrize(
    ("kind", "slug"), [("options", "text"), ("options", "status"), ("statuses", "select")]
)
def test_options_are_for_selects_and_statuses_for_statuses(things, kind, slug):
    """The wrong kind of attribute is 400 on writes, and not found on reads."""
    path = f"objects/things/attributes/{slug}/{kind}"
    things.refused("GET", path, status=404, code="not_found")
    things.refused("POST", path, {"data": {"title": "x"}}, status=400, code="validation_type")
    things.refused("GET", f"objects/things/attributes/ghost/{kind}", status=404, code="not_found")
