from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Literal, TypeVar, cast

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..models.country_code import CountryCode

T = TypeVar("T", bound="PhoneNumberDefaultValue")


@_attrs_define
class PhoneNumberDefaultValue:
    attribute_type: Literal["phone-number"]
    country_code: CountryCode
    original_phone_number: str
    phone_number: str
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        attribute_type = self.attribute_type

        country_code = self.country_code.value

        original_phone_number = self.original_phone_number

        phone_number = self.phone_number

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update(
            {
                "attribute_type": attribute_type,
                "country_code": country_code,
                "original_phone_number": original_phone_number,
                "phone_number": phone_number,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        d = dict(src_dict)
        attribute_type = cast(Literal["phone-number"], d.pop("attribute_type"))
        if attribute_type != "phone-number":
            raise ValueError(f"attribute_type must match const 'phone-number', got '{attribute_type}'")

        country_code = CountryCode(d.pop("country_code"))

        original_phone_number = d.pop("original_phone_number")

        phone_number = d.pop("phone_number")

        phone_number_default_value = cls(
            attribute_type=attribute_type,
            country_code=country_code,
            original_phone_number=original_phone_number,
            phone_number=phone_number,
        )

        phone_number_default_value.additional_properties = d
        return phone_number_default_value

    @property
    def additional_keys(self) -> list[str]:
        return list(self.additional_properties.keys())

    def __getitem__(self, key: str) -> Any:
        return self.additional_properties[key]

    def __setitem__(self, key: str, value: Any) -> None:
        self.additional_properties[key] = value

    def __delitem__(self, key: str) -> None:
        del self.additional_properties[key]

    def __contains__(self, key: str) -> bool:
        return key in self.additional_properties
