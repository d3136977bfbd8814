from __future__ import annotations

import datetime
from collections.abc import Mapping
from typing import Any, Literal, TypeVar, cast

from attrs import define as _attrs_define
from attrs import field as _attrs_field

T = TypeVar("T", bound="TimestampDefaultValue")


@_attrs_define
class TimestampDefaultValue:
    attribute_type: Literal["timestamp"]
    value: datetime.datetime
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        attribute_type = self.attribute_type

        value = self.value.isoformat()

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update(
            {
                "attribute_type": attribute_type,
                "value": value,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        d = dict(src_dict)
        attribute_type = cast(Literal["timestamp"], d.pop("attribute_type"))
        if attribute_type != "timestamp":
            raise ValueError(f"attribute_type must match const 'timestamp', got '{attribute_type}'")

        value = datetime.datetime.fromisoformat(d.pop("value"))

        timestamp_default_value = cls(
            attribute_type=attribute_type,
            value=value,
        )

        timestamp_default_value.additional_properties = d
        return timestamp_default_value

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
