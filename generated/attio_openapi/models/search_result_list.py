from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, TypeVar

from attrs import define as _attrs_define
from attrs import field as _attrs_field

if TYPE_CHECKING:
    from ..models.company_search_result import CompanySearchResult
    from ..models.other_search_result import OtherSearchResult
    from ..models.person_search_result import PersonSearchResult


T = TypeVar("T", bound="SearchResultList")


@_attrs_define
class SearchResultList:
    data: list[CompanySearchResult | OtherSearchResult | PersonSearchResult]
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        from ..models.company_search_result import CompanySearchResult  # noqa: PLC0415
        from ..models.person_search_result import PersonSearchResult  # noqa: PLC0415

        data = []
        for data_item_data in self.data:
            data_item: dict[str, Any]
            if isinstance(data_item_data, PersonSearchResult):
                data_item = data_item_data.to_dict()
            elif isinstance(data_item_data, CompanySearchResult):
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
        from ..models.company_search_result import CompanySearchResult  # noqa: PLC0415
        from ..models.other_search_result import OtherSearchResult  # noqa: PLC0415
        from ..models.person_search_result import PersonSearchResult  # noqa: PLC0415

        d = dict(src_dict)
        data = []
        _data = d.pop("data")
        for data_item_data in _data:

            def _parse_data_item(
                data: object,
            ) -> CompanySearchResult | OtherSearchResult | PersonSearchResult:
                if isinstance(data, dict):
                    tag = data.get("object_slug")
                    if tag == "people":
                        return PersonSearchResult.from_dict(data)
                    if tag == "companies":
                        return CompanySearchResult.from_dict(data)
                    return OtherSearchResult.from_dict(data)
                raise TypeError(f"expected an object, got {type(data).__name__}")

            data_item = _parse_data_item(data_item_data)

            data.append(data_item)

        search_result_list = cls(
            data=data,
        )

        search_result_list.additional_properties = d
        return search_result_list

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
