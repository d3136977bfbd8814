# Derived from attio/_async by scripts/unasync: edit there.
"""`Email`: an e-mail that knows its client."""

from __future__ import annotations

from typing import ClassVar

from attio.records.correspondence import EmailData

from .abilities import Listed


class Email(EmailData, Listed):
    """Metadata of an e-mail."""

    __slots__ = ()
    _resource: ClassVar[str] = "emails"
