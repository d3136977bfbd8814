from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, TypeVar, cast

from attrs import define as _attrs_define
from attrs import field as _attrs_field

if TYPE_CHECKING:
    from ..models.create_activity_record_response_data_values_value_item_actor_reference_created_by_actor import (
        CreateActivityRecordResponseDataValuesValueItemActorReferenceCreatedByActor,
    )
    from ..models.list_notes_response_data_item_ids import ListNotesResponseDataItemIds
    from ..models.list_notes_response_data_item_tags_item_record import (
        ListNotesResponseDataItemTagsItemRecord,
    )
    from ..models.list_notes_response_data_item_tags_item_workspace_member import (
        ListNotesResponseDataItemTagsItemWorkspaceMember,
    )
    from ..models.unknown_list_notes_response_data_item_tags_item import (
        UnknownListNotesResponseDataItemTagsItem,
    )


T = TypeVar("T", bound="ListNotesResponseDataItem")


@_attrs_define
class ListNotesResponseDataItem:
    content_markdown: str
    content_plaintext: str
    created_at: str
    created_by_actor: CreateActivityRecordResponseDataValuesValueItemActorReferenceCreatedByActor
    id: ListNotesResponseDataItemIds
    meeting_id: None | str
    parent_object: str
    parent_record_id: str
    tags: list[
        ListNotesResponseDataItemTagsItemRecord
        | ListNotesResponseDataItemTagsItemWorkspaceMember
        | UnknownListNotesResponseDataItemTagsItem
    ]
    title: str
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        from ..models.list_notes_response_data_item_tags_item_record import (
            ListNotesResponseDataItemTagsItemRecord,  # noqa: PLC0415
        )
        from ..models.list_notes_response_data_item_tags_item_workspace_member import (
            ListNotesResponseDataItemTagsItemWorkspaceMember,  # noqa: PLC0415
        )

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
            if isinstance(tags_item_data, ListNotesResponseDataItemTagsItemRecord):
                tags_item = tags_item_data.to_dict()
            elif isinstance(tags_item_data, ListNotesResponseDataItemTagsItemWorkspaceMember):
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
        from ..models.create_activity_record_response_data_values_value_item_actor_reference_created_by_actor import (
            CreateActivityRecordResponseDataValuesValueItemActorReferenceCreatedByActor,  # noqa: PLC0415
        )
        from ..models.list_notes_response_data_item_ids import ListNotesResponseDataItemIds  # noqa: PLC0415
        from ..models.list_notes_response_data_item_tags_item_record import (
            ListNotesResponseDataItemTagsItemRecord,  # noqa: PLC0415
        )
        from ..models.list_notes_response_data_item_tags_item_workspace_member import (
            ListNotesResponseDataItemTagsItemWorkspaceMember,  # noqa: PLC0415
        )
        from ..models.unknown_list_notes_response_data_item_tags_item import (
            UnknownListNotesResponseDataItemTagsItem,  # noqa: PLC0415
        )

        d = dict(src_dict)
        content_markdown = d.pop("content_markdown")

        content_plaintext = d.pop("content_plaintext")

        created_at = d.pop("created_at")

        created_by_actor = (
            CreateActivityRecordResponseDataValuesValueItemActorReferenceCreatedByActor.from_dict(
                d.pop("created_by_actor")
            )
        )

        id = ListNotesResponseDataItemIds.from_dict(d.pop("id"))

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

            def _parse_tags_item(
                data: object,
            ) -> (
                ListNotesResponseDataItemTagsItemRecord
                | ListNotesResponseDataItemTagsItemWorkspaceMember
                | UnknownListNotesResponseDataItemTagsItem
            ):
                if isinstance(data, dict):
                    tag = data.get("type")
                    if tag == "record":
                        return ListNotesResponseDataItemTagsItemRecord.from_dict(data)
                    if tag == "workspace-member":
                        return ListNotesResponseDataItemTagsItemWorkspaceMember.from_dict(data)
                    return UnknownListNotesResponseDataItemTagsItem.from_dict(data)
                raise TypeError(f"expected an object, got {type(data).__name__}")

            tags_item = _parse_tags_item(tags_item_data)

            tags.append(tags_item)

        title = d.pop("title")

        list_notes_response_data_item = cls(
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

        list_notes_response_data_item.additional_properties = d
        return list_notes_response_data_item

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
