"""`Model`: one JSON object of Attio's, kept whole, read through typed fields.

A model never copies its JSON into attributes: `.raw` is the object as Attio sent it, and a `Field` converts
one key when somebody looks at it. So a key that Attio adds tomorrow is in `.raw` today, and a key that is
absent reads as None while `.raw` keeps the difference between absent and null.
"""

from __future__ import annotations

import copy
from typing import TYPE_CHECKING, Any, ClassVar, Generic, TypeVar, overload

from .json_shapes import is_object

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping
    from datetime import datetime
    from typing import Self

    from attio.core.snapshot import ResponseSnapshot
    from attio.values.types import ActorRef, RecordRef

    from .ids import Id

T = TypeVar("T")
_REPR_TEXT = 48


class Field(Generic[T]):
    """A read-only, converted view of one key of a model's `.raw`."""

    # No slots: a slot for __doc__ would collide with the docstring above.
    def __init__(self, convert: Callable[[Any], T], doc: str, *, key: str = "") -> None:
        self.convert = convert
        self.key = key
        self.__doc__ = doc

    def __set_name__(self, owner: type, name: str) -> None:
        self.key = self.key or name

    @overload
    def __get__(self, instance: None, owner: type) -> Self: ...
    @overload
    def __get__(self, instance: Model, owner: type) -> T: ...
    def __get__(self, instance: Model | None, owner: type) -> Self | T:
        if instance is None:
            return self
        return self.convert(instance.raw.get(self.key))

    def __set__(self, instance: Model, value: object) -> None:
        raise AttributeError(
            f"{type(instance).__name__}.{self.key} is what Attio answered and is read-only; "
            f"change it with .update({self.key}=...) where the resource has one"
        )


def _same(value: Any) -> Any:
    return value


def text(doc: str, *, key: str = "") -> Field[str]:
    """Declare a field that Attio always fills with text."""
    return Field(_same, doc, key=key)


def optional_text(doc: str, *, key: str = "") -> Field[str | None]:
    """Declare a text field that may be null or absent."""
    return Field(_same, doc, key=key)


def flag(doc: str, *, key: str = "") -> Field[bool]:
    """Declare a yes-or-no field; absent reads as False."""
    return Field(bool, doc, key=key)


def number(doc: str, *, key: str = "") -> Field[int | float | None]:
    """Declare a number field that may be null or absent."""
    return Field(_same, doc, key=key)


def json_value(doc: str, *, key: str = "") -> Field[Any]:
    """Declare a field that is shown as the JSON that Attio sent."""
    return Field(_same, doc, key=key)


def _moment(value: Any) -> Any:
    if value is None:
        return None
    from attio.values.timestamps import read_timestamp

    return read_timestamp(value)


def moment(doc: str, *, key: str = "") -> Field[datetime]:
    """Declare an aware UTC time that Attio always fills."""
    return Field(_moment, doc, key=key)


def optional_moment(doc: str, *, key: str = "") -> Field[datetime | None]:
    """Declare an aware UTC time that may be null or absent."""
    return Field(_moment, doc, key=key)


def _actor(value: Any) -> ActorRef | None:
    if not is_object(value):
        return None
    from attio.values.types import ActorRef

    return ActorRef.from_raw(value)


def actor(doc: str, *, key: str = "") -> Field[ActorRef | None]:
    """Declare who did it; Attio may know neither type nor id."""
    return Field(_actor, doc, key=key)


def record_links(
    doc: str, *, object_keys: tuple[str, ...] = ("object_slug", "object_id"), id_key: str = "record_id"
) -> Field[tuple[RecordRef, ...]]:
    """Declare references to records, spelled by Attio with other keys from noun to noun."""

    def convert(value: Any) -> tuple[RecordRef, ...]:
        from attio.values.types import RecordRef

        return tuple(
            RecordRef(next((row[key] for key in object_keys if row.get(key)), ""), row.get(id_key) or "")
            for row in value or ()
        )

    return Field(convert, doc, key="linked_records")


def identifier(kind: type[IdT], doc: str) -> Field[IdT]:
    """Declare the model's own id, a `str` with the ids of what it belongs to beside it."""
    return Field(kind.from_raw, doc, key="id")


def nested(kind: type[ModelT], doc: str, *, key: str = "") -> Field[ModelT | None]:
    """Declare one embedded object, or None."""
    return Field(lambda value: None if value is None else kind(value), doc, key=key)


def nested_list(kind: type[ModelT], doc: str, *, key: str = "") -> Field[tuple[ModelT, ...]]:
    """Declare a list of embedded objects; null and absent read as empty."""
    return Field(lambda value: tuple(kind(item) for item in value or ()), doc, key=key)


def texts(doc: str, *, key: str = "") -> Field[tuple[str, ...]]:
    """Declare a list of texts; a lone text reads as a list of one, null and absent as empty."""

    def convert(value: Any) -> tuple[str, ...]:
        return (value,) if isinstance(value, str) else tuple(value or ())

    return Field(convert, doc, key=key)


class Model:
    """Base of everything that Attio returns besides records and entries.

    Two models are equal when they are the same thing (same kind, same id), whatever their content;
    `same_values` compares content.  Pickles and copies keep the data and drop the client.
    """

    __slots__ = ("_client", "raw", "response")

    kind: ClassVar[str] = "object"
    """Attio's word for what this is; equal for the data class and its sync and async twins."""

    raw: Mapping[str, Any]
    response: ResponseSnapshot | None
    _client: Any

    def __init__(
        self,
        raw: Mapping[str, Any] | None = None,
        *,
        client: Any = None,
        response: ResponseSnapshot | None = None,
    ) -> None:
        # A body of another shape than promised stays visible instead of failing.
        self.raw = raw if isinstance(raw, dict) else {"value": raw}
        self._client = client
        self.response = response

    def to_dict(self) -> dict[str, Any]:
        """Return a deep copy of the JSON that Attio sent."""
        return copy.deepcopy(dict(self.raw))

    def same_values(self, other: object) -> bool:
        """Tell whether `other` is of the same kind and has the same content."""
        return isinstance(other, Model) and self.kind == other.kind and self.raw == other.raw

    def _own_id(self) -> Any:
        """Return the model's own id, None for what has none."""
        own: Any = self
        return own.id if hasattr(type(self), "id") else None

    def _identity(self) -> tuple[str, str] | None:
        own: Id | None = self._own_id()
        return (self.kind, str(own)) if own else None

    def __eq__(self, other: object) -> bool:
        if not isinstance(other, Model):
            return NotImplemented
        mine = self._identity()
        return self.same_values(other) if mine is None else mine == other._identity()

    def __hash__(self) -> int:
        # Without an id equality is by content, which cannot be hashed: the kind is a correct, coarse hash.
        return hash(self._identity() or self.kind)

    def __reduce__(self) -> tuple[Any, ...]:
        return (type(self), (self.raw,))

    def __copy__(self) -> Self:
        return type(self)(self.raw, client=self._client, response=self.response)

    def __deepcopy__(self, memo: dict[int, Any]) -> Self:
        return type(self)(copy.deepcopy(self.raw, memo))

    if not TYPE_CHECKING:  # a typo must stay an error for type checkers

        def __getattr__(self, name: str) -> Any:
            # A field that Attio added after this release is reachable by its own name.
            if not name.startswith("_") and name in (raw := object.__getattribute__(self, "raw")):
                return raw[name]
            from difflib import get_close_matches

            near = get_close_matches(
                name, [entry for entry in self.__dir__() if not entry.startswith("_")], 1
            )
            hint = f"; did you mean .{near[0]}?" if near else ""
            raise AttributeError(f"{type(self).__name__} has no attribute {name!r}{hint}")

    def __dir__(self) -> list[str]:
        return sorted({*dir(type(self)), *(key for key in self.raw if key.isidentifier())})

    _title_keys: ClassVar[tuple[str, ...]] = ("title", "name", "api_slug", "target_url", "content_plaintext")

    def __repr__(self) -> str:
        parts = [type(self).__name__]
        title = next((self.raw[key] for key in self._title_keys if self.raw.get(key)), None)
        if isinstance(title, str):
            parts.append(repr(title if len(title) <= _REPR_TEXT else title[: _REPR_TEXT - 1] + "…"))
        if identity := self._identity():
            parts.append(identity[1])
        return f"<{' '.join(parts)}>"

    def _replace_raw(self, fresh: Model) -> Self:
        """Take over the content of a fresher answer about the same thing."""
        self.raw = fresh.raw
        self.response = fresh.response
        return self


IdT = TypeVar("IdT", bound="Id")
ModelT = TypeVar("ModelT", bound=Model)
