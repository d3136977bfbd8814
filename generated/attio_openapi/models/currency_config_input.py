from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeVar

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..models.currency_code import CurrencyCode
from ..models.currency_display_type import CurrencyDisplayType

T = TypeVar("T", bound="CurrencyConfigInput")


@_attrs_define
class CurrencyConfigInput:
    default_currency_code: CurrencyCode
    display_type: CurrencyDisplayType
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        default_currency_code = self.default_currency_code.value

        display_type = self.display_type.value

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update(
            {
                "default_currency_code": default_currency_code,
                "display_type": display_type,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        d = dict(src_dict)
        default_currency_code = CurrencyCode(d.pop("default_currency_code"))

        display_type = CurrencyDisplayType(d.pop("display_type"))

        currency_config_input = cls(
            default_currency_code=default_currency_code,
            display_type=display_type,
        )

        currency_config_input.additional_properties = d
        return currency_config_input

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
