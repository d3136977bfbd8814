"""The settings of a client by keyword, for type checkers; `config.py` checks and explains them."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Literal, TypedDict

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from attio.core.hooks import Hooks


class ClientOptions(TypedDict, total=False):
    """What `Attio(...)`, `with_options(...)` and `attio.configure(...)` take; None counts as not given."""

    access_token: str | None
    base_url: str | None
    timeout_s: float | None
    deadline_s: float | None
    max_retries: int | None
    retry_delay_s: float | None
    numbers: Literal["float", "decimal"] | None
    schema: Literal["auto", "off"] | None
    api_version: Literal["v2"] | None
    logger: Any
    proxy: str | None
    verify: Any
    connection_limits: Any
    rate_limiter: Any
    hooks: Hooks | Sequence[Hooks] | None
    refresh: Callable[[], Any] | None
    client_id: str | None
    client_secret: str | None
    redirect_uri: str | None


class ChangedOptions(ClientOptions, total=False):
    """What `with_options(...)` takes: the settings of a client, another key among them."""

    api_key: str | None
