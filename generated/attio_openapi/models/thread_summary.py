from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, TypeVar

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..types import UNSET, Unset

if TYPE_CHECKING:
    from ..models.comment import Comment
    from ..models.thread_ids import ThreadIds


T = TypeVar("T", bound="ThreadSummary")


@_attrs_define
class ThreadSummary:
    comments: list[Comment]
    created_at: str
    id: ThreadIds
    has_more_comments: bool | Unset = UNSET
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        comments = []
        for comments_item_data in self.comments:
            comments_item = comments_item_data.to_dict()
            comments.append(comments_item)

        created_at = self.created_at

        id = self.id.to_dict()

        has_more_comments = self.has_more_comments

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update(
            {
                "comments": comments,
                "created_at": created_at,
                "id": id,
            }
        )
        if has_more_comments is not UNSET:
            field_dict["has_more_comments"] = has_more_comments

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        from ..models.comment import Comment  # noqa: PLC0415
        from ..models.thread_ids import ThreadIds  # noqa: PLC0415

        d = dict(src_dict)
        comments = []
        _comments = d.pop("comments")
        for comments_item_data in _comments:
            comments_item = Comment.from_dict(comments_item_data)

            comments.append(comments_item)

        created_at = d.pop("created_at")

        id = ThreadIds.from_dict(d.pop("id"))

        has_more_comments = d.pop("has_more_comments", UNSET)

        thread_summary = cls(
            comments=comments,
            created_at=created_at,
            id=id,
            has_more_comments=has_more_comments,
        )

        thread_summary.additional_properties = d
        return thread_summary

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
