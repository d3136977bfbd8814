from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, TypeVar, cast

from attrs import define as _attrs_define
from attrs import field as _attrs_field

if TYPE_CHECKING:
    from ..models.record_ids import RecordIds


T = TypeVar("T", bound="OtherSearchResult")


@_attrs_define
class OtherSearchResult:
    id: RecordIds
    object_slug: str
    record_image: None | str
    record_text: str
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        id = self.id.to_dict()

        object_slug = self.object_slug

        record_image: None | str
        record_image = self.record_image

        record_text = self.record_text

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update(
            {
                "id": id,
                "object_slug": object_slug,
                "record_image": record_image,
                "record_text": record_text,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        from ..models.record_ids import RecordIds  # noqa: PLC0415

        d = dict(src_dict)
        id = RecordIds.from_dict(d.pop("id"))

        object_slug = d.pop("object_slug")

        def _parse_record_image(data: object) -> None | str:
            if data is None:
                return data
            return cast(None | str, data)

        record_image = _parse_record_image(d.pop("record_image"))

        record_text = d.pop("record_text")

        other_search_result = cls(
            id=id,
            object_slug=object_slug,
            record_image=record_image,
            record_text=record_text,
        )

        other_search_result.additional_properties = d
        return other_search_result

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
