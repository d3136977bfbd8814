"""What a client is set to: constructor over environment over default, checked, frozen."""

from __future__ import annotations

import os
import re
from typing import TYPE_CHECKING, Any, Final, Literal, TypedDict, cast

import msgspec

from attio.core.error_tree import ConfigurationError
from attio.core.hooks import HOOK_NAMES, NO_HOOKS, Hooks
from attio.core.redact import Secret, redact_text
from attio.core.seam import provided_key
from attio.core.show import listing, nearest, short

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence

VERSION: Final = "0.1.0"
DEFAULT_BASE_URL: Final = "https://api.attio.com"
MAX_RETRIES: Final = 20
_LOOPBACK: Final = re.compile(r"localhost|127(?:\.\d{1,3}){3}|\[::1\]|[\w-]+\.localhost", re.IGNORECASE)
_URL: Final = re.compile(
    r"(https?)://((?:\[[0-9a-f:.]+\]|[\w.-]+)(?::\d{1,5})?)(/[\w.~!$&'()*+,;=:@%/-]*)?", re.IGNORECASE
)
_UNSAFE: Final = re.compile(r"[^\x21-\x7e]")


class RequestOptions(TypedDict, total=False):
    """Settings of one call, over those of its client.

    ``deadline_s`` bounds the whole call, its attempts and waits included; ``timeout_s`` each phase of an attempt.
    ``extra_body`` is merged into the body, mapping by mapping; ``extra_query`` and ``headers`` are added.
    ``retry_unsafe=True`` says that doing this write twice would be harmless, so it is repeated like a read.
    """

    timeout_s: float
    deadline_s: float | None
    max_retries: int
    api_key: str
    headers: Mapping[str, str]
    extra_query: Mapping[str, Any]
    extra_body: Mapping[str, Any]
    retry_unsafe: bool


class ClientOptions(TypedDict, total=False):
    """Settings of a client, as its constructor and ``with_options`` take them."""

    api_key: str | Secret
    access_token: str | Secret
    base_url: str
    api_version: Literal["v2"]
    timeout_s: float
    deadline_s: float | None
    max_retries: int
    retry_delay_s: float
    numbers: Literal["float", "decimal"]
    schema: Literal["auto", "off"]
    logger: Any
    proxy: str
    verify: Any
    connection_limits: Any
    rate_limiter: Any
    hooks: Hooks | Sequence[Hooks]
    refresh: Callable[[], Any]
    client_id: str
    client_secret: str | Secret
    redirect_uri: str


class Config(msgspec.Struct, frozen=True, kw_only=True, eq=False):
    """The settings of a client; made by ``load_config``. Secrets are ``Secret``, so no repr or pickle shows them."""

    api_key: Secret | None = None
    base_url: str = DEFAULT_BASE_URL
    timeout_s: float = 30.0
    deadline_s: float | None = None
    max_retries: int = 3
    retry_delay_s: float = 1.0
    numbers: Literal["float", "decimal"] = "float"
    schema: Literal["auto", "off"] = "auto"
    api_version: Literal["v2"] = "v2"
    logger: Any = None
    proxy: Secret | None = None
    verify: Any = True
    connection_limits: Any = None
    rate_limiter: Any = None
    hooks: Hooks = NO_HOOKS
    refresh: Any = None
    client_id: str | None = None
    client_secret: Secret | None = None
    redirect_uri: str | None = None

    def __repr__(self) -> str:
        shown = {name: getattr(self, name) for name in ("base_url", "timeout_s", "deadline_s", "max_retries")}
        inner = ", ".join(f"{name}={value!r}" for name, value in shown.items())
        return f"Config(api_key={self.api_key!r}, {inner})"

    def replace(self, **changes: Any) -> Config:
        """Give a copy with some settings changed; the same checks as ``load_config``, no environment."""
        return msgspec.structs.replace(self, **_checked(changes))


ENVIRONMENT: Final[dict[str, tuple[str, ...]]] = {
    "api_key": ("ATTIO_API_KEY", "ATTIO_ACCESS_TOKEN"),
    "base_url": ("ATTIO_BASE_URL",),
    "client_id": ("ATTIO_CLIENT_ID",),
    "client_secret": ("ATTIO_CLIENT_SECRET",),
    "redirect_uri": ("ATTIO_REDIRECT_URI",),
}
_ALIASES: Final = ("access_token",)


def load_config(
    *,
    transport: Any = None,
    require_key: bool = True,
    environment: Mapping[str, str] | None = None,
    **given: Any,
) -> Config:
    """Build a configuration from what was given, then the environment, then the defaults.

    A setting given as None counts as not given, except ``deadline_s``. ``transport`` may bring a key of its own (a
    workspace on this machine). ``require_key=False`` is for what needs only the OAuth settings.
    """
    environ = os.environ if environment is None else environment
    settings = _checked({name: value for name, value in given.items() if value is not None})
    for name, variables in ENVIRONMENT.items():
        if name in settings:
            continue
        if name == "api_key":
            brought = getattr(transport, "attio_api_key", None) or provided_key()
            if brought:
                settings[name] = checked_key(brought, "transport.attio_api_key")
                continue
        for variable in variables:
            value = environ.get(variable)
            if value:
                settings[name] = _CHECKS[name](value, variable)
                break
    if require_key and "api_key" not in settings:
        raise ConfigurationError(
            "no API key: give api_key=... (or access_token=...), or set ATTIO_API_KEY or ATTIO_ACCESS_TOKEN; an admin"
            " makes one in Attio under Workspace settings > Developers",
        )
    return Config(**settings)


def _checked(given: Mapping[str, Any]) -> dict[str, Any]:
    settings: dict[str, Any] = {}
    for name, value in given.items():
        if name in _ALIASES:
            continue
        check = _CHECKS.get(name)
        if check is None:
            known = [*_CHECKS, *_ALIASES]
            near = "api_key" if name in {"token", "key", "apikey"} else nearest(name, known)
            meant = f"; did you mean {near!r}?" if near else ""
            raise ConfigurationError(f"{name}: there is no such setting{meant} known: {listing(known, 40)}")
        settings[name] = check(value, name)
    alias = given.get("access_token")
    if alias is not None:
        key = checked_key(alias, "access_token")
        if settings.get("api_key", key) != key:
            raise ConfigurationError(
                "api_key and access_token are the same setting and were given different values"
            )
        settings["api_key"] = key
    return settings


def checked_key(value: object, name: str) -> Secret:
    """Check a token: not empty, and nothing in it that could end the header it goes into."""
    text = value.reveal() if isinstance(value, Secret) else value
    if not isinstance(text, str):
        raise ConfigurationError(f"{name}: must be a str, not {type(value).__name__}")
    if not text:
        raise ConfigurationError(f"{name}: is empty; leave it out to use the environment")
    if text.lower().startswith("bearer "):
        raise ConfigurationError(f"{name}: give the bare token, without 'Bearer'")
    if _UNSAFE.search(text):
        raise ConfigurationError(
            f"{name}: holds a space, a line break or another character no token has; strip it"
        )
    return value if isinstance(value, Secret) else Secret(text)


def checked_base_url(value: object, name: str = "base_url") -> str:
    """Check an address of the API: https, or http to this machine; no query, no user. Without its last slash."""
    if not isinstance(value, str):
        raise ConfigurationError(f"{name}: must be a str, not {type(value).__name__}")
    parts = _URL.fullmatch(value)
    shown = redact_text(value[:120])
    if parts is None:
        raise ConfigurationError(f"{name}: {shown!r} is not an address such as {DEFAULT_BASE_URL}")
    host = re.sub(r":\d+$", "", parts[2])
    if parts[1].lower() != "https" and not _LOOPBACK.fullmatch(host):
        raise ConfigurationError(
            f"{name}: {shown!r} would send the token unencrypted; use https (http only to localhost)"
        )
    path = (parts[3] or "").rstrip("/")
    if path.endswith("/v2"):
        raise ConfigurationError(f"{name}: leave out /v2, every path has it already (got {shown!r})")
    if any(step.strip(".") == "" for step in path.split("/")[1:]):
        raise ConfigurationError(f"{name}: {shown!r} has an empty or dotted step in its path")
    return f"{parts[1].lower()}://{parts[2].lower()}{path}"


def _number(name: str, value: object, *, least: float, exclusive: bool = False) -> float:
    if isinstance(value, bool) or not isinstance(value, (int, float)):
        raise ConfigurationError(f"{name}: must be a number of seconds, not {short(value)}")
    if not least <= value < float("inf") or (exclusive and value == least):
        raise ConfigurationError(
            f"{name}: must be {'over' if exclusive else 'at least'} {least:g}, not {value!r}"
        )
    return float(value)


def checked_timeout(value: object, name: str) -> float:
    """Check a time that must be over 0 seconds."""
    return _number(name, value, least=0.0, exclusive=True)


def checked_deadline(value: object, name: str) -> float | None:
    """Check a time over 0 seconds, or None for no deadline."""
    return None if value is None else checked_timeout(value, name)


def checked_retries(value: object, name: str) -> int:
    """Check a number of retries, 0 to 20."""
    if isinstance(value, bool) or not isinstance(value, int) or not 0 <= value <= MAX_RETRIES:
        raise ConfigurationError(f"{name}: must be an int from 0 to {MAX_RETRIES}, not {short(value)}")
    return value


def _retry_delay(value: object, name: str) -> float:
    return _number(name, value, least=0.0)


def _one_of(*allowed: str) -> Any:
    def check(value: object, name: str) -> object:
        if value not in allowed:
            raise ConfigurationError(f"{name}: must be {listing(allowed)}, not {short(value)}")
        return value

    return check


def _text(value: object, name: str) -> str:
    if not isinstance(value, str) or not value or "\n" in value or "\r" in value:
        raise ConfigurationError(f"{name}: must be a text on one line, not {short(value, name)}")
    return value


def _secret(value: object, name: str) -> Secret:
    return value if isinstance(value, Secret) else Secret(_text(value, name))


def _proxy(value: object, name: str) -> Secret:
    text = value.reveal() if isinstance(value, Secret) else value
    if not isinstance(text, str) or not re.fullmatch(r"(?:https?|socks5h?)://\S+", text):
        raise ConfigurationError(f"{name}: must be an address such as 'http://localhost:8080'")
    return Secret(text)


def _verify(value: object, name: str) -> object:
    if isinstance(value, str):
        import ssl

        try:
            return ssl.create_default_context(
                cafile=None if os.path.isdir(value) else value, capath=value if os.path.isdir(value) else None
            )
        except (OSError, ssl.SSLError) as failure:
            raise ConfigurationError(f"{name}: cannot read certificates from {value!r}: {failure}") from None
    if (
        not isinstance(value, bool)
        and type(value).__name__ != "SSLContext"
        and not hasattr(value, "wrap_socket")
    ):
        raise ConfigurationError(
            f"{name}: must be a bool, an ssl.SSLContext or a path of certificates, not {short(value)}"
        )
    return value


def _connection_limits(value: object, name: str) -> object:
    if isinstance(value, int) and not isinstance(value, bool) and value > 0:
        import httpx

        return httpx.Limits(max_connections=value, max_keepalive_connections=value)
    if not hasattr(value, "max_connections"):
        raise ConfigurationError(
            f"{name}: must be a number of connections or an httpx.Limits, not {short(value)}"
        )
    return value


def _limiter(value: object, name: str) -> object:
    if value != "off" and not all(
        callable(getattr(value, verb, None)) for verb in ("reserve", "hold", "penalize", "bind")
    ):
        raise ConfigurationError(
            f"{name}: must be a limiter (reserve, hold, penalize, bind) or 'off', not {short(value)}"
        )
    return value


def _hooks(value: object, name: str) -> Hooks:
    if isinstance(value, (list, tuple)):
        return Hooks.all(*(_hooks(one, name) for one in cast("list[object]", value)))
    if not isinstance(value, Hooks):
        raise ConfigurationError(f"{name}: must be attio.Hooks(...) or a list of them, not {short(value)}")
    for hook in HOOK_NAMES:
        call = getattr(value, hook)
        if call is not None and not callable(call):
            raise ConfigurationError(
                f"{name}.{hook}: must be a function that takes an event, not {short(call)}"
            )
        if getattr(getattr(call, "__code__", None), "co_flags", 0) & 0x80:
            raise ConfigurationError(f"{name}.{hook}: must be a plain function; a coroutine would never run")
    return value


def _logger(value: object, name: str) -> object:
    if not all(callable(getattr(value, verb, None)) for verb in ("debug", "warning")):
        raise ConfigurationError(f"{name}: must be a logging.Logger, not {short(value)}")
    return value


def _refresh(value: object, name: str) -> object:
    if not callable(value):
        raise ConfigurationError(f"{name}: must be a function that returns a new token, not {short(value)}")
    return value


_CHECKS: Final[dict[str, Any]] = {
    "api_key": checked_key,
    "base_url": checked_base_url,
    "timeout_s": checked_timeout,
    "deadline_s": checked_deadline,
    "max_retries": checked_retries,
    "retry_delay_s": _retry_delay,
    "numbers": _one_of("float", "decimal"),
    "schema": _one_of("auto", "off"),
    "api_version": _one_of("v2"),
    "logger": _logger,
    "proxy": _proxy,
    "verify": _verify,
    "connection_limits": _connection_limits,
    "rate_limiter": _limiter,
    "hooks": _hooks,
    "refresh": _refresh,
    "client_id": _text,
    "client_secret": _secret,
    "redirect_uri": _text,
}
