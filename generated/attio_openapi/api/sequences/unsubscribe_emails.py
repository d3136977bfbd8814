"""Request builder of `unsubscribe_emails`."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from ... import Request, json_body

if TYPE_CHECKING:
    from collections.abc import Mapping

    from ...models.unsubscribe_body import UnsubscribeBody


def build_request(
    *,
    body: Mapping[str, Any] | UnsubscribeBody,
) -> Request:
    """Put email addresses on the unsubscribe list of sequences."""
    return Request(
        "unsubscribe_emails",
        "POST",
        "/v2/sequences/unsubscribed_emails",
        {},
        json_body(body),
    )
