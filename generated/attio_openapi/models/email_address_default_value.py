from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Literal, TypeVar, cast

from attrs import define as _attrs_define
from attrs import field as _attrs_field

T = TypeVar("T", bound="EmailAddressDefaultValue")


@_attrs_define
class EmailAddressDefaultValue:
    attribute_type: Literal["email-address"]
    email_address: str
    email_domain: str
    email_local_specifier: str
    email_root_domain: str
    original_email_address: str
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        attribute_type = self.attribute_type

        email_address = self.email_address

        email_domain = self.email_domain

        email_local_specifier = self.email_local_specifier

        email_root_domain = self.email_root_domain

        original_email_address = self.original_email_address

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update(
            {
                "attribute_type": attribute_type,
                "email_address": email_address,
                "email_domain": email_domain,
                "email_local_specifier": email_local_specifier,
                "email_root_domain": email_root_domain,
                "original_email_address": original_email_address,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        d = dict(src_dict)
        attribute_type = cast(Literal["email-address"], d.pop("attribute_type"))
        if attribute_type != "email-address":
            raise ValueError(f"attribute_type must match const 'email-address', got '{attribute_type}'")

        email_address = d.pop("email_address")

        email_domain = d.pop("email_domain")

        email_local_specifier = d.pop("email_local_specifier")

        email_root_domain = d.pop("email_root_domain")

        original_email_address = d.pop("original_email_address")

        email_address_default_value = cls(
            attribute_type=attribute_type,
            email_address=email_address,
            email_domain=email_domain,
            email_local_specifier=email_local_specifier,
            email_root_domain=email_root_domain,
            original_email_address=original_email_address,
        )

        email_address_default_value.additional_properties = d
        return email_address_default_value

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
