"""Everything that a value can be: the typed values and the plain ones, in one place."""

from __future__ import annotations

from .linked_values import (
    ActorReferenceValue,
    InteractionValue,
    LocationValue,
    RecordReferenceValue,
    SelectValue,
    StatusValue,
)
from .plain import (
    LOCATION_KEYS,
    ActorRef,
    Interaction,
    Location,
    Money,
    Option,
    PersonalName,
    Phone,
    Plain,
    RecordRef,
    Status,
)
from .simple_values import (
    CheckboxValue,
    CurrencyValue,
    DateValue,
    DomainValue,
    EmailAddressValue,
    NumberValue,
    PersonalNameValue,
    PhoneNumberValue,
    RatingValue,
    TextValue,
    TimestampValue,
)
from .value import METADATA_KEYS, UnknownValue, Value

__all__ = [
    "LOCATION_KEYS",
    "METADATA_KEYS",
    "VALUE_TYPES",
    "ActorRef",
    "ActorReferenceValue",
    "CheckboxValue",
    "CurrencyValue",
    "DateValue",
    "DomainValue",
    "EmailAddressValue",
    "Interaction",
    "InteractionValue",
    "Location",
    "LocationValue",
    "Money",
    "NumberValue",
    "Option",
    "PersonalName",
    "PersonalNameValue",
    "Phone",
    "PhoneNumberValue",
    "Plain",
    "RatingValue",
    "RecordRef",
    "RecordReferenceValue",
    "SelectValue",
    "Status",
    "StatusValue",
    "TextValue",
    "TimestampValue",
    "UnknownValue",
    "Value",
]

VALUE_TYPES: dict[str, type[Value]] = {
    kind.type: kind
    for kind in (
        TextValue,
        NumberValue,
        CheckboxValue,
        CurrencyValue,
        DateValue,
        TimestampValue,
        RatingValue,
        SelectValue,
        StatusValue,
        RecordReferenceValue,
        ActorReferenceValue,
        LocationValue,
        DomainValue,
        EmailAddressValue,
        PhoneNumberValue,
        PersonalNameValue,
        InteractionValue,
    )
}
"""The class that reads each of Attio's attribute types."""
