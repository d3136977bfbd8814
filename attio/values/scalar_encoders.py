"""From Python to Attio's JSON: texts, numbers, money, times, addresses."""

from __future__ import annotations

import math
import operator
import re
from datetime import date, datetime
from decimal import Decimal
from typing import TYPE_CHECKING, Any
from uuid import UUID

from .currencies import CURRENCIES, currency
from .names import split_name
from .plain import LOCATION_KEYS, Location, Money, PersonalName, Phone
from .timestamps import format_timestamp, read_timestamp

if TYPE_CHECKING:
    from collections.abc import Mapping

    from .refusals import Place

TEXT_LIMIT_BYTES = 10_000_000
"""Attio keeps up to 10 MB of text in a value."""

_AWARE = "use datetime(..., tzinfo=timezone.utc) or another zone"


def encode_text(value: Any, place: Place) -> str:
    """Encode a text; a UUID is written as one, any other type is refused."""
    if isinstance(value, UUID):
        return str(value)
    if not isinstance(value, str):
        place.wrong_type(value, "text", fix="convert it with str() if that is what you mean")
    return checked_text(value, place)


def checked_text(value: str, place: Place) -> str:
    """Return the text as a plain str; refuses what is too long or cannot be sent."""
    text = str(value)
    if not text.isascii():
        try:
            size = len(text.encode())
        except UnicodeEncodeError as error:
            problem = f"holds half of a surrogate pair at position {error.start}, which UTF-8 cannot carry"
            place.refuse(
                text, problem, fix="repair it, e.g. text.encode('utf-16', 'surrogatepass').decode('utf-16')"
            )
    else:
        size = len(text)
    if size > TEXT_LIMIT_BYTES:
        place.refuse(
            text,
            f"is {size:,} bytes of text and Attio keeps at most {TEXT_LIMIT_BYTES:,} in a value",
            fix="shorten it, or upload it as a file",
        )
    return text


def encode_number(value: Any, place: Place) -> int | float:
    """Encode a number; refuses what 64-bit floating point cannot hold, which Attio would round silently."""
    if isinstance(value, str):
        place.wrong_type(value, "a number", fix="convert it with float() or Decimal()")
    if isinstance(value, bool):
        place.wrong_type(value, "a number", fix="use 1 or 0 if that is what you mean")
    if isinstance(value, float):
        if not math.isfinite(value):
            place.refuse(
                value, "is not a finite number and JSON cannot say it", fix="use None to clear the value"
            )
        return float(value)
    if isinstance(value, Decimal):
        return _from_decimal(value, place)
    if isinstance(value, Money):
        place.wrong_type(value, "a number", fix="pass its .amount")
    if not hasattr(value.__class__, "__index__"):
        place.wrong_type(value, "a number")
    return _whole(operator.index(value), value, place)


def _from_decimal(value: Decimal, place: Place) -> int | float:
    if not value.is_finite():
        place.refuse(
            value, "is not a finite number and JSON cannot say it", fix="use None to clear the value"
        )
    if abs(value) < 2**53 and value == value.to_integral_value():
        return int(value)
    nearest = float(value)
    if not math.isfinite(nearest) or Decimal(repr(nearest)) != value:
        place.refuse(
            value, "has more digits than Attio's 64-bit numbers hold", fix="round it to 15 digits first"
        )
    return nearest


def _whole(number: int, value: Any, place: Place) -> int:
    if abs(number) > 2**53 and (abs(number) >= 2**1023 or int(float(number)) != number):
        place.refuse(
            value, "has more digits than Attio's 64-bit numbers hold", fix="keep it in a text attribute"
        )
    return number


def encode_checkbox(value: Any, place: Place) -> bool:
    """Encode a yes or no; the texts 'true' and 'false' are taken as Attio takes them."""
    if isinstance(value, str) and value in {"true", "false"}:
        return str(value) == "true"
    if not isinstance(value, bool):
        place.wrong_type(value, "True or False", fix="convert it with bool() if that is what you mean")
    return value


def encode_rating(value: Any, place: Place) -> int:
    """Encode zero to five stars."""
    number = encode_number(value, place)
    if number != int(number) or not 0 <= number <= 5:
        place.refuse(value, "a rating is a whole number of stars from 0 to 5")
    return int(number)


def encode_currency(value: Any, place: Place) -> int | float:
    """Encode an amount; the code in a Money must be the attribute's own: Attio takes none on a write."""
    money = value if isinstance(value, Money) else _as_money(value, place)
    if money.currency is not None:
        check_currency(money, place)
    amount = _from_decimal(money.amount, place)
    if len(f"{money.amount:f}".partition(".")[2].rstrip("0")) > 4:
        place.refuse(
            value, "has more than the four decimals that Attio keeps", fix="round it to four decimals"
        )
    return amount


def _as_money(value: Any, place: Place) -> Money:
    if isinstance(value, str):
        text = value.strip()
        if not re.fullmatch(r"[+-]?\d+(\.\d+)?", text):
            place.refuse(
                value, "is not an amount", fix="write it like '1234.50', or use Money('1234.50', 'EUR')"
            )
        return Money(text)
    number = value if isinstance(value, Decimal) else encode_number(value, place)
    if isinstance(number, Decimal) and not number.is_finite():
        place.refuse(
            value, "is not a finite number and JSON cannot say it", fix="use None to clear the value"
        )
    return Money(number)


def check_currency(money: Money, place: Place) -> None:
    """Refuse a currency that does not exist, or that is not the attribute's own."""
    code = money.currency or ""
    own = place.info.currency_code if place.info else None
    if own is not None and currency(code) == currency(own.upper()):
        return
    if currency(code) not in CURRENCIES:
        place.refuse(money, f"{code!r} is not a currency", fix="use a code of ISO 4217 such as 'USD'")
    if own is not None:
        place.refuse(
            money,
            f"the attribute holds {own} and Attio takes no currency on a write: {code} would become {own}",
            fix=f"convert the amount and pass Money(amount, {own!r})",
        )


def encode_date(value: Any, place: Place) -> str:
    """Encode a calendar day: a date, or a text in one of Attio's forms ('2026', '2026-01-31', a timestamp)."""
    if isinstance(value, datetime):
        place.wrong_type(value, "a date", fix="pass value.date(), in the time zone whose calendar you mean")
    if isinstance(value, date):
        return value.isoformat()
    if not isinstance(value, str):
        place.wrong_type(value, "a date")
    text = value.strip()
    if re.fullmatch(r"\d{4}(-\d\d)?", text):
        valid = text[:4] != "0000" and text[5:] != "00" and int(text[5:] or 1) <= 12
    else:
        valid = read_timestamp(text) is not None and re.match(r"\d{4}-\d\d-\d\d", text) is not None
    if not valid:
        place.refuse(value, "is not a date", fix="pass a date, or a text such as '2026-01-31'")
    return text


def encode_timestamp(value: Any, place: Place) -> str:
    """Encode a moment: an aware datetime, or a text of ISO 8601 with date and time (no zone means UTC)."""
    if isinstance(value, datetime):
        if value.utcoffset() is None:
            place.refuse(
                value, "a datetime without a time zone does not say which moment is meant", fix=_AWARE
            )
        try:
            return format_timestamp(value)
        except OverflowError:
            place.refuse(value, "is outside the years 1 to 9999 in UTC")
    if isinstance(value, date):
        place.wrong_type(
            value, "a moment", fix="use datetime(year, month, day, tzinfo=timezone.utc) or another zone"
        )
    if not isinstance(value, str):
        place.wrong_type(value, "a datetime")
    text = value.strip()
    if read_timestamp(text) is None or not re.match(r"\d{4}-\d\d-\d\d[T ]\d\d", text):
        place.refuse(
            value, "is not a date with a time", fix="pass an aware datetime, or '2026-01-31T12:00:00Z'"
        )
    return text


def encode_domain(value: Any, place: Place) -> str:
    """Encode a domain; Attio lowers its case and drops scheme, path and query."""
    if not isinstance(value, str):
        place.wrong_type(value, "a domain as text")
    text = checked_text(value, place).strip()
    host = re.split(r"[/?#]", re.sub(r"^[a-zA-Z][\w+.-]*://", "", text))[0]
    if not re.fullmatch(r"[^\s@.]+(\.[^\s@.]+)+\.?(:\d+)?", host):
        place.refuse(value, "is not a domain", fix="write it like 'example.com'")
    return text


def encode_email(value: Any, place: Place) -> str:
    """Encode an e-mail address; Attio lowers its case and keeps how it was written beside it."""
    if not isinstance(value, str):
        place.wrong_type(value, "an e-mail address as text")
    text = checked_text(value, place).strip()
    local, at, domain = text.rpartition("@")
    if not at:
        place.refuse(
            value, "is not an e-mail address: there is no @ in it", fix="write it like 'ada@example.com'"
        )
    if not local or not domain or re.search(r"\s|[<>]", text):
        place.refuse(value, "is not an e-mail address", fix="write it like 'ada@example.com', without a name")
    return text


def encode_personal_name(value: Any, place: Place) -> dict[str, str]:
    """Encode a name in its three parts, which Attio wants all; a text is split by `split_name`."""
    if isinstance(value, str):
        text = checked_text(value, place)
        if not text.strip():
            place.refuse(value, "is an empty name", fix="use None to clear the value")
        value = split_name(text)
    if not isinstance(value, PersonalName):
        place.wrong_type(value, "a PersonalName or a text")
    if value.first_name is None and value.last_name is None and value.full_name:
        value = split_name(value.full_name)
    parts = {"first_name": value.first_name, "last_name": value.last_name, "full_name": value.full_name}
    return {key: part or "" for key, part in parts.items()}


def complete_personal_name(raw: Mapping[str, Any], place: Place) -> Mapping[str, Any]:
    """Complete a name that misses some of its three parts; a whole one passes untouched."""
    if {"first_name", "last_name", "full_name"} <= raw.keys():
        return raw
    if raw.keys() == {"value"}:
        return encode_personal_name(raw["value"], place)
    known = {key: raw.get(key) for key in ("first_name", "last_name", "full_name")}
    if not any(known.values()):
        return raw
    return {**raw, **encode_personal_name(PersonalName(**known), place)}


def encode_location(value: Any, place: Place) -> dict[str, str | None] | str:
    """Encode a place with all ten keys, those not given as null; a text goes to Attio, which looks it up."""
    if isinstance(value, str):
        return checked_text(value, place)
    if not isinstance(value, Location):
        place.wrong_type(value, "a Location or a text")
    return complete_location(value.to_dict())


def complete_location(raw: Mapping[str, Any]) -> dict[str, Any]:
    """Add the keys of a place that are missing, as null; coordinates become the texts that Attio wants."""
    full = dict.fromkeys(LOCATION_KEYS) | dict(raw)
    for key in ("latitude", "longitude"):
        if isinstance(full[key], (int, float, Decimal)):
            full[key] = getattr(Location(**{key: full[key]}), key)
    return full


def encode_phone(value: Any, place: Place) -> dict[str, str | None]:
    """Encode a phone number as it was written, with its country where one is given.

    With the extra `phone` installed (phonenumbers) a number that cannot be one is refused here; without it
    only what has too few or too many digits, or neither a + nor a country.
    """
    phone = Phone(value) if isinstance(value, str) else value
    if not isinstance(phone, Phone):
        place.wrong_type(value, "a Phone or a text")
    number = checked_text(phone.number, place).strip()
    country = phone.country.strip().upper() if phone.country else None
    digits = sum(char.isdigit() for char in number)
    if not 3 <= digits <= 17:
        place.refuse(value, "is not a phone number", fix="write it like '+44 20 7946 0000'")
    if country is None and not number.startswith("+"):
        place.refuse(
            value,
            "is a phone number without its country, which Attio refuses",
            fix=f"write it with + and the country's prefix, or use Phone({number!r}, country='GB')",
        )
    _check_phone(number, country, value, place)
    return {"original_phone_number": number, "country_code": country}


def _check_phone(number: str, country: str | None, value: Any, place: Place) -> None:
    try:
        import phonenumbers
    except ImportError:
        return
    if country is not None and country not in phonenumbers.SUPPORTED_REGIONS:
        place.refuse(value, f"{country!r} is not a country", fix="use two letters of ISO 3166 such as 'GB'")
    try:
        parsed = phonenumbers.parse(number, country)
    except phonenumbers.NumberParseException as error:
        place.refuse(value, f"cannot be parsed as a phone number: {str(error).rstrip('.')}")
    # Possible, not valid: numbers that are reserved for examples are well-formed and Attio takes them.
    if not phonenumbers.is_possible_number(parsed):
        place.refuse(value, "cannot be a phone number: it has too few or too many digits for its country")
