# Derived from attio/_async by scripts/unasync: edit there.
"""Lists."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from attio_openapi.api.lists import create_list, get_list, list_lists, update_list

from attio.core.arguments import segment
from attio.records.bodies import NOT_GIVEN, NotGiven, slug_from, some
from attio.records.bodies_lists import FULL_ACCESS, access_body, access_level, member_access
from attio.records.bodies_names import names

from .models.lists import List
from .whole_listing import WholeResource

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping
    from uuid import UUID

    from attio.core.config import RequestOptions
    from attio.records.model import Model

    from .listing import Page, Rows
    from .whole_listing import WholeListing


class Lists(WholeResource):
    """Lists: `client.lists`; what is in them is `client.entries`."""

    __slots__ = ()

    def _lists(self, options: RequestOptions | None) -> WholeListing[List]:
        return self._whole(List, "list_lists", list_lists.build_request(), options)

    def list(
        self, *, limit: int | None = None, offset: int | None = None, options: RequestOptions | None = None
    ) -> Page[List]:
        """Fetch the lists that the token may see, in the order of the app's sidebar.

        Attio sends them all at once; `limit` and `offset` cut that here, and every page fetches them anew.
        Scopes: list_configuration:read. Source: GET /v2/lists.
        """
        return self._lists(options).page(limit=limit, offset=offset)

    def iterate(self, *, max_items: int | None = None, options: RequestOptions | None = None) -> Rows[List]:
        """Go through all lists that the token may see. Costs one request. Source: GET /v2/lists."""
        return self._lists(options).rows(max_items=max_items)

    def get(self, list: Model | str | UUID, *, options: RequestOptions | None = None) -> List:
        """Fetch one list by its slug or id; raises NotFoundError.

        Scopes: list_configuration:read. Source: GET /v2/lists/{list}.
        """
        return self._one(List, get_list.build_request(segment(list, "list")), options)

    def create(
        self,
        *,
        name: str,
        parent_object: Model | str | UUID,
        api_slug: str | None = None,
        workspace_access: str | None = FULL_ACCESS,
        workspace_member_access: Iterable[Mapping[str, Any]] = (),
        options: RequestOptions | None = None,
    ) -> List:
        """Create a list of records of one object; that object cannot change later.

        `api_slug` is made from `name` unless given ("VIP Customers" gives "vip_customers"). Every member has
        full access unless `workspace_access` says "read-and-write", "read-only" or None (private); no single
        member has another level unless `workspace_member_access` says so, with objects of
        `workspace_member_id` and `level`. Somebody must have full access; the token has none of itself.
        Not sent again when its outcome is unknown (MaybeSentError); no list can be deleted here. Raises
        SlugConflictError, NotFoundError for an unknown object, ValueNotFoundError for an unknown member,
        BillingError for access levels above the plan.
        Scopes: list_configuration:read-write. Source: POST /v2/lists.
        """
        body = {
            **names(name=name),
            **names(api_slug=slug_from(name) if api_slug is None else api_slug),
            "parent_object": segment(parent_object, "parent_object"),
            **access_body(workspace_access, workspace_member_access),
        }
        return self._one(List, create_list.build_request(body={"data": body}), options)

    def update(
        self,
        list: Model | str | UUID,
        *,
        name: str | NotGiven = NOT_GIVEN,
        api_slug: str | NotGiven = NOT_GIVEN,
        workspace_access: str | NotGiven | None = NOT_GIVEN,
        workspace_member_access: Iterable[Mapping[str, Any]] | NotGiven = NOT_GIVEN,
        options: RequestOptions | None = None,
    ) -> List:
        """Change name, slug or access of a list; what is not given stays.

        `workspace_access` None makes it private; `workspace_member_access` is replaced as a whole.
        Raises NotFoundError, ValueNotFoundError for an unknown member.
        Scopes: list_configuration:read-write. Source: PATCH /v2/lists/{list}.
        """
        members, level = workspace_member_access, workspace_access
        body = some(
            "list",
            **names(name=name, api_slug=api_slug),
            workspace_access=level if level is NOT_GIVEN else access_level("workspace_access", level),
            workspace_member_access=members if members is NOT_GIVEN else member_access(members),
        )
        request = update_list.build_request(segment(list, "list"), body={"data": body})
        return self._one(List, request, options)
