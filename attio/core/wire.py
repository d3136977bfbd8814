"""Bodies and addresses as they go over the wire."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import TYPE_CHECKING, Any, Final
from urllib.parse import parse_qsl, quote, unquote, urlsplit

import httpx
import msgspec

from attio.core.error_tree import ArgumentError, ArgumentTypeError
from attio.core.shapes import is_mapping, is_plural
from attio.core.show import short

if TYPE_CHECKING:
    from collections.abc import Mapping

METHODS: Final = ("GET", "POST", "PUT", "PATCH", "DELETE", "HEAD", "OPTIONS")
_UNSAFE: Final = re.compile(r"[\x00-\x20\x7f\\]")


def _plain(value: Any) -> Any:
    # msgspec knows the exact types of JSON only: ids and slugs here are subclasses of str.
    for kind in (str, bool, int, float):
        if isinstance(value, kind):
            return kind(value)
    if is_mapping(value):
        return dict(value)
    to_dict = getattr(value, "to_dict", None)
    if callable(to_dict):
        return to_dict()
    raise TypeError(f"{type(value).__name__} has no form in JSON: {short(value)}")


_encoder: Final = msgspec.json.Encoder(enc_hook=_plain, decimal_format="number")


def encode_json(body: object, argument: str = "body") -> bytes:
    """Encode a body; what JSON cannot say is refused here, naming it."""
    try:
        return _encoder.encode(body)
    except (TypeError, OverflowError, msgspec.MsgspecError) as failure:
        raise ArgumentTypeError(argument, body, f"cannot be sent as JSON: {failure}") from None
    except (RecursionError, UnicodeEncodeError) as failure:
        raise ArgumentError(argument, body, f"cannot be sent as JSON: {type(failure).__name__}") from None


def merged(body: object, extra: Mapping[str, Any]) -> object:
    """Give a body with more members, merged mapping by mapping; the extra ones win."""
    if body is None:
        return dict(extra)
    if not is_mapping(body):
        raise ArgumentError("options.extra_body", extra, "needs a body that is a mapping to be merged into")
    result: dict[str, Any] = dict(body)
    for key, value in extra.items():
        known = result.get(key)
        result[key] = merged(known, value) if is_mapping(known) and is_mapping(value) else value
    return result


def _query_text(value: object) -> str:
    return "true" if value is True else "false" if value is False else str(value)


def encode_query(query: Mapping[str, Any]) -> str:
    """Encode a query: booleans in lower case, None left out, a list as a repeated name."""
    pairs: list[str] = []
    for name, value in query.items():
        if value is None:
            continue
        several = value if is_plural(value) else [value]
        pairs += [f"{quote(name, safe='')}={quote(_query_text(one), safe='')}" for one in several]
    return "&".join(pairs)


@lru_cache(maxsize=512)
def parsed_url(text: str) -> httpx.URL:
    """Parse an address. Kept: parsing costs as much as the rest of building a request, and routes repeat."""
    return httpx.URL(text)


def checked_method(method: object) -> str:
    """Check the method of a raw request."""
    if not isinstance(method, str):
        raise ArgumentTypeError("method", method, "must be a str", fix="give 'GET', 'POST', ...")
    if method.upper() not in METHODS:
        raise ArgumentError("method", method, "is not a method of HTTP", allowed=METHODS)
    return method.upper()


def split_path(path: object, base_url: str) -> tuple[str, dict[str, Any]]:
    """Check the path of a raw request and take its query off; it may be a full address of the client's own host."""
    if not isinstance(path, str):
        raise ArgumentTypeError("path", path, "must be a str", fix="give a path such as '/v2/objects'")
    if not path or _UNSAFE.search(path):
        raise ArgumentError("path", path, "is empty or holds a space, a backslash or a control character")
    rest = path
    if "://" in path or path.startswith("//"):
        rest = path.removeprefix(base_url)
        if rest == path or not rest.startswith("/"):
            raise ArgumentError(
                "path", path, "leads to another host, where the token must not go", fix="give a path only"
            )
    parts = urlsplit(rest if rest.startswith("/") else f"/{rest}")
    for step in parts.path.split("/"):
        if step and unquote(step).strip(".") == "":
            raise ArgumentError("path", path, "has a step of dots, which would leave its route")
    query: dict[str, Any] = {}
    for name, value in parse_qsl(parts.query, keep_blank_values=True):
        query.setdefault(name, []).append(value)
    return quote(parts.path, safe="/%:@!$&'()*+,;=~-._"), query
