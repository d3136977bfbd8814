"""What a workspace starts with."""

from __future__ import annotations

import gc
import json
import sys

import pytest

from attio.core.errors import ArgumentError, MissingExtraError
from attio.testing import LocalWorkspace
from attio.testing.seeds import SECTIONS, section


def seeded(**document):
    return LocalWorkspace({"standard_objects": ["deals"], **document})


def get(workspace, path):
    return workspace.request("GET", f"/v2/{path}").json()["data"]


def find(workspace, object, filter):
    body = {"filter": filter}
    return workspace.request("POST", f"/v2/objects/{object}/records/query", body).json()["data"]


def test_the_demo_is_a_whole_company(demo):
    """People, companies, deals, a custom object, lists, members, all joined; nothing of planting is heard."""
    counts = {home.slug: len(home.rows) for home in demo.workspace.state.objects.values()}
    assert counts == {"people": 8, "companies": 4, "deals": 3, "users": 1, "workspaces": 1, "projects": 3}
    assert [each["api_slug"] for each in demo.get("lists")] == ["sales_pipeline", "hiring"]
    (ferry,) = demo.find("companies", {"domains": "nsf.example"})
    joined = {slug: len(values) for slug, values in ferry["values"].items() if values}
    assert (
        joined.items()
        >= {"team": 2, "associated_deals": 1, "associated_workspaces": 1, "projects": 1}.items()
    )
    kinds = {each["type"] for each in demo.get("objects/projects/attributes")}
    assert len(kinds) == 15
    assert demo.workspace.state.events == []
    (keel,) = demo.find("projects", {"code": "HL-001"})
    assert [slug for slug, values in keel["values"].items() if not values] == []


def test_single_values_with_a_past_start_where_it_ends(demo):
    """The demo's histories have no overlap."""
    (deal,) = demo.find("deals", {"stage": "Won 🎉"})
    path = f"objects/deals/records/{deal['id']['record_id']}/attributes/stage/values?show_historic=true"
    spans = [(each["active_from"], each["active_until"]) for each in demo.get(path)]
    assert [until for _, until in spans[:-1]] == [since for since, _ in spans[1:]]


def test_generated_people_are_whole_and_joined():
    """`generate` makes people with a dozen filled attributes at companies, a minute apart."""
    was_on = gc.isenabled()
    workspace = seeded(generate={"people": 50, "companies": 5})
    assert gc.isenabled() == was_on
    everybody = workspace.request("POST", "/v2/objects/people/records/query", {}).json()["data"]
    assert len(everybody) == 50
    filled = [sum(1 for values in each["values"].values() if values) for each in everybody]
    assert min(filled) >= 12
    assert len({each["created_at"] for each in everybody}) == 50
    email = everybody[7]["values"]["email_addresses"][0]["email_address"]
    (same,) = find(workspace, "people", {"email_addresses": email})
    assert same == everybody[7]
    team = find(workspace, "companies", {"record_id": same["values"]["company"][0]["target_record_id"]})[0][
        "values"
    ]["team"]
    assert len(team) == 10
    gc.disable()
    try:
        lone = seeded(generate={"people": 3})
        assert not gc.isenabled()
    finally:
        gc.enable()
    assert lone.request("POST", "/v2/objects/companies/records/query", {}).json()["data"] == []


def test_big_is_generated(monkeypatch):
    """The seed named big is 100,000 people at 5,000 companies; here fewer."""
    from attio.testing.seeds import big

    assert big.document()["generate"] == {"people": 100_000, "companies": 5_000}
    monkeypatch.setattr(big, "_PEOPLE", 20)
    monkeypatch.setattr(big, "_COMPANIES", 2)
    workspace = LocalWorkspace("big")
    assert repr(workspace) == "<LocalWorkspace 'big-workspace': 5 objects, 22 records>"


def test_seeds_from_files(tmp_path):
    """JSON and YAML mean the same; a path or its text names the file."""
    document = {"objects": [{"api_slug": "boats", "attributes": [{"api_slug": "name", "type": "text"}]}]}
    as_json, as_yaml = tmp_path / "seed.json", tmp_path / "seed.yaml"
    as_json.write_text(json.dumps(document), encoding="utf-8")
    as_yaml.write_text(
        "objects:\n- api_slug: boats\n  attributes: [{api_slug: name, type: text}]\n", encoding="utf-8"
    )
    for seed in (as_json, str(as_json), as_yaml):
        boats = get(LocalWorkspace(seed), "objects/boats")
        assert (boats["singular_noun"], boats["plural_noun"]) == ("Boat", "Boats")


@pytest.mark.parametrize(
    ("text", "name", "message"),
    [
        ("{", "seed.json", "is not JSON"),
        ("a: [", "seed.yml", "is not YAML"),
        ("[1]", "seed.json", "does not hold a mapping"),
        ('{"obects": []}', "seed.json", "did you mean"),
    ],
)
def test_files_that_are_no_seeds(tmp_path, text, name, message):
    """The error names the file or the key, and what would do."""
    path = tmp_path / name
    path.write_text(text, encoding="utf-8")
    with pytest.raises(ArgumentError, match=message):
        LocalWorkspace(path)


def test_what_is_no_seed_at_all(tmp_path, monkeypatch):
    """A name that is neither seed nor file, or another type, is refused; YAML names its extra."""
    with pytest.raises(ArgumentError, match="neither 'demo' nor 'big' nor a file"):
        LocalWorkspace("dmeo")
    with pytest.raises(TypeError, match="is no seed"):
        LocalWorkspace(5)
    path = tmp_path / "seed.yaml"
    path.write_text("{}", encoding="utf-8")
    monkeypatch.setitem(sys.modules, "yaml", None)
    with pytest.raises(MissingExtraError, match=r"attio-client\[testing\]"):
        LocalWorkspace(path)


MEMBER = {"first_name": "A", "last_name": "B", "email_address": "a@b.example", "access_level": "admin"}


@pytest.mark.parametrize(
    ("document", "message"),
    [
        (
            {"objects": [{"api_slug": "people", "records": [{"values": {"ghost": 1}}]}]},
            "no attribute of 'people'",
        ),
        ({"objects": [{"api_slug": "people", "records": [{"values": {"job_title": 5}}]}]}, "invalid value"),
        (
            {"objects": [{"api_slug": "people", "records": [{"values": {"company": {"$ref": "x"}}}]}]},
            "key of no record",
        ),
        ({"objects": [{"api_slug": "people", "records": [{"created_at": "soon"}]}]}, "is no time"),
        ({"objects": [{"api_slug": "people", "records": [{"created_by": "x@y.z"}]}]}, "is no member"),
        (
            {"objects": [{"api_slug": "people", "records": [{"values": {"last_interaction": {}}}]}]},
            "invalid value",
        ),
        (
            {
                "objects": [
                    {
                        "api_slug": "people",
                        "records": [
                            {
                                "values": {
                                    "company": {
                                        "attribute_type": "record-reference",
                                        "target_object": "companies",
                                        "target_record_id": "x",
                                    }
                                }
                            }
                        ],
                    }
                ]
            },
            "does not have",
        ),
        (
            {
                "objects": [
                    {
                        "api_slug": "people",
                        "records": [
                            {
                                "values": {
                                    "strongest_connection_strength": {
                                        "attribute_type": "select",
                                        "option": "Fine",
                                    }
                                }
                            }
                        ],
                    }
                ]
            },
            "is no option or status",
        ),
        ({"objects": [{"api_slug": "deals", "records": [{"values": {}}]}]}, "lacks this required value"),
        (
            {
                "objects": [
                    {"api_slug": "people", "records": [{"values": {"email_addresses": ["a@x.io"]}}] * 2}
                ]
            },
            "conflicts with one already",
        ),
        ({"lists": [{"api_slug": "l", "parent_object": "ghosts"}]}, "no object of the workspace"),
        (
            {"lists": [{"api_slug": "l", "parent_object": "people", "entries": [{"parent_record_id": "x"}]}]},
            "is no record of 'people'",
        ),
        (
            {
                "objects": [
                    {
                        "api_slug": "b",
                        "attributes": [
                            {"api_slug": "r", "type": "record-reference", "allowed_objects": ["x"]}
                        ],
                    }
                ]
            },
            "no object of the workspace",
        ),
        (
            {
                "objects": [
                    {
                        "api_slug": "b",
                        "attributes": [
                            {
                                "api_slug": "r",
                                "type": "record-reference",
                                "relationship": {"object": "x", "api_slug": "y"},
                            }
                        ],
                    }
                ]
            },
            "names no object",
        ),
    ],
    ids=str,
)
def test_seeds_that_contradict_themselves(document, message):
    """The error names the value and what is wrong with it."""
    with pytest.raises(ArgumentError, match=message):
        seeded(**document)


def test_members_tokens_and_actors():
    """Tokens of the document work next to the usual ones; records say who made them."""
    workspace = seeded(
        members=[
            MEMBER | {"id": "7F7F7F7F-0000-4000-8000-000000000001", "created_at": "2024-01-01T00:00:00Z"}
        ],
        tokens=[
            {"value": "r" * 64, "scopes": ["object_configuration:read"]},
            {"value": "u" * 64, "level": "user", "member": "a@b.example"},
        ],
        objects=[
            {
                "api_slug": "people",
                "records": [
                    {"key": "one", "values": {"name": "One"}},
                    {"created_by": "system", "values": {"name": "Two"}},
                    {"created_by": {"type": "app", "id": None}, "values": {"name": {"$id": "one"}}},
                ],
            }
        ],
    )
    assert workspace.request("GET", "/v2/objects", token="r" * 64).status == 200
    assert workspace.request("GET", "/v2/lists", token="r" * 64).status == 403
    assert workspace.request("GET", "/v2/self", token="u" * 64).json()["token_level"] == "user"
    made = [row.actor for row in workspace.state.find_object("people").rows.values()]
    assert made == [
        ("workspace-member", "7f7f7f7f-0000-4000-8000-000000000001"),
        ("system", None),
        ("app", None),
    ]
    names = [row.cells for row in workspace.state.find_object("people").rows.values()]
    assert len(names) == 3


def test_a_workspace_can_be_planted_without_members():
    """Then the system made everything."""
    workspace = seeded(members=[], objects=[{"api_slug": "people", "records": [{}]}])
    (row,) = workspace.state.find_object("people").rows.values()
    assert row.actor == ("system", None)


def test_other_nouns_add_sections():
    """A registered section is planted after the records and may refer to them."""
    seen = []

    @section("sightings")
    def plant(planter, raw):
        seen.extend(planter.resolved(raw))

    try:
        seeded(
            objects=[{"api_slug": "people", "records": [{"key": "ada"}]}],
            sightings=[{"who": {"$ref": "ada"}}],
        )
    finally:
        del SECTIONS["sightings"]
    assert seen[0]["who"]["target_object"] == "people"


def test_what_was_read_can_be_planted_again(demo):
    """Objects, attributes, records and entries in Attio's own JSON come back with the same content."""
    objects = []
    for raw in demo.get("objects"):
        attributes = demo.get(f"objects/{raw['api_slug']}/attributes?show_archived=true")
        for each in attributes:
            kind = {"select": "options", "status": "statuses"}.get(each["type"])
            if kind:
                path = f"objects/{raw['api_slug']}/attributes/{each['api_slug']}/{kind}?show_archived=true"
                each[kind] = demo.get(path)
        objects.append({**raw, "attributes": attributes, "records": demo.find(raw["api_slug"])})
    lists = []
    for raw in demo.get("lists"):
        attributes = demo.get(f"lists/{raw['api_slug']}/attributes")
        for each in attributes:
            kind = {"select": "options", "status": "statuses"}.get(each["type"])
            if kind:
                each[kind] = demo.get(f"lists/{raw['api_slug']}/attributes/{each['api_slug']}/{kind}")
        entries = demo.query(f"lists/{raw['api_slug']}/entries/query")
        lists.append({**raw, "attributes": attributes, "entries": entries})
    me = demo.workspace.request("GET", "/v2/self").json()
    copy = LocalWorkspace(
        {
            "workspace": {
                "id": me["workspace_id"],
                "name": me["workspace_name"],
                "slug": me["workspace_slug"],
            },
            "members": demo.get("workspace_members"),
            "objects": objects,
            "lists": lists,
        }
    )
    assert get(copy, "objects") == demo.get("objects")
    assert get(copy, "lists") == demo.get("lists")
    for raw in objects:
        local = get(copy, f"objects/{raw['api_slug']}/attributes")
        assert _essence(local) == _essence(demo.get(f"objects/{raw['api_slug']}/attributes"))
        assert _rows(find(copy, raw["api_slug"], {})) == _rows(raw["records"])


def _essence(attributes):
    return [{key: value for key, value in each.items() if key != "default_value"} for each in attributes]


def _rows(records):
    """Records without who made them when: planted rows belong to the planter."""
    return [
        {
            slug: [
                {key: item for key, item in value.items() if key not in ("active_from", "created_by_actor")}
                for value in values
            ]
            for slug, values in each["values"].items()
            if slug not in ("created_at", "created_by")
        }
        for each in records
    ]
