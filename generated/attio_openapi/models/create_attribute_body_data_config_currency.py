from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeVar

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..models.create_activity_record_response_data_values_value_item_currency_currency_code import (
    CreateActivityRecordResponseDataValuesValueItemCurrencyCurrencyCode,
)
from ..models.list_attributes_response_data_item_config_currency_display_type import (
    ListAttributesResponseDataItemConfigCurrencyDisplayType,
)

T = TypeVar("T", bound="CreateAttributeBodyDataConfigCurrency")


@_attrs_define
class CreateAttributeBodyDataConfigCurrency:
    default_currency_code: CreateActivityRecordResponseDataValuesValueItemCurrencyCurrencyCode
    display_type: ListAttributesResponseDataItemConfigCurrencyDisplayType
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
        default_currency_code = CreateActivityRecordResponseDataValuesValueItemCurrencyCurrencyCode(
            d.pop("default_currency_code")
        )

        display_type = ListAttributesResponseDataItemConfigCurrencyDisplayType(d.pop("display_type"))

        create_attribute_body_data_config_currency = cls(
            default_currency_code=default_currency_code,
            display_type=display_type,
        )

        create_attribute_body_data_config_currency.additional_properties = d
        return create_attribute_body_data_config_currency

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
