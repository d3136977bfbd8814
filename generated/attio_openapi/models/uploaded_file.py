from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, TypeVar, cast

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..models.storage_provider import StorageProvider

if TYPE_CHECKING:
    from ..models.actor import Actor
    from ..models.file_ids import FileIds


T = TypeVar("T", bound="UploadedFile")


@_attrs_define
class UploadedFile:
    content_size: float | None
    content_type: None | str
    created_at: str
    created_by_actor: Actor
    file_type: str
    id: FileIds
    name: str
    object_id: str
    object_slug: str
    parent_folder_id: None | str
    record_id: str
    storage_provider: StorageProvider
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        content_size: float | None
        content_size = self.content_size

        content_type: None | str
        content_type = self.content_type

        created_at = self.created_at

        created_by_actor = self.created_by_actor.to_dict()

        file_type = self.file_type

        id = self.id.to_dict()

        name = self.name

        object_id = self.object_id

        object_slug = self.object_slug

        parent_folder_id: None | str
        parent_folder_id = self.parent_folder_id

        record_id = self.record_id

        storage_provider = self.storage_provider.value

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update(
            {
                "content_size": content_size,
                "content_type": content_type,
                "created_at": created_at,
                "created_by_actor": created_by_actor,
                "file_type": file_type,
                "id": id,
                "name": name,
                "object_id": object_id,
                "object_slug": object_slug,
                "parent_folder_id": parent_folder_id,
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

        def _parse_content_size(data: object) -> float | None:
            if data is None:
                return data
            return cast(float | None, data)

        content_size = _parse_content_size(d.pop("content_size"))

        def _parse_content_type(data: object) -> None | str:
            if data is None:
                return data
            return cast(None | str, data)

        content_type = _parse_content_type(d.pop("content_type"))

        created_at = d.pop("created_at")

        created_by_actor = Actor.from_dict(d.pop("created_by_actor"))

        file_type = d.pop("file_type")

        id = FileIds.from_dict(d.pop("id"))

        name = d.pop("name")

        object_id = d.pop("object_id")

        object_slug = d.pop("object_slug")

        def _parse_parent_folder_id(data: object) -> None | str:
            if data is None:
                return data
            return cast(None | str, data)

        parent_folder_id = _parse_parent_folder_id(d.pop("parent_folder_id"))

        record_id = d.pop("record_id")

        storage_provider = StorageProvider(d.pop("storage_provider"))

        uploaded_file = cls(
            content_size=content_size,
            content_type=content_type,
            created_at=created_at,
            created_by_actor=created_by_actor,
            file_type=file_type,
            id=id,
            name=name,
            object_id=object_id,
            object_slug=object_slug,
            parent_folder_id=parent_folder_id,
            record_id=record_id,
            storage_provider=storage_provider,
        )

        uploaded_file.additional_properties = d
        return uploaded_file

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
