"""`OAuthToken`: an access token and what is known of it, shown nowhere."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import TYPE_CHECKING, Any, Final, NoReturn

from attio.core import settings
from attio.core.error_tree import ArgumentError
from attio.core.redact import Secret
from attio.core.shapes import is_list

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from attio.records.members import IdentityData

_TEXTS: Final = (
    "workspace_id",
    "workspace_name",
    "workspace_slug",
    "client_id",
    "authorized_by_workspace_member_id",
)
_PARTS: Final = ("access_token", "refresh_token", "token_type", "expires_at", "scopes", *_TEXTS)


class OAuthToken:
    """An access token of one workspace, with its scopes as far as they are known; does not change.

    ``access_token`` is the text to give to ``Attio(...)``; no repr, log, pickle or traceback shows it. Attio's
    tokens do not expire today: ``expires_at`` and ``refresh_token`` are None unless an answer had them.
    """

    __slots__ = ("_access", "_parts", "_refresh")
    _access: Secret
    _refresh: Secret | None
    _parts: dict[str, Any]

    def __init__(
        self,
        access_token: str | Secret,
        *,
        refresh_token: str | Secret | None = None,
        token_type: str = "Bearer",  # noqa: S107 - a kind, not a secret
        expires_at: datetime | None = None,
        scopes: Iterable[str] | None = None,
        workspace_id: str | None = None,
        workspace_name: str | None = None,
        workspace_slug: str | None = None,
        client_id: str | None = None,
        authorized_by_workspace_member_id: str | None = None,
    ) -> None:
        put = object.__setattr__
        put(self, "_access", _secret(access_token, "access_token"))
        put(self, "_refresh", None if refresh_token is None else _secret(refresh_token, "refresh_token"))
        if expires_at is not None and expires_at.tzinfo is None:
            raise ArgumentError("expires_at", expires_at, "has no time zone", fix="give one, such as UTC")
        parts = {
            "token_type": token_type,
            "expires_at": expires_at,
            "scopes": None if scopes is None else tuple(scopes),
            "workspace_id": workspace_id,
            "workspace_name": workspace_name,
            "workspace_slug": workspace_slug,
            "client_id": client_id,
            "authorized_by_workspace_member_id": authorized_by_workspace_member_id,
        }
        put(self, "_parts", parts)

    @property
    def access_token(self) -> str:
        """The token itself, in plain."""
        return self._access.reveal()

    @property
    def secret(self) -> Secret:
        """The token itself, wrapped so that nothing shows it; every setting that takes a key takes this."""
        return self._access

    @property
    def refresh_token(self) -> str | None:
        """What renews the token, in plain; None when Attio issued none, as it does today."""
        return None if self._refresh is None else self._refresh.reveal()

    @property
    def refresh_secret(self) -> Secret | None:
        """What renews the token, wrapped so that nothing shows it."""
        return self._refresh

    @property
    def token_type(self) -> str:
        """Bearer."""
        text: str = self._parts["token_type"]
        return text

    @property
    def expires_at(self) -> datetime | None:
        """When it expires, aware UTC; None when it does not, or nobody said."""
        moment: datetime | None = self._parts["expires_at"]
        return moment

    @property
    def scopes(self) -> tuple[str, ...] | None:
        """The scopes it holds; None until Attio was asked (``oauth.identify(token)``)."""
        held: tuple[str, ...] | None = self._parts["scopes"]
        return held

    @property
    def workspace_id(self) -> str | None:
        """The workspace it belongs to; None until Attio was asked."""
        return self._text("workspace_id")

    @property
    def workspace_name(self) -> str | None:
        """The workspace's name; None until Attio was asked."""
        return self._text("workspace_name")

    @property
    def workspace_slug(self) -> str | None:
        """The workspace's slug in the app's addresses; None until Attio was asked."""
        return self._text("workspace_slug")

    @property
    def client_id(self) -> str | None:
        """The app that it was issued to; None until Attio was asked."""
        return self._text("client_id")

    @property
    def authorized_by_workspace_member_id(self) -> str | None:
        """The member who let the app in, where Attio says it."""
        return self._text("authorized_by_workspace_member_id")

    def _text(self, name: str) -> str | None:
        text: str | None = self._parts[name]
        return text

    def replace(self, **changes: Any) -> OAuthToken:
        """Return a copy with some parts changed; the names are those of the constructor."""
        own: dict[str, Any] = {"access_token": self._access, "refresh_token": self._refresh, **self._parts}
        return OAuthToken(**{**own, **changes})

    def identified(self, identity: IdentityData) -> OAuthToken:
        """Return a copy that knows its workspace and its scopes."""
        known = {name: getattr(identity, name) for name in _TEXTS}
        told = {name: None if value is None else str(value) for name, value in known.items()}
        return self.replace(scopes=identity.scopes, **told)

    def to_dict(self) -> dict[str, Any]:
        """Return everything as JSON-ready values, the token in plain: to be encrypted, not to be logged."""
        plain: dict[str, Any] = {**self._parts, "scopes": None if self.scopes is None else [*self.scopes]}
        plain["expires_at"] = None if self.expires_at is None else self.expires_at.isoformat()
        return {"access_token": self.access_token, "refresh_token": self.refresh_token, **plain}

    @classmethod
    def from_dict(cls, plain: Mapping[str, Any]) -> OAuthToken:
        """Build the token from what ``to_dict`` returned; raises ArgumentError for anything else."""
        made = _from_plain(plain)
        if made is None:
            raise ArgumentError("plain", tuple(plain), "is not what OAuthToken.to_dict returns")
        return made

    def __setattr__(self, name: str, value: object) -> NoReturn:
        raise AttributeError(f"an OAuthToken does not change: use .replace({name}=...)")

    def __eq__(self, other: object) -> bool:
        if not isinstance(other, OAuthToken):
            return NotImplemented
        mine, theirs = (self._access, self._refresh), (other._access, other._refresh)
        return mine == theirs and self._parts == other._parts

    def __hash__(self) -> int:
        return hash((OAuthToken, self._access))

    def __copy__(self) -> OAuthToken:
        return self

    def __deepcopy__(self, memo: dict[int, object]) -> OAuthToken:
        return self

    def __reduce__(self) -> NoReturn:
        raise TypeError("an OAuthToken cannot be pickled, since a pickle is a file: put it in a token store")

    def __repr__(self) -> str:
        whose = self.workspace_slug or self.workspace_id or "an unknown workspace"
        held = "" if self.scopes is None else f", {len(self.scopes)} scopes"
        return f"<OAuthToken of {whose}{held}>"


def _secret(value: object, argument: str) -> Secret:
    try:
        return settings.key(value)
    except settings.Refusal as refusal:
        problem, fix = refusal.problem, refusal.fix
    raise ArgumentError(argument, Secret("") if isinstance(value, Secret) else value, problem, fix=fix)


def _from_plain(plain: Mapping[str, Any]) -> OAuthToken | None:
    # It raises nothing itself: a traceback that shows locals would show the plain token in this frame.
    try:
        parts = {name: plain.get(name) for name in _PARTS if plain.get(name) is not None}
        texts: dict[str, Any] = {
            name: value for name, value in parts.items() if name not in {"scopes", "expires_at"}
        }
        scopes: Any = parts.get("scopes")
        if not all(isinstance(value, str) for value in texts.values()):
            return None
        if scopes is not None and not (is_list(scopes) and all(isinstance(one, str) for one in scopes)):
            return None
        moment = parts.get("expires_at")
        expires_at = None if moment is None else datetime.fromisoformat(moment).astimezone(UTC)
        return OAuthToken(scopes=scopes, expires_at=expires_at, **texts)
    except (TypeError, ValueError, AttributeError):
        return None
