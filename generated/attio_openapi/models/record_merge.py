from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeVar

from attrs import define as _attrs_define

T = TypeVar("T", bound="RecordMerge")


@_attrs_define
class RecordMerge:
    primary_record_id: str
    secondary_record_id: str

    def to_dict(self) -> dict[str, Any]:
        primary_record_id = self.primary_record_id

        secondary_record_id = self.secondary_record_id

        field_dict: dict[str, Any] = {}

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

        record_merge = cls(
            primary_record_id=primary_record_id,
            secondary_record_id=secondary_record_id,
        )

        return record_merge
