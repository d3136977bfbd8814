"""Saved views of objects and lists."""

from __future__ import annotations

from typing import TYPE_CHECKING

from attio_openapi.api.views import list_list_views, list_object_views

from attio.core.arguments import flag
from attio.records.places import place_of

from .models.views import AsyncView
from .resource import AsyncResource

if TYPE_CHECKING:
    from attio_openapi import Request

    from attio.core.config import RequestOptions
    from attio.records.paging import PageQuery
    from attio.records.places import AnyPlace

    from .listing import AsyncListing, AsyncPage, AsyncRows


class AsyncViews(AsyncResource):
    """Saved views of objects and lists: `client.views`."""

    __slots__ = ()

    def _views(
        self,
        object: AnyPlace | None,
        list: AnyPlace | None,
        show_archived: bool,
        options: RequestOptions | None,
    ) -> AsyncListing[AsyncView]:
        place = place_of(object, list)
        of_object = place.target == "objects"
        build_request = list_object_views.build_request if of_object else list_list_views.build_request
        archived = True if flag(show_archived, "show_archived") else None

        def build(at: PageQuery) -> Request:
            return build_request(place.identifier, show_archived=archived, limit=at.limit, cursor=at.cursor)

        operation = "list_object_views" if of_object else "list_list_views"
        return self._listing(AsyncView, operation, build, options)

    async def list(
        self,
        *,
        object: AnyPlace | None = None,
        list: AnyPlace | None = None,
        show_archived: bool = False,
        limit: int | None = None,
        cursor: str | None = None,
        options: RequestOptions | None = None,
    ) -> AsyncPage[AsyncView]:
        """Fetch one page of the saved views of an object or of a list, ordered by their ids.

        Exactly one of `object` and `list` is given, as slug, id or model. `limit` is 500 unless
        given, 1000 at most. Raises NotFoundError.
        Scopes: object_configuration:read for objects, list_configuration:read for lists.
        Source: GET /v2/objects/{object}/views, GET /v2/lists/{list}/views.
        """
        return await self._views(object, list, show_archived, options).page(limit=limit, cursor=cursor)

    def iterate(
        self,
        *,
        object: AnyPlace | None = None,
        list: AnyPlace | None = None,
        show_archived: bool = False,
        page_size: int | None = None,
        max_items: int | None = None,
        prefetch: bool = False,
        options: RequestOptions | None = None,
    ) -> AsyncRows[AsyncView]:
        """Go through all saved views of an object or of a list, page by page (1000 at most a page).

        Source: GET /v2/objects/{object}/views, GET /v2/lists/{list}/views.
        """
        return self._views(object, list, show_archived, options).rows(
            page_size=page_size, max_items=max_items, prefetch=prefetch
        )
