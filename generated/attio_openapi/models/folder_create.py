from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Literal, TypeVar, cast

from attrs import define as _attrs_define

from ..types import UNSET, Unset

T = TypeVar("T", bound="FolderCreate")


@_attrs_define
class FolderCreate:
    file_type: Literal["folder"]
    name: str
    object_: str
    record_id: str
    parent_folder_id: str | Unset = UNSET

    def to_dict(self) -> dict[str, Any]:
        file_type = self.file_type

        name = self.name

        object_ = self.object_

        record_id = self.record_id

        parent_folder_id = self.parent_folder_id

        field_dict: dict[str, Any] = {}

        field_dict.update(
            {
                "file_type": file_type,
                "name": name,
                "object": object_,
                "record_id": record_id,
            }
        )
        if parent_folder_id is not UNSET:
            field_dict["parent_folder_id"] = parent_folder_id

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        d = dict(src_dict)
        file_type = cast(Literal["folder"], d.pop("file_type"))
        if file_type != "folder":
            raise ValueError(f"file_type must match const 'folder', got '{file_type}'")

        name = d.pop("name")

        object_ = d.pop("object")

        record_id = d.pop("record_id")

        parent_folder_id = d.pop("parent_folder_id", UNSET)

        folder_create = cls(
            file_type=file_type,
            name=name,
            object_=object_,
            record_id=record_id,
            parent_folder_id=parent_folder_id,
        )

        return folder_create
