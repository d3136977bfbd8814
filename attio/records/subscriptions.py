"""Webhooks as the API manages them (no I/O); deliveries are parsed in `attio.webhooks`."""

from __future__ import annotations

from typing import ClassVar

from attio.core.redact import Secret

from .ids import WebhookId
from .model import Field, Model, identifier, json_value, moment, nested_list, text


class SubscriptionData(Model):
    """One event type that a webhook listens to, with a filter."""

    __slots__ = ()
    kind: ClassVar[str] = "subscription"
    _title_keys: ClassVar[tuple[str, ...]] = ("event_type",)

    event_type = text("Event type, such as 'record.created'.")
    filter = json_value("Filter as Attio has it, or None for every event.")


class WebhookData(Model):
    """A webhook: a URL and what is delivered to it."""

    __slots__ = ()
    kind: ClassVar[str] = "webhook"

    id = identifier(WebhookId, "Id of the webhook.")
    target_url = text("Where Attio delivers; https.")
    status = text("active, degraded (deliveries fail) or inactive (Attio gave up).")
    subscriptions = nested_list(SubscriptionData, "What it listens to.")
    created_at = moment("When it was created.")
    secret = Field(
        lambda value: None if value is None else Secret(value),
        "Key of the signatures, hidden in print: `.secret.reveal()`. Attio shows it once, in the answer to "
        "`create`; everywhere else this is None.",
    )
