from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, TypeVar

from attrs import define as _attrs_define
from attrs import field as _attrs_field

if TYPE_CHECKING:
    from ..models.list_attributes_response_data_item_config_currency import (
        ListAttributesResponseDataItemConfigCurrency,
    )
    from ..models.list_attributes_response_data_item_config_record_reference import (
        ListAttributesResponseDataItemConfigRecordReference,
    )


T = TypeVar("T", bound="ListAttributesResponseDataItemConfig")


@_attrs_define
class ListAttributesResponseDataItemConfig:
    currency: ListAttributesResponseDataItemConfigCurrency
    record_reference: ListAttributesResponseDataItemConfigRecordReference
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        currency = self.currency.to_dict()

        record_reference = self.record_reference.to_dict()

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update(
            {
                "currency": currency,
                "record_reference": record_reference,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        from ..models.list_attributes_response_data_item_config_currency import (
            ListAttributesResponseDataItemConfigCurrency,  # noqa: PLC0415
        )
        from ..models.list_attributes_response_data_item_config_record_reference import (
            ListAttributesResponseDataItemConfigRecordReference,  # noqa: PLC0415
        )

        d = dict(src_dict)
        currency = ListAttributesResponseDataItemConfigCurrency.from_dict(d.pop("currency"))

        record_reference = ListAttributesResponseDataItemConfigRecordReference.from_dict(
            d.pop("record_reference")
        )

        list_attributes_response_data_item_config = cls(
            currency=currency,
            record_reference=record_reference,
        )

        list_attributes_response_data_item_config.additional_properties = d
        return list_attributes_response_data_item_config

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
