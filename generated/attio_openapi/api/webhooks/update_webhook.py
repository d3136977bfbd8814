"""Request builder of `update_webhook`."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any
from urllib.parse import quote

from ... import Request, json_body

if TYPE_CHECKING:
    from collections.abc import Mapping

    from ...models.update_webhook_body import UpdateWebhookBody


def build_request(
    webhook_id: str,
    *,
    body: Mapping[str, Any] | UpdateWebhookBody,
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
