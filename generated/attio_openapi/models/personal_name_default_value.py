from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Literal, TypeVar, cast

from attrs import define as _attrs_define
from attrs import field as _attrs_field

T = TypeVar("T", bound="PersonalNameDefaultValue")


@_attrs_define
class PersonalNameDefaultValue:
    attribute_type: Literal["personal-name"]
    first_name: str
    full_name: str
    last_name: str
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        attribute_type = self.attribute_type

        first_name = self.first_name

        full_name = self.full_name

        last_name = self.last_name

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update(
            {
                "attribute_type": attribute_type,
                "first_name": first_name,
                "full_name": full_name,
                "last_name": last_name,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        d = dict(src_dict)
        attribute_type = cast(Literal["personal-name"], d.pop("attribute_type"))
        if attribute_type != "personal-name":
            raise ValueError(f"attribute_type must match const 'personal-name', got '{attribute_type}'")

        first_name = d.pop("first_name")

        full_name = d.pop("full_name")

        last_name = d.pop("last_name")

        personal_name_default_value = cls(
            attribute_type=attribute_type,
            first_name=first_name,
            full_name=full_name,
            last_name=last_name,
        )

        personal_name_default_value.additional_properties = d
        return personal_name_default_value

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
