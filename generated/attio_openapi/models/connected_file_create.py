from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Literal, TypeVar, cast

from attrs import define as _attrs_define

from ..models.external_storage_provider import ExternalStorageProvider
from ..types import UNSET, Unset

T = TypeVar("T", bound="ConnectedFileCreate")


@_attrs_define
class ConnectedFileCreate:
    external_provider_file_id: str
    file_type: Literal["connected-file"]
    object_: str
    record_id: str
    storage_provider: ExternalStorageProvider
    microsoft_drive_id: None | str | Unset = UNSET

    def to_dict(self) -> dict[str, Any]:
        external_provider_file_id = self.external_provider_file_id

        file_type = self.file_type

        object_ = self.object_

        record_id = self.record_id

        storage_provider = self.storage_provider.value

        microsoft_drive_id: None | str | Unset
        if isinstance(self.microsoft_drive_id, Unset):
            microsoft_drive_id = UNSET
        else:
            microsoft_drive_id = self.microsoft_drive_id

        field_dict: dict[str, Any] = {}

        field_dict.update(
            {
                "external_provider_file_id": external_provider_file_id,
                "file_type": file_type,
                "object": object_,
                "record_id": record_id,
                "storage_provider": storage_provider,
            }
        )
        if microsoft_drive_id is not UNSET:
            field_dict["microsoft_drive_id"] = microsoft_drive_id

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        d = dict(src_dict)
        external_provider_file_id = d.pop("external_provider_file_id")

        file_type = cast(Literal["connected-file"], d.pop("file_type"))
        if file_type != "connected-file":
            raise ValueError(f"file_type must match const 'connected-file', got '{file_type}'")

        object_ = d.pop("object")

        record_id = d.pop("record_id")

        storage_provider = ExternalStorageProvider(d.pop("storage_provider"))

        def _parse_microsoft_drive_id(data: object) -> None | str | Unset:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            return cast(None | str | Unset, data)

        microsoft_drive_id = _parse_microsoft_drive_id(d.pop("microsoft_drive_id", UNSET))

        connected_file_create = cls(
            external_provider_file_id=external_provider_file_id,
            file_type=file_type,
            object_=object_,
            record_id=record_id,
            storage_provider=storage_provider,
            microsoft_drive_id=microsoft_drive_id,
        )

        return connected_file_create
