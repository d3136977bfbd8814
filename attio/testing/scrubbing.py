"""Take out of a recording what must not be in a repository, and notice what is left of it."""

from __future__ import annotations

import json
import re
from typing import TYPE_CHECKING, Any, Final

from attio.core.shapes import is_dict, is_list

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

SCRUBBED: Final = "SCRUBBED"
_HIDDEN: Final = (
    "access_token|refresh_token|id_token|api_key|client_secret|secret|password|token|signature|sig|"
    "x-amz-[a-z-]+|x-goog-[a-z-]+"
)
_SECRET_KEY: Final = re.compile(rf"(?:{_HIDDEN}|authorization)", re.IGNORECASE)
_PAIR: Final = re.compile(rf"(?<![\w-])({_HIDDEN})=[\w%.~+/-]+", re.IGNORECASE)
_BEARER: Final = re.compile(r"\b(bearer|basic) +[A-Za-z0-9+/=._~-]{16,}", re.IGNORECASE)
# An Attio API key has exactly 64 characters (behaviour.md, section 1); so has an HMAC-SHA256 in hex.
_LONG: Final = re.compile(r"(?<![A-Za-z0-9_-])[A-Za-z0-9_-]{64}(?![A-Za-z0-9_-])")
_JWT: Final = re.compile(r"\beyJ[A-Za-z0-9_-]{8,}\.[A-Za-z0-9_-]+\.[A-Za-z0-9_-]*")
_WORKSPACE: Final = re.compile(r"(?<=https://app\.attio\.com/)[\w-]+")
_EMAIL: Final = re.compile(r"[\w.+'-]+@[\w-]+(?:\.[\w-]+)+")
# RFC 2606 and 6761: nobody can have an address there.
_RESERVED: Final = re.compile(
    r"(?:.+\.)?(?:example(?:\.(?:com|org|net))?|test|invalid|localhost)", re.IGNORECASE
)
_NAME_KEYS: Final = frozenset({"first_name", "last_name", "full_name", "speaker"})
_PLACE_KEYS: Final = frozenset({"workspace_name", "workspace_slug", "workspace_logo_url", "avatar_url"})
_PHONE_KEYS: Final = frozenset({"phone_number", "original_phone_number"})
_EMAIL_PARTS: Final = ("email_local_specifier", "email_domain", "email_root_domain")
_STAND_IN: Final = re.compile(rf"Name (\d+)|person(\d+)@example\.com|\+1555(\d{{7}})|{SCRUBBED}")
_SHORTEST_NAME: Final = 4


class Scrubber:
    """Replace secrets, and what tells of people, by stand-ins; the same text gets the same one in one recording.

    `keep` are texts that were made up (names, phone numbers, addresses) and stay; addresses in domains that nobody
    can own (`.example`, `.test`) stay anyway. `secrets` are texts to take out wherever they are. Stand-ins are
    numbered from `used` on.
    """

    def __init__(self, *, keep: Iterable[str] = (), secrets: Iterable[str] = (), used: int = 0) -> None:
        self.used = used
        self.keep = frozenset(text.casefold() for text in keep)
        self.secrets = tuple(sorted({text for text in secrets if text}, key=len, reverse=True))
        self._emails: dict[str, str] = {}
        self._names: dict[str, str] = {}
        self._phones: dict[str, str] = {}

    # Texts

    def text(self, text: str) -> str:
        """Scrub a text that is no JSON: a header, an address, a page."""
        for secret in self.secrets:
            text = text.replace(secret, SCRUBBED)
        text = _BEARER.sub(lambda found: f"{found[1]} {SCRUBBED}", text)
        text = _PAIR.sub(rf"\1={SCRUBBED}", text)
        text = _JWT.sub(SCRUBBED, _LONG.sub(SCRUBBED, text))
        text = _WORKSPACE.sub(lambda found: found[0] if self.may_stay(found[0]) else SCRUBBED, text)
        text = _EMAIL.sub(lambda found: self._email(found[0]), text)
        for name, stand_in in self._names.items():
            # Only whole names are looked for in prose: a short one is too often part of a word.
            if len(name) >= _SHORTEST_NAME and " " in name:
                text = re.sub(re.escape(name), stand_in, text, flags=re.IGNORECASE)
        return text

    def _email(self, address: str) -> str:
        if self.may_stay(address) or _RESERVED.fullmatch(address.rpartition("@")[2]):
            return address
        return self._emails.setdefault(
            address.casefold(), f"person{self.used + len(self._emails) + 1}@example.com"
        )

    def may_stay(self, text: str) -> bool:
        """Tell whether a text was made up, or is a stand-in already."""
        return text.casefold() in self.keep or _STAND_IN.fullmatch(text) is not None

    # JSON

    def json(self, value: Any, *, is_person: bool = False) -> Any:
        """Scrub decoded JSON, key by key."""
        if is_list(value):
            return [self.json(item, is_person=is_person) for item in value]
        if is_dict(value):
            # A "name" is that of a person beside an address, or below "speaker"; a list or a company has one too.
            names = _NAME_KEYS | {"name"} if is_person or "email_address" in value else _NAME_KEYS
            return _with_email_parts(
                {self.text(key): self._member(key, item, names) for key, item in value.items()}
            )
        return self.text(value) if isinstance(value, str) else value

    def _member(self, key: str, value: Any, names: frozenset[str]) -> Any:
        if isinstance(value, str) and value and not self.may_stay(value):
            if _SECRET_KEY.fullmatch(key) or key in _PLACE_KEYS:
                return SCRUBBED
            if key in names:
                return self._names.setdefault(value.casefold(), f"Name {self.used + len(self._names) + 1}")
            if key in _PHONE_KEYS:
                digits = re.sub(r"\D", "", value)
                return self._phones.setdefault(digits, f"+1555{self.used + len(self._phones) + 1:07d}")
        return self.json(value, is_person=key == "speaker")

    def body(self, content: bytes) -> bytes:
        """Scrub a body: JSON by its keys, other text as it stands; what is no text is left as it is."""
        try:
            text = content.decode()
        except UnicodeDecodeError:
            return content
        try:
            decoded = json.loads(text)
        except (ValueError, RecursionError):
            return self.text(text).encode()
        scrubbed = self.json(decoded)
        if scrubbed == decoded:
            return content
        return json.dumps(scrubbed, separators=(",", ":")).encode()


def _with_email_parts(value: dict[str, Any]) -> dict[str, Any]:
    # Attio sends the parts of an address beside it, and they tell as much as the whole.
    address = value.get("email_address")
    if isinstance(address, str) and _STAND_IN.fullmatch(address):
        local, _, host = address.partition("@")
        for key, part in zip(_EMAIL_PARTS, (local, host, host), strict=True):
            if key in value:
                value[key] = part
    return value


class Mask(Scrubber):
    """Make texts comparable that were scrubbed with those that were not: every stand-in becomes the same word."""

    def text(self, text: str) -> str:
        """Scrub a text, and forget which stand-in it got."""
        return _STAND_IN.sub(SCRUBBED, super().text(text))

    def _member(self, key: str, value: Any, names: frozenset[str]) -> Any:
        found = super()._member(key, value, names)
        return _STAND_IN.sub(SCRUBBED, found) if isinstance(found, str) else found


def highest_number(content: bytes) -> int:
    """Return the highest number of a stand-in in a text, 0 when there is none."""
    found = _STAND_IN.finditer(content.decode("utf-8", "replace"))
    return max((int(number) for each in found for number in each.groups() if number), default=0)


def leftovers(text: str, scrubber: Scrubber) -> Iterator[str]:
    """Name the kinds of secrets that a text still holds; never the secrets themselves."""
    if any(secret in text for secret in scrubber.secrets):
        yield "a secret that was given"
    for kind, pattern in _KINDS:
        if any(SCRUBBED not in found[0] for found in pattern.finditer(text)):
            yield kind
    if any(scrubber.text(found[0]) != found[0] for found in _EMAIL.finditer(text)):
        yield "an e-mail address"
    if not all(scrubber.may_stay(_unquoted(found[1])) for found in _NAMED.finditer(text)):
        yield "a person's name"


def _unquoted(text: str) -> str:
    try:
        return str(json.loads(f'"{text}"'))
    except ValueError:
        return text


_KINDS: Final[tuple[tuple[str, re.Pattern[str]], ...]] = (
    ("a bearer token", _BEARER),
    ("a token of 64 characters", _LONG),
    ("a JSON web token", _JWT),
    ("a secret in an address", _PAIR),
    ("a cookie", re.compile(r"^(?:set-)?cookie:", re.IGNORECASE | re.MULTILINE)),
    (
        "an authorization header",
        re.compile(r"^\s*-?\s*[\"']?authorization[\"']?:", re.IGNORECASE | re.MULTILINE),
    ),
    ("a secret", re.compile(rf"\"(?:{_HIDDEN})\"\s*:\s*\"[^\"\s]+\"", re.IGNORECASE)),
)
_NAMED: Final = re.compile(r"\"(?:first_name|last_name|full_name)\"\s*:\s*\"((?:[^\"\\]|\\.)+)\"")
