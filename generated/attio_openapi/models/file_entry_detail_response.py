from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, TypeVar

from attrs import define as _attrs_define
from attrs import field as _attrs_field

if TYPE_CHECKING:
    from ..models.connected_file import ConnectedFile
    from ..models.connected_folder import ConnectedFolder
    from ..models.folder_detail import FolderDetail
    from ..models.stored_file import StoredFile
    from ..models.unknown_file_entry_detail import UnknownFileEntryDetail


T = TypeVar("T", bound="FileEntryDetailResponse")


@_attrs_define
class FileEntryDetailResponse:
    data: ConnectedFile | ConnectedFolder | FolderDetail | StoredFile | UnknownFileEntryDetail
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        from ..models.connected_file import ConnectedFile  # noqa: PLC0415
        from ..models.connected_folder import ConnectedFolder  # noqa: PLC0415
        from ..models.folder_detail import FolderDetail  # noqa: PLC0415
        from ..models.stored_file import StoredFile  # noqa: PLC0415

        data: dict[str, Any]
        if isinstance(self.data, StoredFile):
            data = self.data.to_dict()
        elif isinstance(self.data, FolderDetail):
            data = self.data.to_dict()
        elif isinstance(self.data, ConnectedFile):
            data = self.data.to_dict()
        elif isinstance(self.data, ConnectedFolder):
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
        from ..models.connected_file import ConnectedFile  # noqa: PLC0415
        from ..models.connected_folder import ConnectedFolder  # noqa: PLC0415
        from ..models.folder_detail import FolderDetail  # noqa: PLC0415
        from ..models.stored_file import StoredFile  # noqa: PLC0415
        from ..models.unknown_file_entry_detail import UnknownFileEntryDetail  # noqa: PLC0415

        d = dict(src_dict)

        def _parse_data(
            data: object,
        ) -> ConnectedFile | ConnectedFolder | FolderDetail | StoredFile | UnknownFileEntryDetail:
            if isinstance(data, dict):
                tag = data.get("file_type")
                if tag == "file":
                    return StoredFile.from_dict(data)
                if tag == "folder":
                    return FolderDetail.from_dict(data)
                if tag == "connected-file":
                    return ConnectedFile.from_dict(data)
                if tag == "connected-folder":
                    return ConnectedFolder.from_dict(data)
                return UnknownFileEntryDetail.from_dict(data)
            raise TypeError(f"expected an object, got {type(data).__name__}")

        data = _parse_data(d.pop("data"))

        file_entry_detail_response = cls(
            data=data,
        )

        file_entry_detail_response.additional_properties = d
        return file_entry_detail_response

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
