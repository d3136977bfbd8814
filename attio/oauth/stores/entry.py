"""What a token store promises, and what it keeps of one token."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import TYPE_CHECKING, Any, Final, Literal, Protocol, runtime_checkable

import msgspec

from attio.core.redact import Secret
from attio.core.shapes import is_dict
from attio.oauth.token import OAuthToken

if TYPE_CHECKING:
    import builtins
    from typing import TypeAlias

State: TypeAlias = 'Literal["usable", "expired", "revoked"]'

EARLY_S: Final = 300.0
"""Seconds before its expiry from which a token counts as expired: a call that starts now must not end without it."""
_VERSION: Final = 1
_YEAR_9999_S: Final = 253_370_764_800.0


class StoredToken(msgspec.Struct, frozen=True, kw_only=True):
    """One entry of a token store, in whatever state it was when it was read."""

    key: str
    token: OAuthToken
    state: State
    stored_at: datetime
    expires_at: datetime | None = None
    revoked_at: datetime | None = None

    @property
    def usable(self) -> bool:
        """Whether the token is neither revoked nor about to expire."""
        return self.state == "usable"


@runtime_checkable
class TokenStore(Protocol):
    """Tokens of many workspaces, each under a key of the caller's (the id of a workspace, or of a customer)."""

    def put(self, key: str, token: OAuthToken | str, expires_in_s: float | None = None) -> None:
        """Keep a token, in place of the one before; it is no longer revoked."""
        ...

    def get(self, key: str) -> OAuthToken | None:
        """Return the token; None when there is none that can be used now."""
        ...

    def entry(self, key: str) -> StoredToken | None:
        """Return what is kept under a key, revoked and expired tokens too; None when nothing is."""
        ...

    def delete(self, key: str) -> bool:
        """Forget a token; tells whether there was one."""
        ...

    def list(self) -> builtins.list[StoredToken]:
        """Return all entries, sorted by key."""
        ...

    def mark_revoked(self, key: str, token: OAuthToken | str | None = None) -> bool:
        """Note that a token is no good any more; with ``token`` only if it is that one. Tells whether it is so."""
        ...


class Record(msgspec.Struct, frozen=True, kw_only=True, eq=False):
    """An entry as it is kept: times are seconds since the epoch."""

    key: str
    token: OAuthToken
    stored_at: float
    expires_at: float | None = None
    revoked_at: float | None = None

    def seen(self, now: float, early_s: float) -> StoredToken:
        """Return the entry as it is at a moment."""
        expired = self.expires_at is not None and now >= self.expires_at - early_s
        return StoredToken(
            key=self.key,
            token=self.token,
            state="revoked" if self.revoked_at is not None else "expired" if expired else "usable",
            stored_at=_moment(self.stored_at),
            expires_at=None if self.expires_at is None else _moment(self.expires_at),
            revoked_at=None if self.revoked_at is None else _moment(self.revoked_at),
        )

    def written(self) -> Secret:
        """Return the entry as JSON, the token in plain."""
        times = {name: getattr(self, name) for name in ("stored_at", "expires_at", "revoked_at")}
        plain = {"v": _VERSION, "key": self.key, **times, "token": self.token.to_dict()}
        return Secret(msgspec.json.encode(plain).decode())


def read_record(text: Secret) -> Record | None:
    """Return the entry of what ``written`` gave; None for anything else. Raises nothing: it holds a plain token."""
    try:
        plain: Any = msgspec.json.decode(text.reveal())
        if not is_dict(plain) or plain.get("v") != _VERSION:
            return None
        key, stored_at = plain["key"], plain["stored_at"]
        times = [plain.get("expires_at"), plain.get("revoked_at")]
        if not isinstance(key, str) or not all(_is_time(one) for one in (stored_at, *times)):
            return None
        return Record(
            key=key,
            token=OAuthToken.from_dict(plain["token"]),
            stored_at=float(stored_at),
            expires_at=times[0],
            revoked_at=times[1],
        )
    except (msgspec.MsgspecError, ValueError, TypeError, KeyError, AttributeError):
        return None


def _is_time(value: object) -> bool:
    if isinstance(value, bool) or not isinstance(value, (int, float)):
        return value is None
    return 0.0 <= value < _YEAR_9999_S


def _moment(seconds: float) -> datetime:
    return datetime.fromtimestamp(seconds, UTC)
