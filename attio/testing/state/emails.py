"""Metadata of e-mails that mailboxes have synced. Bodies are never shown, so there are none."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, NamedTuple

from attio.testing.invitees import company_of, own_domains, person_of
from attio.testing.stamps import stamp
from attio.testing.state.links import Link, joined
from attio.testing.state.stores import Store

if TYPE_CHECKING:
    from attio.testing.state.workspace_state import WorkspaceState

# Local parts of addresses that no person reads.
_AUTOMATED = frozenset(
    {
        "bounce",
        "bounces",
        "do-not-reply",
        "donotreply",
        "mailer-daemon",
        "no-reply",
        "noreply",
        "notifications",
        "postmaster",
    }
)


class Correspondent(NamedTuple):
    """Somebody an e-mail is from or to: `role` is from, reply-to, to, cc or bcc."""

    role: str
    email_address: str
    name: str | None = None

    @property
    def domain(self) -> str:
        """The part behind the at sign."""
        return self.email_address.rpartition("@")[2]

    @property
    def is_automated(self) -> bool:
        """Whether no person reads this address."""
        return self.email_address.rpartition("@")[0].partition("+")[0].lower() in _AUTOMATED

    def render(self) -> dict[str, Any]:
        """Return the correspondent as the API shows it."""
        return {
            "role": self.role,
            "email_address": self.email_address,
            "email_domain": self.domain,
            "name": self.name,
        }


class Email(NamedTuple):
    """One e-mail."""

    id: str
    mailbox_id: str
    sent_us: int
    direction: str
    subject_line: str | None
    correspondents: tuple[Correspondent, ...]

    @property
    def is_automated(self) -> bool:
        """Whether anybody in it is a machine."""
        return any(each.is_automated for each in self.correspondents)

    def links(self, state: WorkspaceState) -> list[Link]:
        """Return the people and companies that its addresses belong to, as the records are now."""
        addresses = [each.email_address for each in self.correspondents]
        people = [person_of(state, address) for address in addresses]
        companies = [company_of(state, address) for address in addresses]
        return joined(link for link in (*people, *companies) if link is not None)

    def render(self, state: WorkspaceState) -> dict[str, Any]:
        """Return the e-mail as the API shows it."""
        return {
            "id": {"workspace_id": state.id, "mailbox_id": self.mailbox_id, "email_id": self.id},
            "sent_at": stamp(self.sent_us),
            "direction": self.direction,
            "subject_line": self.subject_line,
            "participants": [each.render() for each in self.correspondents],
            "linked_records": [link.render(state) for link in self.links(state)],
        }


class Emails(Store):
    """All e-mails, and the addresses that do not want any from sequences."""

    def __init__(self, state: WorkspaceState) -> None:
        super().__init__(state)
        self.by_id: dict[str, Email] = {}
        self.unsubscribed: dict[str, int] = {}

    def add(
        self,
        sent_us: int,
        direction: str,
        subject_line: str | None,
        correspondents: tuple[Correspondent, ...],
        *,
        id: str | None = None,
        mailbox_id: str | None = None,
    ) -> Email:
        """Add an e-mail; all of one workspace are in one mailbox unless they say otherwise."""
        first = next(iter(self.by_id.values()), None)
        if mailbox_id is None:
            mailbox_id = self.state.ids.uuid() if first is None else first.mailbox_id
        email = Email(
            id or self.state.ids.uuid(),
            mailbox_id,
            sent_us,
            direction,
            subject_line,
            correspondents,
        )
        self.by_id[email.id] = email
        return email

    def own_domains(self) -> frozenset[str]:
        """Return the domains whose filters Attio ignores."""
        return own_domains(self.state)
