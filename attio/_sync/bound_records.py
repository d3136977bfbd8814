# Derived from attio/_async by scripts/unasync: edit there.
"""Records of one object: where all record operations are carried out."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Literal, TypeVar, overload

from attio_openapi.api.records import (
    create_record,
    delete_record,
    get_record,
    list_record_entries,
    list_record_values,
    list_records,
    merge_records,
    replace_record,
    update_record,
    upsert_record,
    write_record_values,
)

from attio.core.arguments import flag, number, segment
from attio.core.errors import MergeInProgressError
from attio.records.bodies_records import (
    RecordQuery,
    history_body,
    merge_body,
    merge_timeout,
    merged_ref,
    poll_delays,
    values_body,
)
from attio.records.results import RecordEntryData

from .listing import Listing
from .many_records import ManyRecords
from .row_answers import row_in, rows_in, values_in, values_page

if TYPE_CHECKING:
    import builtins
    from collections.abc import Mapping, Sequence
    from uuid import UUID

    from attio_openapi import Request

    from attio.core.client import Reply
    from attio.core.config import RequestOptions
    from attio.records.data import RecordData
    from attio.records.filters import FilterInput
    from attio.records.paging import PageQuery
    from attio.records.schema import Schema
    from attio.records.sorts import SortsInput
    from attio.records.structure import AttributeData, ViewData
    from attio.values.types import RecordRef, Value

    from .client import Attio
    from .listing import Page, Rows
    from .models.records import Record

RecordT = TypeVar("RecordT", bound="Record")


class BoundRecords(ManyRecords[RecordT]):
    """Records of one object: `client.people`, `client.object("projects")`, `client.object(Project)`."""

    __slots__ = ("_kind", "object")

    def __init__(self, client: Attio, object: str, kind: type[RecordT]) -> None:
        super().__init__(client)
        self.object = segment(object, "object")
        self._kind = kind

    def __repr__(self) -> str:
        return f"<{type(self).__name__} of {self.object!r}>"

    @property
    def _place(self) -> tuple[str, str]:
        return ("objects", self.object)

    def _read(self, request: Request, options: RequestOptions | None) -> RecordT:
        reply = self._send(request, options)
        return row_in(reply, self._kind, self._place, self._client, options)

    def _query(
        self,
        filter: FilterInput | None,
        sorts: SortsInput | None,
        filter_view_id: ViewData | str | UUID | None,
        options: RequestOptions | None,
    ) -> Listing[RecordT]:
        schema = self._client.schemas.known(*self._place, options)
        query = RecordQuery(filter, sorts, filter_view_id, of=self.object, schema=schema)

        def decode(reply: Reply) -> tuple[builtins.list[RecordT], str | None]:
            return rows_in(reply, self._kind, self._place, self._client, options), None

        def build(at: PageQuery) -> Request:
            return list_records.build_request(self.object, body=query.body(at))

        return Listing(self._client, "list_records", build, decode, options, query=query)

    def schema(self, *, refresh: bool = False, options: RequestOptions | None = None) -> Schema:
        """Return the attributes of the object with their options and statuses.

        Kept for five minutes and dropped when this client changes an attribute; callers at the same time share
        one load. Costs one request, and one for each select and status attribute, the first time. While a
        schema is loaded, writes are checked against it before they are sent.
        Scope: object_configuration:read.
        """
        return self._client.schemas.load(*self._place, options, refresh=refresh)

    def list(
        self,
        *,
        filter: FilterInput | None = None,
        sorts: SortsInput | None = None,
        filter_view_id: ViewData | str | UUID | None = None,
        limit: int | None = None,
        offset: int | None = None,
        options: RequestOptions | None = None,
    ) -> Page[RecordT]:
        """Fetch one page of records.

        `filter` is a `Filter`, or a dict in Attio's shape; it excludes `filter_view_id`, which applies the
        filter of a saved view. `sorts` takes "slug", "-slug", dicts and `Sort` objects. `limit` is 500 unless
        given. Raises FilterError, NotFoundError. `page.response.query_score` tells what the query cost.
        Scopes: record_permission:read, object_configuration:read. Source: POST /v2/objects/{object}/records/query.
        """
        return self._query(filter, sorts, filter_view_id, options).page(limit=limit, offset=offset)

    def iterate(
        self,
        *,
        filter: FilterInput | None = None,
        sorts: SortsInput | None = None,
        filter_view_id: ViewData | str | UUID | None = None,
        page_size: int | None = None,
        max_items: int | None = None,
        prefetch: bool = False,
        options: RequestOptions | None = None,
    ) -> Rows[RecordT]:
        """Go through all records, page by page (500 a page unless `page_size` says otherwise).

        Without `sorts` the records come oldest first, and records that are created or deleted meanwhile make
        no other one lost or repeated. With `sorts` pages overlap by a row, which holds unless a sorted value is
        edited during the run (see `attio.records.paging`). A page that fails is raised and asked for again by
        the next step. `prefetch` fetches the next page while you work on this one.
        """
        listing = self._query(filter, sorts, filter_view_id, options)
        return listing.rows(page_size=page_size, max_items=max_items, prefetch=prefetch)

    def get(self, record_id: RecordData | str | UUID, *, options: RequestOptions | None = None) -> RecordT:
        """Fetch one record; raises NotFoundError, MergeInProgressError while it is being merged.

        Scopes: record_permission:read, object_configuration:read.
        Source: GET /v2/objects/{object}/records/{record_id}.
        """
        return self._read(get_record.build_request(self.object, segment(record_id, "record_id")), options)

    def create(self, values: Mapping[str, Any], *, options: RequestOptions | None = None) -> RecordT:
        """Create a record from plain Python values (see `attio.values.write`).

        Raises UniquenessConflictError where another record has a unique value already, ValueNotFoundError for
        an unknown attribute, option or member, MissingValueError for a required attribute that is missing.
        Not sent again when its outcome is unknown: MaybeSentError, use `upsert` to be safe.
        Scopes: record_permission:read-write, object_configuration:read. Source: POST /v2/objects/{object}/records.
        """
        body = self._body(values, options, creating=True)
        return self._read(create_record.build_request(self.object, body=body), options)

    def update(
        self,
        record_id: RecordData | str | UUID,
        values: Mapping[str, Any],
        *,
        options: RequestOptions | None = None,
    ) -> RecordT:
        """Change values; what is sent for a multi-valued attribute is ADDED to what it holds.

        Attributes that are not mentioned stay. `replace` overwrites instead. None clears.
        Raises NotFoundError and what `create` raises. Source: PATCH /v2/objects/{object}/records/{record_id}.
        """
        record = segment(record_id, "record_id")
        body = self._body(values, options)
        request = update_record.build_request(self.object, record, body=body)
        return self._read(request, options)

    def replace(
        self,
        record_id: RecordData | str | UUID,
        values: Mapping[str, Any],
        *,
        options: RequestOptions | None = None,
    ) -> RecordT:
        """Change values; what is sent for a multi-valued attribute OVERWRITES what it holds.

        Attributes that are not mentioned stay. Raises NotFoundError and what `create` raises.
        Source: PUT /v2/objects/{object}/records/{record_id}.
        """
        record = segment(record_id, "record_id")
        body = self._body(values, options)
        request = replace_record.build_request(self.object, record, body=body)
        return self._read(request, options)

    def upsert(
        self,
        values: Mapping[str, Any],
        *,
        matching: str,
        options: RequestOptions | None = None,
    ) -> RecordT:
        """Update the record that shares a value of the unique attribute `matching`, or create one.

        Values of `matching` are added to the record's own, other multi-valued attributes are OVERWRITTEN.
        Attio does not tell whether it created or updated. Safe to send again. Raises MultipleMatchError where
        the values belong to several records, and ClientError with code
        `matching_attribute_definition_not_unique` for an attribute that is not unique.
        Source: PUT /v2/objects/{object}/records?matching_attribute=...
        """
        attribute = segment(matching, "matching")
        body = self._body(values, options, matching=attribute)
        request = upsert_record.build_request(self.object, matching_attribute=attribute, body=body)
        return self._read(request, options)

    def delete(self, record_id: RecordData | str | UUID, *, options: RequestOptions | None = None) -> None:
        """Delete a record for good; raises NotFoundError.

        Source: DELETE /v2/objects/{object}/records/{record_id}.
        """
        request = delete_record.build_request(self.object, segment(record_id, "record_id"))
        self._send(request, options)

    @overload
    def merge(
        self,
        primary: RecordData | str | UUID,
        secondary: RecordData | str | UUID,
        *,
        wait: Literal[True] = True,
        wait_timeout_s: float = 60.0,
        options: RequestOptions | None = None,
    ) -> RecordT: ...
    @overload
    def merge(
        self,
        primary: RecordData | str | UUID,
        secondary: RecordData | str | UUID,
        *,
        wait: Literal[False],
        wait_timeout_s: float = 60.0,
        options: RequestOptions | None = None,
    ) -> RecordRef: ...
    @overload
    def merge(
        self,
        primary: RecordData | str | UUID,
        secondary: RecordData | str | UUID,
        *,
        wait: bool,
        wait_timeout_s: float = 60.0,
        options: RequestOptions | None = None,
    ) -> RecordT | RecordRef: ...
    def merge(
        self,
        primary: RecordData | str | UUID,
        secondary: RecordData | str | UUID,
        *,
        wait: bool = True,
        wait_timeout_s: float = 60.0,
        options: RequestOptions | None = None,
    ) -> RecordT | RecordRef:
        """Merge two records into a new one; where both have a value, `primary` wins.

        Both old ids stop working and the result has a new one. Returns the merged record as soon as it can be
        read (raises APITimeoutError after `wait_timeout_s`, the merge goes on), or with `wait=False` at once a
        reference to it. Cannot be undone or repeated, and is not sent again when its outcome is unknown.
        Costs one request and some reads; 5 merges a second at most. Scopes: record_permission:read-write,
        object_configuration:read. Source: POST /v2/objects/{object}/records/merge.
        """
        wait, wait_timeout_s = flag(wait, "wait"), number(wait_timeout_s, "wait_timeout_s")
        body = merge_body(primary, secondary)
        reply = self._send(merge_records.build_request(self.object, body=body), options)
        merged = merged_ref(self.object, reply)
        return self._settled(merged, wait_timeout_s, options) if wait else merged

    def _settled(self, merged: RecordRef, wait_timeout_s: float, options: RequestOptions | None) -> RecordT:
        """Read a merged record as soon as Attio has finished the merge."""
        for delay_s in poll_delays(wait_timeout_s):
            try:
                return self.get(merged.record_id, options=options)
            except MergeInProgressError:
                self._client.session.clock.sleep(delay_s)
        raise merge_timeout(merged, wait_timeout_s)

    def _history(
        self,
        record_id: RecordData | str | UUID,
        attribute: AttributeData | str,
        options: RequestOptions | None,
        *,
        show_historic: bool,
    ) -> Listing[Value]:
        record, slug = segment(record_id, "record_id"), segment(attribute, "attribute")
        historic = flag(show_historic, "show_historic")

        def build(at: PageQuery) -> Request:
            return list_record_values.build_request(
                self.object, record, slug, show_historic=historic, limit=at.limit, offset=at.offset
            )

        return Listing(self._client, "list_record_values", build, values_page, options)

    def history(
        self,
        record_id: RecordData | str | UUID,
        attribute: AttributeData | str,
        *,
        show_historic: bool = True,
        limit: int | None = None,
        offset: int | None = None,
        options: RequestOptions | None = None,
    ) -> Page[Value]:
        """Fetch the values that an attribute has had, oldest first, each with active_from and active_until.

        `show_historic=False` gives the active ones only. Raises ClientError with code `validation_type` for
        attributes that Attio enriches; plans without history give an empty page.
        Source: GET /v2/objects/{object}/records/{record_id}/attributes/{attribute}/values.
        """
        listing = self._history(record_id, attribute, options, show_historic=show_historic)
        return listing.page(limit=limit, offset=offset)

    def write_history(
        self,
        record_id: RecordData | str | UUID,
        attribute: AttributeData | str,
        values: Sequence[Mapping[str, Any]],
        *,
        options: RequestOptions | None = None,
    ) -> tuple[Value, ...]:
        """REPLACE the whole history of an attribute (1 to 400 values).

        Each value is `{"value": ..., "active_from": datetime, "active_until": datetime or None}`; times may not
        lie in the future, those of a single-valued attribute may not overlap. No webhook fires. Not for
        relationships, formulas, enriched or immutable attributes.
        Source: PUT /v2/objects/{object}/records/{record_id}/attributes/{attribute}/values.
        """
        record, slug = segment(record_id, "record_id"), segment(attribute, "attribute")
        request = write_record_values.build_request(self.object, record, slug, body=history_body(values))
        return values_in(self._send(request, options))

    def _entries(
        self, record_id: RecordData | str | UUID, options: RequestOptions | None
    ) -> Listing[RecordEntryData]:
        record = segment(record_id, "record_id")

        def build(at: PageQuery) -> Request:
            return list_record_entries.build_request(self.object, record, limit=at.limit, offset=at.offset)

        return self._listing(RecordEntryData, "list_record_entries", build, options)

    def entries(
        self,
        record_id: RecordData | str | UUID,
        *,
        limit: int | None = None,
        offset: int | None = None,
        options: RequestOptions | None = None,
    ) -> Page[RecordEntryData]:
        """Fetch one page of the lists that a record is an entry of: list, entry id and time, no values.

        `limit` is 100 unless given, 1000 at most.
        Scopes: record_permission:read, object_configuration:read, list_entry:read.
        Source: GET /v2/objects/{object}/records/{record_id}/entries.
        """
        return self._entries(record_id, options).page(limit=limit, offset=offset)

    def _body(
        self,
        values: Mapping[str, Any],
        options: RequestOptions | None,
        *,
        creating: bool = False,
        matching: str | None = None,
    ) -> dict[str, Any]:
        def encode(values: Mapping[str, Any], schema: Schema | None) -> dict[str, Any]:
            return values_body(values, self.object, schema, creating=creating, matching=matching)

        return self._client.schemas.checked(*self._place, values, encode, options)
