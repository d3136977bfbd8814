# Derived from attio/_async by scripts/unasync: edit there.
"""What a bulk run does with the entries of a list."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from attio_openapi.api.entries import (
    create_entry,
    delete_entry,
    replace_entry,
    update_entry,
    upsert_entry,
)

from attio.records.bodies_records import object_of, parent_id
from attio.records.data import EntryData
from attio.records.planning_steps import Prepared

from .bulk_records import row_told

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from datetime import datetime

    from attio.core.client import Reply
    from attio.core.config import RequestOptions
    from attio.records.planning_rows import Work
    from attio.records.planning_steps import Prepare
    from attio.records.row import RowData
    from attio.records.shape import ShapeRule

    from .bound_entries import BoundEntries

_ENTRIES_LOOKED_AT = 20


class EntryTarget:
    """The entries of one list, as a bulk run sees them."""

    def __init__(self, entries: BoundEntries[Any]) -> None:
        self._entries = entries
        self._client = entries._client
        self.place = entries._place

    def _bulk_rule(self, options: RequestOptions | None) -> ShapeRule:
        from attio.records.shape import default_rule

        schema = self._client.schemas.known(*self.place, options)
        return default_rule(None) if schema is None else schema.shape()

    def _bulk_prepare(self, step: Prepare, work: Work, options: RequestOptions | None) -> Prepared:
        place = self.place[1]
        if step.action == "delete":
            return Prepared(delete_entry.build_request(place, step.own_id or ""), {})
        if step.action == "update":
            body = self._entries._changed(step.values, options)
            request = update_entry.build_request(place, step.own_id or "", body=body)
        elif step.action == "replace":
            body = self._entries._changed(step.values, options)
            request = replace_entry.build_request(place, step.own_id or "", body=body)
        else:
            creating = step.action == "create"
            body = self._entries._added(
                work.parent, work.parent_object, step.values, options, creating=creating
            )
            build = create_entry.build_request if creating else upsert_entry.build_request
            request = build(place, body=body)
        return Prepared(request, body["data"]["entry_values"])

    def _bulk_find(
        self,
        wanted: Mapping[str, list[Any]],  # noqa: ARG002
        work: Work,
        options: RequestOptions | None,
    ) -> Sequence[RowData]:
        """Return the entries of the record that a row puts into the list."""
        from attio.records.filters import F

        held = work.parent_object or object_of(work.parent)
        held = held or self._client.schemas.parent_object(self.place[1], options)
        asked = F.parent(held, "record_id").eq(parent_id(work.parent))
        return self._entries.list(filter=asked, limit=_ENTRIES_LOOKED_AT, options=options)

    def _bulk_unique(
        self,
        values: Mapping[str, Any],  # noqa: ARG002
        options: RequestOptions | None,  # noqa: ARG002
    ) -> Mapping[str, list[Any]]:
        """Return nothing: no attribute of a list is unique, and a record may be in it several times."""
        return {}

    def _bulk_answer(self, reply: Reply) -> tuple[str, datetime | None]:
        return row_told(reply, EntryData)
