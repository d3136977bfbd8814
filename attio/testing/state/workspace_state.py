"""Everything one workspace holds."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final, TypeVar

from attio.testing.state.members import Members

if TYPE_CHECKING:
    from attio.testing.access import Actor
    from attio.testing.identifiers import Identifiers
    from attio.testing.state.activities import ActivityType
    from attio.testing.state.attributes import Attribute
    from attio.testing.state.collections import Collection, ListType, ObjectType
    from attio.testing.state.stores import Store

S = TypeVar("S", bound="Store")

Event = dict[str, Any]


class Settings:
    """Switches of behaviour that depends on the plan, the workspace or on when one looks.

    `link_companies`: a person created with a business email creates or links the company by its domain (real, on).
    `merge_delay_s`: how long a merge stays pending; 0 answers 200 at once, more answers 202 first.
    `keeps_history`: off, as on plans without it, history reads answer an empty array.
    `max_objects`: how many objects the plan allows; creating one more answers 400 quota_exceeded.
    `list_permissions`: off, a list that is not open to the whole workspace answers 403 billing_error.
    `plan_lacks`: further features that the plan does not have ("activities", "call_recordings", "files", "sql");
    their writes, and all of SQL, answer 403 billing_error.
    `processes_recordings`: a call recording is completed at once; off, `workspace.app.finish_recording` ends it.
    `max_call_recordings`, `max_storage_bytes`: quotas; beyond them 403 quota_exceeded.
    `http_webhooks`: webhooks may have an http address on loopback (Attio itself takes https only).
    """

    __slots__ = (
        "http_webhooks",
        "keeps_history",
        "link_companies",
        "list_permissions",
        "max_call_recordings",
        "max_objects",
        "max_storage_bytes",
        "merge_delay_s",
        "plan_lacks",
        "processes_recordings",
    )

    def __init__(
        self,
        *,
        link_companies: bool = True,
        merge_delay_s: float = 0.0,
        keeps_history: bool = True,
        max_objects: int | None = None,
        list_permissions: bool = True,
        plan_lacks: frozenset[str] = frozenset(),
        processes_recordings: bool = True,
        max_call_recordings: int | None = None,
        max_storage_bytes: int | None = None,
        http_webhooks: bool = False,
    ) -> None:
        self.link_companies = link_companies
        self.merge_delay_s = merge_delay_s
        self.keeps_history = keeps_history
        self.max_objects = max_objects
        self.list_permissions = list_permissions
        self.plan_lacks = plan_lacks
        self.processes_recordings = processes_recordings
        self.max_call_recordings = max_call_recordings
        self.max_storage_bytes = max_storage_bytes
        self.http_webhooks = http_webhooks


class WorkspaceState:
    """Objects, lists, members and the stores of other nouns, all reachable by id and by slug."""

    def __init__(self, identifiers: Identifiers, identity: dict[str, Any], settings: Settings) -> None:
        self.ids: Final = identifiers
        self.identity: Final = identity
        self.settings = settings
        self.objects: dict[str, ObjectType] = {}
        self.lists: dict[str, ListType] = {}
        self.activities: dict[str, ActivityType] = {}
        # record ids that a pending merge covers -> (when it ends, whether the id is the new record's)
        self.merging: dict[str, tuple[int, bool]] = {}
        self.events: list[Event] = []
        self._stores: dict[type[Store], Store] = {}

    @property
    def id(self) -> str:
        """The workspace's own id."""
        return str(self.identity["id"])

    @property
    def members(self) -> Members:
        """The workspace members."""
        return self.store(Members)

    def store(self, kind: type[S]) -> S:
        """Return the one store of this kind, made on first use."""
        held = self._stores.get(kind)
        if held is None:
            held = self._stores[kind] = kind(self)
        if not isinstance(held, kind):
            raise TypeError(f"the store of {kind.__name__} is a {type(held).__name__}")
        return held

    def stores(self) -> list[Store]:
        """Return every store that is in use."""
        return list(self._stores.values())

    def find_object(self, name: str) -> ObjectType | None:
        """Find an object by slug or id."""
        found = self.objects.get(name.lower())
        return found or next((each for each in self.objects.values() if each.slug == name), None)

    def find_list(self, name: str) -> ListType | None:
        """Find a list by slug or id."""
        found = self.lists.get(name.lower())
        return found or next((each for each in self.lists.values() if each.slug == name), None)

    def referring(self, target: ObjectType) -> list[Attribute]:
        """Return the reference attributes, anywhere, that may point at records of an object."""
        homes: list[Collection] = [
            *self.objects.values(),
            *self.lists.values(),
            *self.activities.values(),
        ]
        return [
            attribute
            for home in homes
            for attribute in home.attributes.values()
            if attribute.type == "record-reference"
            and (attribute.allowed_ids is None or target.id in attribute.allowed_ids)
        ]

    def emit(
        self, event_type: str, actor: Actor, /, *, extra: dict[str, Any] | None = None, **ids: str
    ) -> None:
        """Note an event for webhooks and listeners; it is handed out when the request has succeeded.

        `ids` are the members of the event's `id` besides workspace_id, `extra` its further top-level members.
        """
        event: Event = {"event_type": event_type, "id": {"workspace_id": self.id, **ids}, **(extra or {})}
        event["actor"] = {"type": actor[0], "id": actor[1]}
        self.events.append(event)
