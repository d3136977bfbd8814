from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, TypeVar

from attrs import define as _attrs_define
from attrs import field as _attrs_field

if TYPE_CHECKING:
    from ..models.create_activity_record_response_data_values_value_item_actor_reference_created_by_actor import (
        CreateActivityRecordResponseDataValuesValueItemActorReferenceCreatedByActor,
    )
    from ..models.list_emails_response_data_item_linked_records_item import (
        ListEmailsResponseDataItemLinkedRecordsItem,
    )
    from ..models.list_meetings_response_data_item_ids import ListMeetingsResponseDataItemIds
    from ..models.list_meetings_response_data_item_participants_item import (
        ListMeetingsResponseDataItemParticipantsItem,
    )
    from ..models.list_meetings_response_data_item_start_date import ListMeetingsResponseDataItemStartDate
    from ..models.list_meetings_response_data_item_start_datetime import (
        ListMeetingsResponseDataItemStartDatetime,
    )


T = TypeVar("T", bound="ListMeetingsResponseDataItem")


@_attrs_define
class ListMeetingsResponseDataItem:
    created_at: str
    created_by_actor: CreateActivityRecordResponseDataValuesValueItemActorReferenceCreatedByActor
    description: str
    end: ListMeetingsResponseDataItemStartDate | ListMeetingsResponseDataItemStartDatetime
    id: ListMeetingsResponseDataItemIds
    is_all_day: bool
    linked_records: list[ListEmailsResponseDataItemLinkedRecordsItem]
    participants: list[ListMeetingsResponseDataItemParticipantsItem]
    start: ListMeetingsResponseDataItemStartDate | ListMeetingsResponseDataItemStartDatetime
    title: str
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        from ..models.list_meetings_response_data_item_start_datetime import (
            ListMeetingsResponseDataItemStartDatetime,  # noqa: PLC0415
        )

        created_at = self.created_at

        created_by_actor = self.created_by_actor.to_dict()

        description = self.description

        end: dict[str, Any]
        if isinstance(self.end, ListMeetingsResponseDataItemStartDatetime):
            end = self.end.to_dict()
        else:
            end = self.end.to_dict()

        id = self.id.to_dict()

        is_all_day = self.is_all_day

        linked_records = []
        for linked_records_item_data in self.linked_records:
            linked_records_item = linked_records_item_data.to_dict()
            linked_records.append(linked_records_item)

        participants = []
        for participants_item_data in self.participants:
            participants_item = participants_item_data.to_dict()
            participants.append(participants_item)

        start: dict[str, Any]
        if isinstance(self.start, ListMeetingsResponseDataItemStartDatetime):
            start = self.start.to_dict()
        else:
            start = self.start.to_dict()

        title = self.title

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update(
            {
                "created_at": created_at,
                "created_by_actor": created_by_actor,
                "description": description,
                "end": end,
                "id": id,
                "is_all_day": is_all_day,
                "linked_records": linked_records,
                "participants": participants,
                "start": start,
                "title": title,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        from ..models.create_activity_record_response_data_values_value_item_actor_reference_created_by_actor import (
            CreateActivityRecordResponseDataValuesValueItemActorReferenceCreatedByActor,  # noqa: PLC0415
        )
        from ..models.list_emails_response_data_item_linked_records_item import (
            ListEmailsResponseDataItemLinkedRecordsItem,  # noqa: PLC0415
        )
        from ..models.list_meetings_response_data_item_ids import ListMeetingsResponseDataItemIds  # noqa: PLC0415
        from ..models.list_meetings_response_data_item_participants_item import (
            ListMeetingsResponseDataItemParticipantsItem,  # noqa: PLC0415
        )
        from ..models.list_meetings_response_data_item_start_date import ListMeetingsResponseDataItemStartDate  # noqa: PLC0415
        from ..models.list_meetings_response_data_item_start_datetime import (
            ListMeetingsResponseDataItemStartDatetime,  # noqa: PLC0415
        )

        d = dict(src_dict)
        created_at = d.pop("created_at")

        created_by_actor = (
            CreateActivityRecordResponseDataValuesValueItemActorReferenceCreatedByActor.from_dict(
                d.pop("created_by_actor")
            )
        )

        description = d.pop("description")

        def _parse_end(
            data: object,
        ) -> ListMeetingsResponseDataItemStartDate | ListMeetingsResponseDataItemStartDatetime:
            try:
                if not isinstance(data, dict):
                    raise TypeError()
                componentsschemas_list_meetings_response_data_item_start_type_0 = (
                    ListMeetingsResponseDataItemStartDatetime.from_dict(data)
                )

                return componentsschemas_list_meetings_response_data_item_start_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            if not isinstance(data, dict):
                raise TypeError()
            componentsschemas_list_meetings_response_data_item_start_type_1 = (
                ListMeetingsResponseDataItemStartDate.from_dict(data)
            )

            return componentsschemas_list_meetings_response_data_item_start_type_1

        end = _parse_end(d.pop("end"))

        id = ListMeetingsResponseDataItemIds.from_dict(d.pop("id"))

        is_all_day = d.pop("is_all_day")

        linked_records = []
        _linked_records = d.pop("linked_records")
        for linked_records_item_data in _linked_records:
            linked_records_item = ListEmailsResponseDataItemLinkedRecordsItem.from_dict(
                linked_records_item_data
            )

            linked_records.append(linked_records_item)

        participants = []
        _participants = d.pop("participants")
        for participants_item_data in _participants:
            participants_item = ListMeetingsResponseDataItemParticipantsItem.from_dict(participants_item_data)

            participants.append(participants_item)

        def _parse_start(
            data: object,
        ) -> ListMeetingsResponseDataItemStartDate | ListMeetingsResponseDataItemStartDatetime:
            try:
                if not isinstance(data, dict):
                    raise TypeError()
                componentsschemas_list_meetings_response_data_item_start_type_0 = (
                    ListMeetingsResponseDataItemStartDatetime.from_dict(data)
                )

                return componentsschemas_list_meetings_response_data_item_start_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            if not isinstance(data, dict):
                raise TypeError()
            componentsschemas_list_meetings_response_data_item_start_type_1 = (
                ListMeetingsResponseDataItemStartDate.from_dict(data)
            )

            return componentsschemas_list_meetings_response_data_item_start_type_1

        start = _parse_start(d.pop("start"))

        title = d.pop("title")

        list_meetings_response_data_item = cls(
            created_at=created_at,
            created_by_actor=created_by_actor,
            description=description,
            end=end,
            id=id,
            is_all_day=is_all_day,
            linked_records=linked_records,
            participants=participants,
            start=start,
            title=title,
        )

        list_meetings_response_data_item.additional_properties = d
        return list_meetings_response_data_item

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
