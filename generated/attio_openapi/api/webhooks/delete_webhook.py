"""Request builder of `delete_webhook`."""

from __future__ import annotations

from urllib.parse import quote

from ... import Request


def build_request(
    webhook_id: str,
) -> Request:
    """Delete a webhook."""
    return Request(
        "delete_webhook",
        "DELETE",
        "/v2/webhooks/{webhook_id}".format(
            webhook_id=quote(str(webhook_id), safe=""),
        ),
        {},
        None,
    )
