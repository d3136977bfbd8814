"""Modes of an upsert: what is left to write once the record is known (no I/O)."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, Final, NamedTuple, cast

from attio.core.errors import ArgumentError
from attio.values.timestamps import read_timestamp
from attio.values.uuids import like_uuid

if TYPE_CHECKING:
    from datetime import datetime

    from attio.records.row import RowData
    from attio.records.shape import ShapeRule
    from attio.values.types import Value

_FOLDED: Final = frozenset({"email_address", "domain", "root_domain", "original_email_address"})
_IGNORED: Final = frozenset({"country_code"})


class Narrowed(NamedTuple):
    """What an upsert comes down to for a record that exists: nothing where `values` is empty."""

    action: str
    """"update" adds to multi-valued attributes, "upsert" overwrites them."""
    values: Mapping[str, Any]


def needs_look_up(mode: str, values: Mapping[str, Any], matching: str | None, rule: ShapeRule) -> bool:
    """Tell whether the record has to be read before it is written.

    `replace` is what Attio's upsert does by itself; so is `append` where nothing but the matching attribute
    may hold several values.
    """
    if mode != "append":
        return mode != "replace"
    return any(
        slug != matching and (not rule.knows(slug) or rule.is_multi(slug, None)) and value is not None
        for slug, value in values.items()
    )


def narrowed(
    mode: str,
    values: Mapping[str, Any],
    sent: Mapping[str, list[Any]],
    record: RowData,
    matching: str | None,
) -> Narrowed:
    """Return what is to be written to a record that exists.

    `values` are the row's, `sent` the same as Attio takes them. append: everything, added. fill_empty: what
    the record has no value for, so never the matching attribute. only_if_changed: what differs; the matching
    attribute differs where it would get a value that it lacks. In doubt a value counts as changed.
    """
    if mode == "fill_empty":
        return Narrowed("update", {slug: values[slug] for slug in sent if _is_empty(slug, record, sent)})
    if mode == "only_if_changed":
        changed = {
            slug: values[slug]
            for slug in sent
            if not _holds(record, slug, sent[slug], adding=slug == matching)
        }
        if changed and matching is not None:
            changed = {matching: values[matching], **changed}
        return Narrowed("upsert", changed)
    return Narrowed("update", values)


def _is_empty(slug: str, record: RowData, sent: Mapping[str, list[Any]]) -> bool:
    if slug not in record.values and like_uuid(slug):
        raise ArgumentError(
            "rows", slug, 'mode="fill_empty" cannot tell what an attribute id stands for', fix="use its slug"
        )
    return bool(sent[slug]) and not record.values.get(slug)


def _holds(record: RowData, slug: str, items: list[Any], *, adding: bool) -> bool:
    left = list(record.values.get(slug, ()))
    if slug not in record.values:
        return False
    for item in items:
        match = next((value for value in left if holds_item(value, item)), None)
        if match is None:
            return False
        left.remove(match)
    return adding or not left


def holds_item(value: Value, item: Any) -> bool:
    """Tell whether a value that was read is what an item that is sent would make it; in doubt it is not."""
    raw = value.raw
    if isinstance(item, Mapping):
        sent = cast("Mapping[str, Any]", item)
        return bool(sent) and all(_same_part(value, raw, name, part, sent) for name, part in sent.items())
    if isinstance(item, bool) or isinstance(raw.get(value.content_key), bool):
        return raw.get(value.content_key) is item
    return _same_scalar(value, raw, item)


def _same_part(value: Value, raw: Mapping[str, Any], name: str, part: Any, sent: Mapping[str, Any]) -> bool:
    if name == "original_phone_number":
        dialled = {raw.get("phone_number"), raw.get("original_phone_number")}
        return _digits(part) in {_digits(one) for one in dialled if one}
    if name in _IGNORED and part is None and "original_phone_number" in sent:
        return True
    if name not in raw:
        return False
    if name in _FOLDED:
        return str(raw[name]).casefold() == str(part).casefold()
    if name in {"option", "status"}:
        return _same_choice(value, part)
    return bool(raw[name] == part)


def _digits(number: Any) -> str:
    return "".join(sign for sign in str(number) if sign.isdigit() or sign == "+")


def _same_scalar(value: Value, raw: Mapping[str, Any], item: Any) -> bool:
    held = raw.get(value.content_key)
    kind = value.attribute_type
    if kind in {"select", "status"}:
        return _same_choice(value, item)
    if kind == "timestamp":
        return _instant(held) is not None and _instant(held) == _instant(item)
    if kind in {"email-address", "domain"}:
        return str(held).casefold() == str(item).casefold()
    if kind == "currency" and isinstance(held, (int, float, str)):
        return str(held) == str(item) or held == item
    return type(held) in {str, int, float} and bool(held == item)


def _same_choice(value: Value, item: Any) -> bool:
    return isinstance(item, str) and item in {getattr(value, "title", None), getattr(value, "id", None)}


def _instant(text: Any) -> datetime | None:
    return read_timestamp(text) if isinstance(text, str) else None
