from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeVar, cast

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..types import UNSET, Unset

T = TypeVar("T", bound="StatusCreate")


@_attrs_define
class StatusCreate:
    title: str
    celebration_enabled: bool | Unset = UNSET
    target_time_in_status: None | str | Unset = UNSET
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        title = self.title

        celebration_enabled = self.celebration_enabled

        target_time_in_status: None | str | Unset
        if isinstance(self.target_time_in_status, Unset):
            target_time_in_status = UNSET
        else:
            target_time_in_status = self.target_time_in_status

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update(
            {
                "title": title,
            }
        )
        if celebration_enabled is not UNSET:
            field_dict["celebration_enabled"] = celebration_enabled
        if target_time_in_status is not UNSET:
            field_dict["target_time_in_status"] = target_time_in_status

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        d = dict(src_dict)
        title = d.pop("title")

        celebration_enabled = d.pop("celebration_enabled", UNSET)

        def _parse_target_time_in_status(data: object) -> None | str | Unset:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            return cast(None | str | Unset, data)

        target_time_in_status = _parse_target_time_in_status(d.pop("target_time_in_status", UNSET))

        status_create = cls(
            title=title,
            celebration_enabled=celebration_enabled,
            target_time_in_status=target_time_in_status,
        )

        status_create.additional_properties = d
        return status_create

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
