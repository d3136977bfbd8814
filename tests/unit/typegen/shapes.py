"""Workspaces as typegen reads them, made by hand: whatever Attio might send."""

from __future__ import annotations

from types import ModuleType
from typing import Any

from attio.records.schema import SchemaAttribute
from attio.records.structure import AttributeData
from attio.typegen.workspace_shape import Home, WorkspaceShape
from attio.typegen.writing import write_module
from attio.values.plain import Option

RECIPE = {"lists": None, "numbers": "float", "objects": None}


def attribute(slug: str, type: str = "text", *options: str | Option, **facts: Any) -> SchemaAttribute:
    """Make an attribute."""
    title = facts.pop("title", slug)
    raw = {"api_slug": slug, "title": title, "type": type, "is_writable": True, **facts}
    choices = [Option(each) if isinstance(each, str) else each for each in options]
    return SchemaAttribute(AttributeData(raw), choices or None)


def home(slug: str, *attributes: SchemaAttribute, title: str = "Thing", target: Any = "objects") -> Home:
    """Make an object, or a list."""
    return Home(target, slug, title, attributes)


def module_of(*homes: Home, numbers: Any = "float") -> str:
    """Write the module of these."""
    return write_module(WorkspaceShape(homes, numbers), {**RECIPE, "numbers": numbers})


def loaded(source: str) -> ModuleType:
    """Import a module from its source."""
    module = ModuleType("models")
    exec(compile(source, "models.py", "exec", dont_inherit=True), module.__dict__)
    return module


NASTY = (
    'say "hi"',
    "it's",
    'it\'s "both"',
    '"""',
    "'''",
    "a\nb\r\tc",
    "back\\slash\\",
    '\\"',
    "\\n",
    "{}%s{{x}}",
    "# comment",
    "Won 🎉",
    "项目 名",
    "\u202eright to left\u202c",
    "zero\u200bwidth",
    "\x00\x07\x1b[31m",
    "half \ud83d pair",
    "x" * 300,
    " spaces ",
    "",
)
"""Titles that break out of a literal, a comment or a docstring where one is careless."""

ODD_SLUGS = (
    "class",
    "None",
    "match",
    "id",
    "object",
    "list",
    "values",
    "save",
    "raw",
    "response",
    "kind",
    "keys",
    "str",
    "int",
    "float",
    "bool",
    "attio",
    "dt",
    "date",
    "datetime",
    "Any",
    "ClassVar",
    "Attribute",
    "Choice",
    "Literal",
    "RecordData",
    "Thing",
    "AsyncThing",
    "ThingFields",
    "self",
    "type",
    "property",
    "record_id",
    "created_at",
    "created_at_",
    "created_by",
    "_private",
    "__init__",
    "__slots__",
    "2024_target",
    "a-b",
    "a_b",
    "a b",
    "a__b",
    "a_b_2",
    "🎉",
    "🎊",
    "größe",
    "ﬁeld",
    "field",
    "x" * 120,
    'q"uote\\',
    "new\nline",
)
"""Slugs that are no names, or names that are taken."""


def hostile() -> tuple[Home, ...]:
    """Make a workspace of everything that is odd."""
    return (
        home(
            "people",
            attribute("name", "personal-name"),
            attribute("full_name", "text"),
            attribute("phone", "phone-number"),
            attribute("strongest_connection_strength", "select", "Weak", is_writable=False),
            attribute("mood", "select", "Good", "Bad"),
            title="Human being",
        ),
        home(
            "deals",
            attribute("stage", "status", *NASTY),
            attribute("owner", "actor-reference"),
            title='Deal "big"',
        ),
        home("companies", attribute("categories", "select", "A", is_multiselect=True), title="Firm"),
        home("things", *(attribute(slug, title=f"T {slug}") for slug in ODD_SLUGS)),
        home("things_too", *(attribute(slug, "date", title=f"T {slug}") for slug in reversed(ODD_SLUGS))),
        home(
            "titles",
            *(attribute(f"t{n}", "text", title=title) for n, title in enumerate(NASTY)),
            *(attribute(f"s{n}", "select", title) for n, title in enumerate(NASTY)),
            attribute("many", "select", *NASTY, is_multiselect=True),
            attribute("read", "select", *NASTY, is_multiselect=True, is_writable=False),
            attribute("archived", "status", Option("Old", is_archived=True)),
            attribute(
                "both",
                "select",
                Option("Twice", is_archived=True),
                "Twice",
                Option("Twice", is_archived=True),
            ),
            attribute("empty", "select"),
            attribute("unknown", "formula-of-tomorrow"),
            attribute("unknowns", "formula", is_multiselect=True, is_writable=False),
            title='"""\n\\',
        ),
        home("records", attribute("number", "number"), title="Record"),
        home("record", attribute("number", "number", is_multiselect=True), title="record"),
        home("async", title="Async Thing"),
        home("a1", attribute("contact", "interaction", is_writable=False), title="ThingFields"),
        home("a2", title="3D model"),
        home("a3", title="🎉"),
        home("a4", title="🎊"),
        home("a5", title=""),
        home("项目", attribute("阶段", "status", "计划"), title="项目"),
        home("a6", attribute("place", "location"), title="Location"),
        home("a7", attribute("phase", "select", "x"), title="Project"),
        home("a8", attribute("phase", "select", "y"), title="Project Phase"),
        home("a9", title="Any"),
        home("b1", title="None"),
        home("b2", title="Person"),
        home(
            "b3",
            attribute("x" * 90, "select", "y"),
            attribute("y" * 50, "record-reference"),
            title="Long " * 20,
        ),
        home(
            "sales",
            attribute("stage", "status", *NASTY),
            attribute("entry_id"),
            title="Sales",
            target="lists",
        ),
        home("Sales", attribute("list_slug"), attribute("parent"), title="Sales", target="lists"),
        home("3", attribute("owed", "currency"), title='""" again', target="lists"),
        home("l" * 48, target="lists"),
        home("l" * 100, target="lists"),
    )
