from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, Literal, TypeVar, cast

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..types import UNSET, Unset

if TYPE_CHECKING:
    from ..models.comment_author import CommentAuthor
    from ..models.linked_record_input import LinkedRecordInput


T = TypeVar("T", bound="RecordComment")


@_attrs_define
class RecordComment:
    author: CommentAuthor
    content: str
    format_: Literal["plaintext"]
    record: LinkedRecordInput
    created_at: str | Unset = UNSET
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        author = self.author.to_dict()

        content = self.content

        format_ = self.format_

        record = self.record.to_dict()

        created_at = self.created_at

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update(
            {
                "author": author,
                "content": content,
                "format": format_,
                "record": record,
            }
        )
        if created_at is not UNSET:
            field_dict["created_at"] = created_at

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        from ..models.comment_author import CommentAuthor  # noqa: PLC0415
        from ..models.linked_record_input import LinkedRecordInput  # noqa: PLC0415

        d = dict(src_dict)
        author = CommentAuthor.from_dict(d.pop("author"))

        content = d.pop("content")

        format_ = cast(Literal["plaintext"], d.pop("format"))
        if format_ != "plaintext":
            raise ValueError(f"format must match const 'plaintext', got '{format_}'")

        record = LinkedRecordInput.from_dict(d.pop("record"))

        created_at = d.pop("created_at", UNSET)

        record_comment = cls(
            author=author,
            content=content,
            format_=format_,
            record=record,
            created_at=created_at,
        )

        record_comment.additional_properties = d
        return record_comment

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
