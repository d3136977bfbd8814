"""Tell the branches of a union apart: by a tag where they have one, else by the members only they require."""

from __future__ import annotations

from dataclasses import dataclass

from scripts.normalize.schema import Json, branches, is_object, types_of


@dataclass(frozen=True, slots=True)
class Tag:
    """The property whose constant tells the branches apart; `open` when one branch takes every other value."""

    name: str
    kind: str
    open: bool


def find_tag(schema: Json) -> Tag | None:
    """Return the tag of a union: a required property that is constant in every branch but one at most."""
    objects = [branch for branch in branches(schema) if is_object(branch)]
    found: list[tuple[int, str, Tag]] = []
    for name in sorted({name for branch in objects for name in branch.get("properties", {})}):
        constants = [branch["properties"][name] for branch in objects if _is_constant(branch, name)]
        rest = len(objects) - len(constants)
        if len({repr(constant["const"]) for constant in constants}) >= 2 and rest <= 1:
            found.append((rest, name, Tag(name, constants[0].get("type", "string"), rest == 1)))
    return min(found, key=lambda item: item[:2])[2] if found else None


def _is_constant(branch: Json, name: str) -> bool:
    return name in branch.get("required", ()) and "const" in branch["properties"][name]


def labels(schema: Json) -> list[str]:
    """Return one label for each branch of a union that no reordering changes.

    The label is the tag's value where there is one ("*" for the untagged branch). Branches that share it, or have
    none, are told apart by a member that only they require, then by its type, then by all that they require.
    """
    found = branches(schema)
    tag = find_tag(schema)
    tags = [_tag_label(branch, tag) for branch in found]
    result = [_label(index, found, tags) for index in range(len(found))]
    return [
        label if label and result.count(label) == 1 else f"{label}#{index}"
        for index, label in enumerate(result)
    ]


def _label(index: int, found: list[Json], tags: list[str]) -> str:
    rivals = [found[other] for other, tag in enumerate(tags) if tag == tags[index] and other != index]
    if tags[index] and not rivals:
        return tags[index]
    own = _own_member(found[index], rivals)
    return f"{tags[index]}.{own}" if tags[index] else own


def _tag_label(branch: Json, tag: Tag | None) -> str:
    if tag is None or not is_object(branch):
        return "" if is_object(branch) else str(branch.get("const", branch.get("type", "")))
    constant = branch.get("properties", {}).get(tag.name, {})
    return str(constant["const"]) if "const" in constant else "*"


def _own_member(branch: Json, rivals: list[Json]) -> str:
    members = branch.get("properties", {})
    theirs = [rival.get("properties", {}) for rival in rivals]
    for name in [*sorted(branch.get("required", ())), *sorted(members)]:
        if not any(name in other for other in theirs):
            return str(name)
    for name in sorted(members):
        kind = kind_of(members[name])
        if not any(kind_of(other.get(name, {})) == kind for other in theirs):
            return f"{name}:{kind}"
    return "+".join(sorted(branch.get("required", ())))


def kind_of(schema: Json) -> str:
    """Return a word for the type of a schema, with its format."""
    text = "|".join(types_of(schema)) or "any"
    return f"{text}/{schema['format']}" if "format" in schema else text


def order(schema: Json) -> list[int]:
    """Return the indices of the branches in the order to try them: the most demanding first, the open one last."""
    found = branches(schema)
    names = labels(schema)

    def demand(index: int) -> tuple[bool, int, int, int, str]:
        members = found[index].get("properties", {})
        needed = [members.get(name, {}) for name in found[index].get("required", ())]
        constants = sum("const" in member for member in needed)
        # An object is checked when it is read, a string is not: the branch with the object goes first.
        checked = sum(is_object(member) for member in needed)
        return (names[index] == "*", -constants, -len(needed), -checked, names[index])

    return sorted(range(len(found)), key=demand)
