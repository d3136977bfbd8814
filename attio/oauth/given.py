"""Take a code or a token in any of the forms that people have it in. No I/O."""

from __future__ import annotations

from attio.core import settings
from attio.core.error_tree import ArgumentError, ArgumentTypeError
from attio.core.redact import Secret
from attio.oauth.callback import Callback
from attio.oauth.token import OAuthToken


def hidden(given: str | Secret | None) -> Secret | None:
    """Return a secret that nothing shows, what is no text as it is.

    Whoever takes a secret as an argument replaces it with this at once: a traceback may show what a frame holds.
    """
    return Secret(given) if isinstance(given, str) else given


def callback_of(given: object) -> Callback:
    """Return a callback, made of a bare code where need be; then the state is not known."""
    if isinstance(given, Callback):
        return given
    return Callback(_secret(given, "code", "give the code, or what parse_callback returned"), None)


def verifier_of(given: object) -> Secret | None:
    """Return a proof of key."""
    return (
        None if given is None else _secret(given, "code_verifier", "give the .code_verifier of the address")
    )


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
