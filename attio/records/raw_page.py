"""Cut a page into rows, each with bytes of its own.

`msgspec.Raw` is a view that keeps the whole page alive (5 MB for 500 companies). Copying each row's bytes up
front costs a tenth of the parse and lets one kept record cost its own 10 kB.
"""

from __future__ import annotations

import json
import re
from typing import TYPE_CHECKING, Any, cast

import msgspec

from attio.core.decoding import decode_json
from attio.values.read import read_values

from .shape import AMBIGUOUS_TYPES

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from attio.values.value import Value

    from .shape import ShapeRule


class _Page(msgspec.Struct):
    data: list[msgspec.Raw] | None = None


class _One(msgspec.Struct):
    data: msgspec.Raw


class RowHead(msgspec.Struct):
    """A row taken apart once: its envelope decoded, its values still JSON.

    The values of one attribute are replaced in place by what they decode to.
    """

    id: Any = None
    created_at: Any = None
    web_url: Any = None
    parent_object: Any = None
    parent_record_id: Any = None
    values: dict[str, msgspec.Raw] | None = None
    entry_values: dict[str, msgspec.Raw] | None = None


_decode_page = msgspec.json.Decoder(_Page).decode
_decode_one = msgspec.json.Decoder(_One).decode
_decode_head = msgspec.json.Decoder(RowHead).decode


def split_page(body: bytes) -> list[bytes]:
    """Cut `{"data": [row, ...]}` into the bytes of its rows; raises ValueError when the body is not JSON."""
    try:
        return [bytes(row) for row in _decode_page(body).data or ()]
    except (msgspec.MsgspecError, UnicodeDecodeError):
        data = _data(decode_json(body))
        rows = cast("Sequence[Any]", data if isinstance(data, list) else [data] if data else [])
        return [to_bytes(row) for row in rows]


def split_one(body: bytes) -> bytes:
    """Cut the row out of `{"data": row}`; raises ValueError when the body is not JSON."""
    try:
        return bytes(_decode_one(body).data)
    except (msgspec.MsgspecError, UnicodeDecodeError):
        return to_bytes(_data(decode_json(body)))


def _data(body: Any) -> Any:
    return cast("dict[str, Any]", body).get("data") if isinstance(body, dict) else None


def to_bytes(row: Any) -> bytes:
    """Encode a row as JSON."""
    # The standard library: what msgspec refuses (half a surrogate pair) is one reason to be here.
    return json.dumps(row, separators=(",", ":")).encode()


def read_head(row: bytes, values_key: str) -> tuple[RowHead, dict[str, Any]]:
    """Take a row apart into its envelope and its values by slug; odd shapes read as empty, never fail."""
    try:
        head = _decode_head(row)
    except (msgspec.MsgspecError, UnicodeDecodeError):
        return _odd_head(row, values_key)
    values = head.values if values_key == "values" else head.entry_values
    return head, cast("dict[str, Any]", values if values is not None else {})


def _odd_head(row: bytes, values_key: str) -> tuple[RowHead, dict[str, Any]]:
    found = decode_json(row)
    fields = cast("dict[str, Any]", found if isinstance(found, dict) else {})
    head = RowHead(**{name: fields.get(name) for name in _ENVELOPE})
    values = fields.get(values_key)
    return head, dict(cast("dict[str, Any]", values)) if isinstance(values, dict) else {}


_ENVELOPE = ("id", "created_at", "web_url", "parent_object", "parent_record_id")

_AMBIGUOUS = re.compile(rb'"attribute_type"\s*:\s*"(?:' + "|".join(sorted(AMBIGUOUS_TYPES)).encode() + rb')"')


def ambiguous_slugs(values: Iterable[Mapping[str, Any]], rule: ShapeRule) -> set[str]:
    """Name the attributes on a page that only the schema can shape.

    Those are selects, record references and actor references that the rule does not know, and attributes that
    are empty in every row: they may be such, and None and an empty list are not the same. `values` are the
    undecoded values of each row by slug. Text that merely quotes JSON does not count: its quotes are escaped.
    """
    found: set[str] = set()
    plain: set[str] = set()
    empty: set[str] = set()
    for row in values:
        for slug in rule.unknown(row):
            if slug in plain or slug in found:
                continue
            kind = _first_type(row[slug])
            if kind:
                found.add(slug)
            elif kind is None:
                empty.add(slug)
            else:
                plain.add(slug)
    return found | (empty - plain)


def _first_type(raw: Any) -> bool | None:
    """Tell whether values are of an ambiguous type; None when there are none to tell by."""
    if isinstance(raw, msgspec.Raw):
        data = bytes(raw)
        return None if len(data) <= 2 or data == b"null" else _AMBIGUOUS.search(data) is not None
    decoded = cast("tuple[Value, ...]", raw if isinstance(raw, tuple) else read_values(raw))
    kinds = {value.attribute_type for value in decoded}
    return bool(kinds & AMBIGUOUS_TYPES) if kinds else None
