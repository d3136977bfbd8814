"""A value in a condition, once the kind of the property is known: checked, as Attio compares it."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from attio.core.errors import ArgumentError, ArgumentTypeError

from .filter_moments import day_after, day_of, moment_of

if TYPE_CHECKING:
    from .filter_operators import Kind
    from .filter_values import Scalar

_NOT_DIALLED: Final = re.compile(r"[\s().\-/]")
_AMOUNT: Final = re.compile(r"-?\d{1,18}(\.\d{1,18})?", re.ASCII)
_LAST_MOMENT: Final = "9999-12-31T23:59:59.999999999Z"
_TEXT_KINDS: Final = frozenset({"text", "folded", "phone", "code", "id", "name", "choice"})


def restate(
    kind: str, compared: Kind, operator: str, value: Scalar, where: str
) -> tuple[tuple[str, Scalar], ...]:
    """Say an operator and its value as Attio understands them, in one or two operators.

    Raises ArgumentError for a value that the kind cannot have.

    A date against a timestamp means the whole day in UTC: `== day` becomes a range, `<= day` includes it.

    >>> restate("timestamp", "moment", "$lte", "2024-01-31", "F('created_at')")
    (('$lt', '2024-02-01T00:00:00.000000000Z'),)
    """
    if compared in _TEXT_KINDS:
        return ((operator, _text(kind, compared, operator, value, where)),)
    if compared == "number":
        return ((operator, _number(kind, value, where)),)
    if compared == "flag":
        return ((operator, _flag(kind, value, where)),)
    if compared == "date":
        return ((operator, _date(kind, value, where)),)
    return _moment(operator, value, where)


def _text(kind: str, compared: Kind, operator: str, value: Scalar, where: str) -> str:
    if not isinstance(value, str):
        raise ArgumentTypeError(
            where, value, f"a {kind} attribute compares with text", fix=f"pass {str(value)!r}"
        )
    if compared == "folded":
        return value.lower()
    if compared == "code":
        return value.upper()
    if compared != "phone":
        return value
    dialled = _NOT_DIALLED.sub("", value)
    if not dialled.removeprefix("+") or (operator in {"$eq", "$starts_with"} and dialled[0] == "0"):
        raise ArgumentError(
            where,
            value,
            "Attio compares phone numbers in international format only",
            fix='write "+44 20 7946 0000", or compare the end: .ends_with("79460000")',
        )
    return dialled


def _number(kind: str, value: Scalar, where: str) -> Scalar:
    if isinstance(value, bool):
        raise ArgumentTypeError(where, value, f"a {kind} attribute compares with a number", fix="pass 0 or 1")
    if not isinstance(value, str):
        return value
    if _AMOUNT.fullmatch(value) is None:
        raise ArgumentError(
            where, value, f"a {kind} attribute compares with a number", fix="pass an int or a Decimal"
        )
    # Attio takes numeric text for amounts [docs25], which keeps every digit.
    return value if kind == "currency" else float(value) if "." in value else int(value)


def _flag(kind: str, value: Scalar, where: str) -> bool:
    if isinstance(value, str) and value.lower() in {"true", "false"}:
        return value.lower() == "true"
    if not isinstance(value, bool):
        raise ArgumentTypeError(
            where, value, f"a {kind} attribute is true or false", fix="pass True or False"
        )
    return value


def _date(kind: str, value: Scalar, where: str) -> str:
    if isinstance(value, str):
        if day_of(value) is not None:
            return value
        if moment_of(value) is not None:
            raise ArgumentError(
                where, value, f"a {kind} attribute has no time of day", fix="pass the day: value.date()"
            )
    raise ArgumentError(
        where, value, f"a {kind} attribute compares with a day", fix='pass a date, or "2024-01-31"'
    )


def _moment(operator: str, value: Scalar, where: str) -> tuple[tuple[str, Scalar], ...]:
    if not isinstance(value, str):
        raise ArgumentTypeError(
            where,
            value,
            "Attio takes no numbers for timestamps",
            fix="pass an aware datetime: datetime.fromtimestamp(seconds, timezone.utc)",
        )
    day = day_of(value)
    if day is None:
        if moment_of(value) is None:
            raise ArgumentError(
                where, value, "is no time", fix='pass an aware datetime, or "2024-01-31T12:00:00Z"'
            )
        return ((operator, value),)
    start, following = f"{day}T00:00:00.000000000Z", day_after(day)
    if operator in {"$gte", "$lt"}:
        return ((operator, start),)
    if following is None:
        end: tuple[str, Scalar] = ("$gt" if operator == "$gt" else "$lte", _LAST_MOMENT)
    else:
        end = ("$gte" if operator == "$gt" else "$lt", f"{following}T00:00:00.000000000Z")
    return (("$gte", start), end) if operator == "$eq" else (end,)
