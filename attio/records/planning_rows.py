"""Rows of a run as they may be given, read into what is to be done (no I/O)."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Literal, NamedTuple

from attio.core.arguments import segment
from attio.core.errors import ArgumentError, ArgumentTypeError
from attio.core.shapes import is_mapping, is_plural
from attio.records.bodies_records import parent_id
from attio.records.row import RowData

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from attio.records.filters import Filter
    from attio.records.planning import Verb

Noun = Literal["record", "entry"]
_ENTRY_KEYS = ("parent_record_id", "parent_object", "entry_values")


class Work(NamedTuple):
    """What a row asks for."""

    values: Mapping[str, Any]
    own_id: str | None = None
    """The record or entry that is changed or deleted."""
    parent: Any = None
    parent_object: str | None = None
    is_saved: bool = False
    """A record with unsaved changes: they are written as `save` writes them."""
    targets: frozenset[str] = frozenset()
    """What tells the record that is written, so that two rows about it keep their order."""

    def named(self, name: str) -> Any:
        """Return what a row has under a name, for `key=`."""
        if name in {"record_id", "entry_id"} and self.own_id is not None:
            return self.own_id
        if name == "parent_record_id" and self.parent is not None:
            return parent_id(self.parent)
        return self.values.get(name)


def read_row(verb: Verb, noun: Noun, row: Any, matching: str | None, object: str | None) -> Work:
    """Read a row; raises ArgumentError naming what is wrong with it."""
    if verb in {"update", "delete"}:
        return _existing(verb, noun, row)
    if noun == "entry":
        return _placed(verb, row)
    values = _values(row, verb)
    if verb != "upsert" or matching is None:
        return Work(values)
    return Work(values, targets=frozenset(_matched(values, matching, object)))


def _values(row: Any, verb: str) -> Mapping[str, Any]:
    if not is_mapping(row):
        raise ArgumentTypeError(
            "rows", row, f"a row of bulk_{verb} must be a mapping of slugs to values", fix='{"name": "Ada"}'
        )
    return row


def _existing(verb: str, noun: Noun, row: Any) -> Work:
    name = f"{noun}_id"
    if isinstance(row, RowData):
        own = segment(row, name)
        changes = row.changes() if verb == "update" else {}
        return Work(changes, own, is_saved=verb == "update", targets=frozenset({own}))
    values: Any = {}
    if is_mapping(row):
        rest = dict(row)
        if name not in rest:
            raise ArgumentError("rows", rest, f"a row of bulk_{verb} names its {name}", fix=f"give {name!r}")
        given, values = rest.pop(name), rest
    elif verb == "update":
        given, values = _pair(row, name)
    else:
        given = row
    own = segment(given, name)
    return Work(_values(values, verb), own, targets=frozenset({own}))


def _pair(row: Any, name: str) -> tuple[Any, Any]:
    if is_plural(row) and len(row) == 2:
        return row[0], row[1]
    shown: object = row
    raise ArgumentTypeError(
        "rows",
        shown,
        "is not a row that says what to change",
        fix=f"give ({name}, values), a mapping with {name!r} among its keys, or a changed record",
    )


def _placed(verb: str, row: Any) -> Work:
    """Read a row that puts a record into a list."""
    if is_mapping(row):
        own: dict[Any, Any] = dict(row)
        odd = [key for key in own if key not in _ENTRY_KEYS]
        if odd or "parent_record_id" not in own:
            raise ArgumentError(
                "rows",
                odd[0] if odd else own,
                f"a row of bulk_{verb} of entries has {', '.join(_ENTRY_KEYS)}",
                fix="give those, or (parent, values)",
            )
        parent, values = own["parent_record_id"], own.get("entry_values")
        parent_object = own.get("parent_object")
    elif is_plural(row):
        (parent, values), parent_object = _pair(row, "parent"), None
    else:
        parent, values, parent_object = row, None, None
    targets = frozenset({parent_id(parent)}) if verb == "upsert" else frozenset[str]()
    checked: Mapping[str, Any] = {} if values is None else _values(values, verb)
    return Work(checked, parent=parent, parent_object=parent_object, targets=targets)


def _matched(values: Mapping[str, Any], matching: str, object: str | None) -> Iterator[str]:
    """Yield what an upsert would match on, in lower case; nothing where the row will be refused anyway."""
    if matching not in values:
        return
    for item in encoded(values[matching], matching, object):
        parts = list(item.values()) if is_mapping(item) else [item]
        yield from (str(part).casefold() for part in parts if part is not None)


def encoded(value: Any, slug: str, object: str | None) -> list[Any]:
    """Return a value as Attio takes it, by the built-in table; empty where it cannot be written at all."""
    from attio.values.write import encode_values

    try:
        return encode_values({slug: value}, object=object)[slug]
    except ArgumentError:
        return []


def equal_to_any(wanted: Mapping[str, list[Any]]) -> Filter | None:
    """Return the filter for records that have one of these values, as they are sent; None where there are none."""
    from attio.records.filter_nodes import any_of
    from attio.records.filters import F

    asked = [
        F(slug).where(_comparable(item)) if is_mapping(item) else F(slug).eq(item)
        for slug, items in wanted.items()
        for item in items
    ]
    return any_of(asked) if asked else None


def _comparable(item: Mapping[str, Any]) -> dict[str, Any]:
    """Return the parts of a value by the names that filters know them by."""
    return {name.removeprefix("original_"): part for name, part in item.items() if part is not None}
