"""Whose events a receiver passes over: named actors, and we ourselves."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final, TypeAlias

from attio.core.arguments import sequence
from attio.core.errors import ArgumentError, ArgumentTypeError, ConfigurationError
from attio.core.shapes import is_plural
from attio.records.members import WorkspaceMemberData
from attio.values.types import ActorRef

if TYPE_CHECKING:
    from collections.abc import Iterable

    from attio.records.members import IdentityData

    from .event import Event

ActorInput: TypeAlias = ActorRef | WorkspaceMemberData | tuple[str, str | None]
"""An actor: an ActorRef, a workspace member, or (type, id); an id of None stands for every actor of the type."""

_TYPES: Final = ("api-token", "workspace-member", "system", "app")


class Actors:
    """A set of actors."""

    __slots__ = ("_known",)

    def __init__(self, actors: Iterable[ActorInput]) -> None:
        self._known = [_pair(actor) for actor in sequence(actors, "ignore_actors")]

    def did(self, event: Event) -> bool:
        """Tell whether one of them did what the event tells of."""
        actor = event.actor if self._known else None
        # Compared one by one: what was sent as a type or an id need not be a text, nor hashable.
        return actor is not None and any(
            actor.type == kind and (own is None or actor.id == own) for kind, own in self._known
        )


def own_actors(identity: IdentityData) -> Actors:
    """Return the actors that a token's writes are attributed to; raises ConfigurationError where that is unknown."""
    if not identity.active:
        raise ConfigurationError("ignore_echoes: Attio does not accept the client's token")
    if identity.token_level == "user":  # noqa: S105 - the level of a token, not a token
        raise ConfigurationError(
            "ignore_echoes: writes with this token count as its member's own, as do those made in the app; "
            "use a workspace token, or ignore_actors=[...]"
        )
    if not identity.client_id:
        raise ConfigurationError(
            "ignore_echoes: Attio does not say what the client's token is called; use ignore_actors=[...]"
        )
    # An API key acts as "api-token" and an OAuth app as "app"; GET /v2/self names both client_id.
    return Actors([("api-token", identity.client_id), ("app", identity.client_id)])


def _pair(actor: Any) -> tuple[str, str | None]:
    if isinstance(actor, WorkspaceMemberData):
        return ("workspace-member", str(actor.id))
    if isinstance(actor, ActorRef):
        kind, own = actor.type, actor.id
    elif is_plural(actor) and len(actor) == 2:
        kind, own = actor
    else:
        fix = 'give ActorRef("api-token", id), ("system", None), or a workspace member'
        raise ArgumentTypeError("ignore_actors", actor, f"cannot hold {type(actor).__name__}", fix=fix)
    if kind not in _TYPES:
        raise ArgumentError("ignore_actors", kind, "is no type of actor", allowed=_TYPES)
    if own is not None and not isinstance(own, str):
        raise ArgumentTypeError("ignore_actors", own, "must be an id or None")
    return (kind, own)
