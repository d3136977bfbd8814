"""`Event`: one thing that happened, as Attio tells it: ids only."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, ClassVar

from attio.core.errors import UnboundModelError
from attio.records.ids import Id
from attio.records.json_shapes import as_object
from attio.records.model import Field, Model, actor, text

from .errors import InvalidDeliveryError

if TYPE_CHECKING:
    from collections.abc import Mapping
    from typing import Self

    from attio.core.snapshot import ResponseSnapshot

    from .delivery import WebhookDelivery


class Event(Model):
    """Something that happened in a workspace; every class of events is one of this, unknown ones included.

    An event names ids and nothing else: no values, no slugs, no time. What it is about is fetched by a method
    such as `.record(client)`, and is then as it is now, not as it was. Without `client` that goes through the
    client of the receiver; through an async client it is awaited. Events that say the same are equal.
    """

    __slots__ = ("delivery",)
    kind: ClassVar[str] = "event"
    event_types: ClassVar[tuple[str, ...]] = ()
    """The types that are events of this class; empty for `Event` itself, which stands for all."""

    delivery: WebhookDelivery | None
    """What brought it, with `.webhook_id` and `.idempotency_key`; None after pickling and copying."""

    event_type = text("What happened, such as 'record.created'; read it to tell unknown events apart.")
    actor = actor("Who did it: a workspace member, an API token, an app or the system; None where not said.")
    id: Any = Field(Id.from_raw, "Ids of what it is about, as Attio sent them in `.id.raw`.")

    def __init__(
        self,
        raw: Mapping[str, Any] | None = None,
        *,
        client: Any = None,
        response: ResponseSnapshot | None = None,
        delivery: WebhookDelivery | None = None,
    ) -> None:
        super().__init__(raw, client=client, response=response)
        self.delivery = delivery

    @property
    def workspace_id(self) -> str | None:
        """The workspace that it happened in."""
        return self._member("workspace_id")

    def bind(self, client: Any) -> Self:
        """Let the event fetch through this client unless another one is given; returns the event."""
        self._client = client
        return self

    def _member(self, name: str) -> str | None:
        """Return one id of the event; None when it is not there or not a text."""
        found = as_object(self.raw.get("id")).get(name)
        return found if isinstance(found, str) else None

    def _extra(self, name: str) -> str | None:
        found = self.raw.get(name)
        return found if isinstance(found, str) else None

    def _needed(self, name: str) -> str:
        """Return an id without which nothing can be fetched."""
        found = self._member(name) or self._extra(name)
        if found is None:
            raise InvalidDeliveryError(
                f"this {self.event_type!r} event names no {name}", code="nothing_to_fetch"
            )
        return found

    def _through(self, client: Any) -> Any:
        """Return the client to fetch with."""
        found = self._client if client is None else client
        if found is None:
            raise UnboundModelError(
                f"this {type(self).__name__} has no client; give one, or WebhookReceiver(..., client=client)"
            )
        return found

    def _own_id(self) -> Any:
        # The same thing may have two events, and an event has no id of its own: equality is by content.
        return None

    def __repr__(self) -> str:
        members = as_object(self.raw.get("id"))
        about = [f"{name}={value}" for name, value in members.items() if name != "workspace_id"][:3]
        return f"<{' '.join([type(self).__name__, repr(self.event_type), *about])[:240]}>"
