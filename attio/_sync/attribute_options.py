# Derived from attio/_async by scripts/unasync: edit there.
"""Options of select attributes."""

from __future__ import annotations

from typing import TYPE_CHECKING

from attio_openapi.api.attributes import create_option, list_options, update_option

from attio.core.arguments import flag, segment
from attio.records.bodies import NOT_GIVEN, NotGiven, some
from attio.records.bodies_names import flags, names
from attio.records.places import attribute_place_of

from .models.attributes import Option
from .whole_listing import WholeResource

if TYPE_CHECKING:
    from uuid import UUID

    from attio_openapi import Request

    from attio.core.config import RequestOptions
    from attio.records.model import Model
    from attio.records.places import AnyPlace, AttributePlace

    from .listing import Page, Rows
    from .whole_listing import WholeListing


class Options(WholeResource):
    """Options of select attributes: `client.attributes.options`.

    Every call names the attribute and its `object=` or `list=`; with models that came from here that can be
    left out. Scopes: object_configuration for objects, list_configuration for lists.
    """

    __slots__ = ()

    def _options(
        self, place: AttributePlace, show_archived: bool, options: RequestOptions | None
    ) -> WholeListing[Option]:
        archived = True if flag(show_archived, "show_archived") else None
        request = list_options.build_request(*place, show_archived=archived)
        return self._whole(Option, "list_options", request, options, place=place)

    def _placed(self, request: Request, place: AttributePlace, options: RequestOptions | None) -> Option:
        option = self._one(Option, request, options)
        option.place = place
        return option

    def list(
        self,
        attribute: Model | str | UUID,
        *,
        object: AnyPlace | None = None,
        list: AnyPlace | None = None,
        show_archived: bool = False,
        limit: int | None = None,
        offset: int | None = None,
        options: RequestOptions | None = None,
    ) -> Page[Option]:
        """Fetch the options of a select attribute, in their order.

        Attio sends them all at once; `limit` and `offset` cut that here, and every page fetches them anew.
        Raises NotFoundError. Scopes: object_configuration:read or list_configuration:read.
        Source: GET /v2/{target}/{identifier}/attributes/{attribute}/options.
        """
        place = attribute_place_of(object, list, attribute)
        return self._options(place, show_archived, options).page(limit=limit, offset=offset)

    def iterate(
        self,
        attribute: Model | str | UUID,
        *,
        object: AnyPlace | None = None,
        list: AnyPlace | None = None,
        show_archived: bool = False,
        max_items: int | None = None,
        options: RequestOptions | None = None,
    ) -> Rows[Option]:
        """Go through all options of a select attribute. Costs one request.

        Source: GET /v2/{target}/{identifier}/attributes/{attribute}/options.
        """
        place = attribute_place_of(object, list, attribute)
        return self._options(place, show_archived, options).rows(max_items=max_items)

    def create(
        self,
        attribute: Model | str | UUID,
        title: str,
        *,
        object: AnyPlace | None = None,
        list: AnyPlace | None = None,
        options: RequestOptions | None = None,
    ) -> Option:
        """Add an option to a select attribute, as its last one; options cannot be deleted.

        Not sent again when its outcome is unknown (MaybeSentError). Raises SlugConflictError for a title that
        is taken, also by an archived option; ValidationError where the attribute is no select; NotFoundError.
        Scopes: object_configuration:read-write or list_configuration:read-write.
        Source: POST /v2/{target}/{identifier}/attributes/{attribute}/options.
        """
        place = attribute_place_of(object, list, attribute)
        request = create_option.build_request(*place, body={"data": names(title=title)})
        return self._placed(request, place, options)

    def update(
        self,
        option: Model | str | UUID,
        *,
        attribute: AnyPlace | None = None,
        object: AnyPlace | None = None,
        list: AnyPlace | None = None,
        title: str | NotGiven = NOT_GIVEN,
        is_archived: bool | NotGiven = NOT_GIVEN,
        options: RequestOptions | None = None,
    ) -> Option:
        """Rename an option, named by its id or title, or archive it (`is_archived` False brings it back).

        Raises ValueNotFoundError for an unknown option, SlugConflictError, NotFoundError.
        Scopes: object_configuration:read-write or list_configuration:read-write.
        Source: PATCH /v2/{target}/{identifier}/attributes/{attribute}/options/{option}.
        """
        place = attribute_place_of(object, list, attribute, option)
        body = some("option", **names(title=title), **flags(is_archived=is_archived))
        request = update_option.build_request(
            *place, segment(option, "option", kind="title"), body={"data": body}
        )
        return self._placed(request, place, options)

    def archive(
        self,
        option: Model | str | UUID,
        *,
        attribute: AnyPlace | None = None,
        object: AnyPlace | None = None,
        list: AnyPlace | None = None,
        options: RequestOptions | None = None,
    ) -> Option:
        """Archive an option: no record can choose it any more, its title stays taken.

        Source: PATCH /v2/{target}/{identifier}/attributes/{attribute}/options/{option}.
        """
        return self.update(
            option, attribute=attribute, object=object, list=list, is_archived=True, options=options
        )
