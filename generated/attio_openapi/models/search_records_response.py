from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, TypeVar

from attrs import define as _attrs_define
from attrs import field as _attrs_field

if TYPE_CHECKING:
    from ..models.search_records_response_data_item_2 import SearchRecordsResponseDataItem2
    from ..models.search_records_response_data_item_companies import SearchRecordsResponseDataItemCompanies
    from ..models.search_records_response_data_item_people import SearchRecordsResponseDataItemPeople


T = TypeVar("T", bound="SearchRecordsResponse")


@_attrs_define
class SearchRecordsResponse:
    data: list[
        SearchRecordsResponseDataItem2
        | SearchRecordsResponseDataItemCompanies
        | SearchRecordsResponseDataItemPeople
    ]
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        from ..models.search_records_response_data_item_companies import (
            SearchRecordsResponseDataItemCompanies,  # noqa: PLC0415
        )
        from ..models.search_records_response_data_item_people import SearchRecordsResponseDataItemPeople  # noqa: PLC0415

        data = []
        for data_item_data in self.data:
            data_item: dict[str, Any]
            if isinstance(data_item_data, SearchRecordsResponseDataItemPeople):
                data_item = data_item_data.to_dict()
            elif isinstance(data_item_data, SearchRecordsResponseDataItemCompanies):
                data_item = data_item_data.to_dict()
            else:
                data_item = data_item_data.to_dict()

            data.append(data_item)

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update(
            {
                "data": data,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        from ..models.search_records_response_data_item_2 import SearchRecordsResponseDataItem2  # noqa: PLC0415
        from ..models.search_records_response_data_item_companies import (
            SearchRecordsResponseDataItemCompanies,  # noqa: PLC0415
        )
        from ..models.search_records_response_data_item_people import SearchRecordsResponseDataItemPeople  # noqa: PLC0415

        d = dict(src_dict)
        data = []
        _data = d.pop("data")
        for data_item_data in _data:

            def _parse_data_item(
                data: object,
            ) -> (
                SearchRecordsResponseDataItem2
                | SearchRecordsResponseDataItemCompanies
                | SearchRecordsResponseDataItemPeople
            ):
                if isinstance(data, dict):
                    tag = data.get("object_slug")
                    if tag == "people":
                        return SearchRecordsResponseDataItemPeople.from_dict(data)
                    if tag == "companies":
                        return SearchRecordsResponseDataItemCompanies.from_dict(data)
                    return SearchRecordsResponseDataItem2.from_dict(data)
                raise TypeError(f"expected an object, got {type(data).__name__}")

            data_item = _parse_data_item(data_item_data)

            data.append(data_item)

        search_records_response = cls(
            data=data,
        )

        search_records_response.additional_properties = d
        return search_records_response

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
