"""What tells a row apart from run to run: a key of its own, or its content (no I/O)."""

from __future__ import annotations

import enum
from collections.abc import Set as AbstractSet
from datetime import date, datetime, time
from decimal import Decimal
from hashlib import blake2b
from typing import TYPE_CHECKING, Any, Final, Protocol, cast
from uuid import UUID

from attio.core.errors import ArgumentError, ArgumentTypeError
from attio.core.shapes import is_mapping
from attio.records.model import Model
from attio.records.row import RowData
from attio.values.plain import Plain
from attio.values.value import Value

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping

    from attio.records.planning_rows import Work

_KEY_LENGTH: Final = 200
_DEEPEST: Final = 100


class _Hash(Protocol):
    def update(self, data: bytes, /) -> None: ...
    def digest(self) -> bytes: ...


def key_text(key: str | Callable[[Any], Any], row: Any, work: Work) -> str:
    """Return the key of a row as text: what `key` names among its values, or what it returns for the row."""
    if callable(key):
        try:
            found = key(row)
        except Exception as error:
            problem = f"key=... raised {type(error).__name__}: {error}"
            raise ArgumentError("key", row, problem) from error
    else:
        found = work.named(key)
    if found is None or found == "":
        what = "returned nothing" if callable(key) else f"names {key!r}, which this row does not have"
        raise ArgumentError("key", row, what, fix="every row needs a key of its own")
    if isinstance(found, (list, tuple)) and len(cast("list[Any]", found)) == 1:
        found = cast("list[Any]", found)[0]
    if isinstance(found, (str, int, UUID)) and not isinstance(found, bool):
        text = str(found)
        if len(text) <= _KEY_LENGTH and text.isprintable():
            return text
    return "#" + content_hash(found).hex()


def content_hash(row: Any) -> bytes:
    """Return 16 bytes that are the same for the same content in every process.

    Raises ArgumentTypeError for what has no content that could be told apart, such as an iterator.
    """
    own = _new()
    _feed(own, row, 0)
    return own.digest()


def _new() -> _Hash:
    return blake2b(digest_size=16)


def _feed(into: _Hash, value: Any, depth: int) -> None:
    if depth > _DEEPEST:
        raise ArgumentError("rows", value, "is nested too deeply", fix="give key=... to know rows by")
    if isinstance(value, enum.Enum):
        value = value.value
    if isinstance(value, (str, UUID)):
        text = str(value).encode("utf-8", "surrogatepass")
        into.update(b"s%d:" % len(text))
        into.update(text)
    elif is_mapping(value):
        _feed_mapping(into, value, depth)
    elif isinstance(value, (list, tuple)):
        _feed_all(into, b"l", cast("Iterable[Any]", value), depth)
    elif isinstance(value, AbstractSet):
        digests = sorted(content_hash(item) for item in cast("Iterable[Any]", value))
        into.update(b"e%d:" % len(digests) + b"".join(digests))
    elif isinstance(value, (datetime, date, time)):
        into.update(b"t" + value.isoformat().encode() + b";")
    elif value is None or isinstance(value, (bool, int, float, Decimal, bytes, bytearray)):
        _feed_scalar(into, value)
    else:
        _feed_object(into, value, depth)


def _feed_scalar(into: _Hash, value: Any) -> None:
    if isinstance(value, int) and not isinstance(value, bool):
        # hex() has no limit on digits, as repr() has
        into.update(b"i" + hex(value).encode() + b";")
    elif isinstance(value, (bytes, bytearray)):
        into.update(b"b%d:" % len(value))
        into.update(bytes(value))
    else:
        into.update(f"{type(value).__name__}={value!r};".encode())


def _feed_mapping(into: _Hash, value: Mapping[Any, Any], depth: int) -> None:
    into.update(b"m%d:" % len(value))
    for key in sorted(value, key=lambda each: (type(each).__name__, str(each))):
        _feed(into, key, depth + 1)
        _feed(into, value[key], depth + 1)


def _feed_all(into: _Hash, tag: bytes, values: Iterable[Any], depth: int) -> None:
    items = list(values)
    into.update(tag + b"%d:" % len(items))
    for item in items:
        _feed(into, item, depth + 1)


def _feed_object(into: _Hash, value: Any, depth: int) -> None:
    """Models and records are known by kind and id; plain values by their fields; typed values by what Attio sent."""
    if isinstance(value, RowData):
        _feed_all(into, b"r", (value.kind, value._own_id(), value.changes()), depth)
    elif isinstance(value, Model):
        _feed_all(into, b"r", (value.kind, getattr(value, "id", None) or value.raw), depth)
    elif isinstance(value, Plain):
        _feed_all(into, b"p", (type(value).__name__, *value._fields()), depth)
    elif isinstance(value, Value):
        _feed_all(into, b"v", (value.raw,), depth)
    else:
        raise ArgumentTypeError(
            "rows",
            value,
            f"{type(value).__name__} has no content that tells rows apart from run to run",
            fix="give key=... to know rows by a field of theirs",
        )
