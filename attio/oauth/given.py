"""Take a code or a token in any of the forms that people have it in. No I/O."""

from __future__ import annotations

from attio.core import settings
from attio.core.error_tree import ArgumentError, ArgumentTypeError
from attio.core.redact import Secret
from attio.oauth.callback import Callback
from attio.oauth.token import OAuthToken


def code_of(given: object) -> tuple[Secret, str | None]:
    """Return a code and, where it is known, the state it came with."""
    if isinstance(given, Callback):
        return given.code, given.state
    return _secret(given, "code", "give the code, or what parse_callback returned"), None


def token_of(given: object, argument: str) -> OAuthToken:
    """Return a token, made of a bare one where need be; a bare refresh token is both of its parts."""
    if isinstance(given, OAuthToken):
        return given
    secret = _secret(given, argument, "give the token as text, or an OAuthToken")
    return OAuthToken(secret, refresh_token=secret if argument == "refresh_token" else None)


def _secret(given: object, argument: str, fix: str) -> Secret:
    if not isinstance(given, (str, Secret)):
        # Never shown: whatever it is, there may be a token in it.
        hidden = Secret("")
        raise ArgumentTypeError(argument, hidden, f"cannot be {type(given).__name__}", fix=fix)
    try:
        return settings.key(given)
    except settings.Refusal as refusal:
        problem = refusal.problem
    raise ArgumentError(argument, Secret(""), problem, fix=fix)
