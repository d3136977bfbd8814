from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, TypeVar

from attrs import define as _attrs_define

if TYPE_CHECKING:
    from ..models.history_value import HistoryValue


T = TypeVar("T", bound="ValueHistoryWrite")


@_attrs_define
class ValueHistoryWrite:
    replace_history: bool
    values: list[HistoryValue]

    def to_dict(self) -> dict[str, Any]:
        replace_history = self.replace_history

        values = []
        for values_item_data in self.values:
            values_item = values_item_data.to_dict()
            values.append(values_item)

        field_dict: dict[str, Any] = {}

        field_dict.update(
            {
                "replace_history": replace_history,
                "values": values,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        from ..models.history_value import HistoryValue  # noqa: PLC0415

        d = dict(src_dict)
        replace_history = d.pop("replace_history")

        values = []
        _values = d.pop("values")
        for values_item_data in _values:
            values_item = HistoryValue.from_dict(values_item_data)

            values.append(values_item)

        value_history_write = cls(
            replace_history=replace_history,
            values=values,
        )

        return value_history_write
