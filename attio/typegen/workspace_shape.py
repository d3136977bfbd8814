"""What typegen reads of a workspace: its objects and lists with their attributes."""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal, NamedTuple

from attio.core.errors import ArgumentError, ArgumentTypeError

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from attio import Attio
    from attio.records.schema import SchemaAttribute

STANDARD = {
    "people": "Person",
    "companies": "Company",
    "deals": "Deal",
    "users": "User",
    "workspaces": "Workspace",
}
"""The standard objects and the classes that they have already, in Attio's order."""


class Home(NamedTuple):
    """One object or list, with the attributes that are not archived, in Attio's order."""

    target: Literal["objects", "lists"]
    slug: str
    title: str
    """What one record of an object is called, or the name of a list."""
    attributes: Sequence[SchemaAttribute]


class WorkspaceShape(NamedTuple):
    """All that a module of models is made of."""

    homes: Sequence[Home]
    numbers: Literal["float", "decimal"]


def read_workspace(
    client: Attio, objects: Sequence[str] | None = None, lists: Sequence[str] | None = None
) -> WorkspaceShape:
    """Read the objects and lists of a workspace (all of them unless slugs are given), standard ones first.

    Costs a request for the objects, one for the lists, one for each of either, and one for each of their
    select and status attributes. Scopes: object_configuration:read, list_configuration:read.
    """
    from attio import Attio

    if not isinstance(client, Attio):
        raise ArgumentTypeError("client", client, "typegen reads through an Attio", fix="give Attio(...)")
    homes: list[Home] = []
    if objects is None or objects:
        kinds = {row.api_slug: row for row in client.objects.list()}
        order = [*(slug for slug in STANDARD if slug in kinds), *sorted(kinds.keys() - STANDARD.keys())]
        for slug in _wanted("objects", objects, order):
            # By id: a slug may be anything, and not all of that can stand in a path.
            schema = client.object(kinds[slug].id or slug).schema(refresh=True)
            homes.append(Home("objects", slug, kinds[slug].singular_noun or slug, _present(schema)))
    if lists is None or lists:
        given = {row.api_slug: row for row in client.lists.list()}
        for slug in _wanted("lists", lists, sorted(given)):
            schema = client.entries_in(given[slug].id or slug).schema(refresh=True)
            homes.append(Home("lists", slug, given[slug].name or slug, _present(schema)))
    return WorkspaceShape(homes, client.config.numbers)


def _present(schema: Iterable[SchemaAttribute]) -> list[SchemaAttribute]:
    return [row for row in schema if row.slug and not row.is_archived]


def _wanted(argument: str, given: Sequence[str] | None, known: Sequence[str]) -> Sequence[str]:
    for slug in given or ():
        if slug not in known:
            raise ArgumentError(argument, slug, "the workspace has no such one", allowed=known)
    return [slug for slug in known if given is None or slug in given]


def slugs(argument: str, given: Iterable[str] | None) -> list[str] | None:
    """Return slugs that were given in any form but a lone text; None stays None, for all there are."""
    if isinstance(given, str):
        raise ArgumentTypeError(argument, given, "has to be several slugs", fix=f"give [{given!r}]")
    return None if given is None else [*given]
