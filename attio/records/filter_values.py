"""Plain Python values in a filter -> the JSON that Attio compares with."""

from __future__ import annotations

import math
from datetime import date, datetime
from decimal import Decimal
from enum import Enum
from typing import Final, NamedTuple, TypeAlias
from uuid import UUID

from attio.core.errors import ArgumentError, ArgumentTypeError
from attio.values.plain import ActorRef, Money, Option, PersonalName, Phone, Plain, RecordRef, Status
from attio.values.timestamps import format_timestamp
from attio.values.value import Value

from .ids import RecordId, WorkspaceMemberId

Scalar: TypeAlias = str | int | float | bool
"""What a condition compares with, as it stands in the JSON."""

_LARGEST: Final = 2**63
_ACCEPTED: Final = (
    "pass a str, number, bool, date, aware datetime, Decimal, Money, record, RecordRef, ActorRef, id or None"
)


class Reference(NamedTuple):
    """A record or an actor: one value with several properties that must be compared together."""

    id: str
    """Its own id, for properties that hold ids."""
    properties: tuple[tuple[str, str], ...]
    """Property -> what it must equal."""


def read_operand(value: object, argument: str) -> Scalar | Reference:
    """Convert one value; raises ArgumentError for what has no meaning in a filter.

    A datetime becomes UTC, a Money its amount (Attio compares amounts, whatever the currency), an option or a
    status its title.
    """
    if isinstance(value, bool):
        return value
    if isinstance(value, Enum):
        return read_operand(value.value, argument)
    if isinstance(value, str):
        return _text(value, argument)
    if isinstance(value, (int, float, Decimal)):
        return _number(value, argument)
    return _from_object(value, argument)


def is_array(value: object) -> bool:
    """Tell whether a value is several values."""
    return isinstance(value, (list, tuple, set, frozenset))


def member(member_id: str) -> Reference:
    """Refer to a workspace member by id."""
    return Reference(
        member_id, (("referenced_actor_type", "workspace-member"), ("referenced_actor_id", member_id))
    )


def _text(value: str, argument: str) -> str | Reference:
    # A subclass of str may format itself as anything; what counts is the text that it is.
    plain = str.__str__(value)
    try:
        plain.encode()
    except UnicodeEncodeError:
        raise ArgumentError(
            argument,
            value,
            "half of a surrogate pair is no text and cannot be sent",
            fix="decode the text with the right encoding, or with errors='replace'",
        ) from None
    if isinstance(value, WorkspaceMemberId):
        return member(plain)
    if isinstance(value, RecordId):
        return Reference(plain, (("target_record_id", plain),))
    return plain


def _number(value: float | Decimal, argument: str) -> int | float:
    if isinstance(value, int):
        if not -_LARGEST <= value < _LARGEST:
            raise ArgumentError(
                argument, value, "is larger than Attio's 64-bit numbers", fix="pass a float or a smaller int"
            )
        return int(value)
    if not (value.is_finite() if isinstance(value, Decimal) else math.isfinite(value)):
        raise ArgumentError(
            argument,
            value,
            "is not a number that JSON has",
            fix="leave the condition out, or use .is_empty()",
        )
    if isinstance(value, float):
        return float(value)
    if value == value.to_integral_value() and -_LARGEST <= value < _LARGEST:
        return int(value)
    near = float(value)
    if not math.isfinite(near) or Decimal(repr(near)) != value:
        raise ArgumentError(
            argument, value, "has more digits than Attio's 64-bit numbers", fix="round() it to 4 decimals"
        )
    return near


def _from_object(value: object, argument: str) -> Scalar | Reference:
    if isinstance(value, datetime):
        return moment_text(value, argument)
    if isinstance(value, date):
        return value.isoformat()
    if isinstance(value, UUID):
        return str(value)
    if is_array(value):
        raise ArgumentError(
            argument,
            value,
            "compares with one value, not with several",
            fix='use F("<slug>").in_(...) or {"$in": [...]}',
        )
    if isinstance(value, Value):
        return read_operand(value.plain, argument)
    found = _from_plain(value, argument) if isinstance(value, Plain) else _from_model(value)
    if found is None:
        raise ArgumentTypeError(
            argument, value, f"cannot compare with a {type(value).__name__}", fix=_ACCEPTED
        )
    return found


def _from_plain(value: Plain, argument: str) -> Scalar | Reference | None:
    if isinstance(value, Money):
        return _number(value.amount, argument)
    if isinstance(value, RecordRef):
        return _record(value.object, value.record_id) if value.record_id else None
    if isinstance(value, ActorRef):
        properties = (("referenced_actor_type", value.type), ("referenced_actor_id", value.id))
        known = tuple((name, str.__str__(part)) for name, part in properties if part)
        return Reference(value.id or "", known) if known else None
    if isinstance(value, (Option, Status)):
        name = value.title or value.id
    elif isinstance(value, PersonalName):
        name = value.full_name
    else:
        name = value.number if isinstance(value, Phone) else None
    return _text(name, argument) if name else None


def _from_model(value: object) -> Scalar | Reference | None:
    # Rows and models say what they are; their classes would cost an import of every noun.
    kind = getattr(type(value), "kind", None)
    own = getattr(value, "id", None) if isinstance(kind, str) else None
    if not isinstance(own, str) or not own:
        return None
    own = str.__str__(own)
    if kind == "record":
        return _record(getattr(value, "object", ""), own)
    if kind == "workspace-member":
        return member(own)
    if kind in {"option", "status"}:
        title = getattr(value, "title", None)
        return str.__str__(title) if isinstance(title, str) else own
    return own


def _record(object: str, record_id: str) -> Reference:
    own = ("target_record_id", str.__str__(record_id))
    return Reference(own[1], (("target_object", str.__str__(object)), own) if object else (own,))


def moment_text(value: datetime, argument: str) -> str:
    """Write an aware datetime as Attio does, in UTC; a naive one is refused.

    >>> from datetime import datetime, timedelta, timezone
    >>> moment_text(datetime(2024, 1, 1, 1, tzinfo=timezone(timedelta(hours=2))), "created_at")
    '2023-12-31T23:00:00.000000000Z'
    """
    if value.utcoffset() is None:
        raise ArgumentError(
            argument,
            value,
            "is a datetime without a time zone",
            fix="say which moment it is: value.replace(tzinfo=timezone.utc), or value.astimezone() if local",
        )
    try:
        return format_timestamp(value)
    except OverflowError:
        raise ArgumentError(
            argument, value, "is outside the years 1 to 9999 in UTC", fix="pass a moment between them"
        ) from None
