"""Request builder of `create_webhook`."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from ... import Request, json_body

if TYPE_CHECKING:
    from collections.abc import Mapping

    from ...models.webhook_create_body import WebhookCreateBody


def build_request(
    *,
    body: Mapping[str, Any] | WebhookCreateBody,
) -> Request:
    """Create a webhook; only this answer holds its signing secret."""
    return Request(
        "create_webhook",
        "POST",
        "/v2/webhooks",
        {},
        json_body(body),
    )
