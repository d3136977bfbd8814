"""What a client is set to: constructor over environment over default, checked, frozen."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING, Any, Final, Literal, TypedDict

import msgspec

from attio.core import settings
from attio.core.error_tree import ConfigurationError
from attio.core.hooks import NO_HOOKS, Hooks
from attio.core.seam import provided_key
from attio.core.settings import DEFAULT_BASE_URL
from attio.core.show import listing, nearest, short

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from attio.core.redact import Secret

VERSION: Final = "0.1.0"


class RequestOptions(TypedDict, total=False):
    """Settings of one call, over those of its client.

    ``deadline_s`` bounds the whole call, its attempts and waits included; ``timeout_s`` each phase of an
    attempt. ``extra_body`` is merged into the body, mapping by mapping; ``extra_query`` and ``headers`` are
    added. ``retry_unsafe=True`` says that doing this write twice would be harmless, so it is repeated like a
    read.
    """

    timeout_s: float
    deadline_s: float | None
    max_retries: int
    api_key: str
    headers: Mapping[str, str]
    extra_query: Mapping[str, Any]
    extra_body: Mapping[str, Any]
    retry_unsafe: bool


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
        """Give a copy with some settings changed; the same checks as ``load_config``, no environment.

        None counts as not given, except that ``deadline_s=None`` lifts the deadline. Another key leaves behind what
        renews the present one.
        """
        chosen = _checked({name: value for name, value in changes.items() if _is_given(name, value)})
        if chosen.get("api_key", self.api_key) != self.api_key:
            chosen.setdefault("refresh", None)
        return msgspec.structs.replace(self, **chosen)


ENVIRONMENT: Final[dict[str, tuple[str, ...]]] = {
    "api_key": ("ATTIO_API_KEY", "ATTIO_ACCESS_TOKEN"),
    "base_url": ("ATTIO_BASE_URL",),
    "client_id": ("ATTIO_CLIENT_ID",),
    "client_secret": ("ATTIO_CLIENT_SECRET",),
    "redirect_uri": ("ATTIO_REDIRECT_URI",),
}
CHECKS: Final[dict[str, Callable[[object], Any]]] = {
    "api_key": settings.key,
    "access_token": settings.key,
    "base_url": settings.base_url,
    "timeout_s": settings.seconds,
    "deadline_s": settings.deadline,
    "max_retries": settings.retries,
    "retry_delay_s": settings.delay,
    "numbers": settings.one_of("float", "decimal"),
    "schema": settings.one_of("auto", "off"),
    "api_version": settings.one_of("v2"),
    "logger": settings.logger,
    "proxy": settings.proxy,
    "verify": settings.verify,
    "connection_limits": settings.connection_limits,
    "rate_limiter": settings.rate_limiter,
    "hooks": settings.hooks,
    "refresh": settings.function,
    "client_id": settings.text,
    "client_secret": settings.secret,
    "redirect_uri": settings.text,
}
# What people call the key elsewhere, and which no spelling would lead to.
_MEANT: Final = {
    "token": "api_key",
    "key": "api_key",
    "apikey": "api_key",
    "timeout": "timeout_s",
    "retries": "max_retries",
}


def load_config(
    *,
    transport: Any = None,
    require_key: bool = True,
    environment: Mapping[str, str] | None = None,
    **given: Any,
) -> Config:
    """Build a configuration from what was given, then the environment, then the defaults.

    A setting given as None counts as not given. ``transport`` may bring a key of its own (a workspace on this
    machine). ``require_key=False`` is for what needs only the OAuth settings.
    """
    environ = os.environ if environment is None else environment
    chosen = _checked(
        {name: value for name, value in given.items() if value is not None or name not in CHECKS}
    )
    for name, variables in ENVIRONMENT.items():
        if name in chosen:
            continue
        brought = _brought_key(transport) if name == "api_key" else None
        if brought:
            chosen[name] = checked("transport.attio_api_key", brought, settings.key)
            continue
        variable = next((one for one in variables if environ.get(one)), None)
        if variable is not None:
            chosen[name] = checked(variable, environ[variable], CHECKS[name])
    if require_key and "api_key" not in chosen:
        raise ConfigurationError(
            "no API key: give api_key=... (or access_token=...), or set ATTIO_API_KEY or ATTIO_ACCESS_TOKEN; an"
            " admin of the workspace makes one in its settings",
        )
    return Config(**chosen)


def _is_given(name: str, value: object) -> bool:
    return value is not None or name == "deadline_s" or name not in CHECKS


def _brought_key(transport: Any) -> str | None:
    return getattr(transport, "attio_api_key", None) or provided_key()


def checked(name: str, value: object, check: Callable[[object], Any]) -> Any:
    """Check one setting; the ConfigurationError names it."""
    try:
        return check(value)
    except settings.Refusal as refusal:
        problem, fix = refusal.problem, refusal.fix
    fix = f"; {fix}" if fix else ""
    raise ConfigurationError(f"{name}: {problem} (got {short(value, name)}){fix}")


def _checked(given: Mapping[str, Any]) -> dict[str, Any]:
    for name in given:
        if name not in CHECKS:
            near = _MEANT.get(name) or nearest(name, CHECKS)
            meant = f"did you mean {near!r}? " if near else ""
            known = listing(tuple(CHECKS), len(CHECKS))
            raise ConfigurationError(f"{name}: there is no such setting; {meant}known: {known}")
    chosen = {name: checked(name, value, CHECKS[name]) for name, value in given.items()}
    token = chosen.pop("access_token", None)
    if token is not None and chosen.setdefault("api_key", token) != token:
        raise ConfigurationError(
            "api_key and access_token are the same setting and were given different values"
        )
    return chosen
