"""`Value`: one value of an attribute, read from its JSON when somebody looks.

Every value of Attio's carries who set it and when. A `Value` keeps the JSON whole and converts a field at the
moment it is asked for, so a field that Attio adds tomorrow is in `.raw` today and odd content never fails.
"""

from __future__ import annotations

from decimal import Decimal, InvalidOperation
from typing import TYPE_CHECKING, Any, ClassVar, Self, cast, overload

from .plain import ActorRef
from .timestamps import read_timestamp

if TYPE_CHECKING:
    from datetime import datetime

METADATA_KEYS = frozenset({"active_from", "active_until", "created_by_actor", "attribute_type"})
"""Keys that every value has on read and none may have on write."""


class TextField:
    """Read one key of a value as text: None when it is missing, null or something else."""

    __slots__ = ("_key",)

    def __init__(self, key: str) -> None:
        self._key = key

    @overload
    def __get__(self, instance: None, owner: type[Value]) -> Self: ...
    @overload
    def __get__(self, instance: Value, owner: type[Value]) -> str | None: ...
    def __get__(self, instance: Value | None, owner: type[Value]) -> Self | str | None:
        if instance is None:
            return self
        found = instance._raw.get(self._key)
        return found if type(found) is str else None


class Value:
    """One value of an attribute, with who set it and when it held.

    Two values are equal when their JSON is: the same content set at another time is another value. Compare
    `.plain` to compare content.
    """

    __slots__ = ("_raw",)

    type: ClassVar[str] = ""
    """Attio's word for the attribute type that this class reads."""
    content_key: ClassVar[str] = "value"
    """The key that carries the content."""

    def __init__(self, raw: dict[str, Any]) -> None:
        self._raw = raw

    @property
    def raw(self) -> dict[str, Any]:
        """The JSON of the value as Attio sent it, as a new dict."""
        return dict(self._raw)

    @property
    def attribute_type(self) -> str:
        """Attio's word for the type, such as 'record-reference'; empty when it was not sent."""
        found = self._raw.get("attribute_type")
        return found if type(found) is str else self.type

    @property
    def active_from(self) -> datetime | None:
        """When this value was set."""
        return read_timestamp(self._raw.get("active_from"))

    @property
    def active_until(self) -> datetime | None:
        """When it was replaced or removed; None for a current value."""
        return read_timestamp(self._raw.get("active_until"))

    @property
    def created_by(self) -> ActorRef | None:
        """Who set it; the id is None for enrichment and other acts of the system."""
        actor = self._raw.get("created_by_actor")
        return ActorRef.from_raw(cast("dict[str, Any]", actor)) if isinstance(actor, dict) else None

    @property
    def plain(self) -> Any:
        """The content as plain Python; as Attio sent it when it is not what its type promises."""
        return self._raw.get(self.content_key)

    @property
    def is_current(self) -> bool:
        """Whether the value holds now, as far as Attio said."""
        return self._raw.get("active_until") is None or self.active_until is None

    def held_at(self, moment: datetime) -> bool:
        """Tell whether the value was active at `moment`, an aware datetime."""
        start, end = self.active_from, self.active_until
        return (start is None or start <= moment) and (end is None or moment < end)

    def __eq__(self, other: object) -> bool:
        return self._raw == other._raw if isinstance(other, Value) else NotImplemented

    def __hash__(self) -> int:
        content = self._raw.get(self.content_key)
        return hash(content if isinstance(content, (str, int, float)) else None)

    def __repr__(self) -> str:
        return f"{type(self).__name__}({self.plain!r})"

    def __reduce__(self) -> tuple[Any, ...]:
        return type(self), (self._raw,)


class UnknownValue(Value):
    """A value of a type that this release does not know; nothing of it is lost."""

    __slots__ = ()

    @property
    def plain(self) -> Any:
        """What is left of the JSON without who and when; the lone `value` where that is all there is."""
        content = {key: item for key, item in self._raw.items() if key not in METADATA_KEYS}
        return content["value"] if content.keys() == {"value"} else content


def read_decimal(found: Any) -> Any:
    """Read a JSON number, or a number in a text, as a Decimal; anything else comes back as it is.

    A float becomes its shortest form, which is how it was written in the JSON.
    """
    if type(found) in (int, str, float):
        try:
            exact = Decimal(repr(found) if type(found) is float else found)
        except InvalidOperation:
            return found
        return exact if exact.is_finite() else found
    return found
