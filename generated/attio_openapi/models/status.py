from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, TypeVar, cast

from attrs import define as _attrs_define
from attrs import field as _attrs_field

if TYPE_CHECKING:
    from ..models.status_ids import StatusIds


T = TypeVar("T", bound="Status")


@_attrs_define
class Status:
    celebration_enabled: bool
    id: StatusIds
    is_archived: bool
    target_time_in_status: None | str
    title: str
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        celebration_enabled = self.celebration_enabled

        id = self.id.to_dict()

        is_archived = self.is_archived

        target_time_in_status: None | str
        target_time_in_status = self.target_time_in_status

        title = self.title

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update(
            {
                "celebration_enabled": celebration_enabled,
                "id": id,
                "is_archived": is_archived,
                "target_time_in_status": target_time_in_status,
                "title": title,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        from ..models.status_ids import StatusIds  # noqa: PLC0415

        d = dict(src_dict)
        celebration_enabled = d.pop("celebration_enabled")

        id = StatusIds.from_dict(d.pop("id"))

        is_archived = d.pop("is_archived")

        def _parse_target_time_in_status(data: object) -> None | str:
            if data is None:
                return data
            return cast(None | str, data)

        target_time_in_status = _parse_target_time_in_status(d.pop("target_time_in_status"))

        title = d.pop("title")

        status = cls(
            celebration_enabled=celebration_enabled,
            id=id,
            is_archived=is_archived,
            target_time_in_status=target_time_in_status,
            title=title,
        )

        status.additional_properties = d
        return status

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
