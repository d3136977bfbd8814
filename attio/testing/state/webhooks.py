"""Webhooks: who wants to be told of what, and what is still to be told."""

from __future__ import annotations

import hashlib
import hmac
from typing import TYPE_CHECKING, Any, Final, NamedTuple

import msgspec

from attio.testing.json_types import is_object
from attio.testing.stamps import stamp
from attio.testing.state.stores import Store

if TYPE_CHECKING:
    from collections.abc import Mapping

    from attio.testing.state.workspace_state import Event, WorkspaceState

EVENT_TYPES: Final = (
    *("record.created", "record.updated", "record.deleted", "record.merged"),
    *("list-entry.created", "list-entry.updated", "list-entry.deleted"),
    *("object-attribute.created", "object-attribute.updated"),
    *("list-attribute.created", "list-attribute.updated"),
    *("list.created", "list.updated", "list.deleted"),
    *("note.created", "note.updated", "note-content.updated", "note.deleted"),
    *("task.created", "task.updated", "task.deleted"),
    *("comment.created", "comment.resolved", "comment.unresolved", "comment.deleted"),
    "workspace-member.created",
    "call-recording.created",
    *("activity.created", "activity.updated", "activity.deleted"),
    *("activity-attribute.created", "activity-attribute.updated"),
    *("activity-record.created", "activity-record.deleted"),
)
DEGRADED_FOR_US: Final = 7 * 86_400 * 1_000_000
USER_AGENT: Final = "Attio 2.0 (local workspace)"

_encode = msgspec.json.Encoder().encode


class Subscription(NamedTuple):
    """One event type, maybe only those events that a filter lets through."""

    event_type: str
    filter: dict[str, Any] | None = None

    def wants(self, event: Event) -> bool:
        """Tell whether an event is one of these."""
        if event["event_type"] != self.event_type:
            return False
        if not self.filter:
            return True
        if "$and" in self.filter:
            return all(_meets(event, condition) for condition in self.filter["$and"])
        return any(_meets(event, condition) for condition in self.filter["$or"])

    def render(self) -> dict[str, Any]:
        """Return the subscription as the API shows it."""
        return {"event_type": self.event_type, "filter": self.filter}


def _meets(event: Event, condition: Mapping[str, str]) -> bool:
    held: Any = event
    for step in condition["field"].split("."):
        held = held.get(step) if is_object(held) else None
    is_equal: bool = held == condition["value"]
    return is_equal == (condition["operator"] == "equals")


class Webhook:
    """One webhook. `degraded_us` is when its deliveries began to fail for good."""

    __slots__ = (
        "created_us",
        "degraded_us",
        "id",
        "is_inactive",
        "secret",
        "subscriptions",
        "target_url",
    )

    def __init__(
        self, id: str, target_url: str, subscriptions: list[Subscription], secret: str, created_us: int
    ) -> None:
        self.id = id
        self.target_url = target_url
        self.subscriptions = subscriptions
        self.secret = secret
        self.created_us = created_us
        self.degraded_us: int | None = None
        self.is_inactive = False

    def status(self, now_us: int) -> str:
        """Return active, degraded, or, after seven days of that, inactive for good."""
        if self.degraded_us is not None and now_us - self.degraded_us >= DEGRADED_FOR_US:
            self.is_inactive = True
        if self.is_inactive:
            return "inactive"
        return "active" if self.degraded_us is None else "degraded"

    def render(self, state: WorkspaceState, now_us: int) -> dict[str, Any]:
        """Return the webhook as the API shows it, without its secret."""
        return {
            "id": {"workspace_id": state.id, "webhook_id": self.id},
            "target_url": self.target_url,
            "status": self.status(now_us),
            "subscriptions": [each.render() for each in self.subscriptions],
            "created_at": stamp(self.created_us),
        }


class Attempt(NamedTuple):
    """One try of a delivery: the status it got, or what went wrong instead."""

    at_us: int
    status: int | None
    problem: str | None = None

    @property
    def succeeded(self) -> bool:
        """Whether the answer was any 2xx."""
        return self.status is not None and 200 <= self.status < 300


class Delivery:
    """One event on its way to one webhook.

    `state` is pending, delivered, failed (all tries used up), dropped (the webhook is gone or inactive) or unrouted
    (its address is not on this machine and no handler stands for it).
    """

    __slots__ = (
        "attempts",
        "body",
        "due_us",
        "event",
        "headers",
        "id",
        "is_busy",
        "state",
        "url",
        "webhook_id",
    )

    def __init__(self, id: str, webhook: Webhook, event: Event, due_us: int) -> None:
        self.id = id
        self.webhook_id = webhook.id
        self.url = webhook.target_url
        self.event = event
        self.body: bytes = _encode({"webhook_id": webhook.id, "events": [event]})
        signature = sign(webhook.secret, self.body)
        self.headers: dict[str, str] = {
            "Content-Type": "application/json",
            "User-Agent": USER_AGENT,
            "Attio-Signature": signature,
            "X-Attio-Signature": signature,
            "Idempotency-Key": id,
        }
        self.due_us: int = due_us
        self.attempts: list[Attempt] = []
        self.state = "pending"
        # a try is under way
        self.is_busy = False

    @property
    def event_type(self) -> str:
        """What happened."""
        return str(self.event["event_type"])

    def json(self) -> Any:
        """Decode the body."""
        return msgspec.json.decode(self.body)

    def __repr__(self) -> str:
        return f"<Delivery {self.event_type} to {self.url}: {self.state}, {len(self.attempts)} tries>"


def sign(secret: str, body: bytes) -> str:
    """Return the signature of a body: hex HMAC-SHA256 under the secret's own characters."""
    return hmac.new(secret.encode(), body, hashlib.sha256).hexdigest()


class Subscribers(Store):
    """All webhooks, and the deliveries that have not ended."""

    def __init__(self, state: WorkspaceState) -> None:
        super().__init__(state)
        self.by_id: dict[str, Webhook] = {}
        self.pending: list[Delivery] = []

    def add(self, target_url: str, subscriptions: list[Subscription], now_us: int) -> Webhook:
        """Add a webhook with a secret of its own."""
        webhook = Webhook(self.state.ids.uuid(), target_url, subscriptions, self.state.ids.secret(), now_us)
        self.by_id[webhook.id] = webhook
        return webhook

    def clash(
        self, target_url: str, subscriptions: list[Subscription], but: Webhook | None = None
    ) -> Subscription | None:
        """Return the subscription that another webhook, or this one twice, has for the same address."""
        taken = [
            each
            for webhook in self.by_id.values()
            if webhook is not but and webhook.target_url == target_url
            for each in webhook.subscriptions
        ]
        for each in subscriptions:
            if each in taken:
                return each
            taken.append(each)
        return None
