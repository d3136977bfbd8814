"""Request builder of `update_webhook`."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any
from urllib.parse import quote

from ... import Request, json_body

if TYPE_CHECKING:
    from collections.abc import Mapping

    from ...models.webhook_update_body import WebhookUpdateBody


def build_request(
    webhook_id: str,
    *,
    body: Mapping[str, Any] | WebhookUpdateBody,
) -> Request:
    """Change a webhook's target or replace its subscriptions."""
    return Request(
        "update_webhook",
        "PATCH",
        "/v2/webhooks/{webhook_id}".format(
            webhook_id=quote(str(webhook_id), safe=""),
        ),
        {},
        json_body(body),
    )
