"""Attributes of objects and lists."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from attio_openapi.api.attributes import (
    create_attribute,
    get_attribute,
    list_attributes,
    update_attribute,
)

from attio.core.arguments import flag, segment
from attio.records.bodies import NOT_GIVEN, NotGiven
from attio.records.bodies_attributes import create_body, update_body
from attio.records.bodies_names import flags, names, texts_or_none
from attio.records.envelope import rows_of
from attio.records.places import place_of

from .listing import AsyncListing
from .models.attributes import AsyncAttribute
from .resource import AsyncResource

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping
    from uuid import UUID

    from attio_openapi import Request

    from attio.core.client import Reply
    from attio.core.config import RequestOptions
    from attio.records.model import Model
    from attio.records.paging import PageQuery
    from attio.records.places import AnyPlace, Place

    from .attribute_options import AsyncOptions
    from .attribute_statuses import AsyncStatuses
    from .listing import AsyncPage, AsyncRows


class AsyncAttributes(AsyncResource):
    """Attributes of objects and lists: `client.attributes`.

    Every call says whose attribute it is, `object=` or `list=` (slug, id or model); with an attribute that
    came from here that can be left out. Objects need the scope object_configuration, lists
    list_configuration.
    """

    __slots__ = ()

    @property
    def options(self) -> AsyncOptions:
        """Options of select attributes."""
        from .attribute_options import AsyncOptions

        return AsyncOptions(self._client)

    @property
    def statuses(self) -> AsyncStatuses:
        """Statuses of status attributes."""
        from .attribute_statuses import AsyncStatuses

        return AsyncStatuses(self._client)

    def _attributes(
        self, place: Place, show_archived: bool, options: RequestOptions | None
    ) -> AsyncListing[AsyncAttribute]:
        archived = True if flag(show_archived, "show_archived") else None

        def build(at: PageQuery) -> Request:
            return list_attributes.build_request(
                place.target, place.identifier, limit=at.limit, offset=at.offset, show_archived=archived
            )

        async def decode(reply: Reply) -> tuple[list[AsyncAttribute], str | None]:
            rows, cursor = rows_of(reply)
            return [
                AsyncAttribute(row, client=self._client, response=reply.response, place=place) for row in rows
            ], cursor

        return AsyncListing(self._client, "list_attributes", build, decode, options)

    async def _placed(self, request: Request, place: Place, options: RequestOptions | None) -> AsyncAttribute:
        attribute = await self._one(AsyncAttribute, request, options)
        attribute.place = place
        return attribute

    async def list(
        self,
        *,
        object: AnyPlace | None = None,
        list: AnyPlace | None = None,
        show_archived: bool = False,
        limit: int | None = None,
        offset: int | None = None,
        options: RequestOptions | None = None,
    ) -> AsyncPage[AsyncAttribute]:
        """Fetch the attributes of an object or of a list, in the order of the app.

        All of them come in one page unless `limit` is given. Raises NotFoundError.
        Scopes: object_configuration:read or list_configuration:read.
        Source: GET /v2/{target}/{identifier}/attributes.
        """
        listing = self._attributes(place_of(object, list), show_archived, options)
        return await listing.page(limit=limit, offset=offset)

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
    ) -> AsyncRows[AsyncAttribute]:
        """Go through all attributes of an object or of a list.

        Source: GET /v2/{target}/{identifier}/attributes.
        """
        return self._attributes(place_of(object, list), show_archived, options).rows(
            page_size=page_size, max_items=max_items, prefetch=prefetch
        )

    async def get(
        self,
        attribute: Model | str | UUID,
        *,
        object: AnyPlace | None = None,
        list: AnyPlace | None = None,
        options: RequestOptions | None = None,
    ) -> AsyncAttribute:
        """Fetch one attribute by its slug or id; raises NotFoundError.

        Scopes: object_configuration:read or list_configuration:read.
        Source: GET /v2/{target}/{identifier}/attributes/{attribute}.
        """
        place = place_of(object, list, attribute)
        slug = segment(attribute, "attribute")
        return await self._placed(
            get_attribute.build_request(place.target, place.identifier, slug), place, options
        )

    async def create(
        self,
        *,
        title: str,
        type: str,
        object: AnyPlace | None = None,
        list: AnyPlace | None = None,
        api_slug: str | None = None,
        description: str | None = None,
        is_required: bool = False,
        is_unique: bool = False,
        is_multiselect: bool = False,
        config: Mapping[str, Any] | None = None,
        currency_code: str | None = None,
        display_type: str | None = None,
        allowed_objects: Iterable[Model | str | UUID] | str | None = None,
        relationship: Mapping[str, Any] | None = None,
        default_value: Any = None,
        options: RequestOptions | None = None,
    ) -> AsyncAttribute:
        """Create an attribute; its type and `is_multiselect` cannot change later, and it cannot be deleted.

        Unless given: `api_slug` is made from `title`, `description` is None, it is neither required nor
        unique nor multi-valued, and `config` is empty. In place of `config`: `currency_code` ("USD", shown as
        "symbol" unless `display_type` is "code", "name" or "narrowSymbol"), or `allowed_objects` of a record
        reference (slugs, ids or models; any object unless given).
        `relationship` makes a two-way reference together with the attribute on its other side:
        `{"object": "projects", "title": "Owner", "api_slug": ..., "is_multiselect": ...}`, where the slug is
        made from the title and one value is held unless given.
        `default_value` is one plain value or a list of them, "current-user" (actor references), a duration
        from now (dates and timestamps; a timedelta or "P1M"), or Attio's own object; attributes of people and
        companies have none.
        Not sent again when its outcome is unknown (MaybeSentError). Raises SlugConflictError for a slug that
        is taken, also by an archived attribute; ValidationError, as for a unique one on people or companies.
        Scopes: object_configuration:read-write or list_configuration:read-write.
        Source: POST /v2/{target}/{identifier}/attributes.
        """
        place = place_of(object, list)
        body = create_body(
            title=title,
            type=type,
            api_slug=api_slug,
            description=description,
            is_required=is_required,
            is_unique=is_unique,
            is_multiselect=is_multiselect,
            config=config,
            currency_code=currency_code,
            display_type=display_type,
            allowed_objects=allowed_objects,
            relationship=relationship,
            default_value=default_value,
        )
        request = create_attribute.build_request(place.target, place.identifier, body={"data": body})
        return await self._placed(request, place, options)

    async def update(
        self,
        attribute: Model | str | UUID,
        *,
        object: AnyPlace | None = None,
        list: AnyPlace | None = None,
        title: str | NotGiven = NOT_GIVEN,
        description: str | NotGiven | None = NOT_GIVEN,
        api_slug: str | NotGiven = NOT_GIVEN,
        is_required: bool | NotGiven = NOT_GIVEN,
        is_unique: bool | NotGiven = NOT_GIVEN,
        is_archived: bool | NotGiven = NOT_GIVEN,
        default_value: Any = NOT_GIVEN,
        config: Mapping[str, Any] | None = None,
        currency_code: str | None = None,
        display_type: str | None = None,
        allowed_objects: Iterable[Model | str | UUID] | str | None = None,
        options: RequestOptions | None = None,
    ) -> AsyncAttribute:
        """Change an attribute; what is not given stays, its type and `is_multiselect` cannot change.

        `description` None clears it and `default_value` None removes it; `is_archived` False brings it back.
        The rest is as in `create`; a plain `default_value` needs the attribute's model, which knows its type.
        Raises SystemEditError for an attribute that is Attio's own, NotFoundError, SlugConflictError.
        Scopes: object_configuration:read-write or list_configuration:read-write.
        Source: PATCH /v2/{target}/{identifier}/attributes/{attribute}.
        """
        place = place_of(object, list, attribute)
        body = update_body(
            attribute,
            **names(title=title, api_slug=api_slug),
            **texts_or_none(description=description),
            **flags(is_required=is_required, is_unique=is_unique, is_archived=is_archived),
            default_value=default_value,
            config=config,
            currency_code=currency_code,
            display_type=display_type,
            allowed_objects=allowed_objects,
        )
        slug = segment(attribute, "attribute")
        request = update_attribute.build_request(place.target, place.identifier, slug, body={"data": body})
        return await self._placed(request, place, options)

    async def archive(
        self,
        attribute: Model | str | UUID,
        *,
        object: AnyPlace | None = None,
        list: AnyPlace | None = None,
        options: RequestOptions | None = None,
    ) -> AsyncAttribute:
        """Archive an attribute: it is hidden, its slug stays taken. `update(is_archived=False)` undoes it.

        Raises SystemEditError, NotFoundError.
        Source: PATCH /v2/{target}/{identifier}/attributes/{attribute}.
        """
        return await self.update(attribute, object=object, list=list, is_archived=True, options=options)
