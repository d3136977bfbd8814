from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, TypeVar

from attrs import define as _attrs_define
from attrs import field as _attrs_field

if TYPE_CHECKING:
    from ..models.open_object import OpenObject


T = TypeVar("T", bound="EntryCreate")


@_attrs_define
class EntryCreate:
    entry_values: OpenObject
    parent_object: str
    parent_record_id: str
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        entry_values = self.entry_values.to_dict()

        parent_object = self.parent_object

        parent_record_id = self.parent_record_id

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update(
            {
                "entry_values": entry_values,
                "parent_object": parent_object,
                "parent_record_id": parent_record_id,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        from ..models.open_object import OpenObject  # noqa: PLC0415

        d = dict(src_dict)
        entry_values = OpenObject.from_dict(d.pop("entry_values"))

        parent_object = d.pop("parent_object")

        parent_record_id = d.pop("parent_record_id")

        entry_create = cls(
            entry_values=entry_values,
            parent_object=parent_object,
            parent_record_id=parent_record_id,
        )

        entry_create.additional_properties = d
        return entry_create

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
