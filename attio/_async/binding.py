"""Which client a model acts through."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from attio.records.model import Model

    from .client import AsyncAttio


def client_for(client: AsyncAttio | None, kind: type[Any]) -> AsyncAttio:
    """Return the client that a class method acts through: the one given, or the current default.

    Raises ConfigurationError when there is neither.
    """
    from attio.core.defaults import async_default_client

    from .client import AsyncAttio

    if client is None:
        return async_default_client(AsyncAttio, needed_by=kind.__name__)
    if not isinstance(client, AsyncAttio):
        from attio.core.errors import ArgumentTypeError

        raise ArgumentTypeError("client", client, f"{kind.__name__} acts through an {AsyncAttio.__name__}")
    return client


def bound(model: Model) -> AsyncAttio:
    """Return the client that a model acts through.

    That is the one that fetched it; for a model that came out of a pickle or a copy, the default client if it
    is of the same workspace. Raises UnboundModelError otherwise, naming `client.bind(model)`.
    """
    client: AsyncAttio | None = model._client
    if client is not None:
        return client
    from attio.core.defaults import async_default_client
    from attio.core.errors import ConfigurationError, UnboundModelError

    from .client import AsyncAttio

    name = type(model).__name__
    try:
        default = async_default_client(AsyncAttio, needed_by=name)
    except ConfigurationError as error:
        raise UnboundModelError(
            f"this {name} has no client (pickles and deep copies drop it); use client.bind(model) first"
        ) from error
    own, theirs = getattr(getattr(model, "id", None), "workspace_id", None), default.workspace_id
    if own and theirs and own != theirs:
        raise UnboundModelError(
            f"this {name} is of workspace {own}, the default client is of {theirs}; "
            "use client.bind(model) with a client of its workspace"
        )
    return default
