"""Properties that read and set one attribute: what typed records are made of."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING, Any, Generic, Self, TypeVar, cast, overload

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping
    from datetime import date, datetime

    from attio.values.types import ActorRef, Interaction, Location, Money, PersonalName, RecordRef

    from .row import RowData

T_co = TypeVar("T_co", covariant=True)
TitleT = TypeVar("TitleT", bound=str)


class ReadOnly(Generic[T_co]):
    """A property that reads an attribute which Attio sets itself."""

    # No slots: a slot for __doc__ would collide with the docstring above.

    def __init__(self, doc: str, *, slug: str = "", multi: bool = False) -> None:
        self.slug = slug
        self.is_multi = multi
        self.__doc__ = doc

    def __set_name__(self, owner: type, name: str) -> None:
        # A slug that collides with a member of the record goes by its name with an underscore.
        self.slug = self.slug or name.rstrip("_")

    @overload
    def __get__(self, instance: None, owner: type) -> Self: ...
    @overload
    def __get__(self, instance: RowData, owner: type) -> T_co: ...
    def __get__(self, instance: RowData | None, owner: type) -> Self | T_co:
        if instance is None:
            return self
        found = instance.get(self.slug)
        return cast("T_co", [] if found is None and self.is_multi else found)

    def __set__(self, instance: RowData, value: Any) -> None:
        raise AttributeError(f"Attio sets {self.slug} itself; it cannot be written")


class Attribute(ReadOnly[T_co]):
    """A property that reads an attribute, and sets it like `record[slug] = ...` does."""

    __slots__ = ()

    def __set__(self, instance: RowData, value: Any) -> None:
        instance[self.slug] = value


class First(ReadOnly[T_co]):
    """A property that reads and replaces the first value of a multi-valued attribute; the others stay."""

    __slots__ = ()

    @overload
    def __get__(self, instance: None, owner: type) -> Self: ...
    @overload
    def __get__(self, instance: RowData, owner: type) -> T_co: ...
    def __get__(self, instance: RowData | None, owner: type) -> Self | T_co:
        return self if instance is None else cast("T_co", instance.first(self.slug))

    def __set__(self, instance: RowData, value: Any) -> None:
        first = [] if value is None else [value]
        instance[self.slug] = [*first, *instance.all(self.slug)[1:]]


class Choice(Attribute["TitleT | None"], Generic[TitleT]):
    """A property of one option or status out of a list of titles; type checkers hold what is assigned to it."""

    __slots__ = ()

    def __set__(self, instance: RowData, value: TitleT | None) -> None:
        instance[self.slug] = value


class Choices(Attribute["list[TitleT]"], Generic[TitleT]):
    """A property of several options out of a list of titles; type checkers hold what is assigned to it."""

    __slots__ = ()

    def __init__(self, doc: str, *, slug: str = "", multi: bool = True) -> None:
        super().__init__(doc, slug=slug, multi=multi)

    def __set__(self, instance: RowData, value: Iterable[TitleT] | None) -> None:
        instance[self.slug] = value if value is None else list(value)


@cache
def declared_shapes(kind: type) -> Mapping[str, bool]:
    """Return which attributes a class of records declares beyond the built-in ones, and which hold several.

    Those are the ones that typegen wrote: with them the shape of a record is what its type says.
    """
    from attio.values.standard import EVERYWHERE, standard_object

    slug: str | None = getattr(kind, "__attio_slug__", None)
    built_in = standard_object(slug) if slug else None
    known = {*EVERYWHERE, *(row.slug for row in built_in.attributes())} if built_in else {*EVERYWHERE}
    shapes: dict[str, bool] = {}
    for part in reversed(kind.__mro__):
        for member in cast("Mapping[str, Any]", vars(part)).values():
            if isinstance(member, ReadOnly) and not isinstance(member, First) and member.slug not in known:
                shapes[member.slug] = member.is_multi
    return shapes


def text(doc: str, *, slug: str = "") -> Attribute[str | None]:
    """Declare an attribute of one text: text, select, status, e-mail address, domain or phone number."""
    return Attribute(doc, slug=slug)


def texts(doc: str, *, slug: str = "") -> Attribute[list[str]]:
    """Declare an attribute of several texts."""
    return Attribute(doc, slug=slug, multi=True)


def first_text(doc: str, *, slug: str) -> First[str | None]:
    """Declare the first of several texts as a property of its own."""
    return First(doc, slug=slug)


def fixed_text(doc: str, *, slug: str = "") -> ReadOnly[str | None]:
    """Declare a text that Attio sets itself."""
    return ReadOnly(doc, slug=slug)


def fixed_number(doc: str, *, slug: str = "") -> ReadOnly[Any]:
    """Declare a number that Attio sets itself: int, float, or Decimal where the client reads numbers so."""
    return ReadOnly(doc, slug=slug)


def name(doc: str, *, slug: str = "") -> Attribute[PersonalName | None]:
    """Declare a person's name; a text may be assigned."""
    return Attribute(doc, slug=slug)


def money(doc: str, *, slug: str = "") -> Attribute[Money | None]:
    """Declare an amount of money; a number may be assigned."""
    return Attribute(doc, slug=slug)


def day(doc: str, *, slug: str = "") -> Attribute[date | None]:
    """Declare a calendar day."""
    return Attribute(doc, slug=slug)


def fixed_moment(doc: str, *, slug: str = "") -> ReadOnly[datetime | None]:
    """Declare a moment that Attio sets itself."""
    return ReadOnly(doc, slug=slug)


def location(doc: str, *, slug: str = "") -> Attribute[Location | None]:
    """Declare a place."""
    return Attribute(doc, slug=slug)


def record(doc: str, *, slug: str = "") -> Attribute[RecordRef | None]:
    """Declare a reference to one record; a record, an id or a match may be assigned."""
    return Attribute(doc, slug=slug)


def records(doc: str, *, slug: str = "") -> Attribute[list[RecordRef]]:
    """Declare references to several records."""
    return Attribute(doc, slug=slug, multi=True)


def actor(doc: str, *, slug: str = "") -> Attribute[ActorRef | None]:
    """Declare a workspace member; an e-mail address or id may be assigned."""
    return Attribute(doc, slug=slug)


def fixed_actor(doc: str, *, slug: str = "") -> ReadOnly[ActorRef | None]:
    """Declare an actor that Attio sets itself."""
    return ReadOnly(doc, slug=slug)


def interaction(doc: str, *, slug: str = "") -> ReadOnly[Interaction | None]:
    """Declare an interaction, which Attio sees and nobody writes."""
    return ReadOnly(doc, slug=slug)
