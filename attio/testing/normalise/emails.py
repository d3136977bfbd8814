"""Email addresses."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any, Final

from attio.testing.normalise.breaches import bad_value, unwrapped
from attio.testing.normalise.domains import FREE_MAIL_DOMAINS, clean_domain, root_domain
from attio.testing.replies import problem
from attio.testing.shapes import wrong_type

if TYPE_CHECKING:
    from attio.testing.state.attributes import Attribute
    from attio.testing.state.workspace_state import WorkspaceState

_LOCAL: Final = re.compile(r"[^\s@<>(),;:\\\"\[\]]{1,64}")


def email_address(_state: WorkspaceState, attribute: Attribute, raw: Any) -> str | tuple[str, str]:
    """Take `"Ada@X.com"` or `{"email_address": ...}`; lower-cased, with the original beside it where it differs."""
    value = unwrapped(attribute, raw, "email_address", "string")
    if not isinstance(value, str):
        raise bad_value(attribute, wrong_type(value, (), "string"))
    written = value.strip()
    local, _, host = written.rpartition("@")
    if not _LOCAL.fullmatch(local) or clean_domain(host) != host.lower():
        raise bad_value(attribute, problem((), "Invalid email", "invalid_string", string_validation="email"))
    address = written.lower()
    return address if address == written else (address, written)


def business_domain(payload: str | tuple[str, str]) -> str | None:
    """Return the company domain behind an address; None for providers of private mailboxes."""
    address = payload if isinstance(payload, str) else payload[0]
    root = root_domain(address.rpartition("@")[2])
    return None if root in FREE_MAIL_DOMAINS else root
