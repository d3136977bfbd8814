"""Meetings, synced from a calendar or made through the API."""

from __future__ import annotations

from datetime import datetime
from typing import TYPE_CHECKING, Any, NamedTuple

from attio.testing.clock import microseconds
from attio.testing.render import actor_json
from attio.testing.stamps import stamp
from attio.testing.state.links import Link, all_moved, without, without_object
from attio.testing.state.stores import Store

if TYPE_CHECKING:
    from datetime import tzinfo

    from attio.testing.access import Actor
    from attio.testing.state.collections import Collection
    from attio.testing.state.workspace_state import WorkspaceState


class Moment(NamedTuple):
    """The start or end of a timed meeting."""

    us: int
    timezone: str | None = None

    def render(self) -> dict[str, Any]:
        """Return it as the API shows it."""
        return {"datetime": stamp(self.us), "timezone": self.timezone}

    def in_zone(self, _zone: tzinfo) -> int:
        """Return when it is; a moment is the same everywhere."""
        return self.us


class Day(NamedTuple):
    """The first or the last day (exclusive) of an all-day meeting."""

    date: str

    def render(self) -> dict[str, Any]:
        """Return it as the API shows it."""
        return {"date": self.date}

    def in_zone(self, zone: tzinfo) -> int:
        """Return when the day begins in a time zone."""
        return microseconds(datetime.fromisoformat(self.date).replace(tzinfo=zone))


Edge = Moment | Day


class Participant(NamedTuple):
    """Somebody who was invited: an address, a name, or both."""

    email_address: str | None
    name: str | None
    status: str = "pending"
    is_organizer: bool = False

    def render(self) -> dict[str, Any]:
        """Return the participant as the API shows it."""
        return {
            "status": self.status,
            "is_organizer": self.is_organizer,
            "email_address": self.email_address,
            "name": self.name,
        }


class Meeting:
    """One meeting. `is_synced` ones come from a calendar and cannot be deleted."""

    __slots__ = (
        "actor",
        "created_us",
        "description",
        "end",
        "id",
        "is_synced",
        "links",
        "participants",
        "start",
        "title",
    )

    def __init__(
        self,
        id: str,
        title: str,
        description: str,
        start: Edge,
        end: Edge,
        *,
        created_us: int,
        actor: Actor,
    ) -> None:
        self.id = id
        self.title = title
        self.description = description
        self.start = start
        self.end = end
        self.created_us = created_us
        self.actor = actor
        self.participants: list[Participant] = []
        self.links: list[Link] = []
        self.is_synced = False

    def render(self, state: WorkspaceState) -> dict[str, Any]:
        """Return the meeting as the API shows it."""
        return {
            "id": {"workspace_id": state.id, "meeting_id": self.id},
            "title": self.title,
            "description": self.description,
            "is_all_day": isinstance(self.start, Day),
            "start": self.start.render(),
            "end": self.end.render(),
            "participants": [each.render() for each in self.participants],
            "linked_records": [link.render(state) for link in self.links],
            "created_at": stamp(self.created_us),
            "created_by_actor": actor_json(self.actor),
        }


class Meetings(Store):
    """All meetings; they outlive the records they are linked to."""

    def __init__(self, state: WorkspaceState) -> None:
        super().__init__(state)
        self.by_id: dict[str, Meeting] = {}

    def row_deleted(self, collection: Collection, row_id: str) -> None:
        """Unlink a record that is gone."""
        for meeting in self.by_id.values():
            meeting.links = without(meeting.links, Link(collection.id, row_id))

    def record_merged(self, collection: Collection, old_ids: tuple[str, str], new_id: str) -> None:
        """Link the new record in place of both."""
        for meeting in self.by_id.values():
            meeting.links = all_moved(meeting.links, collection.id, old_ids, new_id)

    def collection_deleted(self, collection: Collection) -> None:
        """Unlink an object's records."""
        for meeting in self.by_id.values():
            meeting.links = without_object(meeting.links, collection.id)
