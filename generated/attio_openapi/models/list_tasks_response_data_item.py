from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, TypeVar, cast

from attrs import define as _attrs_define
from attrs import field as _attrs_field

if TYPE_CHECKING:
    from ..models.create_activity_record_response_data_values_value_item_actor_reference_created_by_actor import (
        CreateActivityRecordResponseDataValuesValueItemActorReferenceCreatedByActor,
    )
    from ..models.list_tasks_response_data_item_assignees_item import ListTasksResponseDataItemAssigneesItem
    from ..models.list_tasks_response_data_item_ids import ListTasksResponseDataItemIds
    from ..models.list_tasks_response_data_item_linked_records_item import (
        ListTasksResponseDataItemLinkedRecordsItem,
    )


T = TypeVar("T", bound="ListTasksResponseDataItem")


@_attrs_define
class ListTasksResponseDataItem:
    assignees: list[ListTasksResponseDataItemAssigneesItem]
    completed_at: None | str
    content_plaintext: str
    created_at: str
    created_by_actor: CreateActivityRecordResponseDataValuesValueItemActorReferenceCreatedByActor
    deadline_at: None | str
    id: ListTasksResponseDataItemIds
    is_completed: bool
    linked_records: list[ListTasksResponseDataItemLinkedRecordsItem]
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        assignees = []
        for assignees_item_data in self.assignees:
            assignees_item = assignees_item_data.to_dict()
            assignees.append(assignees_item)

        completed_at: None | str
        completed_at = self.completed_at

        content_plaintext = self.content_plaintext

        created_at = self.created_at

        created_by_actor = self.created_by_actor.to_dict()

        deadline_at: None | str
        deadline_at = self.deadline_at

        id = self.id.to_dict()

        is_completed = self.is_completed

        linked_records = []
        for linked_records_item_data in self.linked_records:
            linked_records_item = linked_records_item_data.to_dict()
            linked_records.append(linked_records_item)

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update(
            {
                "assignees": assignees,
                "completed_at": completed_at,
                "content_plaintext": content_plaintext,
                "created_at": created_at,
                "created_by_actor": created_by_actor,
                "deadline_at": deadline_at,
                "id": id,
                "is_completed": is_completed,
                "linked_records": linked_records,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        from ..models.create_activity_record_response_data_values_value_item_actor_reference_created_by_actor import (
            CreateActivityRecordResponseDataValuesValueItemActorReferenceCreatedByActor,  # noqa: PLC0415
        )
        from ..models.list_tasks_response_data_item_assignees_item import (
            ListTasksResponseDataItemAssigneesItem,  # noqa: PLC0415
        )
        from ..models.list_tasks_response_data_item_ids import ListTasksResponseDataItemIds  # noqa: PLC0415
        from ..models.list_tasks_response_data_item_linked_records_item import (
            ListTasksResponseDataItemLinkedRecordsItem,  # noqa: PLC0415
        )

        d = dict(src_dict)
        assignees = []
        _assignees = d.pop("assignees")
        for assignees_item_data in _assignees:
            assignees_item = ListTasksResponseDataItemAssigneesItem.from_dict(assignees_item_data)

            assignees.append(assignees_item)

        def _parse_completed_at(data: object) -> None | str:
            if data is None:
                return data
            return cast(None | str, data)

        completed_at = _parse_completed_at(d.pop("completed_at"))

        content_plaintext = d.pop("content_plaintext")

        created_at = d.pop("created_at")

        created_by_actor = (
            CreateActivityRecordResponseDataValuesValueItemActorReferenceCreatedByActor.from_dict(
                d.pop("created_by_actor")
            )
        )

        def _parse_deadline_at(data: object) -> None | str:
            if data is None:
                return data
            return cast(None | str, data)

        deadline_at = _parse_deadline_at(d.pop("deadline_at"))

        id = ListTasksResponseDataItemIds.from_dict(d.pop("id"))

        is_completed = d.pop("is_completed")

        linked_records = []
        _linked_records = d.pop("linked_records")
        for linked_records_item_data in _linked_records:
            linked_records_item = ListTasksResponseDataItemLinkedRecordsItem.from_dict(
                linked_records_item_data
            )

            linked_records.append(linked_records_item)

        list_tasks_response_data_item = cls(
            assignees=assignees,
            completed_at=completed_at,
            content_plaintext=content_plaintext,
            created_at=created_at,
            created_by_actor=created_by_actor,
            deadline_at=deadline_at,
            id=id,
            is_completed=is_completed,
            linked_records=linked_records,
        )

        list_tasks_response_data_item.additional_properties = d
        return list_tasks_response_data_item

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
