"""Comments and the threads they stand in, on records and on entries of lists."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, NamedTuple

from attio.testing.render import actor_json
from attio.testing.stamps import stamp
from attio.testing.state.links import Link, moved
from attio.testing.state.stores import Store

if TYPE_CHECKING:
    from collections.abc import Callable

    from attio.testing.access import Actor
    from attio.testing.state.collections import Collection
    from attio.testing.state.workspace_state import WorkspaceState


class Place(NamedTuple):
    """What a thread is about: a record, or an entry together with its parent record."""

    record: Link
    list_id: str | None = None
    entry_id: str | None = None


class Comment:
    """One comment."""

    __slots__ = ("author", "content", "created_us", "id")

    def __init__(self, id: str, content: str, *, created_us: int, author: Actor) -> None:
        self.id = id
        self.content = content
        self.created_us = created_us
        self.author = author


class Thread:
    """A conversation; its id is that of its first comment. Comments are kept oldest first."""

    __slots__ = ("comments", "id", "place", "resolved_by", "resolved_us")

    def __init__(self, head: Comment, place: Place) -> None:
        self.id = head.id
        self.place = place
        self.comments = [head]
        self.resolved_us: int | None = None
        self.resolved_by: Actor | None = None

    @property
    def created_us(self) -> int:
        """When it began."""
        return self.comments[0].created_us

    def reply(self, comment: Comment) -> None:
        """Add a comment; replies are ordered by their time, the head stays first."""
        self.comments.append(comment)
        self.comments[1:] = sorted(self.comments[1:], key=lambda each: (each.created_us, each.id))

    def render_comment(self, state: WorkspaceState, comment: Comment) -> dict[str, Any]:
        """Return one comment as the API shows it."""
        place = self.place
        return {
            "id": {"workspace_id": state.id, "comment_id": comment.id},
            "thread_id": self.id,
            "content_plaintext": comment.content,
            "entry": None
            if place.entry_id is None
            else {"entry_id": place.entry_id, "list_id": place.list_id},
            "record": {"record_id": place.record.record_id, "object_id": place.record.object_id},
            "resolved_at": None if self.resolved_us is None else stamp(self.resolved_us),
            "resolved_by": None if self.resolved_by is None else actor_json(self.resolved_by),
            "created_at": stamp(comment.created_us),
            "author": actor_json(comment.author),
        }

    def render(self, state: WorkspaceState, comments: list[Comment]) -> dict[str, Any]:
        """Return the thread with some of its comments."""
        return {
            "id": {"workspace_id": state.id, "thread_id": self.id},
            "comments": [self.render_comment(state, comment) for comment in comments],
            "created_at": stamp(self.created_us),
        }

    def event_members(self) -> dict[str, Any]:
        """Return what events about its comments say besides their ids."""
        return {
            "thread_id": self.id,
            "object_id": self.place.record.object_id,
            "record_id": self.place.record.record_id,
            "list_id": self.place.list_id,
            "entry_id": self.place.entry_id,
        }


class Threads(Store):
    """All threads. Those on a record or entry that is deleted go with it."""

    def __init__(self, state: WorkspaceState) -> None:
        super().__init__(state)
        self.by_id: dict[str, Thread] = {}

    def find_comment(self, comment_id: str) -> tuple[Thread, Comment] | None:
        """Find a comment and its thread."""
        for thread in self.by_id.values():
            for comment in thread.comments:
                if comment.id == comment_id:
                    return thread, comment
        return None

    def on_record(self, record: Link) -> list[Thread]:
        """Return the threads of a record itself, oldest first."""
        return self._where(lambda place: place.record == record and place.entry_id is None)

    def on_entry(self, entry_id: str) -> list[Thread]:
        """Return the threads of an entry, oldest first."""
        return self._where(lambda place: place.entry_id == entry_id)

    def _where(self, test: Callable[[Place], bool]) -> list[Thread]:
        found = [thread for thread in self.by_id.values() if test(thread.place)]
        return sorted(found, key=lambda thread: (thread.created_us, thread.id))

    def _drop(self, test: Callable[[Place], bool]) -> None:
        self.by_id = {key: thread for key, thread in self.by_id.items() if not test(thread.place)}

    def row_deleted(self, collection: Collection, row_id: str) -> None:
        """Let go of the threads of a record or entry that is gone."""
        gone = Link(collection.id, row_id)
        self._drop(lambda place: gone in {place.record, (place.list_id, place.entry_id)})

    def record_merged(self, collection: Collection, old_ids: tuple[str, str], new_id: str) -> None:
        """Move the threads of both records, and of their entries, to the new one."""
        for thread in self.by_id.values():
            record = moved(thread.place.record, collection.id, old_ids, new_id)
            thread.place = thread.place._replace(record=record)

    def collection_deleted(self, collection: Collection) -> None:
        """Let go of the threads of an object's records or a list's entries."""
        self._drop(lambda place: collection.id in {place.record.object_id, place.list_id})
