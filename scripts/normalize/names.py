"""Name every shape: from the reviewed table where a place of it is listed, else by a proposal."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from scripts.normalize.problems import TableError
from scripts.normalize.yaml_file import read_yaml

if TYPE_CHECKING:
    from pathlib import Path

    from scripts.normalize.schema import Json
    from scripts.normalize.shapes import Shape

WORDS = re.compile(r"[A-Za-z0-9]+")
# A class of one of these names would shadow something that the generated code itself uses.
RESERVED = frozenset({"Any", "Client", "File", "Literal", "Mapping", "Response", "T", "Unset", "Request"})


@dataclass(frozen=True, slots=True)
class Naming:
    """The name of every shape; which names are proposals (name -> place); which rows of the table fit nothing."""

    names: dict[str, str]
    proposed: dict[str, str]
    unused: tuple[str, ...]


def load_names(path: Path) -> dict[str, str]:
    """Read schema_names.yaml: place -> class name."""
    document = read_yaml(path)
    if "names" not in (document or {}):
        raise TableError(f"{path.name} lacks 'names'")
    names: dict[str, str] = document["names"]
    for place, name in names.items():
        if not re.fullmatch(r"(?:[A-Z][a-z0-9]+)+", name) or name in RESERVED:
            raise TableError(
                f"schema_names.yaml: {place}: {name!r} is no class name that the generator can use"
            )
    return names


def name_shapes(shapes: dict[str, Shape], table: dict[str, str]) -> Naming:
    """Give every shape a name; holders are named before what they hold, since places begin with the holder's name.

    Of several listed places of one shape, the first in the table names it.
    """
    names: dict[str, str] = {}
    proposed: dict[str, str] = {}
    used: set[str] = set()
    matched: set[str] = set()
    rank = {place: index for index, place in enumerate(table)}
    for shape in sorted(shapes.values(), key=lambda shape: (-len(shape.key), shape.first)):
        places = [f"{names[holder]}{path}" if holder else path for holder, path in shape.places]
        listed = sorted((place for place in places if place in table), key=rank.__getitem__)
        matched |= set(listed)
        free = [table[place] for place in listed if table[place] not in used]
        if free:
            name = free[0]
        else:
            name = _unused(table[listed[0]] if listed else propose(places[0]), used)
            proposed[name] = places[0]
        trap = _trap(name, shape.schema)
        if trap:
            if free:
                raise TableError(
                    f"schema_names.yaml: {places[0]}: a class {name} cannot have a property {trap!r}"
                )
            del proposed[name]
            name = _unused(f"{name}Data", used)
            proposed[name] = places[0]
        used.add(name)
        names[shape.key] = name
    return Naming(names, proposed, tuple(sorted(set(table) - matched)))


def _unused(name: str, used: set[str]) -> str:
    candidate, number = name, 2
    while candidate in used or candidate in RESERVED:
        candidate, number = f"{name}{number}", number + 1
    return candidate


def _trap(name: str, schema: Json) -> str | None:
    # from_dict keeps the new object in a local called like the module, beside one local per property.
    module = "_".join(re.findall(r"[A-Z][a-z0-9]*", name)).lower()
    return module if module in {snake(prop) for prop in schema.get("properties", {})} else None


def propose(place: str) -> str:
    """Propose a class name for a place: the holder's name and the steps from there."""
    text = place.replace("[]", " item ").replace("{}", " value ")
    if text.endswith(".id"):
        text = f"{text[:-3]} ids"
    words = [word for part in WORDS.findall(text) for word in _camel(part)]
    return "".join(word[:1].upper() + word[1:] for word in words) or "Shape"


def _camel(word: str) -> list[str]:
    return re.findall(r"[A-Z]?[a-z0-9]+|[A-Z]+(?![a-z])", word) or [word]


def snake(name: str) -> str:
    """Return a name in the form that the generator gives locals."""
    return "_".join(word.lower() for part in WORDS.findall(name) for word in _camel(part))
