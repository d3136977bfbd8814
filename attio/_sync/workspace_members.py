# Derived from attio/_async by scripts/unasync: edit there.
"""Members of the workspace."""

from __future__ import annotations

from typing import TYPE_CHECKING

from attio_openapi.api.workspace_members import get_workspace_member, list_workspace_members

from attio.core.arguments import segment

from .models.workspace_members import WorkspaceMember
from .whole_listing import WholeResource

if TYPE_CHECKING:
    from uuid import UUID

    from attio.core.config import RequestOptions
    from attio.records.model import Model

    from .listing import Page, Rows
    from .whole_listing import WholeListing


class WorkspaceMembers(WholeResource):
    """Members of the workspace: `client.workspace_members`."""

    __slots__ = ()

    def _members(self, options: RequestOptions | None) -> WholeListing[WorkspaceMember]:
        request = list_workspace_members.build_request()
        return self._whole(WorkspaceMember, "list_workspace_members", request, options)

    def list(
        self, *, limit: int | None = None, offset: int | None = None, options: RequestOptions | None = None
    ) -> Page[WorkspaceMember]:
        """Fetch the members of the workspace, with those who left (their access level is "suspended").

        Attio sends them all at once; `limit` and `offset` cut that here, and every page fetches them anew.
        Scopes: user_management:read. Source: GET /v2/workspace_members.
        """
        return self._members(options).page(limit=limit, offset=offset)

    def iterate(
        self, *, max_items: int | None = None, options: RequestOptions | None = None
    ) -> Rows[WorkspaceMember]:
        """Go through all members. Costs one request. Source: GET /v2/workspace_members."""
        return self._members(options).rows(max_items=max_items)

    def get(
        self, workspace_member_id: Model | str | UUID, *, options: RequestOptions | None = None
    ) -> WorkspaceMember:
        """Fetch one member; raises NotFoundError.

        Scopes: user_management:read. Source: GET /v2/workspace_members/{workspace_member_id}.
        """
        request = get_workspace_member.build_request(segment(workspace_member_id, "workspace_member_id"))
        return self._one(WorkspaceMember, request, options)
