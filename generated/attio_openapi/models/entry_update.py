from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, TypeVar

from attrs import define as _attrs_define

if TYPE_CHECKING:
    from ..models.open_object import OpenObject


T = TypeVar("T", bound="EntryUpdate")


@_attrs_define
class EntryUpdate:
    entry_values: OpenObject

    def to_dict(self) -> dict[str, Any]:
        entry_values = self.entry_values.to_dict()

        field_dict: dict[str, Any] = {}

        field_dict.update(
            {
                "entry_values": entry_values,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        from ..models.open_object import OpenObject  # noqa: PLC0415

        d = dict(src_dict)
        entry_values = OpenObject.from_dict(d.pop("entry_values"))

        entry_update = cls(
            entry_values=entry_values,
        )

        return entry_update
