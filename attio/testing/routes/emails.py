"""Metadata of e-mails."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from attio.testing.identifiers import is_uuid
from attio.testing.moments import queried_us
from attio.testing.pages import by_cursor
from attio.testing.replies import invalid_query, missing_named, problem, required
from attio.testing.router import route
from attio.testing.state.emails import Email, Emails
from attio.testing.state.links import Link

if TYPE_CHECKING:
    from attio.testing.call import Call

_MOST = 10


def _listed(call: Call, key: str) -> list[str]:
    """Return the parts of a comma-separated query parameter."""
    parts = [each.strip() for each in (call.text(key) or "").split(",") if each.strip()]
    if len(parts) > _MOST:
        raise invalid_query(problem((key,), f"Array must contain at most {_MOST} element(s)"))
    return parts


def _linked(call: Call) -> set[Link]:
    """Return the records that the query names: people or companies, up to ten."""
    name = call.text("linked_object")
    ids = _listed(call, "linked_record_ids")
    if name is None and not ids:
        return set()
    if not name:
        raise invalid_query(required(("linked_object",)))
    if not ids:
        raise invalid_query(required(("linked_record_ids",)))
    home = call.state.find_object(name)
    if home is None:
        raise missing_named("Object", name)
    if not (home.is_system and home.slug in {"people", "companies"}):
        raise invalid_query(problem(("linked_object",), "Only people and companies are linked to e-mails"))
    if not all(map(is_uuid, ids)):
        raise invalid_query(problem(("linked_record_ids",), "Invalid uuid", "invalid_string"))
    return {Link(home.id, each.lower()) for each in ids}


@route(
    "list_emails",
    but="syncing mailboxes (e-mails come from seeds and `workspace.app`); refusing protected recipients",
)
def list_emails(call: Call) -> Any:
    """List e-mails of records, participants or a domain (any is enough), newest first; pages may be short."""
    store = call.state.store(Emails)
    linked = _linked(call)
    addresses = {each.lower() for each in _listed(call, "participants")}
    domain = (call.text("domain") or "").strip().lower()
    if not linked and not addresses and not domain:
        raise invalid_query(
            problem(("participants",), "Give linked_object with linked_record_ids, participants or domain")
        )
    own = store.own_domains()
    addresses = {each for each in addresses if each.rpartition("@")[2] not in own}
    domain = "" if domain in own else domain
    after_us, before_us = queried_us(call, "sent_after"), queried_us(call, "sent_before")
    no_machines = call.flag("exclude_automated_participants", default=False)

    def concerns(email: Email) -> bool:
        if any(
            each.email_address.lower() in addresses or (domain and each.domain.lower() == domain)
            for each in email.correspondents
        ):
            return True
        return bool(linked and linked & set(email.links(call.state)))

    rows = [
        email
        for email in store.by_id.values()
        if (after_us is None or email.sent_us > after_us)
        and (before_us is None or email.sent_us < before_us)
        and concerns(email)
    ]
    rows.sort(key=lambda email: (-email.sent_us, email.id))
    answer = by_cursor(call, rows, lambda email: email, key=lambda email: email.id)
    # Machines are left out of the page, not of the search: that is how pages come to be short, or empty.
    shown = [email for email in answer["data"] if not (no_machines and email.is_automated)]
    return {**answer, "data": [email.render(call.state) for email in shown]}
