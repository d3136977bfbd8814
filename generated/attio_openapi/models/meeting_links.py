from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, TypeVar

from attrs import define as _attrs_define

if TYPE_CHECKING:
    from ..models.linked_record_input import LinkedRecordInput


T = TypeVar("T", bound="MeetingLinks")


@_attrs_define
class MeetingLinks:
    linked_records: list[LinkedRecordInput]

    def to_dict(self) -> dict[str, Any]:
        linked_records = []
        for linked_records_item_data in self.linked_records:
            linked_records_item = linked_records_item_data.to_dict()
            linked_records.append(linked_records_item)

        field_dict: dict[str, Any] = {}

        field_dict.update(
            {
                "linked_records": linked_records,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        from ..models.linked_record_input import LinkedRecordInput  # noqa: PLC0415

        d = dict(src_dict)
        linked_records = []
        _linked_records = d.pop("linked_records")
        for linked_records_item_data in _linked_records:
            linked_records_item = LinkedRecordInput.from_dict(linked_records_item_data)

            linked_records.append(linked_records_item)

        meeting_links = cls(
            linked_records=linked_records,
        )

        return meeting_links
