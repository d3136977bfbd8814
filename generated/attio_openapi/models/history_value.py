from __future__ import annotations

import datetime
from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, TypeVar, cast

from attrs import define as _attrs_define

if TYPE_CHECKING:
    from ..models.open_object import OpenObject


T = TypeVar("T", bound="HistoryValue")


@_attrs_define
class HistoryValue:
    active_from: datetime.datetime
    active_until: datetime.datetime | None
    value: bool | float | OpenObject | str

    def to_dict(self) -> dict[str, Any]:
        from ..models.open_object import OpenObject  # noqa: PLC0415

        active_from = self.active_from.isoformat()

        active_until: None | str
        if isinstance(self.active_until, datetime.datetime):
            active_until = self.active_until.isoformat()
        else:
            active_until = self.active_until

        value: bool | dict[str, Any] | float | str
        if isinstance(self.value, OpenObject):
            value = self.value.to_dict()
        else:
            value = self.value

        field_dict: dict[str, Any] = {}

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
        from ..models.open_object import OpenObject  # noqa: PLC0415

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

        def _parse_value(data: object) -> bool | float | OpenObject | str:
            try:
                if not isinstance(data, dict):
                    raise TypeError()
                value_type_0 = OpenObject.from_dict(data)

                return value_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(bool | float | OpenObject | str, data)

        value = _parse_value(d.pop("value"))

        history_value = cls(
            active_from=active_from,
            active_until=active_until,
            value=value,
        )

        return history_value
