from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeVar

from attrs import define as _attrs_define
from attrs import field as _attrs_field

T = TypeVar("T", bound="MergeRecordsBodyData")


@_attrs_define
class MergeRecordsBodyData:
    primary_record_id: str
    secondary_record_id: str
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        primary_record_id = self.primary_record_id

        secondary_record_id = self.secondary_record_id

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update(
            {
                "primary_record_id": primary_record_id,
                "secondary_record_id": secondary_record_id,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        d = dict(src_dict)
        primary_record_id = d.pop("primary_record_id")

        secondary_record_id = d.pop("secondary_record_id")

        merge_records_body_data = cls(
            primary_record_id=primary_record_id,
            secondary_record_id=secondary_record_id,
        )

        merge_records_body_data.additional_properties = d
        return merge_records_body_data

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
