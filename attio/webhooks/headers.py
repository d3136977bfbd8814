"""Find a header by its name, in any case, in whatever holds headers."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final, cast

from attio.core.errors import ArgumentTypeError

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping
    from typing import TypeAlias

SIGNATURE_HEADERS: Final = ("attio-signature", "x-attio-signature")
"""Names under which Attio sends the signature: today's and the legacy copy; case does not count."""

IDEMPOTENCY_HEADER: Final = "idempotency-key"
"""Name of the header that is the same for every try of one delivery; case does not count."""

if TYPE_CHECKING:
    Text: TypeAlias = str | bytes
    Headers: TypeAlias = Mapping[Any, Any] | Iterable[tuple[Text, Text]]
    """Headers as a mapping or as pairs, of text or bytes: what frameworks, ASGI and `http.server` have."""


def header_values(headers: Headers | None, *names: str) -> list[str]:
    """Return the values of every header with one of these (lower-case) names, in the order they came."""
    return [value for name, value in _pairs(headers) if name in names] if headers is not None else []


def _pairs(headers: Headers) -> Iterable[tuple[str, str]]:
    # A mapping may be case-sensitive, so names are compared here; a werkzeug or http.server one repeats names.
    items: Any = getattr(headers, "items", None)
    if not callable(items) and isinstance(headers, (str, bytes)):
        raise _not_headers(headers)
    try:
        rows = list(cast("Iterable[tuple[Any, Any]]", items() if callable(items) else headers))
        return [(_text(name).lower(), _text(value)) for name, value in rows]
    except (TypeError, ValueError):
        raise _not_headers(headers) from None


def _text(value: object) -> str:
    if isinstance(value, bytes):
        return value.decode("latin-1")
    if isinstance(value, str):
        return value
    if isinstance(value, (list, tuple)):  # header mappings of some frameworks hold lists
        return ",".join(_text(one) for one in cast("Iterable[object]", value))
    raise TypeError


def _not_headers(headers: object) -> ArgumentTypeError:
    return ArgumentTypeError(
        "headers", headers, f"cannot be {type(headers).__name__}", fix="give a mapping or (name, value) pairs"
    )
