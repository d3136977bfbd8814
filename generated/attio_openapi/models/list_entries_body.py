from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, TypeVar

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..types import UNSET, Unset

if TYPE_CHECKING:
    from ..models.delete_activity_response import DeleteActivityResponse
    from ..models.list_activity_records_body_sorts_item_attribute import (
        ListActivityRecordsBodySortsItemAttribute,
    )
    from ..models.list_activity_records_body_sorts_item_direction import (
        ListActivityRecordsBodySortsItemDirection,
    )


T = TypeVar("T", bound="ListEntriesBody")


@_attrs_define
class ListEntriesBody:
    filter_: DeleteActivityResponse | Unset = UNSET
    filter_view_id: str | Unset = UNSET
    limit: float | Unset = UNSET
    offset: float | Unset = UNSET
    sorts: (
        list[ListActivityRecordsBodySortsItemAttribute | ListActivityRecordsBodySortsItemDirection] | Unset
    ) = UNSET
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        from ..models.list_activity_records_body_sorts_item_attribute import (
            ListActivityRecordsBodySortsItemAttribute,  # noqa: PLC0415
        )

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
                if isinstance(sorts_item_data, ListActivityRecordsBodySortsItemAttribute):
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
        from ..models.delete_activity_response import DeleteActivityResponse  # noqa: PLC0415
        from ..models.list_activity_records_body_sorts_item_attribute import (
            ListActivityRecordsBodySortsItemAttribute,  # noqa: PLC0415
        )
        from ..models.list_activity_records_body_sorts_item_direction import (
            ListActivityRecordsBodySortsItemDirection,  # noqa: PLC0415
        )

        d = dict(src_dict)
        _filter_ = d.pop("filter", UNSET)
        filter_: DeleteActivityResponse | Unset
        if isinstance(_filter_, Unset):
            filter_ = UNSET
        else:
            filter_ = DeleteActivityResponse.from_dict(_filter_)

        filter_view_id = d.pop("filter_view_id", UNSET)

        limit = d.pop("limit", UNSET)

        offset = d.pop("offset", UNSET)

        _sorts = d.pop("sorts", UNSET)
        sorts: (
            list[ListActivityRecordsBodySortsItemAttribute | ListActivityRecordsBodySortsItemDirection]
            | Unset
        ) = UNSET
        if _sorts is not UNSET:
            sorts = []
            for sorts_item_data in _sorts:

                def _parse_sorts_item(
                    data: object,
                ) -> ListActivityRecordsBodySortsItemAttribute | ListActivityRecordsBodySortsItemDirection:
                    try:
                        if not isinstance(data, dict):
                            raise TypeError()
                        componentsschemas_list_activity_records_body_sorts_item_type_0 = (
                            ListActivityRecordsBodySortsItemAttribute.from_dict(data)
                        )

                        return componentsschemas_list_activity_records_body_sorts_item_type_0
                    except (TypeError, ValueError, AttributeError, KeyError):
                        pass
                    if not isinstance(data, dict):
                        raise TypeError()
                    componentsschemas_list_activity_records_body_sorts_item_type_1 = (
                        ListActivityRecordsBodySortsItemDirection.from_dict(data)
                    )

                    return componentsschemas_list_activity_records_body_sorts_item_type_1

                sorts_item = _parse_sorts_item(sorts_item_data)

                sorts.append(sorts_item)

        list_entries_body = cls(
            filter_=filter_,
            filter_view_id=filter_view_id,
            limit=limit,
            offset=offset,
            sorts=sorts,
        )

        list_entries_body.additional_properties = d
        return list_entries_body

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
