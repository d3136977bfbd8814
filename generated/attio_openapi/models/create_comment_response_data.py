from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, TypeVar, cast

from attrs import define as _attrs_define
from attrs import field as _attrs_field

if TYPE_CHECKING:
    from ..models.create_activity_record_response_data_values_value_item_actor_reference_created_by_actor import (
        CreateActivityRecordResponseDataValuesValueItemActorReferenceCreatedByActor,
    )
    from ..models.create_comment_response_data_entry import CreateCommentResponseDataEntry
    from ..models.create_comment_response_data_ids import CreateCommentResponseDataIds
    from ..models.create_comment_response_data_record import CreateCommentResponseDataRecord


T = TypeVar("T", bound="CreateCommentResponseData")


@_attrs_define
class CreateCommentResponseData:
    author: CreateActivityRecordResponseDataValuesValueItemActorReferenceCreatedByActor
    content_plaintext: str
    created_at: str
    entry: CreateCommentResponseDataEntry | None
    id: CreateCommentResponseDataIds
    record: CreateCommentResponseDataRecord
    resolved_at: None | str
    resolved_by: CreateActivityRecordResponseDataValuesValueItemActorReferenceCreatedByActor
    thread_id: str
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        from ..models.create_comment_response_data_entry import CreateCommentResponseDataEntry  # noqa: PLC0415

        author = self.author.to_dict()

        content_plaintext = self.content_plaintext

        created_at = self.created_at

        entry: dict[str, Any] | None
        if isinstance(self.entry, CreateCommentResponseDataEntry):
            entry = self.entry.to_dict()
        else:
            entry = self.entry

        id = self.id.to_dict()

        record = self.record.to_dict()

        resolved_at: None | str
        resolved_at = self.resolved_at

        resolved_by = self.resolved_by.to_dict()

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
        from ..models.create_activity_record_response_data_values_value_item_actor_reference_created_by_actor import (
            CreateActivityRecordResponseDataValuesValueItemActorReferenceCreatedByActor,  # noqa: PLC0415
        )
        from ..models.create_comment_response_data_entry import CreateCommentResponseDataEntry  # noqa: PLC0415
        from ..models.create_comment_response_data_ids import CreateCommentResponseDataIds  # noqa: PLC0415
        from ..models.create_comment_response_data_record import CreateCommentResponseDataRecord  # noqa: PLC0415

        d = dict(src_dict)
        author = CreateActivityRecordResponseDataValuesValueItemActorReferenceCreatedByActor.from_dict(
            d.pop("author")
        )

        content_plaintext = d.pop("content_plaintext")

        created_at = d.pop("created_at")

        def _parse_entry(data: object) -> CreateCommentResponseDataEntry | None:
            if data is None:
                return data
            try:
                if not isinstance(data, dict):
                    raise TypeError()
                entry_type_0 = CreateCommentResponseDataEntry.from_dict(data)

                return entry_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(CreateCommentResponseDataEntry | None, data)

        entry = _parse_entry(d.pop("entry"))

        id = CreateCommentResponseDataIds.from_dict(d.pop("id"))

        record = CreateCommentResponseDataRecord.from_dict(d.pop("record"))

        def _parse_resolved_at(data: object) -> None | str:
            if data is None:
                return data
            return cast(None | str, data)

        resolved_at = _parse_resolved_at(d.pop("resolved_at"))

        resolved_by = CreateActivityRecordResponseDataValuesValueItemActorReferenceCreatedByActor.from_dict(
            d.pop("resolved_by")
        )

        thread_id = d.pop("thread_id")

        create_comment_response_data = cls(
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

        create_comment_response_data.additional_properties = d
        return create_comment_response_data

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
