"""How two generated modules differ, in sentences: what happened to the workspace in between. Pure.

Modules are compared by what they declare, so that one may be laid out by any formatter, and neither the order of
things nor titles that nothing depends on count.
"""

from __future__ import annotations

import ast
import re
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping


class _Attribute(NamedTuple):
    name: str
    type: str
    titles: frozenset[str] | None


class _Model(NamedTuple):
    what: str
    stem: str
    attributes: Mapping[str, _Attribute]


def compare(before: str, after: str) -> list[str]:
    """Return how the second module differs from the first, a sentence for each difference."""
    old, new = _models(before), _models(after)
    found: list[str] = []
    for key in {**old, **new}:
        if key not in new:
            found.append(f"{old[key].what} is gone")
        elif key not in old:
            found.append(f"{new[key].what} is new")
        else:
            found += _differences(old[key], new[key])
    return found


def _differences(old: _Model, new: _Model) -> Iterator[str]:
    if old.stem != new.stem:
        yield f"{new.what} is now the class {new.stem}, it was {old.stem}"
    for slug in {**old.attributes, **new.attributes}:
        was, now = old.attributes.get(slug), new.attributes.get(slug)
        where = f"{new.what}: the attribute {slug}"
        if now is None:
            yield f"{where} is gone"
        elif was is None:
            yield f"{where} is new"
        else:
            yield from _changed(where, was, now)


def _changed(where: str, was: _Attribute, now: _Attribute) -> Iterator[str]:
    if was.type != now.type:
        yield f"{where} is now {now.type}, it was {was.type}"
    if was.name != now.name:
        yield f"{where} is now the property {now.name}, it was {was.name}"
    if was.titles is not None and now.titles is not None:
        yield from (f"{where} has the new title {title!r}" for title in sorted(now.titles - was.titles))
        yield from (f"{where} lost the title {title!r}" for title in sorted(was.titles - now.titles))


def _models(source: str) -> Mapping[str, _Model]:
    tree = ast.parse(source)
    aliases = {
        node.target.id: frozenset(_texts(node.value))
        for node in tree.body
        if isinstance(node, ast.AnnAssign) and isinstance(node.target, ast.Name) and node.value is not None
    }
    classes = {node.name: node for node in tree.body if isinstance(node, ast.ClassDef)}
    found: dict[str, _Model] = {}
    for name, node in classes.items():
        slug = _slug(node)
        fields = classes.get(f"{name}Fields")
        if slug is None or fields is None:
            continue
        is_list = any(ast.unparse(base).endswith("Entry") for base in node.bases)
        what = f"the {'list' if is_list else 'object'} {slug}"
        found[what] = _Model(what, name, _attributes(fields, aliases))
    return found


def _slug(node: ast.ClassDef) -> str | None:
    for line in node.body:
        if isinstance(line, ast.AnnAssign) and ast.unparse(line.target) == "__attio_slug__":
            return next(_texts(line.value), None)
    return None


def _attributes(node: ast.ClassDef, aliases: Mapping[str, frozenset[str]]) -> Mapping[str, _Attribute]:
    found: dict[str, _Attribute] = {}
    for line in node.body:
        if not isinstance(line, ast.AnnAssign) or not isinstance(line.value, ast.Call):
            continue
        name = ast.unparse(line.target)
        given = {word.arg: word.value for word in line.value.keywords}
        slug = next(_texts(given.get("slug")), name.rstrip("_"))
        used = {part.id for part in ast.walk(line.annotation) if isinstance(part, ast.Name)} & aliases.keys()
        titles = next((aliases[alias] for alias in used), None)
        shown = ast.unparse(line.annotation)
        for alias in used:
            shown = re.sub(rf"\b{alias}\b", "Literal[...]", shown)
        found[slug] = _Attribute(name, shown, titles)
    return found


def _texts(node: ast.expr | None) -> Iterator[str]:
    if node is not None:
        for part in ast.walk(node):
            if isinstance(part, ast.Constant) and isinstance(part.value, str):
                yield part.value
