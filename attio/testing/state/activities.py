"""Activities, kinds of timeline events, and their records."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final

from attio.testing.identifiers import Identifiers
from attio.testing.render import values_json
from attio.testing.stamps import stamp
from attio.testing.standard import add_system_attribute
from attio.testing.state.attributes import Attribute
from attio.testing.state.collections import Collection, Row
from attio.testing.state.stores import Store

if TYPE_CHECKING:
    from attio.testing.state.workspace_state import WorkspaceState

# What an activity can build on.
SCHEMAS: Final = ("activities", "interactions", "calls", "emails")
# slug -> nouns and what it builds on
_SYSTEM: Final = {"calls": ("Call", "Calls", "interactions"), "emails": ("Email", "Emails", "interactions")}


class ActivityType(Collection):
    """One activity: attributes and rows like an object, under routes of its own."""

    __slots__ = ("extends", "is_system", "plural_noun", "singular_noun")

    kind = "activities"

    def __init__(
        self, id: str, slug: str, created_us: int, *, singular_noun: str, plural_noun: str, extends: str
    ) -> None:
        super().__init__(id, slug, created_us)
        self.singular_noun = singular_noun
        self.plural_noun = plural_noun
        self.extends = extends
        self.is_system = False


class Activities(Store):
    """All activities, Attio's own first."""

    def __init__(self, state: WorkspaceState) -> None:
        super().__init__(state)
        # The state knows them too, so that what happens to records reaches the references of events.
        self.by_id = state.activities
        # Attio's own are in every workspace: their ids leave the source of all others where it is.
        own_ids = Identifiers(f"activities of {state.id}")
        self.schema_ids = {slug: own_ids.uuid() for slug in SCHEMAS}
        for slug, (singular, plural, extends) in _SYSTEM.items():
            home = self.add(slug, singular, plural, extends, min_created_us(state), ids=own_ids)
            home.is_system = True

    def find(self, name: str) -> ActivityType | None:
        """Find an activity by slug or id."""
        found = self.by_id.get(name.lower())
        return found or next((each for each in self.by_id.values() if each.slug == name), None)

    def add(
        self,
        slug: str,
        singular_noun: str,
        plural_noun: str,
        extends: str,
        now_us: int,
        *,
        id: str | None = None,
        ids: Identifiers | None = None,
    ) -> ActivityType:
        """Add an activity with the attributes that every one has here."""
        source = ids or self.state.ids
        home = ActivityType(
            id or source.uuid(),
            slug,
            now_us,
            singular_noun=singular_noun,
            plural_noun=plural_noun,
            extends=extends,
        )
        self.by_id[home.id] = home
        add_system_attribute(self.state, home, "record_id", "Record ID", "text", id=source.uuid())
        self.add_attribute(home, "title", "Title", "text", id=source.uuid())
        self.add_attribute(home, "occurred_at", "Occurred at", "timestamp", id=source.uuid())
        linked = self.add_attribute(
            home, "linked_records", "Linked records", "record-reference", id=source.uuid()
        )
        linked.is_multiselect = True
        add_system_attribute(self.state, home, "created_at", "Created at", "timestamp", id=source.uuid())
        add_system_attribute(
            self.state, home, "created_by", "Created by", "actor-reference", id=source.uuid()
        )
        return home

    def add_attribute(
        self, home: ActivityType, slug: str, title: str, type: str, *, id: str | None = None
    ) -> Attribute:
        """Add an attribute; activities get theirs in Attio's app only."""
        attribute = Attribute(
            home,
            id or self.state.ids.uuid(),
            slug=slug,
            title=title,
            type=type,
            created_us=home.created_us,
        )
        home.add_attribute(attribute)
        return attribute

    def render(self, home: ActivityType) -> dict[str, Any]:
        """Return an activity as the API shows it."""
        return {
            "id": {"workspace_id": self.state.id, "activity_id": home.id},
            "api_slug": home.slug,
            "singular_noun": home.singular_noun,
            "plural_noun": home.plural_noun,
            "extends": [{"schema_id": self.schema_ids[home.extends], "schema_slug": home.extends}],
            "is_system_activity": home.is_system,
            "created_at": stamp(home.created_us),
        }

    def render_record(self, home: ActivityType, row: Row) -> dict[str, Any]:
        """Return one event as the API shows it; unlike a record it has no address in the app."""
        return {
            "id": {"workspace_id": self.state.id, "activity_id": home.id, "record_id": row.id},
            "created_at": stamp(row.created_us),
            "values": values_json(self.state, row, home.live_attributes()),
        }


def min_created_us(state: WorkspaceState) -> int:
    """Return when the workspace was made: the age of its oldest object."""
    return min((home.created_us for home in state.objects.values()), default=0)
