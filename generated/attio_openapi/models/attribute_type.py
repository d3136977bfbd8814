from __future__ import annotations

from enum import StrEnum


class AttributeType(StrEnum):
    ACTOR_REFERENCE = "actor-reference"
    CHECKBOX = "checkbox"
    CURRENCY = "currency"
    DATE = "date"
    DOMAIN = "domain"
    EMAIL_ADDRESS = "email-address"
    INTERACTION = "interaction"
    LOCATION = "location"
    NUMBER = "number"
    PERSONAL_NAME = "personal-name"
    PHONE_NUMBER = "phone-number"
    RATING = "rating"
    RECORD_REFERENCE = "record-reference"
    SELECT = "select"
    STATUS = "status"
    TEXT = "text"
    TIMESTAMP = "timestamp"

    @classmethod
    def _missing_(cls, value: object) -> AttributeType | None:
        if not isinstance(value, str):
            return None
        member = str.__new__(cls, value)
        member._name_ = value
        member._value_ = value
        return member
