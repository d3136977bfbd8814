from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, TypeVar, cast

from attrs import define as _attrs_define
from attrs import field as _attrs_field

if TYPE_CHECKING:
    from ..models.actor import Actor
    from ..models.note_ids import NoteIds
    from ..models.record_note_tag import RecordNoteTag
    from ..models.request_as_member import RequestAsMember
    from ..models.unknown_note_tag import UnknownNoteTag


T = TypeVar("T", bound="Note")


@_attrs_define
class Note:
    content_markdown: str
    content_plaintext: str
    created_at: str
    created_by_actor: Actor
    id: NoteIds
    meeting_id: None | str
    parent_object: str
    parent_record_id: str
    tags: list[RecordNoteTag | RequestAsMember | UnknownNoteTag]
    title: str
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        from ..models.record_note_tag import RecordNoteTag  # noqa: PLC0415
        from ..models.request_as_member import RequestAsMember  # noqa: PLC0415

        content_markdown = self.content_markdown

        content_plaintext = self.content_plaintext

        created_at = self.created_at

        created_by_actor = self.created_by_actor.to_dict()

        id = self.id.to_dict()

        meeting_id: None | str
        meeting_id = self.meeting_id

        parent_object = self.parent_object

        parent_record_id = self.parent_record_id

        tags = []
        for tags_item_data in self.tags:
            tags_item: dict[str, Any]
            if isinstance(tags_item_data, RecordNoteTag):
                tags_item = tags_item_data.to_dict()
            elif isinstance(tags_item_data, RequestAsMember):
                tags_item = tags_item_data.to_dict()
            else:
                tags_item = tags_item_data.to_dict()

            tags.append(tags_item)

        title = self.title

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update(
            {
                "content_markdown": content_markdown,
                "content_plaintext": content_plaintext,
                "created_at": created_at,
                "created_by_actor": created_by_actor,
                "id": id,
                "meeting_id": meeting_id,
                "parent_object": parent_object,
                "parent_record_id": parent_record_id,
                "tags": tags,
                "title": title,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        from ..models.actor import Actor  # noqa: PLC0415
        from ..models.note_ids import NoteIds  # noqa: PLC0415
        from ..models.record_note_tag import RecordNoteTag  # noqa: PLC0415
        from ..models.request_as_member import RequestAsMember  # noqa: PLC0415
        from ..models.unknown_note_tag import UnknownNoteTag  # noqa: PLC0415

        d = dict(src_dict)
        content_markdown = d.pop("content_markdown")

        content_plaintext = d.pop("content_plaintext")

        created_at = d.pop("created_at")

        created_by_actor = Actor.from_dict(d.pop("created_by_actor"))

        id = NoteIds.from_dict(d.pop("id"))

        def _parse_meeting_id(data: object) -> None | str:
            if data is None:
                return data
            return cast(None | str, data)

        meeting_id = _parse_meeting_id(d.pop("meeting_id"))

        parent_object = d.pop("parent_object")

        parent_record_id = d.pop("parent_record_id")

        tags = []
        _tags = d.pop("tags")
        for tags_item_data in _tags:

            def _parse_tags_item(data: object) -> RecordNoteTag | RequestAsMember | UnknownNoteTag:
                if isinstance(data, dict):
                    tag = data.get("type")
                    if tag == "record":
                        return RecordNoteTag.from_dict(data)
                    if tag == "workspace-member":
                        return RequestAsMember.from_dict(data)
                    return UnknownNoteTag.from_dict(data)
                raise TypeError(f"expected an object, got {type(data).__name__}")

            tags_item = _parse_tags_item(tags_item_data)

            tags.append(tags_item)

        title = d.pop("title")

        note = cls(
            content_markdown=content_markdown,
            content_plaintext=content_plaintext,
            created_at=created_at,
            created_by_actor=created_by_actor,
            id=id,
            meeting_id=meeting_id,
            parent_object=parent_object,
            parent_record_id=parent_record_id,
            tags=tags,
            title=title,
        )

        note.additional_properties = d
        return note

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
