"""Check the options of one call."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any, Final, cast

from attio.core.config import (
    RequestOptions,
    checked_deadline,
    checked_key,
    checked_retries,
    checked_timeout,
)
from attio.core.error_tree import ArgumentError, ArgumentTypeError, ConfigurationError
from attio.core.show import listing, nearest

if TYPE_CHECKING:
    from collections.abc import Mapping

KNOWN: Final = tuple(RequestOptions.__annotations__)
NONE: Final[RequestOptions] = {}

_TOKEN: Final = re.compile(r"[!#$%&'*+.^_`|~0-9A-Za-z-]+")
_OURS: Final = {
    "authorization": "give api_key=... instead",
    "host": "give base_url=... instead",
    "content-length": "it follows from the body",
    "transfer-encoding": "it follows from the body",
    "connection": "the pool decides that",
}


def _flag(value: object, name: str) -> bool:
    if not isinstance(value, bool):
        raise ArgumentTypeError(f"options.{name}", value, "must be True or False")
    return value


def _mapping(value: object, name: str) -> dict[str, Any]:
    from collections.abc import Mapping as MappingType

    if not isinstance(value, MappingType):
        raise ArgumentTypeError(f"options.{name}", value, "must be a mapping")
    given = dict(cast("Mapping[object, Any]", value))
    for key in given:
        if not isinstance(key, str):
            raise ArgumentTypeError(f"options.{name}", key, "has a name that is not a str")
    return cast("dict[str, Any]", given)


def checked_headers(value: object, name: str) -> dict[str, str]:
    """Check headers: names that are names, values on one line, none that this library must set itself."""
    given = _mapping(value, name)
    for header, content in given.items():
        where = f"options.{name}[{header[:40]!r}]"
        if not _TOKEN.fullmatch(header):
            raise ArgumentError(where, header, "is not the name of a header")
        reason = _OURS.get(header.lower())
        if reason is not None:
            raise ArgumentError(where, header, "cannot be set here", fix=reason)
        if not isinstance(content, str):
            raise ArgumentTypeError(where, content, "must be a str")
        if not content.isprintable() or not content.isascii():
            raise ArgumentError(
                where, header, "has a value with a line break or a character headers cannot carry"
            )
    return given


_CHECKS: Final[dict[str, Any]] = {
    "timeout_s": checked_timeout,
    "deadline_s": checked_deadline,
    "max_retries": checked_retries,
    "api_key": checked_key,
    "headers": checked_headers,
    "extra_query": _mapping,
    "extra_body": _mapping,
    "retry_unsafe": _flag,
}


def checked_options(options: object) -> dict[str, Any]:
    """Give the options of a call, each checked; an unknown one is refused with its near match."""
    given = options if isinstance(options, dict) else _mapping(options, "")
    checked: dict[str, Any] = {}
    for name, value in cast("dict[str, Any]", given).items():
        check = _CHECKS.get(name)
        if check is None:
            near = nearest(name, KNOWN)
            meant = f"did you mean {near!r}? " if near else ""
            raise ArgumentError(
                f"options[{str(name)[:40]!r}]",
                value,
                "is not an option of a call",
                fix=f"{meant}known: {listing(KNOWN)}",
            )
        if value is None and name != "deadline_s":
            continue
        try:
            checked[name] = check(value, name)
        except ConfigurationError as refusal:
            problem = refusal.message.removeprefix(f"{name}: ")
            raise ArgumentError(f"options.{name}", value, problem) from None
    return checked
