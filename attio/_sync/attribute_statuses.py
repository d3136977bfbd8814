# Derived from attio/_async by scripts/unasync: edit there.
"""Statuses of status attributes."""

from __future__ import annotations

from typing import TYPE_CHECKING

from attio_openapi.api.attributes import create_status, list_statuses, update_status

from attio.core.arguments import flag, segment
from attio.records.bodies import NOT_GIVEN, NotGiven, some
from attio.records.bodies_names import flags, names
from attio.records.durations import duration_text
from attio.records.places import attribute_place_of

from .models.attributes import Status
from .whole_listing import WholeResource

if TYPE_CHECKING:
    from datetime import timedelta
    from uuid import UUID

    from attio_openapi import Request
    from dateutil.relativedelta import relativedelta

    from attio.core.config import RequestOptions
    from attio.records.model import Model
    from attio.records.places import AnyPlace, AttributePlace

    from .listing import Page, Rows
    from .whole_listing import WholeListing


class Statuses(WholeResource):
    """Statuses of status attributes: `client.attributes.statuses`.

    Every call names the attribute and its `object=` or `list=`; with models that came from here that can be
    left out. Scopes: object_configuration for objects, list_configuration for lists.
    """

    __slots__ = ()

    def _statuses(
        self, place: AttributePlace, show_archived: bool, options: RequestOptions | None
    ) -> WholeListing[Status]:
        archived = True if flag(show_archived, "show_archived") else None
        request = list_statuses.build_request(*place, show_archived=archived)
        return self._whole(Status, "list_statuses", request, options, place=place)

    def _placed(self, request: Request, place: AttributePlace, options: RequestOptions | None) -> Status:
        status = self._one(Status, request, options)
        status.place = place
        return status

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
    ) -> Page[Status]:
        """Fetch the statuses of a status attribute, in their order.

        Attio sends them all at once; `limit` and `offset` cut that here, and every page fetches them anew.
        Raises NotFoundError. Scopes: object_configuration:read or list_configuration:read.
        Source: GET /v2/{target}/{identifier}/attributes/{attribute}/statuses.
        """
        place = attribute_place_of(object, list, attribute)
        return self._statuses(place, show_archived, options).page(limit=limit, offset=offset)

    def iterate(
        self,
        attribute: Model | str | UUID,
        *,
        object: AnyPlace | None = None,
        list: AnyPlace | None = None,
        show_archived: bool = False,
        max_items: int | None = None,
        options: RequestOptions | None = None,
    ) -> Rows[Status]:
        """Go through all statuses of a status attribute. Costs one request.

        Source: GET /v2/{target}/{identifier}/attributes/{attribute}/statuses.
        """
        place = attribute_place_of(object, list, attribute)
        return self._statuses(place, show_archived, options).rows(max_items=max_items)

    def create(
        self,
        attribute: Model | str | UUID,
        title: str,
        *,
        object: AnyPlace | None = None,
        list: AnyPlace | None = None,
        celebration_enabled: bool = False,
        target_time_in_status: timedelta | relativedelta | str | None = None,
        options: RequestOptions | None = None,
    ) -> Status:
        """Add a status to a status attribute, as its last one; statuses cannot be deleted.

        `target_time_in_status` is how long a record should stay in it at most (ISO 8601 text such as "P3D"
        passes); none unless given. The app celebrates a record that reaches it with `celebration_enabled`.
        Not sent again when its outcome is unknown (MaybeSentError). Raises SlugConflictError for a title that
        is taken, also by an archived status; ValidationError where the attribute is no status; NotFoundError.
        Scopes: object_configuration:read-write or list_configuration:read-write.
        Source: POST /v2/{target}/{identifier}/attributes/{attribute}/statuses.
        """
        place = attribute_place_of(object, list, attribute)
        body = {
            **names(title=title),
            **flags(celebration_enabled=celebration_enabled),
            "target_time_in_status": duration_text("target_time_in_status", target_time_in_status),
        }
        return self._placed(create_status.build_request(*place, body={"data": body}), place, options)

    def update(
        self,
        status: Model | str | UUID,
        *,
        attribute: AnyPlace | None = None,
        object: AnyPlace | None = None,
        list: AnyPlace | None = None,
        title: str | NotGiven = NOT_GIVEN,
        celebration_enabled: bool | NotGiven = NOT_GIVEN,
        target_time_in_status: timedelta | relativedelta | str | NotGiven | None = NOT_GIVEN,
        is_archived: bool | NotGiven = NOT_GIVEN,
        options: RequestOptions | None = None,
    ) -> Status:
        """Change a status, named by its id or title; what is not given stays.

        `target_time_in_status` None removes it, `is_archived` False brings an archived status back.
        Raises ValueNotFoundError for an unknown status, SlugConflictError, NotFoundError.
        Scopes: object_configuration:read-write or list_configuration:read-write.
        Source: PATCH /v2/{target}/{identifier}/attributes/{attribute}/statuses/{status}.
        """
        place = attribute_place_of(object, list, attribute, status)
        stay = target_time_in_status
        body = some(
            "status",
            **names(title=title),
            **flags(celebration_enabled=celebration_enabled, is_archived=is_archived),
            target_time_in_status=stay if stay is NOT_GIVEN else duration_text("target_time_in_status", stay),
        )
        request = update_status.build_request(
            *place, segment(status, "status", kind="title"), body={"data": body}
        )
        return self._placed(request, place, options)

    def archive(
        self,
        status: Model | str | UUID,
        *,
        attribute: AnyPlace | None = None,
        object: AnyPlace | None = None,
        list: AnyPlace | None = None,
        options: RequestOptions | None = None,
    ) -> Status:
        """Archive a status: no record can choose it any more, its title stays taken.

        Source: PATCH /v2/{target}/{identifier}/attributes/{attribute}/statuses/{status}.
        """
        return self.update(
            status, attribute=attribute, object=object, list=list, is_archived=True, options=options
        )
