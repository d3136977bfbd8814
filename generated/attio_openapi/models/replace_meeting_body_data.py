from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, TypeVar

from attrs import define as _attrs_define
from attrs import field as _attrs_field

if TYPE_CHECKING:
    from ..models.create_comment_body_data_record_record import CreateCommentBodyDataRecordRecord


T = TypeVar("T", bound="ReplaceMeetingBodyData")


@_attrs_define
class ReplaceMeetingBodyData:
    linked_records: list[CreateCommentBodyDataRecordRecord]
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        linked_records = []
        for linked_records_item_data in self.linked_records:
            linked_records_item = linked_records_item_data.to_dict()
            linked_records.append(linked_records_item)

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update(
            {
                "linked_records": linked_records,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        from ..models.create_comment_body_data_record_record import CreateCommentBodyDataRecordRecord  # noqa: PLC0415

        d = dict(src_dict)
        linked_records = []
        _linked_records = d.pop("linked_records")
        for linked_records_item_data in _linked_records:
            linked_records_item = CreateCommentBodyDataRecordRecord.from_dict(linked_records_item_data)

            linked_records.append(linked_records_item)

        replace_meeting_body_data = cls(
            linked_records=linked_records,
        )

        replace_meeting_body_data.additional_properties = d
        return replace_meeting_body_data

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
