"""Who works in a workspace and whose token this is (no I/O)."""

from __future__ import annotations

from typing import Any, ClassVar

from .ids import WorkspaceId, WorkspaceMemberId
from .model import Field, Model, flag, identifier, moment, optional_text, text


class WorkspaceMemberData(Model):
    """A member of the workspace; leavers stay, suspended."""

    __slots__ = ()
    kind: ClassVar[str] = "workspace-member"
    _title_keys: ClassVar[tuple[str, ...]] = ("email_address",)

    id = identifier(WorkspaceMemberId, "Id of the member.")
    first_name = text("First name.")
    last_name = text("Last name.")
    email_address = text("Address; writes accept it in place of the id.")
    avatar_url = optional_text("Picture, or None.")
    access_level = text("admin, member or suspended.")
    created_at = moment("When they joined.")

    @property
    def full_name(self) -> str:
        """First and last name with a space between."""
        return f"{self.raw.get('first_name') or ''} {self.raw.get('last_name') or ''}".strip()


def _scopes(value: Any) -> tuple[str, ...]:
    return tuple(value.split()) if isinstance(value, str) else ()


class IdentityData(Model):
    """Whose token this is: workspace, scopes, level; a revoked token is `active` False and nothing else."""

    __slots__ = ()
    kind: ClassVar[str] = "identity"
    _title_keys: ClassVar[tuple[str, ...]] = ("workspace_name",)

    active = flag("Whether Attio accepts the token.")
    scopes = Field(_scopes, "Scopes that the token holds, such as 'record_permission:read'.", key="scope")
    workspace_id = Field(
        lambda value: None if value is None else WorkspaceId(value),
        "Id of the workspace, or None.",
    )
    workspace_name = optional_text("Name of the workspace.")
    workspace_slug = optional_text("Slug of the workspace in app URLs.")
    workspace_logo_url = optional_text("Logo of the workspace, or None.")
    token_level = optional_text("workspace or user; None where Attio does not say.")
    client_id = optional_text("The OAuth app, or the token itself for API keys.")
    authorized_by_workspace_member_id = optional_text("Member who made or granted the token, or None.")
    token_type = optional_text("Bearer.")

    def __bool__(self) -> bool:
        return self.active

    def holds(self, scope: str) -> bool:
        """Tell whether the token may do what `scope` allows; read-write includes read."""
        return scope in self.scopes or (scope.endswith(":read") and f"{scope}-write" in self.scopes)
