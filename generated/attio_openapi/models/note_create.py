from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeVar, cast

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..models.note_format import NoteFormat
from ..types import UNSET, Unset

T = TypeVar("T", bound="NoteCreate")


@_attrs_define
class NoteCreate:
    content: str
    format_: NoteFormat
    parent_object: str
    parent_record_id: str
    title: str
    created_at: str | Unset = UNSET
    meeting_id: None | str | Unset = UNSET
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        content = self.content

        format_ = self.format_.value

        parent_object = self.parent_object

        parent_record_id = self.parent_record_id

        title = self.title

        created_at = self.created_at

        meeting_id: None | str | Unset
        if isinstance(self.meeting_id, Unset):
            meeting_id = UNSET
        else:
            meeting_id = self.meeting_id

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update(
            {
                "content": content,
                "format": format_,
                "parent_object": parent_object,
                "parent_record_id": parent_record_id,
                "title": title,
            }
        )
        if created_at is not UNSET:
            field_dict["created_at"] = created_at
        if meeting_id is not UNSET:
            field_dict["meeting_id"] = meeting_id

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        d = dict(src_dict)
        content = d.pop("content")

        format_ = NoteFormat(d.pop("format"))

        parent_object = d.pop("parent_object")

        parent_record_id = d.pop("parent_record_id")

        title = d.pop("title")

        created_at = d.pop("created_at", UNSET)

        def _parse_meeting_id(data: object) -> None | str | Unset:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            return cast(None | str | Unset, data)

        meeting_id = _parse_meeting_id(d.pop("meeting_id", UNSET))

        note_create = cls(
            content=content,
            format_=format_,
            parent_object=parent_object,
            parent_record_id=parent_record_id,
            title=title,
            created_at=created_at,
            meeting_id=meeting_id,
        )

        note_create.additional_properties = d
        return note_create

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
