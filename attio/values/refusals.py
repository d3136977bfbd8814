"""What a write refuses, and where: every message names the attribute."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, NamedTuple, NoReturn, cast

from attio.core.errors import ArgumentError, ArgumentTypeError

from .uuids import like_uuid

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from .attribute_info import AttributeInfo


class NotInSchemaError(ArgumentError):
    """The schema has no such attribute, option or status.

    A schema that was loaded a while ago may be older than what it lacks: load it again before believing this.
    """


class Place(NamedTuple):
    """Where a value goes: the attribute as messages name it, its type and what else is known of it."""

    label: str
    type: str | None
    info: AttributeInfo | None
    allowed: tuple[str, ...] = ()
    """Slugs and ids of the objects that a reference may point at; empty for any, or not known."""

    @classmethod
    def of(cls, label: str, info: AttributeInfo | None, standard: AttributeInfo | None = None) -> Place:
        """Describe where a value goes by the schema, and by the built-in table where that knows more."""
        if info is None:
            return cls(label, None, None)
        allowed = tuple(info.allowed_objects or ())
        slugs = tuple(standard.allowed_objects or ()) if standard is not None else ()
        # A schema knows objects by id only; the table has their slugs, where it lists as many.
        if slugs and len(allowed) == len(slugs):
            allowed = tuple(dict.fromkeys((*slugs, *allowed)))
        return cls(label, info.type, info, allowed)

    @property
    def allowed_names(self) -> Sequence[str]:
        """The allowed objects as messages name them: by slug where one is known."""
        return tuple(name for name in self.allowed if not like_uuid(name)) or self.allowed

    def refuse(
        self, value: object, problem: str, *, fix: str | None = None, allowed: Sequence[str] = ()
    ) -> NoReturn:
        """Refuse a value."""
        raise ArgumentError(self.label, value, problem, fix=fix, allowed=allowed)

    def wrong_type(self, value: Any, wanted: str, *, fix: str | None = None) -> NoReturn:
        """Refuse a value of a Python type that has no meaning for the attribute."""
        if _is_bytes(value):
            fix = "decode it to text first, e.g. value.decode()"
        kind = f"{self.type} attribute" if self.type else "attribute"
        raise ArgumentTypeError(
            self.label, value, f"{_article(kind)} takes {wanted}, not {type(value).__name__}", fix=fix
        )

    def not_in_schema(
        self, value: object, problem: str, allowed: Sequence[str], *, fix: str | None = None
    ) -> NoReturn:
        """Refuse what the schema does not have."""
        raise NotInSchemaError(self.label, value, problem, fix=fix, allowed=allowed)


def _is_bytes(value: Any) -> bool:
    return isinstance(value, (bytes, bytearray, memoryview))


def _article(noun: str) -> str:
    return f"an {noun}" if noun[0] in "aeiou" else f"a {noun}"


def noun_of(value: Any) -> Any:
    """Return the `kind` of a model or record, None for anything else.

    Those are of a layer above this one, so they are known by what they call themselves.
    """
    return getattr(value.__class__, "kind", None)


def id_noun_of(value: Any) -> Any:
    """Return which id an `Id` is, such as 'record_id'; None for anything else."""
    return getattr(value.__class__, "own", None)


def items_of(value: Any) -> list[Any] | None:
    """Return the items of what holds several values, None for a lone value.

    Sets are sorted by how their items print, so that the same set is always sent alike.
    """
    if isinstance(value, (set, frozenset)):
        return sorted(cast("Iterable[Any]", value), key=str)
    if isinstance(value, (str, bytes, bytearray, memoryview)):
        return None
    if isinstance(value, (list, tuple)):
        return [*value]
    # A mapping and a record are single values, though both can be iterated.
    if hasattr(value.__class__, "keys") or not hasattr(value.__class__, "__iter__"):
        return None
    return [*value]
