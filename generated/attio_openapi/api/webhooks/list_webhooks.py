"""Request builder of `list_webhooks`."""

from __future__ import annotations

from ... import Request


def build_request(
    *,
    limit: int | None = None,
    offset: int | None = None,
) -> Request:
    """List the webhooks of this token's app or key."""
    query: dict[str, str | int | float | bool] = {}
    if limit is not None:
        query["limit"] = limit
    if offset is not None:
        query["offset"] = offset
    return Request(
        "list_webhooks",
        "GET",
        "/v2/webhooks",
        query,
        None,
    )
