"""Subscriptions of webhooks from plain arguments (no I/O)."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any, Final, NamedTuple, cast
from urllib.parse import urlsplit
from uuid import UUID

from attio.core.arguments import mapping, one_of, sequence, text
from attio.core.errors import ArgumentError

from .bodies import plain
from .ids import Id
from .model import Model

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from attio.core.config import RequestOptions

_FIELDS: Final[Mapping[str, Mapping[str, str]]] = {
    "record": {"object": "id.object_id"},
    "object-attribute": {"object": "id.object_id"},
    "list": {"list": "id.list_id"},
    "list-attribute": {"list": "id.list_id"},
    "list-entry": {"list": "id.list_id", "object": "parent_object_id"},
    "note": {"object": "parent_object_id"},
    "note-content": {"object": "parent_object_id"},
    "comment": {"object": "object_id", "list": "list_id"},
}
"""Where an event says which object or list it is about, by its noun (behaviour.md, section 11)."""

_SHORT: Final = ("object", "list")
_ATTIO: Final = ("$and", "$or")
_UUID: Final = re.compile(r"[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}", re.IGNORECASE)


class Subscriptions(NamedTuple):
    """What a webhook is to listen to, before slugs became ids."""

    events: tuple[str, ...]
    filter: dict[str, Any] | None
    """Attio's own filter, the same for every event; None for none."""
    places: Mapping[str, Any]
    """The objects and lists of a short filter, by 'object' and 'list'; their ids go to `body`."""
    ready: list[dict[str, Any]] | None = None
    """Subscriptions that came in Attio's own shape."""

    def body(self, ids: Mapping[str, str]) -> list[dict[str, Any]]:
        """Return the subscriptions as Attio has them, given the ids of `places`."""
        if self.ready is not None:
            return self.ready
        return [{"event_type": event, "filter": self._filter(event, ids)} for event in self.events]

    def _filter(self, event: str, ids: Mapping[str, str]) -> dict[str, Any] | None:
        if not self.places:
            return self.filter
        fields = _FIELDS[_noun(event)]
        # Deliveries hold ids and no slugs, so a slug would never match.
        return {
            "$and": [
                {"field": fields[kind], "operator": "equals", "value": ids[kind]} for kind in self.places
            ]
        }


def chosen_subscriptions(
    events: Iterable[str] | str | None,
    filter: Mapping[str, Any] | None,
    subscriptions: Iterable[Any] | None,
) -> Subscriptions:
    """Return what `events=` with `filter=`, or `subscriptions=`, ask for; refuses both and neither."""
    if subscriptions is not None:
        for name, value in (("events", events), ("filter", filter)):
            if value is not None:
                raise ArgumentError(
                    name, value, "cannot be given with subscriptions", fix="give one of the two"
                )
        return Subscriptions((), None, {}, _ready(subscriptions))
    if events is None:
        raise ArgumentError(
            "events",
            None,
            "a webhook listens to at least one event type",
            fix='give events=["record.created"] or subscriptions=',
        )
    wanted = _event_types(events)
    if filter is None:
        return Subscriptions(wanted, None, {})
    chosen = mapping(filter, "filter")
    if chosen and all(key in _ATTIO for key in chosen):
        return Subscriptions(wanted, cast("dict[str, Any]", plain(chosen)), {})
    return Subscriptions(wanted, None, _places(chosen, wanted))


def _event_types(events: Iterable[str] | str) -> tuple[str, ...]:
    rows = [events] if isinstance(events, str) else sequence(events, "events")
    if not rows:
        raise ArgumentError("events", rows, "is empty", fix='give event types such as "record.created"')
    return tuple(dict.fromkeys(text(row, "events") for row in rows))


def _places(filter: dict[str, Any], events: tuple[str, ...]) -> Mapping[str, Any]:
    if not filter:
        raise ArgumentError("filter", filter, "is empty", fix="leave it out to get every event")
    for kind in filter:
        one_of(kind, "filter", _SHORT)
        for event in events:
            if kind not in _FIELDS.get(_noun(event), ()):
                raise ArgumentError(
                    "filter",
                    filter,
                    f"events {event!r} do not say which {kind} they are about",
                    fix="leave it out of events=, or give Attio's own filter in subscriptions=",
                )
    return filter


def _noun(event: str) -> str:
    return event.partition(".")[0]


def _ready(subscriptions: Iterable[Any]) -> list[dict[str, Any]]:
    rows = [plain(row) for row in sequence(subscriptions, "subscriptions")]
    if not rows:
        raise ArgumentError("subscriptions", rows, "is empty", fix="give at least one")
    return [{"filter": None, **_checked(row)} for row in rows]


def _checked(row: object) -> dict[str, Any]:
    entry = mapping(row, "subscriptions")
    if not entry.get("event_type"):
        fix = '{"event_type": "record.created", "filter": None}; for plain event types use events='
        raise ArgumentError("subscriptions", entry, "one has no event_type", fix=fix)
    return entry


def known_id(value: Any) -> str | None:
    """Return the id of an object or list that is already one: a model, an id, a UUID; None for a slug."""
    if isinstance(value, Model):
        return str(cast("Any", value).id)
    if isinstance(value, (UUID, Id)):
        return str(value)
    return value if isinstance(value, str) and _UUID.fullmatch(value) else None


def https_url(argument: str, value: str) -> str:
    """Return a URL that Attio delivers to; refuses what is not https, which Attio refuses too."""
    address = text(value, argument)
    try:
        parts = urlsplit(address)
    except ValueError:
        parts = urlsplit("")
    if parts.scheme != "https" or not parts.netloc:
        raise ArgumentError(
            argument,
            value,
            "Attio delivers to https URLs only",
            fix='give one like "https://example.com/hook"',
        )
    return address


def lookup_options(options: RequestOptions | None) -> RequestOptions | None:
    """Return the options of a call for the look-up that precedes it: not what was added to its request."""
    if options is None:
        return None
    kept = {key: value for key, value in options.items() if key not in ("extra_query", "extra_body")}
    return cast("RequestOptions", kept)
