"""Links to records that notes, tasks, meetings, e-mails and files hold."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Iterable

    from attio.testing.state.workspace_state import WorkspaceState


class Link(NamedTuple):
    """One record, by the id of its object and its own."""

    object_id: str
    record_id: str

    def render(self, state: WorkspaceState) -> dict[str, Any]:
        """Return the link as meetings and e-mails show it."""
        home = state.objects[self.object_id]
        return {"object_slug": home.slug, "object_id": home.id, "record_id": self.record_id}


def joined(*links: Iterable[Link]) -> list[Link]:
    """Return all links in order, each once."""
    return list(dict.fromkeys(link for several in links for link in several))


def without(links: Iterable[Link], gone: Link) -> list[Link]:
    """Return the links that do not lead to a record."""
    return [link for link in links if link != gone]


def without_object(links: Iterable[Link], object_id: str) -> list[Link]:
    """Return the links that do not lead to records of an object."""
    return [link for link in links if link.object_id != object_id]


def moved(link: Link, object_id: str, old_ids: tuple[str, str], new_id: str) -> Link:
    """Return a link after two records of an object became one."""
    if link.object_id == object_id and link.record_id in old_ids:
        return Link(object_id, new_id)
    return link


def all_moved(links: Iterable[Link], object_id: str, old_ids: tuple[str, str], new_id: str) -> list[Link]:
    """Return links after two records of an object became one; a link that is there twice then goes once."""
    return joined(moved(link, object_id, old_ids, new_id) for link in links)
