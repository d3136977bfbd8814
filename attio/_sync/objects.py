# Derived from attio/_async by scripts/unasync: edit there.
"""Objects: kinds of records."""

from __future__ import annotations

from typing import TYPE_CHECKING

from attio_openapi.api.objects import create_object, delete_object, get_object, list_objects, update_object

from attio.core.arguments import segment
from attio.records.bodies import NOT_GIVEN, NotGiven, some
from attio.records.bodies_names import names

from .models.objects import Object
from .whole_listing import WholeResource

if TYPE_CHECKING:
    from uuid import UUID

    from attio.core.config import RequestOptions
    from attio.records.model import Model

    from .listing import Page, Rows
    from .whole_listing import WholeListing


class Objects(WholeResource):
    """Objects: `client.objects`."""

    __slots__ = ()

    def _objects(self, options: RequestOptions | None) -> WholeListing[Object]:
        return self._whole(Object, "list_objects", list_objects.build_request(), options)

    def list(
        self, *, limit: int | None = None, offset: int | None = None, options: RequestOptions | None = None
    ) -> Page[Object]:
        """Fetch the objects of the workspace, standard and custom.

        Attio sends them all at once; `limit` and `offset` cut that here, and every page fetches them anew.
        Standard objects that the workspace has switched off are missing.
        Scopes: object_configuration:read. Source: GET /v2/objects.
        """
        return self._objects(options).page(limit=limit, offset=offset)

    def iterate(self, *, max_items: int | None = None, options: RequestOptions | None = None) -> Rows[Object]:
        """Go through all objects. Costs one request. Source: GET /v2/objects."""
        return self._objects(options).rows(max_items=max_items)

    def get(self, object: Model | str | UUID, *, options: RequestOptions | None = None) -> Object:
        """Fetch one object by its slug or id; raises NotFoundError, also for one that is switched off.

        Scopes: object_configuration:read. Source: GET /v2/objects/{object}.
        """
        return self._one(Object, get_object.build_request(segment(object, "object")), options)

    def create(
        self,
        *,
        api_slug: str,
        singular_noun: str,
        plural_noun: str,
        options: RequestOptions | None = None,
    ) -> Object:
        """Create a custom object.

        Not sent again when its outcome is unknown (MaybeSentError). Raises SlugConflictError for a slug that
        is taken, QuotaExceededError above what the plan allows.
        Scopes: object_configuration:read-write. Source: POST /v2/objects.
        """
        body = names(api_slug=api_slug, singular_noun=singular_noun, plural_noun=plural_noun)
        return self._one(Object, create_object.build_request(body={"data": body}), options)

    def update(
        self,
        object: Model | str | UUID,
        *,
        api_slug: str | NotGiven = NOT_GIVEN,
        singular_noun: str | NotGiven = NOT_GIVEN,
        plural_noun: str | NotGiven = NOT_GIVEN,
        options: RequestOptions | None = None,
    ) -> Object:
        """Rename an object; what is not given stays.

        Raises NotFoundError, SlugConflictError. Scopes: object_configuration:read-write.
        Source: PATCH /v2/objects/{object}.
        """
        changes = names(api_slug=api_slug, singular_noun=singular_noun, plural_noun=plural_noun)
        request = update_object.build_request(
            segment(object, "object"), body={"data": some("object", **changes)}
        )
        return self._one(Object, request, options)

    def delete(self, object: Model | str | UUID, *, options: RequestOptions | None = None) -> None:
        """Delete a custom object and ALL its records, for good.

        Raises SystemEditError for a standard object, NotFoundError.
        Scopes: object_configuration:read-write, record_permission:read-write.
        Source: DELETE /v2/objects/{object}.
        """
        self._send(delete_object.build_request(segment(object, "object")), options)
