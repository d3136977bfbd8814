"""`AsyncWorkspaceMember`: a member that can be fetched."""

from __future__ import annotations

from typing import ClassVar

from attio.records.members import WorkspaceMemberData

from .abilities import AsyncListed, AsyncRetrieved


class AsyncWorkspaceMember(WorkspaceMemberData, AsyncListed, AsyncRetrieved):
    """A member of the workspace; Attio lets nobody change one here."""

    __slots__ = ()
    _resource: ClassVar[str] = "workspace_members"
