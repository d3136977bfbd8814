"""Apps that members may let into the workspace, and codes that were given out for it."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from attio.testing.state.stores import Store

if TYPE_CHECKING:
    from collections.abc import Iterable

    from attio.testing.state.workspace_state import WorkspaceState


class OAuthApp:
    """One app of the developer dashboard; its scopes are set there, not in the authorize URL."""

    __slots__ = ("client_id", "client_secret", "name", "redirect_uris", "scopes")

    def __init__(
        self,
        client_id: str,
        client_secret: str,
        redirect_uris: Iterable[str],
        scopes: Iterable[str],
        name: str,
    ) -> None:
        self.client_id = client_id
        self.client_secret = client_secret
        self.redirect_uris = tuple(redirect_uris)
        self.scopes = frozenset(scopes)
        self.name = name

    def __repr__(self) -> str:
        return f"<OAuthApp {self.name!r} {self.client_id}>"


class Grant(NamedTuple):
    """What one code stands for, until it is used."""

    client_id: str
    redirect_uri: str
    member_id: str | None
    expires_us: int


class Apps(Store):
    """All apps by client id, and the codes that are out."""

    def __init__(self, state: WorkspaceState) -> None:
        super().__init__(state)
        self.by_id: dict[str, OAuthApp] = {}
        self.grants: dict[str, Grant] = {}
