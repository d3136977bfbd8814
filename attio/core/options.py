"""Check the options of one call."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any, Final

from attio.core import settings
from attio.core.config import RequestOptions
from attio.core.error_tree import ArgumentError, ArgumentTypeError
from attio.core.shapes import is_dict, is_mapping
from attio.core.show import listing, nearest

if TYPE_CHECKING:
    from collections.abc import Callable

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


def _flag(value: object) -> bool:
    if not isinstance(value, bool):
        raise settings.Refusal("must be True or False")
    return value


def _members(value: object) -> dict[str, Any]:
    if not is_mapping(value):
        raise settings.Refusal("must be a mapping")
    for name in value:
        if not isinstance(name, str):
            raise settings.Refusal("has a name that is not a str")
    return dict(value)


def _headers(value: object) -> dict[str, str]:
    given = _members(value)
    for name, content in given.items():
        shown = repr(name[:40])
        if not _TOKEN.fullmatch(name):
            raise settings.Refusal(f"has the name {shown}, which no header can have")
        reason = _OURS.get(name.lower())
        if reason is not None:
            raise settings.Refusal(f"cannot set {shown}", reason)
        if not isinstance(content, str):
            raise settings.Refusal(f"has a value of {shown} that is not a str")
        if not content.isprintable() or not content.isascii():
            raise settings.Refusal(
                f"has a line break or another character in {shown} that headers cannot carry"
            )
    return given


_CHECKS: Final[dict[str, Callable[[object], Any]]] = {
    "timeout_s": settings.seconds,
    "deadline_s": settings.deadline,
    "max_retries": settings.retries,
    "api_key": settings.key,
    "headers": _headers,
    "extra_query": _members,
    "extra_body": _members,
    "retry_unsafe": _flag,
}


def checked_options(options: object) -> dict[str, Any]:
    """Give the options of a call, each checked; an unknown one is refused with its near match."""
    if not is_dict(options):
        if not is_mapping(options):
            raise ArgumentTypeError("options", options, "must be a mapping", fix=f"known: {listing(KNOWN)}")
        options = dict(options)
    checked: dict[str, Any] = {}
    for name, value in options.items():
        check = _CHECKS.get(name)
        if check is None:
            near = nearest(name, KNOWN)
            meant = f"did you mean {near!r}? " if near else ""
            where = f"options[{str(name)[:40]!r}]"
            raise ArgumentError(
                where, value, "is not an option of a call", fix=f"{meant}known: {listing(KNOWN)}"
            )
        if value is None and name != "deadline_s":
            continue
        try:
            checked[name] = check(value)
        except settings.Refusal as refusal:
            # A header may be a secret whatever its name is.
            got = tuple(value) if name == "headers" and is_mapping(value) else value
            raise ArgumentError(f"options.{name}", got, refusal.problem, fix=refusal.fix) from None
    return checked
