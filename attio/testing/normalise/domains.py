"""Domains, and the part of one that a company registers."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import TYPE_CHECKING, Any, Final

from attio.testing.normalise.breaches import bad_value, unwrapped
from attio.testing.replies import problem
from attio.testing.shapes import wrong_type

if TYPE_CHECKING:
    from attio.testing.state.attributes import Attribute
    from attio.testing.state.workspace_state import WorkspaceState

_LABELS: Final = re.compile(r"(?!-)[\w-]{1,63}(?<!-)(?:\.(?!-)[\w-]{1,63}(?<!-))+")
_SCHEME: Final = re.compile(r"[a-z][a-z0-9+.-]*://")
# Second levels under which names are registered, with the country endings that use them.
_SECOND_LEVELS: Final = frozenset(
    {"ac", "co", "com", "edu", "gov", "govt", "gob", "go", "mil", "ne", "net", "nom", "or", "org"}
)

# Addresses at these say nothing about an employer.
FREE_MAIL_DOMAINS: Final = frozenset(
    (  # noqa: SIM905 - a hundred quotes say less
        "aol.com fastmail.com gmail.com gmx.com gmx.de gmx.net googlemail.com hey.com hotmail.co.uk "
        "hotmail.com hotmail.fr icloud.com live.com mac.com mail.com mail.ru me.com msn.com outlook.com pm.me "
        "proton.me protonmail.com qq.com t-online.de web.de yahoo.co.jp yahoo.co.uk yahoo.com yahoo.fr "
        "yandex.com yandex.ru ymail.com zoho.com 163.com 126.com"
    ).split()
)


def clean_domain(text: str) -> str | None:
    """Return the lower-cased host of a domain or URL, without path, query, port or user; None when it is none."""
    host = _SCHEME.sub("", text.strip().lower(), count=1)
    host = re.split(r"[/?#]", host, maxsplit=1)[0]
    host = host.rpartition("@")[2].partition(":")[0].rstrip(".")
    return host if len(host) <= 253 and _LABELS.fullmatch(host) else None


@lru_cache(maxsize=65_536)
def root_domain(host: str) -> str:
    """Return the registrable part: x.com of mail.x.com, x.co.uk of mail.x.co.uk."""
    labels = host.split(".")
    if len(labels) > 2 and len(labels[-1]) == 2 and labels[-2] in _SECOND_LEVELS:
        return ".".join(labels[-3:])
    return ".".join(labels[-2:])


def domain(_state: WorkspaceState, attribute: Attribute, raw: Any) -> str:
    """Take `"x.com"`, a URL, or `{"domain": ...}`; a subdomain is kept."""
    value = unwrapped(attribute, raw, "domain", "string")
    if not isinstance(value, str):
        raise bad_value(attribute, wrong_type(value, (), "string"))
    host = clean_domain(value)
    if host is None:
        raise bad_value(
            attribute, problem((), "Invalid domain", "invalid_string", string_validation="domain")
        )
    return host
