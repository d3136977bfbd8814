"""Which client a model acts through."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from attio.core.arguments import segment
from attio.core.current import async_current_client
from attio.core.error_tree import ArgumentError, ArgumentTypeError, ConfigurationError, UnboundModelError

if TYPE_CHECKING:
    from attio.records.data import RowData
    from attio.records.model import Model

    from .client import AsyncAttio


def client_for(client: AsyncAttio | None, kind: type[Any]) -> AsyncAttio:
    """Return the client that a class method acts through: the one given, or the current one.

    Raises ConfigurationError when there is neither.
    """
    from .client import AsyncAttio

    if client is None:
        return async_current_client(AsyncAttio, kind.__name__)
    if not isinstance(client, AsyncAttio):
        raise ArgumentTypeError("client", client, f"{kind.__name__} acts through an {AsyncAttio.__name__}")
    return client


def kind_slug(kind: type[Any], wanted: type[Any], argument: str) -> str:
    """Return the slug of the object or list that a class is of; refuses a class that this client cannot fill."""
    if not issubclass(kind, wanted):
        other = getattr(kind, "kind", None) == wanted.kind
        fix = f"give its twin that derives from {wanted.__name__}" if other else None
        raise ArgumentTypeError(argument, kind, f"is no {wanted.__name__} class", fix=fix)
    slug: str | None = kind.__attio_slug__
    if slug is None:
        raise ArgumentError(
            argument,
            kind,
            "is of no single one",
            fix='give a slug, or a class that has __attio_slug__ = "..."',
        )
    return segment(slug, argument)


def bound(model: Model | RowData) -> AsyncAttio:
    """Return the client that a model acts through.

    That is the one that fetched it; for a model that came out of a pickle or a copy, the current one if it is
    of the same workspace. Raises UnboundModelError otherwise, naming `client.bind(model)`.
    """
    client: AsyncAttio | None = model._client
    if client is not None:
        return client
    from .client import AsyncAttio

    name = type(model).__name__
    try:
        current = async_current_client(AsyncAttio, name)
    except ConfigurationError as error:
        raise UnboundModelError(
            f"this {name} has no client (pickles and deep copies drop it); use client.bind(model) first"
        ) from error
    own, theirs = getattr(getattr(model, "id", None), "workspace_id", None), current.session.workspace_id
    if own and theirs and own != theirs:
        raise UnboundModelError(
            f"this {name} is of workspace {own}, the current client of {theirs}; "
            "use client.bind(model) with a client of its workspace"
        )
    return current
