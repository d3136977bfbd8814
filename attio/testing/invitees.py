"""People who take part in meetings and e-mails, and the records that stand for them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from attio.testing.access import SYSTEM
from attio.testing.normalise import payload
from attio.testing.normalise.emails import business_domain
from attio.testing.replies import Refusal
from attio.testing.state.links import Link
from attio.testing.writing import Edit

if TYPE_CHECKING:
    from collections.abc import Iterable

    from attio.testing.state.collections import ObjectType
    from attio.testing.state.workspace_state import WorkspaceState


def own_domains(state: WorkspaceState) -> frozenset[str]:
    """Return the domains of the workspace's own members, private mailboxes left out."""
    found = (business_domain(member.email_address.lower()) for member in state.members.by_id.values())
    return frozenset(domain for domain in found if domain is not None)


def _standard(state: WorkspaceState, slug: str) -> ObjectType | None:
    home = state.find_object(slug)
    return home if home is not None and home.is_system else None


def person_of(state: WorkspaceState, address: str) -> Link | None:
    """Return the person who has an address."""
    people = _standard(state, "people")
    holders = [] if people is None else people.holders(people.by_slug["email_addresses"], address.lower())
    return None if people is None or not holders else Link(people.id, holders[0])


def company_of(state: WorkspaceState, address: str) -> Link | None:
    """Return the company that an address belongs to; none for private mailboxes and the workspace's own domain."""
    domain = business_domain(address.lower())
    companies = _standard(state, "companies")
    if companies is None or domain is None or domain in own_domains(state):
        return None
    holders = companies.holders(companies.by_slug["domains"], domain)
    return Link(companies.id, holders[0]) if holders else None


def meet(state: WorkspaceState, addresses: Iterable[tuple[str, str | None]], now_us: int) -> None:
    """Create the people behind addresses that nobody has yet, and with them their companies."""
    people = _standard(state, "people")
    if people is None:
        # It may have another slug by now.
        return
    edit = Edit(state, now_us, SYSTEM, privileged=True)
    for address, name in addresses:
        try:
            payload(state, people.by_slug["email_addresses"], address)
        except Refusal:
            # A participant may have an address that a person may not.
            continue
        if person_of(state, address) is None:
            values = {"email_addresses": [address], **({"name": name} if name else {})}
            edit.create_record(people, values)


def companies_of(state: WorkspaceState, addresses: Iterable[str]) -> list[Link]:
    """Return the companies behind addresses, each once."""
    found = (company_of(state, address) for address in addresses)
    return list(dict.fromkeys(link for link in found if link is not None))
