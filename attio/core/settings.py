"""Check single settings of clients and calls: each function gives the checked value, or raises a Refusal."""

from __future__ import annotations

import re
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final

from attio.core.hooks import HOOK_NAMES, Hooks
from attio.core.redact import Secret
from attio.core.shapes import is_plural
from attio.core.show import listing

if TYPE_CHECKING:
    from collections.abc import Callable

DEFAULT_BASE_URL: Final = "https://api.attio.com"
MAX_RETRIES: Final = 20
_LOOPBACK: Final = re.compile(r"localhost|127(?:\.\d{1,3}){3}|\[::1\]|[\w-]+\.localhost", re.IGNORECASE)
_URL: Final = re.compile(
    r"(https?)://((?:\[[0-9a-f:.]+\]|[\w.-]+)(?::\d{1,5})?)(/[\w.~!$&'()*+,;=:@%/-]*)?",
    re.IGNORECASE,
)
_NO_TOKEN: Final = re.compile(r"[^\x21-\x7e]")
_PROXY: Final = re.compile(
    r"(?:https?|socks5h?)://(?:[^\s/@]+@)?(?:\[[0-9a-f:.]+\]|[\w.-]+)(?::\d{1,5})?/?",
    re.IGNORECASE,
)
_COROUTINE: Final = 0x80
_LIMITER_VERBS: Final = ("reserve", "hold", "penalize", "bind")


class Refusal(Exception):
    """A setting cannot be that; whoever asked for the check knows its name and says so."""

    def __init__(self, problem: str, fix: str | None = None) -> None:
        super().__init__(problem)
        self.problem = problem
        self.fix = fix


def key(value: object) -> Secret:
    """Check a token: not empty, and nothing in it that could end the header it goes into."""
    text = value.reveal() if isinstance(value, Secret) else value
    if not isinstance(text, str):
        raise Refusal(f"must be a str, not {type(value).__name__}")
    if not text:
        raise Refusal("is empty", "leave it out to use the environment")
    if text.lower().startswith("bearer "):
        raise Refusal("begins with 'Bearer'", "give the bare token")
    if _NO_TOKEN.search(text):
        raise Refusal("holds a space, a line break or another character that no token has", "strip it")
    return value if isinstance(value, Secret) else Secret(text)


def base_url(value: object) -> str:
    """Check an address of the API: https, or http to this machine; no query, no user. Without its last slash."""
    if not isinstance(value, str):
        raise Refusal(f"must be a str, not {type(value).__name__}")
    parts = _URL.fullmatch(value)
    if parts is None:
        raise Refusal("is not an address", f"write it like {DEFAULT_BASE_URL}")
    scheme, place, path = parts[1].lower(), parts[2].lower(), (parts[3] or "").rstrip("/")
    if scheme != "https" and not _LOOPBACK.fullmatch(re.sub(r":\d+$", "", place)):
        raise Refusal("would send the token unencrypted", "use https; http only to localhost")
    if path.endswith("/v2"):
        raise Refusal("ends with /v2, which every path has already", "leave it out")
    if any(step.strip(".") == "" for step in path.split("/")[1:]):
        raise Refusal("has an empty or dotted step in its path")
    return f"{scheme}://{place}{path}"


def seconds(value: object) -> float:
    """Check a time over 0 seconds."""
    checked = _number(value)
    if checked <= 0.0:
        raise Refusal("must be over 0")
    return checked


def delay(value: object) -> float:
    """Check a time of 0 seconds or more."""
    checked = _number(value)
    if checked < 0.0:
        raise Refusal("must be 0 or more")
    return checked


def _number(value: object) -> float:
    if isinstance(value, bool) or not isinstance(value, (int, float)):
        raise Refusal("must be a number of seconds")
    if not -float("inf") < value < float("inf"):
        raise Refusal("must be a finite number of seconds")
    return float(value)


def deadline(value: object) -> float | None:
    """Check a time over 0 seconds, or None for no deadline."""
    return None if value is None else seconds(value)


def retries(value: object) -> int:
    """Check a number of retries, 0 to 20."""
    if isinstance(value, bool) or not isinstance(value, int) or not 0 <= value <= MAX_RETRIES:
        raise Refusal(f"must be an int from 0 to {MAX_RETRIES}")
    return value


def one_of(*allowed: str) -> Callable[[object], Any]:
    """Make the check for one of several words."""

    def check(value: object) -> object:
        if value not in allowed:
            raise Refusal(f"must be {listing(allowed)}")
        return value

    return check


def text(value: object) -> str:
    """Check a text on one line."""
    if not isinstance(value, str) or not value or not value.isprintable():
        raise Refusal("must be a text on one line")
    return value


def secret(value: object) -> Secret:
    """Check a secret text."""
    return value if isinstance(value, Secret) else Secret(text(value))


def proxy(value: object) -> Secret:
    """Check the address of a proxy; it may hold a password, so it is kept as a secret."""
    given = value.reveal() if isinstance(value, Secret) else value
    if not isinstance(given, str) or not _PROXY.fullmatch(given):
        raise Refusal("is not the address of a proxy", "write it like http://localhost:8080")
    return Secret(given)


def verify(value: object) -> object:
    """Check what certificates are checked against: True, False, a path or an SSL context."""
    if isinstance(value, (str, Path)):
        import ssl

        place = Path(value)
        try:
            if place.is_dir():
                return ssl.create_default_context(capath=place)
            return ssl.create_default_context(cafile=place)
        except OSError as failure:
            raise Refusal(f"cannot be read as certificates: {failure}") from None
    if not isinstance(value, bool) and not hasattr(value, "wrap_socket"):
        raise Refusal("must be a bool, an ssl.SSLContext or a path of certificates")
    return value


def connection_limits(value: object) -> object:
    """Check how many connections there may be: a number, or an httpx.Limits."""
    if isinstance(value, int) and not isinstance(value, bool) and value > 0:
        import httpx

        return httpx.Limits(max_connections=value, max_keepalive_connections=value)
    if not hasattr(value, "max_connections"):
        raise Refusal("must be a number of connections or an httpx.Limits")
    return value


def rate_limiter(value: object) -> object:
    """Check a limiter, or the word "off"."""
    if value != "off" and not all(callable(getattr(value, verb, None)) for verb in _LIMITER_VERBS):
        raise Refusal(f"must be a limiter ({', '.join(_LIMITER_VERBS)}) or 'off'")
    return value


def hooks(value: object) -> Hooks:
    """Check hooks, or several of them to be joined."""
    if is_plural(value):
        return Hooks.all(*(hooks(one) for one in value))
    if not isinstance(value, Hooks):
        raise Refusal("must be attio.Hooks(...) or a list of them")
    for name in HOOK_NAMES:
        call = getattr(value, name)
        if call is not None and not callable(call):
            raise Refusal(f"has an {name} that is no function", "give one that takes an event")
        if is_coroutine_function(call):
            raise Refusal(
                f"has an {name} that is a coroutine function", "give a plain one; it would never run"
            )
    return value


def is_coroutine_function(call: object) -> bool:
    """Tell whether calling it gives something to await; without asyncio or inspect, which cost an import."""
    code = getattr(call, "__code__", None)
    return bool(getattr(code, "co_flags", 0) & _COROUTINE)


def logger(value: object) -> object:
    """Check a logger."""
    if not all(callable(getattr(value, verb, None)) for verb in ("debug", "warning")):
        raise Refusal("must be a logging.Logger")
    return value


def function(value: object) -> object:
    """Check something to call."""
    if not callable(value):
        raise Refusal("must be a function")
    return value
