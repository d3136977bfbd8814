from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, TypeVar

from attrs import define as _attrs_define

if TYPE_CHECKING:
    from ..models.unsubscribe import Unsubscribe


T = TypeVar("T", bound="UnsubscribeBody")


@_attrs_define
class UnsubscribeBody:
    data: Unsubscribe

    def to_dict(self) -> dict[str, Any]:
        data = self.data.to_dict()

        field_dict: dict[str, Any] = {}

        field_dict.update(
            {
                "data": data,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        from ..models.unsubscribe import Unsubscribe  # noqa: PLC0415

        d = dict(src_dict)
        data = Unsubscribe.from_dict(d.pop("data"))

        unsubscribe_body = cls(
            data=data,
        )

        return unsubscribe_body
