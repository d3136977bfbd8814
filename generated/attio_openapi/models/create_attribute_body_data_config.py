from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, TypeVar

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..types import UNSET, Unset

if TYPE_CHECKING:
    from ..models.create_attribute_body_data_config_currency import CreateAttributeBodyDataConfigCurrency
    from ..models.create_attribute_body_data_config_record_reference import (
        CreateAttributeBodyDataConfigRecordReference,
    )


T = TypeVar("T", bound="CreateAttributeBodyDataConfig")


@_attrs_define
class CreateAttributeBodyDataConfig:
    currency: CreateAttributeBodyDataConfigCurrency | Unset = UNSET
    record_reference: CreateAttributeBodyDataConfigRecordReference | Unset = UNSET
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        currency: dict[str, Any] | Unset = UNSET
        if not isinstance(self.currency, Unset):
            currency = self.currency.to_dict()

        record_reference: dict[str, Any] | Unset = UNSET
        if not isinstance(self.record_reference, Unset):
            record_reference = self.record_reference.to_dict()

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update({})
        if currency is not UNSET:
            field_dict["currency"] = currency
        if record_reference is not UNSET:
            field_dict["record_reference"] = record_reference

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        from ..models.create_attribute_body_data_config_currency import CreateAttributeBodyDataConfigCurrency  # noqa: PLC0415
        from ..models.create_attribute_body_data_config_record_reference import (
            CreateAttributeBodyDataConfigRecordReference,  # noqa: PLC0415
        )

        d = dict(src_dict)
        _currency = d.pop("currency", UNSET)
        currency: CreateAttributeBodyDataConfigCurrency | Unset
        if isinstance(_currency, Unset):
            currency = UNSET
        else:
            currency = CreateAttributeBodyDataConfigCurrency.from_dict(_currency)

        _record_reference = d.pop("record_reference", UNSET)
        record_reference: CreateAttributeBodyDataConfigRecordReference | Unset
        if isinstance(_record_reference, Unset):
            record_reference = UNSET
        else:
            record_reference = CreateAttributeBodyDataConfigRecordReference.from_dict(_record_reference)

        create_attribute_body_data_config = cls(
            currency=currency,
            record_reference=record_reference,
        )

        create_attribute_body_data_config.additional_properties = d
        return create_attribute_body_data_config

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
