"""Models of YOUR workspace: `python -m attio.typegen --out models.py`, or `generate(client)`."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable

    from attio import Attio

__all__ = ["changes", "generate"]


def generate(
    client: Attio, *, objects: Iterable[str] | None = None, lists: Iterable[str] | None = None
) -> str:
    """Read a workspace's schema and return a Python module with classes for its objects and lists.

    For the object projects: `ProjectFields` with a property for each attribute, and `Project` and `AsyncProject`
    for `client.object(Project)`; for the list sales: `SalesEntryFields`, `SalesEntry`, `AsyncSalesEntry` for
    `client.entries_in(SalesEntry)`. Slugs narrow it to some objects or lists, `()` leaves them out. The same
    workspace gives the same text. Costs a request for each object and list, and for each of their select and
    status attributes. Scopes: object_configuration:read, list_configuration:read.
    """
    from attio.typegen.workspace_shape import read_workspace, slugs
    from attio.typegen.writing import write_module

    chosen = {"objects": slugs("objects", objects), "lists": slugs("lists", lists)}
    shape = read_workspace(client, chosen["objects"], chosen["lists"])
    return write_module(shape, {**chosen, "numbers": shape.numbers})


def changes(before: str, after: str) -> list[str]:
    """Return how a module that `generate` wrote differs from another, a sentence each; empty when it does not.

    How they are laid out does not count, nor the order of things, nor titles that nothing depends on.
    """
    from attio.typegen.drift import compare

    return compare(before, after)
