"""The flows of a sign-in, step by step: generators that a session of core.oauth_http runs. No I/O."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from attio.core.error_status import missing_scopes
from attio.core.error_tree import Error
from attio.core.oauth_http import Outgoing
from attio.core.show import listing
from attio.oauth.answers import read_identity, read_token, require_active
from attio.oauth.errors import MissingScopeError, OAuthError, RefreshUnavailableError, UnidentifiedTokenError

if TYPE_CHECKING:
    from collections.abc import Generator
    from typing import TypeAlias, TypeVar

    from attio.core.oauth_http import Answer
    from attio.core.redact import Secret
    from attio.oauth.app import OAuthApp
    from attio.oauth.scopes import Scope
    from attio.oauth.token import OAuthToken
    from attio.records.members import IdentityData

    T = TypeVar("T")
    Steps: TypeAlias = Generator[Outgoing, Answer, T]

_NOT_THERE: Final = frozenset({404, 405, 410, 501})


def exchange_steps(
    app: OAuthApp,
    code: Secret,
    *,
    scope: tuple[Scope, ...],
    code_verifier: Secret | None,
    now: float,
) -> Steps[OAuthToken]:
    """Exchange a code for a token, ask whose it is, and compare its scopes with those that were asked for."""
    form: tuple[tuple[str, str | Secret], ...] = (
        ("grant_type", "authorization_code"),
        ("code", code),
        ("client_id", app.client_id),
        ("client_secret", app.client_secret),
        ("redirect_uri", app.redirect_uri),
    )
    if code_verifier is not None:
        form = (*form, ("code_verifier", code_verifier))
    try:
        answer = yield _token_request(app, form)
    except Error as failure:
        if failure.maybe_sent:
            advice = "the code may be used up by now: send the user to authorization_url() again"
            failure.hints = (*failure.hints, advice)
        raise
    token = read_token(answer, now=now)
    try:
        known = yield from identify_steps(app, token)
    except OAuthError as failure:
        failure.token = token
        raise
    except Error as failure:
        raise _unidentified(token, failure) from failure
    return _with_scope(known, scope)


def refresh_steps(app: OAuthApp, known: OAuthToken, *, now: float) -> Steps[OAuthToken]:
    """Renew a token with its refresh token; what was known of it stays known."""
    refresh = known.refresh_secret
    if refresh is None:
        raise RefreshUnavailableError(
            "this token came without a refresh token: Attio issues none, since its tokens do not expire; one that"
            " stopped working was revoked, so send the user to authorization_url() again"
        )
    answer = yield _token_request(
        app,
        (
            ("grant_type", "refresh_token"),
            ("refresh_token", refresh),
            ("client_id", app.client_id),
            ("client_secret", app.client_secret),
        ),
    )
    fresh = read_token(answer, now=now, refresh=refresh)
    scopes = known.scopes if fresh.scopes is None else fresh.scopes
    return known.replace(
        access_token=fresh.secret,
        refresh_token=fresh.refresh_secret,
        expires_at=fresh.expires_at,
        scopes=scopes,
    )


def whoami_steps(app: OAuthApp, token: Secret) -> Steps[IdentityData]:
    """Ask whose token it is."""
    answer = yield _self_request(app, token)
    return read_identity(answer)


def identify_steps(app: OAuthApp, token: OAuthToken) -> Steps[OAuthToken]:
    """Ask whose token it is, and return the token with its workspace and scopes."""
    identity = yield from whoami_steps(app, token.secret)
    return token.identified(require_active(identity))


def introspect_steps(app: OAuthApp, token: Secret) -> Steps[IdentityData]:
    """Ask the introspection endpoint about a token; where there is none, the API, which tells the same."""
    answer = yield Outgoing(
        operation="oauth.introspect",
        method="POST",
        url=f"{app.app_url}/oauth/introspect",
        form=(("token", token),),
        bearer=token,
        repeatable=True,
    )
    if answer.status in _NOT_THERE:
        return (yield from whoami_steps(app, token))
    return read_identity(answer)


def _token_request(app: OAuthApp, form: tuple[tuple[str, str | Secret], ...]) -> Outgoing:
    return Outgoing(operation="oauth.token", method="POST", url=f"{app.app_url}/oauth/token", form=form)


def _self_request(app: OAuthApp, token: Secret) -> Outgoing:
    return Outgoing(operation="get_self", method="GET", url=app.self_url, bearer=token, repeatable=True)


def _unidentified(token: OAuthToken, failure: Error) -> UnidentifiedTokenError:
    error = UnidentifiedTokenError(
        f"a token was issued, but Attio could not be asked whose it is: {failure}; it is in .token of this error, so"
        " oauth.identify(error.token) can be tried again"
    )
    error.token = token
    return error


def _with_scope(token: OAuthToken, scope: tuple[Scope, ...]) -> OAuthToken:
    held = token.scopes or ()
    lacking = missing_scopes(tuple(scope), held)
    if not lacking:
        return token
    error = MissingScopeError(
        f"the token lacks {listing(tuple(str(one) for one in lacking))}: Attio takes scopes from the app's settings"
        " (build.attio.com), so set them there and let the user sign in again; the token is in .token of this error"
    )
    error.needed_scopes, error.held_scopes, error.token = tuple(scope), held, token
    raise error
