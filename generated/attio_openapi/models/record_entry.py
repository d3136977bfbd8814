from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeVar

from attrs import define as _attrs_define
from attrs import field as _attrs_field

T = TypeVar("T", bound="RecordEntry")


@_attrs_define
class RecordEntry:
    created_at: str
    entry_id: str
    list_api_slug: str
    list_id: str
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        created_at = self.created_at

        entry_id = self.entry_id

        list_api_slug = self.list_api_slug

        list_id = self.list_id

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update(
            {
                "created_at": created_at,
                "entry_id": entry_id,
                "list_api_slug": list_api_slug,
                "list_id": list_id,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        d = dict(src_dict)
        created_at = d.pop("created_at")

        entry_id = d.pop("entry_id")

        list_api_slug = d.pop("list_api_slug")

        list_id = d.pop("list_id")

        record_entry = cls(
            created_at=created_at,
            entry_id=entry_id,
            list_api_slug=list_api_slug,
            list_id=list_id,
        )

        record_entry.additional_properties = d
        return record_entry

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
