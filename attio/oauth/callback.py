"""What the browser brings back, and what must not pass for it. No I/O."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final, NoReturn
from urllib.parse import parse_qs, urlsplit

from attio.core.error_tree import ArgumentTypeError
from attio.core.redact import Secret
from attio.core.shapes import is_mapping, is_plural
from attio.core.show import short
from attio.oauth.authorization import check_state
from attio.oauth.errors import AuthorizationDeniedError, OAuthError, RedirectMismatchError

if TYPE_CHECKING:
    from collections.abc import Mapping
    from urllib.parse import SplitResult

_LIMIT: Final = 16_384
_PARAMETERS: Final = ("code", "state", "error", "error_description")
_PORTS: Final = {"http": 80, "https": 443}


class Callback:
    """A callback that was checked: the code, to be exchanged once, and the state it came with."""

    __slots__ = ("code", "state")

    def __init__(self, code: Secret, state: str | None) -> None:
        self.code = code
        self.state = state

    def __repr__(self) -> str:
        return f"<Callback code={self.code!r}>"

    def __reduce__(self) -> NoReturn:
        raise TypeError("a Callback cannot be pickled: exchange its code where it came in")


def read_callback(given: str | Mapping[str, Any], redirect_uri: str, state: str) -> Callback:
    """Check a callback and return its code.

    ``given`` is the whole address, its path and query, or its parameters as a mapping. The order matters: where
    it came to, then its state, and only then what it says.
    """
    parameters = _parameters(given, redirect_uri)
    check_state(state, parameters.get("state"))
    if "error" in parameters:
        raise _denied(parameters)
    code = parameters.get("code")
    if not code:
        raise RedirectMismatchError("the callback carries neither a code nor an error")
    return Callback(Secret(code), parameters["state"])


def _parameters(given: object, redirect_uri: str) -> dict[str, str]:
    if is_mapping(given):
        return _single({str(name): value for name, value in given.items()})
    # Frameworks have address classes of their own that are no str, and all of them print as the address.
    text = given if isinstance(given, str) else str(given) if hasattr(given, "query") else None
    if text is None:
        raise ArgumentTypeError(
            "callback",
            Secret(""),
            f"cannot be {type(given).__name__}",
            fix="give the address or its parameters",
        )
    if len(text) > _LIMIT or not text.isprintable() or "\\" in text or " " in text:
        raise RedirectMismatchError("the callback is no address: too long, or with characters that none has")
    try:
        parts = urlsplit(text)
        asked = parse_qs(parts.query, keep_blank_values=True, max_num_fields=64)
        fits = _fits(parts, urlsplit(redirect_uri))
    except ValueError:
        fits, asked = None, {}
    if fits is None:
        raise RedirectMismatchError("the callback is no address, or has too many parameters")
    if fits:
        raise RedirectMismatchError(
            f"the callback came to another {fits} than the redirect_uri {short(redirect_uri)}; behind a proxy that"
            " changes the address, give path and query only"
        )
    return _single(asked)


def _fits(parts: SplitResult, registered: SplitResult) -> str:
    """Return what differs between where a callback came to and where it should; "" when nothing does."""
    if parts.scheme or parts.netloc:
        if parts.username is not None or parts.password is not None:
            return "host"
        if parts.scheme != registered.scheme or parts.hostname != registered.hostname:
            return "host"
        if (parts.port or _PORTS[parts.scheme]) != (registered.port or _PORTS[parts.scheme]):
            return "port"
    # An empty path and "/" are the same place.
    return "" if (parts.path or "/") == (registered.path or "/") else "path"


def _single(asked: Mapping[str, Any]) -> dict[str, str]:
    found: dict[str, str] = {}
    for name in _PARAMETERS:
        value = asked.get(name)
        several: list[Any] = [] if value is None else [*value] if is_plural(value) else [value]
        if len(several) > 1:
            raise RedirectMismatchError(f"the callback carries {name!r} more than once")
        if several and not isinstance(several[0], str):
            raise RedirectMismatchError(f"the callback's {name!r} is no text")
        if several:
            found[name] = several[0]
    return found


def _denied(parameters: Mapping[str, str]) -> OAuthError:
    code = parameters["error"]
    said = parameters.get("error_description")
    kind = AuthorizationDeniedError if code == "access_denied" else OAuthError
    text = "the user did not let the app in" if code == "access_denied" else "Attio ended the sign-in"
    return kind(f"{text}: {short(said)}" if said else text, code=short(code).strip("'\""))
