"""Copies of a workspace, read through a client: here from one local workspace into another."""

from __future__ import annotations

import httpx
import pytest

from attio import AsyncAttio, Attio
from attio.core.errors import ArgumentError, ArgumentTypeError
from attio.testing import LocalWorkspace
from tests.workspace.conftest import Api, add_things, own


def copy(api, **arguments):
    with Attio(transport=api.workspace.transport()) as client:
        return Api(LocalWorkspace.from_live(client, **arguments))


def schema(api):
    """Everything that shows how a workspace is built."""
    shown = {name: api.get(name) for name in ("objects", "lists", "workspace_members")}
    for kind in ("objects", "lists"):
        for home in shown[kind]:
            path = f"{kind}/{home['api_slug']}"
            shown[path] = api.get(f"{path}/attributes?show_archived=true")
            shown[f"{path}/views"] = api.get(f"{path}/views?show_archived=true")
            for each in shown[path]:
                if each["type"] in {"select", "status"}:
                    noun = "options" if each["type"] == "select" else "statuses"
                    at = f"{path}/attributes/{each['api_slug']}/{noun}"
                    shown[at] = api.get(f"{at}?show_archived=true")
    return shown


def rows(api):
    """All records and entries."""
    found = {each["api_slug"]: api.find(each["api_slug"]) for each in api.get("objects")}
    return found | {
        each["api_slug"]: api.query(f"lists/{each['api_slug']}/entries/query") for each in api.get("lists")
    }


@pytest.fixture
def source(things):
    """The demo workspace with an object that has an attribute of every type, and a record of it."""
    things.create("things", text="One", select="A", status="Done", anything=[])
    return things


def test_a_schema_is_copied_with_its_ids(source):
    """Objects, attributes with options and statuses, lists, views and members answer the same; no rows are there."""
    twin = copy(source)
    assert schema(twin) == schema(source)
    assert not any(rows(twin).values())
    me, other = source.get("self"), twin.get("self")
    same = ("workspace_id", "workspace_name", "workspace_slug", "workspace_logo_url")
    assert {key: me[key] for key in same} == {key: other[key] for key in same}


def test_records_are_copied_with_values_times_and_actors(source):
    """Every record and entry answers the same, references included."""
    twin = copy(source, records=True)
    assert rows(twin) == rows(source)
    assert schema(twin) == schema(source)


def test_the_copy_goes_its_own_way(source):
    """What is written to it is not written to the original, and it holds the same rules."""
    twin = copy(source, records=True)
    before = rows(source)
    body = {"data": {"values": {"domains": ["northseaferries.example"]}}}
    twin.refused("POST", "objects/companies/records", body, status=400, code="uniqueness_conflict")
    ines = twin.find("people", {"email_addresses": "ines@nsf.example"})[0]
    twin.delete(f"objects/companies/records/{ines['values']['company'][0]['target_record_id']}")
    assert twin.get(f"objects/people/records/{own(ines)}")["values"]["company"] == []
    assert rows(source) == before


def test_only_some_objects_and_lists_are_copied(source):
    """By slug; what leads to records that were not copied is left out, entries without their record too."""
    twin = copy(source, records=["people", "sales_pipeline"])
    counts = {slug: len(found) for slug, found in rows(twin).items()}
    assert {slug for slug, count in counts.items() if count} == {"people"}
    assert counts["people"] == len(source.find("people"))
    assert all(each["values"]["company"] == [] for each in twin.find("people"))
    twin = copy(source, records=["companies", "sales_pipeline"])
    assert len(twin.query("lists/sales_pipeline/entries/query")) == 3


def test_a_number_of_records_is_enough(source):
    """At most so many of each."""
    twin = copy(source, records=True, max_records=2)
    assert {len(found) for found in rows(twin).values()} <= {0, 1, 2}
    assert len(twin.find("people")) == 2


def test_what_a_copy_costs(source):
    """A request each for whoami, members, objects and lists, three per home, and one per select or status."""
    source.workspace.calls.clear()
    copy(source)
    calls = list(source.workspace.calls)
    assert {call.method for call in calls} <= {"GET"}
    homes = len(source.get("objects")) + len(source.get("lists"))
    choices = sum(
        each["type"] in {"select", "status"}
        for kind in ("objects", "lists")
        for home in source.get(kind)
        for each in source.get(f"{kind}/{home['api_slug']}/attributes?show_archived=true")
    )
    assert len(calls) == 4 + 2 * homes + choices


def test_attributes_of_tomorrow_are_left_out():
    """A type that is not known here, with its values, does not stop a copy."""
    source = Api(LocalWorkspace("demo"))

    def tomorrow(request: httpx.Request) -> httpx.Response:
        path, _, query = request.url.raw_path.decode().partition("?")
        answer = source.workspace.handle(
            request.method, path, query=query, headers=request.headers, body=request.read()
        )
        body = answer.body.replace(b'"type":"rating"', b'"type":"hologram"')
        return httpx.Response(answer.status, headers=answer.headers, content=body)

    with Attio(api_key=source.workspace.token, transport=httpx.MockTransport(tomorrow)) as client:
        twin = Api(LocalWorkspace.from_live(client, records=True))
    slugs = [each["api_slug"] for each in twin.get("objects/projects/attributes")]
    assert "confidence" not in slugs and "hours" in slugs
    assert len(twin.find("projects")) == 3


@pytest.mark.parametrize(
    ("arguments", "problem"),
    [
        ({"records": "people"}, r"records.*\['people'\]"),
        ({"records": ["peple"]}, "records.*did you mean 'people'"),
        ({"records": True, "max_records": 0}, "max_records"),
        ({"records": True, "max_records": True}, "max_records"),
    ],
)
def test_a_wrong_choice_is_named(demo, arguments, problem):
    """Before anything is built."""
    with pytest.raises(ArgumentError, match=problem):
        copy(demo, **arguments)


def test_only_a_client_can_be_read(demo):
    """An asynchronous one is told to be the other kind."""
    with pytest.raises(ArgumentTypeError, match="asynchronous"):
        LocalWorkspace.from_live(AsyncAttio(transport=demo.workspace.transport()))
    with pytest.raises(ArgumentTypeError, match="no client"):
        LocalWorkspace.from_live("https://api.attio.com")


def test_settings_go_to_the_copy(demo):
    """Whatever LocalWorkspace takes."""
    twin = copy(demo, token="t" * 64)
    assert twin.workspace.token == "t" * 64
    assert add_things(twin).get("objects/things")["api_slug"] == "things"
