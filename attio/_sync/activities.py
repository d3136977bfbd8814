# Derived from attio/_async by scripts/unasync: edit there.
"""Activities: kinds of timeline events."""

from __future__ import annotations

from typing import TYPE_CHECKING

from attio_openapi.api.activities import (
    create_activity,
    delete_activity,
    get_activity,
    list_activities,
    update_activity,
)

from attio.core.arguments import segment
from attio.records.bodies import NOT_GIVEN, NotGiven, some
from attio.records.bodies_names import names

from .models.activities import Activity
from .resource import Resource

if TYPE_CHECKING:
    from uuid import UUID

    from attio_openapi import Request

    from attio.core.config import RequestOptions
    from attio.records.model import Model
    from attio.records.paging import PageQuery

    from .listing import Listing, Page, Rows


class Activities(Resource):
    """Activities, kinds of timeline events: `client.activities`. Attio calls these routes alpha."""

    __slots__ = ()

    def _activities(self, options: RequestOptions | None) -> Listing[Activity]:
        def build(at: PageQuery) -> Request:
            return list_activities.build_request(limit=at.limit, cursor=at.cursor)

        return self._listing(Activity, "list_activities", build, options)

    def list(
        self, *, limit: int | None = None, cursor: str | None = None, options: RequestOptions | None = None
    ) -> Page[Activity]:
        """Fetch one page of the kinds of activity that the workspace has, system ones included.

        `limit` is 100 unless given, 1000 at most.
        Scopes: activity_configuration:read. Source: GET /v2/activities.
        """
        return self._activities(options).page(limit=limit, cursor=cursor)

    def iterate(
        self,
        *,
        page_size: int | None = None,
        max_items: int | None = None,
        prefetch: bool = False,
        options: RequestOptions | None = None,
    ) -> Rows[Activity]:
        """Go through all kinds of activity, page by page (1000 at most). Source: GET /v2/activities."""
        return self._activities(options).rows(page_size=page_size, max_items=max_items, prefetch=prefetch)

    def get(self, activity: Model | str | UUID, *, options: RequestOptions | None = None) -> Activity:
        """Fetch one kind of activity by its slug or id; raises NotFoundError.

        Scopes: activity_configuration:read. Source: GET /v2/activities/{activity}.
        """
        request = get_activity.build_request(segment(activity, "activity"))
        return self._one(Activity, request, options)

    def create(
        self,
        *,
        api_slug: str,
        singular_noun: str,
        plural_noun: str,
        extends: str,
        options: RequestOptions | None = None,
    ) -> Activity:
        """Create a kind of activity.

        `extends` is what it builds on, "activities", "interactions", "calls" or "emails"; it cannot change
        later. Not sent again when its outcome is unknown (MaybeSentError). Raises SlugConflictError, and
        BillingError where the plan has no custom activities.
        Scopes: activity_configuration:read-write. Source: POST /v2/activities.
        """
        body = names(api_slug=api_slug, singular_noun=singular_noun, plural_noun=plural_noun, extends=extends)
        return self._one(Activity, create_activity.build_request(body={"data": body}), options)

    def update(
        self,
        activity: Model | str | UUID,
        *,
        api_slug: str | NotGiven = NOT_GIVEN,
        singular_noun: str | NotGiven = NOT_GIVEN,
        plural_noun: str | NotGiven = NOT_GIVEN,
        options: RequestOptions | None = None,
    ) -> Activity:
        """Rename a kind of activity; what is not given stays. Raises NotFoundError, SlugConflictError.

        Scopes: activity_configuration:read-write. Source: PATCH /v2/activities/{activity}.
        """
        changes = names(api_slug=api_slug, singular_noun=singular_noun, plural_noun=plural_noun)
        request = update_activity.build_request(
            segment(activity, "activity"), body={"data": some("activity", **changes)}
        )
        return self._one(Activity, request, options)

    def delete(self, activity: Model | str | UUID, *, options: RequestOptions | None = None) -> None:
        """Delete a kind of activity and ALL its records, for good, also when it is archived.

        Raises SystemEditError for one that is Attio's own, NotFoundError.
        Scopes: activity_configuration:read-write, activity_record:read-write.
        Source: DELETE /v2/activities/{activity}.
        """
        self._send(delete_activity.build_request(segment(activity, "activity")), options)
