from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, Literal, TypeVar, cast

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..models.storage_provider import StorageProvider

if TYPE_CHECKING:
    from ..models.actor import Actor
    from ..models.file_ids import FileIds


T = TypeVar("T", bound="ConnectedFile")


@_attrs_define
class ConnectedFile:
    created_at: str
    created_by_actor: Actor
    external_provider_file_id: str
    file_type: Literal["connected-file"]
    id: FileIds
    microsoft_drive_id: None | str
    object_id: str
    object_slug: str
    record_id: str
    storage_provider: StorageProvider
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        created_at = self.created_at

        created_by_actor = self.created_by_actor.to_dict()

        external_provider_file_id = self.external_provider_file_id

        file_type = self.file_type

        id = self.id.to_dict()

        microsoft_drive_id: None | str
        microsoft_drive_id = self.microsoft_drive_id

        object_id = self.object_id

        object_slug = self.object_slug

        record_id = self.record_id

        storage_provider = self.storage_provider.value

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update(
            {
                "created_at": created_at,
                "created_by_actor": created_by_actor,
                "external_provider_file_id": external_provider_file_id,
                "file_type": file_type,
                "id": id,
                "microsoft_drive_id": microsoft_drive_id,
                "object_id": object_id,
                "object_slug": object_slug,
                "record_id": record_id,
                "storage_provider": storage_provider,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        from ..models.actor import Actor  # noqa: PLC0415
        from ..models.file_ids import FileIds  # noqa: PLC0415

        d = dict(src_dict)
        created_at = d.pop("created_at")

        created_by_actor = Actor.from_dict(d.pop("created_by_actor"))

        external_provider_file_id = d.pop("external_provider_file_id")

        file_type = cast(Literal["connected-file"], d.pop("file_type"))
        if file_type != "connected-file":
            raise ValueError(f"file_type must match const 'connected-file', got '{file_type}'")

        id = FileIds.from_dict(d.pop("id"))

        def _parse_microsoft_drive_id(data: object) -> None | str:
            if data is None:
                return data
            return cast(None | str, data)

        microsoft_drive_id = _parse_microsoft_drive_id(d.pop("microsoft_drive_id"))

        object_id = d.pop("object_id")

        object_slug = d.pop("object_slug")

        record_id = d.pop("record_id")

        storage_provider = StorageProvider(d.pop("storage_provider"))

        connected_file = cls(
            created_at=created_at,
            created_by_actor=created_by_actor,
            external_provider_file_id=external_provider_file_id,
            file_type=file_type,
            id=id,
            microsoft_drive_id=microsoft_drive_id,
            object_id=object_id,
            object_slug=object_slug,
            record_id=record_id,
            storage_provider=storage_provider,
        )

        connected_file.additional_properties = d
        return connected_file

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
