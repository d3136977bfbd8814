from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, TypeVar

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..types import UNSET, Unset

if TYPE_CHECKING:
    from ..models.attribute_sort import AttributeSort
    from ..models.open_object import OpenObject
    from ..models.path_sort import PathSort


T = TypeVar("T", bound="RecordQuery")


@_attrs_define
class RecordQuery:
    filter_: OpenObject | Unset = UNSET
    filter_view_id: str | Unset = UNSET
    limit: float | Unset = UNSET
    offset: float | Unset = UNSET
    sorts: list[AttributeSort | PathSort] | Unset = UNSET
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        from ..models.attribute_sort import AttributeSort  # noqa: PLC0415

        filter_: dict[str, Any] | Unset = UNSET
        if not isinstance(self.filter_, Unset):
            filter_ = self.filter_.to_dict()

        filter_view_id = self.filter_view_id

        limit = self.limit

        offset = self.offset

        sorts: list[dict[str, Any]] | Unset = UNSET
        if not isinstance(self.sorts, Unset):
            sorts = []
            for sorts_item_data in self.sorts:
                sorts_item: dict[str, Any]
                if isinstance(sorts_item_data, AttributeSort):
                    sorts_item = sorts_item_data.to_dict()
                else:
                    sorts_item = sorts_item_data.to_dict()

                sorts.append(sorts_item)

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update({})
        if filter_ is not UNSET:
            field_dict["filter"] = filter_
        if filter_view_id is not UNSET:
            field_dict["filter_view_id"] = filter_view_id
        if limit is not UNSET:
            field_dict["limit"] = limit
        if offset is not UNSET:
            field_dict["offset"] = offset
        if sorts is not UNSET:
            field_dict["sorts"] = sorts

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        from ..models.attribute_sort import AttributeSort  # noqa: PLC0415
        from ..models.open_object import OpenObject  # noqa: PLC0415
        from ..models.path_sort import PathSort  # noqa: PLC0415

        d = dict(src_dict)
        _filter_ = d.pop("filter", UNSET)
        filter_: OpenObject | Unset
        if isinstance(_filter_, Unset):
            filter_ = UNSET
        else:
            filter_ = OpenObject.from_dict(_filter_)

        filter_view_id = d.pop("filter_view_id", UNSET)

        limit = d.pop("limit", UNSET)

        offset = d.pop("offset", UNSET)

        _sorts = d.pop("sorts", UNSET)
        sorts: list[AttributeSort | PathSort] | Unset = UNSET
        if _sorts is not UNSET:
            sorts = []
            for sorts_item_data in _sorts:

                def _parse_sorts_item(data: object) -> AttributeSort | PathSort:
                    try:
                        if not isinstance(data, dict):
                            raise TypeError()
                        componentsschemas_sort_type_0 = AttributeSort.from_dict(data)

                        return componentsschemas_sort_type_0
                    except (TypeError, ValueError, AttributeError, KeyError):
                        pass
                    if not isinstance(data, dict):
                        raise TypeError()
                    componentsschemas_sort_type_1 = PathSort.from_dict(data)

                    return componentsschemas_sort_type_1

                sorts_item = _parse_sorts_item(sorts_item_data)

                sorts.append(sorts_item)

        record_query = cls(
            filter_=filter_,
            filter_view_id=filter_view_id,
            limit=limit,
            offset=offset,
            sorts=sorts,
        )

        record_query.additional_properties = d
        return record_query

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
