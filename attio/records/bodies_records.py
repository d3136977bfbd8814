"""Request bodies of records and entries, from plain Python (no I/O)."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, cast

from attio.core.arguments import integer, segment, sequence, text
from attio.core.errors import ArgumentError, ArgumentTypeError
from attio.records.envelope import data_of
from attio.values.plain import RecordRef
from attio.values.refusals import NotInSchemaError

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence
    from uuid import UUID

    from attio.core.client import Reply
    from attio.core.errors import APITimeoutError
    from attio.records.data import RecordData
    from attio.records.filters import FilterInput
    from attio.records.members import WorkspaceMemberData
    from attio.records.paging import PageQuery
    from attio.records.schema import Schema
    from attio.records.sorts import SortsInput
    from attio.records.structure import ObjectData, ViewData

SEARCH_TEXT_MAX = 256
SEARCH_LIMIT_MAX = 25
HISTORY_MAX = 400
_POLL_FIRST_S, _POLL_MAX_S = 0.1, 2.0


class RecordQuery:
    """What a query asks for besides the page: filter or saved view, and sorts, checked once."""

    __slots__ = ("filter", "sorts", "view")

    def __init__(
        self,
        filter: FilterInput | None,
        sorts: SortsInput | None,
        view: ViewData | str | UUID | None = None,
        *,
        of: str | None = None,
        entries: bool = False,
        schema: Schema | None = None,
    ) -> None:
        if filter is not None and view is not None:
            raise ArgumentError(
                "filter_view_id",
                view,
                "a query has a filter or a saved view, not both",
                fix="leave one of them out",
            )
        self.view = None if view is None else segment(view, "filter_view_id")
        types = _types(None if entries else of, schema)
        self.filter = None if filter is None else _filter_json(filter, of, types)
        self.sorts = None if sorts is None else _sorts_json(sorts, types)

    def body(self, at: PageQuery) -> dict[str, Any]:
        """Return the body that asks for one page; the page may narrow the filter and set the sorts."""
        found = {
            "filter": at.filter if at.filter is not None else self.filter,
            "filter_view_id": self.view,
            "sorts": at.sorts if at.sorts is not None else self.sorts,
            "limit": at.limit,
            "offset": at.offset,
        }
        return {key: value for key, value in found.items() if value is not None}


def _filter_json(filter: FilterInput, of: str | None, types: Mapping[str, str] | None) -> dict[str, Any]:
    from attio.records.filter_compile import compile_filter

    # Types hold for ever, but a slug that a schema lacks may be newer than the schema: Attio knows.
    return compile_filter(filter, types, of=of)


def _sorts_json(sorts: SortsInput, types: Mapping[str, str] | None) -> list[dict[str, Any]]:
    from attio.records.sorts import compile_sorts

    return compile_sorts(sorts, types)


def _types(of: str | None, schema: Schema | None) -> Mapping[str, str] | None:
    """Return attribute types for a filter: of the schema, else of the built-in table, else none."""
    if schema is not None:
        return schema.types()
    from attio.values.standard import standard_object

    found = standard_object(of) if of else None
    return None if found is None else {row.slug: row.type for row in found.attributes()}


def values_body(
    values: Mapping[str, Any],
    object: str | None = None,
    schema: Schema | None = None,
    *,
    creating: bool = False,
    matching: str | None = None,
) -> dict[str, Any]:
    """Return `{"data": {"values": ...}}` in Attio's shape; raises ArgumentError for what cannot be written."""
    from attio.values.write import encode_values

    if matching is not None and hasattr(values, "keys"):
        _check_matching(values, matching, schema)
    encoded = encode_values(values, object=object, schema=schema, creating=creating)
    return {"data": {"values": encoded}}


def settled(values: Mapping[str, Any]) -> Mapping[str, Any]:
    """Return values that can be gone through twice: iterators as lists. What is no mapping passes as it is."""
    if not hasattr(values, "keys") or not any(hasattr(values[key].__class__, "__next__") for key in values):
        return values
    return {
        key: list(value) if hasattr(value.__class__, "__next__") else value for key, value in values.items()
    }


def _check_matching(values: Mapping[str, Any], matching: str, schema: Schema | None) -> None:
    own = None if schema is None else schema.find(matching)
    if schema is not None and own is None:
        raise NotInSchemaError(
            "matching", matching, f"{schema.name} has no such attribute", allowed=[row.slug for row in schema]
        )
    if own is not None and not own.is_unique:
        unique = [row.slug for row in schema or () if row.is_unique]
        raise ArgumentError(
            "matching", matching, "the attribute is not unique, so it identifies no record", allowed=unique
        )
    names = {matching} if own is None else {own.slug, own.id}
    if not names & set(values):
        raise ArgumentError(
            "matching",
            matching,
            "the values hold nothing to match on",
            fix=f"give values[{matching!r}], or match on an attribute that is given",
        )


def entry_body(
    parent: RecordData | RecordRef | str | UUID,
    parent_object: str,
    values: Mapping[str, Any] | None,
    schema: Schema | None = None,
    *,
    creating: bool = False,
) -> dict[str, Any]:
    """Return the body that creates or upserts an entry."""
    from attio.values.write import encode_values

    return {
        "data": {
            "parent_record_id": parent_id(parent),
            "parent_object": segment(parent_object, "parent_object"),
            "entry_values": encode_values({} if values is None else values, schema=schema, creating=creating),
        }
    }


def entry_values_body(values: Mapping[str, Any], schema: Schema | None = None) -> dict[str, Any]:
    """Return the body that changes an entry."""
    from attio.values.write import encode_values

    return {"data": {"entry_values": encode_values(values, schema=schema, creating=False)}}


def parent_id(parent: RecordData | RecordRef | str | UUID) -> str:
    """Return the id of the record that an entry is to stand for."""
    return segment(parent.record_id if isinstance(parent, RecordRef) else parent, "parent", kind="id")


def object_of(parent: RecordData | RecordRef | str | UUID) -> str | None:
    """Return the object that a record or a reference is of; None where only an id is given."""
    found = getattr(parent, "object", None)
    return found or None if isinstance(found, str) else None


def search_body(
    query: str,
    objects: Iterable[ObjectData | str] | str,
    request_as: WorkspaceMemberData | str | Mapping[str, Any] | None,
    limit: int | None,
) -> dict[str, Any]:
    """Return the body of a search."""
    asked = text(query, "query", empty=True, longest=SEARCH_TEXT_MAX)
    size = None if limit is None else integer(limit, "limit", least=1, most=SEARCH_LIMIT_MAX)
    named = [objects] if isinstance(objects, str) else sequence(objects, "objects")
    slugs = [segment(getattr(row, "api_slug", row), "objects") for row in named]
    if not slugs:
        raise ArgumentError("objects", objects, "a search needs at least one object to search in")
    body: dict[str, Any] = {"query": asked, "objects": slugs, "request_as": _asker(request_as)}
    return body if size is None else {**body, "limit": size}


def _asker(who: WorkspaceMemberData | str | Mapping[str, Any] | None) -> dict[str, Any]:
    if who is None or who == "workspace":
        return {"type": "workspace"}
    if isinstance(who, dict):
        return dict(who)
    if isinstance(who, str) and "@" in who:
        return {"type": "workspace-member", "email_address": who}
    return {"type": "workspace-member", "workspace_member_id": segment(who, "request_as")}


def merge_body(primary: RecordData | str | UUID, secondary: RecordData | str | UUID) -> dict[str, Any]:
    """Return the body of a merge; a record cannot be merged with itself."""
    one, other = segment(primary, "primary", kind="id"), segment(secondary, "secondary", kind="id")
    if one == other:
        raise ArgumentError("secondary", other, "a record cannot be merged with itself")
    return {"data": {"primary_record_id": one, "secondary_record_id": other}}


def merged_ref(object: str, reply: Reply) -> RecordRef:
    """Return a reference to what a merge makes; raises DecodeError when the answer does not say."""
    data = data_of(reply)
    new = cast("dict[str, Any]", data).get("new_record_id") if isinstance(data, dict) else None
    if not isinstance(new, str):
        raise reply.decode_error("the id of the merged record is missing")
    return RecordRef(object, new)


def poll_delays(timeout_s: float) -> Iterator[float]:
    """Yield how long to wait between looks, growing, until their sum reaches the timeout."""
    waited_s, delay_s = 0.0, _POLL_FIRST_S
    while waited_s < timeout_s:
        yield delay_s
        waited_s += delay_s
        delay_s = min(delay_s * 2, _POLL_MAX_S)


def merge_timeout(merged: RecordRef, timeout_s: float) -> APITimeoutError:
    """Return the error for a merge that has not finished in time; the merge itself goes on."""
    from attio.core.errors import APITimeoutError

    return APITimeoutError(
        f"the merge into {merged.object} {merged.record_id} was accepted but is not readable after "
        f"{timeout_s:g} s; it goes on, so get that record later"
    )


def history_body(values: Sequence[Mapping[str, Any]]) -> dict[str, Any]:
    """Return the body that replaces a history: 1 to 400 values with the times that they held."""
    rows = sequence(values, "values")
    if not 1 <= len(rows) <= HISTORY_MAX:
        raise ArgumentError("values", f"{len(rows)} values", f"a history has 1 to {HISTORY_MAX} values")
    return {
        "data": {
            "values": [_history_row(index, row) for index, row in enumerate(rows)],
            "replace_history": True,
        }
    }


def _history_row(index: int, row: Mapping[str, Any]) -> dict[str, Any]:
    from attio.records.bodies import moment_text, plain

    where = f"values[{index}]"
    if not isinstance(row, dict) or "value" not in row or "active_from" not in row:
        raise ArgumentTypeError(
            where, row, "needs value and active_from", fix='{"value": ..., "active_from": datetime, ...}'
        )
    return {
        "value": plain(row["value"]),
        "active_from": moment_text(f"{where}.active_from", row["active_from"]),
        "active_until": moment_text(f"{where}.active_until", row.get("active_until")),
    }
