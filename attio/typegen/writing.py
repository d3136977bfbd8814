"""From what was read of a workspace to the module of its models. Pure."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any, NamedTuple, cast

from attio.records.attribute_fields import Attribute, First, ReadOnly
from attio.records.data import EntryData, RecordData
from attio.records.typed import TYPED
from attio.typegen.layout import class_head, literal_alias, prose, slug_line
from attio.typegen.naming import Names, camel, properties
from attio.typegen.properties import Property, titles_of
from attio.typegen.recipe import MARK
from attio.typegen.workspace_shape import STANDARD

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from attio.records.schema import SchemaAttribute
    from attio.typegen.workspace_shape import Home, WorkspaceShape

_IMPORTED = frozenset(
    {
        "ActorRef",
        "Any",
        "Attribute",
        "Choice",
        "Choices",
        "ClassVar",
        "Decimal",
        "EntryData",
        "Interaction",
        "Literal",
        "ReadOnly",
        "RecordData",
        "TypeAlias",
        "attio",
        "dt",
        *(kind.__name__ for kind in TYPED.values()),
    }
)
"""Names of the module's own level that no class may take, whether this module imports them or not."""


class _Model(NamedTuple):
    """The classes of one object or list."""

    home: Home
    stem: str
    base: type[RecordData | EntryData]
    acting: str
    properties: Sequence[Property]
    aliases: Mapping[str, SchemaAttribute]


def write_module(shape: WorkspaceShape, recipe: Mapping[str, object]) -> str:
    """Return the source of a module with classes for every object and list.

    `recipe` is what it was asked for with, kept in the module so that a check can ask alike. The same workspace
    gives the same text.
    """
    names = Names(_IMPORTED)
    stems = [_stem(home, names) for home in shape.homes]
    exact = shape.numbers == "decimal"
    models = [_model(home, stem, names, exact=exact) for home, stem in zip(shape.homes, stems, strict=True)]
    body: list[str] = []
    for model in models:
        body += _classes(model)
    # One blank line behind the imports, two where a class follows.
    body = body[1:] if len(body) > 2 and not body[2].startswith("class ") else body
    lines = [*_head(recipe), *_imports(body, models), *body]
    return "\n".join(lines).rstrip() + "\n"


def _stem(home: Home, names: Names) -> str:
    if home.target == "lists":
        return names.family(f"{camel(home.slug, 'List') or 'List'}Entry")
    if home.slug in STANDARD:
        return names.family(STANDARD[home.slug])
    noun, slug = camel(home.title, "Object"), camel(home.slug, "Object")
    return names.family(noun, slug, f"{noun or slug}Record")


def _model(home: Home, stem: str, names: Names, *, exact: bool) -> _Model:
    base: type[RecordData | EntryData] = EntryData
    acting = "Entry"
    if home.target == "objects":
        base, acting = TYPED.get(home.slug, RecordData), STANDARD.get(home.slug, "Record")
    given = _given(base)
    own = [row for row in home.attributes if row.slug not in given or _narrows(row, given[row.slug][1])]
    fresh = [row.slug for row in own if row.slug not in given]
    named = properties(fresh, {*_IMPORTED, *_members(base, acting)})
    made: list[Property] = []
    aliases: dict[str, SchemaAttribute] = {}
    for row in own:
        name = named[row.slug] if row.slug in named else given[row.slug][0]
        alias = None
        if titles_of(row):
            alias = names.first_free(f"{stem}{camel(row.slug, 'Choice') or 'Choice'}")
            aliases[alias] = row
        made.append(Property(name, row, alias, exact))
    return _Model(home, stem, base, acting, made, aliases)


def _given(base: type) -> Mapping[str, tuple[str, ReadOnly[object]]]:
    """Return the properties that a typed standard record has already, by slug."""
    found: dict[str, tuple[str, ReadOnly[object]]] = {}
    for part in reversed(base.__mro__):
        for name, member in cast("Mapping[str, Any]", vars(part)).items():
            # Several may read one attribute; the one that has its name comes first.
            if isinstance(member, ReadOnly) and not isinstance(member, First) and member.slug not in found:
                found[member.slug] = (name, cast("ReadOnly[object]", member))
    return found


def _narrows(row: SchemaAttribute, present: ReadOnly[object]) -> bool:
    """Tell whether a property can say more than the one that is there: which titles there are."""
    alike = isinstance(present, Attribute) == row.is_writable and not present.is_multi
    return alike and not row.is_multiselect and bool(titles_of(row))


def _members(base: type, acting: str) -> Iterable[str]:
    import attio

    return {*dir(base), *dir(getattr(attio, acting)), *dir(getattr(attio, f"Async{acting}"))}


def _classes(model: _Model) -> list[str]:
    lines: list[str] = []
    for alias, row in model.aliases.items():
        lines += [*([""] if lines else ["", ""]), *literal_alias(alias, titles_of(row))]
    title, stem = prose(model.home.title) or prose(model.home.slug), model.stem
    what = f"the list {title}" if model.home.target == "lists" else f"the object {title}"
    lines += ["", "", *class_head(f"{stem}Fields", [model.base.__name__])]
    lines += [f'    """Attributes of {what} ({prose(model.home.slug)})."""', "", "    __slots__ = ()"]
    for number, each in enumerate(model.properties):
        lines += [*([] if number else [""]), *each.lines()]
    for kind in ("", "Async"):
        bases = [f"{stem}Fields", f"attio.{kind}{model.acting}"]
        entry = "An entry of" if model.home.target == "lists" else "A record of"
        lines += ["", "", *class_head(f"{kind}{stem}", bases)]
        lines += [
            f'    """{entry} {what}{", for async clients" if kind else ""}."""',
            "",
            "    __slots__ = ()",
        ]
        lines += slug_line(model.home.slug)
    return lines


def _head(recipe: Mapping[str, object]) -> list[str]:
    return [
        '"""Models of an Attio workspace: classes for its records and entries.',
        "",
        "Written by `python -m attio.typegen`: run it again when the workspace has",
        "changed; with `--check` it tells whether it has.",
        '"""',
        "",
        f"{MARK}{json.dumps(recipe, sort_keys=True)}",
        "from __future__ import annotations",
        "",
    ]


def _imports(body: Sequence[str], models: Sequence[_Model]) -> list[str]:
    code = "\n".join(body)
    used = {each.shape[0] for model in models for each in model.properties}
    types = {each.type for model in models for each in model.properties}
    lines = ["import datetime as dt"] if any(name.startswith("dt.") for name in types) else []
    lines += ["from decimal import Decimal"] if "Decimal" in types else []
    typing = [
        *(["Any"] if "Any" in types else []),
        *(["ClassVar"] if models else []),
        *(["Literal", "TypeAlias"] if ": TypeAlias = Literal[" in code else []),
    ]
    lines += [f"from typing import {', '.join(typing)}"] if typing else []
    lines += [*([""] if lines else []), "import attio"] if models else []
    lines += [f"from attio.records.attribute_fields import {', '.join(sorted(used))}"] if used else []
    data = sorted({model.base.__name__ for model in models} & {"EntryData", "RecordData"})
    lines += [f"from attio.records.data import {', '.join(data)}"] if data else []
    typed = sorted({model.base.__name__ for model in models} - {"EntryData", "RecordData"})
    lines += _from("attio.records.typed", typed)
    lines += ["from attio.values.types import Interaction"] if "Interaction" in types else []
    return lines


def _from(module: str, names: Sequence[str]) -> list[str]:
    if not names:
        return []
    whole = f"from {module} import {', '.join(names)}"
    return (
        [whole] if len(whole) <= 88 else [f"from {module} import (", *(f"    {name}," for name in names), ")"]
    )
