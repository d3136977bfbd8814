"""Errors by HTTP status."""

from __future__ import annotations

from attio.core.error_tree import ClientError, ServerError

__all__ = [
    "AuthenticationError",
    "BadGatewayError",
    "BadRequestError",
    "ConflictError",
    "ForbiddenError",
    "InternalServerError",
    "InvalidRequestError",
    "NotFoundError",
    "PayloadTooLargeError",
    "RateLimitError",
    "RedirectError",
    "ScopeError",
    "ServiceUnavailableError",
    "UnprocessableEntityError",
]


class BadRequestError(ClientError):
    """The request breaks a rule of the API (400); ``.errors`` and ``.param`` name the fields where Attio says which."""


InvalidRequestError = BadRequestError


class AuthenticationError(ClientError):
    """The token is missing, malformed, unknown or revoked (401, and 400 on ``/v2/self``)."""


class ForbiddenError(ClientError):
    """The token, the plan or a quota does not allow this (403)."""

    needed_scopes: tuple[str, ...] = ()
    held_scopes: tuple[str, ...] | None = None
    """The scopes of the token; None until ``whoami()`` has told them."""


class ScopeError(ForbiddenError):
    """The token lacks a scope (403): ``.needed_scopes``, ``.held_scopes`` and ``.missing_scopes`` say which."""

    @property
    def missing_scopes(self) -> tuple[str, ...]:
        """The needed scopes that the token does not hold; all needed ones when what it holds is not known."""
        return missing_scopes(self.needed_scopes, self.held_scopes)


def missing_scopes(needed: tuple[str, ...], held: tuple[str, ...] | None) -> tuple[str, ...]:
    """Give the needed scopes that are not held; ``x:read-write`` includes ``x:read``."""
    owned = set(held or ())
    return tuple(
        scope
        for scope in needed
        if scope not in owned and not (scope.endswith(":read") and f"{scope}-write" in owned)
    )


class NotFoundError(ClientError, LookupError):
    """There is no such object, record, list, ... or route, or the token may not see it (404)."""


class ConflictError(ClientError):
    """The request contradicts the present state (409)."""


class PayloadTooLargeError(ClientError):
    """The body is larger than Attio takes (413)."""


class UnprocessableEntityError(ClientError):
    """The body was understood but not accepted (422)."""


class RateLimitError(ClientError):
    """A limit of the workspace was passed, and the retries were used up (429); the request was not processed."""

    retry_after_s: float | None = None
    """Seconds until Attio takes requests again; None when it did not say."""

    @property
    def retry_after(self) -> float | None:
        """The same as ``retry_after_s``."""
        return self.retry_after_s


class RedirectError(ClientError):
    """An API call was answered with a redirect that is not followed, since the token would leave with it (3xx)."""

    location: str | None = None
    """Where it pointed, without its query."""


class InternalServerError(ServerError):
    """Attio failed (500)."""


class BadGatewayError(ServerError):
    """What stands before Attio got no proper answer from it (502)."""


class ServiceUnavailableError(ServerError):
    """Attio is not available (503)."""
