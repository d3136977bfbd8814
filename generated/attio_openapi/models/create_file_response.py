from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, TypeVar

from attrs import define as _attrs_define
from attrs import field as _attrs_field

if TYPE_CHECKING:
    from ..models.list_files_response_data_item_connected_file import ListFilesResponseDataItemConnectedFile
    from ..models.list_files_response_data_item_connected_folder import (
        ListFilesResponseDataItemConnectedFolder,
    )
    from ..models.list_files_response_data_item_folder import ListFilesResponseDataItemFolder
    from ..models.unknown_create_file_response_data import UnknownCreateFileResponseData


T = TypeVar("T", bound="CreateFileResponse")


@_attrs_define
class CreateFileResponse:
    data: (
        ListFilesResponseDataItemConnectedFile
        | ListFilesResponseDataItemConnectedFolder
        | ListFilesResponseDataItemFolder
        | UnknownCreateFileResponseData
    )
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        from ..models.list_files_response_data_item_connected_file import (
            ListFilesResponseDataItemConnectedFile,  # noqa: PLC0415
        )
        from ..models.list_files_response_data_item_connected_folder import (
            ListFilesResponseDataItemConnectedFolder,  # noqa: PLC0415
        )
        from ..models.list_files_response_data_item_folder import ListFilesResponseDataItemFolder  # noqa: PLC0415

        data: dict[str, Any]
        if isinstance(self.data, ListFilesResponseDataItemConnectedFile):
            data = self.data.to_dict()
        elif isinstance(self.data, ListFilesResponseDataItemConnectedFolder):
            data = self.data.to_dict()
        elif isinstance(self.data, ListFilesResponseDataItemFolder):
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
        from ..models.list_files_response_data_item_connected_file import (
            ListFilesResponseDataItemConnectedFile,  # noqa: PLC0415
        )
        from ..models.list_files_response_data_item_connected_folder import (
            ListFilesResponseDataItemConnectedFolder,  # noqa: PLC0415
        )
        from ..models.list_files_response_data_item_folder import ListFilesResponseDataItemFolder  # noqa: PLC0415
        from ..models.unknown_create_file_response_data import UnknownCreateFileResponseData  # noqa: PLC0415

        d = dict(src_dict)

        def _parse_data(
            data: object,
        ) -> (
            ListFilesResponseDataItemConnectedFile
            | ListFilesResponseDataItemConnectedFolder
            | ListFilesResponseDataItemFolder
            | UnknownCreateFileResponseData
        ):
            if isinstance(data, dict):
                tag = data.get("file_type")
                if tag == "connected-file":
                    return ListFilesResponseDataItemConnectedFile.from_dict(data)
                if tag == "connected-folder":
                    return ListFilesResponseDataItemConnectedFolder.from_dict(data)
                if tag == "folder":
                    return ListFilesResponseDataItemFolder.from_dict(data)
                return UnknownCreateFileResponseData.from_dict(data)
            raise TypeError(f"expected an object, got {type(data).__name__}")

        data = _parse_data(d.pop("data"))

        create_file_response = cls(
            data=data,
        )

        create_file_response.additional_properties = d
        return create_file_response

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
