"""Metadata of e-mails and the unsubscribe list (no I/O)."""

from __future__ import annotations

from typing import ClassVar

from .ids import EmailId
from .model import Model, identifier, moment, nested_list, optional_text, record_links, text


class EmailParticipantData(Model):
    """Somebody who sent or received an e-mail."""

    __slots__ = ()
    kind: ClassVar[str] = "email-participant"
    _title_keys: ClassVar[tuple[str, ...]] = ("email_address",)

    role = text("from, reply-to, to, cc or bcc.")
    email_address = text("Address.")
    email_domain = text("Domain of the address.")
    name = optional_text("Name, or None.")


class EmailData(Model):
    """Metadata of an e-mail; Attio never gives its content."""

    __slots__ = ()
    kind: ClassVar[str] = "email"
    _title_keys: ClassVar[tuple[str, ...]] = ("subject_line",)

    id = identifier(EmailId, "Id of the e-mail.")
    sent_at = moment("When it was sent.")
    direction = text("inbound or outbound.")
    subject_line = optional_text("Subject; None where the mailbox shares metadata only.")
    participants = nested_list(EmailParticipantData, "Senders and receivers.")
    linked_records = record_links("Records that it belongs to.")


class UnsubscribedEmailData(Model):
    """An address on the unsubscribe list of sequences."""

    __slots__ = ()
    kind: ClassVar[str] = "unsubscribed-email"
    _title_keys: ClassVar[tuple[str, ...]] = ("email_address",)

    email_address = text("Address.")
    created_at = moment("When it was put on the list.")
