"""Workspace members: people who can be actors. Read-only through the API."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from attio.testing.stamps import stamp
from attio.testing.state.stores import Store

if TYPE_CHECKING:
    from attio.testing.state.workspace_state import WorkspaceState


class Member:
    """One member. Leavers get the access level `suspended`; members are never deleted."""

    __slots__ = ("access_level", "avatar_url", "created_us", "email_address", "first_name", "id", "last_name")

    def __init__(
        self,
        id: str,
        first_name: str,
        last_name: str,
        email_address: str,
        *,
        access_level: str = "member",
        avatar_url: str | None = None,
        created_us: int = 0,
    ) -> None:
        self.id = id
        self.first_name = first_name
        self.last_name = last_name
        self.email_address = email_address
        self.access_level = access_level
        self.avatar_url = avatar_url
        self.created_us = created_us

    def render(self, workspace_id: str) -> dict[str, Any]:
        """Return the member as the API shows it."""
        return {
            "id": {"workspace_id": workspace_id, "workspace_member_id": self.id},
            "first_name": self.first_name,
            "last_name": self.last_name,
            "avatar_url": self.avatar_url,
            "email_address": self.email_address,
            "access_level": self.access_level,
            "created_at": stamp(self.created_us),
        }


class Members(Store):
    """All members, in the order they joined."""

    def __init__(self, state: WorkspaceState) -> None:
        super().__init__(state)
        self.by_id: dict[str, Member] = {}

    def add(self, member: Member) -> Member:
        """Add a member."""
        self.by_id[member.id] = member
        return member

    def find(self, id_or_email: str) -> Member | None:
        """Find a member by id or by email address, in any case of letters."""
        wanted = id_or_email.lower()
        found = self.by_id.get(wanted)
        if found is not None:
            return found
        return next((each for each in self.by_id.values() if each.email_address.lower() == wanted), None)
