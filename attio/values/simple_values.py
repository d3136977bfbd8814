"""Values that stand for themselves: texts, numbers, times, addresses, names."""

from __future__ import annotations

from decimal import Decimal
from typing import TYPE_CHECKING, Any

from .plain import Money, PersonalName
from .timestamps import read_date, read_timestamp
from .value import TextField, Value, read_decimal

if TYPE_CHECKING:
    from datetime import date, datetime


class TextValue(Value):
    """A text."""

    __slots__ = ()
    type = "text"
    value = TextField("value")


class NumberValue(Value):
    """A number: an int where the JSON has no fraction, else a float."""

    __slots__ = ()
    type = "number"

    @property
    def value(self) -> int | float | None:
        """The number as JSON has it."""
        found = self._raw.get("value")
        return found if type(found) in (int, float) else None

    @property
    def decimal(self) -> Decimal | None:
        """The number exactly as it is written in the JSON."""
        found = read_decimal(self._raw.get("value"))
        return found if isinstance(found, Decimal) else None


class CheckboxValue(Value):
    """A yes or a no."""

    __slots__ = ()
    type = "checkbox"

    @property
    def value(self) -> bool | None:
        """Whether it is ticked."""
        found = self.plain
        return found if isinstance(found, bool) else None

    @property
    def plain(self) -> Any:
        """A bool."""
        found = self._raw.get("value")
        return {"true": True, "false": False}.get(found, found) if type(found) is str else found


class RatingValue(Value):
    """Zero to five stars."""

    __slots__ = ()
    type = "rating"

    @property
    def value(self) -> int | None:
        """The number of stars."""
        found = self.plain
        return found if type(found) is int else None

    @property
    def plain(self) -> Any:
        """An int."""
        found = self._raw.get("value")
        return int(found) if type(found) is float and found.is_integer() else found


class CurrencyValue(Value):
    """An amount of money; the currency is the attribute's own."""

    __slots__ = ()
    type = "currency"
    content_key = "currency_value"
    currency_code = TextField("currency_code")

    @property
    def currency_value(self) -> Decimal | None:
        """The amount, exactly."""
        found = read_decimal(self._raw.get("currency_value"))
        return found if isinstance(found, Decimal) else None

    @property
    def plain(self) -> Any:
        """A Money."""
        found = read_decimal(self._raw.get("currency_value"))
        return Money.of(found, self.currency_code) if isinstance(found, Decimal) else found


class DateValue(Value):
    """A calendar day, without a time zone."""

    __slots__ = ()
    type = "date"

    @property
    def value(self) -> date | None:
        """The day."""
        return read_date(self._raw.get("value"))

    @property
    def plain(self) -> Any:
        """A date."""
        found = self._raw.get("value")
        day = read_date(found)
        return found if day is None else day


class TimestampValue(Value):
    """A moment."""

    __slots__ = ()
    type = "timestamp"

    @property
    def value(self) -> datetime | None:
        """The moment, in UTC."""
        return read_timestamp(self._raw.get("value"))

    @property
    def plain(self) -> Any:
        """An aware datetime in UTC."""
        found = self._raw.get("value")
        moment = read_timestamp(found)
        return found if moment is None else moment


class DomainValue(Value):
    """An internet domain."""

    __slots__ = ()
    type = "domain"
    content_key = "domain"
    domain = TextField("domain")
    root_domain = TextField("root_domain")


class EmailAddressValue(Value):
    """An e-mail address, in lower case, and its parts."""

    __slots__ = ()
    type = "email-address"
    content_key = "email_address"
    email_address = TextField("email_address")
    original_email_address = TextField("original_email_address")
    email_domain = TextField("email_domain")
    email_root_domain = TextField("email_root_domain")
    email_local_specifier = TextField("email_local_specifier")


class PhoneNumberValue(Value):
    """A phone number in international form, and how it was written."""

    __slots__ = ()
    type = "phone-number"
    content_key = "phone_number"
    phone_number = TextField("phone_number")
    original_phone_number = TextField("original_phone_number")
    country_code = TextField("country_code")

    @property
    def plain(self) -> Any:
        """The number in international form; as it was written where Attio has no other."""
        found = self._raw.get("phone_number")
        return self._raw.get("original_phone_number") if found is None else found


class PersonalNameValue(Value):
    """A person's name."""

    __slots__ = ()
    type = "personal-name"
    content_key = "full_name"
    first_name = TextField("first_name")
    last_name = TextField("last_name")
    full_name = TextField("full_name")

    @property
    def plain(self) -> Any:
        """A PersonalName."""
        return PersonalName.of(self.first_name, self.last_name, self.full_name)
