from __future__ import annotations

import datetime
from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, TypeVar, cast

from attrs import define as _attrs_define
from attrs import field as _attrs_field

if TYPE_CHECKING:
    from ..models.delete_activity_response import DeleteActivityResponse


T = TypeVar("T", bound="WriteEntryValuesBodyDataValuesItem")


@_attrs_define
class WriteEntryValuesBodyDataValuesItem:
    active_from: datetime.datetime
    active_until: datetime.datetime | None
    value: bool | DeleteActivityResponse | float | str
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        from ..models.delete_activity_response import DeleteActivityResponse  # noqa: PLC0415

        active_from = self.active_from.isoformat()

        active_until: None | str
        if isinstance(self.active_until, datetime.datetime):
            active_until = self.active_until.isoformat()
        else:
            active_until = self.active_until

        value: bool | dict[str, Any] | float | str
        if isinstance(self.value, DeleteActivityResponse):
            value = self.value.to_dict()
        else:
            value = self.value

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update(
            {
                "active_from": active_from,
                "active_until": active_until,
                "value": value,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        from ..models.delete_activity_response import DeleteActivityResponse  # noqa: PLC0415

        d = dict(src_dict)
        active_from = datetime.datetime.fromisoformat(d.pop("active_from"))

        def _parse_active_until(data: object) -> datetime.datetime | None:
            if data is None:
                return data
            try:
                if not isinstance(data, str):
                    raise TypeError()
                active_until_type_0 = datetime.datetime.fromisoformat(data)

                return active_until_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(datetime.datetime | None, data)

        active_until = _parse_active_until(d.pop("active_until"))

        def _parse_value(data: object) -> bool | DeleteActivityResponse | float | str:
            try:
                if not isinstance(data, dict):
                    raise TypeError()
                value_type_0 = DeleteActivityResponse.from_dict(data)

                return value_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(bool | DeleteActivityResponse | float | str, data)

        value = _parse_value(d.pop("value"))

        write_entry_values_body_data_values_item = cls(
            active_from=active_from,
            active_until=active_until,
            value=value,
        )

        write_entry_values_body_data_values_item.additional_properties = d
        return write_entry_values_body_data_values_item

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
