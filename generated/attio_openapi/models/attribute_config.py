from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, TypeVar

from attrs import define as _attrs_define
from attrs import field as _attrs_field

if TYPE_CHECKING:
    from ..models.currency_config import CurrencyConfig
    from ..models.record_reference_config import RecordReferenceConfig


T = TypeVar("T", bound="AttributeConfig")


@_attrs_define
class AttributeConfig:
    currency: CurrencyConfig
    record_reference: RecordReferenceConfig
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
        from ..models.currency_config import CurrencyConfig  # noqa: PLC0415
        from ..models.record_reference_config import RecordReferenceConfig  # noqa: PLC0415

        d = dict(src_dict)
        currency = CurrencyConfig.from_dict(d.pop("currency"))

        record_reference = RecordReferenceConfig.from_dict(d.pop("record_reference"))

        attribute_config = cls(
            currency=currency,
            record_reference=record_reference,
        )

        attribute_config.additional_properties = d
        return attribute_config

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
