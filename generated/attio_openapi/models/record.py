from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, TypeVar

from attrs import define as _attrs_define
from attrs import field as _attrs_field

if TYPE_CHECKING:
    from ..models.record_ids import RecordIds
    from ..models.record_values import RecordValues


T = TypeVar("T", bound="Record")


@_attrs_define
class Record:
    created_at: str
    id: RecordIds
    values: RecordValues
    web_url: str
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        created_at = self.created_at

        id = self.id.to_dict()

        values = self.values.to_dict()

        web_url = self.web_url

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update(
            {
                "created_at": created_at,
                "id": id,
                "values": values,
                "web_url": web_url,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        from ..models.record_ids import RecordIds  # noqa: PLC0415
        from ..models.record_values import RecordValues  # noqa: PLC0415

        d = dict(src_dict)
        created_at = d.pop("created_at")

        id = RecordIds.from_dict(d.pop("id"))

        values = RecordValues.from_dict(d.pop("values"))

        web_url = d.pop("web_url")

        record = cls(
            created_at=created_at,
            id=id,
            values=values,
            web_url=web_url,
        )

        record.additional_properties = d
        return record

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
