"""Show a value in a message: short, and never a secret."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any, Final

from attio.core.shapes import is_container, is_dict

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

LIMIT: Final = 80
_LISTED: Final = 12
_SECRET_WORDS: Final = re.compile(
    r"api_?key|access_?key|token|secret|password|authorization|signature|proxy",
    re.IGNORECASE,
)


def sounds_secret(name: str) -> bool:
    """Tell whether a value of this name must not be shown."""
    return _SECRET_WORDS.search(name) is not None


def short(value: object, argument: str = "") -> str:
    """Give a repr of at most 80 characters; a text or bytes is hidden when its argument's name sounds secret."""
    from attio.core.redact import HIDDEN, redact_text

    if isinstance(value, (str, bytes)):
        if value and sounds_secret(argument):
            return HIDDEN
        text = repr(value[: LIMIT + 1])
    elif is_container(value):
        text = _container(value, depth=2)
    elif isinstance(value, int):
        # repr of a huge int is quadratic, and a ValueError past 4300 digits.
        text = repr(value) if -(10**LIMIT) < value < 10**LIMIT else f"an int of {value.bit_length()} bits"
    else:
        text = _repr(value)
    text = redact_text(text)
    return text if len(text) <= LIMIT else text[: LIMIT - 3] + "..."


def _repr(value: object) -> str:
    try:
        return repr(value)
    except Exception:  # noqa: BLE001 - a broken repr of a caller's object must not hide our message
        return f"<{type(value).__name__}>"


def _container(value: Any, depth: int) -> str:
    # repr() of a whole body could be megabytes; only its beginning is shown.
    if depth == 0:
        return f"{type(value).__name__} of {len(value)}"
    if is_dict(value):
        shown = [
            f"{_item(key, depth)}: {_item(item, depth, str(key))}" for key, item in _head(value.items(), 3)
        ]
        return "{" + ", ".join(shown) + (", ..." if len(value) > 3 else "") + "}"
    shown = [_item(item, depth) for item in _head(value, 3)]
    return f"{type(value).__name__}([{', '.join(shown)}{', ...' if len(value) > 3 else ''}])"


def _item(item: object, depth: int, name: str = "") -> str:
    return _container(item, depth - 1) if is_container(item) else short(item, name)


def _head(items: Iterable[Any], count: int) -> list[Any]:
    from itertools import islice

    return list(islice(items, count))


def listing(allowed: Sequence[str], limit: int = _LISTED) -> str:
    """Give the allowed values as one line, at most a dozen of them."""
    shown = ", ".join(repr(one) for one in allowed[:limit])
    return shown if len(allowed) <= limit else f"{shown} and {len(allowed) - limit} more"


def nearest(value: object, allowed: Iterable[str]) -> str | None:
    """Give the allowed value most like what was given, ignoring case; None when nothing is near."""
    import difflib

    by_lower: dict[str, str] = {}
    for one in allowed:
        by_lower.setdefault(one.lower(), one)
    found = difflib.get_close_matches(str(value)[:LIMIT].lower(), list(by_lower), n=1, cutoff=0.6)
    return by_lower[found[0]] if found else None
