"""Plain values: what a name, an amount of money, a place or a reference is in Python.

They are frozen, compare by content, hash, pickle and match patterns. All of them can be written back.
"""

from __future__ import annotations

from decimal import Decimal, InvalidOperation
from typing import TYPE_CHECKING, Any, Self, cast

from .timestamps import read_timestamp

if TYPE_CHECKING:
    from collections.abc import Mapping
    from datetime import datetime

    from dateutil.relativedelta import relativedelta

_set = object.__setattr__


def _rebuild(cls: type[Plain], fields: tuple[Any, ...]) -> Plain:
    return cls.of(*fields)


class Plain:
    """Base of the plain value classes: frozen, equal by content."""

    __slots__ = ()
    __match_args__: tuple[str, ...] = ()

    @classmethod
    def of(cls, *fields: Any) -> Self:
        """Build one from its fields in order, unchecked: what Attio sent is kept, whatever it is."""
        self = cls.__new__(cls)
        for name, field in zip(cls.__match_args__, fields, strict=False):
            _set(self, name, field)
        return self

    def _fields(self) -> tuple[Any, ...]:
        return tuple([getattr(self, name) for name in self.__match_args__])

    def _items(self) -> dict[str, Any]:
        return dict(zip(self.__match_args__, self._fields(), strict=True))

    def replace(self, **changes: Any) -> Self:
        """Return a copy with some fields changed; raises TypeError for a field that it does not have."""
        return type(self)(**{**self._items(), **changes})

    def __setattr__(self, name: str, value: object) -> None:
        raise AttributeError(
            f"{type(self).__name__} is frozen; make a changed copy with .replace({name}=...)"
        )

    def __delattr__(self, name: str) -> None:
        raise AttributeError(f"{type(self).__name__} is frozen; {name} cannot be deleted")

    def __eq__(self, other: object) -> bool:
        if type(other) is not type(self):
            return NotImplemented
        return self._fields() == other._fields()

    def __hash__(self) -> int:
        return hash((type(self).__name__, *self._fields()))

    def __repr__(self) -> str:
        known = ", ".join(f"{key}={value!r}" for key, value in self._items().items() if value is not None)
        return f"{type(self).__name__}({known})"

    def __reduce__(self) -> tuple[Any, ...]:
        return _rebuild, (type(self), self._fields())


def _check_texts(**parts: object) -> None:
    for argument, part in parts.items():
        if part is not None and not isinstance(part, str):
            from attio.core.errors import ArgumentTypeError

            raise ArgumentTypeError(argument, part, "is not a text", fix="convert it with str()")


class PersonalName(Plain):
    """A person's name in the three parts that Attio keeps.

    `full_name` is put together from the other two when it is not given.

    >>> PersonalName("Ada", "Lovelace")
    PersonalName(first_name='Ada', last_name='Lovelace', full_name='Ada Lovelace')
    """

    __match_args__ = ("first_name", "last_name", "full_name")
    __slots__ = __match_args__
    first_name: str | None
    last_name: str | None
    full_name: str | None

    def __init__(
        self, first_name: str | None = None, last_name: str | None = None, full_name: str | None = None
    ) -> None:
        _check_texts(first_name=first_name, last_name=last_name, full_name=full_name)
        _set(self, "first_name", first_name)
        _set(self, "last_name", last_name)
        _set(self, "full_name", full_name or " ".join(filter(None, (first_name, last_name))) or None)

    def __str__(self) -> str:
        return self.full_name or ""


class Money(Plain):
    """An exact amount in a currency.

    The amount is a Decimal, made from an int, a text or a Decimal exactly and from a float by its shortest
    form (`19.99` is 19.99). Attio keeps four decimals and takes no currency on a write: the code here is
    compared with the attribute's own and a different one is refused. None means the attribute's own currency.

    >>> Money(100, "USD")
    Money(amount=Decimal('100'), currency='USD')
    """

    __match_args__ = ("amount", "currency")
    __slots__ = __match_args__
    amount: Decimal
    currency: str | None

    def __init__(self, amount: Decimal | float | str, currency: str | None = None) -> None:
        _check_texts(currency=currency)
        _set(self, "amount", _exact(amount))
        _set(self, "currency", currency if currency is None else currency.strip().upper())

    def __str__(self) -> str:
        return f"{self.amount} {self.currency}" if self.currency else str(self.amount)


def _exact(amount: Decimal | float | str) -> Decimal:
    from attio.core.errors import ArgumentError, ArgumentTypeError

    if isinstance(amount, bool) or not isinstance(amount, (int, float, str, Decimal)):
        raise ArgumentTypeError("amount", amount, "is not an amount", fix="give an int, a Decimal or a text")
    try:
        exact = Decimal(str(amount)) if isinstance(amount, float) else Decimal(amount)
    except InvalidOperation:
        raise ArgumentError("amount", amount, "is not a number", fix="write it like '1234.50'") from None
    if not exact.is_finite():
        raise ArgumentError(
            "amount", amount, "is not a finite number", fix="give an amount, or None to clear"
        )
    return exact


class Location(Plain):
    """A place, in the ten parts that Attio keeps.

    A write always sends all ten, because Attio refuses fewer: parts that are not given are cleared. Latitude
    and longitude are texts, as Attio sends them; numbers are accepted. `country_code` is an ISO 3166 code of
    two letters.

    >>> Location(locality="London", country_code="GB")
    Location(locality='London', country_code='GB')
    """

    __match_args__ = (
        "line_1",
        "line_2",
        "line_3",
        "line_4",
        "locality",
        "region",
        "postcode",
        "country_code",
        "latitude",
        "longitude",
    )
    __slots__ = __match_args__
    line_1: str | None
    line_2: str | None
    line_3: str | None
    line_4: str | None
    locality: str | None
    region: str | None
    postcode: str | None
    country_code: str | None
    latitude: str | None
    longitude: str | None

    def __init__(
        self,
        *,
        line_1: str | None = None,
        line_2: str | None = None,
        line_3: str | None = None,
        line_4: str | None = None,
        locality: str | None = None,
        region: str | None = None,
        postcode: str | None = None,
        country_code: str | None = None,
        latitude: str | float | Decimal | None = None,
        longitude: str | float | Decimal | None = None,
    ) -> None:
        _check_texts(
            line_1=line_1,
            line_2=line_2,
            line_3=line_3,
            line_4=line_4,
            locality=locality,
            region=region,
            postcode=postcode,
            country_code=country_code,
        )
        given = (line_1, line_2, line_3, line_4, locality, region, postcode, country_code)
        for name, value in zip(LOCATION_KEYS, (*given, _degrees(latitude), _degrees(longitude)), strict=True):
            _set(self, name, value)

    def __str__(self) -> str:
        return ", ".join(str(part) for part in self._fields()[:8] if part)

    def to_dict(self) -> dict[str, str | None]:
        """Return all ten keys, as Attio has them."""
        return dict(zip(LOCATION_KEYS, self._fields(), strict=True))


LOCATION_KEYS = Location.__match_args__


def _degrees(value: str | float | Decimal | None) -> str | None:
    if value is None or isinstance(value, str):
        return value
    # Attio keeps nine decimals, and refuses an exponent such as 1e-07.
    return f"{value:.9f}".rstrip("0").rstrip(".")


class Phone(Plain):
    """A phone number, with the country it is dialled in when it is not written internationally.

    >>> Phone("020 7946 0000", country="GB")
    Phone(number='020 7946 0000', country='GB')
    """

    __match_args__ = ("number", "country")
    __slots__ = __match_args__
    number: str
    country: str | None

    def __init__(self, number: str, country: str | None = None) -> None:
        _check_texts(number=number, country=country)
        _set(self, "number", number)
        _set(self, "country", country)

    def __str__(self) -> str:
        return self.number


class RecordRef(Plain):
    """A reference to a record: the slug (or id) of its object and its id."""

    __match_args__ = ("object", "record_id")
    __slots__ = __match_args__
    object: str
    record_id: str

    def __init__(self, object: str, record_id: Any) -> None:
        _set(self, "object", str(object))
        _set(self, "record_id", str(getattr(record_id, "id", record_id)))

    def __str__(self) -> str:
        return f"{self.object}/{self.record_id}"


class ActorRef(Plain):
    """A reference to whoever did something: a workspace member, an API token, an app or the system.

    `id` is None where Attio names nobody, as for what enrichment wrote.
    """

    __match_args__ = ("type", "id")
    __slots__ = __match_args__
    type: str | None
    id: str | None

    def __init__(self, type: str | None, id: Any = None) -> None:
        _set(self, "type", type)
        _set(self, "id", id if id is None else str(getattr(id, "id", id)))

    @classmethod
    def from_raw(cls, raw: Mapping[str, Any]) -> ActorRef:
        """Read an actor as Attio sent it, under either of the two spellings it uses."""
        kind = raw.get("type", raw.get("referenced_actor_type"))
        return cls.of(kind, raw.get("id", raw.get("referenced_actor_id")))

    def __str__(self) -> str:
        return f"{self.type}/{self.id}" if self.id else str(self.type)


class Interaction(Plain):
    """A contact that Attio saw: what kind, when, and with whom of the team. Never writable."""

    __match_args__ = ("type", "interacted_at", "owner")
    __slots__ = __match_args__
    type: str | None
    interacted_at: datetime | None
    owner: ActorRef | None

    def __init__(
        self, type: str | None, interacted_at: datetime | None, owner: ActorRef | None = None
    ) -> None:
        for name, value in (("type", type), ("interacted_at", interacted_at), ("owner", owner)):
            _set(self, name, value)

    @classmethod
    def from_raw(cls, raw: Mapping[str, Any]) -> Interaction:
        """Read an interaction as Attio sent it."""
        owner = raw.get("owner_actor")
        return cls.of(
            raw.get("interaction_type"),
            read_timestamp(raw.get("interacted_at")),
            ActorRef.from_raw(cast("dict[str, Any]", owner)) if isinstance(owner, dict) else None,
        )


class Option(Plain):
    """One option of a select attribute; prints as its title."""

    __match_args__ = ("title", "id", "is_archived")
    __slots__ = __match_args__
    title: str | None
    id: str | None
    is_archived: bool

    def __init__(self, title: str | None = None, id: str | None = None, *, is_archived: bool = False) -> None:
        for name, value in (("title", title), ("id", id), ("is_archived", is_archived)):
            _set(self, name, value)

    def __str__(self) -> str:
        return self.title or self.id or ""


class Status(Plain):
    """One status of a status attribute; prints as its title."""

    __match_args__ = ("title", "id", "is_archived", "celebration_enabled", "target_time_in_status_text")
    __slots__ = __match_args__
    title: str | None
    id: str | None
    is_archived: bool
    celebration_enabled: bool
    target_time_in_status_text: str | None

    def __init__(
        self,
        title: str | None = None,
        id: str | None = None,
        *,
        is_archived: bool = False,
        celebration_enabled: bool = False,
        target_time_in_status_text: str | None = None,
    ) -> None:
        fields = (title, id, is_archived, celebration_enabled, target_time_in_status_text)
        for name, value in zip(self.__match_args__, fields, strict=True):
            _set(self, name, value)

    @property
    def target_time_in_status(self) -> relativedelta | None:
        """How long a record should stay in this status, None when nobody set it."""
        from .timestamps import read_duration

        return read_duration(self.target_time_in_status_text)

    def __str__(self) -> str:
        return self.title or self.id or ""
