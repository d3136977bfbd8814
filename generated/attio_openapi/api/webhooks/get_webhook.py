"""Request builder of `get_webhook`."""

from __future__ import annotations

from urllib.parse import quote

from ... import Request


def build_request(
    webhook_id: str,
) -> Request:
    """Fetch one webhook."""
    return Request(
        "get_webhook",
        "GET",
        "/v2/webhooks/{webhook_id}".format(
            webhook_id=quote(str(webhook_id), safe=""),
        ),
        {},
        None,
    )
