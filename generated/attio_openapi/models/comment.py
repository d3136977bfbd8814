from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, TypeVar, cast

from attrs import define as _attrs_define
from attrs import field as _attrs_field

if TYPE_CHECKING:
    from ..models.actor import Actor
    from ..models.comment_entry import CommentEntry
    from ..models.comment_ids import CommentIds
    from ..models.comment_record import CommentRecord


T = TypeVar("T", bound="Comment")


@_attrs_define
class Comment:
    author: Actor
    content_plaintext: str
    created_at: str
    entry: CommentEntry | None
    id: CommentIds
    record: CommentRecord
    resolved_at: None | str
    resolved_by: Actor | None
    thread_id: str
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        from ..models.actor import Actor  # noqa: PLC0415
        from ..models.comment_entry import CommentEntry  # noqa: PLC0415

        author = self.author.to_dict()

        content_plaintext = self.content_plaintext

        created_at = self.created_at

        entry: dict[str, Any] | None
        if isinstance(self.entry, CommentEntry):
            entry = self.entry.to_dict()
        else:
            entry = self.entry

        id = self.id.to_dict()

        record = self.record.to_dict()

        resolved_at: None | str
        resolved_at = self.resolved_at

        resolved_by: dict[str, Any] | None
        if isinstance(self.resolved_by, Actor):
            resolved_by = self.resolved_by.to_dict()
        else:
            resolved_by = self.resolved_by

        thread_id = self.thread_id

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update(
            {
                "author": author,
                "content_plaintext": content_plaintext,
                "created_at": created_at,
                "entry": entry,
                "id": id,
                "record": record,
                "resolved_at": resolved_at,
                "resolved_by": resolved_by,
                "thread_id": thread_id,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        from ..models.actor import Actor  # noqa: PLC0415
        from ..models.comment_entry import CommentEntry  # noqa: PLC0415
        from ..models.comment_ids import CommentIds  # noqa: PLC0415
        from ..models.comment_record import CommentRecord  # noqa: PLC0415

        d = dict(src_dict)
        author = Actor.from_dict(d.pop("author"))

        content_plaintext = d.pop("content_plaintext")

        created_at = d.pop("created_at")

        def _parse_entry(data: object) -> CommentEntry | None:
            if data is None:
                return data
            try:
                if not isinstance(data, dict):
                    raise TypeError()
                entry_type_0 = CommentEntry.from_dict(data)

                return entry_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(CommentEntry | None, data)

        entry = _parse_entry(d.pop("entry"))

        id = CommentIds.from_dict(d.pop("id"))

        record = CommentRecord.from_dict(d.pop("record"))

        def _parse_resolved_at(data: object) -> None | str:
            if data is None:
                return data
            return cast(None | str, data)

        resolved_at = _parse_resolved_at(d.pop("resolved_at"))

        def _parse_resolved_by(data: object) -> Actor | None:
            if data is None:
                return data
            try:
                if not isinstance(data, dict):
                    raise TypeError()
                resolved_by_type_0 = Actor.from_dict(data)

                return resolved_by_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(Actor | None, data)

        resolved_by = _parse_resolved_by(d.pop("resolved_by"))

        thread_id = d.pop("thread_id")

        comment = cls(
            author=author,
            content_plaintext=content_plaintext,
            created_at=created_at,
            entry=entry,
            id=id,
            record=record,
            resolved_at=resolved_at,
            resolved_by=resolved_by,
            thread_id=thread_id,
        )

        comment.additional_properties = d
        return comment

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
