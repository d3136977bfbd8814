from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, Literal, TypeVar, cast

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..types import UNSET, Unset

if TYPE_CHECKING:
    from ..models.comment_author import CommentAuthor
    from ..models.entry_link import EntryLink


T = TypeVar("T", bound="EntryComment")


@_attrs_define
class EntryComment:
    author: CommentAuthor
    content: str
    entry: EntryLink
    format_: Literal["plaintext"]
    created_at: str | Unset = UNSET
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        author = self.author.to_dict()

        content = self.content

        entry = self.entry.to_dict()

        format_ = self.format_

        created_at = self.created_at

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update(
            {
                "author": author,
                "content": content,
                "entry": entry,
                "format": format_,
            }
        )
        if created_at is not UNSET:
            field_dict["created_at"] = created_at

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        from ..models.comment_author import CommentAuthor  # noqa: PLC0415
        from ..models.entry_link import EntryLink  # noqa: PLC0415

        d = dict(src_dict)
        author = CommentAuthor.from_dict(d.pop("author"))

        content = d.pop("content")

        entry = EntryLink.from_dict(d.pop("entry"))

        format_ = cast(Literal["plaintext"], d.pop("format"))
        if format_ != "plaintext":
            raise ValueError(f"format must match const 'plaintext', got '{format_}'")

        created_at = d.pop("created_at", UNSET)

        entry_comment = cls(
            author=author,
            content=content,
            entry=entry,
            format_=format_,
            created_at=created_at,
        )

        entry_comment.additional_properties = d
        return entry_comment

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
