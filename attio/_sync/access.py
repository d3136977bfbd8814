# Derived from attio/_async by scripts/unasync: edit there.
"""What a client does with its token: take it from a store, check what it may do."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from attio.core.config import load_config

if TYPE_CHECKING:
    from typing import Self, Unpack

    from attio.core.client_options import ClientOptions
    from attio.core.config import Config
    from attio.oauth.renewal import Refresher
    from attio.oauth.scopes import Scope
    from attio.oauth.stores.entry import TokenStore

    from .client import Attio


class Access:
    """The token of a client."""

    __slots__ = ()

    if TYPE_CHECKING:

        @property
        def _me(self) -> Attio: ...
        @classmethod
        def from_config(cls, config: Config, *, transport: Any = None) -> Self:
            """Make a client from settings that were checked before."""
            ...

    @classmethod
    def for_workspace(
        cls,
        store: TokenStore,
        key: str,
        *,
        oauth: Refresher | None = None,
        transport: Any = None,
        **options: Unpack[ClientOptions],
    ) -> Self:
        """Make a client of one workspace, with the token that a store keeps under a key (often the workspace's id).

        When Attio refuses the token later (401, or `whoami()` that is not active), the store is asked for a newer
        one, then `oauth` to renew one that has a refresh token; else the entry is marked as revoked. Raises
        TokenNotFoundError, RevokedTokenError or ExpiredTokenError. Costs no request to Attio.
        """
        from attio.oauth.renewal import Renewal

        renewal = Renewal(store, key, oauth)
        token = renewal.first()
        given: dict[str, Any] = {**options, "api_key": token.secret, "refresh": renewal}
        client = cls.from_config(load_config(transport=transport, **given), transport=transport)
        if token.workspace_id is not None:
            client._me.session.bind_workspace(token.workspace_id, token.scopes)
        return client

    def check_scopes(self, *operations: str, target: str | None = None) -> tuple[Scope, ...]:
        """Check that the token may do all of these operations, before a job starts; returns the scopes they need.

        Operations are named as on the client: `check_scopes("records.create", "notes.list")`; `target` is as for
        `attio.scopes_for`. Raises ScopeError naming the scopes that the token lacks and what needs them,
        InactiveTokenError for a token that Attio does not accept. Costs one request (GET /v2/self) when the
        scopes are not known yet, or seem not to be enough: those of a key can be changed.
        """
        from attio.core.error_status import ScopeError
        from attio.oauth.answers import require_active
        from attio.oauth.scopes import require_scopes

        known = self._me.session.held_scopes
        if known is not None:
            try:
                return require_scopes(operations, known, target=target)
            except ScopeError:
                pass  # asked again below
        identity = self._me.whoami()
        return require_scopes(operations, require_active(identity).scopes, target=target)

    def _note_inactive(self) -> None:
        """Tell the store that the token came from, if it did, that Attio does not accept it."""
        from attio.oauth.renewal import Renewal

        renewal = self._me.config.refresh
        if isinstance(renewal, Renewal):
            renewal.inactive()
