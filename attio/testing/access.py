"""Tokens of a local workspace: who is asking, with which scopes, at which level."""

from __future__ import annotations

import base64
import binascii
from typing import TYPE_CHECKING, Any, Final, Literal

from attio_openapi.operations import SCOPES

from attio.testing.replies import Refusal, forbidden, unauthorized

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from attio_openapi.operations import Operation

Actor = tuple[str, str | None]
Level = Literal["workspace", "user"]

TOKEN_LENGTH: Final = 64

# Readable on purpose: nobody mistakes these for secrets, and scanners do not either.
FULL_ACCESS_TOKEN: Final = "local-workspace-token-with-full-access-".ljust(TOKEN_LENGTH, "0")
READ_ONLY_TOKEN: Final = "local-workspace-token-that-only-reads-".ljust(TOKEN_LENGTH, "0")
USER_TOKEN: Final = "local-workspace-token-of-one-member-".ljust(TOKEN_LENGTH, "0")
NO_SCOPES_TOKEN: Final = "local-workspace-token-without-scopes-".ljust(TOKEN_LENGTH, "0")
REVOKED_TOKEN: Final = "local-workspace-token-long-since-revoked-".ljust(TOKEN_LENGTH, "0")

FULL_SCOPES: Final = frozenset(scope for scope in SCOPES if scope.endswith(":read-write"))
READ_SCOPES: Final = frozenset(scope for scope in SCOPES if scope.endswith(":read"))
SYSTEM: Final[Actor] = ("system", None)


class Token:
    """One access token. `revoked` may be set at any time; it works from the next request on."""

    __slots__ = (
        "actor",
        "client_id",
        "granted",
        "issued_at_s",
        "level",
        "member_id",
        "revoked",
        "scopes",
        "value",
    )

    def __init__(
        self,
        value: str,
        *,
        scopes: Iterable[str],
        client_id: str,
        level: Level = "workspace",
        kind: Literal["api-token", "app"] = "api-token",
        member_id: str | None = None,
        issued_at_s: int = 0,
    ) -> None:
        self.value = value
        self.scopes = frozenset(scopes)
        # read-write includes read
        self.granted = self.scopes | {scope.removesuffix("-write") for scope in self.scopes}
        self.client_id = client_id
        self.level: Level = level
        self.member_id = member_id
        self.issued_at_s = issued_at_s
        self.revoked = False
        self.actor: Actor = ("workspace-member", member_id) if level == "user" else (kind, client_id)

    def require(self, *scopes: str) -> None:
        """Refuse with 403 unless the token holds every scope.

        Call it from a handler when the scopes depend on the body, as with comments on records or on entries.
        """
        lacking = [scope for scope in scopes if scope not in self.granted]
        if lacking:
            raise forbidden(f"The token lacks the scope(s) this request needs: {', '.join(lacking)}.")


def bearer(headers: Mapping[str, str]) -> str | None:
    """Return the token of the Authorization header (Bearer, or Basic with the token as user name), or None."""
    value = headers.get("authorization")
    if not value:
        return None
    kind, _, rest = value.strip().partition(" ")
    if kind.lower() == "bearer":
        return rest.strip()
    if kind.lower() == "basic":
        try:
            return base64.b64decode(rest.strip(), validate=True).decode().partition(":")[0]
        except (binascii.Error, UnicodeDecodeError):
            return None
    return None


def authenticate(tokens: Mapping[str, Token], headers: Mapping[str, str]) -> Token:
    """Return the token of a request or refuse with the 401 that fits its form."""
    value = bearer(headers)
    if not value:
        raise unauthorized("No API Key was provided: send it in the Authorization header, as Bearer.")
    if len(value) != TOKEN_LENGTH:
        raise unauthorized(
            f"The API Key provided is the wrong length (should be {TOKEN_LENGTH} characters). "
            "It may not have been copied completely."
        )
    token = tokens.get(value)
    if token is None or token.revoked:
        raise unauthorized("The API Key provided could not be found. The usual cause is that it was revoked.")
    return token


def authorise(token: Token, operation: Operation, params: Mapping[str, str]) -> None:
    """Refuse with 403 when the token's level or scopes do not cover the operation."""
    if operation.token_levels and token.level not in operation.token_levels:
        raise forbidden(f"This endpoint takes no {token.level}-level token.")
    token.require(*operation.scopes, *scopes_of_target(operation, params.get("target", "")))


def scopes_of_target(operation: Operation, target: str) -> tuple[str, ...]:
    """Return the scopes that an operation needs besides its own, by what it is about (objects, records ...)."""
    return next((scopes for name, scopes in operation.scopes_by_target if name == target), ())


def introspect(
    tokens: Mapping[str, Token], headers: Mapping[str, str], workspace: Mapping[str, Any]
) -> dict[str, Any]:
    """Answer GET /v2/self: never a 401, only `active` for a token that was well formed once."""
    value = bearer(headers)
    if not value or len(value) != TOKEN_LENGTH:
        message = (
            f"Token was not recognised: it should be {TOKEN_LENGTH} characters in the Authorization header."
        )
        raise Refusal(400, "missing_value", message)
    token = tokens.get(value)
    if token is None or token.revoked:
        return {"active": False}
    return {
        "active": True,
        "scope": " ".join(sorted(token.scopes)),
        "client_id": token.client_id,
        "token_type": "Bearer",
        "exp": None,
        "iat": token.issued_at_s,
        "sub": workspace["id"],
        "aud": token.client_id,
        "iss": "attio.com",
        "token_level": token.level,
        **({"authorized_by_workspace_member_id": token.member_id} if token.member_id else {}),
        "workspace_id": workspace["id"],
        "workspace_name": workspace["name"],
        "workspace_slug": workspace["slug"],
        "workspace_logo_url": workspace["logo_url"],
    }
