# Derived from attio/_async by scripts/unasync: edit there.
"""Threads of comments on records and entries."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from attio_openapi.api.threads import get_thread, list_threads

from attio.core.arguments import limit as checked_limit
from attio.core.arguments import segment, text
from attio.records.bodies import moment_text
from attio.records.bodies_comments import thread_place
from attio.records.embedded_pages import embedded_rows, paged_data

from .listing import Listing
from .models.comments import Comment
from .models.threads import Thread
from .resource import Resource

if TYPE_CHECKING:
    import builtins
    from datetime import datetime
    from uuid import UUID

    from attio_openapi import Request

    from attio.core.client import Reply
    from attio.core.config import RequestOptions
    from attio.records.bodies_links import EntryLike, RecordLike
    from attio.records.data import EntryData, RecordData
    from attio.records.model import Model
    from attio.records.paging import PageQuery
    from attio.records.structure import ListData, ObjectData

    from .listing import Page, Rows


class Threads(Resource):
    """Threads of comments on records and entries: `client.threads`."""

    __slots__ = ()

    def _threads(self, options: RequestOptions | None, **place: Any) -> Listing[Thread]:
        query = thread_place(**place)

        def build(at: PageQuery) -> Request:
            return list_threads.build_request(limit=at.limit, offset=at.offset, **query)

        return self._listing(Thread, "list_threads", build, options)

    def list(
        self,
        *,
        object: ObjectData | str | None = None,
        record_id: RecordData | str | UUID | None = None,
        record: RecordLike | None = None,
        list: ListData | str | None = None,
        entry_id: EntryData | str | UUID | None = None,
        entry: EntryLike | None = None,
        limit: int | None = None,
        offset: int | None = None,
        options: RequestOptions | None = None,
    ) -> Page[Thread]:
        """Fetch one page of the threads of one record or of one entry.

        A record is `object` and `record_id`, or `record` (a record, a RecordRef, ("people", record_id)); an
        entry is `list` and `entry_id`, or `entry` (an entry, ("sales", entry_id)). Of a long thread Attio
        sends the first comments only (80 or so); `iterate_comments` gives all. `limit` is 10 unless given,
        50 at most. Scopes: comment:read. Source: GET /v2/threads.
        """
        listing = self._threads(
            options,
            object=object,
            record_id=record_id,
            record=record,
            list=list,
            entry_id=entry_id,
            entry=entry,
        )
        return listing.page(limit=limit, offset=offset)

    def iterate(
        self,
        *,
        object: ObjectData | str | None = None,
        record_id: RecordData | str | UUID | None = None,
        record: RecordLike | None = None,
        list: ListData | str | None = None,
        entry_id: EntryData | str | UUID | None = None,
        entry: EntryLike | None = None,
        page_size: int | None = None,
        max_items: int | None = None,
        prefetch: bool = False,
        options: RequestOptions | None = None,
    ) -> Rows[Thread]:
        """Go through all threads of one record or of one entry, page by page (50 at most a page).

        Takes what `list` takes. Threads that are added or deleted meanwhile make no other one lost or
        repeated (see `attio.records.paging`). Source: GET /v2/threads.
        """
        listing = self._threads(
            options,
            object=object,
            record_id=record_id,
            record=record,
            list=list,
            entry_id=entry_id,
            entry=entry,
        )
        return listing.rows(page_size=page_size, max_items=max_items, prefetch=prefetch)

    def get(
        self,
        thread_id: Model | str | UUID,
        *,
        limit: int | None = None,
        cursor: str | None = None,
        created_after: datetime | str | None = None,
        options: RequestOptions | None = None,
    ) -> Thread:
        """Fetch one thread with a page of its comments, oldest first; raises NotFoundError.

        `limit` counts comments, 250 unless given and at most. What follows is asked for with
        `cursor=thread.next_cursor`, or comes by itself from `iterate_comments`. `created_after` leaves out
        the comments up to that moment. Scopes: comment:read. Source: GET /v2/threads/{thread_id}.
        """
        request = get_thread.build_request(
            segment(thread_id, "thread_id"),
            limit=checked_limit(limit, "get_thread"),
            cursor=None if cursor is None else text(cursor, "cursor"),
            created_after=moment_text("created_after", created_after),
        )
        reply = self._send(request, options)
        return Thread(paged_data(reply), client=self._client, response=reply.response)

    def iterate_comments(
        self,
        thread_id: Model | str | UUID,
        *,
        created_after: datetime | str | None = None,
        page_size: int | None = None,
        max_items: int | None = None,
        prefetch: bool = False,
        options: RequestOptions | None = None,
    ) -> Rows[Comment]:
        """Go through all comments of a thread, oldest first, page by page (250 at most a page).

        Scopes: comment:read. Source: GET /v2/threads/{thread_id}.
        """
        thread = segment(thread_id, "thread_id")
        after = moment_text("created_after", created_after)

        def build(at: PageQuery) -> Request:
            return get_thread.build_request(thread, limit=at.limit, cursor=at.cursor, created_after=after)

        def decode(reply: Reply) -> tuple[builtins.list[Comment], str | None]:
            """Read the comments that a thread carries."""
            rows, cursor = embedded_rows(reply, "comments")
            return [Comment(row, client=self._client, response=reply.response) for row in rows], cursor

        listing = Listing(self._client, "get_thread", build, decode, options)
        return listing.rows(page_size=page_size, max_items=max_items, prefetch=prefetch)
