"""Queries of e-mail metadata, and the body of an unsubscription (no I/O)."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from attio.core.arguments import flag, segment, text
from attio.core.errors import ArgumentError
from attio.records.bodies import moment_text, not_none
from attio.records.bodies_links import addresses, comma_addresses, linked_pair, several

if TYPE_CHECKING:
    from collections.abc import Iterable
    from datetime import datetime

LISTED_MAX = 10
"""Linked records, and participants, that one query takes."""
UNSUBSCRIBED_MAX = 1000


def email_query(
    *,
    linked_object: Any,
    linked_record_ids: Any,
    participants: Iterable[str] | str | None,
    domain: str | None,
    sent_after: datetime | str | None,
    sent_before: datetime | str | None,
    exclude_automated_participants: bool | None,
) -> dict[str, Any]:
    """Return the query of a list; Attio needs to know whose e-mails are meant."""
    place, records = _linked(linked_object, linked_record_ids)
    query = not_none(
        linked_object=place,
        linked_record_ids=records,
        participants=None
        if participants is None
        else comma_addresses("participants", participants, maximum=LISTED_MAX),
        domain=None if domain is None else text(domain, "domain"),
    )
    if not query:
        raise ArgumentError(
            "linked_object",
            None,
            "Attio lists no e-mails without a filter",
            fix="give linked_object= with linked_record_ids=, participants= or domain=",
        )
    return query | not_none(
        sent_after=moment_text("sent_after", sent_after),
        sent_before=moment_text("sent_before", sent_before),
        exclude_automated_participants=None
        if exclude_automated_participants is None
        else flag(exclude_automated_participants, "exclude_automated_participants"),
    )


def _linked(linked_object: Any, linked_record_ids: Any) -> tuple[str | None, str | None]:
    given = linked_record_ids
    if isinstance(given, str):
        given = [part.strip() for part in given.split(",") if part.strip()]
    rows = [] if given is None else several("linked_record_ids", given, maximum=LISTED_MAX)
    if given is not None and not rows:
        raise ArgumentError("linked_record_ids", linked_record_ids, "at least one is needed")
    first = rows[0] if rows else None
    place, _ = linked_pair(linked_object, first, own="linked_record_ids")
    if place is None:
        return None, None
    return place, ",".join(segment(row, "linked_record_id") for row in rows)


def unsubscribe_body(email_addresses: Iterable[str] | str) -> dict[str, Any]:
    """Return the body of an unsubscription of 1 to 1000 addresses."""
    return {"email_addresses": addresses("email_addresses", email_addresses, maximum=UNSUBSCRIBED_MAX)}
