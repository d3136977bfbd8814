"""Whose calls these are: the token, and what is known of its workspace."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import httpx

from attio.core.auth import BearerAuth
from attio.core.limits import bind_workspace, limit_key, token_digest

if TYPE_CHECKING:
    from attio.core.config import Config
    from attio.core.redact import Secret


class Account:
    """A token with the workspace and the scopes behind it, as far as ``whoami()`` has told them."""

    __slots__ = ("auth", "held_scopes", "tenant", "workspace_id")

    def __init__(self, config: Config, key: Secret | None = None) -> None:
        own = key or config.api_key
        if own is None:
            from attio.core.error_tree import ConfigurationError

            raise ConfigurationError("no API key: give api_key=..., or set ATTIO_API_KEY")
        self.auth = BearerAuth(own, httpx.URL(config.base_url), None if key else config.refresh)
        self.tenant = token_digest(own.reveal())
        """A name for the token that tells nothing of it; stays what it is when the token is renewed."""
        self.workspace_id: str | None = None
        self.held_scopes: tuple[str, ...] | None = None

    @property
    def limit_key(self) -> str:
        """What the calls count under: the workspace once any client of this process knows it, until then the token."""
        return limit_key(self.tenant)

    def bind(self, workspace_id: str, scopes: tuple[str, ...] | None, limiter: Any) -> None:
        """Remember the workspace: its limits are shared with its other tokens from now on."""
        self.workspace_id = workspace_id
        self.held_scopes = scopes if scopes is not None else self.held_scopes
        bind_workspace(self.tenant, workspace_id, limiter)
