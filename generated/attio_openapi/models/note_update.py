from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeVar

from attrs import define as _attrs_define

from ..models.note_format import NoteFormat
from ..types import UNSET, Unset

T = TypeVar("T", bound="NoteUpdate")


@_attrs_define
class NoteUpdate:
    content: str | Unset = UNSET
    format_: NoteFormat | Unset = UNSET
    title: str | Unset = UNSET

    def to_dict(self) -> dict[str, Any]:
        content = self.content

        format_: str | Unset = UNSET
        if not isinstance(self.format_, Unset):
            format_ = self.format_.value

        title = self.title

        field_dict: dict[str, Any] = {}

        field_dict.update({})
        if content is not UNSET:
            field_dict["content"] = content
        if format_ is not UNSET:
            field_dict["format"] = format_
        if title is not UNSET:
            field_dict["title"] = title

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        d = dict(src_dict)
        content = d.pop("content", UNSET)

        _format_ = d.pop("format", UNSET)
        format_: NoteFormat | Unset
        if isinstance(_format_, Unset):
            format_ = UNSET
        else:
            format_ = NoteFormat(_format_)

        title = d.pop("title", UNSET)

        note_update = cls(
            content=content,
            format_=format_,
            title=title,
        )

        return note_update
