from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, TypeVar

from attrs import define as _attrs_define
from attrs import field as _attrs_field

if TYPE_CHECKING:
    from ..models.list_activities_response_pagination import ListActivitiesResponsePagination
    from ..models.list_files_response_data_item_connected_file import ListFilesResponseDataItemConnectedFile
    from ..models.list_files_response_data_item_connected_folder import (
        ListFilesResponseDataItemConnectedFolder,
    )
    from ..models.list_files_response_data_item_file import ListFilesResponseDataItemFile
    from ..models.list_files_response_data_item_folder import ListFilesResponseDataItemFolder
    from ..models.unknown_list_files_response_data_item import UnknownListFilesResponseDataItem


T = TypeVar("T", bound="ListFilesResponse")


@_attrs_define
class ListFilesResponse:
    data: list[
        ListFilesResponseDataItemConnectedFile
        | ListFilesResponseDataItemConnectedFolder
        | ListFilesResponseDataItemFile
        | ListFilesResponseDataItemFolder
        | UnknownListFilesResponseDataItem
    ]
    pagination: ListActivitiesResponsePagination
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        from ..models.list_files_response_data_item_connected_file import (
            ListFilesResponseDataItemConnectedFile,  # noqa: PLC0415
        )
        from ..models.list_files_response_data_item_connected_folder import (
            ListFilesResponseDataItemConnectedFolder,  # noqa: PLC0415
        )
        from ..models.list_files_response_data_item_file import ListFilesResponseDataItemFile  # noqa: PLC0415
        from ..models.list_files_response_data_item_folder import ListFilesResponseDataItemFolder  # noqa: PLC0415

        data = []
        for data_item_data in self.data:
            data_item: dict[str, Any]
            if isinstance(data_item_data, ListFilesResponseDataItemFile):
                data_item = data_item_data.to_dict()
            elif isinstance(data_item_data, ListFilesResponseDataItemConnectedFile):
                data_item = data_item_data.to_dict()
            elif isinstance(data_item_data, ListFilesResponseDataItemConnectedFolder):
                data_item = data_item_data.to_dict()
            elif isinstance(data_item_data, ListFilesResponseDataItemFolder):
                data_item = data_item_data.to_dict()
            else:
                data_item = data_item_data.to_dict()

            data.append(data_item)

        pagination = self.pagination.to_dict()

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update(
            {
                "data": data,
                "pagination": pagination,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        from ..models.list_activities_response_pagination import ListActivitiesResponsePagination  # noqa: PLC0415
        from ..models.list_files_response_data_item_connected_file import (
            ListFilesResponseDataItemConnectedFile,  # noqa: PLC0415
        )
        from ..models.list_files_response_data_item_connected_folder import (
            ListFilesResponseDataItemConnectedFolder,  # noqa: PLC0415
        )
        from ..models.list_files_response_data_item_file import ListFilesResponseDataItemFile  # noqa: PLC0415
        from ..models.list_files_response_data_item_folder import ListFilesResponseDataItemFolder  # noqa: PLC0415
        from ..models.unknown_list_files_response_data_item import UnknownListFilesResponseDataItem  # noqa: PLC0415

        d = dict(src_dict)
        data = []
        _data = d.pop("data")
        for data_item_data in _data:

            def _parse_data_item(
                data: object,
            ) -> (
                ListFilesResponseDataItemConnectedFile
                | ListFilesResponseDataItemConnectedFolder
                | ListFilesResponseDataItemFile
                | ListFilesResponseDataItemFolder
                | UnknownListFilesResponseDataItem
            ):
                if isinstance(data, dict):
                    tag = data.get("file_type")
                    if tag == "file":
                        return ListFilesResponseDataItemFile.from_dict(data)
                    if tag == "connected-file":
                        return ListFilesResponseDataItemConnectedFile.from_dict(data)
                    if tag == "connected-folder":
                        return ListFilesResponseDataItemConnectedFolder.from_dict(data)
                    if tag == "folder":
                        return ListFilesResponseDataItemFolder.from_dict(data)
                    return UnknownListFilesResponseDataItem.from_dict(data)
                raise TypeError(f"expected an object, got {type(data).__name__}")

            data_item = _parse_data_item(data_item_data)

            data.append(data_item)

        pagination = ListActivitiesResponsePagination.from_dict(d.pop("pagination"))

        list_files_response = cls(
            data=data,
            pagination=pagination,
        )

        list_files_response.additional_properties = d
        return list_files_response

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
