"""Which handlers and streams an event goes to."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final, TypeAlias, cast

from attio.core.errors import ArgumentError, ArgumentTypeError

from .event import Event
from .events import EVENT_TYPES

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

EventSelector: TypeAlias = str | type[Event]
"""Which events: a type such as "record.created", a whole noun as "record.*", all as "*", or a class."""

_NOUNS: Final = tuple(dict.fromkeys(f"{name.partition('.')[0]}.*" for name in EVENT_TYPES))


class Selection:
    """What a handler or a stream asked for."""

    __slots__ = ("_nouns", "_types", "everything")

    def __init__(self, selectors: Iterable[object], *, unlisted: bool = False) -> None:
        """Take selectors; a type that Attio is not known to send is refused unless `unlisted`."""
        names = [name for selector in selectors for name in _names(selector, unlisted=unlisted)]
        self.everything = "*" in names
        self._nouns = {name.removesuffix("*") for name in names if name.endswith(".*")}
        self._types = set(names)

    def matches(self, event: Event) -> bool:
        """Tell whether an event is among what was asked for."""
        name: object = event.raw.get("event_type")
        if self.everything:
            return True
        if not isinstance(name, str):
            return False
        return name in self._types or f"{name.partition('.')[0]}." in self._nouns


class Route:
    """A handler and the events that it wants."""

    __slots__ = ("handler", "selection")

    def __init__(self, selection: Selection, handler: Callable[[Any], Any]) -> None:
        self.selection = selection
        self.handler = handler

    @property
    def name(self) -> str:
        """What logs call the handler."""
        return getattr(self.handler, "__qualname__", None) or repr(self.handler)


def _names(selector: Any, *, unlisted: bool) -> tuple[str, ...]:
    if isinstance(selector, type):
        return _types_of(cast("type[Any]", selector))
    if not isinstance(selector, str):
        fix = (
            'write @receiver.on("record.created")' if callable(selector) else "give an event type or a class"
        )
        raise ArgumentTypeError("events", selector, f"cannot be {type(selector).__name__}", fix=fix)
    known = (*EVENT_TYPES, *_NOUNS, "*")
    if selector not in known and not (unlisted and selector.strip()):
        raise ArgumentError(
            "events",
            selector,
            "is no type of event that Attio is known to send",
            fix="unlisted=True takes one that is newer than this release",
            allowed=known,
        )
    return (selector,)


def _types_of(kind: type[Any]) -> tuple[str, ...]:
    if kind is Event:
        return ("*",)
    types: tuple[str, ...] = kind.event_types if issubclass(kind, Event) else ()
    if not types:
        raise ArgumentError("events", kind, "is no class of events", fix="give one such as RecordCreated")
    return types
