from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, TypeVar

from attrs import define as _attrs_define
from attrs import field as _attrs_field

if TYPE_CHECKING:
    from ..models.connected_file import ConnectedFile
    from ..models.connected_folder import ConnectedFolder
    from ..models.cursor_pagination import CursorPagination
    from ..models.folder import Folder
    from ..models.stored_file import StoredFile
    from ..models.unknown_file_entry import UnknownFileEntry


T = TypeVar("T", bound="FilePage")


@_attrs_define
class FilePage:
    data: list[ConnectedFile | ConnectedFolder | Folder | StoredFile | UnknownFileEntry]
    pagination: CursorPagination
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        from ..models.connected_file import ConnectedFile  # noqa: PLC0415
        from ..models.connected_folder import ConnectedFolder  # noqa: PLC0415
        from ..models.folder import Folder  # noqa: PLC0415
        from ..models.stored_file import StoredFile  # noqa: PLC0415

        data = []
        for data_item_data in self.data:
            data_item: dict[str, Any]
            if isinstance(data_item_data, StoredFile):
                data_item = data_item_data.to_dict()
            elif isinstance(data_item_data, ConnectedFile):
                data_item = data_item_data.to_dict()
            elif isinstance(data_item_data, ConnectedFolder):
                data_item = data_item_data.to_dict()
            elif isinstance(data_item_data, Folder):
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
        from ..models.connected_file import ConnectedFile  # noqa: PLC0415
        from ..models.connected_folder import ConnectedFolder  # noqa: PLC0415
        from ..models.cursor_pagination import CursorPagination  # noqa: PLC0415
        from ..models.folder import Folder  # noqa: PLC0415
        from ..models.stored_file import StoredFile  # noqa: PLC0415
        from ..models.unknown_file_entry import UnknownFileEntry  # noqa: PLC0415

        d = dict(src_dict)
        data = []
        _data = d.pop("data")
        for data_item_data in _data:

            def _parse_data_item(
                data: object,
            ) -> ConnectedFile | ConnectedFolder | Folder | StoredFile | UnknownFileEntry:
                if isinstance(data, dict):
                    tag = data.get("file_type")
                    if tag == "file":
                        return StoredFile.from_dict(data)
                    if tag == "connected-file":
                        return ConnectedFile.from_dict(data)
                    if tag == "connected-folder":
                        return ConnectedFolder.from_dict(data)
                    if tag == "folder":
                        return Folder.from_dict(data)
                    return UnknownFileEntry.from_dict(data)
                raise TypeError(f"expected an object, got {type(data).__name__}")

            data_item = _parse_data_item(data_item_data)

            data.append(data_item)

        pagination = CursorPagination.from_dict(d.pop("pagination"))

        file_page = cls(
            data=data,
            pagination=pagination,
        )

        file_page.additional_properties = d
        return file_page

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
