# Derived from attio/_async by scripts/unasync: edit there.
"""Metadata of e-mails."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from attio_openapi.api.emails import list_emails

from attio.records.bodies_emails import email_query

from .models.emails import Email
from .resource import Resource

if TYPE_CHECKING:
    from collections.abc import Iterable
    from datetime import datetime
    from uuid import UUID

    from attio_openapi import Request

    from attio.core.config import RequestOptions
    from attio.records.data import RecordData
    from attio.records.paging import PageQuery
    from attio.records.structure import ObjectData

    from .listing import Listing, Page, Rows


class Emails(Resource):
    """Metadata of e-mails: `client.emails`. Attio gives no content."""

    __slots__ = ()

    def _emails(self, options: RequestOptions | None, **filters: Any) -> Listing[Email]:
        query = email_query(**filters)

        def build(at: PageQuery) -> Request:
            return list_emails.build_request(limit=at.limit, cursor=at.cursor, **query)

        return self._listing(Email, "list_emails", build, options)

    def list(
        self,
        *,
        linked_object: ObjectData | str | None = None,
        linked_record_ids: Iterable[RecordData | str | UUID] | RecordData | str | UUID | None = None,
        participants: Iterable[str] | str | None = None,
        domain: str | None = None,
        sent_after: datetime | str | None = None,
        sent_before: datetime | str | None = None,
        exclude_automated_participants: bool | None = None,
        limit: int | None = None,
        cursor: str | None = None,
        options: RequestOptions | None = None,
    ) -> Page[Email]:
        """Fetch one page of e-mails, the latest first.

        At least one filter is needed: `linked_object` (people or companies) with up to 10
        `linked_record_ids`, up to 10 `participants` (e-mail addresses), or a `domain`; an e-mail that matches
        any of them is in. `sent_after` and `sent_before` are exclusive. `limit` is 25 unless given, 50 at
        most; a page may be short, or empty, and not be the last. Filters for one's own workspace are ignored.
        Alpha: Attio enables it by workspace and app, and for a workspace's token only.
        Scopes: email:read, record_permission:read, object_configuration:read. Source: GET /v2/emails.
        """
        listing = self._emails(
            options,
            linked_object=linked_object,
            linked_record_ids=linked_record_ids,
            participants=participants,
            domain=domain,
            sent_after=sent_after,
            sent_before=sent_before,
            exclude_automated_participants=exclude_automated_participants,
        )
        return listing.page(limit=limit, cursor=cursor)

    def iterate(
        self,
        *,
        linked_object: ObjectData | str | None = None,
        linked_record_ids: Iterable[RecordData | str | UUID] | RecordData | str | UUID | None = None,
        participants: Iterable[str] | str | None = None,
        domain: str | None = None,
        sent_after: datetime | str | None = None,
        sent_before: datetime | str | None = None,
        exclude_automated_participants: bool | None = None,
        page_size: int | None = None,
        max_items: int | None = None,
        prefetch: bool = False,
        options: RequestOptions | None = None,
    ) -> Rows[Email]:
        """Go through all e-mails that match, the latest first, page by page (50 at most a page).

        Takes what `list` takes. Source: GET /v2/emails.
        """
        listing = self._emails(
            options,
            linked_object=linked_object,
            linked_record_ids=linked_record_ids,
            participants=participants,
            domain=domain,
            sent_after=sent_after,
            sent_before=sent_before,
            exclude_automated_participants=exclude_automated_participants,
        )
        return listing.rows(page_size=page_size, max_items=max_items, prefetch=prefetch)
