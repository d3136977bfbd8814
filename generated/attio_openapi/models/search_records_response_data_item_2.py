from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, TypeVar, cast

from attrs import define as _attrs_define
from attrs import field as _attrs_field

if TYPE_CHECKING:
    from ..models.search_records_response_data_item_companies_ids import (
        SearchRecordsResponseDataItemCompaniesIds,
    )


T = TypeVar("T", bound="SearchRecordsResponseDataItem2")


@_attrs_define
class SearchRecordsResponseDataItem2:
    id: SearchRecordsResponseDataItemCompaniesIds
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
        from ..models.search_records_response_data_item_companies_ids import (
            SearchRecordsResponseDataItemCompaniesIds,  # noqa: PLC0415
        )

        d = dict(src_dict)
        id = SearchRecordsResponseDataItemCompaniesIds.from_dict(d.pop("id"))

        object_slug = d.pop("object_slug")

        def _parse_record_image(data: object) -> None | str:
            if data is None:
                return data
            return cast(None | str, data)

        record_image = _parse_record_image(d.pop("record_image"))

        record_text = d.pop("record_text")

        search_records_response_data_item_2 = cls(
            id=id,
            object_slug=object_slug,
            record_image=record_image,
            record_text=record_text,
        )

        search_records_response_data_item_2.additional_properties = d
        return search_records_response_data_item_2

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
