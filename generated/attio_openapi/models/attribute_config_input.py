from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, TypeVar

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..types import UNSET, Unset

if TYPE_CHECKING:
    from ..models.currency_config_input import CurrencyConfigInput
    from ..models.record_reference_config_input import RecordReferenceConfigInput


T = TypeVar("T", bound="AttributeConfigInput")


@_attrs_define
class AttributeConfigInput:
    currency: CurrencyConfigInput | Unset = UNSET
    record_reference: RecordReferenceConfigInput | Unset = UNSET
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
        from ..models.currency_config_input import CurrencyConfigInput  # noqa: PLC0415
        from ..models.record_reference_config_input import RecordReferenceConfigInput  # noqa: PLC0415

        d = dict(src_dict)
        _currency = d.pop("currency", UNSET)
        currency: CurrencyConfigInput | Unset
        if isinstance(_currency, Unset):
            currency = UNSET
        else:
            currency = CurrencyConfigInput.from_dict(_currency)

        _record_reference = d.pop("record_reference", UNSET)
        record_reference: RecordReferenceConfigInput | Unset
        if isinstance(_record_reference, Unset):
            record_reference = UNSET
        else:
            record_reference = RecordReferenceConfigInput.from_dict(_record_reference)

        attribute_config_input = cls(
            currency=currency,
            record_reference=record_reference,
        )

        attribute_config_input.additional_properties = d
        return attribute_config_input

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
