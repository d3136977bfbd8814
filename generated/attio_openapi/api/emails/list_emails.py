"""Request builder of `list_emails`."""

from __future__ import annotations

from ... import Request


def build_request(
    *,
    cursor: str | None = None,
    domain: str | None = None,
    exclude_automated_participants: bool | None = None,
    limit: int | None = None,
    linked_object: str | None = None,
    linked_record_ids: str | None = None,
    participants: str | None = None,
    sent_after: str | None = None,
    sent_before: str | None = None,
) -> Request:
    """List email metadata by linked record, participant or domain."""
    query: dict[str, str | int | float | bool] = {}
    if cursor is not None:
        query["cursor"] = cursor
    if domain is not None:
        query["domain"] = domain
    if exclude_automated_participants is not None:
        query["exclude_automated_participants"] = exclude_automated_participants
    if limit is not None:
        query["limit"] = limit
    if linked_object is not None:
        query["linked_object"] = linked_object
    if linked_record_ids is not None:
        query["linked_record_ids"] = linked_record_ids
    if participants is not None:
        query["participants"] = participants
    if sent_after is not None:
        query["sent_after"] = sent_after
    if sent_before is not None:
        query["sent_before"] = sent_before
    return Request(
        "list_emails",
        "GET",
        "/v2/emails",
        query,
        None,
    )
