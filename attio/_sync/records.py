# Derived from attio/_async by scripts/unasync: edit there.
"""Records of any object."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from attio_openapi.api.records import search_records

from attio.core.arguments import segment
from attio.records.bodies_records import search_body

from .bound_records import BoundRecords
from .models.records import record_kind
from .models.results import SearchResult
from .resource import Resource

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence
    from uuid import UUID

    from attio.bulk.found import FoundRows
    from attio.core.config import RequestOptions
    from attio.records.data import RecordData
    from attio.records.filters import FilterInput
    from attio.records.members import WorkspaceMemberData
    from attio.records.results import RecordEntryData
    from attio.records.sorts import SortsInput
    from attio.records.structure import AttributeData, ObjectData, ViewData
    from attio.values.types import RecordRef, Value

    from .listing import Page, Rows
    from .models.records import Record


class Records(Resource):
    """Records of any object: `client.records`. Every method says in `object` which one.

    `client.people`, `client.companies`, ... and `client.object("projects")` are the same, bound to one object,
    and document the details.
    """

    __slots__ = ()

    def of(self, object: ObjectData | str) -> BoundRecords[Record]:
        """Return the records of one object; the same as `client.object(object)`."""
        slug = segment(getattr(object, "api_slug", object), "object")
        return BoundRecords(self._client, slug, record_kind(slug))

    def list(
        self,
        object: ObjectData | str,
        *,
        filter: FilterInput | None = None,
        sorts: SortsInput | None = None,
        filter_view_id: ViewData | str | UUID | None = None,
        limit: int | None = None,
        offset: int | None = None,
        options: RequestOptions | None = None,
    ) -> Page[Record]:
        """Fetch one page of records of an object. Source: POST /v2/objects/{object}/records/query."""
        return self.of(object).list(
            filter=filter,
            sorts=sorts,
            filter_view_id=filter_view_id,
            limit=limit,
            offset=offset,
            options=options,
        )

    def iterate(
        self,
        object: ObjectData | str,
        *,
        filter: FilterInput | None = None,
        sorts: SortsInput | None = None,
        filter_view_id: ViewData | str | UUID | None = None,
        page_size: int | None = None,
        max_items: int | None = None,
        prefetch: bool = False,
        options: RequestOptions | None = None,
    ) -> Rows[Record]:
        """Go through all records of an object, page by page; see `BoundRecords.iterate` for its promises."""
        return self.of(object).iterate(
            filter=filter,
            sorts=sorts,
            filter_view_id=filter_view_id,
            page_size=page_size,
            max_items=max_items,
            prefetch=prefetch,
            options=options,
        )

    def get(
        self,
        object: ObjectData | str,
        record_id: RecordData | str | UUID,
        *,
        options: RequestOptions | None = None,
    ) -> Record:
        """Fetch one record. Source: GET /v2/objects/{object}/records/{record_id}."""
        return self.of(object).get(record_id, options=options)

    def get_many(
        self,
        object: ObjectData | str,
        record_ids: Iterable[RecordData | UUID | str],
        *,
        concurrency: int = 4,
        options: RequestOptions | None = None,
    ) -> FoundRows[Record]:
        """Fetch records by their ids: in the order of the ids, with `.missing` beside them.

        Costs one request for each 100 ids. Source: POST /v2/objects/{object}/records/query.
        """
        return self.of(object).get_many(record_ids, concurrency=concurrency, options=options)

    def create(
        self, object: ObjectData | str, values: Mapping[str, Any], *, options: RequestOptions | None = None
    ) -> Record:
        """Create a record from plain Python values. Source: POST /v2/objects/{object}/records."""
        return self.of(object).create(values, options=options)

    def update(
        self,
        object: ObjectData | str,
        record_id: RecordData | str | UUID,
        values: Mapping[str, Any],
        *,
        options: RequestOptions | None = None,
    ) -> Record:
        """Change values; multi-valued attributes are ADDED to.

        Source: PATCH /v2/objects/{object}/records/{record_id}.
        """
        return self.of(object).update(record_id, values, options=options)

    def replace(
        self,
        object: ObjectData | str,
        record_id: RecordData | str | UUID,
        values: Mapping[str, Any],
        *,
        options: RequestOptions | None = None,
    ) -> Record:
        """Change values; multi-valued attributes are OVERWRITTEN.

        Source: PUT /v2/objects/{object}/records/{record_id}.
        """
        return self.of(object).replace(record_id, values, options=options)

    def upsert(
        self,
        object: ObjectData | str,
        values: Mapping[str, Any],
        *,
        matching: str,
        options: RequestOptions | None = None,
    ) -> Record:
        """Update the record that shares a value of the unique attribute `matching`, or create one.

        Source: PUT /v2/objects/{object}/records.
        """
        return self.of(object).upsert(values, matching=matching, options=options)

    def delete(
        self,
        object: ObjectData | str,
        record_id: RecordData | str | UUID,
        *,
        options: RequestOptions | None = None,
    ) -> None:
        """Delete a record for good. Source: DELETE /v2/objects/{object}/records/{record_id}."""
        self.of(object).delete(record_id, options=options)

    def merge(
        self,
        object: ObjectData | str,
        primary: RecordData | str | UUID,
        secondary: RecordData | str | UUID,
        *,
        wait: bool = True,
        wait_timeout_s: float = 60.0,
        options: RequestOptions | None = None,
    ) -> Record | RecordRef:
        """Merge two records into a new one, `primary` wins; waits until it can be read.

        With `wait=False` returns a reference at once. Source: POST /v2/objects/{object}/records/merge.
        """
        return self.of(object).merge(
            primary, secondary, wait=wait, wait_timeout_s=wait_timeout_s, options=options
        )

    def history(
        self,
        object: ObjectData | str,
        record_id: RecordData | str | UUID,
        attribute: AttributeData | str,
        *,
        show_historic: bool = True,
        limit: int | None = None,
        offset: int | None = None,
        options: RequestOptions | None = None,
    ) -> Page[Value]:
        """Fetch the values that an attribute has had, oldest first.

        Source: GET /v2/objects/{object}/records/{record_id}/attributes/{attribute}/values.
        """
        return self.of(object).history(
            record_id, attribute, show_historic=show_historic, limit=limit, offset=offset, options=options
        )

    def write_history(
        self,
        object: ObjectData | str,
        record_id: RecordData | str | UUID,
        attribute: AttributeData | str,
        values: Sequence[Mapping[str, Any]],
        *,
        options: RequestOptions | None = None,
    ) -> tuple[Value, ...]:
        """REPLACE the whole history of an attribute (1 to 400 values).

        Source: PUT /v2/objects/{object}/records/{record_id}/attributes/{attribute}/values.
        """
        return self.of(object).write_history(record_id, attribute, values, options=options)

    def entries(
        self,
        object: ObjectData | str,
        record_id: RecordData | str | UUID,
        *,
        limit: int | None = None,
        offset: int | None = None,
        options: RequestOptions | None = None,
    ) -> Page[RecordEntryData]:
        """Fetch one page of the lists that a record is an entry of.

        Source: GET /v2/objects/{object}/records/{record_id}/entries.
        """
        return self.of(object).entries(record_id, limit=limit, offset=offset, options=options)

    def search(
        self,
        query: str,
        *,
        objects: Iterable[ObjectData | str],
        request_as: WorkspaceMemberData | str | Mapping[str, Any] | None = None,
        limit: int | None = None,
        options: RequestOptions | None = None,
    ) -> Page[SearchResult]:
        """Find records by name, domain, e-mail address, phone number or social handle; fuzzy.

        `query` has 256 characters at most, `objects` names at least one object, `limit` is 25 unless given and
        at most. `request_as` is the member (model, id or e-mail address) whose permissions apply; everything
        that the token sees unless given. New records take a while to be found, and one page is all there is.
        Scopes: record_permission:read, object_configuration:read. Source: POST /v2/objects/records/search.
        """
        body = search_body(query, objects, request_as, limit)
        listing = self._listing(
            SearchResult, "search_records", lambda _: search_records.build_request(body=body), options
        )
        return listing.page()
