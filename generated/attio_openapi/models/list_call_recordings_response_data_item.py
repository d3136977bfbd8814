from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, TypeVar

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..models.list_call_recordings_response_data_item_status import ListCallRecordingsResponseDataItemStatus

if TYPE_CHECKING:
    from ..models.create_activity_record_response_data_values_value_item_actor_reference_created_by_actor import (
        CreateActivityRecordResponseDataValuesValueItemActorReferenceCreatedByActor,
    )
    from ..models.list_call_recordings_response_data_item_ids import ListCallRecordingsResponseDataItemIds


T = TypeVar("T", bound="ListCallRecordingsResponseDataItem")


@_attrs_define
class ListCallRecordingsResponseDataItem:
    created_at: str
    created_by_actor: CreateActivityRecordResponseDataValuesValueItemActorReferenceCreatedByActor
    id: ListCallRecordingsResponseDataItemIds
    status: ListCallRecordingsResponseDataItemStatus
    web_url: str
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        created_at = self.created_at

        created_by_actor = self.created_by_actor.to_dict()

        id = self.id.to_dict()

        status = self.status.value

        web_url = self.web_url

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update(
            {
                "created_at": created_at,
                "created_by_actor": created_by_actor,
                "id": id,
                "status": status,
                "web_url": web_url,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        from ..models.create_activity_record_response_data_values_value_item_actor_reference_created_by_actor import (
            CreateActivityRecordResponseDataValuesValueItemActorReferenceCreatedByActor,  # noqa: PLC0415
        )
        from ..models.list_call_recordings_response_data_item_ids import ListCallRecordingsResponseDataItemIds  # noqa: PLC0415

        d = dict(src_dict)
        created_at = d.pop("created_at")

        created_by_actor = (
            CreateActivityRecordResponseDataValuesValueItemActorReferenceCreatedByActor.from_dict(
                d.pop("created_by_actor")
            )
        )

        id = ListCallRecordingsResponseDataItemIds.from_dict(d.pop("id"))

        status = ListCallRecordingsResponseDataItemStatus(d.pop("status"))

        web_url = d.pop("web_url")

        list_call_recordings_response_data_item = cls(
            created_at=created_at,
            created_by_actor=created_by_actor,
            id=id,
            status=status,
            web_url=web_url,
        )

        list_call_recordings_response_data_item.additional_properties = d
        return list_call_recordings_response_data_item

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
