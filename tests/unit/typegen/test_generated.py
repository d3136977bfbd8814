"""Models of a workspace: what is written, that it works, and that nothing in a workspace can break it."""

from __future__ import annotations

import subprocess
import sys
import typing
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import attio
from attio.core.errors import ArgumentError, ArgumentTypeError, ForbiddenError
from attio.records.attribute_fields import ReadOnly, declared_shapes
from attio.testing import LocalWorkspace
from attio.typegen import generate
from attio.typegen.layout import prose, quoted
from attio.typegen.naming import Names, camel, identifier, properties
from attio.values.plain import Option
from tests.unit.shells.worlds import Failing, asked, both, client_of, of, run, workspace
from tests.unit.typegen.shapes import NASTY, ODD_SLUGS, attribute, home, hostile, loaded, module_of

DEMO = LocalWorkspace(seed="demo")
MODELS = generate(client_of("sync", DEMO))


def test_the_demo() -> None:
    """Objects and lists of the demo become classes with a property for each attribute."""
    for text in (
        'ProjectPhase: TypeAlias = Literal["Planned", "Building", "Live", "Stopped"]\n',
        "class ProjectFields(RecordData):\n",
        "    phase: Choice[ProjectPhase] = Choice(",
        '    "Paperwork",  # archived\n',
        "    topics: Choices[ProjectTopics] = Choices(",
        "    hours: Attribute[float | None] = Attribute(",
        "    created_at_: ReadOnly[dt.datetime | None] = ReadOnly(",
        '    client: Attribute[attio.RecordRef | None] = Attribute(\n        "Client (records of companies).",\n    )',
        "class Project(ProjectFields, attio.Record):\n",
        "class AsyncProject(ProjectFields, attio.AsyncRecord):\n",
        '    __attio_slug__: ClassVar[str | None] = "projects"\n',
        "class SalesPipelineEntry(SalesPipelineEntryFields, attio.Entry):\n",
        "class Deal(DealFields, attio.Deal):\n",
        '    "Won 🎉",\n',
    ):
        assert text in MODELS, text
    assert "old_name" not in MODELS, "archived attributes are left out"
    assert "job_title" not in MODELS, "what the standard class has is not said again"


def test_the_same_workspace_gives_the_same_text() -> None:
    """Generating twice, from another copy of the workspace, gives the same text to the letter."""
    assert generate(client_of("sync", LocalWorkspace(seed="demo"))) == MODELS
    assert module_of(*hostile()) == module_of(*hostile())


@both
def test_models_work(world: str) -> None:
    """Records and entries come as the generated classes, read and save typed, and load no schema for it."""
    here = LocalWorkspace(seed="demo")
    module: Any = loaded(MODELS)
    kinds = {
        "sync": (module.Project, module.HiringEntry, module.Deal),
        "async": (module.AsyncProject, module.AsyncHiringEntry, module.AsyncDeal),
    }
    project_kind, entry_kind, deal_kind = kinds[world]

    async def scenario(client: Any) -> None:
        asked(here)
        found = {row.name: row for row in await of(client.object(project_kind).list())}
        keel, buoy = found["Keel"], found["Buoy"]
        assert type(keel) is project_kind
        assert (keel.phase, keel.size, keel.topics) == ("Building", "Large", ["Hardware", "Research"])
        assert (buoy.size, buoy.topics, buoy.client, buoy.team_members) == (None, [], None, [])
        assert keel.created_at_ is not None and keel.created_by.type == "workspace-member"
        assert keel.budget == attio.Money(125000, "EUR") and keel.hotline == "+4755512340"
        keel.size, keel.topics = "Small", ("Software",)
        assert keel.changes() == {"size": "Small", "topics": ["Software"]}
        await of(keel.save())
        again = await of(project_kind.retrieve(keel.id, client=client))
        assert type(again) is project_kind and (again.size, again.topics) == ("Small", ["Software"])
        keel.size = keel.topics = None
        await of(keel.save())
        assert (keel.size, keel.topics) == (None, [])
        with pytest.raises(AttributeError, match="created_by"):
            keel.created_by = None
        made = await of(project_kind.create({"name": "New", "phase": "Live"}, client=client))
        assert made.phase == "Live"
        entry = (await of(entry_kind.list(client=client)))[0]
        assert type(entry) is entry_kind and entry.step in typing.get_args(module.HiringEntryStep)
        deal = (await of(client.object(deal_kind).list()))[0]
        assert deal.stage in typing.get_args(module.DealStage) and isinstance(
            deal, attio.Deal | attio.AsyncDeal
        )
        assert "list_attributes" not in asked(here)
        with pytest.raises(ArgumentTypeError, match="give its twin that derives from"):
            client.object(kinds["async" if world == "sync" else "sync"][0])
        with pytest.raises(ArgumentTypeError, match="list: is no (Async)?Entry class"):
            client.entries_in(project_kind)
        with pytest.raises(ArgumentError, match="object: is of no single one"):
            client.object(attio.Record if world == "sync" else attio.AsyncRecord)

    run(world, here, scenario)


def test_numbers_as_decimals() -> None:
    """A client that reads numbers as Decimal gets models that say so."""
    here = LocalWorkspace(seed="demo")
    client = client_of("sync", here, numbers="decimal")
    source = generate(client, objects=["projects"], lists=())
    assert "from decimal import Decimal\n" in source and "hours: Attribute[Decimal | None]" in source
    assert str(client.object(loaded(source).Project).list(sorts=["name"])[0].hours) == "12"


def test_some_of_a_workspace() -> None:
    """Objects and lists can be chosen; none leaves a module that says nothing and still loads."""
    here = LocalWorkspace(seed="demo")
    client = client_of("sync", here)
    source = generate(client, objects=iter(["projects", "deals"]), lists=["hiring"])
    assert [
        line.split("(")[0] for line in source.splitlines() if line.startswith("class ") and "Fields(" in line
    ] == [
        "class DealFields",
        "class ProjectFields",
        "class HiringEntryFields",
    ]
    asked(here)
    nothing = generate(client, objects=(), lists=())
    assert asked(here) == {} and "class" not in nothing.split("attio.typegen:")[1]
    loaded(nothing)
    with pytest.raises(
        ArgumentError,
        match=r"objects: the workspace has no such one \(got 'project'\); did you mean 'projects'",
    ):
        generate(client, objects=["project"])
    with pytest.raises(ArgumentTypeError, match=r"lists: has to be several slugs .*give \['hiring'\]"):
        generate(client, lists="hiring")
    with pytest.raises(ArgumentTypeError, match="client: typegen reads through an Attio"):
        generate(client_of("async", here))


def test_a_token_that_may_not_read() -> None:
    """Without the scope for lists the error says so, and nothing is written half."""
    here = workspace()
    Failing(here, "list_lists", status=403, code="unauthorized")
    with pytest.raises(ForbiddenError):
        generate(client_of("sync", here))
    assert "Sales" not in generate(client_of("sync", here), lists=())


def _by_slug(kind: type) -> dict[str, list[str]]:
    found: dict[str, list[str]] = {}
    for name, member in vars(kind).items():
        if isinstance(member, ReadOnly):
            found.setdefault(member.slug, []).append(name)
    return found


def test_nothing_in_a_workspace_breaks_it() -> None:
    """Odd slugs, nouns and titles give a module in which every attribute has a property and every title is itself."""
    module = loaded(module_of(*hostile()))
    kinds = {kind.__attio_slug__: kind for kind in vars(module).values() if hasattr(kind, "__attio_slug__")}
    assert set(kinds) == {each.slug for each in hostile()}
    for slug in ("things", "things_too"):
        fields = kinds[slug].__mro__[1]
        found = _by_slug(fields)
        assert set(found) == set(ODD_SLUGS) and all(len(names) == 1 for names in found.values())
        assert not {name for (name,) in found.values()} & set(dir(attio.Record))
        record = kinds[slug](
            {"values": {odd: [{"attribute_type": "text", "value": odd}] for odd in ODD_SLUGS}}
        )
        assert [getattr(record, found[odd][0]) for odd in ODD_SLUGS] == list(ODD_SLUGS)
    titles = {title for title in NASTY if title}
    aliases = {
        name: set(typing.get_args(value)) for name, value in vars(module).items() if typing.get_args(value)
    }
    assert sum(found == titles for found in aliases.values()) == 4, "many, read, stage and stage"
    for title in titles:
        assert {title} in aliases.values()
    assert (
        module.Person.__mro__[2] is attio.Person and module.Person.strongest_connection_strength is not None
    )
    assert declared_shapes(module.Person) == {"full_name": False, "phone": False, "mood": False}


def test_formatters_leave_it_alone(tmp_path: Path) -> None:
    """The module is laid out as ruff lays out source, of the demo and of everything odd."""
    (tmp_path / "demo.py").write_text(MODELS, "utf-8")
    (tmp_path / "hostile.py").write_text(module_of(*hostile()), "utf-8")
    ran = subprocess.run(
        [sys.executable, "-m", "ruff", "format", "--isolated", "--diff", str(tmp_path)],
        capture_output=True,
        text=True,
        check=False,
    )
    assert ran.returncode == 0, ran.stdout


ANY_TEXT = st.text(max_size=12) | st.sampled_from([*NASTY, *ODD_SLUGS])


@settings(max_examples=60, deadline=None)
@given(
    st.lists(
        st.tuples(
            ANY_TEXT.filter(bool),
            ANY_TEXT,
            st.sampled_from(["objects", "lists"]),
            st.lists(
                st.tuples(ANY_TEXT.filter(bool), st.lists(ANY_TEXT, max_size=3)),
                max_size=6,
                unique_by=lambda row: row[0],
            ),
        ),
        max_size=4,
        unique_by=lambda row: (row[0], row[2]),
    )
)
def test_any_workspace_at_all(rows: list[Any]) -> None:
    """Whatever a workspace is called, its module compiles, loads, and reaches every attribute by its own slug."""
    homes = [
        home(
            slug,
            *(attribute(own, "select", *titles) for own, titles in attributes),
            title=title,
            target=target,
        )
        for slug, title, target, attributes in rows
        if slug not in {"people", "companies", "deals", "users", "workspaces"}
    ]
    module = loaded(module_of(*homes))
    kinds = [kind for name, kind in vars(module).items() if hasattr(kind, "__attio_slug__")]
    assert len(kinds) == 2 * len(homes)
    for each in homes:
        acting = attio.Entry if each.target == "lists" else attio.Record
        (kind,) = [kind for kind in kinds if kind.__attio_slug__ == each.slug and issubclass(kind, acting)]
        found = _by_slug(kind.__mro__[1])
        assert set(found) == {row.slug for row in each.attributes}
        assert all(len(names) == 1 and names[0].isidentifier() for names in found.values())


@given(st.text() | st.text("'\"\\\n\t ab\ud800\u200b"))
def test_a_quoted_text_means_itself(text: str) -> None:
    """A literal evaluates to the very text, in one line; prose can stand in a docstring and in a comment."""
    literal = quoted(text)
    assert eval(literal) == text and "\n" not in literal
    line = prose(text)
    assert eval(f'"""{line}"""') == line and len(f"# {line}".splitlines()) == 1


@given(ANY_TEXT)
def test_names_are_names(text: str) -> None:
    """Whatever the text, an identifier comes out, and a class name or nothing."""
    assert identifier(text, "attribute").isidentifier()
    assert not identifier(text, "attribute").startswith("_")
    assert camel(text, "Object") == "" or camel(text, "Object").isidentifier()


@given(st.lists(ANY_TEXT, unique=True, max_size=8))
def test_properties_are_told_apart(slugs: list[str]) -> None:
    """Every slug has a property of its own, whatever the order that they come in."""
    found = properties(slugs, ["id"])
    assert list(found) == slugs and len(set(found.values())) == len(slugs)
    assert found == properties(slugs[::-1], ["id"])
    for slug in slugs:
        if identifier(slug, "attribute") == slug and slug in found and not slug.endswith("_"):
            assert found[slug].rstrip("_") == slug


def test_families_find_a_name() -> None:
    """When all that a thing could be called is taken, it gets a number; empty stems count for nothing."""
    names = Names(["Async1"])
    assert names.family("", "Ship") == "Ship"
    assert names.family("Ship", "Vessel") == "Vessel"
    assert names.family("Ship", "", "Vessel") == "Vessel2"
    assert names.family("Ship", "Vessel") == "Vessel3"
    assert [names.first_free("Ship"), names.first_free("Ship2"), names.first_free("Ship2")] == [
        "Ship2",
        "Ship2_2",
        "Ship2_3",
    ]


def test_archived_twins() -> None:
    """A title that stands for an archived and a present option counts as present; one without a title for none."""
    source = module_of(
        home(
            "ships",
            attribute(
                "a", "select", Option("X", is_archived=True), "X", Option(None), Option("Y", is_archived=True)
            ),
            attribute("b", "status", "Only"),
            title="Ship",
        )
    )
    assert 'ShipA: TypeAlias = Literal[\n    "X",\n    "Y",  # archived\n]' in source
    assert 'ShipB: TypeAlias = Literal["Only"]' in source


def _odd_workspace() -> LocalWorkspace:
    """A workspace on whose objects and lists everything is odd that a workspace of this machine takes."""
    attributes = [
        *(
            {"api_slug": slug, "title": f"T {slug}", "type": "text"}
            for slug in ODD_SLUGS
            if "created" not in slug
        ),
        *(
            {"api_slug": f"pick{number}", "title": title or "-", "type": kind, key: [title or "-", "Other"]}
            for number, title in enumerate(NASTY)
            if "\ud83d" not in title
            for kind, key in ((("select", "options"), ("status", "statuses"))[number % 2],)
        ),
    ]
    attributes = [row for row in attributes if row["api_slug"] != "record_id"]
    return LocalWorkspace(
        seed={
            "objects": [
                {"api_slug": "things", "singular_noun": "Thing", "attributes": attributes},
                {"api_slug": "3d/models 🎉", "singular_noun": 'Any "thing"\n', "attributes": attributes[:5]},
                {"api_slug": "class", "singular_noun": "None", "attributes": attributes[-3:]},
                {"api_slug": "people", "attributes": attributes[:9]},
            ],
            "lists": [
                {"api_slug": "Sales", "name": '"""', "parent_object": "things", "attributes": attributes},
                {
                    "api_slug": "sales",
                    "name": "Won 🎉",
                    "parent_object": "people",
                    "attributes": attributes[:2],
                },
            ],
        }
    )


def test_an_odd_workspace() -> None:
    """Read through a client, an odd workspace becomes a module that holds all of it, and works where slugs can be sent."""
    here = _odd_workspace()
    client = client_of("sync", here)
    module = loaded(generate(client))
    kinds = {
        (kind.kind, kind.__attio_slug__): kind
        for kind in vars(module).values()
        if hasattr(kind, "__attio_slug__")
    }
    for noun, homes in (("record", here.state.objects), ("entry", here.state.lists)):
        for each in homes.values():
            kind = kinds[noun, each.slug]
            known = {
                member.slug
                for part in kind.__mro__
                for member in vars(part).values()
                if isinstance(member, ReadOnly)
            }
            assert {row.slug for row in each.attributes.values()} <= known
    thing = client.object(module.Thing).create(
        {slug: slug for slug in ODD_SLUGS if "created" not in slug and slug != "record_id"}
    )
    assert type(thing) is module.Thing and (thing.class_, thing.id_, thing.a_b) == ("class", "id", "a_b")
    thing.list_ = "changed"
    assert thing.save()["list"] == "changed"
    entry = client.entries_in(module.SalesEntry).create(thing, {"pick0": NASTY[0]})
    assert entry.pick0 == NASTY[0]
