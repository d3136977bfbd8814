"""One value or a list: never by what was read before, and for one request at most."""

from __future__ import annotations

import asyncio
import pickle
from decimal import Decimal
from typing import Any, ClassVar

import pytest

from attio._async.client import AsyncAttio
from attio._async.models.entries import AsyncEntry
from attio._async.models.records import AsyncRecord
from attio._async.models.standard import AsyncPerson
from attio._sync.models.entries import Entry
from attio._sync.models.records import Record
from attio._sync.models.standard import Person
from attio.records.attribute_fields import Attribute, ReadOnly, declared_shapes
from attio.records.data import EntryData, RecordData
from attio.records.schema import Schema, SchemaAttribute
from attio.records.structure import AttributeData
from attio.testing import LocalWorkspace
from tests.unit.shells.worlds import asked, both, of, rows, run, workspace

OTHER_KEY = "local-workspace-token-of-somebody-else-".ljust(64, "0")


def _of_kinds(*kinds: tuple[str, bool]) -> dict[str, Any]:
    """A seed with one object of an attribute of each of these types."""
    return {
        "objects": [
            {
                "api_slug": "things",
                "attributes": [
                    {"api_slug": "name", "type": "text"},
                    *(
                        {
                            "api_slug": kind.replace("-", "_"),
                            "type": kind,
                            "is_multiselect": multi,
                            **({"options": ["x", "y"]} if kind == "select" else {}),
                        }
                        for kind, multi in kinds
                    ),
                ],
            }
        ]
    }


VALUES: dict[str, Any] = {
    "select": "x",
    "record-reference": ("people", "11111111-1111-4111-8111-111111111111"),
    "actor-reference": "admin@local-workspace.example",
}


@both
@pytest.mark.parametrize("multi", [False, True])
@pytest.mark.parametrize("kind", ["select", "record-reference", "actor-reference"])
@pytest.mark.parametrize("filled", [False, True])
def test_a_first_read_is_like_a_later_one(world: str, kind: str, multi: bool, filled: bool) -> None:
    """What may hold several is shaped by the schema from the very first read on, empty or not."""
    here = LocalWorkspace(seed=_of_kinds((kind, multi)))
    slug = kind.replace("-", "_")

    async def scenario(client: Any) -> None:
        ada = await of(client.people.create({"name": "Ada"}))
        value = ada if kind == "record-reference" else VALUES[kind]
        await of(client.records.create("things", {"name": "T", **({slug: [value]} if filled else {})}))
        client.schemas.forget()
        asked(here)
        things = client.object("things")
        shapes = [type((await of(things.list()))[0][slug]) is list for _ in range(2)]
        assert asked(here) == {"list_records": 2, "list_attributes": 1}
        await of(things.schema())
        shapes.append(type((await of(things.list()))[0][slug]) is list)
        assert shapes == [multi] * 3

    run(world, here, scenario)


@both
def test_what_needs_no_schema_loads_none(world: str) -> None:
    """Standard attributes, empty ones too, and filled ones of a single-valued type ask for nothing."""
    here = LocalWorkspace(seed=_of_kinds(("number", False)))

    async def scenario(client: Any) -> None:
        await of(client.companies.create({"name": "C", "categories": ["Maritime"]}))
        await of(client.people.create({"name": "P"}))
        await of(
            client.deals.create({"name": "D", "stage": "Lead", "owner": "admin@local-workspace.example"})
        )
        await of(client.records.create("things", {"name": "T", "number": 5}))
        asked(here)
        for bound in (client.companies, client.people, client.deals, client.object("things")):
            (row,) = await of(bound.list())
            await of(bound.get(row.id))
        assert asked(here) == {"list_records": 4, "get_record": 4}

    run(world, here, scenario)


@both
def test_the_second_page_is_shaped_like_the_first(world: str) -> None:
    """An attribute that only a later page fills has one shape on all of them."""
    here = LocalWorkspace(seed=_of_kinds(("select", True)))

    async def scenario(client: Any) -> None:
        things = client.object("things")
        for index in range(5):
            await of(things.create({"name": str(index), **({"select": ["x"]} if index == 4 else {})}))
        client.schemas.forget()
        asked(here)
        for prefetch in (False, True):
            found = await rows(things.iterate(page_size=2, prefetch=prefetch))
            assert [row["select"] for row in found] == [[], [], [], [], ["x"]]
        page = await of(things.list(limit=2, sorts=["name"]))
        assert [row["select"] for row in await rows(page.auto_paginate())] == [[], [], [], [], ["x"]]
        assert asked(here)["list_attributes"] == 1

    run(world, here, scenario)


@both
def test_entries_are_shaped_by_their_list(world: str) -> None:
    """Entries go by the schema of their list, also of one that is called like a standard object."""
    here = LocalWorkspace(
        seed={
            "lists": [
                {
                    "api_slug": slug,
                    "parent_object": "companies",
                    "attributes": [
                        {"api_slug": "categories", "type": "select", "options": ["x"]},
                        {"api_slug": "team", "type": "select", "is_multiselect": True, "options": ["x"]},
                    ],
                }
                for slug in ("companies", "sales")
            ]
        }
    )

    async def scenario(client: Any) -> None:
        acme = await of(client.companies.create({"name": "Acme", "categories": ["Maritime"]}))
        for slug in ("companies", "sales"):
            entries = client.entries_in(slug)
            await of(entries.create(acme, {"categories": "x"}))
            client.schemas.forget()
            asked(here)
            (entry,) = await of(entries.list())
            assert (entry["categories"], entry["team"]) == ("x", [])
            assert asked(here) == {"list_entries": 1, "list_attributes": 1}
        (company,) = await of(client.companies.list())
        assert company["categories"] == ["Maritime"] and company["team"] == []

    run(world, here, scenario)


def test_two_workspaces_have_two_shapes() -> None:
    """The same slug is one value in one workspace and a list in another, through one process and one client."""
    one = LocalWorkspace(seed=_of_kinds(("select", False)))
    two = LocalWorkspace(seed=_of_kinds(("select", True)), token=OTHER_KEY)

    class Both:
        """A transport that goes by the token, as Attio does."""

        attio_limiter = None
        attio_api_key = one.token

        async def handle_async_request(self, request: Any) -> Any:
            here = two if OTHER_KEY in request.headers["authorization"] else one
            return await here.transport().handle_async_request(request)

        async def aclose(self) -> None:
            """Nothing to close."""

    async def main() -> None:
        client = AsyncAttio(transport=Both())
        other = client.with_options(api_key=OTHER_KEY)
        for each in (client, other):
            await each.records.create("things", {"select": ["x"]})
        for _ in range(2):
            mine = (await client.object("things").list())[0]
            theirs = (await other.object("things").list())[0]
            by_call = (await client.object("things").list(options={"api_key": OTHER_KEY}))[0]
            assert (mine["select"], theirs["select"], by_call["select"]) == ("x", ["x"], ["x"])
        assert asked(one)["list_attributes"] == asked(two)["list_attributes"] == 1

    asyncio.run(main())


@both
def test_an_object_by_its_id(world: str) -> None:
    """An object that is asked for by id has the shapes of the same object by slug."""
    here = workspace()

    async def scenario(client: Any) -> None:
        own = here.state.find_object("projects").id
        by_id = await of(client.object(own).list())
        by_slug = await of(client.object("projects").list())
        assert [dict(row) for row in by_id] == [dict(row) for row in by_slug]
        people = await of(client.object(here.state.find_object("people").id).list())
        assert people[0]["email_addresses"] == ["ada@x.example"]
        assert asked(here)["list_attributes"] == 2

    run(world, here, scenario)


@both
def test_numbers_and_shapes(world: str) -> None:
    """With numbers="decimal" numbers are exact, shapes are the same."""
    here = workspace()

    async def scenario(client: Any) -> None:
        plain, full = await of(client.object("projects").list())
        assert (plain["hours"], full["size"], full["topics"]) == (Decimal("1.5"), "Small", ["Wood"])
        (entry,) = await of(client.entries_in("sales").list())
        assert entry["channel"] == "Web"

    run(world, here, scenario, numbers="decimal")


@both
def test_a_record_keeps_its_shape(world: str) -> None:
    """A record in a pickle has the shapes that it was read with, wherever it is opened."""
    here = workspace()

    async def scenario(client: Any) -> None:
        full = (await of(client.object("projects").list()))[1]
        again = pickle.loads(pickle.dumps(full))
        assert dict(again) == dict(full) and again["size"] == "Small" and again["friends"] == []

    run(world, here, scenario)


class ProjectFields(RecordData):
    """What typegen writes for projects, in short."""

    __slots__ = ()
    phase: Attribute[str | None] = Attribute("Phase.")
    size: Attribute[str | None] = Attribute("Size.")
    topics: Attribute[list[str]] = Attribute("Topics.", multi=True)
    code: Attribute[str | None] = Attribute("Code.")
    budget: Attribute[Any] = Attribute("Budget.")
    client_: Attribute[Any] = Attribute("Client.")
    friends: Attribute[list[Any]] = Attribute("Friends.", multi=True)
    lead: Attribute[Any] = Attribute("Lead.")
    score: ReadOnly[float | None] = ReadOnly("Score.")
    hours: Attribute[float | None] = Attribute("Hours.")
    name: Attribute[str | None] = Attribute("Name.")


class Project(ProjectFields, Record):
    """A project."""

    __slots__ = ()
    __attio_slug__: ClassVar[str | None] = "projects"


class AsyncProject(ProjectFields, AsyncRecord):
    """A project."""

    __slots__ = ()
    __attio_slug__: ClassVar[str | None] = "projects"


class SalesFields(EntryData):
    """What typegen writes for the list, in short."""

    __slots__ = ()
    channel: Attribute[str | None] = Attribute("Channel.")
    areas: Attribute[list[str]] = Attribute("Areas.", multi=True)
    reason: Attribute[str | None] = Attribute("Reason.")


class SalesEntry(SalesFields, Entry):
    """An entry."""

    __slots__ = ()
    __attio_slug__: ClassVar[str | None] = "sales"


class AsyncSalesEntry(SalesFields, AsyncEntry):
    """An entry."""

    __slots__ = ()
    __attio_slug__: ClassVar[str | None] = "sales"


KINDS = {"sync": (Project, SalesEntry), "async": (AsyncProject, AsyncSalesEntry)}


@both
@pytest.mark.parametrize("schema", ["auto", "off"])
def test_classes_know_their_shapes(world: str, schema: str) -> None:
    """A class that declares its attributes shapes its records by itself: no request, also without a schema."""
    here = workspace()
    project, entry = KINDS[world]

    async def scenario(client: Any) -> None:
        plain, full = await of(client.object(project).list())
        assert (full.size, full.topics, full.friends, plain.phase) == ("Small", ["Wood"], [], None)
        assert plain["topics"] == [] and type(full) is project
        (only,) = await of(client.entries_in(entry).list())
        assert (only.channel, only.areas) == ("Web", ["North"])
        assert asked(here) == {"list_records": 1, "list_entries": 1}
        full.size = "Large"
        await of(full.save())
        assert full.size == "Large" and full.topics == ["Wood"]

    run(world, here, scenario, schema=schema)


@both
def test_what_a_class_does_not_know(world: str) -> None:
    """An attribute that is newer than the class is shaped by the schema, the others by the class."""
    here = workspace()
    project, _ = KINDS[world]

    async def scenario(client: Any) -> None:
        await of(
            client.attributes.create(
                object="projects", title="Moods", api_slug="moods", type="select", is_multiselect=True
            )
        )
        asked(here)
        full = (await of(client.object(project).list()))[1]
        assert full["moods"] == [] and full.size == "Small"
        assert asked(here) == {"list_records": 1, "list_attributes": 1}

    run(world, here, scenario)


def test_a_class_goes_before_a_schema() -> None:
    """Where class and schema differ the class wins, always, so that its types hold."""
    rows_ = [{"api_slug": "size", "type": "select", "is_multiselect": True}]
    schema = Schema("projects", [SchemaAttribute(AttributeData(row)) for row in rows_])
    assert schema.shape().is_multi("size", "select")
    assert not schema.shape(kind=Project).is_multi("size", "select")
    assert schema.shape(kind=Project) is schema.shape(kind=Project)
    assert schema["size"].id is None and schema.find("") is None


def test_what_a_class_declares() -> None:
    """A class declares what is beyond the built-in table; typed standard records declare nothing."""
    assert declared_shapes(Person) == declared_shapes(AsyncPerson) == {}
    assert declared_shapes(Record) == {} == declared_shapes(object)
    assert declared_shapes(SalesEntry) == {"channel": False, "areas": True, "reason": False}
    assert declared_shapes(Project)["topics"] and not declared_shapes(Project)["client"]

    class Fan(Person):
        """A person with an attribute of this workspace."""

        __slots__ = ()
        teams: Attribute[list[str]] = Attribute("Teams.", multi=True)

    assert declared_shapes(Fan) == {"teams": True}
