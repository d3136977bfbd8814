"""Members of the workspace."""

from __future__ import annotations

from typing import TYPE_CHECKING

from attio_openapi.api.workspace_members import get_workspace_member, list_workspace_members

from attio.core.arguments import segment

from .models.workspace_members import AsyncWorkspaceMember
from .whole_listing import AsyncWholeResource

if TYPE_CHECKING:
    from uuid import UUID

    from attio.core.config import RequestOptions
    from attio.records.model import Model

    from .listing import AsyncPage, AsyncRows
    from .whole_listing import AsyncWholeListing


class AsyncWorkspaceMembers(AsyncWholeResource):
    """Members of the workspace: `client.workspace_members`."""

    __slots__ = ()

    def _members(self, options: RequestOptions | None) -> AsyncWholeListing[AsyncWorkspaceMember]:
        request = list_workspace_members.build_request()
        return self._whole(AsyncWorkspaceMember, "list_workspace_members", request, options)

    async def list(
        self, *, limit: int | None = None, offset: int | None = None, options: RequestOptions | None = None
    ) -> AsyncPage[AsyncWorkspaceMember]:
        """Fetch the members of the workspace, with those who left (their access level is "suspended").

        Attio sends them all at once; `limit` and `offset` cut that here, and every page fetches them anew.
        Scopes: user_management:read. Source: GET /v2/workspace_members.
        """
        return await self._members(options).page(limit=limit, offset=offset)

    def iterate(
        self, *, max_items: int | None = None, options: RequestOptions | None = None
    ) -> AsyncRows[AsyncWorkspaceMember]:
        """Go through all members. Costs one request. Source: GET /v2/workspace_members."""
        return self._members(options).rows(max_items=max_items)

    async def get(
        self, workspace_member_id: Model | str | UUID, *, options: RequestOptions | None = None
    ) -> AsyncWorkspaceMember:
        """Fetch one member; raises NotFoundError.

        Scopes: user_management:read. Source: GET /v2/workspace_members/{workspace_member_id}.
        """
        request = get_workspace_member.build_request(segment(workspace_member_id, "workspace_member_id"))
        return await self._one(AsyncWorkspaceMember, request, options)
