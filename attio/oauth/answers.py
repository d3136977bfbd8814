"""Read what the endpoints of a sign-in answer, also when it is nothing they should. No I/O."""

from __future__ import annotations

import math
from datetime import UTC, datetime, timedelta
from typing import TYPE_CHECKING, Any, Final, cast

from attio.core.decoding import decode_json
from attio.core.error_response import error_from_response
from attio.core.error_table import combine
from attio.core.error_tree import ArgumentError, DecodeError, Error
from attio.core.redact import Secret
from attio.core.shapes import is_dict
from attio.oauth.errors import InactiveTokenError, OAuthError
from attio.oauth.token import OAuthToken
from attio.records.members import IdentityData

if TYPE_CHECKING:
    from attio.core.oauth_http import Answer

_CENTURY_S: Final = 3_155_760_000.0
_ADVICE: Final = {
    "invalid_grant": (
        "the code (or the refresh token) was used before, is too old, or was issued for another redirect_uri: send the"
        " user to authorization_url() again"
    ),
    "invalid_client": "client_id and client_secret do not belong together",
    "unauthorized_client": "the app may not do this: look at its settings",
    "unsupported_grant_type": "Attio does not offer this kind of grant; today it issues no refresh tokens",
}


def read_token(answer: Answer, *, now: float, refresh: Secret | None = None) -> OAuthToken:
    """Return the token of an answer; ``refresh`` is kept when the answer brings no other.

    Raises OAuthError (also of the class of its status) for a refusal, DecodeError for an answer that is neither.
    """
    token = _token(answer, now, refresh)
    if token is not None:
        return token
    if answer.status >= 300 or _says_error(answer):
        raise refusal(answer)
    raise _undecodable(answer, "a bearer token was expected")


def read_identity(answer: Answer) -> IdentityData:
    """Return whose token it is; an inactive one is an identity too. Raises for any other answer."""
    if answer.status >= 300:
        raise refusal(answer)
    body = _body(answer)
    if body is None or not ("active" in body or "workspace_id" in body):
        body = None
        raise _undecodable(answer, "an object with the key 'active' was expected")
    return IdentityData(body)


def require_active(identity: IdentityData) -> IdentityData:
    """Return an identity that Attio accepts; InactiveTokenError otherwise."""
    if identity.active and identity.workspace_id:
        return identity
    raise InactiveTokenError(
        "Attio does not accept this token: the user removed the app, or it was never Attio's; let them sign in again"
    )


def refusal(answer: Answer) -> Error:
    """Make the error of a refusal: an OAuthError that is also of the class of its status."""
    status = answer.status
    snapshot = answer.response
    body = _body(answer) or {}
    code = body.get("error") if isinstance(body.get("error"), str) else body.get("code")
    if status < 300:
        said = body.get("error_description") or "Attio refused, in an answer that says OK"
        plain: Error = Error(str(said)[:500], http_status=status, request_id=snapshot.request_id)
        kinds: tuple[type[Error], ...] = (OAuthError,)
    else:
        plain = error_from_response(
            None, snapshot, answer.attempts, method=answer.asked.method, path=answer.path
        )
        kinds = (OAuthError, *(getattr(type(plain), "_parts", None) or (type(plain),)))
    error = cast("OAuthError", combine(*kinds)(""))
    error.__dict__.update(plain.__dict__)
    error.method, error.path, error.operation = answer.asked.method, answer.path, answer.asked.operation
    error.args = (error.message,)
    if isinstance(code, str) and code:
        error.code = code[:100]
        advice = _ADVICE.get(code)
        error.hints = (*error.hints, advice) if advice else error.hints
    return error


def _body(answer: Answer) -> dict[str, Any] | None:
    # Answers with None instead of raising: the plain token is in this frame.
    try:
        body = decode_json(answer.content.reveal().encode())
    except (ValueError, RecursionError):
        return None
    return body if is_dict(body) else None


def _says_error(answer: Answer) -> bool:
    return "error" in (_body(answer) or {})


def _token(answer: Answer, now: float, refresh: Secret | None) -> OAuthToken | None:
    body = (None if answer.status >= 300 else _body(answer)) or {}
    kind = body.get("token_type", "Bearer")
    texts = [body.get("access_token"), body.get("refresh_token") or ""]
    if not isinstance(kind, str) or kind.lower() != "bearer":
        return None
    if "error" in body or not all(isinstance(text, str) for text in texts):
        return None
    said: Any = body.get("scope")
    try:
        return OAuthToken(
            Secret(str(texts[0])),
            refresh_token=Secret(str(texts[1])) if texts[1] else refresh,
            expires_at=_expires_at(body.get("expires_in"), now),
            scopes=said.split() if isinstance(said, str) else None,
        )
    except ArgumentError:
        return None


def _expires_at(seconds: object, now: float) -> datetime | None:
    if isinstance(seconds, str) and seconds.isascii() and seconds.isdigit():
        seconds = float(seconds)
    if isinstance(seconds, bool) or not isinstance(seconds, (int, float)) or not math.isfinite(seconds):
        return None
    return datetime.fromtimestamp(now, UTC) + timedelta(seconds=min(max(0.0, seconds), _CENTURY_S))


def _undecodable(answer: Answer, problem: str) -> DecodeError:
    # What it begins with is not shown, unlike elsewhere: it may be half a token.
    return DecodeError(
        f"the answer is not what the sign-in promises: {problem}; it has {len(answer.content.reveal())} characters",
        http_status=answer.status,
        request_id=answer.response.request_id,
        response=answer.response,
        method=answer.asked.method,
        path=answer.path,
        operation=answer.asked.operation,
        attempts=answer.attempts,
    )
