"""Threads of comments on records and entries."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from attio_openapi.api.threads import get_thread, list_threads

from attio.core.arguments import limit as checked_limit
from attio.core.arguments import segment, text
from attio.records.bodies import moment_text
from attio.records.bodies_comments import thread_place
from attio.records.embedded_pages import embedded_rows, paged_data

from .listing import AsyncListing
from .models.comments import AsyncComment
from .models.threads import AsyncThread
from .resource import AsyncResource

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

    from .listing import AsyncPage, AsyncRows


class AsyncThreads(AsyncResource):
    """Threads of comments on records and entries: `client.threads`."""

    __slots__ = ()

    def _threads(self, options: RequestOptions | None, **place: Any) -> AsyncListing[AsyncThread]:
        query = thread_place(**place)

        def build(at: PageQuery) -> Request:
            return list_threads.build_request(limit=at.limit, offset=at.offset, **query)

        return self._listing(AsyncThread, "list_threads", build, options)

    async def list(
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
    ) -> AsyncPage[AsyncThread]:
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
        return await listing.page(limit=limit, offset=offset)

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
    ) -> AsyncRows[AsyncThread]:
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

    async def get(
        self,
        thread_id: Model | str | UUID,
        *,
        limit: int | None = None,
        cursor: str | None = None,
        created_after: datetime | str | None = None,
        options: RequestOptions | None = None,
    ) -> AsyncThread:
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
        reply = await self._send(request, options)
        return AsyncThread(paged_data(reply), client=self._client, response=reply.response)

    def iterate_comments(
        self,
        thread_id: Model | str | UUID,
        *,
        created_after: datetime | str | None = None,
        page_size: int | None = None,
        max_items: int | None = None,
        prefetch: bool = False,
        options: RequestOptions | None = None,
    ) -> AsyncRows[AsyncComment]:
        """Go through all comments of a thread, oldest first, page by page (250 at most a page).

        Scopes: comment:read. Source: GET /v2/threads/{thread_id}.
        """
        thread = segment(thread_id, "thread_id")
        after = moment_text("created_after", created_after)

        def build(at: PageQuery) -> Request:
            return get_thread.build_request(thread, limit=at.limit, cursor=at.cursor, created_after=after)

        async def decode(reply: Reply) -> tuple[builtins.list[AsyncComment], str | None]:
            """Read the comments that a thread carries."""
            rows, cursor = embedded_rows(reply, "comments")
            return [AsyncComment(row, client=self._client, response=reply.response) for row in rows], cursor

        listing = AsyncListing(self._client, "get_thread", build, decode, options)
        return listing.rows(page_size=page_size, max_items=max_items, prefetch=prefetch)
