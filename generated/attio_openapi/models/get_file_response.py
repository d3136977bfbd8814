from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, TypeVar

from attrs import define as _attrs_define
from attrs import field as _attrs_field

if TYPE_CHECKING:
    from ..models.get_file_response_data_folder import GetFileResponseDataFolder
    from ..models.list_files_response_data_item_connected_file import ListFilesResponseDataItemConnectedFile
    from ..models.list_files_response_data_item_connected_folder import (
        ListFilesResponseDataItemConnectedFolder,
    )
    from ..models.list_files_response_data_item_file import ListFilesResponseDataItemFile
    from ..models.unknown_get_file_response_data import UnknownGetFileResponseData


T = TypeVar("T", bound="GetFileResponse")


@_attrs_define
class GetFileResponse:
    data: (
        GetFileResponseDataFolder
        | ListFilesResponseDataItemConnectedFile
        | ListFilesResponseDataItemConnectedFolder
        | ListFilesResponseDataItemFile
        | UnknownGetFileResponseData
    )
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        from ..models.get_file_response_data_folder import GetFileResponseDataFolder  # noqa: PLC0415
        from ..models.list_files_response_data_item_connected_file import (
            ListFilesResponseDataItemConnectedFile,  # noqa: PLC0415
        )
        from ..models.list_files_response_data_item_connected_folder import (
            ListFilesResponseDataItemConnectedFolder,  # noqa: PLC0415
        )
        from ..models.list_files_response_data_item_file import ListFilesResponseDataItemFile  # noqa: PLC0415

        data: dict[str, Any]
        if isinstance(self.data, ListFilesResponseDataItemFile):
            data = self.data.to_dict()
        elif isinstance(self.data, GetFileResponseDataFolder):
            data = self.data.to_dict()
        elif isinstance(self.data, ListFilesResponseDataItemConnectedFile):
            data = self.data.to_dict()
        elif isinstance(self.data, ListFilesResponseDataItemConnectedFolder):
            data = self.data.to_dict()
        else:
            data = self.data.to_dict()

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
        from ..models.get_file_response_data_folder import GetFileResponseDataFolder  # noqa: PLC0415
        from ..models.list_files_response_data_item_connected_file import (
            ListFilesResponseDataItemConnectedFile,  # noqa: PLC0415
        )
        from ..models.list_files_response_data_item_connected_folder import (
            ListFilesResponseDataItemConnectedFolder,  # noqa: PLC0415
        )
        from ..models.list_files_response_data_item_file import ListFilesResponseDataItemFile  # noqa: PLC0415
        from ..models.unknown_get_file_response_data import UnknownGetFileResponseData  # noqa: PLC0415

        d = dict(src_dict)

        def _parse_data(
            data: object,
        ) -> (
            GetFileResponseDataFolder
            | ListFilesResponseDataItemConnectedFile
            | ListFilesResponseDataItemConnectedFolder
            | ListFilesResponseDataItemFile
            | UnknownGetFileResponseData
        ):
            if isinstance(data, dict):
                tag = data.get("file_type")
                if tag == "file":
                    return ListFilesResponseDataItemFile.from_dict(data)
                if tag == "folder":
                    return GetFileResponseDataFolder.from_dict(data)
                if tag == "connected-file":
                    return ListFilesResponseDataItemConnectedFile.from_dict(data)
                if tag == "connected-folder":
                    return ListFilesResponseDataItemConnectedFolder.from_dict(data)
                return UnknownGetFileResponseData.from_dict(data)
            raise TypeError(f"expected an object, got {type(data).__name__}")

        data = _parse_data(d.pop("data"))

        get_file_response = cls(
            data=data,
        )

        get_file_response.additional_properties = d
        return get_file_response

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
